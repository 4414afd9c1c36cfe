"""Pages of lists whose newest entries stand first: ids are ordered by time."""

from uuid import UUID

LAST = UUID(int=2**128 - 1)  # comes after every id
