"""Rows of the service's tables: what is stored comes back, and a row that was stored before is read the same today."""

import ast
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import postloan_svc.persistence
from loan_contracts.payments.collecting import AgreementEnd
from loan_contracts.values import (
    AS_USUAL,
    FREE_PREPAYMENT,
    AgreedFee,
    DayCount,
    FeeTiming,
    HolidayRule,
    LineTerms,
    PayMode,
    PrepaidInterest,
    PrepaymentStep,
    PrepaymentTerms,
    RateStep,
    RepaymentMethod,
    RepaymentTerms,
)
from loan_schedules.prepayment import Effect
from loan_servicekit.db.tables import RowTable, Table
from loan_servicekit.testing.tables import repeated, restored, state, stored
from postloan_svc.domain.calendar.business_day import BusinessCalendar
from postloan_svc.domain.calendar.day_closing import ClosingShard, ClosingStatus, DayClosing, SetAside, Step
from postloan_svc.domain.classification import requests as asked
from postloan_svc.domain.classification.classification import Change, Classification, SignRow
from postloan_svc.domain.classification.risk_class import Restructured, RiskClass, Sign
from postloan_svc.domain.credit_line.line import CreditLine, FreezeAsked, LineStatus, Reservation
from postloan_svc.domain.debits.agreement import AgreementStatus, CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt, DebitStatus, Occasion
from postloan_svc.domain.debits.run import DebitRun
from postloan_svc.domain.delinquency.cap import CapMeasure, CapWindow
from postloan_svc.domain.disbursement.purpose import PurposeCheck, PurposeResult
from postloan_svc.domain.disbursement.release import Condition, PayOutRelease, ReleaseStatus
from postloan_svc.domain.general_ledger.chart import AccountChange, ChangeStatus
from postloan_svc.domain.general_ledger.journal import (
    AccountKind,
    GlEntry,
    Journal,
    JournalLine,
    JournalStatus,
    LedgerAccount,
)
from postloan_svc.domain.general_ledger.period import AccountingPeriod, PeriodStatus
from postloan_svc.domain.ledger.allocations import Allocation, AllocationLine, Axis, Profile, Repayment
from postloan_svc.domain.ledger.postings import Account, PostingKind
from postloan_svc.domain.loan.changes import Restructuring, Waiver
from postloan_svc.domain.loan.history import EventKind, LoanEvent, Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.loan.terms import (
    AS_CONTRACTED,
    Enforced,
    Pause,
    RateFrom,
    SettlementAgreed,
    TermsInForce,
)
from postloan_svc.domain.loan.terms import (
    Restructured as RestructuredTerms,
)
from postloan_svc.domain.papers.paper import Paper, PaperKind
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.schedule.versions import PlannedRow, ScheduleVersion
from postloan_svc.domain.servicing.changes.requests import LoanChange
from postloan_svc.domain.servicing.quotes import Breakdown, PrepaymentQuote
from postloan_svc.domain.servicing.requests import RepaymentRequest, RequestKind, RequestStatus
from postloan_svc.domain.statements.statement import BankStatement, StatementBreak
from postloan_svc.persistence.calendar.tables import SetAsideRow
from postloan_svc.persistence.classification.tables import ChangeRow
from postloan_svc.persistence.general_ledger.tables import GlRow
from postloan_svc.persistence.ledger.tables import LedgerRow, RepaymentRow
from postloan_svc.persistence.loan.history import EventRow, ScheduleRow
from postloan_svc.persistence.tables import SCHEMA

STORED = Path(__file__).parent / "stored"
MOST_BY_POSITION = 5
OF_INSTALMENTS = {"first_due_on", "maturity_on"}  # made of dates that other columns are made of, too
AT = datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC)

CONTRACT = SignedContract(
    application_id=UUID(int=2),
    contract_no="HT1",
    customer_id=UUID(int=3),
    branch="310000-01",
    product_code="PCL-ONLINE",
    principal_minor=10_000_000,
    annual_rate=Decimal("0.12"),
    term_months=12,
    method=RepaymentMethod.EQUAL_INSTALMENT,
    penalty_multiple=Decimal("1.5"),
    annual_rate_cap=Decimal("0.24"),
    grace_days=3,
    contract_hash="c" * 64,
    card_token="card",
    currency="XYZ",
    cap_measure=CapMeasure.EFFECTIVE_365,
    fees=(AgreedFee(code="SERVICE", timing=FeeTiming.AT_DISBURSEMENT, amount_minor=20_000),),
    prepayment=PrepaymentTerms(
        allowed_after_months=6,
        least_minor=500_000,
        fees=(PrepaymentStep(before_months=24, rate=Decimal("0.01")),),
        interest=PrepaidInterest.ALL,
    ),
    holiday_rule=HolidayRule.FOLLOWING,
    handled_by=("u-manager", "u-approver"),
    channel="OFFLINE",
    conditions=("INSURANCE_PAID",),
    allocation_axis=Axis.DOWN,
    repayment=RepaymentTerms(
        day_count=DayCount.ACT_365,
        balloon_minor=40_000,
        rate_steps=(RateStep(after_months=9, annual_rate=Decimal("0.13")),),
    ),
    pay_mode=PayMode.ENTRUSTED,
    payee_token="t-of-the-payee",
    purpose="DECORATION",
)
FIRST = LoanInstalment(
    number=1,
    starts_on=date(2026, 1, 21),
    due_on=date(2026, 2, 21),
    principal_minor=788_488,
    interest_minor=100_000,
    balance_minor=9_211_512,
    penalty_minor=6_837,
    compound_minor=715,
    principal_paid_minor=10,
    interest_paid_minor=20,
    penalty_paid_minor=30,
    compound_paid_minor=40,
    fell_due=True,
    missed=True,
    charged_until=date(2026, 3, 1),
    paid_on=date(2026, 3, 2),
    fee_minor=60,
    fee_paid_minor=50,
    moved_to=date(2026, 2, 24),
)
NOTHING_AGREED: dict[str, Any] = {
    "allocation_axis": Axis.ACROSS,
    "repayment": AS_USUAL,"fees": (), "prepayment": FREE_PREPAYMENT, "holiday_rule": HolidayRule.NONE,
                                 "handled_by": (), "channel": None, "conditions": (),
                                 "pay_mode": PayMode.SELF, "payee_token": None, "purpose": None}  # fmt: skip
PLAIN = replace(FIRST, fee_minor=0, fee_paid_minor=0, moved_to=None)
"""As rows were before contracts agreed fees, and what becomes of holidays and of prepayment."""
SECOND = LoanInstalment(
    number=2,
    starts_on=date(2026, 2, 21),
    due_on=date(2026, 3, 21),
    principal_minor=796_373,
    interest_minor=92_115,
    balance_minor=8_415_139,
)
LOAN = Loan(
    id=UUID(int=1),
    contract=CONTRACT,
    status=LoanStatus.OVERDUE,
    pay_outs=2,
    payment_id=UUID(int=4),
    value_date=date(2026, 1, 21),
    instalments=[FIRST, SECOND],
    profile=Profile.B,
    bucket="M4",
    suspense_minor=500,
    settled_on=date(2026, 6, 1),
    advanced_to=date(2026, 5, 26),
    posted=13,
    schedule_no=3,
    refunds=1,
    refund_id=UUID(int=5),
    refund_minor=400,
    cap_windows=[CapWindow(date(2026, 2, 24), date(2026, 5, 25), Decimal("62.5"), 7_552)],
    cap_excess_minor=333,
    recognised_minor=192_115,
    off_balance_minor=-2_266,
    non_accrual_since=date(2026, 5, 23),
    terms=TermsInForce(
        rates=(RateFrom(date(2026, 2, 22), Decimal("0.108")),),
        pauses=(Pause(date(2026, 3, 1), date(2026, 3, 5)),),
        restructured=RestructuredTerms(date(2026, 2, 23), 18, RepaymentMethod.EQUAL_PRINCIPAL),
        extensions=1,
        extended_months=6,
        held_until=date(2026, 3, 21),
        principal_held_until=date(2026, 4, 21),
        settlement=SettlementAgreed(5_000_000, date(2026, 6, 30), 12),
        waived_minor=77,
        waived_principal_minor=78,
        written_off_minor=79,
        transferred_minor=80,
        enforced=Enforced(Decimal("0.000175"), date(2026, 6, 29), 90, 12),
    ),
)
LOAN.version, LOAN.sequence = 7, 11
CALENDAR = BusinessCalendar(date(2026, 2, 21), "business-calendar", "u-finance", AT)
CALENDAR.version, CALENDAR.sequence = 7, 11
CLOSING = DayClosing(
    id=date(2026, 2, 21),
    status=ClosingStatus.DONE,
    loans=210,
    due=20,
    missed=10,
    requested_by="u-finance",
    started_at=AT,
    closed_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
    set_aside=3,
    accruals=1_234,
    step=Step.POST,
    shards=8,
)
CLOSING.version, CLOSING.sequence = 7, 11
SHARD = ClosingShard(
    id="2026-02-21/03",
    day=date(2026, 2, 21),
    behind=UUID(int=7),
    last=UUID(int=8),
    step=Step.ADVANCE,
    loans=210,
    due=20,
    missed=10,
    accruals=1_234,
    set_aside=3,
    accrued_to=UUID(int=10),
    cursor=UUID(int=9),
    cursor_on=date(2026, 2, 20),
    late=[UUID(int=11)],
)
SHARD.version, SHARD.sequence = 7, 11
ASIDE = SetAsideRow(loan=SetAside(day=date(2026, 2, 21), loan_id=UUID(int=9), problem="ValidationError"), at=AT)
ENTRY = LedgerRow(
    loan_id=UUID(int=1),
    kind=PostingKind.REPAYMENT,
    account=Account.LOAN_PRINCIPAL,
    amount_minor=-788_488,
    business_date=date(2026, 2, 21),
    value_date=date(2026, 2, 20),
    posting_no=12,
    reverses=9,
    booked_at=AT,
)
SPLIT = Allocation(
    profile=Profile.A,
    lines=(AllocationLine(1, Component.INTEREST, 100_000), AllocationLine(2, Component.PRINCIPAL, 788_488)),
    excess_minor=500,
)
REPAYMENT = RepaymentRow(
    loan_id=UUID(int=1),
    repayment=Repayment(
        repayment_id=UUID(int=77), received_on=date(2026, 2, 22), amount_minor=888_988, allocation=SPLIT, version=2
    ),
    booked_at=AT,
)
EVENT = EventRow(
    loan_id=UUID(int=1),
    event=LoanEvent(
        event_id=UUID(int=78),
        number=14,
        kind=EventKind.REPAYMENT,
        value_date=date(2026, 2, 21),
        recorded_on=date(2026, 2, 23),
        amount_minor=888_488,
        source=Source.BANK_FILE,
        reference="2026022100017",
        reverses=UUID(int=77),
        effect=Effect.LOWER_INSTALMENT,
        prepaid_minor=400_000,
        designated=(3, 2),
        change=Restructuring(18, Decimal("0.108"), RepaymentMethod.EQUAL_PRINCIPAL),
    ),
    recorded_at=AT,
)
SCHEDULE = ScheduleRow(
    loan_id=UUID(int=1),
    schedule=ScheduleVersion(
        number=2,
        made_by=UUID(int=78),
        effective_from=date(2026, 2, 21),
        rows=(PlannedRow(3, date(2026, 1, 21), date(2026, 2, 22), 788_488, 100_000, 9_211_512, 60),),
    ),
    recorded_at=AT,
)
REQUEST = RepaymentRequest(
    id=UUID(int=6),
    loan_id=UUID(int=1),
    kind=RequestKind.RELEASE,
    repayment_id=UUID(int=7),
    reason="paid by his employer for two loans",
    requested_by="u-finance",
    requested_at=AT,
    amount_minor=99_999_999,
    received_on=date(2026, 2, 21),
    source=Source.TRANSFER,
    reference="R1",
    to_loan_id=UUID(int=80),
    status=RequestStatus.APPROVED,
    decided_by="u-finance-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
REQUEST.version, REQUEST.sequence = 8, 11
QUOTE = PrepaymentQuote(
    id=UUID(int=8),
    loan_id=UUID(int=1),
    pay_by=date(2026, 2, 21),
    effect=Effect.SHORTER_TERM,
    breakdown=Breakdown(
        due_minor=10,
        principal_minor=3_000_000,
        interest_minor=10_000,
        fee_minor=30_000,
        suspense_minor=20,
        schedule=(PlannedRow(3, date(2026, 1, 21), date(2026, 2, 22), 788_488, 100_000, 9_211_512, 60),),
    ),
    quoted_by="u-finance",
    quoted_on=date(2026, 2, 20),
    quoted_at=AT,
    repayment_id=UUID(int=78),
)
QUOTE.version, QUOTE.sequence = 7, 11
JOURNAL = Journal(
    id=UUID(int=12),
    business_date=date(2026, 3, 31),
    branch="310000-01",
    lines=[JournalLine("IMPAIRMENT_LOSS", 70_000, 0), JournalLine("LOAN_LOSS_ALLOWANCE", 1, 70_001)],
    reason="allowance of the month",
    requested_by="u-finance",
    requested_at=AT,
    reverses=UUID(int=13),
    state=JournalStatus.POSTED,
    decided_by="u-finance-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
JOURNAL.version, JOURNAL.sequence = 2, 3
GL_ROW = GlRow(
    GlEntry(UUID(int=12), date(2026, 3, 31), "310000-01", JournalLine("IMPAIRMENT_LOSS", 70_000, 9)), 1, "JOURNAL", AT
)
PERIOD = AccountingPeriod(
    id="2026-03",
    state=PeriodStatus.CLOSED,
    wanted=PeriodStatus.OPEN,
    reason="a bank file of the month is late",
    requested_by="u-finance",
    requested_at=AT,
    decided_by="u-finance-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
PERIOD.version, PERIOD.sequence = 4, 5
PAY_OUT = PayOutRelease(
    id=UUID(int=14),
    loan_id=UUID(int=1),
    branch="310000-01",
    amount_minor=10_000_000,
    conditions=[Condition("INSURANCE_PAID", "u-contract", AT, "Policy 4711"), Condition("ACCOUNT_OPENED")],
    waiting_since=AT,
    asked_by="u-finance",
    status=ReleaseStatus.REFUSED,
    decided_by="u-finance-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
    reason="the insurance has lapsed",
)
PURPOSE = PurposeCheck(
    UUID(int=1), PurposeResult.MISUSED, "no invoice", date(2027, 2, 21), "u-risk", datetime(2027, 3, 4, tzinfo=UTC)
)
PURPOSE.version, PURPOSE.sequence = 4, 5
RENT = LedgerAccount("RENT_EXPENSE", "6602.01", "业务及管理费-租金", "Rent", AccountKind.EXPENSE, False, True)
ACCOUNT_CHANGE = AccountChange(
    id=UUID(int=15),
    account=RENT,
    reason="the new office",
    requested_by="u-finance",
    requested_at=AT,
    state=ChangeStatus.MADE,
    decided_by="u-finance-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
ACCOUNT_CHANGE.version, ACCOUNT_CHANGE.sequence = 6, 7
STATEMENT = BankStatement(
    id=UUID(int=16),
    sha256="5" * 64,
    lines=12,
    total_minor=900_000,
    taken=11,
    taken_minor=800_000,
    breaks=[StatementBreak(3, "B-3", "HT9-01", 100_000, "loan-not-found")],
    imported_by="u-finance",
    imported_at=AT,
)
STATEMENT.version, STATEMENT.sequence = 8, 9
PAY_OUT.version, PAY_OUT.sequence = 2, 3
CLASSIFICATION = Classification(
    id=UUID(int=1),
    application_id=UUID(int=2),
    customer_id=UUID(int=3),
    branch="310000-01",
    risk_class=RiskClass.LOSS,
    stage=3,
    since=date(2026, 5, 23),
    reasons=["OVERDUE", "HELD"],
    own_class=RiskClass.DOUBTFUL,
    signs=[SignRow(Sign.ASSESSED_LOSS, date(2026, 5, 24), date(2026, 6, 30), Decimal("61.5"))],
    held=True,
    override=RiskClass.SPECIAL_MENTION,
    restructured=Restructured.AGAIN,
    restructured_on=date(2026, 5, 25),
    upgraded_on=date(2026, 5, 26),
    floor=RiskClass.NORMAL,
    look_on=date(2026, 7, 1),
)
CLASSIFICATION.version, CLASSIFICATION.sequence = 7, 11
CLASS_REQUEST = asked.ClassificationRequest(
    id=UUID(int=14),
    loan_id=UUID(int=1),
    branch="310000-01",
    kind=asked.RequestKind.SIGN,
    reason="court notice",
    requested_by="u-risk",
    requested_at=AT,
    sign=Sign.ASSESSED_LOSS,
    percent=Decimal("61.5"),
    to_class=RiskClass.DOUBTFUL,
    first_day=date(2026, 5, 24),
    last_day=date(2026, 5, 30),
    pause_id=UUID(int=15),
    status=asked.RequestStatus.APPROVED,
    decided_by="u-risk-2",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
CLASS_REQUEST.version, CLASS_REQUEST.sequence = 7, 11
AGEING_PAUSE = asked.AgeingPause(
    id=UUID(int=15), loan_id=UUID(int=1), first_day=date(2026, 5, 24), last_day=date(2026, 5, 30)
)
AGEING_PAUSE.version, AGEING_PAUSE.sequence = 7, 11
CHANGE = ChangeRow(
    loan_id=UUID(int=1),
    change=Change(
        on=date(2026, 5, 23),
        from_class=RiskClass.SUBSTANDARD,
        to_class=RiskClass.LOSS,
        from_stage=2,
        to_stage=1,
        reasons=("OVERDUE", "BANKRUPT"),
        dpd=91,
    ),
    recorded_at=AT,
)
LOAN_CHANGE = LoanChange(
    id=UUID(int=16),
    loan_id=UUID(int=1),
    change=Waiver(1, 2, 3, 4, 5),
    value_date=date(2026, 2, 21),
    reason="the bank's own mistake",
    requested_by="u-manager",
    requested_at=AT,
    reverses=UUID(int=17),
    status=RequestStatus.APPROVED,
    decided_by="u-approver",
    decided_at=datetime(2027, 3, 4, 5, 7, 8, tzinfo=UTC),
)
LOAN_CHANGE.version, LOAN_CHANGE.sequence = 4, 5
PAPER = Paper(
    id=UUID(int=15),
    loan_id=UUID(int=1),
    kind=PaperKind.SETTLEMENT_CERTIFICATE,
    number="JQ20260401000000FF",
    code="Q7K2M9TD44XB",
    content={"loan_no": "JJ1", "repaid_minor": 10_000_000},
    issued_by="u-finance",
    issued_on=date(2026, 4, 1),
    issued_at=AT,
)
PAPER.version, PAPER.sequence = 2, 3
AGREEMENT = CollectionAgreement(
    id=UUID(int=20),
    loan_id=UUID(int=1),
    application_id=UUID(int=21),
    customer_id=UUID(int=22),
    text_version="2026-1",
    parts=True,
    agreed_by="u-borrower",
    agreed_at=AT,
    status=AgreementStatus.ENDED,
    card_token="8367cd66fdd136bba8ba23f8805bb050",
    signed_at=datetime(2027, 3, 4, 5, 7, 1, tzinfo=UTC),
    code="66",
    ended_at=datetime(2027, 3, 4, 5, 7, 2, tzinfo=UTC),
    end_reason=AgreementEnd.REVOKED,
    frozen_at=datetime(2027, 3, 4, 5, 7, 3, tzinfo=UTC),
    frozen_by="u-finance",
    frozen_because="a dispute",
)
AGREEMENT.version, AGREEMENT.sequence = 2, 3
DEBIT = DebitAttempt(
    id=UUID(int=23),
    loan_id=UUID(int=1),
    application_id=UUID(int=21),
    customer_id=UUID(int=22),
    occasion=Occasion.AUTO,
    business_date=date(2026, 2, 21),
    amount_minor=888_488,
    currency="CNY",
    requested_by="postloan-svc",
    requested_at=AT,
    agreement_id=UUID(int=20),
    card_token="8367cd66fdd136bba8ba23f8805bb050",
    slot="06:00",
    part=4,
    quote_id=UUID(int=24),
    status=DebitStatus.RETURNED,
    code="00",
    ended_at=datetime(2027, 3, 4, 5, 7, 2, tzinfo=UTC),
    repayment_id=UUID(int=25),
    problem="repayment-refunded",
)
DEBIT.version, DEBIT.sequence = 2, 3
DEBIT_RUN = DebitRun(
    id="2026-02-21T06:00",
    business_date=date(2026, 2, 21),
    slot="06:00",
    after=UUID(int=20),
    debits=4,
    amount_minor=888_488,
    ended_at=AT,
)
DEBIT_RUN.version, DEBIT_RUN.sequence = 2, 3
LINE = CreditLine(
    id=UUID(int=78),
    contract=replace(CONTRACT, credit_line=LineTerms(least_draw_minor=70_000)),
    opens_on=date(2026, 1, 22),
    expires_on=date(2027, 1, 22),
    status=LineStatus.FROZEN,
    draws=5,
    reservations=[Reservation(UUID(int=79), 90_000, date(2026, 2, 3), "u-holder")],
    asked=FreezeAsked(False, "checked", "u-asker", datetime(2026, 2, 4, tzinfo=UTC)),
)
LINE.version, LINE.sequence = 6, 7
RECORDS: dict[str, Any] = {
    "loans": LOAN,
    "pay_outs": PAY_OUT,
    "purpose_checks": PURPOSE,
    "calendars": CALENDAR,
    "day_closings": CLOSING,
    "closing_shards": SHARD,
    "repayment_requests": REQUEST,
    "prepayment_quotes": QUOTE,
    "loan_changes": LOAN_CHANGE,
    "bank_statements": STATEMENT,
    "journals": JOURNAL,
    "periods": PERIOD,
    "classifications": CLASSIFICATION,
    "classification_requests": CLASS_REQUEST,
    "ageing_pauses": AGEING_PAUSE,
    "account_changes": ACCOUNT_CHANGE,
    "papers": PAPER,
    "collection_agreements": AGREEMENT,
    "debit_attempts": DEBIT,
    "debit_runs": DEBIT_RUN,
    "credit_lines": LINE,
}
APPENDED: dict[str, Any] = {
    "ledger_entries": ENTRY,
    "repayments": REPAYMENT,
    "loan_events": EVENT,
    "schedule_versions": SCHEDULE,
    "loans_set_aside": ASIDE,
    "gl_entries": GL_ROW,
    "classification_changes": CHANGE,
    "accounts": RENT,
}


def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STORED / f"{name}.json").read_text(encoding="utf-8"))
    return found


def table_of(name: str) -> Table[Any] | RowTable:
    return SCHEMA.aggregates.get(name) or SCHEMA.rows[name]


def test_every_table_has_a_record_here() -> None:
    assert RECORDS.keys() == SCHEMA.aggregates.keys()
    assert APPENDED.keys() == SCHEMA.rows.keys()


@pytest.mark.parametrize("name", [*RECORDS, *APPENDED])
def test_every_column_of_a_record_here_has_a_value_of_its_own(name: str) -> None:
    row = stored(table_of(name), (RECORDS | APPENDED)[name])
    assert repeated({column: value for column, value in row.items() if column not in OF_INSTALMENTS}) == {}


@pytest.mark.parametrize("part", [0, "contract"])
def test_every_field_of_a_part_here_has_a_value_of_its_own(part: int | str) -> None:
    row = stored(SCHEMA.aggregates["loans"], LOAN)
    assert repeated(row["instalments"][part] if isinstance(part, int) else row[part]) == {}


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_stored_comes_back(name: str) -> None:
    table: Table[Any] = SCHEMA.aggregates[name]
    assert state(restored(table, stored(table, RECORDS[name]))) == state(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_a_row_of_before_is_read_as_what_it_was(name: str) -> None:
    assert state(restored(SCHEMA.aggregates[name], golden(name))) == state(RECORDS[name])


@pytest.mark.parametrize("name", [*RECORDS, *APPENDED])
def test_a_row_is_stored_as_before(name: str) -> None:
    assert stored(table_of(name), (RECORDS | APPENDED)[name]) == golden(name)


def test_a_loan_whose_instalments_have_no_names_is_read_as_what_it_was() -> None:
    """Rows of 0.2.0 and before hold the values of an instalment in an order; this one was stored by 0.2.0."""
    old = golden("loans-0.2.0")
    assert all(isinstance(each, list) for each in old["instalments"])
    new = {"posted": 0, "schedule_no": 1, "refunds": 0, "refund_id": None, "refund_minor": 0}  # of the migrations
    new |= {"cap_windows": [], "cap_excess_minor": 0}
    new |= {"recognised_minor": 0, "off_balance_minor": 0, "non_accrual_since": None}
    new |= {"terms": {}}
    contract = replace(CONTRACT, **NOTHING_AGREED, cap_measure=CapMeasure.NOMINAL_360)
    was = replace(LOAN, **new | {"terms": AS_CONTRACTED}, contract=contract, instalments=[PLAIN, SECOND])
    was.version, was.sequence = LOAN.version, LOAN.sequence
    assert state(restored(SCHEMA.aggregates["loans"], old | new)) == state(was)


def test_a_loan_of_before_fees_holidays_and_prepayment_is_read_as_what_it_was() -> None:
    contract = replace(CONTRACT, **NOTHING_AGREED)
    was = replace(LOAN, contract=contract, instalments=[PLAIN, SECOND], terms=AS_CONTRACTED)
    was.version, was.sequence = LOAN.version, LOAN.sequence
    assert state(restored(SCHEMA.aggregates["loans"], golden("loans-before-fees") | {"terms": {}})) == state(was)


def test_a_run_of_0_2_0_is_read_as_what_it_was() -> None:
    """It had no parts."""
    new = {"set_aside": 0, "accruals": 0, "step": "DONE", "shards": 0}  # of the migrations
    was = replace(CLOSING, **new)
    was.version, was.sequence = CLOSING.version, CLOSING.sequence
    assert state(restored(SCHEMA.aggregates["day_closings"], golden("day_closings-0.2.0") | new)) == state(was)


def by_position(tree: ast.Module) -> list[str]:
    """Calls in which more values find their place by position than a reader can keep apart."""
    return [
        f"line {node.lineno}: {ast.unparse(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and len(node.args) > MOST_BY_POSITION
    ]


def test_no_row_is_built_by_position() -> None:
    (folder,) = postloan_svc.persistence.__path__
    files = sorted(Path(folder).rglob("*.py"))
    assert files and {str(path): found for path in files if (found := by_position(ast.parse(path.read_text())))} == {}
    assert by_position(ast.parse("Loan(a, b, c, d, e, f)"))
    starred = [node for path in files for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    assert not [ast.unparse(node) for node in starred if node.args and isinstance(node.args[0], ast.Starred)]
