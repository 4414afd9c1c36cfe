"""Takes in a bank's statement file: each line as a repayment of its loan, in one commit with what is left over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, DomainError, NotFound, new_id
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay
from postloan_svc.domain.statements.statement import BankStatement, StatementBreak, StatementFile, StatementLine
from postloan_svc.use_cases.servicing.ports import ReceivingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class ImportStatement:
    """This file."""

    caller: Caller
    file: StatementFile


@dataclass(frozen=True, slots=True)
class StatementBasis:
    """What lines are taken in on: loans by their number, the digests of files that were taken in before."""

    receiving: ReceivingBasis
    loans: Mapping[str, UUID]
    imported: set[str]


async def import_statement(
    command: ImportStatement, basis: StatementBasis, uow: UnitOfWork, now: datetime
) -> BankStatement:
    """What is wrong with a line is a break of that line alone; finance takes its money in by hand, under the same
    reference, or sends it back.

    Raises Invalid `statement-totals-differ`, Conflict `statement-already-imported`.
    """
    file = command.file
    file.require_whole()
    if file.sha256 in basis.imported:
        raise Conflict("statement-already-imported", "these very bytes were taken in before")
    basis.imported.add(file.sha256)
    breaks = []
    for line in file.lines:
        try:
            await _take_in(line, command.caller, basis, uow)
        except DomainError as error:
            named = (line.number, line.reference, line.loan_no, line.amount_minor)
            breaks.append(StatementBreak(*named, code=error.code))
    statement = BankStatement.of(new_id(), file, breaks, command.caller.subject, now)
    uow.bank_statements.add(statement)
    return statement


async def _take_in(line: StatementLine, caller: Caller, basis: StatementBasis, uow: UnitOfWork) -> None:
    """A refusal leaves loan and books as they were."""
    if (loan_id := basis.loans.get(line.loan_no)) is None:
        raise NotFound("loan-not-found", f"there is no loan {line.loan_no}")
    loan, receiving = await uow.loans.get(loan_id), basis.receiving
    caller.require_branch(loan.contract.branch)
    receiving.require_new(line.reference)
    receiving.periods.require_open(line.received_on, "/received_on")
    receipt = Receipt(
        repayment_id=new_id(),
        amount_minor=line.amount_minor,
        received_on=line.received_on,
        source=Source.BANK_FILE,
        reference=line.reference,
        currency=line.currency,
    )
    repay(loan, receipt, receiving.business_date, receiving.non_accrual_after_days)
    receiving.take(line.reference)
