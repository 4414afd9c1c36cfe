"""Where in the diagrams a case is, and which flows it has taken: what pictures of many cases are made of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Course:
    """Elements that the case waits at and how often it took each flow, by their ids; those of a process that it calls
    stand behind its code, `credit-checks/flow_submitted_data`."""

    at: tuple[str, ...] = ()
    taken: Mapping[str, int] = field(default_factory=dict)

    def gone_on(self, taken: Sequence[str], at: Sequence[str]) -> "Course":
        """After a step."""
        return Course(tuple(at), dict(Counter(self.taken) + Counter(taken)))
