"""What people at their pages are told at once, and the tail of what was said for operations."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any
from uuid import uuid4

import orjson
import pytest

from loan_contracts.access import permissions_everywhere, permissions_of
from loan_servicekit.core import Caller
from loan_servicekit.db.queries import Reader
from loan_servicekit.testing import Harness
from reporting_svc.domain.live.notice import Notice, told_to
from reporting_svc.persistence.evidence.queries import SqlEvidence
from reporting_svc.use_cases.live import follow
from reporting_svc.use_cases.live.follow import Followers

Following = AsyncGenerator[Sequence[Notice] | None]


def person(subject: str, role: str, branch: str = "310000-01") -> Caller:
    found = Caller(subject, subject, (role,), branch, permissions_of([role]), permissions_everywhere([role]))
    return found.acting("live.read")


async def said(following: Following) -> list[str]:
    """The types of the next piece in which there is something."""
    async with asyncio.timeout(10):
        while not (piece := await anext(following)):
            assert piece is not None
        return [each.type for each in piece]


async def test_everybody_hears_what_comes_and_who_comes_back_what_he_has_missed(harness: Harness, bus: Any) -> None:
    followers = Followers(SqlEvidence(Reader(harness.service.engine)))
    await bus.tell(bus.record("offer.made", application_id=uuid4()))
    async with aclosing(followers.follow(None)) as one, aclosing(followers.follow(None)) as other:
        waiting = [asyncio.create_task(said(each)) for each in (one, other)]
        while len(followers._listening) < 2:
            await asyncio.sleep(0.01)
        await bus.tell(bus.record("decision.made", application_id=uuid4()))
        await followers.look()
        assert await asyncio.gather(*waiting) == [["decision.made"], ["decision.made"]]
    async with aclosing(followers.follow(0)) as late:
        assert await said(late) == ["offer.made", "decision.made"]


async def test_who_was_away_for_too_long_reads_everything_anew(
    harness: Harness, bus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "KEPT", 1)
    await bus.tell(*(bus.record("offer.made", application_id=uuid4()) for _ in range(3)))
    async with aclosing(Followers(SqlEvidence(Reader(harness.service.engine))).follow(0)) as late:
        assert await anext(late) is None


def test_each_is_told_what_his_permissions_cover_and_that_it_is_for_him() -> None:
    figures = orjson.dumps(
        {"task_id": "t-1", "role": "approver", "recipients": ["approver"], "hints": ["F-01"]}
    ).decode()
    notice = Notice(7, "task.mentioned", "case", uuid4(), figures, "310000-01")
    told = told_to(notice, person("approver", "approver"))
    assert told is not None and (told["mine"], told["task_id"], "hints" in told) == (True, "t-1", False)
    assert told_to(notice, person("finance", "finance")) is None
    submitted = notice._replace(type="application.submitted", figures="{}")
    assert told_to(submitted, person("manager", "customer-manager")) is not None
    assert told_to(submitted, person("other", "customer-manager", "320000-01")) is None


async def test_operations_read_the_newest_first_by_type_and_application(bus: Any) -> None:
    application = uuid4()
    await bus.tell(
        bus.record("application.submitted", application_id=application), bus.record("offer.made", application_id=uuid4()),
        bus.record("decision.made", application_id=application),
    )  # fmt: skip
    first = await bus.get("/v1/events", "operations", limit=2)
    assert [each["type"] for each in first["items"]] == ["decision.made", "offer.made"]
    rest = await bus.get("/v1/events", "operations", limit=2, cursor=first["next_cursor"])
    assert [each["type"] for each in rest["items"]] == ["application.submitted"]
    of = await bus.get("/v1/events", "operations", application_id=str(application), type="decision.made")
    assert [each["seq"] for each in of["items"]] == [3]
    await bus.get("/v1/events", "finance", expect=403)
    refused = await bus.harness.client.get("/v1/live", headers=bus.harness.signer.headers("channel"))
    assert refused.status_code == 403
