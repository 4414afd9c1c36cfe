"""Parameters of queries that several routes have."""

from typing import Annotated

from fastapi import Query

from loan_servicekit.http import Cursor
from loan_servicekit.http.pages import cursor_invalid

PRINTABLE = r"^[ -~]+$"
Code = Annotated[str | None, Query(max_length=100, pattern=PRINTABLE)]
GREATEST_SEQ = 2**63 - 1


def seq_of(cursor: Cursor) -> int:
    """The cursor of a list by number in the chain."""
    if cursor.after is None:
        return 0
    if len(cursor.after) != 1 or not isinstance(cursor.after[0], int) or not 0 <= cursor.after[0] <= GREATEST_SEQ:
        raise cursor_invalid()
    return cursor.after[0]
