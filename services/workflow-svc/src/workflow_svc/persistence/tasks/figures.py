"""Figures of closed tasks: how many, how long they took, how many were late; read by the index of closed tasks."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from loan_servicekit.db.queries import Reader
from workflow_svc.use_cases.tasks.figures import TaskFigures, WorkingSpan

MOST = 200
# By whom: each who decided or voted; all other columns are of the task.
VALUES: Mapping[str, tuple[str, str]] = {
    "stage": ("t.stage", ""),
    "role": ("t.role", ""),
    "branch": ("t.branch", ""),
    "product_code": ("t.product_code", ""),
    "person": ("d.subject", "join task_deciders d on d.task_id = t.id and d.role = t.role"),
}
FIGURES = """
select {value} as value, count(*) as completed, count(*) filter (where t.completed_at > t.due_at) as late,
  percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from t.completed_at - t.created_at)) as spans,
  percentile_cont(array[0.5, 0.9]) within group (order by t.waited_s) as waited,
  percentile_cont(array[0.5, 0.9]) within group (order by t.worked_s) as worked, sum(t.worked_s) as worked_s
from tasks t {join}
where t.role = any($1::text[]) and t.status = 'COMPLETED' and t.completed_at >= $2 and t.completed_at < $3
  and ($4::text is null or t.branch = $4)
group by 1 order by completed desc, value limit {most}
"""


async def figures(
    reader: Reader, by: str, roles: Sequence[str], branch: str | None, span: tuple[datetime, datetime]
) -> list[TaskFigures]:
    """Of tasks that were completed in a span, its end excluded."""
    value, join = VALUES[by]
    rows = await reader.rows(FIGURES.format(value=value, join=join, most=MOST), list(roles), *span, branch)
    return [
        TaskFigures(
            value=row.value,
            completed=int(row.completed),
            late=int(row.late),
            median_s=int(row.spans[0]),
            ninth_decile_s=int(row.spans[1]),
            waited=_span(row.waited),
            worked=_span(row.worked),
            worked_s=int(row.worked_s or 0),
        )
        for row in rows
    ]


def _span(found: Sequence[float | None] | None) -> WorkingSpan | None:
    """Nothing of tasks from before it was measured."""
    if found is None or found[0] is None or found[1] is None:
        return None
    return WorkingSpan(int(found[0]), int(found[1]))
