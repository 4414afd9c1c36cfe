"""The attempts of one time of day, a chunk of agreements in one commit (R-3.11)."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.debits.agreement import ENDS_WITH, CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt
from postloan_svc.domain.debits.run import DebitRun, run_id
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.use_cases.debits.ports import RunBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class RunDebits:
    """The next so many agreements of a time of a day."""

    by: str
    day: date
    slot: str
    at_most: int

    @property
    def id(self) -> str:
        """The run's."""
        return run_id(self.day, self.slot)


async def run_debits(command: RunDebits, basis: RunBasis, uow: UnitOfWork, now: datetime) -> bool:
    """Orders what is due now of each loan for which no order is under way: what the borrower has paid himself is not
    asked for, and what has an unknown end is not ordered again. What is owed no more ends its agreement. Whether the
    run is over."""
    run = await uow.debit_runs.find(command.id)
    if run is None:
        run = DebitRun.of(command.day, command.slot)
        uow.debit_runs.add(run)
    if run.ended_at is not None:
        return True
    agreements = basis.agreements[command.id]
    made = [each for each in [await _debit(command, one, basis, uow, now) for one in agreements] if each]
    last = agreements[-1].id if len(agreements) == command.at_most else None
    run.passed(last, len(made), sum(each.amount_minor for each in made), now)
    return last is None


async def _debit(
    command: RunDebits, agreement: CollectionAgreement, basis: RunBasis, uow: UnitOfWork, now: datetime
) -> DebitAttempt | None:
    loan = await uow.loans.get(agreement.loan_id)
    if reason := ENDS_WITH.get(loan.status):
        agreement.end(reason, now)
        return None
    stands_on = loan.business_date(command.day)
    if not agreement.collects or loan.id in basis.under_way or loan.dpd(stands_on) > basis.rules.most_dpd:
        return None
    amount = owed_minor(loan, stands_on) if loan.owed else 0
    if amount <= 0:
        return None
    attempt = DebitAttempt.automatic(loan, agreement, command.day, command.slot, amount, command.by, now)
    uow.debit_attempts.add(attempt)
    return attempt
