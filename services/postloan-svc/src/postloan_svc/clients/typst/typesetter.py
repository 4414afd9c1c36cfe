"""Typst as a Typesetter."""

from pathlib import Path

from loan_papers import Press, Printed
from postloan_svc.domain.papers.paper import Paper, PaperKind

TEMPLATES = Path(__file__).parent
FILES = {PaperKind.STATEMENT: "statement.typ", PaperKind.SETTLEMENT_CERTIFICATE: "settlement_certificate.typ"}


class TypstTypesetter:
    """Implements `use_cases.papers.ports.Typesetter`."""

    def __init__(self, lender: str) -> None:
        self._press = Press(lender)
        self._templates = {kind: (TEMPLATES / name).read_bytes() for kind, name in FILES.items()}

    async def pdf(self, paper: Paper) -> bytes:
        """A PDF: the same bytes for the same paper."""
        printed = Printed(paper.number, paper.printed_code, paper.issued_on, paper.issued_at, paper.content)
        return await self._press.pdf(self._templates[paper.kind], printed)
