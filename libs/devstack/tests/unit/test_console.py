"""When the console is built, and what is said where it cannot be: with a real Node's place taken by nothing at all."""

from pathlib import Path

import pytest

from loan_devstack.origin import console


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A console whose pages were built."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.tsx").write_text("1")
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / ".built-from").write_text(console.fingerprint(tmp_path))
    return tmp_path


def test_what_was_built_from_these_sources_is_not_built_again(source: Path) -> None:
    said: list[str] = []
    (source / "node_modules").mkdir()
    (source / "node_modules" / "any.js").write_text("not a source")
    assert console.build(source, said.append)
    assert said == []


@pytest.mark.parametrize("changed", ["src/main.tsx", "package-lock.json", "src/new.tsx"])
def test_a_change_of_a_source_is_noticed(source: Path, changed: str) -> None:
    (source / changed).write_text("2")
    assert not console.is_built(source)


def test_a_machine_that_cannot_build_says_why_and_goes_on(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    (source / "src" / "main.tsx").write_text("2")
    monkeypatch.setenv("PATH", str(source))  # no Node, and no wheel of it that could be fetched
    monkeypatch.setattr(console.sys, "executable", str(source / "python"))
    (source / "python").write_text("#!/bin/sh\nexit 1\n")
    (source / "python").chmod(0o755)
    assert not console.build(source, said.append)
    assert said[-1].startswith("There is no console: there is no Node")


def test_a_checkout_without_a_console_has_none(tmp_path: Path) -> None:
    assert not console.build(tmp_path, lambda line: None)
