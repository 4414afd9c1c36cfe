"""The same figures on a big set of data and on the small one that it was copied from, in one run.

A small set is made by playing applications through the whole system. Its rows are then copied by SQL with new ids into
every table of every service, statistics fresh. What the copies say is what their originals say, earlier.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

import asyncpg
from sqlalchemy.ext.asyncio import create_async_engine

from bench.chain import chain_on
from bench.floor import DECIDED
from bench.lists import pages
from bench.load import Bench
from bench.results import keep
from loan_contracts.messages import SERVICES
from loan_devstack.database.growing import Earlier, analyze, grow, growable
from loan_devstack.running.control import System
from loan_devstack.running.system import SEAL_KEY_ID
from loan_replay.reading import shorten_reading
from loan_replay.target import Target
from loan_servicekit.db.engine import async_url
from loan_servicekit.db.sweeping import KEPT, sweep
from reporting_svc.domain.evidence.seals import Marks

CUSTOMERS = 100_000
ORIGINALS, PASSED, UNDER_WAY, LOOK_EVERY_S = 500, 1_000, 600, 0.02
OFFERED, OFFERED_S = 10.0, 30
EXPIRED = 500_000  # rows in each of two services that a sweep has to take away
SWEPT = ("application-svc", "reporting-svc")
# Of ten applications one has a task that waits, and twenty tasks are done: a lender whose people look at everything.
TASKS, TASKS_IN_TEN = "tasks", 21
DONE = (
    "update tasks set status = 'COMPLETED', completed_at = due_at, assignee = 'approver', told_overdue = true"
    " where ctid in (select ctid from"
    " (select ctid, row_number() over (order by id) as n from tasks) as t where n % 21 > 0)"
)
COUNTED = (
    "insert into task_counts (role, branch, stage, product_code, opened, claimed, overdue)"
    " select role, branch, stage, product_code, count(*) filter (where status = 'OPEN'),"
    " count(*) filter (where status = 'CLAIMED'), count(*) filter (where told_overdue)"
    " from tasks where status in ('OPEN', 'CLAIMED') group by role, branch, stage, product_code"
)
YEAR_MS, DAY_MS = 365 * 86_400_000, 86_400_000
FUNNEL = {"from": "2026-01-01", "to": "2026-12-31"}
# Tasks grow apart. The rest: what people decide, what is asked for at once, spans, which lie in partitions of days.
UNGROWN = frozenset(
    {TASKS, "spans", "parameter_changes", "product_proposals", "policy_proposals", "consent_texts", "published"}
    | {"audit_seals", "verifications", "retention_runs", "legal_holds", "dead_letters"}
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is compared."""

    lists: Mapping[str, float]
    funnel_ms: float
    per_second: float
    cpu_ms: float
    decision_p99_ms: float


async def big(system: System, customers: int) -> None:
    """Small, grown, big: prints and keeps each figure of the big set beside that of the small one."""
    with system:
        await shorten_reading(Target(system.settings))
        bench = Bench(system)
        await bench.run(ORIGINALS, None, 100, LOOK_EVERY_S)
        small = await _figures(bench)
        began = time.perf_counter()
        rows = await _grown(system, customers)
        setup = f"copies of what a run has left, {customers} applications, in {time.perf_counter() - began:.0f} s"
        keep("big_rows", sum(rows.values()), "rows", None, setup, by_table=rows)
        await _keep_verification(bench.target, customers)
        _keep(small, await _figures(bench), customers)
        await _keep_sweep(bench, customers)


async def _grown(system: System, customers: int) -> dict[str, int]:
    connection = await asyncpg.connect(system.admin_url("application_svc"))
    originals = int(await connection.fetchval("select count(*) from applications"))
    await connection.close()
    times = max(1, customers // originals)
    earlier = Earlier(ms=YEAR_MS // times, swept=6 * DAY_MS // times)
    rows = {}
    for service in SERVICES:
        connection = await asyncpg.connect(system.admin_url(service.replace("-", "_")))
        try:
            tables = [table for table in await growable(connection) if table not in UNGROWN]
            grown = await grow(connection, dict.fromkeys(tables, times), earlier)
            if service == "workflow-svc":
                grown |= await _tasks(connection, customers)
            if service == "reporting-svc":
                await chain_on(connection, Marks.parse(f"{SEAL_KEY_ID}:{system.secrets().evidence_key}"))
            await analyze(connection, grown)
            rows |= {f"{service} {table}": count for table, count in grown.items() if count}
        finally:
            await connection.close()
    return rows


async def _tasks(connection: asyncpg.Connection, customers: int) -> dict[str, int]:
    """Many tasks, of which most are done."""
    times = customers * TASKS_IN_TEN // 10 // max(1, int(await connection.fetchval("select count(*) from tasks")))
    grown = await grow(connection, {TASKS: times}, Earlier(ms=YEAR_MS // max(1, times), swept=0))
    await connection.execute(DONE)
    await connection.execute("truncate task_counts")  # copies are made without triggers, which count
    await connection.execute(COUNTED)
    return grown


async def _figures(bench: Bench) -> Figures:
    lists = await pages(bench.target)
    funnel = await _funnel(bench.target)
    modest = await bench.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, 0)
    full = await bench.run(PASSED, None, UNDER_WAY, LOOK_EVERY_S)
    return Figures(lists, funnel, full.per_second, sum(full.cpu_ms().values()), modest.after_ms(DECIDED, 0.99))


async def _funnel(target: Target) -> float:
    async with target.as_user("management") as api:
        took = []
        for _ in range(10):
            began = time.perf_counter()
            await api.get("reporting-svc", "/v1/funnel", **FUNNEL)
            took.append((time.perf_counter() - began) * 1000)
        return max(took)


def _keep(small: Figures, large: Figures, customers: int) -> None:
    on = f"with {customers} applications copied into every table; floor: the same before they were copied"
    worst = max(large.lists, key=lambda question: large.lists[question])
    keep("big_list_p99", large.lists[worst], "ms", max(small.lists.values()),
         f"the slowest page of {len(large.lists)} lists and filters, {worst}, {on}", by_list=large.lists)  # fmt: skip
    inbox = max((name for name in large.lists if "/v1/tasks" in name), key=lambda name: large.lists[name])
    keep("big_inbox_p99", large.lists[inbox], "ms", small.lists[inbox], f"{inbox}, {on}")
    keep("big_funnel", round(large.funnel_ms, 1), "ms", round(small.funnel_ms, 1), f"the funnel of a year, {on}")
    keep("big_throughput", round(large.per_second, 1), "applications/s", round(small.per_second, 1), on)
    keep("big_cpu", round(large.cpu_ms, 2), "ms", round(small.cpu_ms, 2), f"CPU an application, {on}")
    keep("big_decision_p99", round(large.decision_p99_ms, 1), "ms", round(small.decision_p99_ms, 1),
         f"{OFFERED:g} applications/s for {OFFERED_S} s, {on}")  # fmt: skip


async def _keep_verification(target: Target, customers: int) -> None:
    """How long it takes workers to verify the whole chain, and the part that came since yesterday's seal."""
    async with target.as_user("auditor") as api:
        for scope in ("DAY", "WHOLE"):
            began = time.perf_counter()
            found = await api.post("reporting-svc", "/v1/audit/verifications", {"scope": scope})
            while found["state"] == "RUNNING":
                await asyncio.sleep(0.2)
                found = await api.get("reporting-svc", f"/v1/audit/verifications/{found['id']}")
            if found["code"] is not None:
                raise RuntimeError(f"the copied chain does not hold: {found}")
            setup = f"{found['entries']} entries of scope {scope}, {customers} applications copied"
            keep(f"big_verification_{scope.lower()}", round(time.perf_counter() - began, 1), "s", None, setup)


async def _keep_sweep(bench: Bench, customers: int) -> None:
    """Decisions while a sweep takes away rows that have just become old, beside decisions without."""
    without = (await bench.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, 0)).after_ms(DECIDED, 0.99)
    await asyncio.gather(*(_expire(bench.system, service) for service in SWEPT))
    sweeping = asyncio.create_task(_sweep(bench.system))
    during = (await bench.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, 0)).after_ms(DECIDED, 0.99)
    swept = await sweeping
    setup = (
        f"{OFFERED:g} applications/s for {OFFERED_S} s while {sum(r for r, _ in swept)} rows of two services go, in"
        f" {max(s for _, s in swept):.0f} s; floor: without; {customers} applications copied"
    )
    keep("sweep_decision_p99", round(during, 1), "ms", round(without, 1), setup)


async def _expire(system: System, service: str) -> None:
    connection = await asyncpg.connect(system.admin_url(service.replace("-", "_")))
    await connection.execute(
        "update outbox set created_at = created_at - interval '20 d', published_at = published_at - interval '20 d'"
        f" where id in (select id from outbox where published_at is not null order by id limit {EXPIRED})"
    )
    await connection.execute(
        "update inbox set received_at = received_at - interval '40 d'"
        f" where message_id in (select message_id from inbox order by received_at limit {EXPIRED})"
    )
    await connection.execute("vacuum analyze outbox")
    await connection.execute("vacuum analyze inbox")
    await connection.close()


async def _sweep(system: System) -> list[tuple[int, float]]:
    """How many rows of the standard tables have gone from each service, and in how many seconds."""
    return await asyncio.gather(*(_swept(system.admin_url(service.replace("-", "_"))) for service in SWEPT))


async def _swept(url: str) -> tuple[int, float]:
    connection, engine = await asyncpg.connect(url), create_async_engine(async_url(url))
    try:
        before, began = await _count(connection), time.perf_counter()
        await sweep(engine)
        return before - await _count(connection), time.perf_counter() - began
    finally:
        await engine.dispose()
        await connection.close()


async def _count(connection: asyncpg.Connection) -> int:
    """Rows that are old."""
    counts = [f"select count(*) from {kept.table} where {kept.old}" for kept in KEPT]
    return sum([int(await connection.fetchval(count, k.age)) for count, k in zip(counts, KEPT, strict=True)])
