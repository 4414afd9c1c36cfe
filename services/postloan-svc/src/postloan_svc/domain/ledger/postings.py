"""Double-entry postings of a loan (domain.md §15.3): each is a list of entries whose sum is zero."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from postloan_svc.domain.ledger.allocations import Allocation
from postloan_svc.domain.schedule.components import Component


class Account(StrEnum):
    """The accounts that this service posts to; the chart is simplified."""

    CUSTOMER_DEPOSITS = "CUSTOMER_DEPOSITS"  # 存放（客户存款）
    LOAN_PRINCIPAL = "LOAN_PRINCIPAL"  # 贷款本金
    ACCRUED_INTEREST = "ACCRUED_INTEREST"  # 应计利息, not due yet
    INTEREST_RECEIVABLE = "INTEREST_RECEIVABLE"  # 应收利息, due
    INTEREST_INCOME = "INTEREST_INCOME"  # 利息收入
    PENALTY_INCOME = "PENALTY_INCOME"  # 罚息收入, compound interest included
    FEE_INCOME = "FEE_INCOME"  # 手续费收入
    SUSPENSE = "SUSPENSE"  # 溢缴款
    OFF_BALANCE_INTEREST = "OFF_BALANCE_INTEREST"  # 表外应收未收利息
    OFF_BALANCE_CONTRA = "OFF_BALANCE_CONTRA"  # 表外对应科目
    ALLOWANCE_USED = "ALLOWANCE_USED"  # 贷款损失准备 that losses of loans have used, and recoveries given back
    TRANSFER_GAIN = "TRANSFER_GAIN"  # 债权转让收益
    WRITTEN_OFF_PRINCIPAL = "WRITTEN_OFF_PRINCIPAL"  # 已核销资产


class PostingKind(StrEnum):
    """What happened."""

    DISBURSEMENT = "DISBURSEMENT"
    ACCRUAL = "ACCRUAL"  # by the day, for all loans at once
    INSTALMENT_DUE = "INSTALMENT_DUE"
    REPAYMENT = "REPAYMENT"
    SUSPENSE_USED = "SUSPENSE_USED"
    REFUND = "REFUND"
    MOVED = "MOVED"  # to another loan of the customer, which takes it in as a repayment
    INTEREST_STOPPED = "INTEREST_STOPPED"
    INTEREST_RESUMED = "INTEREST_RESUMED"
    WAIVER = "WAIVER"
    WRITE_OFF = "WRITE_OFF"
    TRANSFER = "TRANSFER"


class Entry(NamedTuple):
    """A debit is positive, a credit negative; minor units."""

    account: Account
    amount_minor: int


class Posting(NamedTuple):
    """Entries that belong together; they sum to zero.

    `value_date` is the day that it counts from, `business_date` the day of the books that it stands in: later, where we
    learnt late. `number` orders the postings of a loan; `reverses` is the number of the one that this one takes back.
    A posting is never changed: what was wrong is taken back by one with its entries the other way round.
    """

    kind: PostingKind
    business_date: date
    entries: tuple[Entry, ...]
    value_date: date
    number: int = 0
    reverses: int | None = None


# Interest is recognised as it accrues, or when it is paid while accrual has stopped; fees and late charges when paid.
CREDITED: dict[Component, Account] = {
    Component.FEE: Account.FEE_INCOME,
    Component.PENALTY: Account.PENALTY_INCOME,
    Component.COMPOUND: Account.PENALTY_INCOME,
    Component.INTEREST: Account.INTEREST_RECEIVABLE,
    Component.PRINCIPAL: Account.LOAN_PRINCIPAL,
    Component.DELAY: Account.PENALTY_INCOME,
}


def disbursement(principal_minor: int, business_date: date) -> Posting:
    """The pay-out: the claim against money given."""
    return _posting(
        PostingKind.DISBURSEMENT,
        business_date,
        [(Account.LOAN_PRINCIPAL, principal_minor), (Account.CUSTOMER_DEPOSITS, -principal_minor)],
    )


def instalment_due(interest_minor: int, business_date: date) -> Posting:
    """Interest that has accrued falls due."""
    return _posting(
        PostingKind.INSTALMENT_DUE,
        business_date,
        [(Account.INTEREST_RECEIVABLE, interest_minor), (Account.ACCRUED_INTEREST, -interest_minor)],
    )


def interest_stopped(due_minor: int, running_minor: int, business_date: date) -> Posting:
    """Interest that was recognised and not received leaves income, and is kept off the balance sheet (R-3.26)."""
    recognised = due_minor + running_minor
    return _posting(
        PostingKind.INTEREST_STOPPED,
        business_date,
        [
            (Account.INTEREST_INCOME, recognised),
            (Account.INTEREST_RECEIVABLE, -due_minor),
            (Account.ACCRUED_INTEREST, -running_minor),
            *_off_balance(recognised),
        ],
    )


def interest_resumed(due_minor: int, running_minor: int, business_date: date) -> Posting:
    """The other way round, after the cure."""
    stopped = interest_stopped(-due_minor, -running_minor, business_date)
    return stopped._replace(kind=PostingKind.INTEREST_RESUMED)


def repayment(allocation: Allocation, business_date: date, accruing: bool = True, written_off: bool = False) -> Posting:
    """Money in: to the debts that it paid, the excess to suspense. Interest that is not `accruing` is income now, the
    principal of a loan that is `written_off` is a recovery."""
    paid = _paid(allocation, accruing, written_off)
    received = allocation.excess_minor - sum(amount for _, amount in paid)
    return _posting(
        PostingKind.REPAYMENT,
        business_date,
        [(Account.CUSTOMER_DEPOSITS, received), *paid, (Account.SUSPENSE, -allocation.excess_minor)],
    )


def suspense_used(allocation: Allocation, business_date: date, accruing: bool = True) -> Posting:
    """Money that was in suspense pays what has fallen due."""
    paid = _paid(allocation, accruing)
    return _posting(
        PostingKind.SUSPENSE_USED, business_date, [(Account.SUSPENSE, -sum(amount for _, amount in paid)), *paid]
    )


def _paid(allocation: Allocation, accruing: bool, written_off: bool = False) -> list[tuple[Account, int]]:
    interest = 0 if accruing else allocation.total(Component.INTEREST)
    credited = CREDITED if accruing else CREDITED | {Component.INTEREST: Account.INTEREST_INCOME}
    recovered = allocation.total(Component.PRINCIPAL) if written_off else 0
    if written_off:
        credited = credited | {Component.PRINCIPAL: Account.ALLOWANCE_USED}
    paid = [(credited[line.component], -line.amount_minor) for line in allocation.lines]
    return [*paid, *_off_balance(-interest), *_written_off(-recovered)]


def _off_balance(amount_minor: int) -> list[tuple[Account, int]]:
    return [(Account.OFF_BALANCE_INTEREST, amount_minor), (Account.OFF_BALANCE_CONTRA, -amount_minor)]


def _written_off(amount_minor: int) -> list[tuple[Account, int]]:
    return [(Account.WRITTEN_OFF_PRINCIPAL, amount_minor), (Account.OFF_BALANCE_CONTRA, -amount_minor)]


def written_off(principal_minor: int, business_date: date) -> Posting:
    """The principal leaves the balance sheet against the allowance, and is kept beside it (§15.3)."""
    return _posting(
        PostingKind.WRITE_OFF,
        business_date,
        [
            (Account.ALLOWANCE_USED, principal_minor),
            (Account.LOAN_PRINCIPAL, -principal_minor),
            *_written_off(principal_minor),
        ],
    )


def waiver(
    principal_minor: int, written_off_minor: int, interest_minor: int, business_date: date, accruing: bool
) -> Posting | None:
    """What is let go of the books: principal against the allowance, interest that was income out of it. Fees and late
    charges are in no books before they are paid. None where nothing is posted."""
    if not principal_minor + written_off_minor + interest_minor:
        return None
    interest = (
        [(Account.INTEREST_INCOME, interest_minor), (Account.INTEREST_RECEIVABLE, -interest_minor)]
        if accruing
        else _off_balance(-interest_minor)
    )
    principal = [(Account.ALLOWANCE_USED, principal_minor), (Account.LOAN_PRINCIPAL, -principal_minor)]
    return _posting(PostingKind.WAIVER, business_date, [*principal, *_written_off(-written_off_minor), *interest])


def transferred(
    principal_minor: int, interest_minor: int, price_minor: int, business_date: date, accruing: bool, written_off: bool
) -> Posting:
    """The claim leaves the books for its price: the allowance bears what is missing, what is beyond is a gain; of a
    loan that is `written_off` the price is a recovery."""
    on_books = 0 if written_off else principal_minor
    receivable = interest_minor if accruing else 0
    missing = on_books + receivable - price_minor
    rest = Account.ALLOWANCE_USED if missing > 0 or written_off else Account.TRANSFER_GAIN
    return _posting(
        PostingKind.TRANSFER,
        business_date,
        [
            (Account.CUSTOMER_DEPOSITS, price_minor),
            (Account.LOAN_PRINCIPAL, -on_books),
            (Account.INTEREST_RECEIVABLE, -receivable),
            (rest, missing),
            *_off_balance(receivable - interest_minor),
            *_written_off(on_books - principal_minor),
        ],
    )


def refund(amount_minor: int, business_date: date) -> Posting:
    """Money that was in suspense has gone back to the borrower."""
    return _posting(
        PostingKind.REFUND,
        business_date,
        [(Account.SUSPENSE, amount_minor), (Account.CUSTOMER_DEPOSITS, -amount_minor)],
    )


def moved(amount_minor: int, business_date: date) -> Posting:
    """Money that was in suspense leaves for another loan of the customer, by the account by which it comes there."""
    return refund(amount_minor, business_date)._replace(kind=PostingKind.MOVED)


def contra(posting: Posting, business_date: date) -> Posting:
    """Takes a posting back: its entries the other way round, linked to it."""
    entries = tuple(Entry(each.account, -each.amount_minor) for each in posting.entries)
    return posting._replace(entries=entries, business_date=business_date, number=0, reverses=posting.number)


def _posting(kind: PostingKind, business_date: date, amounts: list[tuple[Account, int]]) -> Posting:
    by_account: dict[Account, int] = {}
    for account, amount in amounts:
        by_account[account] = by_account.get(account, 0) + amount
    entries = tuple(Entry(account, amount) for account, amount in by_account.items() if amount != 0)
    assert sum(entry.amount_minor for entry in entries) == 0, f"{kind} does not balance"
    return Posting(kind, business_date, entries, business_date)
