"""Puts risk-svc together."""

from fastapi import FastAPI

from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from risk_svc.api.assessment import routes as assessments
from risk_svc.api.monitoring import routes as models
from risk_svc.api.policy import routes as policies
from risk_svc.domain.parameter_kinds import CATALOGUE
from risk_svc.messaging.subscriptions import subscriptions
from risk_svc.persistence.assessment.numbers import NumbersOfToday
from risk_svc.persistence.assessment.queries import SqlAssessmentQueries
from risk_svc.persistence.monitoring.queries import SqlModelQueries
from risk_svc.persistence.policy.desk import PolicyDesk
from risk_svc.persistence.policy.queries import SqlPolicyQueries
from risk_svc.persistence.registry import Registry
from risk_svc.persistence.tables import SCHEMA
from risk_svc.scoring.assessor import Assessor
from risk_svc.settings import Settings

NAME = "risk-svc"


class SqlQueries(SqlAssessmentQueries, SqlModelQueries, SqlPolicyQueries):
    """The reads of all capabilities."""


class RiskService(Service):
    """The service with what its routes need beside."""

    desk: PolicyDesk


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = RiskService(NAME, settings, SCHEMA, mode, catalogue=CATALOGUE)
    assessor = Assessor(NumbersOfToday(service.parameters))
    registry = Registry(service.engine, service.clock)
    desk = PolicyDesk(registry, assessor, service.parameters, settings.policy_file, settings.models_dir)
    service.on_start.append(desk.put_in_force)
    service.everywhere.append(desk.keep_fresh)
    service.desk = desk
    service.subscribe(subscriptions(assessor.prepare))
    service.queries = SqlQueries(Reader(service.engine))
    return service_app(
        service, [assessments.router, models.router, policies.router], "Credit assessment", settings.root_path
    )
