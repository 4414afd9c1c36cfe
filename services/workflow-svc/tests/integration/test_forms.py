"""What Camunda Modeler writes of a task, at the doors: who has it first, its form, how urgent it is."""

from pathlib import Path

import pytest
from casework import YUAN, Casework, refused

MODELER = (Path(__file__).parents[1] / "files" / "modeler-5-tasks.bpmn").read_text()
TOLD = {"visited_on": "2026-03-02", "staff_seen": 3, "stock": "FULL", "photographed": True}


@pytest.fixture
async def task(casework: Casework) -> dict[str, object]:
    """The task of an application on the process; u-risk-1 has worked here before."""
    await casework.get("/v1/tasks", "risk-officer", subject="u-risk-1", branch="310000-01")
    assert (await casework.published(MODELER)).status_code == 200
    application = await casework.submitted(process_code="modeler-tasks", amount_minor=30_000 * YUAN)
    return await casework.open_task(application)


async def test_a_task_is_with_who_is_named_and_shows_its_form(casework: Casework, task: dict[str, object]) -> None:
    assert (task["status"], task["assignee"], task["priority"]) == ("CLAIMED", "u-risk-1", 80)
    assert task["form_key"] == "site-visit"
    assert task["form"]["required"] == ["visited_on", "staff_seen"]  # type: ignore[index]
    assert task["due_at"] == "2026-03-03T07:00:00Z"  # 12 working hours after Monday 10:00
    assert task["follow_up_at"] == "2026-03-02T07:00:00Z"


async def test_a_form_is_checked_field_by_field_and_what_was_told_is_kept(
    casework: Casework, task: dict[str, object]
) -> None:
    who = {"subject": "u-risk-1", "role": "risk-officer"}
    refusal = await casework.complete(str(task["id"]), "APPROVE", form=TOLD | {"staff_seen": -1}, amount_minor=1, **who)
    assert refused(refusal) in {(422, "form-value-refused"), (422, "verdict-invalid")}
    refusal = await casework.complete(str(task["id"]), "DECLINE", form={"staff_seen": 3}, reason_codes=["R05"], **who)
    assert refused(refusal) == (422, "form-value-refused")
    assert [error["pointer"] for error in refusal.json()["errors"]] == ["/form/visited_on"]
    done = await casework.complete(str(task["id"]), "DECLINE", form=TOLD, reason_codes=["R05"], **who)
    assert done.status_code == 200, done.text
    assert done.json()["told"] == TOLD


async def test_who_is_named_and_not_known_gets_nothing(casework: Casework) -> None:
    assert (await casework.published(MODELER)).status_code == 200
    application = await casework.submitted(process_code="modeler-tasks", amount_minor=30_000 * YUAN)
    waiting = await casework.open_task(application)
    assert (waiting["status"], waiting["assignee"]) == ("OPEN", None)
