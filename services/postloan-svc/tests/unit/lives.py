"""What happens to loans in unit tests, and what they are asked afterwards."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from loan_contracts.message import Message
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing import servicing
from postloan_svc.domain.servicing.accrual import accrued
from postloan_svc.domain.servicing.repayments import Receipt


def ninety(day: date) -> int:
    return 90


def told(loan: Loan, kind: type[Message]) -> list[Any]:
    return [fact for fact in loan.facts if type(fact) is kind]


def pay(loan: Loan, number: int, amount: int, received_on: date, today: date, released: bool = False) -> Repayment:
    return servicing.repay(loan, Receipt(UUID(int=number), amount, received_on), today, ninety, released)


def take_back(loan: Loan, number: int, today: date) -> None:
    servicing.reverse(loan, UUID(int=1_000 + number), UUID(int=number), today, ninety)


def balances(loan: Loan) -> dict[Account, int]:
    found: Counter[Account] = Counter()
    for posting in loan.postings:
        assert sum(entry.amount_minor for entry in posting.entries) == 0
        for entry in posting.entries:
            found[entry.account] += entry.amount_minor
    on, off = accrued(loan, loan.advanced_to or date.min)  # what the closing of a day posts
    found.update({Account.ACCRUED_INTEREST: on, Account.OFF_BALANCE_INTEREST: off})
    found.subtract({Account.INTEREST_INCOME: on, Account.OFF_BALANCE_CONTRA: off})
    return {account: amount for account, amount in found.items() if amount}


def figures(loan: Loan) -> tuple[Any, ...]:
    """Everything that says how much is owed and since when, and the balances of the books."""
    return (
        loan.status, loan.instalments, loan.profile, loan.bucket, loan.suspense_minor, loan.settled_on, balances(loan),
        loan.cap_windows, loan.cap_excess_minor, loan.recognised_minor, loan.off_balance_minor, loan.non_accrual_since,
        loan.terms,
    )  # fmt: skip
