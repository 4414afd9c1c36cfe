"""Puts antifraud-svc together."""

from fastapi import FastAPI

from antifraud_svc.api.ports import Ports
from antifraud_svc.api.routes import router
from antifraud_svc.domain.parameters import CATALOGUE
from antifraud_svc.domain.retention import RULES
from antifraud_svc.domain.rules import rules_from
from antifraud_svc.messaging.subscriptions import subscriptions
from antifraud_svc.operations import Operations
from antifraud_svc.persistence.loaders import Loaders
from antifraud_svc.persistence.queries import SqlQueries
from antifraud_svc.persistence.tables import SCHEMA
from antifraud_svc.settings import Settings
from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.service import Service

NAME = "antifraud-svc"


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = Service(NAME, settings, SCHEMA, mode, catalogue=CATALOGUE, retention=RULES)
    operations = Operations(Loaders(lambda: rules_from(service.parameters.today())))
    service.subscribe(subscriptions(operations))
    ports = Ports(operations, SqlQueries(Reader(service.engine)))
    return service_app(service, [router], "Fraud screening", settings.root_path, ports)
