"""Every service is rolled while applications come in: no request is refused at the edge, no message is lost.

Old and new process of a service stand side by side, the old one drains and ends, as pods of a deployment do. Each request
is made once: one that is refused is seen, and not made again.
"""

import asyncio
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from outcome import (
    Account,
    each_contract_has_one_loan_and_one_pay_out,
    each_has_one_decision,
    no_letter_is_left,
    the_chain_holds_every_message,
)
from world import World

from loan_contracts.messages import SERVICES
from loan_devstack.running.rolling import roll
from loan_replay.api import Refused
from loan_replay.channel import Channel
from loan_replay.demo import in_an_inbox
from loan_replay.journeys import Journey, Replay, Stage
from loan_replay.target import Target

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(600)]

PER_SECOND = 4.0  # applications, each with some ten requests
WAVE = 12
ASK_EVERY_S = 0.2  # each service, beside the applications
ENDED_LATE = re.compile(r"Cancel \d+ running task|graceful shutdown exceeded")


class Traffic:
    """Applications and questions without a pause, each request made once."""

    def __init__(self, world: World) -> None:
        self.journeys: list[Journey] = []
        self.answers: Counter[tuple[str, int]] = Counter()
        self._world = world
        self._once = Target(world.system.settings, tries=1)
        self._enough = asyncio.Event()

    @asynccontextmanager
    async def flows(self) -> AsyncIterator[None]:
        """While the block lasts, and until the last application has ended."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._apply())
            tasks.create_task(self._ask())
            try:
                yield
            finally:
                self._enough.set()

    async def _apply(self) -> None:
        approver = await self._world.staff("approver")
        run = f"roll-{secrets.token_hex(4)}"
        async with self._once.as_channel(self._world.system.secrets().clients["channel"]) as api:
            while not self._enough.is_set():
                replay = Replay(Channel(api, run), poll_s=0.25)
                wave = await replay.register([self._world.somebody() for _ in range(WAVE)])
                self.journeys += wave
                await replay.play(wave, PER_SECOND, waits_for_a_person=lambda ids: in_an_inbox(approver, ids))

    async def _ask(self) -> None:
        async with self._once.as_user("operations") as api:
            while not self._enough.is_set():
                for service in SERVICES:
                    try:
                        await api.get(service, "/v1/admin/consumers")
                        self.answers[service, 200] += 1
                    except Refused as refused:
                        self.answers[service, refused.status] += 1
                with suppress(TimeoutError):
                    async with asyncio.timeout(ASK_EVERY_S):
                        await self._enough.wait()


def refusals(logs: Path) -> list[str]:
    """What the edge had to refuse because nobody was there, so far."""
    return [line for line in (logs / "edge.log").read_text().splitlines() if line.startswith("refused ")]


async def test_every_service_is_renewed_while_applications_come_and_nobody_notices(world: World) -> None:
    told, system = Account(), world.system
    logs = system.settings.logs
    await world.outboxes_are_empty()
    since, orders_before = datetime.now(UTC), await world.simulator.payments()
    before, refused = {name: system.pid(name) for name in SERVICES}, len(refusals(logs))
    late = {name: len(ENDED_LATE.findall((logs / f"{name}.log").read_text())) for name in SERVICES}

    traffic = Traffic(world)
    async with told.timed("all of it"), traffic.flows():
        for name in SERVICES:
            async with told.timed(f"{name} renewed, {len(traffic.journeys)} applications so far"):
                await asyncio.to_thread(roll, system, name)
    stages = Counter(str(j.stage) for j in traffic.journeys)
    told.append(f"{len(traffic.journeys)} applications: {dict(stages)}; questions: {dict(traffic.answers)}")

    assert all(system.pid(name) != pid for name, pid in before.items())
    assert {status for _, status in traffic.answers} == {200}
    assert refusals(logs)[refused:] == []
    assert set(stages) <= {Stage.DISBURSED, Stage.DECLINED, Stage.WITH_A_PERSON}, [
        j.refusal for j in traffic.journeys if j.refusal
    ]
    for name in SERVICES:
        said = (logs / f"{name}.log").read_text() + (logs / f"{name}-successor.log").read_text()
        assert len(ENDED_LATE.findall(said)) == late[name], f"{name} had to be cut off"
    await world.outboxes_are_empty()
    await each_has_one_decision(world, traffic.journeys)
    await each_contract_has_one_loan_and_one_pay_out(world, traffic.journeys, orders_before)
    await no_letter_is_left(world, since, told)
    await the_chain_holds_every_message(world)
