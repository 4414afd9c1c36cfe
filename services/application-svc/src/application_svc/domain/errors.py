"""How a wrong field is refused, and how several are refused at once."""

from collections.abc import Callable
from typing import TypeVar

from loan_servicekit.core import FieldError, Invalid

T = TypeVar("T")


def wrong_field(pointer: str, code: str, detail: str) -> Invalid:
    """A refusal of one field: where it stands, what is wrong, what is allowed."""
    return Invalid(code, detail, [FieldError(pointer, code, detail)])


class Checks:
    """Runs checks that each refuse one field, and refuses once with all that they found."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def run(self, check: Callable[[], T]) -> T | None:
        """The check's result, or None where it refused."""
        try:
            return check()
        except Invalid as refusal:
            self.errors.extend(refusal.errors)
            return None

    def refuse_if_any(self, code: str, detail: str) -> None:
        """Raises one Invalid with every wrong field; the details of the fields follow the given sentence."""
        if self.errors:
            found = "; ".join(f"{error.pointer}: {error.detail}" for error in self.errors)
            raise Invalid(code, f"{detail}: {found}", self.errors)
