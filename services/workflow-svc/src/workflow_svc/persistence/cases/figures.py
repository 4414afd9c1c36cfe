"""Figures of a process: of the cases that ended in a span, and of those that run. Read by an index, the newest so many
at most, however many there are."""

from datetime import datetime

from loan_servicekit.db.queries import Reader
from workflow_svc.use_cases.cases.ports import ProcessFigures, Span

MOST_ENDED, MOST_RUNNING = 5_000, 10_000
# $4: a version alone.
ENDED = """
select status, outcome, opened_at, ended_at, process_version, course from cases
where process_code = $1 and ended_at >= $2 and ended_at < $3 and ($4::int is null or process_version = $4)
order by ended_at desc limit {most}
"""
RUNNING = """
select course from cases where process_code = $1 and status = 'RUNNING' and ($2::int is null or process_version = $2)
order by opened_at desc limit {most}
"""
SPANS = f"""
select count(*) as ended,
  percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from e.ended_at - e.opened_at)) as spans
from ({ENDED.format(most=MOST_ENDED)}) e
"""
OUTCOMES = f"""
select coalesce(e.outcome, e.status) as outcome, count(*) as times from ({ENDED.format(most=MOST_ENDED)}) e
group by 1 order by 1
"""
TAKEN = f"""
select f.key as flow, sum(f.value::int) as times
from ({ENDED.format(most=MOST_ENDED)}) e cross join json_each_text(e.course::json -> 'taken') f
group by 1 order by 1
"""
AT = f"""
select a.element, count(*) as times
from ({RUNNING.format(most=MOST_RUNNING)}) r cross join json_array_elements_text(r.course::json -> 'at') a(element)
group by 1 order by 1
"""
HOW_MANY = f"select count(*) as running from ({RUNNING.format(most=MOST_RUNNING)}) r"


async def figures(reader: Reader, code: str, version: int | None, begin: datetime, end: datetime) -> ProcessFigures:
    """Of cases that ended from `begin` on, before `end`, and of those that run now."""
    ended = (code, begin, end, version)
    [spans] = await reader.rows(SPANS, *ended)
    [running] = await reader.rows(HOW_MANY, code, version)
    median, ninth = spans.spans if spans.spans else (0, 0)
    return ProcessFigures(
        ended=int(spans.ended),
        span=Span(int(median or 0), int(ninth or 0)),
        outcomes={row.outcome: int(row.times) for row in await reader.rows(OUTCOMES, *ended)},
        taken={row.flow: int(row.times) for row in await reader.rows(TAKEN, *ended)},
        running=int(running.running),
        at={row.element: int(row.times) for row in await reader.rows(AT, code, version)},
    )
