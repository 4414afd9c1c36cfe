"""What a service does by itself: which process takes a step, when, and what a failure means."""

import asyncio
from itertools import pairwise

import pytest

from loan_servicekit.core import Conflict, Unavailable
from loan_servicekit.db.unit_of_work import Schema
from loan_servicekit.jobs import Job, Where
from loan_servicekit.service import Service
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import JOB_FAILURES
from loan_servicekit.testing.harness import settings_values


def failures(job: str) -> float:
    return JOB_FAILURES.labels("a-svc", job)._value.get()


async def run(job: Job, seconds: float = 0.3) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(seconds):
            await job.run()


@pytest.mark.parametrize(
    ("mode", "names"), [("api", ["fresh"]), ("worker", ["fresh", "work"]), ("run", ["fresh", "work"])]
)
async def test_a_process_that_only_serves_requests_keeps_fresh_and_leaves_work_to_workers(
    mode: str, names: list[str]
) -> None:
    async def step() -> None: ...

    settings = ServiceSettings(**settings_values("postgresql://nobody@127.0.0.1:1/nothing"))
    service = Service("a-svc", settings, Schema({}, {}), mode)
    service.every(1, step, Where.EVERYWHERE, name="fresh")
    service.every(1, step, name="work")
    assert [job.name for job in service.own_jobs] == names


async def test_a_step_is_taken_at_once_and_then_each_period() -> None:
    taken = []

    async def step() -> None:
        taken.append(asyncio.get_running_loop().time())

    began = asyncio.get_running_loop().time()
    await run(Job("a-svc", "steps", 0.2, step, Where.WORKERS), 1)
    assert taken[0] - began < 0.2
    assert len(taken) >= 3 and all(later - earlier > 0.15 for earlier, later in pairwise(taken))


@pytest.mark.parametrize("error", [Unavailable("away", "gone"), Conflict("no", "no"), ZeroDivisionError(), OSError()])
async def test_whatever_fails_is_counted_and_the_next_period_tries_again(error: Exception) -> None:
    taken = []

    async def step() -> None:
        taken.append(1)
        if len(taken) == 1:
            raise error

    before = failures("failing")
    await run(Job("a-svc", "failing", 0.1, step, Where.WORKERS), 0.5)
    assert len(taken) >= 2 and failures("failing") - before == 1


async def test_who_wakes_a_job_does_not_wait_for_its_time_also_during_a_step() -> None:
    taken = []

    async def step() -> None:
        taken.append(1)
        if len(taken) < 3:
            job.wake()

    job = Job("a-svc", "woken", 60, step, Where.WORKERS)
    await run(job, 0.5)
    assert len(taken) == 3


async def test_a_job_ends_when_nothing_is_left_to_do() -> None:
    async def step() -> None:
        job.done()

    job = Job("a-svc", "once", 60, step, Where.WORKERS)
    await asyncio.wait_for(job.run(), 0.1)
