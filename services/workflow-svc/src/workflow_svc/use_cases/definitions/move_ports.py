"""What moving cases needs of the unit of work."""

from typing import Protocol

from workflow_svc.use_cases.cases.ports import Cases
from workflow_svc.use_cases.definitions.change_ports import DefinitionChanges


class UnitOfWork(Protocol):
    """One transaction: the change, and the cases that it moves."""

    definition_changes: DefinitionChanges
    cases: Cases
