"""What the demonstration takes, and what it says at its end."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loan_datasets import gmsc, splits
from loan_devstack.errors import CannotStart
from loan_devstack.settings import Settings
from loan_replay.channel import Applicant
from loan_replay.demo import BORROWERS, how_many
from loan_replay.guide import approval, guide
from loan_replay.journeys import Journey, Stage
from loan_replay.target import Target

WAITING, PAID = (
    UUID(int=0xFFFFFFFF),
    UUID(int=1),
)  # by their last bits: not among those whose spans are kept; among them
TASK, CASE = "85958cd2-af4c-53eb-a063-f556faa4daea", "d2b0e288-4157-54e1-89b0-e7103329bc66"
BOUNDS = {"lowest_minor": 500_000, "highest_minor": 750_000, "limit_minor": 600_000, "lacking": [],
          "assessed_rate": "0.12"}  # fmt: skip


def journey(id: UUID, stage: Stage) -> Journey:
    return Journey(Applicant(1, {}, {}), application_id=str(id), stage=stage)


@pytest.mark.parametrize("given", ["0", "-1", "abc", "", "1.5", "22501"])
def test_a_number_of_applications_that_cannot_be_had_is_refused_with_what_is_allowed(given: str) -> None:
    with pytest.raises(CannotStart, match=r"APPLICATIONS is .* from 1 to 22,500"):
        how_many(given)


def test_a_number_within_the_bounds_is_taken() -> None:
    assert [how_many("1"), how_many("22500")] == [1, 22500]


@pytest.mark.dataset
def test_as_many_applications_are_allowed_as_there_are_borrowers_to_replay() -> None:
    assert len(splits.splits(gmsc.load()).replay) == BORROWERS


@pytest.mark.parametrize("words", [["demo", "60"], ["trace"], ["trace", str(PAID)], ["replay-outboxes"]])
def test_where_nothing_runs_a_sentence_says_so_at_once(tmp_path: Path, words: list[str]) -> None:
    environment = {**os.environ, "XINLIU_VAR": str(tmp_path)}
    environment.pop("PORT_BASE", None)
    answer = subprocess.run(
        [sys.executable, "-m", "loan_replay", *words], env=environment, capture_output=True, text=True, timeout=30
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith(f"Nothing runs in {tmp_path}: `make up`")  # and what runs elsewhere
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"limit_minor": 600_000}, {"amount_minor": 600_000}),
        ({"limit_minor": 900_000}, {"amount_minor": 750_000}),
        ({"limit_minor": 0}, {"amount_minor": 500_000, "exceptions": ["ABOVE_LIMIT"]}),
        (
            {"limit_minor": None, "lacking": ["NOT_ASSESSED"], "assessed_rate": None},
            {"amount_minor": 750_000, "annual_rate": "0.12", "exceptions": ["NOT_ASSESSED"]},
        ),
    ],
)
def test_the_approval_that_is_shown_stays_within_the_bounds_of_the_case(
    bounds: dict[str, Any], expected: dict[str, Any]
) -> None:
    verdict = approval({"bounds": BOUNDS | bounds})
    told = ("choice", "comment", "exception_reason")
    assert {name: value for name, value in verdict.items() if name not in told} == expected
    assert ("exceptions" in verdict) == ("exception_reason" in verdict)
    assert verdict["choice"] == "APPROVE"
    assert len(verdict["comment"]) >= 10


async def told(serving: Callable[[dict[str, Any]], Any], spans: list[Any], **environment: str) -> str:
    answers = {
        "/workflow-svc/v1/tasks": {"items": [{"id": TASK, "case_id": CASE}]},
        f"/workflow-svc/v1/cases/{CASE}/view": {"bounds": BOUNDS},
        f"/reporting-svc/v1/applications/{PAID}/trace": {"messages": [], "traces": spans},
    }
    target = Target(Settings(var=Path("/v"), port_base=19000, environment=environment))
    ended = [journey(WAITING, Stage.WITH_A_PERSON), journey(PAID, Stage.DISBURSED)]
    async with serving(answers) as api:
        return await guide(target, ended, api, api)


async def test_the_commands_that_decide_one_by_hand_name_its_task_and_can_be_pasted(
    serving: Callable[[dict[str, Any]], Any],
) -> None:
    text = await told(serving, [{}], PORT_BASE="19000", XINLIU_VAR="/my data")
    commands = shlex.split(text[text.index("TOKEN=") :].replace("\\\n", ""), comments=True)
    base = f"http://127.0.0.1:19000/api/workflow-svc/v1/tasks/{TASK}"
    assert {f"{base}/claim", f"{base}/completion"} <= set(commands)
    keys = [word for word in commands if word.startswith("Idempotency-Key: ")]
    assert [key.split()[1].partition("-")[0] for key in keys] == ["claim", "decide", "confirm", "sign"]
    assert all(TASK in key for key in keys[:2]) and all(str(WAITING) in key for key in keys[2:])
    application = f"http://127.0.0.1:19000/api/application-svc/v1/applications/{WAITING}"
    assert {f"{application}/disclosure-confirmation", f"{application}/signature"} <= set(commands)
    verdict = json.loads(commands[commands.index("-d") + 1].removesuffix(";"))
    assert (verdict["choice"], verdict["amount_minor"]) == ("APPROVE", 600_000)


async def test_the_commands_mean_the_system_that_the_demonstration_ran_on(
    serving: Callable[[dict[str, Any]], Any],
) -> None:
    assert "\nStop (data stays)         make down\n" in await told(serving, [{}])
    assert "PORT_BASE=19000 XINLIU_VAR='/my data' make down\n" in await told(
        serving, [{}], PORT_BASE="19000", XINLIU_VAR="/my data"
    )


async def test_the_example_of_a_trace_is_one_with_spans_or_it_is_said_that_there_is_none(
    serving: Callable[[dict[str, Any]], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loan_replay.guide.SPANS_COME_WITHIN_S", 1)
    with_spans, without = await told(serving, [{}]), await told(serving, [])
    assert f"make trace ID={PAID}\nFollow" in with_spans
    assert f"make trace ID={PAID}\n  (messages alone: spans are kept of 3 applications in a hundred" in without
    assert "TRACE_RATIO=1 make up" in without
