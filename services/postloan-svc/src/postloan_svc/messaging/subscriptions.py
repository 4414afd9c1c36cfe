"""What postloan-svc listens to."""

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import PaymentFailed, PaymentSettled
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on
from postloan_svc.use_cases.book_loan import book_loan, contract_of
from postloan_svc.use_cases.settle_pay_out import fail_pay_out, settle_pay_out


def subscriptions(contracts: Preload, loans: Preload) -> Subscriptions:
    """The table; the preloads load what a batch needs."""
    return Subscriptions(
        on(ContractSigned, book_loan, contract_of, preload=contracts),
        on(PaymentSettled, settle_pay_out, preload=loans),
        on(PaymentFailed, fail_pay_out, preload=loans),
    )
