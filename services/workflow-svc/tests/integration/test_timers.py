"""Time passes: silence ends in a person's hands, overdue tasks are told once, and a restart loses no timer."""

import asyncio
from datetime import UTC, date, datetime
from functools import partial
from uuid import UUID

import pytest
from casework import Casework, Clock, an_application, refused, timers_of

from loan_contracts.assessment import ExternalDataRequested, FraudOutcome
from loan_contracts.decisions import Outcome, TaskCreated, TaskHandedOver, TaskOverdue, TaskReminded
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import settings_values
from workflow_svc.settings import Settings
from workflow_svc.wiring import build


async def test_silent_data_collection_goes_to_a_person_after_ten_minutes(casework: Casework) -> None:
    application = await casework.submitted()
    late = await casework.collection(application)
    await casework.pass_time(minutes=9, seconds=59)
    assert await casework.harness.outbox(TaskCreated) == []
    await casework.pass_time(seconds=1)
    created = await sent(casework.harness, TaskCreated)
    assert (created.stage, created.hints) == ("manual_review", [])
    await casework.pass_time(seconds=1)
    await sent(casework.harness, TaskCreated)

    await casework.harness.deliver(late)
    assert await casework.refusals() == ["not-waiting"]
    await casework.decided(str(created.task_id), "DECLINE", reason_codes=["R09"])
    assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]


async def test_an_answer_in_time_disarms_the_timer(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.pass_time(minutes=9)
    await casework.harness.deliver(await casework.collection(application))
    await casework.pass_time(minutes=2)
    assert await casework.harness.outbox(TaskCreated) == []
    assert (await casework.view(application))["waiting_for"] == [
        "fraud_screening.1", "fraud_screening_timeout.1", "risk_assessment.1", "risk_assessment_timeout.1",
    ]  # fmt: skip


async def test_two_silent_checks_end_in_one_review(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.pass_time(minutes=5)
    created = await sent(casework.harness, TaskCreated)
    assert created.stage == "manual_review"
    view = await casework.view(application)
    assert (view["fraud"], view["risk"], view["waiting_for"]) == (None, None, ["manual_review.1"])


async def test_a_silent_assessment_is_not_an_approval(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.screening(application))
    await casework.pass_time(minutes=5)
    assert await casework.decisions() == []
    assert (await sent(casework.harness, TaskCreated)).stage == "manual_review"


async def test_documents_that_do_not_come_bring_the_case_back_to_a_person(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    await casework.pass_time(days=7)
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
        await asyncio.gather(*(timers_of(harness).take() for harness in restarted))
        await sent(casework.harness, TaskCreated)
        fired = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "fire_timer"]
        assert len(fired) == 1
    finally:
        for harness in restarted:
            await harness.close()


async def test_the_background_task_of_the_service_fires_what_is_due(casework: Casework) -> None:
    await casework.submitted()
    casework.clock.move(minutes=10)
    task = asyncio.create_task(timers_of(casework.harness).run())
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
    await casework.pass_time(seconds=(due - opened).total_seconds() - 1)
    assert await casework.harness.outbox(TaskOverdue) == []
    await casework.pass_time(seconds=1)
    told = await sent(casework.harness, TaskOverdue)
    assert (str(told.task_id), told.role, told.due_at) == (task, "approver", due)
    await casework.pass_time(days=1)
    await sent(casework.harness, TaskOverdue)
    assert (await casework.complete(task, "DECLINE", reason_codes=["R05"])).status_code == 200


async def test_a_late_task_is_reminded_of_told_and_handed_over_to_the_deputy(casework: Casework, clock: Clock) -> None:
    """domain.md §15.7: at 50 %, 100 % and 150 % of four working hours; Monday 10:00, lunch from 12 to 13."""
    for deputy in ("u-idle", "u-deputy"):
        await casework.get("/v1/tasks", "approver", subject=deputy)
    _, task = await casework.in_review()
    await casework.claim(task, "u-approver")
    absence = {"begins": "2026-03-02T03:00:00Z", "ends": "2026-03-09T01:00:00Z", "deputy": "u-deputy"}
    noted = await casework.post("/v1/absence", "approver", subject="u-approver", json=absence)
    assert (noted.status_code, noted.json()["absence"]) == (200, absence)
    await casework.pass_time(hours=2)  # 12:00
    reminded = await sent(casework.harness, TaskReminded)
    assert (str(reminded.task_id), reminded.assignee, reminded.recipients) == (task, "u-approver", ["u-approver"])
    await casework.pass_time(hours=3)  # 15:00
    assert (await sent(casework.harness, TaskOverdue)).recipients == ["u-approver"]
    await casework.pass_time(hours=2)  # 17:00
    handed = await sent(casework.harness, TaskHandedOver)
    assert (handed.handed_over_by, handed.assignee) == ("u-approver", "u-deputy")
    verdict = {"reason_codes": ["R05"]}
    assert refused(await casework.complete(task, "DECLINE", "u-approver", **verdict)) == (409, "task-not-claimed")
    assert (await casework.complete(task, "DECLINE", "u-deputy", **verdict)).status_code == 200


async def test_deputies_are_people_and_end_with_somebody_who_is_there(casework: Casework) -> None:
    absence = {"begins": "2026-03-02T03:00:00Z", "ends": "2026-03-09T01:00:00Z", "deputy": "u-b"}
    away = partial(casework.post, "/v1/absence", "approver")
    assert refused(await away(subject="u-a", json=absence)) == (422, "assignee-unknown")
    await casework.get("/v1/tasks", "approver", subject="u-b")
    assert (await away(subject="u-a", json=absence)).status_code == 200
    assert refused(await away(subject="u-b", json=absence | {"deputy": "u-a"})) == (409, "delegation-loop")
    backwards = absence | {"ends": absence["begins"]}
    assert refused(await away(subject="u-a", json=backwards)) == (422, "absence-malformed")
    known = (await casework.get("/v1/colleagues", "approver", subject="u-b")).json()["items"]
    assert [(each["subject"], each["absence"]) for each in known] == [("u-a", absence), ("u-b", None)]
    assert (await casework.post("/v1/absence/end", "approver", subject="u-a")).json()["absence"] is None
    assert (await away(subject="u-b", json=absence | {"deputy": "u-a"})).status_code == 200


NEW_YEARS_EVE_17H = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)  # in Shanghai, a Thursday
ADD_HOLIDAYS = (
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
    " values ('calendar.holidays', $1, 'days', $2, 'State Council', 'C1', 'u-admin')"
)


async def due_of_a_review(casework: Casework, opened: datetime) -> datetime:
    """When a review is due that is opened at a moment; people have four working hours for it (domain.md §15.7)."""
    casework.clock.now = opened
    _, task = await casework.in_review()
    return datetime.fromisoformat((await casework.get(f"/v1/tasks/{task}", "approver")).json()["due_at"])


async def holidays_are_added(casework: Casework, days: str, valid_from: date) -> None:
    """An administrator adds a row, and the service reads the parameters, as it does every minute."""
    async with casework.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(ADD_HOLIDAYS, (days, valid_from))
    await casework.harness.start()


@pytest.mark.parametrize(
    ("listed", "due"),
    [
        (None, datetime(2027, 1, 1, 4, 0, tzinfo=UTC)),  # only weekends are free until the list is there
        ("2027-01-01/2027-01-03", datetime(2027, 1, 4, 4, 0, tzinfo=UTC)),
        (
            "2027-01-01/2027-01-32",
            datetime(2027, 1, 1, 4, 0, tzinfo=UTC),
        ),  # nobody can read it: as if it were not there
    ],
)
async def test_an_administrator_adds_a_year_to_the_calendar_without_a_release(
    casework: Casework, listed: str | None, due: datetime
) -> None:
    """domain.md R-3.8: the calendar is a data table."""
    if listed:
        await holidays_are_added(casework, listed, date(2027, 1, 1))
    assert await due_of_a_review(casework, NEW_YEARS_EVE_17H) == due
    spring_festival = datetime(2026, 2, 14, 9, 0, tzinfo=UTC)  # the list of 2026 holds as before
    assert await due_of_a_review(casework, spring_festival) == datetime(2026, 2, 24, 4, 0, tzinfo=UTC)


async def test_a_corrected_list_holds_from_its_day(casework: Casework) -> None:
    """domain.md R-0.1: of each day the row says that is valid on it."""
    before_qingming, before_national_day = (
        datetime(2026, 4, 3, 9, 0, tzinfo=UTC),
        datetime(2026, 9, 30, 9, 0, tzinfo=UTC),
    )
    await holidays_are_added(casework, "2026-04-07 2026-10-01/2026-10-05", date(2026, 10, 1))
    assert await due_of_a_review(casework, before_qingming) == datetime(2026, 4, 7, 4, 0, tzinfo=UTC)
    assert await due_of_a_review(casework, before_national_day) == datetime(2026, 10, 6, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (datetime(2026, 10, 2, tzinfo=UTC), []),
        (datetime(2026, 10, 4, tzinfo=UTC), [2027]),
        (datetime(2027, 1, 1, tzinfo=UTC), [2027]),
        (datetime(2027, 11, 1, tzinfo=UTC), [2027, 2028]),
    ],
)
async def test_a_start_warns_of_years_without_holidays(
    harness: Harness, clock: Clock, caplog: pytest.LogCaptureFixture, today: datetime, missing: list[int]
) -> None:
    clock.now = today
    with caplog.at_level("WARNING"):
        await harness.start()
    assert [
        record.__dict__["year"] for record in caplog.records if record.message == "calendar.year_missing"
    ] == missing


async def test_finished_tasks_are_never_overdue(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.decided(task, "DECLINE", reason_codes=["R05"])
    await casework.pass_time(days=30)
    assert await casework.harness.outbox(TaskOverdue) == []


async def test_one_case_that_cannot_go_on_does_not_hold_up_the_others(casework: Casework) -> None:
    stuck = await casework.submitted()
    await casework.submitted()
    async with casework.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update cases set process_version = 99 where application_id = $1", (stuck.application_id,)
        )
    await casework.pass_time(minutes=10)
    created = await sent(casework.harness, TaskCreated)
    assert created.application_id != stuck.application_id


async def test_all_that_is_due_at_once_fires_at_once_and_what_refuses_is_tried_again(
    casework: Casework, database_url: str
) -> None:
    """More than two pieces of a hundred, two processes that look, and three cases whose process nobody knows."""
    applications = [an_application() for _ in range(230)]
    await casework.harness.deliver(*applications)
    stuck = {application.application_id for application in applications[:3]}
    await set_version(casework, stuck, 99)
    casework.clock.move(minutes=10)
    other = await Harness(build(Settings(**settings_values(database_url)), "api", casework.clock)).start()
    try:
        await asyncio.gather(*(timers_of(harness).take() for harness in (casework.harness, other)))
    finally:
        await other.close()
    created = [m.application_id for m in await casework.harness.outbox(TaskCreated)]
    assert (len(created), set(created)) == (227, {a.application_id for a in applications} - stuck)

    await set_version(casework, stuck, 1)
    await casework.pass_time(seconds=59)
    assert len(await casework.harness.outbox(TaskCreated)) == 227
    await casework.pass_time(seconds=1)
    assert {m.application_id for m in (await casework.harness.outbox(TaskCreated))[227:]} == stuck


async def test_all_tasks_that_are_overdue_at_once_are_told_once_each(casework: Casework) -> None:
    await casework.harness.deliver(*(an_application() for _ in range(120)))
    await casework.pass_time(minutes=10)
    await casework.pass_time(hours=6)
    assert len({m.task_id for m in await casework.harness.outbox(TaskOverdue)}) == 120
    await casework.pass_time(hours=1)
    assert len(await casework.harness.outbox(TaskOverdue)) == 120


async def set_version(casework: Casework, applications: set[UUID], version: int) -> None:
    async with casework.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update cases set process_version = $2 where application_id = any($1::uuid[])", ([*applications], version)
        )


async def test_the_screening_outcome_counts_although_the_other_check_came_late(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.screening(application, outcome=FraudOutcome.DECLINE))
    await casework.pass_time(minutes=5)
    assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]
