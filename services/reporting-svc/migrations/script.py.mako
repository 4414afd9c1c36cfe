"""${message}"""

from loan_servicekit.db.migrations import execute_all

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    execute_all()
