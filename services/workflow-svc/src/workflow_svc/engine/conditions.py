"""Conditions of sequence flows: zen expressions, compiled once, never Python.

A condition that cannot be computed (a value is missing, so `amount_minor > 5` compares nothing) does not hold; the
case then takes the gateway's default flow, and the step reports a fault. The default flow is therefore the careful one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

import zen

from workflow_svc.domain.definitions.vocabulary import Variable, VariableKind

Single = int | str | bool
Scalar = Single | list[Single] | None
Judge = Callable[[int], bool]

STRING = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`")
WORD = re.compile(r"(?<![\w.])[A-Za-z_$][\w$]*")
ASSIGNMENT = re.compile(r"(?<![=!<>])=(?!=)")
COMPARED = re.compile(r"([A-Za-z_]\w*)\s*(?:==|!=)\s*(?:\"([^\"]*)\"|'([^']*)')")
OPERAND = r"(?:\"[^\"]*\"|'[^']*'|[A-Za-z_]\w*|-?\d+(?:\.\d+)?)"
EQUATED = re.compile(rf"(?<![\w.+*/%-])({OPERAND})\s*(?:==|!=)\s*({OPERAND})(?![\w.(])")
LISTED = re.compile(r"([A-Za-z_]\w*)\s+(?:not\s+)?in\s*\[([^\]]*)\]")
JOINED = re.compile(r"(\"[^\"]*\"|'[^']*'|`[^`]*`|\b(?:and|or)\b)")
PART = re.compile(r"(?<![\w.])[A-Za-z_$][\w$]*\s*(?:\.(?!\.)|\[)")
MOST_JOINED = 10
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false", "null"})


class ConditionRefused(ValueError):
    """A condition that cannot be published; `code` is stable, the message says what is allowed."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code


@dataclass(frozen=True, slots=True)
class Fault:
    """A condition that could not be computed in a step."""

    flow: str
    problem: str


class Compiled(Protocol):
    """What zen makes of an expression."""

    def evaluate(self, context: Any) -> Any:
        """The value of the expression; raises RuntimeError where it cannot be computed."""
        ...


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition of one flow, and the variables it reads."""

    flow: str
    text: str
    reads: frozenset[str]
    compiled: Compiled


def names_in(text: str) -> frozenset[str]:
    """The variables that an expression reads."""
    return frozenset(WORD.findall(STRING.sub("", text))) - KEYWORDS


def compile_condition(flow: str, text: str, variables: Mapping[str, Variable], thorough: bool = True) -> Condition:
    """Compiles a condition and tries it out on a value of every kind. Raises ConditionRefused.

    `thorough` is for a publication: each part of the expression has to be computable, also one that the values tried
    do not reach. What was published before this was asked runs on.
    """
    if ASSIGNMENT.search(STRING.sub("", text)):
        raise ConditionRefused("condition-malformed", f"'{text}' assigns with =, compare with ==")
    try:
        compiled = zen.compile_expression(text)
    except RuntimeError as error:
        raise ConditionRefused(
            "condition-malformed",
            f"'{text}' is no zen expression ({first_line(error)}); allowed are comparisons of variables and literals"
            " joined by and, or, not, in",
        ) from error
    reads = names_in(text)
    if unknown := sorted(reads - variables.keys()):
        raise ConditionRefused(
            "variable-unknown", f"'{text}' reads {', '.join(unknown)}; known are {', '.join(sorted(variables))}"
        )
    _check_literals(text, variables)
    samples = {name: variables[name].sample() for name in reads}
    if thorough:
        _check_parts(text, samples)
        _check_kinds(text, variables)
    try:
        result = compiled.evaluate(samples)
    except RuntimeError as error:
        raise ConditionRefused(
            "condition-malformed", f"'{text}' compares values of different kinds ({first_line(error)})"
        ) from error
    if not isinstance(result, bool):
        raise ConditionRefused("condition-not-boolean", f"'{text}' gives {result!r}, it must give true or false")
    return Condition(flow, text, reads, compiled)


class Conditions:
    """The compiled conditions of a process, by the index of their flow, over a case's variables and its own figures.

    `reads` are the variables that a case has to keep for them.
    """

    def __init__(self, by_flow: Mapping[int, Condition], figures: Mapping[str, int]) -> None:
        self._by_flow, self._figures = dict(by_flow), dict(figures)
        self.reads = frozenset(name for condition in by_flow.values() for name in condition.reads) - figures.keys()

    def judge(
        self, variables: Mapping[str, Scalar], faults: list[Fault], judged: dict[int, bool] | None = None
    ) -> Judge:
        """Answers, for one step, whether the condition of a flow holds; what could not be computed goes to `faults`,
        what was asked and answered to `judged`."""
        by_flow, known = self._by_flow, {**variables, **self._figures}
        told = {} if judged is None else judged

        def holds(flow: int) -> bool:
            condition = by_flow[flow]
            try:
                told[flow] = condition.compiled.evaluate(known) is True
            except RuntimeError as error:
                faults.append(Fault(condition.flow, first_line(error)))
                told[flow] = False
            return told[flow]

        return holds

    def text(self, flow: int) -> str:
        """The condition of a flow as it was written; empty where it has none."""
        return self._by_flow[flow].text if flow in self._by_flow else ""

    def seen(self, flows: Iterable[int], variables: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """What the conditions of some flows read, with its values; a value that is missing is None."""
        known = {**variables, **self._figures}
        names = {name for flow in flows if flow in self._by_flow for name in self._by_flow[flow].reads}
        return {name: known.get(name) for name in sorted(names)}


def _check_literals(text: str, variables: Mapping[str, Variable]) -> None:
    for name, double, single in COMPARED.findall(text):
        literal, known = double or single, variables.get(name)
        if known is not None and known.values and literal not in known.values:
            raise ConditionRefused(
                "value-unknown", f"'{text}' compares {name} with '{literal}'; it can be {', '.join(known.values)}"
            )


def _check_parts(text: str, samples: Mapping[str, object]) -> None:
    """Each part is computed, whatever stands before it: `and` and `or` end early, so that with either in the place of
    each there is a text in which the part is reached (behind what holds an `and`, behind what does not an `or`)."""
    bare = STRING.sub('""', text)
    if "?" in bare:
        raise ConditionRefused("condition-malformed", f"'{text}' chooses with ?; join comparisons with and, or, not")
    if part := PART.search(re.sub(r"\bin\s*\[", "in(", bare)):
        named = part.group().rstrip(".[ ")
        raise ConditionRefused("condition-malformed", f"'{text}' reads a part of {named}, which is a single value")
    if len(JOINED.findall(bare)) - bare.count('""') > MOST_JOINED:
        raise ConditionRefused("condition-malformed", f"'{text[:40]}…' joins more than {MOST_JOINED + 1} comparisons")
    for variant in _variants(text):
        try:
            result = zen.evaluate_expression(variant, dict(samples))
        except RuntimeError as error:
            raise ConditionRefused(
                "condition-malformed", f"a part of '{text}' cannot be computed ({first_line(error)})"
            ) from error
        if not isinstance(result, bool):
            raise ConditionRefused("condition-not-boolean", f"a part of '{text}' gives {result!r}, not true or false")


def _variants(text: str) -> Iterator[str]:
    pieces = JOINED.split(text)
    places = [place for place, piece in enumerate(pieces) if piece in ("and", "or")]
    for words in product(("and", "or"), repeat=len(places)):
        for place, word in zip(places, words, strict=True):
            pieces[place] = word
        yield "".join(pieces)


def _check_kinds(text: str, variables: Mapping[str, Variable]) -> None:
    """Values of different kinds are never equal, and zen says so without a word."""
    pairs = [pair for pair in EQUATED.findall(text) if KEYWORDS.isdisjoint(pair) or {"true", "false"} & {*pair}]
    for name, listed in LISTED.findall(text):
        pairs += [(name, operand) for operand in re.findall(OPERAND, listed)]
    for one, other in pairs:
        kinds = _kind(one, variables), _kind(other, variables)
        if None not in kinds and kinds[0] is not kinds[1]:
            raise ConditionRefused("condition-malformed", f"'{text}' compares {one} with {other}, of another kind")
        for name, literal in ((one, other), (other, one)):
            values = variables[name].values if name in variables else ()
            if values and literal[0] in "\"'" and literal[1:-1] not in values:
                detail = f"'{text}' compares {name} with {literal}; it can be {', '.join(values)}"
                raise ConditionRefused("value-unknown", detail)


def _kind(operand: str, variables: Mapping[str, Variable]) -> VariableKind | None:
    if operand[0] in "\"'":
        return VariableKind.TEXT
    if operand in ("true", "false"):
        return VariableKind.FLAG
    if operand in variables:
        return variables[operand].kind
    return VariableKind.INTEGER if operand[-1].isdigit() and operand[0] in "-0123456789" else None


def first_line(error: Exception) -> str:
    """What zen says of an expression, without the rest of its stack."""
    return str(error).splitlines()[0][:200]
