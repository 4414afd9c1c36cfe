"""Cases go with everything about them after their time."""

from datetime import UTC, datetime

from casework import YUAN, Casework

from loan_servicekit.core import business_day
from loan_servicekit.core.retention import cutoff
from loan_servicekit.db.parameters import load
from loan_servicekit.db.retention.statements import statement
from workflow_svc.domain.retention import RULES

COUNTS = "select (select count(*) from cases), (select count(*) from tasks), (select count(*) from task_notes)"


async def test_a_case_goes_with_its_tasks_and_notes(casework: Casework) -> None:
    """Decided on 2 March 2026, it goes on 3 March 2036; another one, which goes on, stays."""
    _, decided = await casework.in_review()
    note = await casework.post(f"/v1/tasks/{decided}/notes", "approver", json={"text": "请核实流水"})
    assert note.status_code == 201, note.text
    await casework.decided(decided, "APPROVE", amount_minor=30_000 * YUAN)
    await casework.in_review()
    engine, [rule] = casework.harness.service.engine, RULES
    parameter = (await load(engine)).at(rule.code, business_day(casework.clock()))
    assert parameter is not None and parameter.value == "10"
    for day, left in ((2, (2, 2, 1)), (3, (1, 1, 0))):
        cut = cutoff(parameter, datetime(2036, 3, day, 4, tzinfo=UTC))
        async with engine.begin() as connection:
            await connection.exec_driver_sql(statement(rule), (None, cut))
        [counts] = await casework.harness.rows(COUNTS)
        assert tuple(counts) == left
