"""Where published versions of processes lie."""

from loan_servicekit.db.columns import Column, rows
from workflow_svc.use_cases.definitions.ports import ProcessVersion

COLUMNS = (
    Column("code", "text"),
    Column("version", "int"),
    Column("name", "text"),
    Column("executor", "text"),
    Column("sha256", "text"),
    Column("published_by", "text"),
    Column("published_at", "timestamptz"),
    Column("proof", "json"),
    Column("bpmn", "bytea"),
)
PROCESSES = rows("processes", ProcessVersion, COLUMNS)
