"""What keeps a process from being published: which element, what is wrong, what is allowed."""

from collections.abc import Sequence
from dataclasses import dataclass

from loan_servicekit.core import FieldError, Invalid

REFUSED = "process-not-publishable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with one element."""

    element: str
    code: str
    detail: str


def refusal(findings: Sequence[Finding]) -> Invalid:
    """All findings as one refusal, the first three in its text."""
    shown = "; ".join(f"{f.element}: {f.detail}" for f in findings[:3])
    return Invalid(REFUSED, shown, [FieldError(f"/elements/{f.element}", f.code, f.detail) for f in findings])
