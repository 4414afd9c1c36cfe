"""`python -m bench.reporting [--applications N] [--entries N]`: the funnel of a year and the verification of the
evidence, at the sizes that years bring; rows made by SQL in an embedded PostgreSQL."""

import argparse
import asyncio
import base64
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any

from bench.results import keep
from loan_devstack.running.testing import postgres_for_tests
from loan_servicekit.testing import Databases, Harness, provisioned
from loan_servicekit.testing.harness import settings_values
from reporting_svc.domain.evidence.chain import Head
from reporting_svc.domain.evidence.seals import head_mark
from reporting_svc.jobs.evidence import EvidenceKeeper
from reporting_svc.persistence.projections.funnel.queries import FunnelRanks
from reporting_svc.persistence.projections.funnel.table import COUNTS, counted, measured
from reporting_svc.settings import Settings
from reporting_svc.wiring import build

MIGRATIONS = Path(__file__).parent.parent / "services" / "reporting-svc" / "migrations"
EVIDENCE_KEYS = f"b1:{base64.b64encode(bytes(32)).decode()}"
YEAR = {"from": "2026-01-01", "to": "2026-12-31"}
REPEATS = 30
# Three products; nine in ten are decided alone in 40 to 400 ms, the others by a person within days; seven in ten paid.
APPLICATIONS = """
insert into application_progress (application_id, product_code, branch, submitted_at, decided_at, outcome, automatic,
  offered_at, signed_at, disbursed_at, decision_sequence)
select gen_random_uuid(), (array['A', 'B', 'C'])[1 + n % 3], '990101', at, decided,
  case when n % 10 < 7 then 'APPROVED' when n % 10 = 7 then 'CONDITIONAL' else 'DECLINED' end, n % 11 > 0,
  case when n % 10 < 8 then decided end, case when n % 10 < 7 then decided + interval '1 minute' end,
  case when n % 10 < 7 then decided + interval '1 minute' + random() * interval '5 s' end, 5
from (select n, at, at + case when n % 11 > 0 then interval '40 ms' + random() * interval '360 ms'
    else random() * interval '3 days' end as decided
  from (select n, timestamptz '2026-01-01 00:00+08' + random() * interval '365 days' as at
    from generate_series(1, $1::bigint) as n) as submitted) as told
"""
PROGRESS = "(select 1 as n, * from application_progress) as every"
ROLLED_UP = (
    f"insert into funnel_days (day, product_code, {', '.join(COUNTS)}) {counted(PROGRESS)}",
    "insert into funnel_times (day, product_code, measure, ms, applications)"
    f" select day, product_code, measure, ms, sum(n) from ({measured(PROGRESS)}) as m group by 1, 2, 3, 4",
    "insert into funnel_months (month, product_code, measure, ms, applications)"
    " select date_trunc('month', day)::date, coalesce(product_code, ''), measure, ms, sum(applications)"
    " from funnel_times group by grouping sets ((1, product_code, 3, 4), (1, 3, 4))",
)
_RANKS = "percentile_disc(array[0.5, 0.99]) within group (order by {0})"
# The floor of the funnel: what is answered, counted from every application.
ANEW = f"""
select day, product_code, count(*), {_RANKS.format("decision")}, {_RANKS.format("money")}
from (select (submitted_at at time zone 'Asia/Shanghai')::date as day, product_code,
    decided_at - submitted_at as decision, disbursed_at - submitted_at as money from application_progress) as cohort
group by grouping sets ((), (day, product_code))
"""
# Entries as a straight-through application leaves them, 17 of them; hashed as their definition says.
ENTRIES = """
do $$ declare
  prev bytea := decode(repeat('00', 32), 'hex'); made bytea; application text; id text; told text; figures text;
  at text; when_ timestamptz; payload bytea;
begin
  for n in 1..{entries} loop
    if n % 17 = 1 then application := gen_random_uuid()::text; end if;
    id := gen_random_uuid()::text;
    when_ := timestamptz '2026-01-01 00:00+00' + n * interval '1 s';
    at := to_char(when_ at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"');
    figures := '{{"outcome":"APPROVED","amount_minor":' || 1000000 + n || ',"score":640,"automatic":true}}';
    payload := sha256(id::bytea);
    told := '[' || n || ',"' || id || '","decision.made","' || application || '","' || application
      || '","workflow-svc","personal-credit","' || at || '","' || application || '","' || id || '","'
      || replace(application, '-', '') || '",' || to_json(figures)::text || ',"' || encode(payload, 'hex') || '","'
      || encode(prev, 'hex') || '"]';
    made := sha256(convert_to(told, 'UTF8'));
    insert into audit_entries (seq, message_id, type, subject, application_id, source, actor, occurred_at,
      correlation_id, causation_id, trace_id, figures, payload_hash, prev_hash, hash)
    values (n, id::uuid, 'decision.made', application, application::uuid, 'workflow-svc', 'personal-credit', when_,
      application, id, replace(application, '-', ''), figures::json, payload, prev, made);
    prev := made;
  end loop;
end $$
"""
MOVE_HEAD = "update audit_head set seq = $1, hash = $2, mark = $3"


async def write(harness: Harness, statement: str, *values: object) -> None:
    """Rows, and the statistics that a server that runs for long has of them."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(statement, values)


async def times_ms(act: Callable[[], Awaitable[Any]], repeats: int = REPEATS) -> tuple[float, float]:
    """Median and 95th percentile of an act, the first time left out."""
    await act()
    took = []
    for _ in range(repeats):
        begun = time.perf_counter()
        await act()
        took.append((time.perf_counter() - begun) * 1000)
    cuts = quantiles(took, n=20)
    return cuts[9], cuts[18]


async def funnel(harness: Harness, applications: int) -> None:
    """The funnel of a year over HTTP, beside counting anew."""
    await write(harness, APPLICATIONS, applications)
    for statement in ROLLED_UP:
        await write(harness, statement)
    await write(harness, "analyze")
    await FunnelRanks(harness.service.engine).settle()
    headers = harness.signer.headers("management")

    async def ask(**query: str) -> None:
        answer = await harness.client.get("/v1/funnel", params=YEAR | query, headers=headers)
        assert answer.status_code == 200 and answer.json()["total"]["submitted"] > 0, answer.text

    floor, _ = await times_ms(lambda: harness.rows(ANEW), 3)
    setup = f"GET /v1/funnel of a year, three products, {applications} applications; floor: counting them anew by SQL"
    for name, query in (
        ("funnel_year", {}),
        ("funnel_year_of_a_product", {"product": "A"}),
        ("funnel_from_a_day_on", {"from": "2026-01-02", "to": "2026-12-30"}),
    ):
        p50, p95 = await times_ms(lambda query=query: ask(**query))
        keep(name, round(p50, 1), "ms", round(floor, 1), setup, p95=round(p95, 1), query=YEAR | query)


async def verification(harness: Harness, entries: int) -> None:
    """Sealing, verifying the whole, verifying the day that a year ends with."""
    await write(harness, ENTRIES.format(entries=entries))
    await write(harness, "analyze audit_entries")
    ports, service = harness.app.state.ports, harness.service
    clock = service.transactor._clock

    def before() -> datetime:
        return clock() - timedelta(hours=30)

    async def move_head(seq: int) -> None:
        ((hash,),) = await harness.rows(f"select hash from audit_entries where seq = {seq}")
        head = Head(seq, bytes(hash))
        await write(harness, MOVE_HEAD, *head, head_mark(head, ports.marks))

    keeper = EvidenceKeeper(
        ports.evidence, ports.operations, service.group_commit, ports.marks, service.clock, timedelta(days=30)
    )
    day = max(entries // 365, 1)
    service.transactor._clock = before  # what is sealed now is older than a day
    await move_head(entries - day)
    sealing_s = await _took_s(keeper.seal())
    service.transactor._clock = clock
    await move_head(entries)

    async def read() -> None:
        async for _ in ports.evidence.pieces(1, entries):
            pass

    floor = await _took_s(read())
    setup = (
        f"{entries} entries, sealed by 10,000; carried on from piece to piece by one worker; floor: reading the entries"
    )
    whole, checked = await _verified(harness, keeper, "WHOLE")
    assert checked == entries, checked
    keep("verification_whole", round(whole, 2), "s", round(floor, 2), setup, per_second=round(entries / whole),
         sealing_s=round(sealing_s, 2))  # fmt: skip
    of_day, checked = await _verified(harness, keeper, "DAY")
    assert checked == day, checked
    keep(
        "verification_day",
        round(of_day, 3),
        "s",
        None,
        f"{setup}; the last {day} of them are the day, all seals checked",
    )


async def _took_s(act: Awaitable[Any]) -> float:
    begun = time.perf_counter()
    await act
    return time.perf_counter() - begun


async def _verified(harness: Harness, keeper: EvidenceKeeper, scope: str) -> tuple[float, int]:
    headers = harness.signer.headers("auditor") | {"Idempotency-Key": scope}
    begun = time.perf_counter()
    answer = await harness.client.post("/v1/audit/verifications", json={"scope": scope}, headers=headers)
    await keeper.carry_on()
    took = time.perf_counter() - begun
    found = await harness.client.get(f"/v1/audit/verifications/{answer.json()['id']}", headers=headers)
    assert found.json()["state"] == "HOLDS", found.text
    return took, found.json()["entries"]


async def space(harness: Harness, entries: int) -> None:
    """Bytes that an application's evidence takes for ever, 17 entries of it."""
    ((table, indexes),) = await harness.rows("select pg_table_size('audit_entries'), pg_indexes_size('audit_entries')")
    setup = f"{entries} entries, 17 an application, without what its figures are beside outcome, amount and score"
    keep("evidence_bytes", round((table + indexes) * 17 / entries), "B", None, setup,
         table=round(table * 17 / entries), indexes=round(indexes * 17 / entries))  # fmt: skip


async def run(applications: int, entries: int) -> None:
    """On a server and a database of its own."""
    with postgres_for_tests() as url:
        databases = Databases(url)
        async with provisioned(databases, MIGRATIONS) as database:
            settings = Settings(**settings_values(database), evidence_keys=EVIDENCE_KEYS)
            harness = await Harness(build(settings, "api")).start()
            if applications:
                await funnel(harness, applications)
            if entries:
                await verification(harness, entries)
                await space(harness, entries)
            await harness.close()
        await databases.close()


def main() -> int:
    """Runs both, or one where the other's number is 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.reporting", description=__doc__)
    parser.add_argument("--applications", type=int, default=1_000_000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    asked = parser.parse_args()
    asyncio.run(run(asked.applications, asked.entries))
    return 0


if __name__ == "__main__":
    sys.exit(main())
