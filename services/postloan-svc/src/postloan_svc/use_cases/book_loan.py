"""Books the one loan of a signed contract and asks for its pay-out."""

from datetime import datetime

from loan_contracts.applications import ContractSigned
from postloan_svc.domain.loan import Loan
from postloan_svc.domain.signed_contract import SignedContract
from postloan_svc.use_cases.ports import UnitOfWork


def contract_of(message: ContractSigned) -> SignedContract:
    """The contract that a message tells of."""
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
        grace_days=message.grace_days,
        contract_hash=message.contract_hash,
        currency=message.currency,
    )


async def book_loan(command: SignedContract, uow: UnitOfWork, now: datetime) -> Loan:
    """A second message about the same contract meets the loan that exists and is refused."""
    existing = await uow.loans.find(command.loan_id)
    loan = Loan.book(command, uow.batch["business_date"], existing)
    loan.request_pay_out()
    uow.loans.add(loan)
    return loan
