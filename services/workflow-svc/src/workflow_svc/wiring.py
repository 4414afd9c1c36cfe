"""Puts workflow-svc together."""

from functools import partial

from fastapi import FastAPI

from loan_servicekit.core import Clock, utc_now
from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from workflow_svc.api.routes import router
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.parameters import CATALOGUE
from workflow_svc.engine import ProcessEngine
from workflow_svc.messaging.subscriptions import subscriptions
from workflow_svc.persistence.definitions.cache import DefinitionCache
from workflow_svc.persistence.definitions.publisher import ProcessPublisher
from workflow_svc.persistence.parameters import WorkflowParameters
from workflow_svc.persistence.preloads import SqlPreloads
from workflow_svc.persistence.queries import SqlQueries
from workflow_svc.persistence.tables import SCHEMA
from workflow_svc.persistence.timers import Timers
from workflow_svc.settings import Settings
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.ports import Ports

NAME = "workflow-svc"


class WorkflowService(Service):
    """The service and what moves its cases when nobody asks."""

    timers: Timers


def build(settings: Settings, mode: str, clock: Clock = utc_now) -> FastAPI:
    """The application with its background tasks."""
    service = WorkflowService(NAME, settings, SCHEMA, mode, clock, CATALOGUE)
    engine, queries = ProcessEngine(LENDING), SqlQueries(Reader(service.engine))
    definitions = DefinitionCache(engine, queries)
    parameters = WorkflowParameters(service.parameters, service.clock)

    def processes() -> Processes:
        return Processes(
            engine, definitions, parameters.calendar(), parameters.authority_minor(), parameters.review_days()
        )

    preloads = SqlPreloads(processes)
    publisher = ProcessPublisher(engine, queries, definitions, preloads, service.group_commit.run)
    service.timers = Timers(queries, preloads, service.group_commit.run_all, service.clock)
    service.queries = Ports(queries, preloads, publisher, processes)
    service.on_start += [parameters.tell_missing_years, partial(publisher.seed, settings.processes_dir)]
    service.background += [definitions.keep_fresh, service.timers.run]
    service.subscribe(subscriptions(preloads.cases))
    return service_app(service, [router], "Processes and tasks", settings.root_path)
