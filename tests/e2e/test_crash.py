"""Everything is killed, each while three hundred applications are under way; nothing is lost or happens twice.

A wave sets out before each kill, because the system is faster than the kills: one wave would have its money before the
second process is dead. Each kill therefore meets fresh applications at the door and those of earlier waves further on.
"""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from outcome import (
    Account,
    each_contract_has_one_loan_and_one_pay_out,
    each_has_one_decision,
    no_letter_is_left,
    the_chain_holds_every_message,
)
from world import World, until

from loan_contracts.messages import SERVICES
from loan_datasets import gmsc, splits
from loan_datasets.splits import SEED
from loan_replay.channel import Channel, applicant_of
from loan_replay.demo import in_an_inbox
from loan_replay.journeys import DONE, Journey, Replay, Stage

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(600)]

KILLED = (*SERVICES, "kafka", "postgres")
UNDER_WAY = 300  # have applied and not come to an end when a process is killed
WAVE = 360  # set out before each kill: the first of them may have ended when the last apply
LOOK_S = 0.25
RECOVERY_S = 90.0
END_S = 240.0


class Crowd:
    """Borrowers in waves: one wave sets out before each kill, so that every kill meets applications under way."""

    def __init__(self, world: World, approver: Any) -> None:
        self.journeys: list[Journey] = []
        self._world, self._approver = world, approver
        self._run = f"crash-{secrets.token_hex(4)}"
        self._replay = Replay(Channel(world.front, self._run), poll_s=LOOK_S)
        self._waves: list[asyncio.Task[None]] = []

    async def register(self, number: int) -> None:
        """Real borrowers become customers, others in each run: a system that goes on knows those of the last one."""
        data = gmsc.load()
        rows = splits.splits(data).replay
        first = secrets.randbelow(len(rows) - number)
        today = datetime.now(UTC).date()
        borrowers = data.borrowers(rows[first : first + number].tolist())
        self.journeys = await self._replay.register([applicant_of(b, today, SEED) for b in borrowers])

    def set_out(self, wave: Sequence[Journey]) -> None:
        """They apply, all at once, and go on until their applications have ended."""
        replay = Replay(Channel(self._world.front, self._run), poll_s=LOOK_S)
        playing = replay.play(
            wave, under_way=len(wave), waits_for_a_person=lambda ids: in_an_inbox(self._approver, ids)
        )
        self._waves.append(asyncio.create_task(playing))

    @property
    def under_way(self) -> list[Journey]:
        """Who has applied and not come to an end."""
        return [j for j in self.journeys if j.application_id and j.stage not in DONE]

    async def ends(self) -> None:
        """Returns when everybody has come to an end. Raises what went wrong with a wave."""
        async with asyncio.timeout(END_S):
            await asyncio.gather(*self._waves)


async def kill(world: World, crowd: Crowd, name: str, wave: Sequence[Journey]) -> str:
    """Sends a wave on its way, kills a process in the midst of it, and waits until its successor is well."""

    async def enough() -> bool:
        return len(crowd.under_way) >= UNDER_WAY

    crowd.set_out(wave)
    await until(enough, f"{UNDER_WAY} applications are under way before {name} is killed")
    met = len(crowd.under_way)
    pid = world.system.pid(name)
    world.system.kill(name)
    began = time.monotonic()
    await asyncio.to_thread(world.system.wait_healthy, name, RECOVERY_S, pid)
    return f"kill -9 {name:<20} met {met:3} applications under way; well again after {time.monotonic() - began:4.1f} s"


async def test_no_kill_loses_or_doubles_a_decision_a_loan_or_a_payment(world: World) -> None:
    told = Account()
    approver = await world.staff("approver")
    await world.outboxes_are_empty()
    since, orders_before = datetime.now(UTC), await world.simulator.payments()
    crowd = Crowd(world, approver)
    async with told.timed("registration"):
        await crowd.register(WAVE * len(KILLED))
    began = time.monotonic()
    for number, name in enumerate(KILLED):
        told.append(await kill(world, crowd, name, crowd.journeys[number * WAVE : (number + 1) * WAVE]))
    async with told.timed("the last application has ended after the last kill"):
        await crowd.ends()
    stages = Counter(str(j.stage) for j in crowd.journeys)
    told.append(f"{len(crowd.journeys)} applications in {time.monotonic() - began:.1f} s: {dict(stages)}")

    assert {j.stage for j in crowd.journeys} <= {Stage.DISBURSED, Stage.DECLINED, Stage.WITH_A_PERSON}, [
        j.refusal for j in crowd.journeys if j.refusal
    ]
    await world.outboxes_are_empty()
    await each_has_one_decision(world, crowd.journeys)
    await each_contract_has_one_loan_and_one_pay_out(world, crowd.journeys, orders_before)
    await no_letter_is_left(world, since, told)
    await the_chain_holds_every_message(world)
