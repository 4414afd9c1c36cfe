"""Plays many applications at once: so many a second, or as many as may be under way; follows each to its end."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from loan_replay.api import Refused
from loan_replay.channel import Applicant, Channel

POLL_S = 0.05
REGISTRATIONS_AT_ONCE = 16
OFFERED = ("APPROVED", "CONDITIONAL")
ENDED = ("DECLINED", "WITHDRAWN", "EXPIRED")


class Stage(StrEnum):
    """Where a journey is."""

    REGISTERED = "registered"
    SUBMITTED = "submitted"
    OFFERED = "offered"
    SIGNED = "signed"
    DISBURSED = "disbursed"
    DECLINED = "declined"
    WITH_A_PERSON = "with a person"
    REFUSED = "refused"


DONE = (Stage.DISBURSED, Stage.DECLINED, Stage.WITH_A_PERSON, Stage.REFUSED)


@dataclass(slots=True)
class Journey:
    """One application. Times come from the services: submission, decision, pay-out."""

    who: Applicant
    customer_id: str = ""
    application_id: str = ""
    application_no: str = ""
    stage: Stage = Stage.REGISTERED
    outcome: str = ""
    refusal: str = ""
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    disbursed_at: datetime | None = None
    acting: bool = field(default=False, repr=False)

    @property
    def decision_ms(self) -> float | None:
        """From submission to decision."""
        return _ms(self.submitted_at, self.decided_at)

    @property
    def money_ms(self) -> float | None:
        """From submission to pay-out."""
        return _ms(self.submitted_at, self.disbursed_at)


def _ms(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() * 1000 if start and end else None


class Replay:
    """Runs journeys; `told` hears of each change of stage."""

    def __init__(self, channel: Channel, told: Callable[[Journey], None] = lambda _: None, poll_s: float = POLL_S) -> None:
        self._channel, self._told, self._poll_s = channel, told, poll_s
        self._open: dict[str, Journey] = {}
        self._acts: set[asyncio.Task[None]] = set()
        self.wall_s = 0.0

    async def register(self, applicants: Sequence[Applicant]) -> list[Journey]:
        """Registers everybody, before the clock starts."""
        slots = asyncio.Semaphore(REGISTRATIONS_AT_ONCE)

        async def one(who: Applicant) -> Journey:
            async with slots:
                return Journey(who, await self._channel.register(who))

        return list(await asyncio.gather(*(one(who) for who in applicants)))

    async def play(
        self,
        journeys: Sequence[Journey],
        per_second: float | None = None,
        under_way: int = 200,
        waits_for_a_person: Callable[[list[str]], Any] | None = None,
    ) -> None:
        """Submits and follows all journeys to their end. Offered so many a second, or kept at so many under way.

        `waits_for_a_person(ids)` says which applications have a task in an inbox; without it, those never end here.
        """
        began = time.perf_counter()
        follower = asyncio.create_task(self._follow(waits_for_a_person))
        slots = asyncio.Semaphore(under_way)
        pending: set[asyncio.Task[None]] = set()
        for number, journey in enumerate(journeys):
            if per_second:
                delay = began + number / per_second - time.perf_counter()
                if delay > 0:
                    await asyncio.sleep(delay)
            else:
                await slots.acquire()
            task = asyncio.create_task(self._submit(journey, slots))
            pending.add(task)
            task.add_done_callback(pending.discard)
        while any(j.stage not in DONE for j in journeys):
            await asyncio.sleep(self._poll_s)
        self.wall_s = time.perf_counter() - began
        follower.cancel()

    async def _submit(self, journey: Journey, slots: asyncio.Semaphore) -> None:
        try:
            receipt = await self._channel.apply(journey.who, journey.customer_id)
        except Refused as refusal:
            journey.refusal = str(refusal)
            self._enter(journey, Stage.REFUSED)
        else:
            journey.application_id, journey.application_no = receipt["id"], receipt["application_no"]
            self._open[journey.application_id] = journey
            self._enter(journey, Stage.SUBMITTED)
        while journey.stage not in DONE:
            await asyncio.sleep(self._poll_s)
        slots.release()

    async def _follow(self, waits_for_a_person: Callable[[list[str]], Any] | None) -> None:
        looked = time.perf_counter()
        while True:
            await asyncio.sleep(self._poll_s)
            watched = [id for id, journey in self._open.items() if not journey.acting]
            if not watched:
                continue
            for id, line in (await self._channel.states(watched)).items():
                self._see(self._open[id], line)
            if waits_for_a_person and time.perf_counter() - looked > 1.0:
                looked = time.perf_counter()
                undecided = [id for id, journey in self._open.items() if journey.stage is Stage.SUBMITTED]
                for id in await waits_for_a_person(undecided):
                    self._enter(self._open[id], Stage.WITH_A_PERSON)
            for id in [id for id, journey in self._open.items() if journey.stage in DONE]:
                del self._open[id]

    def _see(self, journey: Journey, line: dict[str, Any]) -> None:
        state, contract = line["state"], line["contract_state"]
        journey.submitted_at, journey.decided_at = _time(line["submitted_at"]), _time(line["decided_at"])
        if state in ENDED:
            journey.outcome = state
            self._enter(journey, Stage.DECLINED)
        elif contract == "EFFECTIVE":
            journey.disbursed_at = _time(line["disbursed_at"])
            self._enter(journey, Stage.DISBURSED)
        elif state in OFFERED and journey.stage is Stage.SUBMITTED:
            journey.outcome, journey.acting = state, True
            self._enter(journey, Stage.OFFERED)
            task = asyncio.create_task(self._accept(journey, line))
            self._acts.add(task)
            task.add_done_callback(self._acts.discard)

    async def _accept(self, journey: Journey, line: dict[str, Any]) -> None:
        try:
            await self._channel.confirm(line)
            await self._channel.sign(line)
        except Refused as refusal:
            journey.refusal = str(refusal)
            self._enter(journey, Stage.REFUSED)
        else:
            self._enter(journey, Stage.SIGNED)
        journey.acting = False

    def _enter(self, journey: Journey, stage: Stage) -> None:
        if journey.stage is not stage:
            journey.stage = stage
            self._told(journey)


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
