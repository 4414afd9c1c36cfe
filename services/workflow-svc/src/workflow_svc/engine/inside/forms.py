"""Forms of tasks, as Camunda Modeler writes them: fields with a kind, what they may hold, and whether they must be
told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from loan_servicekit.core import FieldError, Invalid
from workflow_svc.domain.definitions.vocabulary import Variable, VariableKind
from workflow_svc.engine.bpmn import Element
from workflow_svc.engine.camunda import Field
from workflow_svc.engine.findings import Finding

KINDS = {
    "string": VariableKind.TEXT,
    "enum": VariableKind.TEXT,
    "date": VariableKind.TEXT,
    "long": VariableKind.INTEGER,
    "boolean": VariableKind.FLAG,
}
BOUNDS = frozenset({"min", "max", "minlength", "maxlength"})
WHOLE = re.compile(r"-?[0-9]{1,15}")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class FormField:
    """A field; `least` and `most` bound a number, or the length of a text."""

    name: str
    label: str
    type: str
    values: tuple[tuple[str, str], ...] = ()
    required: bool = False
    read_only: bool = False
    least: int | None = None
    most: int | None = None

    @property
    def variable(self) -> Variable:
        """What conditions may read of it."""
        return Variable(KINDS[self.type], tuple(value for value, _ in self.values))

    def problem(self, value: object) -> str | None:
        """Why it may not hold a value; None where it may."""
        if value is None:
            return "is required" if self.required else None
        if not self.variable.accepts(value):
            return f"must be {self.variable.kind}"
        if self.values and value not in self.variable.values:
            return f"must be one of {', '.join(self.variable.values)}"
        size = len(value) if isinstance(value, str) else value
        if isinstance(size, int) and not isinstance(size, bool):
            if self.least is not None and size < self.least:
                return f"must be at least {self.least}"
            if size > (self.most if self.most is not None else LONGEST if isinstance(value, str) else size):
                return f"must be at most {self.most or LONGEST}"
        if self.type == "date" and not _is_date(value):
            return "must be a date, as 2026-01-31"
        return None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a task: its key, which names a page of whoever shows it, and its fields."""

    key: str
    fields: tuple[FormField, ...]

    def schema(self) -> dict[str, object]:
        """The form as JSON Schema (2020-12)."""
        return {
            "type": "object",
            "properties": {field.name: _schema(field) for field in self.fields},
            "required": [field.name for field in self.fields if field.required],
            "additionalProperties": False,
        }

    def checked(self, told: Mapping[str, object]) -> dict[str, object]:
        """The values of the form. Raises Invalid `form-value-refused`, whose errors name the fields."""
        problems = {f.name: problem for f in self.fields if (problem := f.problem(told.get(f.name))) is not None}
        problems |= dict.fromkeys(told.keys() - {f.name for f in self.fields}, "is no field of the form")
        if problems:
            shown = "; ".join(f"{name} {problem}" for name, problem in problems.items())
            errors = [FieldError(f"/form/{name}", "form-value", problem) for name, problem in problems.items()]
            raise Invalid("form-value-refused", shown, errors)
        return {field.name: told.get(field.name) for field in self.fields if not field.read_only}


def form_of(element: Element) -> Form | None:
    """The form of a step that was checked."""
    key = element.camunda.get("formKey", "")
    if not key and not element.fields:
        return None
    return Form(key, tuple(_field(each) for each in element.fields if each.type in KINDS))


def check_form(element: Element) -> Iterator[Finding]:
    """What is wrong with a form."""
    for each in element.fields:
        if not NAME.fullmatch(each.id):
            yield Finding(element.id, "form-malformed", f"the field {each.id!r} needs a name in lower case joined by _")
        if each.type not in KINDS:
            detail = f"the field {each.id} is of type {each.type!r}; known are {', '.join(sorted(KINDS))}"
            yield Finding(element.id, "form-malformed", detail)
        if (each.type == "enum") != bool(each.values):
            yield Finding(
                element.id, "form-malformed", f"the field {each.id}: values belong to an enum, and it needs some"
            )
        if each.default:
            yield Finding(element.id, "form-malformed", f"the field {each.id} has a default value; a person tells it")
        for name, config in each.constraints:
            if name not in BOUNDS | {"required", "readonly"} or (name in BOUNDS and not WHOLE.fullmatch(config)):
                detail = f"the field {each.id} has the constraint {name} {config!r}; known are required, readonly, and"
                yield Finding(element.id, "form-malformed", f"{detail} {', '.join(sorted(BOUNDS))} with a whole number")


def _field(field: Field) -> FormField:
    told = dict(field.constraints)
    bounds = {name: int(told[name]) for name in BOUNDS & told.keys() if WHOLE.fullmatch(told[name])}
    return FormField(
        name=field.id,
        label=field.label or field.id,
        type=field.type,
        values=field.values,
        required=told.get("required", "false") in ("", "true"),
        read_only=told.get("readonly", "false") in ("", "true"),
        least=bounds.get("min", bounds.get("minlength")),
        most=bounds.get("max", bounds.get("maxlength")),
    )


def _schema(field: FormField) -> dict[str, object]:
    numeric, text = field.type == "long", field.type in ("string", "enum")
    told: dict[str, object] = {"title": field.label, "readOnly": field.read_only}
    told["type"] = {"long": "integer", "boolean": "boolean"}.get(field.type, "string")
    if field.type == "date":
        told["format"] = "date"
    if field.values:
        told["oneOf"] = [{"const": value, "title": name or value} for value, name in field.values]
    for name, bound in (("minimum", field.least), ("maximum", field.most)):
        if bound is not None and (numeric or text):
            told[name if numeric else name.replace("imum", "Length")] = bound
    return told


def _is_date(value: object) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False
