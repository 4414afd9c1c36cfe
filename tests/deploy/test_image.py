"""services/Dockerfile: without a fault that a linter finds, small in its rights, and told what it is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from tools import hadolint

pytestmark = pytest.mark.xdist_group("tools")


@pytest.fixture
def dockerfile(root: Path) -> Path:
    return root / "services" / "Dockerfile"


def faults(path: Path) -> str:
    return subprocess.run([str(hadolint()), "--no-color", str(path)], capture_output=True, text=True).stdout


def test_the_linter_finds_no_fault(dockerfile: Path) -> None:
    assert faults(dockerfile) == ""


def test_the_linter_finds_a_fault(dockerfile: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "Dockerfile"
    spoilt.write_text(re.sub(r"^USER .*$", "USER root", dockerfile.read_text(), flags=re.MULTILINE))
    assert "DL3002" in faults(spoilt)


def test_the_final_stage_has_no_more_than_it_needs(dockerfile: Path) -> None:
    _, first, final = re.split(r"^FROM .*$", dockerfile.read_text(), flags=re.MULTILINE)
    assert re.findall(r"^USER (.+)$", final, re.MULTILINE) == ["10001:10001"]
    assert re.findall(r"install -y --no-install-recommends (.+?) &&", final) == ["libgomp1"]
    assert "pip install" not in final and "pip install" in first
    assert "/health/live" in final
    labels = set(re.findall(r"org\.opencontainers\.image\.(\w+)=", final))
    assert labels == {"title", "description", "version", "revision", "licenses"}


def test_both_stages_stand_on_one_base_that_a_release_names_by_digest(dockerfile: Path) -> None:
    text = dockerfile.read_text()
    assert re.findall(r"^FROM (\S+)", text, re.MULTILINE) == ["${BASE}", "${BASE}"]
    assert re.search(r"^ARG BASE=python:\d+\.\d+\.\d+-slim-\w+$", text, re.MULTILINE)


def test_the_version_is_that_of_the_changelog(root: Path, dockerfile: Path) -> None:
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (root / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest and f"ARG VERSION={newest[1]}\n" in dockerfile.read_text()
