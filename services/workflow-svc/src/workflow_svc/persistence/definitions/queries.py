"""Reads of published processes."""

from collections.abc import Mapping, Sequence

from loan_servicekit.db.columns import Convert
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from workflow_svc.persistence.definitions.tables import COLUMNS
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
