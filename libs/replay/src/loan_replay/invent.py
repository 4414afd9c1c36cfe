"""A borrower who does not exist, as variables of a shell: the simulator knows him, nobody else does."""

import shlex
from datetime import UTC, datetime

from loan_datasets import people
from loan_devstack.errors import CannotStart

FIRST_ROW = 150_001  # behind the data set


def variables(row: str) -> str:
    """Lines `NAME=value` that a shell can take over. Raises CannotStart for a number that is out of range."""
    number = int(row) if row.isascii() and row.isdigit() else -1
    if not FIRST_ROW <= number < people.CAPACITY:
        raise CannotStart(f"Say which of the invented persons, {FIRST_ROW} to {people.CAPACITY - 1}: person 8000001")
    person = people.person(number, on=datetime.now(UTC).date())
    found = {
        "NAME": person.name,
        "IDENTITY": person.identity_number,
        "MOBILE": person.mobile,
        "CARD": person.card,
        "EMPLOYER": person.employer,
        "ADDRESS": person.address,
    }
    return "\n".join(f"{name}={shlex.quote(value)}" for name, value in found.items())
