"""Parameters of queries that several routes have."""

from typing import Annotated

from fastapi import Query

PRINTABLE = r"^[ -~]+$"
Code = Annotated[str | None, Query(max_length=100, pattern=PRINTABLE)]
