"""The command line where no system runs: what it says, and what it leaves alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from loan_devstack import secret_store
from loan_devstack.running.control import System


def run(var: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"XINLIU_VAR": str(var)}
    environment.pop("PORT_BASE", None)
    return subprocess.run(
        [sys.executable, "-m", "loan_devstack", *words], env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["events"],
            ["make events TOPIC=decision.made", "TOPIC=all", "FROM_START=1", "loan.disbursed", "dead-letter."],
        ),
        (["events", "decision.made"], ["Nothing runs in", "make up"]),
        (["logs"], ["no logs", "make up"]),
        (["token", "approver"], ["Nothing runs in", "make up"]),
    ],
)
def test_without_a_system_or_an_argument_one_sentence_says_what_to_type(
    tmp_path: Path, words: list[str], said: list[str]
) -> None:
    answer = run(tmp_path, *words)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert [part for part in said if part not in answer.stderr] == []
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["logs"], ["logs", "risc-svc"]])
def test_the_logs_that_there_are_are_named(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "log").mkdir()
    for name in ("kafka", "risk-svc"):
        (tmp_path / "log" / f"{name}.log").touch()
    answer = run(tmp_path, *words)
    assert answer.returncode == 1
    assert "there are kafka, risk-svc" in answer.stderr


def test_a_folder_that_cannot_be_used_is_a_sentence_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for command in ("up", "doctor", "status"):
        answer = run(tmp_path / "file" / "var", command)
        assert "Traceback" not in answer.stderr
    assert f"{tmp_path / 'file'}" in run(tmp_path / "file" / "var", "up").stderr
    assert "XINLIU_VAR" in run(tmp_path / "file" / "var", "up").stderr


@pytest.mark.parametrize("foreign", ["secrets.json", "run/state.json"])
def test_clean_leaves_a_folder_alone_that_is_no_systems(tmp_path: Path, foreign: str) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "thesis").write_text("years of work")
    (tmp_path / foreign).parent.mkdir(exist_ok=True)
    (tmp_path / foreign).write_text('{"database": "another program\'s"}')
    answer = run(tmp_path, "clean")
    assert answer.returncode == 0
    assert f"{tmp_path} holds no system" in answer.stdout
    assert (tmp_path / "documents" / "thesis").exists()
    assert (tmp_path / foreign).exists()


def test_clean_removes_what_a_system_made_and_nothing_else_and_says_so(tmp_path: Path) -> None:
    secret_store.load(tmp_path)
    (tmp_path / "postgres" / "base").mkdir(parents=True)
    (tmp_path / "models").mkdir()
    answer = run(tmp_path, "clean")
    assert answer.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["models"]
    assert "removed postgres, .secrets.lock, secrets.json" in answer.stdout
    assert "models" in answer.stdout


def test_down_says_that_nothing_ran(tmp_path: Path) -> None:
    answer = run(tmp_path, "down")
    assert (answer.returncode, answer.stdout) == (0, f"Nothing ran in {tmp_path}\n")


def test_a_system_that_runs_elsewhere_is_named_with_what_to_type(tmp_path: Path) -> None:
    elsewhere = tmp_path / "else where"
    system = System(elsewhere, only=["edge"], foreground=False)
    system.up()
    try:
        for words in (["status"], ["events", "decision.made"], ["token", "approver"]):
            answer = run(tmp_path / "var", *words)
            said = answer.stdout + answer.stderr
            assert answer.returncode in (1, 3)
            assert f"PORT_BASE={system.settings.port_base} XINLIU_VAR='{elsewhere}'" in said
            assert said.count("\n") == 1
    finally:
        system.down()
    assert str(elsewhere) not in run(tmp_path / "var", "status").stdout


@pytest.mark.parametrize(
    "program", ["-m loan_devstack status", "-m loan_devstack logs kafka", "-m loan_devstack --help"]
)
def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path, program: str) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "kafka.log").write_text("line\n" * 100_000)
    environment = os.environ | {"XINLIU_VAR": str(tmp_path)}
    line = f"{sys.executable} {program} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.returncode in (0, 3)
