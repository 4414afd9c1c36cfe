"""Mobile numbers (domain.md §6.4). The operator is asked, never read from the prefix: numbers are portable."""

import re
from dataclasses import dataclass

from application_svc.domain.errors import wrong_field

POINTER = "/mobile"
SHAPE = re.compile(r"1[3-9]\d{9}", re.ASCII)
VIRTUAL_OPERATORS = ("162", "165", "167", "170", "171")
THINGS = ("140", "144", "146", "148")  # segments of the internet of things, not given to persons


@dataclass(frozen=True, slots=True)
class Mobile:
    """A valid number; `virtual_operator` is a feature of risk, no refusal."""

    number: str
    virtual_operator: bool


def parse_mobile(text: str, pointer: str = POINTER) -> Mobile:
    """The number without blanks; raises Invalid `mobile-malformed` or `mobile-not-personal`."""
    number = text.replace(" ", "")
    if not SHAPE.fullmatch(number):
        raise wrong_field(pointer, "mobile-malformed", "a mobile number has 11 digits: 1, then 3 to 9, then nine more")
    if number.startswith(THINGS):
        raise wrong_field(
            pointer, "mobile-not-personal", f"numbers of segment {number[:3]} belong to devices and not to persons"
        )
    return Mobile(number, number.startswith(VIRTUAL_OPERATORS))
