"""What application-svc discloses is what postloan-svc books: date by date, fen by fen, for all that a contract can say."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import Decision, Delivery, Offer, Signature, SignatureMethod
from application_svc.domain.applications.wish import Applicant, Wish
from application_svc.domain.bounds import LPR, Bounds, seeds_on
from application_svc.domain.contracts.contracting import confirm_disclosure, sign
from application_svc.domain.contracts.disclosure import Disclosure, annualised_cost, disclose
from application_svc.domain.contracts.offering import record_decision, require_lawful_offer
from application_svc.domain.contracts.repayment import repayment_of
from application_svc.domain.customers.customer import Tokens
from application_svc.domain.products.legality import CARRIED_OUT_METHODS
from application_svc.domain.products.product import Product
from application_svc.domain.products.repaying import OfferedFloating
from application_svc.domain.products.request import OwnDue
from loan_contracts.applications import ContractSigned
from loan_contracts.decisions import Outcome
from loan_contracts.lending import RepaymentDue
from loan_contracts.values import RepaymentMethod, RepaymentTerms, Source, Tenor
from loan_schedules.schedule import generate_schedule
from loan_servicekit.core import Caller, Conflict
from loan_servicekit.core.working_days import WorkingDays
from postloan_svc.domain.credit_line.line import CreditLine, Used
from postloan_svc.domain.delinquency.cap import CapMeasure, Line
from postloan_svc.domain.ledger.postings import Account
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay
from postloan_svc.domain.servicing.start import start
from postloan_svc.use_cases.disbursement.book_loan import contract_of

PRINCIPAL_MINOR = 10_000_000
RATE = Decimal("0.12")
INTEREST_OF_A_YEAR = {
    RepaymentMethod.EQUAL_INSTALMENT: 661_853,  # E1
    RepaymentMethod.EQUAL_PRINCIPAL: 650_000,  # 1 % of 100,000, of 91,666.67, ...: twice that of E2
    RepaymentMethod.INTEREST_FIRST: 1_216_667,  # 365 days at 12 %/360; E3's rule, month by month
    RepaymentMethod.AT_MATURITY: 1_216_667,  # the same days in one sum
    RepaymentMethod.FLAT: 1_200_000,  # 1 % of what was lent, twelve times (E4's rule)
    RepaymentMethod.BALLOON: 877_116,  # 12 x 5,730.93 and 40,000 at the end (domain.md §3.1)
    RepaymentMethod.STAGED: 748_270,  # days at 12 %/360 on what its stages leave (`stages_of`)
}
BALLOON_SHARE = "0.4"
ONE_LOAN = CARRIED_OUT_METHODS - {RepaymentMethod.REVOLVING}
PLAIN = ONE_LOAN - {RepaymentMethod.BALLOON, RepaymentMethod.STAGED}


def stages_of(months: int) -> list[dict[str, Any]]:
    """Three quarters of the term repay 60 % in equal parts, the rest what is left as equal instalments would."""
    last = max(1, months // 4)
    rest = {"periods": last, "share": "0.4", "method": "EQUAL_INSTALMENT"}
    return [{"periods": months - last, "share": "0.6"}, rest] if months > last else [{"periods": months, "share": "1"}]


def all_methods(months: int) -> list[dict[str, Any]]:
    """Every method that contracts can say, as a product offers it over so many months."""
    balloon = {"method": "BALLOON", "balloon_share": BALLOON_SHARE}
    staged = {"method": "STAGED", "stages": stages_of(months)}
    return [*({"method": method.value} for method in sorted(PLAIN)), balloon, staged]


AGREED: dict[str, dict[str, Any]] = {
    "as usual": {},
    "ACT/365": {"day_count": "ACT/365"},
    "30E/360": {"day_count": "30E/360"},
    "ACT/ACT": {"day_count": "ACT/ACT"},
    "steps": {"rate_steps": [{"after_months": 2, "added_rate": "0.01"}, {"after_months": 7, "added_rate": "-0.02"}]},
}


def a_product(months: int = 12, **changes: Any) -> Product:
    """The product of the files, with all methods that contracts can say."""
    given = files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes()
    said = Product.model_validate_json(given).model_dump(mode="json") | {"methods": all_methods(months)} | changes
    return Product.model_validate(said, strict=False)


def a_contract(
    method: RepaymentMethod, months: int, product: Product | None = None, schedule: Sequence[OwnDue] = ()
) -> SignedContract:
    return SignedContract(
        application_id=UUID(int=1),
        contract_no="HT2026010001",
        customer_id=UUID(int=2),
        branch="0101",
        product_code="PCL-ONLINE",
        principal_minor=PRINCIPAL_MINOR,
        annual_rate=RATE,
        term_months=months,
        method=method,
        penalty_multiple=Decimal("1.5"),
        annual_rate_cap=Decimal("0.24"),
        grace_days=3,
        contract_hash="0" * 64,
        repayment=repayment_of(product or a_product(months), method, PRINCIPAL_MINOR, RATE, months, schedule),
    )


@pytest.mark.parametrize("value_date", [date(2026, 1, 21), date(2026, 1, 31), date(2028, 2, 29)])
@pytest.mark.parametrize("months", [1, 3, 12, 36])
@pytest.mark.parametrize("method", sorted(ONE_LOAN))
@pytest.mark.parametrize("agreed", AGREED)
def test_what_is_disclosed_is_what_is_booked(
    agreed: str, method: RepaymentMethod, months: int, value_date: date
) -> None:
    steps = "rate_steps" in AGREED[agreed]
    if steps and method is RepaymentMethod.FLAT:
        pytest.skip("interest on what was lent has no steps")
    without_flat = [each for each in all_methods(months) if each["method"] != "FLAT"]
    product = a_product(months, **AGREED[agreed] | ({"methods": without_flat} if steps else {}))
    require_same(product, method, months, value_date)


def require_same(
    product: Product, method: RepaymentMethod, months: int, value_date: date, schedule: Sequence[OwnDue] = ()
) -> list[LoanInstalment]:
    """Interest, all costs, first payment and both rates of what is shown are those of what is booked."""
    shown = disclose(product, PRINCIPAL_MINOR, RATE, months, method, value_date, 10, schedule)
    contract = a_contract(method, months, product, schedule)
    rows = [each for each in contract.instalments(value_date) if each.number]
    [interest] = [item for item in shown.items if item.code == "INTEREST"]
    assert interest.amount_minor == sum(row.interest_minor for row in rows)
    assert shown.total_cost_minor == sum(row.total_minor for row in rows) - PRINCIPAL_MINOR
    assert shown.first_instalment_minor == rows[0].total_minor
    cost = annualised_cost(PRINCIPAL_MINOR, value_date, [(row.due_on, row.total_minor) for row in rows])
    assert (shown.total_annual_rate, shown.total_annual_rate_effective) == (cost.nominal, cost.effective)
    return rows


EVERY = [
    ({"every": {"count": 3}}, 12, 4),
    ({"every": {"count": 2, "unit": "WEEK"}}, 12, 26),
    ({"every": {"count": 10, "unit": "DAY"}}, 3, 9),
    ({"every": {"count": 1, "unit": "WEEK"}}, 36, 156),
    ({"due_day": 21}, 12, 12),
    ({"due_day": 31}, 3, 3),
]


@pytest.mark.parametrize("value_date", [date(2026, 1, 21), date(2028, 2, 29)])
@pytest.mark.parametrize(("said", "months", "payments"), EVERY)
@pytest.mark.parametrize("method", sorted(PLAIN))
def test_periods_of_months_weeks_and_days_are_booked_as_disclosed(
    method: RepaymentMethod, said: dict[str, Any], months: int, payments: int, value_date: date
) -> None:
    product = a_product(months, methods=[{"method": method.value} | said])
    rows = require_same(product, method, months, value_date)
    in_one = method is RepaymentMethod.AT_MATURITY
    assert len(rows) == (1 if in_one else payments) or method is RepaymentMethod.INTEREST_FIRST


OWN = [(date(2026, 3, 1), 0), (date(2026, 6, 15), 2_500_000), (date(2026, 11, 30), 7_500_000)]


@pytest.mark.parametrize("day_count", ["ACT/360", "ACT/365", "30E/360", "ACT/ACT"])
def test_dates_and_principals_of_ones_own_are_booked_as_disclosed(day_count: str) -> None:
    product = a_product(methods=[{"method": "STAGED", "own_schedule": True}], day_count=day_count)
    schedule = [OwnDue(on, principal) for on, principal in OWN]
    rows = require_same(product, RepaymentMethod.STAGED, 12, VALUE_DATE, schedule)
    assert [(row.due_on, row.principal_minor) for row in rows] == OWN
    late = a_contract(RepaymentMethod.STAGED, 12, product, schedule).instalments(date(2026, 6, 15))
    assert [(row.due_on, row.principal_minor) for row in late] == [(date(2026, 11, 30), PRINCIPAL_MINOR)]
    [last] = a_contract(RepaymentMethod.STAGED, 12, product, schedule).instalments(date(2026, 12, 1))
    assert (last.due_on, last.principal_minor) == (date(2026, 12, 2), PRINCIPAL_MINOR)


@pytest.mark.parametrize("method", sorted(ONE_LOAN))
def test_the_interest_of_a_year_is_that_of_the_handbook(method: RepaymentMethod) -> None:
    rows = generate_schedule(a_contract(method, 12).schedule_terms(date(2026, 1, 21)))
    assert abs(sum(row.interest_minor for row in rows) - INTEREST_OF_A_YEAR[method]) <= 6  # half a fen a row at most


# With fees, over the wire


SIGNED_AT = datetime(2026, 1, 21, 9, tzinfo=UTC)
VALUE_DATE = date(2026, 1, 21)
SERVICE = {"code": "SERVICE", "name": "服务费", "timing": "AT_DISBURSEMENT", "rate_of_principal": "0.005"}
ACCOUNT = {"code": "ACCOUNT", "name": "账户管理费", "timing": "EVERY_INSTALMENT", "amount_minor": 1_234}
NOTICE = {"code": "NOTICE", "name": "短信费", "timing": "EVERY_INSTALMENT", "amount_minor": 100}


def a_product_with(fees: list[dict[str, Any]]) -> Product:
    product = a_product()
    said = product.model_dump(mode="json")
    return Product.model_validate(said | {"fees": [{"party": product.lender} | fee for fee in fees]}, strict=False)


def signed(product: Product, method: RepaymentMethod, rate: Decimal = RATE) -> tuple[Disclosure, ContractSigned]:
    """What the borrower was shown, and what application-svc tells once he has signed, as it comes off the wire."""
    application = Application(
        id=UUID(int=1),
        application_no="AP20260121000000000001",
        customer_id=UUID(int=2),
        branch="0101",
        channel="mobile",
        product_code=product.code,
        product_version=product.version,
        wish=Wish(PRINCIPAL_MINOR, 12, method, "EDUCATION", {}),
        created_by="borrower-1",
        created_at=SIGNED_AT,
    )
    sources = {Source.IDENTITY: UUID(int=7)}
    application.submit(product, Applicant(36, Tokens("p", "m", "c")), sources, "borrower-1", SIGNED_AT)
    decision = Decision(
        id=UUID(int=3),
        outcome=Outcome.APPROVED,
        amount_minor=PRINCIPAL_MINOR,
        term_months=12,
        annual_rate=rate,
        method=None,
        reasons=(),
        automatic=True,
        decided_by="workflow-svc",
        decided_at=SIGNED_AT,
    )
    bounds = Bounds.of(seeds_on(VALUE_DATE))
    papers = record_decision(application, decision, product, bounds, VALUE_DATE, SIGNED_AT)
    offer = application.offer
    assert papers is not None and isinstance(offer, Offer)
    reading = timedelta(seconds=3_600)
    delivery = Delivery(SIGNED_AT - reading, reading)
    confirm_disclosure(application, offer.disclosure_hash, delivery, "mobile", "borrower-1", SIGNED_AT)
    sign(
        application,
        Signature(offer.contract_hash, SignatureMethod.ELECTRONIC, "e-1", "borrower-1", SIGNED_AT),
        SIGNED_AT,
    )
    [told] = [fact for fact in application.facts if isinstance(fact, ContractSigned)]
    return papers.disclosure.content, ContractSigned.from_json(told.to_json())


def ninety(day: date) -> int:
    return 90


@pytest.mark.parametrize("fees", [[], [SERVICE], [ACCOUNT], [SERVICE, ACCOUNT, NOTICE]])
@pytest.mark.parametrize("method", [RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.INTEREST_FIRST])
def test_fees_that_are_disclosed_are_asked_for_and_booked(method: RepaymentMethod, fees: list[dict[str, Any]]) -> None:
    shown, message = signed(a_product_with(fees), method)
    loan = Loan.book(contract_of(message, Line(Decimal("0.24"), CapMeasure.NOMINAL_360)), VALUE_DATE)
    loan.working_days = WorkingDays()
    start(loan, loan.request_pay_out(), PRINCIPAL_MINOR, VALUE_DATE, VALUE_DATE, ninety, SIGNED_AT)
    numbers = [each.number for each in loan.instalments]
    assert numbers == list(range(0 if SERVICE in fees else 1, 13))
    assert loan.instalment(1).total_minor == shown.first_instalment_minor

    for number, (due_on, asked) in enumerate([(each.due_on, each.total_minor) for each in loan.instalments]):
        money = Receipt(UUID(int=100 + number), asked, due_on)
        repay(loan, money, due_on, ninety)
    dues = [fact for fact in loan.facts if isinstance(fact, RepaymentDue)]
    assert [due.instalment_no for due in dues] == numbers
    assert sum(due.total_minor for due in dues) == PRINCIPAL_MINOR + shown.total_cost_minor
    assert loan.status == "SETTLED" and loan.suspense_minor == 0

    books = [entry for posting in loan.postings for entry in posting.entries]
    of = {account: -sum(each.amount_minor for each in books if each.account is account) for account in Account}
    lines = {item.code: item.amount_minor for item in shown.items if not item.contingent}
    assert of[Account.ACCRUED_INTEREST] == loan.recognised_minor == lines.pop("INTEREST")
    assert of[Account.FEE_INCOME] == sum(amount or 0 for amount in lines.values())
    assert of[Account.PENALTY_INCOME] == of[Account.LOAN_PRINCIPAL] == 0
    at_disbursement = sum(each.total_minor for each in loan.instalments if not each.number)
    rows = [(each.due_on, each.total_minor) for each in loan.instalments if each.number]
    cost = annualised_cost(PRINCIPAL_MINOR - at_disbursement, VALUE_DATE, rows)
    assert (shown.total_annual_rate, shown.total_annual_rate_effective) == (cost.nominal, cost.effective)


# Tied to the LPR


@pytest.mark.parametrize(
    ("decided", "spread", "rate"), [("0.12", 900, "0.12"), ("0.12345", 934, "0.1234"), ("0.025", -50, "0.025")]
)
def test_a_rate_that_is_tied_is_disclosed_and_booked_with_its_spread(decided: str, spread: int, rate: str) -> None:
    product = a_product(methods=all_methods(12)[:1], floating={"tenor": "1Y", "reprice": "FIRST_OF_JANUARY"})
    shown, message = signed(product, RepaymentMethod.AT_MATURITY, Decimal(decided))
    floating = message.repayment.floating
    assert floating and (floating.lpr, floating.spread_bp) == (Decimal("0.03"), spread)  # §2.4: 3.00 % since 2025-05-20
    assert shown.annual_rate == message.annual_rate == Decimal(rate)
    assert f"一年期贷款市场报价利率 3% {'减' if spread < 0 else '加'} {abs(spread)} 个基点" in shown.items[0].standard
    loan = Loan.book(contract_of(message, Line(Decimal("0.24"), CapMeasure.NOMINAL_360)), VALUE_DATE)
    loan.working_days, loan.lpr = WorkingDays(), lambda tenor, day: Decimal("0.028")
    start(loan, loan.request_pay_out(), PRINCIPAL_MINOR, VALUE_DATE, VALUE_DATE, ninety, SIGNED_AT)
    assert sum(each.interest_minor for each in loan.instalments) == shown.total_cost_minor
    advance(loan, date(2027, 1, 1), 90)
    assert loan.agreed_rates.at(date(2027, 1, 1)) == Decimal(rate) - Decimal("0.002")


def bounds_on(day: date) -> Bounds:
    """Of a day, with the LPR that was published before it (R-2.17)."""
    before = seeds_on(day - timedelta(days=1))
    return Bounds.of(seeds_on(day) | {code: before[code] for code in LPR.values()})


def test_a_contract_is_made_of_the_lpr_of_the_day_before_it_is_signed() -> None:
    """Vector LPR_DAY: 3.10 % on 2025-05-20, on which 3.00 % is published, and 3.00 % from the day after."""
    offered = OfferedFloating(tenor=Tenor.ONE_YEAR)
    lpr = {day: bounds_on(date(2025, 5, day)).lpr[Tenor.ONE_YEAR] for day in (20, 21)}
    assert lpr == {20: Decimal("0.031"), 21: Decimal("0.03")}
    floating = offered.agreed(RATE, lpr[20])
    offer = Offer(
        "HT1", PRINCIPAL_MINOR, "CNY", RATE, 12, RepaymentMethod.EQUAL_INSTALMENT, Decimal("1.5"), 3, RATE, 10, "d", "c",
        SIGNED_AT, SIGNED_AT, repayment=RepaymentTerms(floating=floating),
    )  # fmt: skip
    require_lawful_offer(a_product(), bounds_on(date(2025, 5, 20)), offer)
    with pytest.raises(Conflict, match="offer-rate-outdated"):
        require_lawful_offer(a_product(), bounds_on(date(2025, 5, 21)), offer)


# A credit line


def test_a_line_that_is_drawn_whole_costs_what_was_disclosed() -> None:
    product = a_product(methods=[{"method": "REVOLVING"}], credit_line={"least_draw_minor": 100_000})
    shown, message = signed(product, RepaymentMethod.REVOLVING)
    assert message.credit_line and message.credit_line.least_draw_minor == 100_000
    contract = contract_of(message, Line(Decimal("0.24"), CapMeasure.NOMINAL_360))
    line = CreditLine.open(contract, VALUE_DATE)
    drawn = line.draw(PRINCIPAL_MINOR, Used(), VALUE_DATE, Caller("b", "b", (), None, frozenset()))
    rows = drawn.instalments(VALUE_DATE)
    assert (rows[0].due_on, rows[-1].due_on) == (date(2026, 2, 21), line.expires_on)
    assert sum(row.total_minor for row in rows) - PRINCIPAL_MINOR == shown.total_cost_minor
    cost = annualised_cost(PRINCIPAL_MINOR, VALUE_DATE, [(row.due_on, row.total_minor) for row in rows])
    assert (shown.total_annual_rate, shown.total_annual_rate_effective) == (cost.nominal, cost.effective)


# Grace at the beginning


@pytest.mark.parametrize(("grace", "months", "asked"), [
    ({"principal_periods": 3}, 15, [100_000] * 3 + [888_488]),
    ({"principal_periods": 3, "interest_periods": 3}, 15, [0] * 3 + [888_488 + 300_000]),
    ({"interest_free_periods": 1}, 12, [888_488 - 100_000, 888_488]),
])  # fmt: skip
def test_what_is_not_asked_at_the_beginning_is_booked_as_disclosed(
    grace: dict[str, int], months: int, asked: list[int]
) -> None:
    method = {"method": "EQUAL_INSTALMENT", "grace": grace}
    rows = require_same(a_product(months, methods=[method]), RepaymentMethod.EQUAL_INSTALMENT, months, VALUE_DATE)
    assert [row.total_minor for row in rows[: len(asked)]] == asked


@pytest.mark.parametrize("wrong", [
    {"methods": [{"method": "INTEREST_FIRST", "grace": {"principal_periods": 1}}]},
    {"methods": [{"method": "STAGED", "own_schedule": True, "grace": {"interest_periods": 1}}]},
    {"methods": [{"method": "FLAT", "grace": {"interest_periods": 1}}], "floating": {"tenor": "1Y"}},
    {"methods": [{"method": "EQUAL_PRINCIPAL", "grace": {"interest_periods": 1}}], **AGREED["steps"]},
])  # fmt: skip
def test_no_product_offers_grace_that_its_loans_cannot_keep(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        a_product(**wrong)


def test_a_term_that_is_all_grace_is_not_offered() -> None:
    [offered] = a_product(methods=[{"method": "EQUAL_INSTALMENT", "grace": {"interest_periods": 3}}]).methods
    assert not offered.fits(3) and offered.fits(4)
