"""What registers say, in our words: the same whoever sells it."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from integration_gateway.clients.sources.amounts import decimal, whole
from loan_contracts.facts import RegistryFacts

ENDED = ("注销", "吊销", "撤销", "责令关闭", "清算", "停业", "歇业")
RUNNING = ("存续", "在业", "开业", "在营", "正常")
OTHER = "其他"
"""A state that is not known: the register's own words go no further."""

_AMOUNT: Final = re.compile(r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*(亿|万)?元?(?:人民币)?", re.ASCII)
_TIMES: Final = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4, None: Decimal(1)}


def registration(state: str, founded: str, on: date, abnormal: bool, serious_illegal: bool) -> RegistryFacts:
    """A registration as of a date. ValueError where the founding day is none."""
    began = date.fromisoformat(founded)
    months = (on.year - began.year) * 12 + on.month - began.month - (on.day < began.day)
    return RegistryFacts(
        state=_state(state), months_operating=months, abnormal=abnormal, serious_illegal=serious_illegal
    )


def fen_told(text: object) -> int:
    """An amount as vendors tell it, in fen: 86500, "1000万元", "1,000.50元". ValueError where it is none."""
    told = _AMOUNT.fullmatch(str(text).strip())
    if told is None:
        raise ValueError("no amount")
    return whole(decimal(told[1].replace(",", "")) * _TIMES[told[2]] * 100)


def _state(told: str) -> str:
    """The state as one of the known ones. Registers write several beside each other: 存续（在营、开业、在册） is
    running, and what has ended in any way has ended."""
    return next((state for state in (*ENDED, *RUNNING) if state in told), OTHER)
