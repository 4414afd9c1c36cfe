"""What publishing needs of the unit of work, the reads of processes, and what prepares a publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from loan_contracts.message import JsonObject, Message
from workflow_svc.domain.definitions.proposal import ProcessProposal, ProposalStatus
from workflow_svc.engine import Change, Content, Definition, Evaluation, Facts, Played, Publication, Scalar


@dataclass(frozen=True, slots=True)
class ProcessVersion:
    """A published version of a process. `proof` is what publication has found, as JSON."""

    code: str
    version: int
    name: str
    executor: str
    sha256: str
    published_by: str
    published_at: datetime
    proof: Mapping[str, object]
    bpmn: bytes


class Given(NamedTuple):
    """What a case knew, by a name to call it by."""

    name: str
    known: Mapping[str, Scalar]


class Replayed(NamedTuple):
    """What a decision gives of it, and the version in force, if there is one."""

    name: str
    draft: Evaluation
    in_force: Evaluation | None


class ProcessRows(Protocol):
    """The append-only table of published versions."""

    def append(self, version: ProcessVersion) -> None:
        """Adds a version."""


class ProcessProposals(Protocol):
    """The proposals of this unit of work."""

    async def get(self, id: UUID) -> ProcessProposal:
        """The proposal; raises NotFound `process-proposal-not-found`."""

    def add(self, aggregate: ProcessProposal) -> None:
        """Takes in a new proposal."""


class UnitOfWork(Protocol):
    """One transaction."""

    processes: ProcessRows
    process_proposals: ProcessProposals

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate."""


class DefinitionQueries(Protocol):
    """Reads for the API and for publication."""

    async def processes(self) -> Sequence[ProcessVersion]:
        """Every published version."""

    async def proposal(self, id: UUID) -> ProcessProposal:
        """The proposal; raises NotFound `process-proposal-not-found`."""

    async def proposals(
        self, status: ProposalStatus | None, after: UUID | None, limit: int
    ) -> Sequence[ProcessProposal]:
        """Proposals, the newest first, from behind `after` on."""


class Definitions(Protocol):
    """Published processes, compiled."""

    def chosen(self, process_code: str, told: Mapping[str, object], now: datetime) -> Definition:
        """The version that an application starts on (binding.py); raises NotFound `process-not-found`."""

    def newest(self, code: str) -> Definition:
        """The version that new cases start on; raises NotFound `process-not-found`."""

    def version(self, code: str, version: int) -> Definition:
        """The version that a case is pinned to; raises NotFound `process-not-found`."""

    def called(self, word: str) -> Sequence[str]:
        """The tasks of any version whose names have a word, by their ids."""


class Publisher(Protocol):
    """Prepares what `publish_process` publishes, before the transaction."""

    async def checked(self, bpmn: bytes) -> Publication:
        """The process as the next version of its code; raises Invalid `process-not-publishable`. Takes seconds."""

    async def simulated(self, bpmn: bytes, facts: Sequence[Facts], now: datetime) -> Sequence[Played]:
        """What becomes of the facts on a process that may be published; raises Invalid `process-not-publishable`,
        `case-data-malformed`, `outcome-unknown`."""

    async def simulated_in_force(self, code: str, facts: Sequence[Facts], now: datetime) -> Sequence[Played]:
        """What becomes of them on the newest version; nothing where there is none."""

    async def changes(self, before: bytes, after: bytes) -> Sequence[Change]:
        """What one file has that another has not."""

    async def decided(self, content: JsonObject) -> Content:
        """A decision that may be published; raises Invalid `process-not-publishable`."""

    async def tried(self, code: str, version: int, given: Mapping[str, Scalar]) -> Evaluation:
        """What a decision gives; raises NotFound `decision-not-found`."""

    async def replayed(self, content: Content, told: Sequence[Given]) -> Sequence[Replayed]:
        """What a decision gives of what was told before, and the version in force beside it."""

    async def startable(self, code: str, version: int) -> bool:
        """Whether applications may start on a version; raises NotFound `process-not-found`."""

    async def standing(self, code: str, version: int, states: Sequence[str]) -> Mapping[str, int]:
        """By element how many cases stand there, of their states; raises NotFound `process-not-found`."""

    async def learn(self) -> None:
        """Takes in what has been published, so that new cases start on it."""
