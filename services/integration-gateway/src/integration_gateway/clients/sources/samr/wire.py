"""Shapes of the enterprise registry (domain.md §7.7)."""

from datetime import date

from integration_gateway.clients.wire import Json
from loan_contracts.facts import RegistryFacts

ENDED = ("注销", "吊销", "撤销", "责令关闭", "清算", "停业", "歇业")
RUNNING = ("存续", "在业", "开业", "在营", "正常")
OTHER = "其他"
"""A state that is not known: the register's own words go no further."""


def read_registration(data: Json, on: date) -> RegistryFacts:
    """The registration as of a date. ValueError or KeyError where malformed."""
    founded = date.fromisoformat(data["found"])
    months = (on.year - founded.year) * 12 + on.month - founded.month - (on.day < founded.day)
    return RegistryFacts(
        state=_state(data["state"]),
        months_operating=months,
        abnormal=data["abnormal"],
        serious_illegal=data["serious_illegal"],
    )


def _state(told: str) -> str:
    """The state as one of the known ones. Registers write several beside each other: 存续（在营、开业、在册） is
    running, and what has ended in any way has ended."""
    return next((state for state in (*ENDED, *RUNNING) if state in told), OTHER)
