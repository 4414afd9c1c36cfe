"""Cursor pages: `{items, next_cursor}`, stable while rows are added, without counting."""

import base64
import binascii
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Generic, TypeVar
from uuid import UUID

import orjson
from fastapi import Query
from pydantic import BaseModel, Field

from loan_servicekit.core import FieldError, Invalid

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """Some items, and where to go on."""

    items: list[T]
    next_cursor: str | None = Field(None, description="Give it back as `cursor` for the next page; absent on the last")


class Cursor:
    """The query parameters of a list: `limit` and the opaque `cursor` of the page before."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=200, description="Items a page")] = 50,
        cursor: Annotated[
            str | None,
            Query(max_length=400, pattern=r"^[A-Za-z0-9_=-]*$", description="`next_cursor` of the page before"),
        ] = None,
    ) -> None:
        self.limit = limit
        self.after: list[object] | None = None
        if cursor is not None:
            try:
                self.after = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
                if not isinstance(self.after, list):
                    raise ValueError
            except (ValueError, binascii.Error) as error:
                raise cursor_invalid() from error

    def uuid(self) -> UUID | None:
        """The cursor of a list that is ordered by id."""
        try:
            return UUID(str(self.after[0])) if self.after is not None else None
        except (ValueError, IndexError) as error:
            raise cursor_invalid() from error

    def time_and_uuid(self) -> tuple[datetime, UUID] | None:
        """The cursor of a list that is ordered by a time and then by id; the time in UTC."""
        if self.after is None:
            return None
        try:
            at, id = self.after
            moment = datetime.fromisoformat(str(at))
            if moment.tzinfo is None:
                raise ValueError("a time without its zone")
            return moment.astimezone(UTC), UUID(str(id))
        except (ValueError, OverflowError) as error:  # the first and the last day do not exist in every zone
            raise cursor_invalid() from error


def cursor_invalid() -> Invalid:
    """The refusal of a cursor that we did not give."""
    return Invalid(
        "cursor-invalid",
        "give the next_cursor of the page before, unchanged",
        [FieldError("/cursor", "cursor-invalid", "give the next_cursor of the page before, unchanged")],
    )


def page(items: Sequence[T], cursor: Cursor, position: Sequence[object] | None) -> Page[T]:
    """A page of items that were read with `limit + 1`; `position` is the place of the last one that is shown."""
    if len(items) <= cursor.limit or position is None:
        return Page(items=list(items[: cursor.limit]))
    text = base64.urlsafe_b64encode(orjson.dumps(list(position), default=str)).decode().rstrip("=")
    return Page(items=list(items[: cursor.limit]), next_cursor=text)
