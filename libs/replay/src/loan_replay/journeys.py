"""Plays many applications at once, so many a second and so many under way; follows each to its end."""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from loan_contracts.message import JsonObject
from loan_replay.api import Refused
from loan_replay.channel import Applicant, Channel

POLL_S = 0.05
STATUSES_EVERY_S = 0.5
INBOX_EVERY_S = 1.0
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
    """One application. Times come from the services: submission, decision, pay-out; `sent_at` is the front end's own,
    `read_s` how long the borrower had to read."""

    who: Applicant
    customer_id: str = ""
    application_id: str = ""
    application_no: str = ""
    stage: Stage = Stage.REGISTERED
    outcome: str = ""
    refusal: str = ""
    sent_at: datetime | None = None
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    disbursed_at: datetime | None = None
    read_s: float = 0.0
    acting: bool = field(default=False, repr=False)

    @property
    def decision_ms(self) -> float | None:
        """From submission to decision."""
        return _ms(self.submitted_at, self.decided_at)

    @property
    def money_ms(self) -> float | None:
        """From submission to pay-out, without the time in which the borrower had to read the cost disclosure."""
        whole = _ms(self.submitted_at, self.disbursed_at)
        return whole and whole - self.read_s * 1000


async def end(tasks: Collection[asyncio.Task[None]]) -> None:
    """Cancels the tasks and waits until they have ended."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _ms(start: datetime | None, end: datetime | None) -> float | None:
    return (end - start).total_seconds() * 1000 if start and end else None


class Replay:
    """Runs journeys; `told` hears of each stage of each."""

    def __init__(
        self, channel: Channel, told: Callable[[Journey], None] = lambda _: None, poll_s: float = POLL_S
    ) -> None:
        self._channel, self._told, self._poll_s = channel, told, poll_s
        self._open: dict[str, Journey] = {}
        self._acts: set[asyncio.Task[None]] = set()
        self._hearing = False
        self._slots: asyncio.Semaphore | None = None
        self._early: dict[str, list[tuple[str, str, datetime, JsonObject]]] = {}
        self.wall_s = 0.0

    async def register(self, applicants: Sequence[Applicant]) -> list[Journey]:
        """Registers everybody, before the clock starts."""
        slots = asyncio.Semaphore(REGISTRATIONS_AT_ONCE)

        async def one(who: Applicant) -> Journey:
            async with slots:
                journey = Journey(who, await self._channel.register(who))
                self._told(journey)
                return journey

        return list(await asyncio.gather(*(one(who) for who in applicants)))

    async def play(
        self,
        journeys: Sequence[Journey],
        per_second: float | None = None,
        under_way: int = 200,
        waits_for_a_person: Callable[[list[str]], Any] | None = None,
    ) -> None:
        """Submits and follows all journeys to their end: so many a second where that is told, never more than
        `under_way` at once; who reads his cost disclosure does not count.

        `waits_for_a_person(ids)` says which applications have a task in an inbox; without it, those never end here.
        Raises Refused where the system refuses to tell how they stand.
        """
        began = time.perf_counter()
        self._slots = asyncio.Semaphore(under_way)
        tasks = {asyncio.create_task(self._submit_all(journeys, self._slots, per_second))}
        if not self._hearing:
            tasks.add(asyncio.create_task(self._follow(waits_for_a_person)))
        try:
            while any(j.stage not in DONE for j in journeys):
                await asyncio.sleep(self._poll_s)
                for task in tasks:
                    if task.done():
                        task.result()
            self.wall_s = time.perf_counter() - began
        finally:
            await end(tasks | self._acts)

    async def _submit_all(
        self, journeys: Sequence[Journey], slots: asyncio.Semaphore, per_second: float | None
    ) -> None:
        began = time.perf_counter()
        async with asyncio.TaskGroup() as submissions:
            for number, journey in enumerate(journeys):
                if per_second:
                    await asyncio.sleep(max(0.0, began + number / per_second - time.perf_counter()))
                await slots.acquire()
                submissions.create_task(self._submit(journey))

    def follow_events(self) -> None:
        """From now on `hear` says what happens, and nothing is asked for."""
        self._hearing = True

    def hear(self, type: str, id: str, at: datetime, told: JsonObject) -> None:
        """Takes an event of the bus about one of the journeys."""
        journey = self._open.get(id)
        if journey is None:  # the event may be faster than the answer of the request
            if type != "loan.disbursed":
                self._early.setdefault(id, []).append((type, id, at, told))
            return
        if type == "application.submitted":
            journey.submitted_at = at
        elif type == "decision.made":
            journey.decided_at = at
            if told["outcome"] == "DECLINED":
                journey.outcome = "DECLINED"
                self._enter(journey, Stage.DECLINED)
        elif type == "offer.made":
            offer = {"id": id, "status": "APPROVED", "contract_status": "DRAFTED", "forced_read_seconds": None, **told}
            self._offered(journey, offer)
        elif type == "task.created":
            self._enter(journey, Stage.WITH_A_PERSON)
        elif type == "loan.disbursed":
            journey.disbursed_at = at
            self._enter(journey, Stage.DISBURSED)
        self._forget_ended()

    async def _submit(self, journey: Journey) -> None:
        journey.sent_at = datetime.now(UTC)
        try:
            receipt = await self._channel.apply(journey.who, journey.customer_id)
        except Refused as refusal:
            journey.refusal = str(refusal)
            self._enter(journey, Stage.REFUSED)
        else:
            journey.application_id, journey.application_no = receipt["id"], receipt["application_no"]
            self._open[journey.application_id] = journey
            self._enter(journey, Stage.SUBMITTED)
            for early in self._early.pop(journey.application_id, ()):
                self.hear(*early)

    async def _follow(self, waits_for_a_person: Callable[[list[str]], Any] | None) -> None:
        """Offers are looked for often, because somebody has to act on them; where the others stand, now and then."""
        looked = asked = time.perf_counter()
        while True:
            await asyncio.sleep(self._poll_s)
            if not self._open:
                continue
            for line in await self._channel.offers():
                if line["id"] in self._open:
                    self._see(self._open[line["id"]], line)
            if time.perf_counter() - looked > STATUSES_EVERY_S:
                for id, line in (
                    await self._channel.statuses([i for i, j in self._open.items() if not j.acting])
                ).items():
                    self._see(self._open[id], line)
                looked = time.perf_counter()
            if waits_for_a_person and time.perf_counter() - asked > INBOX_EVERY_S:
                undecided = [id for id, journey in self._open.items() if journey.stage is Stage.SUBMITTED]
                for id in await waits_for_a_person(undecided):
                    self._enter(self._open[id], Stage.WITH_A_PERSON)
                asked = time.perf_counter()
            self._forget_ended()

    def _forget_ended(self) -> None:
        for id in [id for id, journey in self._open.items() if journey.stage in DONE]:
            del self._open[id]

    def _see(self, journey: Journey, line: JsonObject) -> None:
        status, contract = line["status"], line["contract_status"]
        journey.submitted_at, journey.decided_at = _time(line["submitted_at"]), _time(line["decided_at"])
        if status in ENDED:
            journey.outcome = status
            self._enter(journey, Stage.DECLINED)
        elif contract == "EFFECTIVE":
            journey.disbursed_at = _time(line["disbursed_at"])
            self._enter(journey, Stage.DISBURSED)
        elif status in OFFERED:
            self._offered(journey, line)

    def _offered(self, journey: Journey, line: JsonObject) -> None:
        if journey.stage is not Stage.SUBMITTED:
            return
        journey.outcome, journey.acting = line["status"], True
        self._enter(journey, Stage.OFFERED)
        task = asyncio.create_task(self._accept(journey, line))
        self._acts.add(task)
        task.add_done_callback(self._acts.discard)

    async def _accept(self, journey: Journey, line: JsonObject) -> None:
        try:
            given = await self._channel.disclosure(line)
            await self._read(journey, float(given["forced_read_seconds"]))
            await self._channel.confirm(given)
            await self._channel.sign(line)
        except Refused as refusal:
            journey.refusal = str(refusal)
            self._enter(journey, Stage.REFUSED)
        else:
            self._enter(journey, Stage.SIGNED)
        journey.acting = False

    async def _read(self, journey: Journey, seconds: float) -> None:
        """Who reads gives the system nothing to do, so meanwhile another may be under way in his place."""
        if self._slots:
            self._slots.release()
        await asyncio.sleep(seconds)
        journey.read_s = seconds
        if self._slots:
            await self._slots.acquire()

    def _enter(self, journey: Journey, stage: Stage) -> None:
        if journey.stage is stage or journey.stage in DONE:
            return
        journey.stage = stage
        self._told(journey)
        if stage in DONE and self._slots:
            self._slots.release()


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
