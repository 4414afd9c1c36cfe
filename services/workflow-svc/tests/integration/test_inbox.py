"""The inbox as it is narrowed, paged and counted; what is counted is what waits, whoever writes meanwhile."""

import asyncio
from collections import Counter
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from casework import YUAN, Casework, refused

from loan_contracts.applications import ApplicationWithdrawn
from workflow_svc.persistence.tasks.counts import fold

COMMITTEE = "committee-member"
WAITING = "select status, role, branch, stage, product_code from tasks where status in ('OPEN', 'CLAIMED')"
NOTHING = {"open": 0, "claimed": 0, "overdue": 0}


async def listed(casework: Casework, query: str = "", *roles: str, subject: str = "u-approver") -> list[str]:
    """The ids of one page that holds everything."""
    answer = await casework.get(f"/v1/tasks?{query}", *(roles or ("approver",)), subject=subject)
    assert answer.status_code == 200, answer.text
    assert answer.json()["next_cursor"] is None
    return [task["id"] for task in answer.json()["items"]]


async def by_pages(casework: Casework, query: str, *roles: str, subject: str = "u-approver") -> list[str]:
    """The same, read in pages of one."""
    found, cursor = [], ""
    while True:
        answer = await casework.get(f"/v1/tasks?limit=1&{query}{cursor}", *(roles or ("approver",)), subject=subject)
        page = answer.json()
        found += [task["id"] for task in page["items"]]
        if not page["next_cursor"]:
            return found
        cursor = f"&cursor={page['next_cursor']}"


async def counts(casework: Casework, query: str = "", *roles: str, subject: str = "u-approver") -> dict[str, Any]:
    answer = await casework.get(f"/v1/tasks/counts?{query}", *(roles or ("approver",)), subject=subject)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


class Desk:
    """Tasks of all kinds, by name. Monday 10:00: `late`, due at 15:00, and `committee`. Monday 16:00: `taken`, `fresh`
    and what is closed; Tuesday 10:00: `decided`."""

    def __init__(self, casework: Casework) -> None:
        self.casework = casework
        self.ids: dict[str, str] = {}

    async def fill(self) -> "Desk":
        casework = self.casework
        self.late, self.ids["late"] = await casework.in_review(branch="310000-02", product_code="PCL-BRANCH")
        asked = await casework.submitted(amount_minor=600_000 * YUAN, product_max_minor=1_000_000 * YUAN)
        await casework.checked(asked)
        self.ids["committee"] = (await casework.open_task(asked))["id"]
        casework.clock.move(hours=6)
        for name in ("taken", "fresh", "declined", "decided", "withdrawn"):
            application, self.ids[name] = await casework.in_review()
            if name == "declined":
                self.closed = application
            casework.clock.move(minutes=1)
        await casework.claim(self.ids["taken"])
        await casework.decided(self.ids["declined"], "DECLINE", "u-other", reason_codes=["R05"])
        casework.clock.move(minutes=1)
        withdrawn = ApplicationWithdrawn(
            application_id=application.application_id, withdrawn_at=casework.clock(), reason="TOO_SLOW"
        )
        await casework.harness.deliver(withdrawn)
        casework.clock.move(hours=18)
        await casework.decided(self.ids["decided"], "DECLINE", reason_codes=["R05"])
        return self

    def named(self, found: list[str]) -> list[str]:
        names = {id: name for name, id in self.ids.items()}
        return [names[id] for id in found]


@pytest.fixture
async def desk(casework: Casework) -> Desk:
    return await Desk(casework).fill()


CLOSED = ["decided", "withdrawn", "declined"]  # the newest first
ASKED: list[tuple[str, str, list[str]]] = [
    ("", "approver", ["late", "taken", "fresh", *CLOSED]),
    ("", "auditor", ["late", "committee", "taken", "fresh", *CLOSED]),
    ("", COMMITTEE, ["committee"]),
    ("", "risk-officer", []),
    ("role=approver", "auditor", ["late", "taken", "fresh", *CLOSED]),
    ("role=committee-member", "auditor", ["committee"]),
    ("role=committee-member", "approver", []),
    ("branch=310000-02", "approver", ["late"]),
    ("branch=310000-01", "approver", ["taken", "fresh", *CLOSED]),
    ("branch=310000-03", "approver", []),
    ("stage=manual_review", "auditor", ["late", "taken", "fresh"]),
    ("stage=committee_review", "auditor", ["committee"]),
    ("stage=committee_review", "approver", []),
    ("product_code=PCL-BRANCH", "approver", ["late"]),
    ("product_code=PCL-ONLINE&branch=310000-01", "auditor", ["committee", "taken", "fresh"]),
    ("product_code=PCL-BRANCH&stage=committee_review", "auditor", []),
    ("status=OPEN", "approver", ["late", "fresh"]),
    ("status=CLAIMED", "auditor", ["taken"]),
    ("status=COMPLETED", "approver", ["decided", "declined"]),
    ("status=CANCELLED", "approver", ["withdrawn"]),
    ("overdue=true", "approver", ["late"]),
    ("overdue=true", "auditor", ["late", "committee"]),
    ("overdue=false", "approver", ["taken", "fresh"]),
    ("overdue=true&status=CLAIMED", "approver", []),
    ("mine=true", "approver", ["taken", "decided"]),
    ("mine=true&status=CLAIMED", "approver", ["taken"]),
    ("mine=true&stage=manual_review", "approver", ["taken"]),
    ("assignee=u-other", "approver", ["declined"]),
    ("assignee=u-other", COMMITTEE, []),
    ("assignee=u-other&mine=true", "approver", []),
    ("assignee=u-approver&branch=310000-02", "auditor", []),
    ("assignee=u-nobody", "auditor", []),
    ("closed_from=2026-03-03", "approver", ["decided"]),
    ("closed_to=2026-03-02", "approver", ["withdrawn", "declined"]),
    ("closed_from=2026-03-02&closed_to=2026-03-02&status=COMPLETED", "auditor", ["declined"]),
    ("closed_from=2026-03-02&assignee=u-other", "auditor", ["declined"]),
    ("closed_from=2026-03-02&status=OPEN", "approver", []),
    ("closed_from=0001-01-01&closed_to=9999-12-31", "approver", CLOSED),
    ("closed_from=9999-12-31", "auditor", []),
    ("closed_to=0001-01-01", "auditor", []),
]


async def test_the_inbox_is_narrowed_by_what_is_asked_and_read_in_pages(desk: Desk) -> None:
    for query, role, expected in ASKED:
        found = await listed(desk.casework, query, role)
        assert desk.named(found) == expected, (query, role)
        assert await by_pages(desk.casework, query, role) == found, (query, role)


async def test_an_application_shows_its_own_tasks(desk: Desk) -> None:
    of = f"application_id={desk.late.application_id}"
    assert desk.named(await listed(desk.casework, of)) == ["late"]
    of = f"application_id={desk.closed.application_id}"
    for more in ("", "&closed_from=2026-03-02", "&assignee=u-other", "&assignee=u-other&closed_from=2026-03-02",
                 "&assignee=u-other&closed_to=2026-03-02&status=COMPLETED"):  # fmt: skip
        assert desk.named(await listed(desk.casework, of + more)) == ["declined"], more
        assert desk.named(await by_pages(desk.casework, of + more)) == ["declined"], more
    assert await listed(desk.casework, of + "&assignee=u-other&closed_from=2026-03-03") == []
    of = f"application_id={desk.late.application_id}"
    for more in ("&status=COMPLETED", "&branch=310000-01", "&assignee=u-other", "&stage=committee_review"):
        assert await listed(desk.casework, of + more) == [], more


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("closed_from=2026-03-03&closed_to=2026-03-02", "days-reversed"),
        ("closed_from=2026-02-30", "request-invalid"),
        ("status=LATE", "request-invalid"),
        ("overdue=perhaps", "request-invalid"),
        ("role=%00", "request-invalid"),
        ("assignee=" + "x" * 101, "request-invalid"),
    ],
)
async def test_what_cannot_be_asked_is_refused(casework: Casework, query: str, code: str) -> None:
    assert refused(await casework.get(f"/v1/tasks?{query}", "approver")) == (422, code)


async def test_what_waits_is_counted_by_role_branch_stage_and_product(desk: Desk) -> None:
    told = await counts(desk.casework, "", "auditor")
    assert told["all"] == {"open": 3, "claimed": 1, "overdue": 2}
    assert told["mine"] == {"open": 0, "claimed": 1, "overdue": 0}
    assert told["by_role"] == [
        {"value": "approver", "open": 2, "claimed": 1, "overdue": 1},
        {"value": COMMITTEE, "open": 1, "claimed": 0, "overdue": 1},
    ]
    assert told["by_branch"] == [
        {"value": "310000-01", "open": 2, "claimed": 1, "overdue": 1},
        {"value": "310000-02", "open": 1, "claimed": 0, "overdue": 1},
    ]
    assert [(of["value"], of["open"]) for of in told["by_stage"]] == [("committee_review", 1), ("manual_review", 2)]
    assert [(of["value"], of["open"]) for of in told["by_product"]] == [("PCL-BRANCH", 1), ("PCL-ONLINE", 2)]


@pytest.mark.parametrize(
    ("query", "role", "waiting"),
    [
        ("", "approver", {"open": 2, "claimed": 1, "overdue": 1}),
        ("", COMMITTEE, {"open": 1, "claimed": 0, "overdue": 1}),
        ("", "risk-officer", NOTHING),
        ("role=approver", COMMITTEE, NOTHING),
        ("branch=310000-01", "approver", {"open": 1, "claimed": 1, "overdue": 0}),
        ("stage=manual_review&product_code=PCL-BRANCH", "auditor", {"open": 1, "claimed": 0, "overdue": 1}),
        ("product_code=NONE", "auditor", NOTHING),
    ],
)
async def test_counts_are_narrowed_as_the_list_is(desk: Desk, query: str, role: str, waiting: dict[str, int]) -> None:
    assert (await counts(desk.casework, query, role))["all"] == waiting
    assert len(await listed(desk.casework, f"{query}&overdue=true", role)) == waiting["overdue"]


async def test_counts_stay_what_they_are_when_overdue_tasks_are_told_and_rows_are_put_together(desk: Desk) -> None:
    async with desk.casework.harness.service.engine.begin() as connection:  # a claim would be counted
        await connection.exec_driver_sql("update tasks set hand_over_at = null")
    before = await counts(desk.casework, "", "auditor")
    await desk.casework.pass_time(seconds=0)
    assert await counts(desk.casework, "", "auditor") == before
    await fold(desk.casework.harness.service.engine)
    assert await counts(desk.casework, "", "auditor") == before
    rows = await desk.casework.harness.rows("select role, branch, stage, product_code from task_counts")
    assert len(rows) == len(set(rows)) == 3


async def test_who_may_not_read_tasks_gets_no_counts(casework: Casework) -> None:
    assert refused(await casework.get("/v1/tasks/counts", "customer-manager")) == (403, "permission-missing")


async def test_counts_are_exact_at_every_moment_while_many_write(casework: Casework) -> None:
    """Claims and releases change who has a task, never how many wait; decisions make them fewer, one by one."""
    ids = [(await casework.in_review())[1] for _ in range(8)]
    seen, over = list[int](), asyncio.Event()

    async def claims_and_releases(task: str, subject: str) -> None:
        for _ in range(4):
            if (await casework.claim(task, subject)).status_code == 200:
                await casework.post(f"/v1/tasks/{task}/release", "approver", subject=subject)

    async def reads() -> None:
        while not over.is_set():
            told = (await counts(casework))["all"]
            seen.append(told["open"] + told["claimed"])
            await fold(casework.harness.service.engine)

    reading = asyncio.create_task(reads())
    await asyncio.gather(*(claims_and_releases(task, f"u-{n}") for task in ids for n in range(2)))
    assert set(seen) == {len(ids)}
    await asyncio.gather(*(casework.decided(task, "DECLINE", reason_codes=["R05"]) for task in ids[:5]))
    over.set()
    await reading
    assert all(before >= after for before, after in pairwise(seen))

    told = await counts(casework)
    waiting = [tuple(row) for row in await casework.harness.rows(WAITING)]
    assert (told["all"]["open"], told["all"]["claimed"]) == (len(waiting), 0) == (3, 0)
    for place, by in enumerate(("by_role", "by_branch", "by_stage", "by_product"), 1):
        assert {of["value"]: of["open"] for of in told[by]} == Counter(row[place] for row in waiting), by


async def test_a_task_that_is_removed_is_counted_no_more_and_has_no_decider(casework: Casework) -> None:
    _, decided = await casework.in_review()
    await casework.decided(decided, "DECLINE", reason_codes=["R05"])
    _, waits = await casework.in_review()
    assert await listed(casework, "mine=true") == [decided]
    async with casework.harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("delete from tasks where id = any($1::uuid[])", ([decided, waits],))
    assert (await counts(casework))["all"] == NOTHING
    assert await casework.harness.rows("select count(*) from task_deciders") == [(0,)]


async def test_everyone_who_voted_finds_the_task_among_his_own(casework: Casework) -> None:
    application = await casework.submitted(amount_minor=600_000 * YUAN, product_max_minor=1_000_000 * YUAN)
    await casework.checked(application)
    task = str((await casework.open_task(application))["id"])
    vote = partial(casework.complete, task, role=COMMITTEE, amount_minor=600_000 * YUAN)
    await vote("APPROVE", "u-1")
    assert await listed(casework, "mine=true", COMMITTEE, subject="u-1") == []  # votes are secret until all are there
    for subject in ("u-2", "u-3"):
        await vote("APPROVE", subject)
    for subject, expected in (("u-1", [task]), ("u-2", [task]), ("u-3", [task]), ("u-4", [])):
        assert await listed(casework, "mine=true", COMMITTEE, subject=subject) == expected


async def test_figures_tell_how_long_tasks_took_and_how_many_were_late(casework: Casework) -> None:
    """Opened on Monday at 10:00 with four working hours: due at 15:00. Completed after 1, 2 and 30 hours."""
    tasks = [(await casework.in_review())[1] for _ in range(3)]
    for task, hours, subject in zip(tasks, (1, 1, 28), ("u-a", "u-b", "u-a"), strict=True):
        casework.clock.move(hours=hours)
        await casework.decided(task, "DECLINE", subject, reason_codes=["R05"])
    path = "/v1/task-figures?closed_from=2026-03-02&closed_to=2026-03-03&by={}"
    by_stage = (await casework.get(path.format("stage"), "auditor")).json()["items"]
    # Of working time they waited 1, 2 and 13 hours, and were decided as soon as somebody had them.
    assert by_stage == [
        {"value": "manual_review", "completed": 3, "late": 1, "late_share": "0.3333", "per_working_day": "1.50",
         "median_s": 2 * 3600, "ninth_decile_s": 87_840, "waiting": {"median_s": 7_200, "ninth_decile_s": 38_880},
         "working": {"median_s": 0, "ninth_decile_s": 0}, "working_s": 0}
    ]  # fmt: skip
    by_person = (await casework.get(path.format("person"), "management")).json()["items"]
    assert [(each["value"], each["completed"], each["late"]) for each in by_person] == [("u-a", 2, 1), ("u-b", 1, 0)]
    reversed_days = await casework.get("/v1/task-figures?closed_from=2026-03-02&closed_to=2026-03-01", "auditor")
    assert refused(reversed_days) == (422, "days-reversed")
    assert refused(await casework.get(path.format("role"), "approver")) == (403, "permission-missing")
