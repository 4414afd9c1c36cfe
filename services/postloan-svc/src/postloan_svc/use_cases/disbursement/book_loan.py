"""Books the one loan of a signed contract and asks for its pay-out, or for a person who releases it."""

from datetime import datetime

from loan_contracts.applications import ContractSigned
from loan_servicekit.core import NotCredible, business_day
from postloan_svc.domain.credit_line.line import CreditLine, line_id_of
from postloan_svc.domain.delinquency.cap import Line
from postloan_svc.domain.disbursement.release import PayOutRelease, require_payee, waits_for_person
from postloan_svc.domain.ledger.allocations import Axis
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.use_cases.disbursement.ports import BookingBasis, UnitOfWork


def contract_of(message: ContractSigned, line: Line, axis: Axis = Axis.ACROSS) -> SignedContract:
    """The contract that a message tells of, under the line on all its charges, and as its money is allocated."""
    return SignedContract(
        application_id=message.application_id,
        contract_no=message.contract_no,
        customer_id=message.customer_id,
        branch=message.branch,
        product_code=message.product_code,
        principal_minor=message.amount_minor,
        annual_rate=message.annual_rate,
        term_months=message.term_months,
        method=message.repayment_method,
        penalty_multiple=message.penalty_multiple,
        annual_rate_cap=line.annual_rate,
        grace_days=message.grace_days,
        contract_hash=message.contract_hash,
        card_token=message.card_token,
        currency=message.currency,
        cap_measure=line.measure,
        fees=message.fees,
        holiday_rule=message.holiday_rule,
        prepayment=message.prepayment,
        repayment=message.repayment,
        handled_by=message.handled_by,
        channel=message.channel,
        conditions=message.conditions,
        allocation_axis=axis,
        pay_mode=message.pay_mode,
        payee_token=message.payee_token,
        purpose=message.purpose,
        credit_line=message.credit_line,
    )


async def book_loan(command: ContractSigned, basis: BookingBasis, uow: UnitOfWork, now: datetime) -> Loan | CreditLine:
    """The loan of a contract, or the credit line that it opens. A second message about the same contract meets the loan
    that exists and is refused.

    A contract that application-svc has not sealed is nobody's: raises NotCredible `seal-invalid`, before anything is
    looked up in it; and as `require_payee` does. The line on all charges is that of the day of signing, with its
    measure, and stays (R-0.1).
    """
    if not basis.bears_seal(command):
        raise NotCredible("seal-invalid", f"contract {command.contract_no} does not bear the seal of application-svc")
    signed_on = business_day(command.signed_at)
    contract = contract_of(command, basis.line(signed_on), basis.axis(signed_on))
    require_payee(contract)
    if contract.credit_line:
        known = await uow.credit_lines.find(line_id_of(contract.contract_no))
        uow.credit_lines.add(line := CreditLine.open(contract, basis.business_date, known))
        return line
    existing = await uow.loans.find(contract.loan_id)
    loan = Loan.book(contract, basis.business_date, existing)
    if waits_for_person(contract, basis.release_over_minor(contract.channel)):
        loan.audit("book_loan", {"status": loan.status.value})
        uow.pay_outs.add(PayOutRelease.wait(loan, now))
    else:
        loan.request_pay_out()
    uow.loans.add(loan)
    return loan
