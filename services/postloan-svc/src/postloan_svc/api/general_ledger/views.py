"""What comes in about the general ledger, and what is shown of it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day
from postloan_svc.domain.general_ledger.journal import AccountKind, Journal, JournalLine, JournalStatus, LedgerAccount
from postloan_svc.domain.general_ledger.period import AccountingPeriod, PeriodStatus
from postloan_svc.use_cases.general_ledger.figures import Agreement, BalanceLine, PostedDay

MOST_MINOR = 10**15  # ten trillion yuan
Side = Annotated[int, Field(ge=0, le=MOST_MINOR, examples=[100_000])]
Reason = Annotated[str, text(1, 500), Field(examples=["Monthly allowance"])]
Branch = Annotated[str, Field(pattern=r"^[0-9A-Z-]{1,20}$", examples=["310000-01"])]


class JournalLineBody(Body):
    """A debit or a credit."""

    account: Annotated[str, Field(pattern=r"^[A-Z_]{1,40}$", examples=["IMPAIRMENT_LOSS"])]
    debit_minor: Side = 0
    credit_minor: Side = 0


class JournalBody(Body):
    """Lines whose debits and credits are the same."""

    branch: Branch
    business_date: Annotated[Day | None, Field(description="Absent: the open business day")] = None
    lines: Annotated[
        list[JournalLineBody],
        Field(
            min_length=2,
            max_length=100,
            examples=[
                [
                    {"account": "IMPAIRMENT_LOSS", "debit_minor": 100_000, "credit_minor": 0},
                    {"account": "LOAN_LOSS_ALLOWANCE", "debit_minor": 0, "credit_minor": 100_000},
                ]
            ],
        ),
    ]
    reason: Reason


class ReasonBody(Body):
    """Why."""

    reason: Reason


class AccountView(BaseModel):
    """An account of the chart. What is `of_loans` moves by the postings of loans alone."""

    code: str
    number: str
    name_zh: str
    name_en: str
    kind: AccountKind
    of_loans: bool
    taxable: bool

    @classmethod
    def of(cls, a: LedgerAccount) -> "AccountView":
        """The view of an account."""
        return cls(**a._asdict())


class JournalLineView(BaseModel):
    """A debit or a credit."""

    account: str
    debit_minor: int
    credit_minor: int


class JournalView(BaseModel):
    """A journal and what became of it. `reverses` is the one that it takes back."""

    id: UUID
    business_date: date
    branch: str
    lines: list[JournalLineView]
    reason: str
    reverses: UUID | None
    status: JournalStatus
    requested_by: str
    requested_at: datetime
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, j: Journal) -> "JournalView":
        """The view of a journal."""
        return cls(
            id=j.id,
            business_date=j.business_date,
            branch=j.branch,
            lines=[JournalLineView(**line._asdict()) for line in j.lines],
            reason=j.reason,
            reverses=j.reverses,
            status=j.state,
            requested_by=j.requested_by,
            requested_at=j.requested_at,
            decided_by=j.decided_by,
            decided_at=j.decided_at,
        )


class PeriodView(BaseModel):
    """A month of the books. `wanted` is what was asked for and waits for another person."""

    period: str
    status: PeriodStatus
    wanted: PeriodStatus | None
    reason: str | None
    requested_by: str | None
    requested_at: datetime | None
    decided_by: str | None
    decided_at: datetime | None

    @classmethod
    def of(cls, p: AccountingPeriod) -> "PeriodView":
        """The view of a period."""
        return cls(
            period=p.id,
            status=p.state,
            wanted=p.wanted,
            reason=p.reason,
            requested_by=p.requested_by,
            requested_at=p.requested_at,
            decided_by=p.decided_by,
            decided_at=p.decided_at,
        )


class TrialBalanceLine(BaseModel):
    """An account: what the day has moved, and its balance on one side or the other."""

    account: str
    number: str
    name_zh: str
    kind: AccountKind
    debited_minor: int = Field(description="On the day")
    credited_minor: int = Field(description="On the day")
    debit_minor: int = Field(description="The balance, where it is a debit")
    credit_minor: int = Field(description="The balance, where it is a credit")


class TrialBalanceView(BaseModel):
    """The balances of all accounts at the end of a business day; both sides are the same."""

    business_date: date
    posted_at: datetime
    branch: str | None
    lines: list[TrialBalanceLine]
    debit_minor: int
    credit_minor: int

    @classmethod
    def of(cls, posted: PostedDay, branch: str | None, balances: list[BalanceLine]) -> "TrialBalanceView":
        """The view of the balances of a day."""
        lines = [
            TrialBalanceLine(
                account=each.account.code,
                number=each.account.number,
                name_zh=each.account.name_zh,
                kind=each.account.kind,
                debited_minor=each.debited_minor,
                credited_minor=each.credited_minor,
                debit_minor=max(each.balance_minor, 0),
                credit_minor=max(-each.balance_minor, 0),
            )
            for each in balances
        ]
        debit, credit = sum(each.debit_minor for each in lines), sum(each.credit_minor for each in lines)
        return cls(
            business_date=posted.day,
            posted_at=posted.posted_at,
            branch=branch,
            lines=lines,
            debit_minor=debit,
            credit_minor=credit,
        )


class AgreementView(BaseModel):
    """An account of loans: what their postings say, and what the ledger says."""

    account: str
    loans_minor: int
    ledger_minor: int


class ReconciliationView(BaseModel):
    """Books and ledger at the end of a day. `breaks` are accounts in which a loan differs from its own books."""

    business_date: date
    agrees: bool
    accounts: list[AgreementView]
    breaks: int

    @classmethod
    def of(cls, day: date, agreements: list[Agreement], breaks: int) -> "ReconciliationView":
        """The view of a day's comparison."""
        shown = [
            AgreementView(account=each.account, loans_minor=each.loans_minor, ledger_minor=each.ledger_minor)
            for each in agreements
        ]
        agrees = breaks == 0 and all(each.loans_minor == each.ledger_minor for each in shown)
        return cls(business_date=day, agrees=agrees, accounts=shown, breaks=breaks)


class BreakView(BaseModel):
    """An account of a loan in which its books and the loan itself differ: somebody has to look."""

    loan_id: UUID
    account: str
    books_minor: int
    loan_minor: int


def line_of(body: JournalLineBody) -> JournalLine:
    """The line that a body describes."""
    return JournalLine(body.account, body.debit_minor, body.credit_minor)
