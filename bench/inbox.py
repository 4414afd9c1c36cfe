"""`python -m bench.inbox [--open N] [--closed N] [--due N]`: the task inbox of a lender, and what is due at once.

Rows are made by SQL in a system of its own. Each question is asked over HTTP, one after the other, on a small inbox and
on a large one; then ten clients ask all of them, at their leisure and as fast as they are answered. What PostgreSQL
needs is its processes' time in /proc, without what it needs while nobody asks. At last many timers are due at once
(bench/due.py).
"""

import argparse
import asyncio
import itertools
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg

from bench.cpu import Meter, seconds
from bench.due import drained
from bench.results import keep
from loan_devstack.running import state
from loan_devstack.running.control import System
from loan_replay.figures import percentile

SERVICE = "workflow-svc"
AROUND = ("postgres", "kafka", "edge", "migrate", SERVICE)
VAR = Path(__file__).parent.parent / "var" / "bench" / "inbox"
OPEN, CLOSED, TIMERS = 100_000, 2_000_000, 10_000
OPEN_OF_A_SMALL_ONE = 100
AT_ONCE = 200_000
REPEATS, CLIENTS, OFFERED_S = 200, 10, 15
EACH_ASKS_S = 0.5
IDLE_S = 5
# Forty branches of uneven size, three stages of two roles, six products, 400 people; one task in five waits too long.
TASKS = """
insert into tasks (id, case_id, application_id, wait_id, stage, name, role, branch, requested_minor, outcomes, makers,
  created_at, due_at, quorum, status, assignee, votes, verdict, completed_at, told_overdue, flows, product_code,
  look_at, version, sequence)
select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), stage || '.1', stage, '人工复核', role, branch,
  1000000 + n, '["APPROVE", "DECLINE", "SUPPLEMENT", "COMMITTEE"]', '["manager"]', at, at + interval '4 h',
  case when role = 'approver' then 1 else 3 end, status, assignee,
  case when closed is null then '[]' else json_build_array(json_build_object('subject', subject, 'at', closed,
    'verdict', verdict)) end,
  case when closed is null then null else verdict end,
  closed, at + interval '4 h' < now(), json_build_array(json_build_object('at', 'decide', 'flow', 'flow_to_review',
    'values', json_build_object('fraud_outcome', 'REVIEW', 'risk_outcome', 'APPROVE', 'amount_minor', n::text))),
  'PRODUCT-' || n % 6,
  case when closed is null and at + interval '4 h' >= now() then at + interval '4 h' end, 3, 3
from (select n, at, subject, branch, case when done then at + interval '3 h' end as closed,
    json_build_object('choice', 'APPROVE', 'comment', '收入与公积金一致，同意通过', 'amount_minor', 1000000) as verdict,
    case when n % 13 = 0 then 'committee-member' else 'approver' end as role,
    case when n % 13 = 0 then 'committee_review' when n % 7 = 0 then 'customer_review' else 'manual_review' end
      as stage,
    case when done then 'COMPLETED' when n % 13 > 0 and n % 3 = 0 then 'CLAIMED' else 'OPEN' end as status,
    case when n % 13 > 0 and (done or n % 3 = 0) then subject end as assignee
  from (select n, $3::boolean as done, case when n % 400 = 0 then 'approver' else 'u-' || n % 400 end as subject,
      to_char(310000 + (n * 7919 % 40) * (n * 104729 % 40) / 40, 'FM000000') || '-01' as branch,
      case when $3::boolean then now() - interval '4 h' - random() * interval '730 days'
        else now() - interval '4 h' + (random() - 0.2) * interval '5 days' end as at
    from generate_series($1::bigint, $2::bigint) as n) as drawn) as told
"""


# A note about each fifth task that waits; of each hundredth it says what is searched for.
NOTES = """
insert into task_notes (id, task_id, case_id, by, at, text, mentions, documents)
select gen_random_uuid(), id, case_id, 'u-notes', now(), case when n % 100 = 0
    then '请核实公积金与银行流水 ' || n else '已电话联系借款人，第 ' || n || ' 次，约定补充材料' end, '[]', '[]'
from (select id, case_id, row_number() over () as n from tasks where status in ('OPEN', 'CLAIMED')) t where n % 5 = 0
"""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody of the staff asks."""

    name: str
    who: str
    path: str
    query: Mapping[str, str]


DUE = {"limit": "50"}
QUESTIONS = (
    Question("inbox", "approver", "/v1/tasks", DUE),
    Question("open", "approver", "/v1/tasks", DUE | {"status": "OPEN"}),
    Question("overdue", "approver", "/v1/tasks", DUE | {"overdue": "true"}),
    Question("not overdue", "approver", "/v1/tasks", DUE | {"overdue": "false"}),
    Question("mine", "approver", "/v1/tasks", DUE | {"mine": "true"}),
    Question("of a person", "auditor", "/v1/tasks", DUE | {"assignee": "u-33"}),
    Question("of a branch", "approver", "/v1/tasks", DUE | {"branch": "310001-01"}),
    Question("of a stage", "auditor", "/v1/tasks", DUE | {"stage": "customer_review"}),
    Question("of a product", "approver", "/v1/tasks", DUE | {"product_code": "PRODUCT-3"}),
    Question("of a product in a branch", "approver", "/v1/tasks",
             DUE | {"product_code": "PRODUCT-3", "branch": "310010-01"}),
    Question("every role's", "auditor", "/v1/tasks", DUE),
    Question("a committee's", "committee-1", "/v1/tasks", DUE),
    Question("closed", "approver", "/v1/tasks", DUE | {"status": "COMPLETED"}),
    Question("closed by a person", "auditor", "/v1/tasks", DUE | {"status": "COMPLETED", "assignee": "u-33"}),
    Question("closed of a branch", "approver", "/v1/tasks", DUE | {"status": "COMPLETED", "branch": "310001-01"}),
    Question("searched by name", "approver", "/v1/tasks", DUE | {"q": "人工复核"}),
    Question("searched in notes", "approver", "/v1/tasks", DUE | {"q": "公积金 流水"}),
    Question("searched and not there", "approver", "/v1/tasks", DUE | {"q": "没有人写过"}),
    Question("counts", "approver", "/v1/tasks/counts", {}),
    Question("every role's counts", "auditor", "/v1/tasks/counts", {}),
    Question("counts of a branch", "approver", "/v1/tasks/counts", {"branch": "310001-01"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """How long answers took, and what PostgreSQL needed for one."""

    p50_ms: float
    p99_ms: float
    database_ms: float


class Inbox:
    """A running workflow-svc, and people who ask it."""

    def __init__(self, system: System, session: aiohttp.ClientSession) -> None:
        self._system, self._session = system, session
        self._headers: dict[str, dict[str, str]] = {}
        running = state.read(system.settings.run)
        assert running is not None
        self.pids = {name: p.identity.pid for name, p in running.processes.items() if p.identity}
        self._idle_s = 0.0

    async def begin(self) -> None:
        """Everybody signs in anew; then what PostgreSQL needs a second while nobody asks."""
        for who in {q.who for q in QUESTIONS}:
            self._headers[who] = {"Authorization": f"Bearer {await asyncio.to_thread(self._system.token, who)}"}
        before = seconds(self.pids["postgres"])
        await asyncio.sleep(IDLE_S)
        self._idle_s = (seconds(self.pids["postgres"]) - before) / IDLE_S

    async def ask(self, question: Question) -> tuple[float, Any]:
        """Milliseconds until the answer was read, and the answer."""
        url, begun = self._system.service_url(SERVICE) + question.path, time.perf_counter()
        async with self._session.get(url, params=question.query, headers=self._headers[question.who]) as answer:
            told = await answer.json()
            assert answer.status == 200, told
        return (time.perf_counter() - begun) * 1000, told

    async def one_by_one(self, question: Question) -> Asked:
        """The same question again and again."""
        for _ in range(10):
            await self.ask(question)
        before, begun = seconds(self.pids["postgres"]), time.perf_counter()
        took = [(await self.ask(question))[0] for _ in range(REPEATS)]
        used = seconds(self.pids["postgres"]) - before - self._idle_s * (time.perf_counter() - begun)
        return Asked(percentile(took, 0.5), percentile(took, 0.99), max(used, 0) * 1000 / REPEATS)

    async def by_clients(self, every_s: float) -> tuple[float, float, float, dict[str, float]]:
        """Ten clients, each one question after the other, one `every_s` at most: answers a second, percentiles in ms,
        CPU an answer by process in ms."""
        took: list[float] = []
        meter, begun = Meter(self.pids), time.perf_counter()

        async def client(number: int) -> None:
            await asyncio.sleep(every_s * number / CLIENTS)
            for question in itertools.islice(itertools.cycle(QUESTIONS), number * 2, None):
                asked = time.perf_counter()
                if asked - begun > OFFERED_S:
                    return
                took.append((await self.ask(question))[0])
                await asyncio.sleep(max(0.0, every_s - (time.perf_counter() - asked)))

        await asyncio.gather(*(client(number) for number in range(CLIENTS)))
        wall = time.perf_counter() - begun
        cpu = {
            name: round(s * 1000 / len(took), 2) for name, s in meter.read().items() if name in ("postgres", SERVICE)
        }
        return len(took) / wall, percentile(took, 0.5), percentile(took, 0.99), cpu


async def fill(system: System, waiting: int, closed: int) -> None:
    """So many tasks more; statistics as a server has them that runs for long."""
    connection = await asyncpg.connect(system.admin_url("workflow_svc"))
    try:
        for count, done in ((waiting, False), (closed, True)):
            for first in range(1, count + 1, AT_ONCE):
                await connection.execute(TASKS, first, min(count, first + AT_ONCE - 1), done)
        if waiting > OPEN_OF_A_SMALL_ONE:
            await connection.execute(NOTES)
        for table in ("tasks", "task_deciders", "task_counts", "task_notes"):
            await connection.execute(f"vacuum analyze {table}")
        await connection.execute("checkpoint")
    finally:
        await connection.close()


async def counts_are_right(system: System, inbox: Inbox) -> None:
    """Raises where the counts are not what the table holds."""
    connection = await asyncpg.connect(system.admin_url("workflow_svc"))
    try:
        rows = await connection.fetch("select status, count(*) as n, count(*) filter (where due_at <= now()) as late"
                                      " from tasks where status in ('OPEN', 'CLAIMED') group by status")  # fmt: skip
    finally:
        await connection.close()
    found = {row["status"]: row["n"] for row in rows} | {"late": sum(row["late"] for row in rows)}
    _, told = await inbox.ask(next(q for q in QUESTIONS if q.name == "every role's counts"))
    counted = (told["all"]["open"], told["all"]["claimed"])
    assert counted == (found["OPEN"], found["CLAIMED"]), (counted, found)
    assert abs(told["all"]["overdue"] - found["late"]) < found["late"] / 100 + 10, (told["all"], found)


async def run(waiting: int, closed: int, due: int) -> None:
    """A small inbox, then a large one, then timers."""
    system = System(VAR, only=AROUND, environment={"LOG_LEVEL": "warning"})
    system.remove()
    with system:
        async with aiohttp.ClientSession() as session:
            await fill(system, OPEN_OF_A_SMALL_ONE, 0)
            inbox = Inbox(system, session)
            await inbox.begin()
            small = {q.name: await inbox.one_by_one(q) for q in QUESTIONS}
            begun = time.perf_counter()
            await fill(system, waiting - OPEN_OF_A_SMALL_ONE, closed)
            print(f"    {waiting} waiting and {closed} closed tasks made in {time.perf_counter() - begun:.0f} s")
            await inbox.begin()
            await counts_are_right(system, inbox)
            large = {q.name: await inbox.one_by_one(q) for q in QUESTIONS}
            report(small, large, waiting, closed)
            for name, every_s in (("inbox_ten_clients", EACH_ASKS_S), ("inbox_ten_clients_at_once", 0.0)):
                rate, p50, p99, cpu = await inbox.by_clients(every_s)
                pace = f"one each {every_s:g} s" if every_s else "each at once"
                setup = f"{CLIENTS} clients, all questions in turn, {pace}; {waiting} waiting, {closed} closed"
                more = {"p50": round(p50, 1), "answers_per_second": round(rate, 1), "cpu_ms": cpu}
                keep(f"{name}_p99", round(p99, 1), "ms", None, setup, **more)
            await inbox.begin()
            await keep_drained(system, inbox, due)


async def keep_drained(system: System, inbox: Inbox, due: int) -> None:
    """How long it takes until all timers have fired that are due at once, and how long the inbox is waited for then."""
    question = next(q for q in QUESTIONS if q.name == "overdue")

    async def ask() -> float:
        return (await inbox.ask(question))[0]

    found = await drained(system.admin_url("workflow_svc"), due, ask)
    setup = (
        f"{due} cases whose timer is due at once, until each has fired and opened its task; floor: the same rows"
        " written by PostgreSQL alone, in transactions of as many"
    )
    meanwhile = round(percentile(found.asked_ms, 0.99), 1)
    keep("timers_drained", round(found.seconds, 2), "s", round(found.floor_s, 2), setup, inbox_p99_ms=meanwhile)


def report(small: Mapping[str, Asked], large: Mapping[str, Asked], waiting: int, closed: int) -> None:
    """The table, and the dearest questions as figures."""
    print(f"    {'':<28}{'p50 ms':>16}{'p99 ms':>16}{'PostgreSQL ms':>18}")
    for name, after in large.items():
        before = small[name]
        pairs = ((before.p50_ms, after.p50_ms), (before.p99_ms, after.p99_ms), (before.database_ms, after.database_ms))
        print(f"    {name:<28}" + "".join(f"{b:>8.1f}→{a:>7.1f}" for b, a in pairs))
    setup = (
        f"the dearest of {len(large)} questions, each asked {REPEATS} times over HTTP; {waiting} waiting and {closed}"
        f" closed tasks; floor: {OPEN_OF_A_SMALL_ONE} waiting ones"
    )
    for figure, of in (("p99", "p99_ms"), ("database", "database_ms")):
        dearest = max(large, key=lambda name: getattr(large[name], of))
        by = {name: {"p50": round(a.p50_ms, 1), "p99": round(a.p99_ms, 1), "database": round(a.database_ms, 2)}
              for name, a in large.items()}  # fmt: skip
        value, floor = (round(getattr(of_all[dearest], of), 2) for of_all in (large, small))
        keep(f"inbox_{figure}", value, "ms", floor, f"{setup}; the dearest: {dearest}", by_question=by)


def main() -> int:
    """Runs it."""
    parser = argparse.ArgumentParser(prog="python -m bench.inbox", description=__doc__)
    parser.add_argument("--open", type=int, default=OPEN)
    parser.add_argument("--closed", type=int, default=CLOSED)
    parser.add_argument("--due", type=int, default=TIMERS)
    asked = parser.parse_args()
    asyncio.run(run(asked.open, asked.closed, asked.due))
    return 0


if __name__ == "__main__":
    sys.exit(main())
