"""servicekit knows no word of lending: what names a concept of the business belongs into a service or the contracts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LENDING = re.compile(
    r"^_?(application|applicant|borrower|consent|contract|customer|disclosure|document|loan|offer|repayment|screening)s?"
    r"[_-](?!servicekit|contracts)|^(applicant|borrower|customer|loan|repayment)s?$"
)
NOT_OF_LENDING = frozenset({"documents_shown", "application_name"})  # of OpenAPI, of a database connection


def words(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Names and short texts of a module; sentences and docstrings are for people."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=word) | ast.Attribute(attr=word) | ast.arg(arg=word) | ast.keyword(arg=str(word)):
                yield getattr(node, "lineno", 0), word
            case ast.FunctionDef(name=word) | ast.AsyncFunctionDef(name=word) | ast.ClassDef(name=word):
                yield node.lineno, word
            case ast.Constant(value=str(word)) if " " not in word:
                yield node.lineno, word


def lending_in(source: str) -> list[str]:
    return [
        f"{line} {word}"
        for line, word in words(ast.parse(source))
        if LENDING.search(word) and word not in NOT_OF_LENDING
    ]


def test_servicekit_has_no_word_of_lending(root: Path) -> None:
    kit = root / "libs" / "servicekit" / "src" / "loan_servicekit"
    found = {
        path.relative_to(root).as_posix(): words
        for path in sorted(kit.rglob("*.py"))
        if "testing" not in path.relative_to(kit).parts  # delivers messages of services, and seals them
        and (words := lending_in(path.read_text()))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    ['x = {"document-too-large": 413}', "about.application_id", "def f(loan): ...", 'getattr(x, "customer_id")'],
)
def test_a_word_of_lending_is_found(source: str) -> None:
    assert lending_in(source)
