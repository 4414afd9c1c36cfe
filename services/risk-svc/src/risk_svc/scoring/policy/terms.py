"""What an expression of a decision graph names and compares: read from its text, without running it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)"""
    r"""|(?P<self>\$\w*|\#)|(?P<sign>==|!=|>=|<=|\?\?|\.\.|.))""",
    re.DOTALL,
)
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false", "null"})
COMPARISONS = frozenset({"==", "!=", ">", "<", ">=", "<="})


@dataclass(frozen=True, slots=True)
class Term:
    """One token of an expression."""

    kind: str
    text: str

    @property
    def value(self) -> Any:
        """What a literal stands for."""
        if self.kind == "text":
            return self.text[1:-1]
        if self.kind == "number":
            return int(self.text) if "." not in self.text else self.text
        return {"true": True, "false": False, "null": None}[self.text]

    @property
    def literal(self) -> bool:
        """Whether it is a value and not a name or sign."""
        return self.kind in ("text", "number") or (self.kind == "name" and self.text in ("true", "false", "null"))


def terms(expression: str) -> list[Term]:
    """The tokens; a sign that the language does not know is one of its own and fails when it is compiled."""
    return [Term(str(m.lastgroup), m[m.lastgroup]) for m in TOKEN.finditer(expression) if m.lastgroup]


def paths(found: Sequence[Term]) -> Iterator[tuple[str, ...]]:
    """The names that an expression reads, each with the fields behind it: `a.b` is (a, b); functions and keys are
    none."""
    at = 0
    while at < len(found):
        term = found[at]
        before = found[at - 1].text if at else ""
        after = found[at + 1].text if at + 1 < len(found) else ""
        is_key = term.kind == "name" and after == ":" and before in ("{", ",")
        is_name = term.kind == "self" or (term.kind == "name" and term.text not in KEYWORDS and after != "(")
        if not is_name or is_key or before == ".":
            at += 1
            continue
        path = [term.text]
        while at + 2 < len(found) and found[at + 1].text == "." and found[at + 2].kind == "name":
            path.append(found[at + 2].text)
            at += 2
        yield tuple(path)
        at += 1


def compared(found: Sequence[Term], own: str | None) -> Iterator[tuple[str, Any]]:
    """Every literal with the name that it is compared with; in the cell of a column (`own`) each literal is with that,
    unless a name stands right before it."""
    for at, term in enumerate(found):
        if not term.literal:
            continue
        value = term.value
        if at and found[at - 1].text == "-" and term.kind == "number" and (at < 2 or found[at - 2].kind == "sign"):
            value = -value if isinstance(value, int) else f"-{value}"
        name = _compared_with(found, at)
        if name is None:
            name = own
        if name:
            yield name, value


def _compared_with(found: Sequence[Term], at: int) -> str | None:
    """The name before `==`, before `in [`, or behind `==`; the empty one where it is something computed."""
    back = at - 1
    while back >= 0 and (found[back].literal or found[back].text in (",", "-", "..")):
        back -= 1
    if back >= 0 and found[back].text in ("[", "("):
        back -= 1
    while back >= 0 and (found[back].text in COMPARISONS or found[back].text in ("in", "not")):
        back -= 1
        if back >= 0 and found[back].text in (")", "]", "#"):
            return ""
        if back >= 0 and found[back].kind == "name" and found[back].text not in KEYWORDS:
            return "" if back and found[back - 1].text == "." else found[back].text
    if at + 2 < len(found) and found[at + 1].text in COMPARISONS and found[at + 2].kind == "name":
        return found[at + 2].text if found[at + 2].text not in KEYWORDS else None
    return None
