"""What the routes work with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from loan_servicekit.http import RequestContext
from workflow_svc.api.people.known import Noted
from workflow_svc.operations import Operations
from workflow_svc.use_cases.authority.ports import GrantQueries, GrantsInForce
from workflow_svc.use_cases.cases.ports import CaseQueries
from workflow_svc.use_cases.cases.processes import Processes
from workflow_svc.use_cases.checkpoints.ports import CheckpointQueries
from workflow_svc.use_cases.committee.ports import CommitteeQueries, Typesetter
from workflow_svc.use_cases.definitions.change_ports import ChangeQueries
from workflow_svc.use_cases.definitions.draft_ports import DraftQueries
from workflow_svc.use_cases.definitions.ports import DefinitionQueries, Publisher
from workflow_svc.use_cases.directory.ports import DirectoryQueries
from workflow_svc.use_cases.loans.ports import OtherCases
from workflow_svc.use_cases.people.ports import PeopleQueries
from workflow_svc.use_cases.tasks.ports import TaskQueries


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    cases: CaseQueries
    tasks: TaskQueries
    definitions: DefinitionQueries
    changes: ChangeQueries
    publisher: Publisher
    processes: Callable[[], Processes]
    people: PeopleQueries
    others: OtherCases
    grants: GrantQueries
    in_force: GrantsInForce
    committees: CommitteeQueries
    typesetter: Typesetter
    checkpoints: CheckpointQueries
    drafts: DraftQueries
    directory: DirectoryQueries
    noted: Noted = field(default_factory=Noted)


Context: TypeAlias = RequestContext[Ports]
