"""Statement files of banks over HTTP."""

import csv
import hashlib
import io
import re
from collections.abc import Set
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from loan_servicekit.core import FieldError, Invalid, NotFound
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Cursor, Page, Router, page, problems, requires
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.views import PRINTED
from postloan_svc.domain.statements.statement import BankStatement, StatementBreak, StatementFile, StatementLine
from postloan_svc.use_cases.servicing.import_statement import ImportStatement

router = Router(prefix="/v1")
HEADER = ["record", "reference", "received_on", "amount", "currency", "loan_no"]
AMOUNT = re.compile(r"(0|[1-9][0-9]{0,11})\.[0-9]{2}", re.ASCII)
CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
MOST_LINES = 1_000
NEWEST = UUID(int=2**128 - 1)
EXAMPLE = "record,reference,received_on,amount,currency,loan_no\nD,B1,2026-02-21,8884.88,CNY,HT1-01\nT,1,,8884.88,,\n"


class BankStatementBody(Body):
    """The file: a header, a line `D` for money that came in, a trailer `T` with the number of lines and their sum."""

    content: Annotated[str, text(1, 200_000, lines=True), Field(examples=[EXAMPLE])]


class StatementBreakView(BaseModel):
    """A line that was not taken in, and why; its money is taken in by hand under the same reference, or sent back."""

    number: int
    reference: str
    loan_no: str
    amount_minor: int
    code: str
    taken_since: bool = Field(description="The money was taken in by hand meanwhile, under the same reference")


class StatementView(BaseModel):
    """A file, and what became of its lines."""

    id: UUID
    sha256: str
    lines: int
    total_minor: int
    taken: int
    taken_minor: int
    breaks: list[StatementBreakView]
    imported_by: str
    imported_at: datetime

    @classmethod
    def of(cls, s: BankStatement, taken: Set[str] = frozenset()) -> "StatementView":
        """The view of a file; `taken` are references that a repayment bears by now."""
        return cls(
            id=s.id,
            sha256=s.sha256,
            lines=s.lines,
            total_minor=s.total_minor,
            taken=s.taken,
            taken_minor=s.taken_minor,
            breaks=[_break(each, taken) for each in s.breaks],
            imported_by=s.imported_by,
            imported_at=s.imported_at,
        )


def _break(broken: StatementBreak, taken: Set[str]) -> StatementBreakView:
    """What bore a reference that was there before the file is no money of its own, and never taken in."""
    since = broken.reference in taken and broken.code != "repayment-reference-taken"
    return StatementBreakView(**broken._asdict(), taken_since=since)


def read_statement(content: str) -> StatementFile:
    """The lines of a file. Raises Invalid `statement-malformed`, which names the first line that is wrong."""
    rows = list(csv.reader(io.StringIO(content)))
    if len(rows) < 2 or rows[0] != HEADER or rows[-1][:1] != ["T"] or len(rows) > MOST_LINES + 2:
        raise _malformed(1, f"a header {','.join(HEADER)}, up to {MOST_LINES} lines D, and a trailer T are needed")
    lines = tuple(_line(number, row) for number, row in enumerate(rows[1:-1], start=2))
    trailer = rows[-1]
    if len(trailer) != len(HEADER) or not re.fullmatch(r"[0-9]{1,6}", trailer[1]) or not AMOUNT.fullmatch(trailer[3]):
        raise _malformed(len(rows), "the trailer tells the number of lines and their sum")
    digest = hashlib.sha256(content.encode()).hexdigest()
    return StatementFile(digest, lines, int(trailer[1]), _fen(trailer[3]))


def _line(number: int, row: list[str]) -> StatementLine:
    if len(row) != len(HEADER) or row[0] != "D":
        raise _malformed(number, "a line is D and five values")
    _, reference, day, amount, currency, loan_no = row
    shaped = re.fullmatch(PRINTED, reference) and AMOUNT.fullmatch(amount) and CURRENCY.fullmatch(currency)
    if not shaped or not re.fullmatch(r"[A-Za-z0-9-]{1,64}", loan_no):
        raise _malformed(number, "reference, amount (8884.88), currency or number of the loan is malformed")
    try:
        received_on = date.fromisoformat(day)
    except ValueError as error:
        raise _malformed(number, "received_on is no date") from error
    return StatementLine(number, reference, received_on, _fen(amount), currency, loan_no)


def _fen(amount: str) -> int:
    return int(Decimal(amount) * 100)


def _malformed(number: int, detail: str) -> Invalid:
    error = FieldError("/content", "statement-malformed", f"line {number}: {detail}")
    return Invalid("statement-malformed", error.detail, [error])


@router.post(
    "/bank-statements",
    operation_id="import_bank_statement",
    status_code=201,
    responses=problems(409),
    response_model=StatementView,
)
async def import_bank_statement_route(
    body: BankStatementBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Takes in a bank's statement file: each line is a repayment of the loan that it names, or stands among the breaks
    with the code of its refusal. The file is taken in once, and not at all where its totals are wrong."""
    command = ImportStatement(context.caller, read_statement(body.content))
    return await context.perform(context.ports.operations.import_statement, command, StatementView.of, 201)


@router.get("/bank-statements", operation_id="list_bank_statements", responses=problems())
async def list_bank_statements(
    context: Annotated[Context, requires("payment.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[StatementView]:
    """The files that were taken in with their breaks, the newest first."""
    found = await context.ports.requests.statements(cursor.uuid() or NEWEST, cursor.limit + 1)
    broken = [each.reference for statement in found for each in statement.breaks]
    taken = await context.ports.requests.taken(broken)
    shown = [StatementView.of(each, taken) for each in found]
    return page(shown, cursor, [str(shown[cursor.limit - 1].id)] if len(shown) > cursor.limit else None)


@router.get("/bank-statements/{statement_id}", operation_id="get_bank_statement", responses=problems(404))
async def get_bank_statement(
    statement_id: UUID, context: Annotated[Context, requires("payment.read")]
) -> StatementView:
    """A file that was taken in, with its breaks."""
    found = await context.ports.requests.statement(statement_id)
    if found is None:
        raise NotFound("bank-statement-not-found", f"there is no statement {statement_id}")
    return StatementView.of(found, await context.ports.requests.taken([each.reference for each in found.breaks]))
