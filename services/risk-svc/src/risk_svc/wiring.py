"""Puts risk-svc together."""

from fastapi import FastAPI

from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.jobs import Where
from loan_servicekit.service import Service
from risk_svc.api.assessment import routes as assessments
from risk_svc.api.monitoring import routes as models
from risk_svc.api.policy import routes as policies
from risk_svc.api.ports import Ports
from risk_svc.domain.parameter_kinds import CATALOGUE
from risk_svc.domain.retention import RULES
from risk_svc.messaging.subscriptions import subscriptions
from risk_svc.operations import Operations
from risk_svc.persistence.assessment.numbers import NumbersOfToday
from risk_svc.persistence.assessment.queries import SqlAssessmentQueries
from risk_svc.persistence.monitoring.queries import SqlModelQueries
from risk_svc.persistence.policy.desk import FRESH_S, PolicyDesk
from risk_svc.persistence.policy.queries import SqlPolicyQueries
from risk_svc.persistence.registry import Registry
from risk_svc.persistence.tables import SCHEMA
from risk_svc.scoring.assessor import Assessor
from risk_svc.settings import Settings

NAME = "risk-svc"


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its jobs."""
    service = Service(NAME, settings, SCHEMA, mode, catalogue=CATALOGUE, retention=RULES)
    assessor = Assessor(NumbersOfToday(service.parameters))
    registry = Registry(service.engine, service.clock)
    desk = PolicyDesk(registry, assessor, service.parameters, settings.policy_file, settings.models_dir)
    service.on_start.append(desk.put_in_force)
    service.every(FRESH_S, desk.refresh, Where.EVERYWHERE, name="policies")
    operations, reader = Operations(), Reader(service.engine)
    service.subscribe(subscriptions(operations, assessor.prepare))
    assessed, registered = SqlAssessmentQueries(reader), SqlModelQueries(reader)
    ports = Ports(operations, assessed, assessor, registered, SqlPolicyQueries(reader), desk)
    routers = [assessments.router, models.router, policies.router]
    return service_app(service, routers, "Credit assessment", settings.root_path, ports)
