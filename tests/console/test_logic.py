"""What of the console needs no browser: its linter and import directions, types, logic, and the bytes of its pages."""

import subprocess
from pathlib import Path

import pytest

from loan_devstack.origin import console

pytestmark = pytest.mark.xdist_group("console")


@pytest.mark.parametrize("script", ["lint", "types", "test", "budgets"])
def test_the_console_keeps(script: str, source: Path) -> None:
    ended = subprocess.run(
        ["npm", "run", "--silent", script],
        cwd=source, env=console.with_node(source), capture_output=True, text=True, timeout=170,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout[-6000:] + ended.stderr[-6000:]
