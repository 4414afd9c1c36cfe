"""The last section of docs/domain.md: which of its rules code and tests cite, so which are there and which are not
yet."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from loan_reference.applications import ROOT

HANDBOOK = Path("docs/domain.md")
BEGIN, END = "<!-- rules: made by `make docs` -->", "<!-- rules: end -->"
RULE = re.compile(r"R-(\d+)\.(\d+)([a-z]?)")
RANGE = re.compile(r"R-(\d+)\.(\d+)(?: to |[-\u2013])(?:R-)?(?:\d+\.)?(\d+)\b")
CODE = ("services/*/src", "libs/*/src", "services/*/policies")
TESTS = ("services/*/tests", "libs/*/tests", "tests")
SUFFIXES = (".py", ".json", ".bpmn")
HEAD = """## 15.9 What is implemented

A rule is there where code cites its number and a test holds it to a value; a rule that no code cites is not there yet.
Made by `make docs` from the numbers in code and tests; do not edit below this line.
"""


def with_rules(handbook: str) -> str:
    """The handbook with its last section as the sources have it now."""
    text = handbook.partition(BEGIN)[0].rstrip("\n")
    return f"{text}\n\n{BEGIN}\n{_section(text)}{END}\n"


def _section(text: str) -> str:
    code, tests = _cited(CODE), _cited(TESTS)
    rules = defined(text)
    there = [rule for rule in rules if rule in code]
    lines = [
        HEAD,
        f"{len(there)} of {len(rules)} rules are cited in code.",
        "",
        "| rule | in code | in tests |",
        "|---|---|---|",
    ]
    for rule in rules:
        cells = ["<br>".join(sorted(found[rule])) if rule in found else "" for found in (code, tests)]
        lines.append(f"| {rule} | {cells[0] or 'not yet'} | {cells[1]} |")
    return "\n".join(lines) + "\n"


def defined(text: str) -> list[str]:
    """Every rule number of the handbook, in the order of their numbers."""
    return sorted({match.group() for match in RULE.finditer(text)}, key=_order)


def _order(rule: str) -> tuple[int, int, str]:
    match = RULE.fullmatch(rule)
    assert match is not None
    return int(match[1]), int(match[2]), match[3]


def _cited(patterns: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in patterns:
        for folder in ROOT.glob(pattern):
            for file in folder.rglob("*"):
                if file.suffix in SUFFIXES and "loan_reference" not in file.parts:
                    for rule in cited(file.read_text(encoding="utf-8")):
                        found[rule].add(_place(file))
    return found


def cited(text: str) -> set[str]:
    """The rule numbers that a text names; a range names all in it."""
    found = {match.group() for match in RULE.finditer(text)}
    for match in RANGE.finditer(text):
        found |= {f"R-{match[1]}.{number}" for number in range(int(match[2]), int(match[3]) + 1)}
    return found


def _place(file: Path) -> str:
    """A file as a reader looks for it: the service or library and the path inside it."""
    parts = file.relative_to(ROOT).parts
    if parts[0] == "tests":
        return "/".join(parts)
    inner = parts[4:] if parts[2] == "src" else parts[2:]
    return f"{parts[1]}: {'/'.join(inner)}"
