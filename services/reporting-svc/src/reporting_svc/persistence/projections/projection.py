"""What a projection is: rows made of messages, and the statement that notes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reporting_svc.domain.observation import Observation

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Projection:
    """One projection, by the name of its room in each layer.

    `rows` makes the rows of a batch of messages, none where they say nothing to it; `note` is the statement that writes
    them, one array a column. Messages arrive in any order and may come again: noting them twice changes nothing.
    """

    name: str
    rows: Callable[[Sequence[Observation]], Rows]
    note: str
