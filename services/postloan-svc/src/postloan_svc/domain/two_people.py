"""What one person asks for, another one decides (domain.md R-9.10)."""

from loan_servicekit.core import Forbidden


def require_second_person(by: str, asked_by: str | None) -> None:
    """Raises Forbidden `second-person-required` to who has asked himself."""
    if by == asked_by:
        raise Forbidden("second-person-required", "another person than the one who asked decides")
