"""Puts workflow-svc together."""

from functools import partial

from fastapi import FastAPI

from loan_servicekit.core import Clock, utc_now
from loan_servicekit.db.queries import Reader
from loan_servicekit.http import service_app
from loan_servicekit.jobs import Where
from loan_servicekit.service import Service
from workflow_svc.api.authority.routes import router as authority_routes
from workflow_svc.api.cases.event_log import router as event_log_routes
from workflow_svc.api.cases.figures import router as process_figure_routes
from workflow_svc.api.cases.own import router as own_routes
from workflow_svc.api.cases.routes import router as case_routes
from workflow_svc.api.checkpoints.routes import router as checkpoint_routes
from workflow_svc.api.committee.routes import router as committee_routes
from workflow_svc.api.definitions.activity import router as activity_routes
from workflow_svc.api.definitions.changes import router as change_routes
from workflow_svc.api.definitions.decisions import router as decision_routes
from workflow_svc.api.definitions.drafts import router as draft_routes
from workflow_svc.api.definitions.kept_drafts import router as kept_draft_routes
from workflow_svc.api.definitions.migrations import router as migration_routes
from workflow_svc.api.definitions.routes import router as process_routes
from workflow_svc.api.directory.routes import router as directory_routes
from workflow_svc.api.people.routes import router as people_routes
from workflow_svc.api.ports import Ports
from workflow_svc.api.tasks.desk import router as desk_routes
from workflow_svc.api.tasks.figures import router as figure_routes
from workflow_svc.api.tasks.routes import router as task_routes
from workflow_svc.clients.typst.typesetter import TypstTypesetter
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.parameters import CATALOGUE
from workflow_svc.domain.retention import RULES
from workflow_svc.engine import ProcessEngine
from workflow_svc.jobs.seed_processes import Seeds
from workflow_svc.jobs.timers import EVERY_S, Timers, Waiting
from workflow_svc.messaging.subscriptions import subscriptions
from workflow_svc.operations import Operations
from workflow_svc.persistence.authority.queries import FRESH_S as AUTHORITY_FRESH_S
from workflow_svc.persistence.authority.queries import SqlGrants
from workflow_svc.persistence.cases.queries import SqlCaseQueries
from workflow_svc.persistence.checkpoints.queries import SqlCheckpoints
from workflow_svc.persistence.committee.queries import SqlCommittees
from workflow_svc.persistence.definitions.cache import FRESH_S, DefinitionCache
from workflow_svc.persistence.definitions.change_queries import SqlChangeQueries
from workflow_svc.persistence.definitions.drafts import SqlDrafts
from workflow_svc.persistence.definitions.publisher import ProcessPublisher
from workflow_svc.persistence.definitions.queries import SqlDefinitionQueries
from workflow_svc.persistence.directory.queries import SqlDirectory
from workflow_svc.persistence.loaders import Loaders
from workflow_svc.persistence.loans.others import SqlOtherCases
from workflow_svc.persistence.parameters import WorkflowParameters
from workflow_svc.persistence.people.queries import SqlPeople
from workflow_svc.persistence.schema import SCHEMA
from workflow_svc.persistence.tasks import counts
from workflow_svc.persistence.tasks.queries import SqlTaskQueries
from workflow_svc.settings import Settings
from workflow_svc.use_cases.cases.processes import Processes

NAME = "workflow-svc"
ROUTERS = (
    task_routes,
    desk_routes,
    case_routes,
    own_routes,
    process_routes,
    draft_routes,
    activity_routes,
    people_routes,
    directory_routes,
    figure_routes,
    authority_routes,
    committee_routes,
    decision_routes,
    change_routes,
    migration_routes,
    event_log_routes,
    checkpoint_routes,
    process_figure_routes,
    kept_draft_routes,
)


def build(settings: Settings, mode: str, clock: Clock = utc_now) -> FastAPI:
    """The application with its jobs."""
    service = Service(NAME, settings, SCHEMA, mode, clock, CATALOGUE, RULES)
    engine, reader = ProcessEngine(LENDING), Reader(service.engine)
    cases, tasks, published = SqlCaseQueries(reader), SqlTaskQueries(reader), SqlDefinitionQueries(reader)
    changes, checkpoints = SqlChangeQueries(reader), SqlCheckpoints(reader)
    definitions = DefinitionCache(engine, published, changes, service.clock)
    publisher = ProcessPublisher(engine, published, changes, definitions)
    parameters = WorkflowParameters(service.parameters, service.clock)

    grants, committees = SqlGrants(reader, service.clock), SqlCommittees(reader, service.clock)

    def processes() -> Processes:
        authority = grants.today(parameters.authority_minor())
        return Processes(
            engine, definitions, parameters.calendar(), authority, parameters.review_days(), committees.today()
        )

    operations = Operations(Loaders(processes))
    seeds = Seeds(settings.processes_dir, publisher, published, operations, service.group_commit)
    timers = Timers(Waiting(cases, tasks, checkpoints), operations, service.group_commit, service.clock)
    service.on_start += [parameters.working_days.tell_missing_years, seeds.publish, grants.refresh, committees.refresh]
    service.every(FRESH_S, definitions.refresh, Where.EVERYWHERE, name="definitions")
    service.every(AUTHORITY_FRESH_S, grants.refresh, Where.EVERYWHERE, name="authority")
    service.every(AUTHORITY_FRESH_S, committees.refresh, Where.EVERYWHERE, name="committees")
    service.every(EVERY_S, timers.let_time_pass, name="timers")
    service.every(counts.FRESH_S, partial(counts.fold, service.engine), name="task-counts")
    service.subscribe(subscriptions(operations))
    ports = Ports(
        operations,
        cases,
        tasks,
        published,
        changes,
        publisher,
        processes,
        SqlPeople(reader),
        SqlOtherCases(reader),
        grants,
        grants,
        committees,
        TypstTypesetter(settings.lender),
        checkpoints,
        SqlDrafts(reader),
        SqlDirectory(reader),
    )
    return service_app(service, ROUTERS, "Processes and tasks", settings.root_path, ports)
