"""What changes of definitions need of the unit of work, and the reads of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_contracts.message import JsonObject
from workflow_svc.domain.definitions.binding import Binding, Bindings, Retirement
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.proposals.proposed import ProposedStatus


@dataclass(frozen=True, slots=True)
class DecisionVersion:
    """A published version of a decision, as it was written."""

    code: str
    version: int
    name: str
    sha256: str
    published_by: str
    published_at: datetime
    content: JsonObject


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A decision that a case asked: what it was told and gave, and how (`trace`, by node of its graph). `fallback` says
    why it gave its careful answer."""

    id: UUID
    case_id: UUID
    application_id: UUID
    element: str
    decision: str
    version: int
    given: JsonObject
    result: JsonObject
    fallback: str
    trace: JsonObject
    evaluated_at: datetime


@dataclass(frozen=True, slots=True)
class Adoption:
    """How many cases run on a version of a process, or have ended on it, in a branch."""

    branch: str
    version: int
    running: int
    ended: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Activity:
    """What goes on in the newest cases of a version: how many run, the states of those (as rows keep them), and by
    stage of their tasks how many are late, and how many were completed since a moment."""

    running: int
    states: Sequence[str]
    tasks: Sequence[tuple[str, int, int]]


class DecisionRows(Protocol):
    """The append-only table of published decisions."""

    def append(self, row: DecisionVersion) -> None:
        """Adds a version."""


class BindingRows(Protocol):
    """The append-only table of bindings."""

    def append(self, row: Binding) -> None:
        """Adds a binding."""


class RetirementRows(Protocol):
    """The append-only table of retired versions."""

    def append(self, row: Retirement) -> None:
        """Adds a retirement."""


class DefinitionChanges(Protocol):
    """The changes of this unit of work."""

    async def get(self, id: UUID) -> DefinitionChange:
        """The change; raises NotFound `definition-change-not-found`."""

    def add(self, aggregate: DefinitionChange) -> None:
        """Takes in a new change."""


class UnitOfWork(Protocol):
    """One transaction."""

    decisions: DecisionRows
    process_bindings: BindingRows
    process_retirements: RetirementRows
    definition_changes: DefinitionChanges


class ChangeQueries(Protocol):
    """Reads for the API and for what is compiled."""

    async def decisions(self) -> Sequence[DecisionVersion]:
        """Every published version of every decision."""

    async def bindings(self) -> Bindings:
        """What is bound and what is retired."""

    async def change(self, id: UUID) -> DefinitionChange:
        """The change; raises NotFound `definition-change-not-found`."""

    async def changes(
        self, status: ProposedStatus | None, kind: ChangeKind | None, after: UUID | None, limit: int
    ) -> Sequence[DefinitionChange]:
        """Changes, the newest first, from behind `after` on."""

    async def evaluated(self, application_id: UUID) -> Sequence[Evaluated]:
        """The decisions that the case of an application asked, in their order."""

    async def asked(self, decision: str, limit: int) -> Sequence[Evaluated]:
        """What cases asked a decision last, in whichever version."""

    async def adoption(self, code: str) -> Sequence[Adoption]:
        """Of the newest cases of a process, how many run and ran on each version, by branch."""

    async def activity(self, code: str, version: int, now: datetime, since: datetime) -> Activity:
        """What goes on in the newest cases of a version."""
