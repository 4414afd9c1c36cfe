"""Values that a process computes: scripts, mappings, collections, numbers of times. Zen expressions, never Python.

An expression that cannot be computed in a case gives no value (null), and the step reports a fault, as a condition
does."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import zen

from workflow_svc.domain.definitions.vocabulary import Variable, VariableKind
from workflow_svc.engine.camunda import Handed
from workflow_svc.engine.conditions import (
    ASSIGNMENT,
    KEYWORDS,
    STRING,
    WORD,
    Compiled,
    ConditionRefused,
    Scalar,
    first_line,
)

# Functions of zen that give the same for the same values: no clock, no chance.
FUNCTIONS = frozenset(
    (
        "abs",
        "all",
        "avg",
        "bool",
        "ceil",
        "contains",
        "count",
        "endsWith",
        "filter",
        "flatMap",
        "floor",
        "keys",
        "len",
        "lower",
        "map",
        "matches",
        "max",
        "median",
        "min",
        "none",
        "number",
        "one",
        "round",
        "some",
        "split",
        "startsWith",
        "string",
        "sum",
        "trim",
        "trunc",
        "type",
        "upper",
        "values",
    )
)
CALLED = re.compile(r"(?<![\w.])([A-Za-z_$][\w$]*)\s*\(")
PART = re.compile(r"[A-Za-z_$][\w$]*\s*\.\s*[A-Za-z_$]")


class Uncomputable(ValueError):
    """What an expression gives in a case is no value that a variable may have."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression, and the variables it reads."""

    text: str
    reads: frozenset[str]
    compiled: Compiled

    def value(self, known: Mapping[str, Scalar]) -> Scalar:
        """What it gives. Raises Uncomputable."""
        try:
            found = self.compiled.evaluate(dict(known))
        except RuntimeError as error:
            raise Uncomputable(first_line(error)) from error
        return plain_value(found)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A value that goes into a variable."""

    name: str
    value: Expression


def plain_value(found: object) -> Scalar:
    """A value of zen, whose numbers are all fractions, as a variable has it. Raises Uncomputable."""
    if found is None or isinstance(found, bool | str):
        return found
    if isinstance(found, list):
        items = [plain_value(item) for item in found]
        if any(item is None or isinstance(item, list) for item in items):
            raise Uncomputable("a list holds texts, whole numbers or flags alone")
        return items  # type: ignore[return-value]
    if isinstance(found, int | float) and float(found).is_integer() and abs(found) < 2**53:
        return int(found)
    raise Uncomputable(f"gives {str(found)[:40]}, which is no whole number, text, flag or list; round it")


def reads_of(text: str) -> frozenset[str]:
    """The variables that an expression with functions reads."""
    bare = STRING.sub("", text)
    return frozenset(WORD.findall(bare)) - KEYWORDS - (frozenset(CALLED.findall(bare)) & FUNCTIONS)


def compile_value(text: str, variables: Mapping[str, Variable]) -> tuple[Expression, VariableKind]:
    """Compiles an expression and tries it out; gives the kind of value as well. Raises ConditionRefused."""
    bare = STRING.sub("", text)
    if not text:
        raise ConditionRefused("expression-malformed", "there is no expression")
    if ASSIGNMENT.search(bare):
        raise ConditionRefused("expression-malformed", f"'{text}' assigns with =; a script gives one value")
    if strange := sorted(frozenset(CALLED.findall(bare)) - FUNCTIONS - KEYWORDS):
        detail = f"'{text}' calls {', '.join(strange)}; known are {', '.join(sorted(FUNCTIONS))}"
        raise ConditionRefused("function-unknown", detail)
    if unknown := sorted(reads_of(text) - variables.keys()):
        detail = f"'{text}' reads {', '.join(unknown)}; known are {', '.join(sorted(variables))}"
        raise ConditionRefused("variable-unknown", detail)
    if PART.search(bare):
        raise ConditionRefused("expression-malformed", f"'{text}' reads a part of a variable, which is a single value")
    try:
        compiled = zen.compile_expression(text)
        found = compiled.evaluate({name: variables[name].sample() for name in reads_of(text)})
    except RuntimeError as error:
        detail = f"'{text}' is no zen expression that can be computed ({first_line(error)})"
        raise ConditionRefused("expression-malformed", detail) from error
    return Expression(text, reads_of(text), compiled), _kind_of(found, text)


def kinds_of(handed: Iterable[Handed], variables: Mapping[str, Variable]) -> dict[str, Variable]:
    """What is handed in or out is, as far as it can be computed by what is known; the check of its step says the
    rest."""
    found = dict[str, Variable]()
    for each in handed:
        try:
            found[each.name] = Variable(compile_value(each.text, variables)[1])
        except ConditionRefused:
            continue
    return found


def _kind_of(found: object, text: str) -> VariableKind:
    if isinstance(found, bool):
        return VariableKind.FLAG
    if isinstance(found, str):
        return VariableKind.TEXT
    if isinstance(found, int | float):
        return VariableKind.INTEGER
    if isinstance(found, list):
        return VariableKind.LIST
    raise ConditionRefused("expression-malformed", f"'{text}' gives {found!r}, no number, text, flag or list")
