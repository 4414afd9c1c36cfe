"""What the stories are told with: a running system, the people who act on it, and the witnesses of what happened."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, Self, TypeVar

import aiohttp
import asyncpg
import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord

from loan_contracts.decisions import DecisionMade
from loan_contracts.envelope import Envelope
from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES, SERVICES
from loan_contracts.values import Source
from loan_datasets import people
from loan_devstack.running.control import System
from loan_devstack.settings import SIMULATOR_OFFSET
from loan_replay.api import Api, Refused
from loan_replay.channel import Applicant, Channel, applicant
from loan_replay.target import Target
from loan_servicekit.broker import BrokerAccess

TRACED_IN_THOUSAND = 250  # applications; the system of the stories is started with it
T = TypeVar("T")
M = TypeVar("M", bound=Message)

FIRST_STORY_ROW = 8_000_000  # far past the data set: people whom nobody but the stories knows
STORY_ROWS = 900_000
PATIENCE_S = 60.0
LOOK_AGAIN_S = 0.1
NOT_FOUND = 404
AGE = 38
FORM = {"employment": "EMPLOYED", "monthly_income_minor": 1_280_000, "monthly_expense_minor": 150_000, "dependents": 1}
UNPUBLISHED = "select count(*) from outbox where published_at is null"
LETTERS = "select state, topic, reason, count(*) from dead_letters where timestamp_ms >= $1 group by 1, 2, 3"


class NeverCame(AssertionError):
    """What a story waits for has not happened in time."""


async def until(look: Callable[[], Awaitable[T | None]], what: str, patience_s: float = PATIENCE_S) -> T:
    """Looks again and again until there is something, and returns it."""
    deadline = time.monotonic() + patience_s
    while True:
        found = await look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise NeverCame(f"after {patience_s:.0f} s still not: {what}")
        await asyncio.sleep(LOOK_AGAIN_S)


class Bus:
    """Topics read from their beginning, and messages put on them as a foreign hand would."""

    def __init__(self, broker: BrokerAccess) -> None:
        self._broker = broker.client()

    async def records(self, *topics: str) -> list[ConsumerRecord]:
        """Everything that lies on the topics now, topic by topic in its order."""
        consumer = AIOKafkaConsumer(*topics, **self._broker, enable_auto_commit=False, auto_offset_reset="earliest")
        await consumer.start()
        try:
            ends = await consumer.end_offsets(consumer.assignment())
            waiting = {partition for partition, end in ends.items() if end > 0}
            found: list[ConsumerRecord] = []
            while waiting:
                for batch in (await consumer.getmany(timeout_ms=500)).values():
                    found += batch
                waiting = {p for p in waiting if await consumer.position(p) < ends[p]}
            return found
        finally:
            await consumer.stop()

    async def messages(self, kind: type[M], **wanted: Any) -> list[M]:
        """The messages of a type whose fields have these values, each message once."""
        found = {}
        for record in await self.records(kind.TYPE):
            envelope = readable(record)
            values = orjson.loads(record.value) if envelope else {}
            if envelope and all(values.get(name) == value for name, value in wanted.items()):
                found[envelope.id] = kind.from_json(record.value)
        return list(found.values())

    async def message(self, kind: type[M], **wanted: Any) -> M:
        """The first of them, as soon as it is there."""
        found = await until(lambda: self.messages(kind, **wanted), f"{kind.TYPE} with {wanted}")
        return found[0]

    async def put(self, topic: str, value: bytes, headers: Sequence[tuple[str, bytes]], key: str = "e2e") -> None:
        """Writes a record."""
        producer = AIOKafkaProducer(**self._broker, acks="all")
        await producer.start()
        try:
            await producer.send_and_wait(topic, value, key=key.encode(), headers=list(headers))
        finally:
            await producer.stop()


class Simulator:
    """The outside world's switches and its payment book."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self._address, self._session = address, session

    async def person(self, identity_number: str, **override: Any) -> None:
        """Makes something else true about a person."""
        await self._put(f"/admin/people/{identity_number}", override)

    async def fault(self, provider: str, **fault: Any) -> None:
        """Switches a fault on."""
        await self._put(f"/admin/faults/{provider}", fault)

    async def payments(self) -> list[dict[str, Any]]:
        """Every order that the channel has ever booked."""
        async with self._session.get(f"{self._address}/admin/payments") as answer:
            found: list[dict[str, Any]] = (await answer.json())["items"]
        return found

    async def _put(self, path: str, body: Mapping[str, Any]) -> None:
        async with self._session.put(self._address + path, json=body) as answer:
            assert answer.status == 204, await answer.text()


class World:
    """One system, shared by all stories; each story brings its own people."""

    def __init__(self, system: System, early_token: str) -> None:
        """`early_token` was issued when the system came up; long stories outlive it."""
        self.system, self.early_token = system, early_token
        self.target = Target(system.settings)
        self.bus = Bus(system.kafka())
        self._rows = count(FIRST_STORY_ROW + secrets.randbelow(STORY_ROWS))
        self._people: dict[str, Api] = {}
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self.http = await self._open.enter_async_context(aiohttp.ClientSession())
        simulator = f"http://127.0.0.1:{self.system.settings.port_base + SIMULATOR_OFFSET}"
        self.simulator = Simulator(simulator, self.http)
        secret = self.system.secrets().clients["channel"]
        self.front = await self._open.enter_async_context(self.target.as_channel(secret))
        self.channel = Channel(self.front, f"story-{secrets.token_hex(4)}")
        return self

    async def __aexit__(self, *ended: object) -> None:
        await self._open.aclose()

    async def staff(self, user: str) -> Api:
        """A member of staff, signed in."""
        if user not in self._people:
            self._people[user] = await self._open.enter_async_context(self.target.as_user(user))
        return self._people[user]

    # --- the borrower ---

    def somebody(self, yuan: int = 60_000, months: int = 12, **application: Any) -> Applicant:
        """A solid person who asks for so much; what the sources say about him is the simulator's to change."""
        person = people.person(next(self._rows), on=datetime.now(UTC).date(), age=AGE)
        who = applicant(person, yuan * 100, months, FORM)
        return replace(who, application=who.application | application)

    async def registration(self, who: Applicant) -> dict[str, Any]:
        """What registers him, with his consents to the wordings in force."""
        signed = [await self.channel.signed(consent) for consent in who.registration["consents"]]
        return who.registration | {"consents": signed}

    async def applies(self, who: Applicant) -> str:
        """Registers and applies; the application's id."""
        receipt = await self.channel.apply(who, await self.channel.register(who))
        return str(receipt["id"])

    async def decided(self, who: Applicant, customer_id: str, **application: Any) -> DecisionMade:
        """One more application of a customer, and how it was decided."""
        body = who.application | application | {"customer_id": customer_id}
        receipt = await self.front.post("application-svc", "/v1/applications", body)
        return await self.bus.message(DecisionMade, application_id=str(receipt["id"]))

    async def accepts(self, application_id: str) -> None:
        """Reads the disclosure, confirms it, and signs."""
        line = await self.line(application_id)
        given = await self.channel.disclosure(line)
        await asyncio.sleep(given["forced_read_seconds"])
        await self.channel.confirm(given)
        await self.channel.sign(line)

    async def line(self, application_id: str) -> dict[str, Any]:
        """How the application stands."""
        return (await self.channel.statuses([application_id]))[application_id]

    async def stands(self, application_id: str, *states: str) -> dict[str, Any]:
        """The application as soon as it is in one of the states."""

        async def look() -> dict[str, Any] | None:
            line = await self.line(application_id)
            return line if line["status"] in states else None

        return await until(look, f"application {application_id} is {' or '.join(states)}")

    async def is_paid_out(self, application_id: str) -> dict[str, Any]:
        """The application as soon as its contract is in effect."""

        async def look() -> dict[str, Any] | None:
            line = await self.line(application_id)
            return line if line["contract_status"] == "EFFECTIVE" else None

        return await until(look, f"application {application_id} is paid out")

    async def uploads(self, application_id: str, *kinds: str) -> None:
        """Hands in a document of each kind."""
        for kind in kinds:
            answer = await self.upload(application_id, kind, f"%PDF-1.7 {kind}".encode())
            assert answer[0] == 201, answer

    async def upload(
        self, application_id: str, kind: str, content: bytes, media_type: str = "application/pdf"
    ) -> tuple[int, dict[str, Any]]:
        """Hands in one document; the status and the answer."""
        form = aiohttp.FormData()
        form.add_field("kind", kind)
        form.add_field("file", content, filename="file", content_type=media_type)
        return await self.ask("POST", "application-svc", f"/v1/applications/{application_id}/documents", data=form)

    async def ask(
        self, method: str, service: str, path: str, token: str | None = None, key: str | None = None, **request: Any
    ) -> tuple[int, dict[str, Any]]:
        """One request as it is, without a second try; by the channel unless another token is given."""
        headers = {
            "Authorization": f"Bearer {token if token is not None else await self.front.token()}",
            "Idempotency-Key": key or f"{time.time_ns()}",
            **request.pop("headers", {}),
        }
        async with self.http.request(method, self.target.address(service) + path, headers=headers, **request) as answer:
            text = await answer.read()
            return answer.status, orjson.loads(text) if text else {}

    # --- people who decide ---

    async def task(self, application_id: str, user: str, stage: str) -> dict[str, Any]:
        """The open task about an application in the inbox of a person, as soon as it is there."""
        staff = await self.staff(user)

        async def look() -> dict[str, Any] | None:
            page = await staff.get("workflow-svc", "/v1/tasks", application_id=application_id, status="OPEN")
            return next((task for task in page["items"] if task["stage"] == stage), None)

        return await until(look, f"a task {stage} about {application_id} with {user}")

    async def decides(self, task: Mapping[str, Any], user: str, **verdict: Any) -> dict[str, Any]:
        """Claims a task and completes it; a vote needs no claim."""
        staff = await self.staff(user)
        if task["quorum"] == 1:
            await staff.post("workflow-svc", f"/v1/tasks/{task['id']}/claim")
        done: dict[str, Any] = await staff.post("workflow-svc", f"/v1/tasks/{task['id']}/completion", verdict)
        return done

    async def needed(self, task: Mapping[str, Any], amount_minor: int) -> dict[str, Any]:
        """What an approval of this amount names beside it: the exceptions that the bounds of its case ask for."""
        staff = await self.staff("approver")
        bounds = (await staff.get("workflow-svc", f"/v1/cases/{task['case_id']}/view"))["bounds"]
        above = bounds["limit_minor"] is not None and amount_minor > bounds["limit_minor"]
        exceptions = [*bounds["lacking"], *(["ABOVE_LIMIT"] if above else [])]
        return (
            {"exceptions": exceptions, "exception_reason": "seen at his shop, the books are right"}
            if exceptions
            else {}
        )

    # --- after the pay-out ---

    async def business_date(self) -> date:
        """The open business day."""
        found = await (await self.staff("finance")).get("postloan-svc", "/v1/business-day")
        return date.fromisoformat(found["business_date"])

    async def reaches(self, day: date) -> None:
        """Closes business days until `day` is open."""
        finance = await self.staff("finance")
        while (today := await self.business_date()) < day:
            await finance.post("postloan-svc", f"/v1/business-days/{today}/closing")

            async def is_closed(closing: date = today) -> bool:
                return await self.business_date() > closing

            await until(is_closed, f"{today} is closed")

    # --- witnesses inside the services' databases ---

    async def counts(self, statement: str) -> dict[str, int]:
        """A count in the database of every service."""
        found = {}
        for service in SERVICES:
            connection = await asyncpg.connect(self.system.database_url(service))
            try:
                found[service] = await connection.fetchval(statement)
            finally:
                await connection.close()
        return found

    async def letters(self, since: datetime) -> Counter[tuple[str, ...]]:
        """How many letters there are about records from this time on, by service, state, topic and reason."""
        found: Counter[tuple[str, ...]] = Counter()
        for service in SERVICES:
            connection = await asyncpg.connect(self.system.database_url(service))
            try:
                for *what, number in await connection.fetch(LETTERS, int(since.timestamp() * 1000)):
                    found[(service, *what)] = number
            finally:
                await connection.close()
        return found

    async def outboxes_are_empty(self, patience_s: float = PATIENCE_S) -> None:
        """Returns when no service has anything left to tell."""

        async def look() -> bool:
            return not any((await self.counts(UNPUBLISHED)).values())

        await until(look, "every outbox is empty", patience_s)

    async def reported(
        self, by: Api, path: str, told: Callable[[dict[str, Any]], bool], **query: object
    ) -> dict[str, Any]:
        """What reporting-svc says, once it tells that: it may be behind, and know nothing of an application at first."""

        async def look() -> dict[str, Any] | None:
            try:
                found: dict[str, Any] = await by.get("reporting-svc", path, **query)
            except Refused as refused:
                if refused.status != NOT_FOUND:
                    raise
                return None
            return found if told(found) else None

        return await until(look, f"{path} tells of it")

    async def chain(self) -> dict[str, Any]:
        """What the verification of the evidence chain says."""
        found: dict[str, Any] = await (await self.staff("auditor")).get("reporting-svc", "/v1/audit/verify")
        return found


def readable(record: ConsumerRecord) -> Envelope | None:
    """The envelope of a record, where it is one of our messages and keeps its contract."""
    kind = MESSAGES[record.topic]
    try:
        envelope = Envelope.from_headers(record.headers)
        kind.from_json(record.value)
    except ValueError:
        return None
    return envelope if envelope.dataschema == kind.dataschema() else None


def consents(*sources: Source) -> list[dict[str, str]]:
    """Permissions to ask these sources."""
    return [{"source": source.value} for source in sources]
