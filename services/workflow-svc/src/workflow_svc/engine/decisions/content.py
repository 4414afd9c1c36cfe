"""A decision as it is written: a JSON document with its graph (JDM), what it reads and gives, what it gives where it
cannot decide, and examples."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workflow_svc.domain.definitions.vocabulary import Variable, VariableKind
from workflow_svc.engine.findings import Finding, refusal

MOST_BYTES = 500_000
PRINTED = r"^[^\x00-\x1f\x7f]+$"
Single: TypeAlias = bool | int | str
Values: TypeAlias = dict[str, Single | list[Single] | None]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Known(_Strict):
    """A value that the decision reads or gives. An `optional` one may be missing, and the graph looks after that."""

    kind: str = Field(pattern="^(integer|text|flag|list)$")
    values: list[str] = []
    optional: bool = False

    @property
    def variable(self) -> Variable:
        """As the vocabulary has it."""
        return Variable(VariableKind(self.kind), tuple(self.values))


class Example(_Strict):
    """What the decision must give of something."""

    name: str = Field(min_length=1, max_length=200, pattern=PRINTED)
    given: Values
    expected: Values


class Document(_Strict):
    """The whole document."""

    code: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=100)
    name: str = Field(min_length=1, max_length=200, pattern=PRINTED)
    inputs: dict[str, Known] = Field(min_length=1, max_length=50)
    outputs: dict[str, Known] = Field(min_length=1, max_length=20)
    otherwise: Values
    graph: dict[str, Any]
    examples: list[Example] = Field(min_length=1, max_length=500)


@dataclass(frozen=True, slots=True)
class Content:
    """A document that can be read, and its text in one form, by which it is known."""

    document: Document
    text: str

    @property
    def code(self) -> str:
        """Which decision."""
        return self.document.code

    @property
    def inputs(self) -> Mapping[str, Variable]:
        """What it reads."""
        return {name: known.variable for name, known in self.document.inputs.items()}

    @property
    def outputs(self) -> Mapping[str, Variable]:
        """What it gives."""
        return {name: known.variable for name, known in self.document.outputs.items()}

    @property
    def required(self) -> Sequence[str]:
        """The inputs without which it gives its careful answer."""
        return [name for name, known in self.document.inputs.items() if not known.optional]


def parsed(text: str) -> dict[str, Any]:
    """The document of a text. Raises Invalid `process-not-publishable`."""
    try:
        found = json.loads(text)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise refusal([Finding("", "decision-malformed", f"is no JSON: {str(error)[:200]}")]) from error
    return dict(found)


def read(content: Mapping[str, Any]) -> Content:
    """Raises Invalid `process-not-publishable` (a decision is published as a process is)."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(text.encode()) > MOST_BYTES:
        raise refusal([Finding("", "decision-too-large", f"at most {MOST_BYTES} bytes are allowed")])
    try:
        return Content(Document.model_validate(content), text)
    except ValidationError as error:
        wrong = [Finding("/".join(str(p) for p in e["loc"]), "decision-malformed", e["msg"]) for e in error.errors()]
        raise refusal(wrong) from error
