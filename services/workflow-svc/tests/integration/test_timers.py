"""Time passes: silence ends in a person's hands, overdue tasks are told once, and a restart loses no timer."""

import asyncio
from datetime import UTC, datetime

import pytest
from casework import Casework, Clock, refused

from loan_contracts.messages import (
    AuditRecorded,
    ExternalDataRequested,
    FraudOutcome,
    Outcome,
    TaskCreated,
    TaskOverdue,
)
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import settings_values
from workflow_svc.settings import Settings
from workflow_svc.wiring import build


async def pass_time(casework: Casework, **span: float) -> None:
    """The clock goes on and the service looks at it, as it does every second."""
    casework.clock.move(**span)
    await casework.harness.service.let_time_pass()


async def test_silent_data_collection_goes_to_a_person_after_ten_minutes(casework: Casework) -> None:
    application = await casework.submitted()
    late = await casework.collection(application)
    await pass_time(casework, minutes=9, seconds=59)
    assert await casework.harness.outbox(TaskCreated) == []
    await pass_time(casework, seconds=1)
    created = await sent(casework.harness, TaskCreated)
    assert (created.stage, created.hints) == ("manual_review", [])
    await pass_time(casework, seconds=1)
    await sent(casework.harness, TaskCreated)

    await casework.harness.deliver(late)
    assert await casework.refusals() == ["not-waiting"]
    await casework.decided(str(created.task_id), "DECLINE", reason_codes=["R09"])
    assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]


async def test_an_answer_in_time_disarms_the_timer(casework: Casework) -> None:
    application = await casework.submitted()
    await pass_time(casework, minutes=9)
    await casework.harness.deliver(await casework.collection(application))
    await pass_time(casework, minutes=2)
    assert await casework.harness.outbox(TaskCreated) == []
    assert (await casework.view(application))["waiting_for"] == [
        "fraud_screening.1", "fraud_screening_timeout.1", "risk_assessment.1", "risk_assessment_timeout.1",
    ]  # fmt: skip


async def test_two_silent_checks_end_in_one_review(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await pass_time(casework, minutes=5)
    created = await sent(casework.harness, TaskCreated)
    assert created.stage == "manual_review"
    view = await casework.view(application)
    assert (view["fraud"], view["risk"], view["waiting_for"]) == (None, None, ["manual_review.1"])


async def test_a_silent_assessment_is_not_an_approval(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.screening(application))
    await pass_time(casework, minutes=5)
    assert await casework.decisions() == []
    assert (await sent(casework.harness, TaskCreated)).stage == "manual_review"


async def test_documents_that_do_not_come_bring_the_case_back_to_a_person(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    await pass_time(casework, days=7)
    second = await casework.open_task(application)
    assert second["stage"] == "manual_review"
    assert second["id"] != task
    assert len(await casework.harness.outbox(ExternalDataRequested)) == 1
    assert refused(await casework.claim(second["id"])) == (403, "maker-not-checker")


async def test_a_timer_survives_a_restart_and_fires_once_though_two_processes_look(
    casework: Casework, database_url: str
) -> None:
    await casework.submitted()
    casework.clock.move(minutes=11)
    settings = Settings(**settings_values(database_url))
    restarted = [await Harness(build(settings, "api", casework.clock)).start() for _ in range(2)]
    try:
        await asyncio.gather(*(harness.service.let_time_pass() for harness in restarted))
        await sent(casework.harness, TaskCreated)
        fired = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "fire_timer"]
        assert len(fired) <= 1
    finally:
        for harness in restarted:
            await harness.close()


async def test_the_background_task_of_the_service_fires_what_is_due(casework: Casework) -> None:
    await casework.submitted()
    casework.clock.move(minutes=10)
    task = asyncio.create_task(casework.harness.service.background[-1]())
    try:
        async with asyncio.timeout(20):
            while not await casework.harness.outbox(TaskCreated):
                await asyncio.sleep(0.05)
    finally:
        task.cancel()


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (datetime(2026, 3, 2, 2, 0, tzinfo=UTC), datetime(2026, 3, 2, 7, 0, tzinfo=UTC)),  # Monday 10:00, lunch at 12
        (datetime(2026, 3, 6, 9, 0, tzinfo=UTC), datetime(2026, 3, 9, 4, 0, tzinfo=UTC)),  # Friday 17:00: 1 h + Monday
        (
            datetime(2026, 4, 3, 9, 0, tzinfo=UTC),
            datetime(2026, 4, 7, 4, 0, tzinfo=UTC),
        ),  # before the 4-6 April holiday
    ],
)
async def test_a_review_is_due_after_four_working_hours_and_told_once_when_overdue(
    casework: Casework, clock: Clock, opened: datetime, due: datetime
) -> None:
    """domain.md §15.7: approve 4 h; R-3.8: weekends and holidays do not count."""
    clock.now = opened
    _, task = await casework.in_review()
    assert (await casework.get(f"/v1/tasks/{task}", "approver")).json()["due_at"] == due.isoformat().replace(
        "+00:00", "Z"
    )
    await casework.claim(task)
    await pass_time(casework, seconds=(due - opened).total_seconds() - 1)
    assert await casework.harness.outbox(TaskOverdue) == []
    await pass_time(casework, seconds=1)
    told = await sent(casework.harness, TaskOverdue)
    assert (str(told.task_id), told.role, told.due_at) == (task, "approver", due)
    await pass_time(casework, days=1)
    await sent(casework.harness, TaskOverdue)
    assert (await casework.complete(task, "DECLINE", reason_codes=["R05"])).status_code == 200


async def test_finished_tasks_are_never_overdue(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.decided(task, "DECLINE", reason_codes=["R05"])
    await pass_time(casework, days=30)
    assert await casework.harness.outbox(TaskOverdue) == []


async def test_one_case_that_cannot_go_on_does_not_hold_up_the_others(casework: Casework) -> None:
    stuck = await casework.submitted()
    await casework.submitted()
    async with casework.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update cases set process_version = 99 where application_id = $1", (stuck.application_id,)
        )
    await pass_time(casework, minutes=10)
    created = await sent(casework.harness, TaskCreated)
    assert created.application_id != stuck.application_id


async def test_the_screening_outcome_counts_although_the_other_check_came_late(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.screening(application, outcome=FraudOutcome.DECLINE))
    await pass_time(casework, minutes=5)
    assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]
