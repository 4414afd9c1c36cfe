"""Who has read protected values of whom, and what for."""

from application_svc.use_cases.reveals.ports import IdentityRead
from loan_servicekit.db.columns import Column, rows

IDENTITY_READS = rows(
    "identity_reads",
    IdentityRead,
    (
        Column("call_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("purpose", "text"),
        Column("fields", "text"),
        Column("task_id", "uuid"),
        Column("read_by", "text"),
        Column("read_at", "timestamptz"),
        Column("application_id", "uuid"),
    ),
)
