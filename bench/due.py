"""Cases whose timers are due at once: how long it takes until all have fired, beside the same rows written by SQL."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import case_id_of
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import ProcessEngine

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "libs/contracts/samples/application.submitted.json"
PROCESS = ROOT / "services/workflow-svc/src/workflow_svc/processes/personal-credit.bpmn"
AGO = timedelta(minutes=10)  # what the process waits for an answer about data (personal-credit.bpmn)
A_PIECE = 100  # what the service writes in a transaction
LOOK_EVERY_S, ASK_EVERY_S = 0.02, 0.1
WITHIN_S = 300
CASES = """
insert into cases (id, application_id, process_code, process_version, status, submitted, state, opened_at, handlers,
  supplement, due_at, version, sequence)
select id, application_id, $3, 1, 'RUNNING', replace($4, $5, application_id::text), $6, $7, '["u-manager"]', '[]', $8,
  1, 1
from unnest($1::uuid[], $2::uuid[]) as waiting(id, application_id)
"""
LEFT = "select count(*) from cases where due_at <= now() and status = 'RUNNING'"
WRITTEN = ("cases", "tasks", "outbox")
MOVED = """
update floor_cases f set state = c.state, due_at = c.due_at, version = c.version, sequence = c.sequence
from cases c where c.id = f.id and f.id = any($1::uuid[])
"""
OPENED = "insert into floor_tasks select * from tasks where case_id = any($1::uuid[])"
TOLD = "insert into floor_outbox overriding system value select * from outbox where id >= $1 and id < $2"


@dataclass(frozen=True, slots=True)
class Drained:
    """How long it took, what PostgreSQL alone takes for the rows, and how long somebody waited who asked meanwhile."""

    seconds: float
    floor_s: float
    asked_ms: Sequence[float]


async def drained(url: str, count: int, ask: Callable[[], Awaitable[float]]) -> Drained:
    """Puts so many cases there whose timer is due, and waits until none is."""
    connection = await asyncpg.connect(url)
    try:
        applications = [uuid4() for _ in range(count)]
        ids = [case_id_of(application) for application in applications]
        first = await connection.fetchval("select coalesce(max(id), 0) + 1 from outbox")
        await _due(connection, ids, applications)
        began, asked_ms = time.perf_counter(), list[float]()
        asking = asyncio.create_task(_asking(ask, asked_ms))
        try:
            async with asyncio.timeout(WITHIN_S):
                while await connection.fetchval(LEFT):
                    await asyncio.sleep(LOOK_EVERY_S)
        finally:
            asking.cancel()
        took = time.perf_counter() - began
        opened = await connection.fetchval("select count(*) from tasks where case_id = any($1::uuid[])", ids)
        assert opened == count, f"{opened} tasks of {count} timers"
        return Drained(took, await _floor_s(connection, ids, first), asked_ms)
    finally:
        await connection.close()


async def _due(connection: asyncpg.Connection, ids: Sequence[UUID], applications: Sequence[UUID]) -> None:
    """Cases that have waited for data as long as their process waits, all seen at once."""
    now = datetime.now(UTC)
    submitted = ApplicationSubmitted.from_json(SAMPLE.read_bytes())
    engine = ProcessEngine(LENDING)
    definition = engine.load(PROCESS.read_bytes(), 1, "token")
    case = Case.opened(submitted, 1, now - AGO)
    state, _ = engine.start(definition, case.given(), case.opened_at)
    told, of = SAMPLE.read_text(), str(submitted.application_id)
    values = (submitted.process_code, told, of, state.stored().decode(), case.opened_at, now)
    await connection.execute(CASES, ids, applications, *values)


async def _asking(ask: Callable[[], Awaitable[float]], took: list[float]) -> None:
    while True:
        took.append(await ask())
        await asyncio.sleep(ASK_EVERY_S)


async def _floor_s(connection: asyncpg.Connection, ids: Sequence[UUID], first: int) -> float:
    """What PostgreSQL takes to write the rows that firing has written, in as many transactions."""
    for table in WRITTEN:
        await connection.execute(f"create table floor_{table} (like {table} including all)")
    await connection.execute("insert into floor_cases select * from cases where id = any($1::uuid[])", ids)
    last = await connection.fetchval("select max(id) + 1 from outbox")
    pieces = [ids[at : at + A_PIECE] for at in range(0, len(ids), A_PIECE)]
    messages = -(-(last - first) // len(pieces))
    await connection.execute("checkpoint")
    began = time.perf_counter()
    for number, piece in enumerate(pieces):
        async with connection.transaction():
            await connection.execute(MOVED, piece)
            await connection.execute(OPENED, piece)
            await connection.execute(TOLD, first + number * messages, first + (number + 1) * messages)
    return time.perf_counter() - began
