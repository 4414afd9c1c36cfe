"""What has become of journeys, asked of every witness: the topics, the services, the channel's own book, the chain."""

import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from world import World, readable, until

from loan_contracts.applications import ContractSigned
from loan_contracts.decisions import DecisionMade
from loan_contracts.lending import LoanDisbursed
from loan_contracts.messages import MESSAGES
from loan_replay.journeys import Journey, Stage


class Account:
    """What happened, told line by line: shown with `-s` or `-rP`, and whenever the story fails."""

    def append(self, line: str) -> None:
        """Tells one thing."""
        print(line, flush=True)

    @asynccontextmanager
    async def timed(self, what: str) -> AsyncIterator[None]:
        """Tells how long the block took."""
        began = time.monotonic()
        yield
        self.append(f"{what}: {time.monotonic() - began:.1f} s")


async def each_has_one_decision(world: World, journeys: Sequence[Journey]) -> None:
    """One on the topic and one in the state, or none where a person has still to decide."""
    decided = Counter(str(m.application_id) for m in await world.bus.messages(DecisionMade))
    lines = await world.channel.statuses([j.application_id for j in journeys])
    for journey in journeys:
        expected = 0 if journey.stage is Stage.WITH_A_PERSON else 1
        assert decided[journey.application_id] == expected, journey
        assert (lines[journey.application_id]["decided_at"] is not None) == bool(expected), journey


async def each_contract_has_one_loan_and_one_pay_out(
    world: World, journeys: Sequence[Journey], orders_before: Sequence[dict[str, Any]]
) -> None:
    """The channel's own book says how often money has moved."""
    ours = {j.application_id for j in journeys}
    signed = Counter(str(m.application_id) for m in await world.bus.messages(ContractSigned))
    contracts = {id: times for id, times in signed.items() if id in ours}
    assert set(contracts) == {j.application_id for j in journeys if j.stage is Stage.DISBURSED}
    assert set(contracts.values()) == {1}

    disbursed = [m for m in await world.bus.messages(LoanDisbursed) if str(m.application_id) in ours]
    assert Counter(str(m.application_id) for m in disbursed) == contracts
    loans = [loan for loan in await every_loan(world) if loan["application_id"] in ours]
    assert Counter(loan["application_id"] for loan in loans) == contracts
    assert {loan["id"] for loan in loans} == {str(m.loan_id) for m in disbursed}

    known = {order["order_id"] for order in orders_before}
    orders = [order for order in await world.simulator.payments() if order["order_id"] not in known]
    assert {order["state"] for order in orders} == {"SUCCESS"}
    assert len(orders) == len(contracts)
    assert Counter(o["amount_minor"] for o in orders) == Counter(loan["principal_minor"] for loan in loans)
    assert {order["biz_no"] for order in orders} == {str(m.loan_id) for m in disbursed}


async def every_loan(world: World) -> list[dict[str, Any]]:
    """All loans there are."""
    finance = await world.staff("finance")
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = await finance.get("postloan-svc", "/v1/loans", limit=200, cursor=cursor)
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


async def no_letter_is_left(world: World, since: datetime, told: Account) -> None:
    """What had to wait for another message has been handled by now: a handled letter stays for a time, as a record.
    Letters about messages of earlier stories may still come, and have an end of their own."""
    found: Counter[tuple[str, ...]] = Counter()

    async def look() -> bool:
        nonlocal found
        found = await world.letters(since)
        return all(state == "HANDLED" for _, state, *_ in found)

    try:
        await until(look, "no message waits to be tried again or is dead")
    finally:
        told.append(f"letters: {dict(found)}")


async def the_chain_holds_every_message(world: World) -> None:
    """As many entries as there are different messages on all topics that read as ours."""

    async def look() -> bool:
        records = await world.bus.records(*MESSAGES)
        said = {envelope.id for record in records if (envelope := readable(record))}
        verdict = await world.chain()
        assert verdict["valid"], verdict
        return bool(verdict["head"]["seq"] == len(said))

    await until(look, "the evidence chain holds every message")
