"""The documents are true where a test can tell: headings, numbers, links, and the files that they name."""

import re
from pathlib import Path

import pytest

HEADINGS = ["Context", "Decision", "Consequences", "Alternatives", "Enforced by"]
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def decisions(root: Path) -> list[Path]:
    return sorted((root / "docs" / "decisions").glob("*.md"))


def test_decisions_are_numbered_without_a_gap(root: Path) -> None:
    assert [path.name[:4] for path in decisions(root)] == [f"{n:04}" for n in range(1, len(decisions(root)) + 1)]
    assert len(decisions(root)) >= 16


def test_a_decision_has_its_five_parts_on_one_page(root: Path) -> None:
    for path in decisions(root):
        text = path.read_text()
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS, path.name
        assert text.startswith(f"# {path.name[:4]} "), path.name
        assert len(text.splitlines()) <= 60, path.name


def test_a_decision_names_checks_that_exist(root: Path) -> None:
    for path in decisions(root):
        named = re.findall(r"`([\w./-]+)`", path.read_text().split("## Enforced by")[1])
        files = [name for name in named if "/" in name or name.startswith(".")]
        assert files, f"{path.name} names no check"
        assert [name for name in files if not (root / name).exists()] == [], path.name


def test_the_index_lists_every_decision_by_its_title(root: Path) -> None:
    index = (root / "docs" / "README.md").read_text()
    for path in decisions(root):
        title = path.read_text().splitlines()[0].removeprefix("# ")
        assert f"- [{title}](decisions/{path.name})" in index


@pytest.mark.parametrize("pattern", ["*.md", "docs/**/*.md", "libs/*/*.md", "services/*/*.md"])
def test_every_link_leads_somewhere(root: Path, pattern: str) -> None:
    broken = [
        f"{path.relative_to(root)}: {target}"
        for path in root.glob(pattern)
        for target in LINK.findall(path.read_text())
        if "://" not in target and not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_anchors_of_the_message_page_lead_to_its_headings(root: Path) -> None:
    page = (root / "docs" / "messages.md").read_text()
    headings = {
        re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", page, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


def test_the_glossary_has_one_row_a_word(root: Path) -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", (root / "docs" / "glossary.md").read_text(), re.MULTILINE)
    words = [first.strip() for first, _ in rows if not first.startswith(("---", "中文", "word"))]
    assert len(words) == len(set(words)) >= 50


def test_libraries_and_services_have_a_readme(root: Path) -> None:
    packages = [path.parent for path in (*root.glob("libs/*/pyproject.toml"), *root.glob("services/*/pyproject.toml"))]
    assert [path.name for path in packages if not (path / "README.md").exists()] == []
