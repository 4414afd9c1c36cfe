"""Puts risk-svc together."""

from fastapi import FastAPI

from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from risk_svc.api.routes import router
from risk_svc.domain.parameter_kinds import CATALOGUE
from risk_svc.messaging.subscriptions import subscriptions
from risk_svc.persistence.queries import SqlQueries
from risk_svc.persistence.registry import Registry
from risk_svc.persistence.tables import SCHEMA
from risk_svc.scoring.assessor import Assessor
from risk_svc.settings import Settings

NAME = "risk-svc"


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = Service(NAME, settings, SCHEMA, mode, catalogue=CATALOGUE)
    assessor = Assessor(service.parameters.today)
    registry = Registry(service.engine, service.clock)
    policy = settings.policy_file.read_bytes()

    async def put_in_force() -> None:
        if settings.models_dir and (settings.models_dir / "model.txt").exists():
            await registry.register_model(settings.models_dir)
        await registry.register_policy(settings.policy_file.stem, policy)
        assessor.put_in_force(*await registry.in_force(settings.policy_file.stem))

    service.on_start.append(put_in_force)
    service.subscribe(subscriptions(assessor.prepare))
    service.queries = SqlQueries(Reader(service.engine))
    return service_app(service, [router], "Credit assessment", settings.root_path)
