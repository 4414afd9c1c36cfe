"""Reads of published processes and of those that are proposed."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from loan_servicekit.core import NotFound
from loan_servicekit.db.columns import Convert
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from workflow_svc.domain.definitions.proposal import ProcessProposal, ProposalStatus
from workflow_svc.persistence.definitions.tables import COLUMNS, PROCESS_PROPOSALS
from workflow_svc.use_cases.definitions.ports import ProcessVersion

NAMES = tuple(column.name for column in COLUMNS)
READ: Mapping[str, Convert] = {"proof": load_json, "bpmn": bytes}
SELECTED = ", ".join(f"{column.name}::text" if column.kind == "json" else column.name for column in COLUMNS)
PROCESSES = f"select {SELECTED} from processes order by code, version"


class SqlDefinitionQueries:
    """Implements `DefinitionQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def processes(self) -> Sequence[ProcessVersion]:
        """Every published version."""
        found = [dict(zip(NAMES, row, strict=True)) for row in await self._reader.rows(PROCESSES)]
        return [ProcessVersion(**told | {name: read(told[name]) for name, read in READ.items()}) for told in found]

    async def proposal(self, id: UUID) -> ProcessProposal:
        """The proposal; raises NotFound `process-proposal-not-found`."""
        found = await self._reader.aggregates(PROCESS_PROPOSALS, "id = $1", id)
        if not found:
            raise NotFound(PROCESS_PROPOSALS.missing, f"there is no proposal {id}")
        return found[0]

    async def proposals(
        self, status: ProposalStatus | None, after: UUID | None, limit: int
    ) -> Sequence[ProcessProposal]:
        """Proposals, the newest first, from behind `after` on."""
        where = "($1::text is null or status = $1) and ($2::uuid is null or id < $2) order by id desc limit $3"
        return await self._reader.aggregates(PROCESS_PROPOSALS, where, status and status.value, after, limit)
