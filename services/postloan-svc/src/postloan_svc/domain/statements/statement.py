"""A bank's statement file: every line is a repayment, or stands among the breaks with why it is none."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from loan_servicekit.core import Aggregate, FieldError, Invalid


class StatementLine(NamedTuple):
    """Money that came in, as the bank tells it: `number` is the line of the file."""

    number: int
    reference: str
    received_on: date
    amount_minor: int
    currency: str
    loan_no: str


class StatementBreak(NamedTuple):
    """A line that was not taken in, and the code of why."""

    number: int
    reference: str
    loan_no: str
    amount_minor: int
    code: str


@dataclass(frozen=True, slots=True)
class StatementFile:
    """The lines of a file, with the totals that it tells of them itself, and its SHA-256."""

    sha256: str
    lines: tuple[StatementLine, ...]
    told_lines: int
    told_minor: int

    def require_whole(self) -> None:
        """Raises Invalid `statement-totals-differ`: a file that was cut off or touched is not taken in at all."""
        found = (len(self.lines), sum(each.amount_minor for each in self.lines))
        if found != (self.told_lines, self.told_minor):
            told = f"{self.told_lines} lines of {self.told_minor} fen"
            detail = f"the trailer tells {told}; the file has {found[0]} of {found[1]}"
            raise Invalid(
                "statement-totals-differ", detail, [FieldError("/content", "statement-totals-differ", detail)]
            )


@dataclass(eq=False)
class BankStatement(Aggregate):
    """A file that was taken in, once: what of it became repayments, and what did not."""

    AUDITED_AS = "bank-statement"

    id: UUID
    sha256: str
    lines: int
    total_minor: int
    taken: int
    taken_minor: int
    breaks: list[StatementBreak]
    imported_by: str
    imported_at: datetime

    @classmethod
    def of(cls, id: UUID, file: StatementFile, breaks: list[StatementBreak], by: str, now: datetime) -> "BankStatement":
        """The file with what became of its lines."""
        broken_minor = sum(each.amount_minor for each in breaks)
        statement = cls(
            id=id,
            sha256=file.sha256,
            lines=len(file.lines),
            total_minor=file.told_minor,
            taken=len(file.lines) - len(breaks),
            taken_minor=file.told_minor - broken_minor,
            breaks=breaks,
            imported_by=by,
            imported_at=now,
        )
        told = {"sha256": file.sha256, "taken": str(statement.taken), "breaks": str(len(breaks))}
        statement.audit("import_bank_statement", told)
        return statement
