"""Applications that share a device, a card, a mobile number or a person see each other, in whatever order they come."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import uuid4

import pytest

from loan_contracts.assessment import FraudScreened, FraudScreeningRequested
from loan_contracts.facts import BureauFacts, CollectedFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import Cause
from loan_servicekit.db.operation import BatchOperation
from loan_servicekit.db.transactor import Work
from loan_servicekit.testing import Harness

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BUREAU = BureauFacts(
    open_accounts=3, mortgage_accounts=0, revolving_utilisation="0.2", queries_1m=1, queries_3m=2, query_orgs_7d=2,
    query_orgs_30d=2, query_orgs_90d=2,
)  # fmt: skip
# what two applications share, the figure that shows it, its value where nobody is seen and where one other is
SHARED = {
    "device": ("device_id_cnt_30d", 1, 2, timedelta(days=30)),
    "mobile": ("mobile_id_cnt_180d", 1, 2, timedelta(days=180)),
    "card": ("card_id_cnt", 1, 2, timedelta(days=3650)),
    "person": ("velocity_same_product", 0, 1, timedelta(hours=24)),
    "own": ("multi_org_7d", 2, 3, timedelta(days=7)),
}


def a_request(shared: str, n: int, at: datetime = NOW) -> FraudScreeningRequested:
    def token(kind: str) -> str:
        one = shared == kind or (shared == "own" and kind == "mobile")
        return f"{kind}-{shared}" if one else f"{kind}-{shared}-{n}"

    return FraudScreeningRequested(
        application_id=uuid4(), request_id=uuid4(), case_id=uuid4(), customer_id=uuid4(), product_code="PCL-ONLINE",
        person_token=token("person"), mobile_token=token("mobile"), card_token=token("card"),
        device_token=token("device"), submitted_at=at,
        facts=CollectedFacts(collected_at=at, statuses=dict.fromkeys(Source, SourceStatus.HIT), credit_bureau=BUREAU),
    )  # fmt: skip


async def figures(harness: Harness, feature: str, *requests: FraudScreeningRequested) -> list[int]:
    answers = {m.application_id: m.features[feature] for m in await harness.outbox(FraudScreened)}
    return [answers[r.application_id] for r in requests]


async def seen(harness: Harness, apart: Callable[[timedelta], timedelta]) -> dict[str, list[int]]:
    """For each thing that two share: what the first and the second saw, screened one after the other."""
    firsts = {shared: a_request(shared, 1) for shared in SHARED}
    seconds = {shared: a_request(shared, 2, NOW + apart(window)) for shared, (*_, window) in SHARED.items()}
    await harness.deliver(*firsts.values())
    await harness.deliver(*seconds.values())
    return {s: await figures(harness, feature, firsts[s], seconds[s]) for s, (feature, *_) in SHARED.items()}


@pytest.mark.parametrize("side", [-1, 0, 1])
async def test_who_is_screened_second_sees_the_first_whichever_was_made_first(harness: Harness, side: int) -> None:
    found = await seen(harness, lambda window: side * window)
    assert found == {shared: [alone, together] for shared, (_, alone, together, _) in SHARED.items()}


@pytest.mark.parametrize("side", [-1, 1])
async def test_what_lies_outside_the_window_on_either_side_is_not_seen(harness: Harness, side: int) -> None:
    found = await seen(harness, lambda window: side * (window + timedelta(seconds=1)))
    expected = {shared: [alone, alone] for shared, (_, alone, _, _) in SHARED.items()}
    assert found == expected | {"card": [1, 2]}  # a card is never forgotten


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_in_one_batch_each_sees_those_before_it_whatever_their_times(
    harness: Harness, order: tuple[int, ...]
) -> None:
    requests = [a_request("device", n, NOW + timedelta(minutes=n)) for n in order]
    await harness.deliver(*requests)
    assert await figures(harness, "device_id_cnt_30d", *requests) == [1, 2, 3]


async def test_who_is_screened_again_sees_who_came_meanwhile_and_never_himself(harness: Harness) -> None:
    """A supplement leads to a second screening of the same application."""
    first, second = a_request("device", 1), a_request("device", 2)
    await harness.deliver(first)
    await harness.deliver(second)
    again = first.model_copy(update={"request_id": uuid4()})
    await harness.deliver(again)
    answers = [m.features["device_id_cnt_30d"] for m in await harness.outbox(FraudScreened)]
    assert answers == [1, 2, 2]


async def _hold(harness: Harness, request: FraudScreeningRequested, reached: asyncio.Event, go: asyncio.Event) -> None:
    """Screens through the service's own transactor and stands still before the commit."""
    reaction = harness.service.subscriptions.find(FraudScreeningRequested.TYPE)
    assert reaction is not None
    operation = reaction.operation

    async def held(
        commands: Sequence[FraudScreeningRequested], loaded: object, uow: object, now: datetime
    ) -> AsyncIterator[object]:
        async for done in operation.use_case(commands, loaded, uow, now):
            reached.set()
            await go.wait()
            yield done

    await harness.service.transactor.run([Work(BatchOperation(held, operation.loader), request, Cause("test"))])


@pytest.mark.parametrize("shared", SHARED)
@pytest.mark.parametrize("swapped", [False, True])
async def test_two_processes_at_the_same_instant_exactly_the_later_commit_sees_the_other(
    harness: Harness, replica: Harness, shared: str, swapped: bool
) -> None:
    feature, alone, together, _ = SHARED[shared]
    one, two = a_request(shared, 1), a_request(shared, 2)
    slow, fast = (two, one) if swapped else (one, two)
    reached, go = asyncio.Event(), asyncio.Event()
    holding = asyncio.create_task(_hold(harness, slow, reached, go))
    await reached.wait()
    waiting = asyncio.create_task(replica.deliver(fast, twice=False))
    done, _ = await asyncio.wait({waiting}, timeout=0.3)
    assert not done, "the second did not wait for the first"
    go.set()
    await asyncio.gather(holding, waiting)
    assert await figures(harness, feature, slow, fast) == [alone, together]


async def test_who_shares_nothing_waits_for_nobody(harness: Harness, replica: Harness) -> None:
    reached, go = asyncio.Event(), asyncio.Event()
    holding = asyncio.create_task(_hold(harness, a_request("", 1), reached, go))
    await reached.wait()
    await asyncio.wait_for(replica.deliver(a_request("", 2), twice=False), 5)
    go.set()
    await holding


async def test_batches_of_two_processes_that_meet_at_many_keys_in_opposite_order_all_end(
    harness: Harness, replica: Harness
) -> None:
    """No deadlock, and of each pair exactly one sees the other."""
    mine = [a_request("", n).model_copy(update={"device_token": f"d{n}"}) for n in range(40)]
    theirs = [a_request("", 100 + n).model_copy(update={"device_token": f"d{n}"}) for n in reversed(range(40))]
    await asyncio.wait_for(
        asyncio.gather(harness.deliver(*mine, twice=False), replica.deliver(*theirs, twice=False)), 30
    )
    pairs = zip(await figures(harness, "device_id_cnt_30d", *mine),
                reversed(await figures(harness, "device_id_cnt_30d", *theirs)), strict=True)  # fmt: skip
    assert [sorted(pair) for pair in pairs] == [[1, 2]] * 40
    assert await harness.rows("select count(*) from dead_letters") == [(0,)]
