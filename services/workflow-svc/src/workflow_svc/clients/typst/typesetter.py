"""Typst as a Typesetter."""

from pathlib import Path

from loan_contracts.values import CONDITIONS, REASONS
from loan_papers import Press, Printed
from loan_servicekit.core import business_day
from workflow_svc.use_cases.committee.ports import Minutes

TEMPLATE = Path(__file__).parent / "minutes.typ"
CODE_LENGTH = 16  # of the hash of what the members said


class TypstTypesetter:
    """Implements `use_cases.committee.ports.Typesetter`."""

    def __init__(self, lender: str) -> None:
        self._press, self._template = Press(lender), TEMPLATE.read_bytes()

    async def pdf(self, minutes: Minutes) -> bytes:
        """A PDF: the same bytes for the same minutes."""
        content = minutes.content | {"worded": {**REASONS, **CONDITIONS}}
        code = str(minutes.content["comment_sha256"])[:CODE_LENGTH]
        printed = Printed(minutes.number, code, business_day(minutes.at), minutes.at, content)
        return await self._press.pdf(self._template, printed)
