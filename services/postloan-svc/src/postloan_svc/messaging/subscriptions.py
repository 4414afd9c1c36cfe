"""What postloan-svc listens to."""

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import PaymentFailed, PaymentSettled
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on
from postloan_svc.use_cases.book_loan import book_loan
from postloan_svc.use_cases.fail_pay_out import fail_pay_out
from postloan_svc.use_cases.settle_pay_out import settle_pay_out


def subscriptions(contracts: Preload, loans: Preload) -> Subscriptions:
    """The table; the preloads load what a batch needs."""
    return Subscriptions(
        on(ContractSigned, book_loan, preload=contracts),
        on(PaymentSettled, settle_pay_out, preload=loans),
        on(PaymentFailed, fail_pay_out, preload=loans),
    )
