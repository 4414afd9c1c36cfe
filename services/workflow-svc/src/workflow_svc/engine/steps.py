"""A version of a process, compiled, and which variables its cases have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from loan_servicekit.core import FieldError, Invalid
from workflow_svc.domain.definitions.vocabulary import Variable
from workflow_svc.engine.conditions import Scalar
from workflow_svc.engine.inside.scopes import Scope
from workflow_svc.engine.table import NodeKind, Table
from workflow_svc.engine.values import Place


class ExecutorName(StrEnum):
    """Who moves the tokens of a definition."""

    SPIFF = "spiff"
    TOKEN = "token"


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A version of a process, compiled. What has to be kept of it is `bpmn`, `version` and `executor`. `reads` are
    the variables that a case has to keep, `calls` the processes that it calls, and those that they call, `errors`
    those that come out of it."""

    code: str
    version: int
    name: str
    bpmn: bytes
    sha256: str
    executor: ExecutorName
    scope: Scope
    variables: Mapping[str, Variable]
    reads: frozenset[str]
    figures: Mapping[str, int]
    startable: bool = True
    calls: frozenset[str] = frozenset()
    errors: frozenset[str] = frozenset()

    @property
    def table(self) -> Table:
        """The table of the process itself, without what is inside its steps."""
        return self.scope.table

    @property
    def kept(self) -> Mapping[str, Variable]:
        """The variables of its cases: what it reads; of a process that is called alone all, for who calls it."""
        return {name: self.variables[name] for name in sorted(self.reads & self.variables.keys())}

    def tasks(self) -> Iterator[tuple[str, str]]:
        """Ids and names of the tasks of people, at all levels."""
        for scope in self.scope.all():
            yield from ((node.id, node.name) for node in scope.table.nodes if node.kind is NodeKind.HUMAN)

    def wait_id(self, place: Place) -> str:
        """The id of a wait: the node and the how many-th time the case waits there, `manual_review.2`."""
        return f"{self.table.nodes[place.node].id}.{place.visit}"


def read(definition: Definition, data: Mapping[str, Any]) -> dict[str, Scalar]:
    """What the process reads of `data`. Raises Invalid `case-data-malformed`."""
    variables = dict[str, Scalar]()
    for name in definition.reads & data.keys():
        if not definition.variables[name].accepts(data[name]):
            kind = definition.variables[name].kind
            error = FieldError(f"/{name}", "kind", f"allowed is {kind}")
            raise Invalid("case-data-malformed", f"{name} must be {kind}", [error])
        variables[name] = data[name]
    return variables
