"""What a process finds outside its own file: processes that it calls, and decisions that it asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from loan_servicekit.core import NotFound
from workflow_svc.domain.definitions.vocabulary import Variable
from workflow_svc.engine.conditions import Scalar

if TYPE_CHECKING:
    from workflow_svc.engine.steps import Definition


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A decision that was asked in a step: what it was told, what it gave, and how (its trace, as JSON). `fallback`
    says why its declared careful answer was given in the place of one of its rules."""

    element: str
    decision: str
    version: int
    given: Mapping[str, Scalar]
    result: Mapping[str, Scalar]
    fallback: str = ""
    trace: Mapping[str, object] = field(default_factory=dict)


class Decision(Protocol):
    """A published version of a decision."""

    @property
    def version(self) -> int:
        """Which version."""
        ...

    @property
    def inputs(self) -> Mapping[str, Variable]:
        """What it reads."""
        ...

    @property
    def outputs(self) -> Mapping[str, Variable]:
        """What it gives."""
        ...

    def evaluate(self, element: str, known: Mapping[str, Scalar]) -> Evaluation:
        """Asks it; it always gives all its outputs."""
        ...


class Library(Protocol):
    """Published processes and decisions."""

    def newest(self, code: str) -> "Definition":
        """The version that is started now; raises NotFound `process-not-found`."""
        ...

    def version(self, code: str, version: int) -> "Definition":
        """One version; raises NotFound `process-not-found`."""
        ...

    def decision(self, code: str, version: int | None = None) -> Decision:
        """A version of a decision, else the one in force; raises NotFound `decision-not-found`."""
        ...


class EmptyLibrary:
    """Nothing is published."""

    def newest(self, code: str) -> "Definition":
        """Raises NotFound."""
        raise NotFound("process-not-found", f"no process {code} is published")

    def version(self, code: str, version: int) -> "Definition":
        """Raises NotFound."""
        raise NotFound("process-not-found", f"no process {code} is published")

    def decision(self, code: str, version: int | None = None) -> Decision:
        """Raises NotFound."""
        raise NotFound("decision-not-found", f"no decision {code} is published")


def called(library: Library, code: str, version: int | None) -> "Definition":
    """The process that a step calls: a version, or the newest by now."""
    return library.newest(code) if version is None else library.version(code, version)
