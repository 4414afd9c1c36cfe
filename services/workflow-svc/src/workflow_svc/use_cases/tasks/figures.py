"""What is told of completed tasks."""

from dataclasses import dataclass
from typing import NamedTuple


class WorkingSpan(NamedTuple):
    """Half of them took at most so many seconds of working time, nine of ten at most so many."""

    median_s: int
    ninth_decile_s: int


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """Completed tasks of one kind: how many, how many of them after their due time, and how long they took from their
    opening on: half of them at most so many seconds, nine of ten at most so many. `waited` until somebody took them,
    `worked` from then on, `worked_s` of all together."""

    value: str
    completed: int
    late: int
    median_s: int
    ninth_decile_s: int
    waited: WorkingSpan | None = None
    worked: WorkingSpan | None = None
    worked_s: int = 0
