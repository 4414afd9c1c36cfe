"""The generated pages are those that the code makes, both READMEs say the same, and there is one version."""

import re
import tomllib
from pathlib import Path

from loan_contracts.access import ROLES
from loan_reference.console import stale_types
from loan_reference.pages import stale
from loan_reference.problems import all_raised
from loan_reference.rules import cited

README, CHINESE = "README.md", "README.zh-CN.md"


def test_the_generated_pages_are_up_to_date() -> None:
    assert [str(path) for path in stale()] == [], "run `make docs`"


def test_the_console_s_types_are_made_from_the_services_as_they_are() -> None:
    assert [str(path) for path in stale_types()] == [], "run `make api`"


def test_every_role_and_every_problem_code_is_found(root: Path) -> None:
    page = (root / "docs" / "permissions.md").read_text()
    assert all(f"| `{role}` |" in page for role in ROLES)
    codes = {raised.code for raised in all_raised()}
    assert {"customer-not-found", "token-expired", "maker-not-checker", "request-too-large"} <= codes
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|overloaded|busy", code)] == []


def test_a_range_of_rules_is_each_of_them() -> None:
    assert cited("R-3.4 to R-3.6, R-2.5a") == {"R-3.4", "R-3.5", "R-3.6", "R-2.5a"}


def test_both_readmes_have_the_same_parts_commands_links_and_figures(root: Path) -> None:
    english, chinese = ((root / name).read_text() for name in (README, CHINESE))
    assert len(re.findall(r"^## ", english, re.M)) == len(re.findall(r"^## ", chinese, re.M))
    for pattern in (r"`(make [a-z]+)", r"\]\(([^)]+)\)", r"\b\d+(?:\.\d+)? ms\b", r"^\| \[?([a-z-]+-svc)"):
        found = [sorted(set(re.findall(pattern, text, re.M)) - {README, CHINESE}) for text in (english, chinese)]
        assert found[0] == found[1], pattern


def test_all_packages_have_the_version_of_the_changelog(root: Path) -> None:
    versions = {
        tomllib.loads(path.read_text())["project"]["version"]
        for path in (*root.glob("libs/*/pyproject.toml"), *root.glob("services/*/pyproject.toml"))
    }
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (root / "CHANGELOG.md").read_text(), re.M)
    assert newest and versions == {newest[1]}
