"""Puts reporting-svc together."""

from datetime import timedelta

from fastapi import FastAPI

from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.jobs import Where
from loan_servicekit.service import Service
from reporting_svc.api.evidence.routes import router as evidence_routes
from reporting_svc.api.evidence.verifications import router as verification_routes
from reporting_svc.api.live.routes import router as live_routes
from reporting_svc.api.ports import Ports
from reporting_svc.api.projections.funnel.routes import router as funnel_routes
from reporting_svc.api.traces.otlp import span_receiver
from reporting_svc.api.traces.routes import router as trace_routes
from reporting_svc.domain.evidence.seals import Marks
from reporting_svc.jobs.evidence import LOOK_S, PLAN_S, SEAL_S, EvidenceKeeper
from reporting_svc.messaging.subscriptions import subscriptions
from reporting_svc.operations import Operations
from reporting_svc.persistence.evidence.queries import SqlEvidence
from reporting_svc.persistence.evidence.recorders import Recorders
from reporting_svc.persistence.evidence.tables import SCHEMA
from reporting_svc.persistence.loaders import Loaders
from reporting_svc.persistence.projections.funnel.queries import SETTLE_S, FunnelRanks, SqlFunnel
from reporting_svc.persistence.traces.queries import SqlTraces
from reporting_svc.persistence.traces.spans import SWEEP_S, SqlSpans
from reporting_svc.settings import Settings
from reporting_svc.use_cases.live.follow import LOOK_S as LIVE_S
from reporting_svc.use_cases.live.follow import Followers

NAME = "reporting-svc"


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its jobs."""
    service = Service(NAME, settings, SCHEMA, mode)
    marks = Marks.parse(settings.evidence_keys)
    operations = Operations(Loaders(marks))
    service.subscribe(subscriptions(operations))
    spans = SqlSpans(service.engine, service.clock, timedelta(hours=settings.span_retention_hours))
    service.every(SWEEP_S, spans.turn_days, name="span-days")
    service.every(SETTLE_S, FunnelRanks(service.engine).settle, name="funnel")
    reader = Reader(service.engine)
    recorders = Recorders(service.consumers, service.dead_letters)
    evidence = SqlEvidence(reader)
    keeper = EvidenceKeeper(
        evidence,
        operations,
        service.group_commit,
        marks,
        service.clock,
        timedelta(days=settings.whole_verification_days),
    )
    service.every(SEAL_S, keeper.seal, name="seals")
    service.every(PLAN_S, keeper.plan, name="verification-plan")
    service.every(LOOK_S, keeper.carry_on, name="verifications")
    followers = Followers(evidence)
    service.every(LIVE_S, followers.look, Where.EVERYWHERE, name="live")
    ports = Ports(operations, marks, evidence, recorders, SqlFunnel(reader), SqlTraces(reader), followers)
    receiver = span_receiver(spans, settings.otlp_token)
    routers = [evidence_routes, verification_routes, funnel_routes, trace_routes, live_routes, receiver]
    return service_app(service, routers, "Timeline, evidence, funnel and traces", settings.root_path, ports)
