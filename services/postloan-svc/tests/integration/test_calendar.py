"""The business date keeps to the calendar: no day is closed before it is over, and those that are over close by themselves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from bank_counter import closing_runs, open_day, ports

from loan_contracts.lending import BusinessDayClosed
from loan_servicekit.core import business_day, utc_now
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values
from postloan_svc.settings import Settings
from postloan_svc.wiring import build


@pytest.fixture
async def lender(database_url: str) -> AsyncIterator[Harness]:
    """The service as a lender runs it; a day's closing time is its very end, so that no time of day matters here."""
    harness = await Harness(build(Settings(**settings_values(database_url), day_closing_time="00:00"), "api")).start()
    yield harness
    await harness.close()


@asynccontextmanager
async def days_begin(harness: Harness) -> AsyncIterator[None]:
    """Closings are begun and carried out inside, without being asked for."""
    given = ports(harness)
    tasks = [asyncio.create_task(job.run()) for job in (given.day_start, given.day_closing)]
    yield
    for task in tasks:
        task.cancel()


async def by_two(harness: Harness, day: date) -> None:
    """One person asks for the closing of a day and another one begins it."""
    for what, by in (("", "u-one"), ("/approval", "u-two")):
        headers = harness.signer.headers("finance", subject=by)
        answer = await harness.client.post(f"/v1/business-days/{day}/closing{what}", headers=headers)
        assert answer.status_code == 202, answer.text


async def test_a_day_is_not_closed_before_it_is_over(lender: Harness) -> None:
    today, finance = business_day(utc_now()), lender.signer.headers("finance")
    for ahead in (0, 1, 40):
        day = today + timedelta(days=ahead)
        await open_day(lender, day)
        refused = await lender.client.post(f"/v1/business-days/{day}/closing", headers=finance)
        assert (refused.status_code, refused.json()["code"]) == (409, "business-day-not-over")
    assert await lender.rows("select count(*) from day_closings") == [(0,)]
    await open_day(lender, today - timedelta(days=1))
    async with closing_runs(lender):
        await by_two(lender, today - timedelta(days=1))


async def test_a_day_is_closed_by_hand_by_two_people(lender: Harness) -> None:
    day = business_day(utc_now()) - timedelta(days=2)
    await open_day(lender, day)

    async def ask(what: str, by: str) -> Any:
        headers = lender.signer.headers("finance", subject=by)
        answer = await lender.client.post(f"/v1/business-days/{day}/closing{what}", headers=headers)
        return answer.status_code, answer.json().get("code") or answer.json()["status"]

    finance = lender.signer.headers("finance")
    assert await ask("/approval", "u-two") == (409, "closing-not-asked")
    assert await ask("", "u-one") == (202, "REQUESTED")
    assert await lender.rows("select count(*) from day_closings") == [(0,)], "no run begins"
    shown = (await lender.client.get("/v1/business-day", headers=finance)).json()
    assert (shown["closing_asked_by"], shown["closing"]) == ("u-one", None)
    assert await ask("", "u-three") == (409, "closing-already-asked")
    assert await ask("/approval", "u-one") == (403, "second-person-required")
    assert await ask("/rejection", "u-two") == (200, "REQUESTED")
    assert await ask("/approval", "u-two") == (409, "closing-not-asked")
    assert await ask("", "u-one") == (202, "REQUESTED")
    async with closing_runs(lender), asyncio.timeout(20):
        assert await ask("/approval", "u-two") == (202, "RUNNING")
        while (await lender.client.get("/v1/business-day", headers=finance)).json()["business_date"] == str(day):
            await asyncio.sleep(0.01)
    assert await lender.rows("select requested_by from day_closings") == [("u-one,u-two",)]
    assert (await lender.client.get("/v1/business-day", headers=finance)).json()["closing_asked_by"] is None


async def test_a_day_that_one_person_wants_closed_closes_by_itself_in_its_time(lender: Harness) -> None:
    day = business_day(utc_now()) - timedelta(days=1)
    await open_day(lender, day)
    asked = await lender.client.post(
        f"/v1/business-days/{day}/closing", headers=lender.signer.headers("finance", subject="u-one")
    )
    assert asked.status_code == 202
    async with asyncio.timeout(20), days_begin(lender):
        while await lender.rows("select business_date from business_calendars") == [(day,)]:
            await asyncio.sleep(0.05)
    assert await lender.rows("select requested_by from day_closings") == [("postloan-svc",)]
    assert await lender.rows("select closing_asked_by from business_calendars") == [(None,)]


async def test_days_that_were_missed_close_by_themselves_one_by_one_up_to_today(lender: Harness) -> None:
    today = business_day(utc_now())
    missed = [today - timedelta(days=days) for days in range(20, 0, -1)]
    await open_day(lender, missed[0])
    async with (
        asyncio.timeout(60),
        days_begin(lender),
    ):  # a look of each job takes longer for so many: one wakes the other
        while [each.business_date for each in await lender.outbox(BusinessDayClosed)] != missed:
            await asyncio.sleep(0.05)
        for _ in range(5):
            ports(lender).day_start.wake()
            await asyncio.sleep(0.05)
    assert await lender.rows("select business_date from business_calendars") == [(business_day(utc_now()),)]
    assert await lender.rows("select distinct requested_by from day_closings") == [("postloan-svc",)]


async def test_how_far_the_business_day_lags_behind_the_calendar_is_told(lender: Harness) -> None:
    for lag in (3, 0, -40):
        await open_day(lender, business_day(utc_now()) - timedelta(days=lag))
        await ports(lender).day_start.take()
        told = (await lender.client.get("/metrics")).text
        assert f'business_day_lag_days{{service="postloan-svc"}} {float(max(0, lag))}' in told
