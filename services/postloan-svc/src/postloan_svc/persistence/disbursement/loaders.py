"""What booking and paying out load for a batch. Loaders only read."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_contracts.applications import ContractSigned
from loan_servicekit.core import Conflict
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.credit_line.line import line_id_of
from postloan_svc.domain.delinquency.cap import CapMeasure, Line
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.loan.signed_contract import loan_id_of
from postloan_svc.persistence.calendar.open_day import open_day
from postloan_svc.persistence.loaders import AboutALoan
from postloan_svc.use_cases.disbursement.check_purpose import CheckPurpose
from postloan_svc.use_cases.disbursement.ports import BookingBasis, PayOutBasis, ReleaseOver
from postloan_svc.use_cases.disbursement.release_pay_out import CheckConditionOff, RefusePayOut, ReleasePayOut
from postloan_svc.use_cases.disbursement.retry_pay_out import RetryPayOut
from postloan_svc.use_cases.loan.ports import StartingBasis

Starting = Callable[[UnitOfWork, Sequence[AboutALoan]], Awaitable[StartingBasis]]
ONLINE = ("ONLINE", "PARTNER")
"""Where products are sold that a borrower gets without seeing anybody: a partner's platform is the internet too."""


class Loaders:
    """`bears_seal` says whether a signed contract is application-svc's own, `starting` loads what loans start on."""

    def __init__(self, cache: ParameterCache, bears_seal: Callable[[ContractSigned], bool], starting: Starting) -> None:
        self._cache, self._bears_seal, self._starting = cache, bears_seal, starting

    async def booking_basis(self, uow: UnitOfWork, commands: Sequence[ContractSigned]) -> BookingBasis:
        """Loans that the contracts may have already, and what they are booked on."""
        today = (await uow.once(open_day)).business_date
        await uow.loans.preload([loan_id_of(command.contract_no) for command in commands])
        await uow.credit_lines.preload([line_id_of(each.contract_no) for each in commands if each.credit_line])
        return BookingBasis(today, self._line, self._axis, self._bears_seal, self.release_over(today))

    async def pay_out_basis(self, uow: UnitOfWork, commands: Sequence[AboutALoan]) -> PayOutBasis:
        """The loans that money went out for, and what they are started on."""
        start = await self._starting(uow, commands)
        days = int(self._cache.parameters.text("pay.purpose_check_days", start.business_date))
        return PayOutBasis(start, days)

    async def loans(self, uow: UnitOfWork, commands: Sequence[CheckPurpose]) -> None:
        """The loans whose purpose was looked at."""
        await uow.loans.preload([command.loan_id for command in commands])

    async def retry_basis(self, uow: UnitOfWork, commands: Sequence[RetryPayOut]) -> ReleaseOver:
        """The loans whose pay-out is asked for again, with the releases that their next try may have."""
        today = (await uow.once(open_day)).business_date
        await uow.loans.preload([command.loan_id for command in commands])
        await uow.pay_outs.preload([id for command in commands if (id := await _next(uow, command.loan_id))])
        return self.release_over(today)

    async def pay_outs(
        self, uow: UnitOfWork, commands: Sequence[CheckConditionOff | ReleasePayOut | RefusePayOut]
    ) -> None:
        """The pay-outs that are decided, with their loans."""
        ids = [command.pay_out_id for command in commands]
        await uow.pay_outs.preload(ids)
        found = [each for id in ids if (each := await uow.pay_outs.find(id))]
        await uow.loans.preload([each.loan_id for each in found])

    async def releases(self, uow: UnitOfWork, commands: Sequence[ReleasePayOut]) -> date:
        """The same, with the credit lines that they were drawn from and the open business day."""
        await self.pay_outs(uow, commands)
        found = [each for command in commands if (each := await uow.pay_outs.find(command.pay_out_id))]
        loans = [loan for each in found if (loan := await uow.loans.find(each.loan_id))]
        await uow.credit_lines.preload([id for loan in loans if (id := loan.contract.line_id)])
        return (await uow.once(open_day)).business_date

    def _line(self, day: date) -> Line:
        parameters = self._cache.parameters
        measure = CapMeasure(parameters.text("cap.measure", day))
        return Line(parameters.decimal("cap.court_financial", day) / 100, measure)

    def _axis(self, day: date) -> Axis:
        return Axis(self._cache.parameters.text("allocation.axis", day))

    def release_over(self, day: date) -> ReleaseOver:
        """Above which amount a person releases a pay-out, on a day."""

        def over(channel: str | None) -> int:
            code = "pay.release_over.online" if channel in ONLINE else "pay.release_over.branch"
            return int(self._cache.parameters.decimal(code, day) * Decimal(100))

        return over


async def _next(uow: UnitOfWork, loan_id: UUID) -> UUID | None:
    """The payment id of a loan's next pay-out, where it may have one."""
    loan = await uow.loans.find(loan_id)
    try:
        return loan.next_pay_out() if loan else None
    except Conflict:  # the use case says so
        return None
