"""The levels of a process, compiled: one for the process itself, one for each sub-process and for whatever is repeated.

Each level has a table and an executor of its own; what goes on in a step of one level is a case of another
(running.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workflow_svc.engine.conditions import Conditions
from workflow_svc.engine.inside.expressions import Assigned, Expression
from workflow_svc.engine.inside.forms import Form
from workflow_svc.engine.inside.offers import Offer
from workflow_svc.engine.table import Table
from workflow_svc.engine.values import Executor


@dataclass(frozen=True, slots=True)
class Repetition:
    """How often a step is done. Of a loop `condition` says whether it goes on; of all others `number` or
    `collection` how often it is done, and `until` whether that is enough."""

    loop: bool
    parallel: bool
    number: Expression | None = None
    collection: Expression | None = None
    element: str = ""
    until: Expression | None = None
    condition: Expression | None = None
    most: int = 0
    test_before: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Inner:
    """What goes on in a step: a level of this process, or another process in the version that is newest when it
    starts, or in `version`. `inputs` are computed before each start and known inside alone, `outputs` after each
    end."""

    scope: "Scope | None"
    repeat: Repetition | None = None
    calls: str = ""
    version: int | None = None
    inputs: tuple[Assigned, ...] = ()
    outputs: tuple[Assigned, ...] = ()
    all_in: bool = False
    all_out: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The decision of a business rule task. With `result` its only output goes into that variable, otherwise each
    output into the variable of its name."""

    code: str
    version: int | None
    result: str
    inputs: tuple[Assigned, ...] = ()
    outputs: tuple[Assigned, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A level: its table, its executor, its conditions, and what its steps hold, by number of node."""

    table: Table
    conditions: Conditions
    running: Executor
    inside: Mapping[int, Inner] = field(default_factory=dict)
    scripts: Mapping[int, Assigned] = field(default_factory=dict)
    decisions: Mapping[int, Asked] = field(default_factory=dict)
    inputs: Mapping[int, tuple[Assigned, ...]] = field(default_factory=dict)
    outputs: Mapping[int, tuple[Assigned, ...]] = field(default_factory=dict)
    forms: Mapping[int, Form] = field(default_factory=dict)
    offers: Mapping[int, Offer] = field(default_factory=dict)

    def all(self) -> "Iterator[Scope]":
        """This level and those inside its steps."""
        yield self
        for inner in self.inside.values():
            if inner.scope is not None:
                yield from inner.scope.all()
