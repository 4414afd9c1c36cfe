"""综合融资成本明示表: everything a loan costs, annualised, shown before signing (domain.md R-2.20 to R-2.24)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from application_svc.domain.contracts.repayment import plan_of, repayment_of
from application_svc.domain.products.product import Fee, Prepayment, Product
from application_svc.domain.products.request import OwnDue
from loan_contracts.values import (
    A_MONTH,
    FeeTiming,
    FloatingRate,
    PeriodUnit,
    RepaymentMethod,
    RepaymentTerms,
    Reprice,
    Tenor,
)
from loan_schedules.annual_rate import (
    effective_of_monthly,
    effective_rate_by_dates,
    nominal_of_effective,
    rate_of_a_period,
)
from loan_schedules.due_dates import whole_months
from loan_schedules.schedule import Instalment

VERSION = "2026-08"  # the table that 金规〔2026〕2号 asks for from 2026-08-01
SHOWN = Decimal("0.000001")  # rates are shown with four digits after the point of the percentage
TENORS = {Tenor.ONE_YEAR: "一年期", Tenor.FIVE_YEARS: "五年期以上"}
UNITS = {PeriodUnit.MONTH: "个月", PeriodUnit.WEEK: "周", PeriodUnit.DAY: "天"}
STATEMENT = "除上表所列项目外，不再向借款人收取任何其他费用。"


class Method(StrEnum):
    """How the annual rate is calculated from the payments."""

    IRR = "IRR"  # equal months: twelve times the monthly rate
    XIRR = "XIRR"  # other dates: actual days over 365


@dataclass(frozen=True, slots=True)
class Cost:
    """The annualised cost of a row of payments. `nominal` is compared with the caps, both are shown (R-2.24)."""

    method: Method
    nominal: Decimal
    effective: Decimal


@dataclass(frozen=True, slots=True)
class CostItem:
    """One line of the table. Contingent items arise only from a breach or a choice and have no annual rate."""

    code: str
    name: str
    party: str
    standard: str
    timing: str
    amount_minor: int | None
    annualised_rate: Decimal | None
    contingent: bool


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The table of one offer. Its hash binds the confirmation and the contract to exactly this content."""

    version: str
    product_code: str
    product_version: int
    principal_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    annual_rate: Decimal
    first_instalment_minor: int
    total_cost_minor: int
    items: tuple[CostItem, ...]
    method: Method
    total_annual_rate: Decimal
    total_annual_rate_effective: Decimal
    forced_read_seconds: int
    statement: str = STATEMENT


def annualised_cost(
    received_minor: int, received_on: date, payments: Sequence[tuple[date, int]], expected: Decimal = Decimal(0)
) -> Cost:
    """The cost of dated payments (domain.md §2.5): IRR where they fall in equal months, XIRR otherwise.

    `expected` is a guess of the nominal annual rate; the result does not depend on it.
    """
    if tuple(due_on for due_on, _ in payments) == whole_months(received_on, len(payments)):
        monthly = rate_of_a_period(received_minor, [amount for _, amount in payments], expected / 12)
        return Cost(Method.IRR, _shown(12 * monthly), _shown(effective_of_monthly(monthly)))
    effective = effective_rate_by_dates(received_minor, received_on, payments)
    return Cost(Method.XIRR, _shown(nominal_of_effective(effective)), _shown(effective))


def disclose(
    product: Product,
    principal_minor: int,
    annual_rate: Decimal,
    term_months: int,
    method: RepaymentMethod,
    value_date: date,
    forced_read_seconds: int,
    schedule: Sequence[OwnDue] = (),
    floating: FloatingRate | None = None,
) -> Disclosure:
    """The cost disclosure of a loan paid out on `value_date` and repaid as agreed, all its fees included (R-2.22)."""
    agreed = repayment_of(product, method, principal_minor, annual_rate, term_months, schedule, floating)
    plan = plan_of(agreed, principal_minor, annual_rate, term_months, method, value_date)
    charged = [(fee, fee.agreed(principal_minor).amount_minor) for fee in product.fees]
    total = _cost(principal_minor, value_date, plan, charged, annual_rate)
    interest_minor = sum(payment.interest_minor for payment in plan)
    interest_only = total if not charged else _cost(principal_minor, value_date, plan, [], annual_rate)
    items = [
        CostItem(
            code="INTEREST",
            name="贷款利息",
            party=product.lender,
            standard=_interest(annual_rate, method, agreed, len(plan)),
            timing="EVERY_INSTALMENT",
            amount_minor=interest_minor,
            annualised_rate=interest_only.nominal,
            contingent=False,
        )
    ]
    items += _fees(principal_minor, value_date, plan, charged)
    return Disclosure(
        version=VERSION,
        product_code=product.code,
        product_version=product.version,
        principal_minor=principal_minor,
        term_months=term_months,
        repayment_method=method,
        annual_rate=annual_rate,
        first_instalment_minor=plan[0].principal_minor + plan[0].interest_minor + _each_instalment(charged),
        total_cost_minor=sum(item.amount_minor or 0 for item in items),
        items=(*items, *_contingent(product, annual_rate)),
        method=total.method,
        total_annual_rate=total.nominal,
        total_annual_rate_effective=total.effective,
        forced_read_seconds=forced_read_seconds,
    )


def _fees(
    principal_minor: int, value_date: date, plan: Sequence[Instalment], charged: Sequence[tuple[Fee, int]]
) -> list[CostItem]:
    without_interest = [payment._replace(interest_minor=0) for payment in plan] if charged else []
    items = []
    for fee, amount in charged:
        alone = _cost(principal_minor, value_date, without_interest, [(fee, amount)], Decimal(0))
        times_charged = len(plan) if fee.timing is FeeTiming.EVERY_INSTALMENT else 1
        items.append(
            CostItem(
                code=fee.code,
                name=fee.name,
                party=fee.party,
                standard=_standard(fee),
                timing=fee.timing.value,
                amount_minor=amount * times_charged,
                annualised_rate=alone.nominal,
                contingent=False,
            )
        )
    return items


def _interest(annual_rate: Decimal, method: RepaymentMethod, agreed: RepaymentTerms, payments: int) -> str:
    steps = "".join(f"，满{each.after_months}个月后 {_percent(each.annual_rate)}" for each in agreed.rate_steps)
    base = "贷款本金" if method is RepaymentMethod.FLAT else "剩余本金"
    usual = agreed.every == A_MONTH and not agreed.due_on
    often = "" if usual else f"，{_often(agreed)}，共{payments}期"
    tied = _tied(agreed.floating) if agreed.floating else ""
    return f"年利率 {_percent(annual_rate)}{steps}{tied}，按{base}计算{often}"


def _tied(floating: FloatingRate) -> str:
    """Today's rate is disclosed, and how it moves."""
    sign, term = ("减" if floating.spread_bp < 0 else "加"), TENORS[floating.tenor]
    made = f"（{term}贷款市场报价利率 {_percent(floating.lpr)} {sign} {abs(floating.spread_bp)} 个基点）"
    if not floating.cycle_months:
        return made
    since = "1月1日" if floating.reprice is Reprice.FIRST_OF_JANUARY else "放款对应日"
    bounds = "".join(
        f"，{name} {_percent(rate)}" for name, rate in (("下限", floating.floor), ("上限", floating.ceiling)) if rate
    )
    return f"{made}，自{since}起每{floating.cycle_months}个月重定价一次{bounds}"


def _often(agreed: RepaymentTerms) -> str:
    return "按约定日期还款" if agreed.due_on else f"每{agreed.every.count}{UNITS[agreed.every.unit]}还款"


def _cost(
    principal_minor: int,
    value_date: date,
    plan: Sequence[Instalment],
    charged: Sequence[tuple[Fee, int]],
    expected: Decimal,
) -> Cost:
    upfront = sum(amount for fee, amount in charged if fee.timing is FeeTiming.AT_DISBURSEMENT)
    each = _each_instalment(charged)
    payments = [(payment.due_on, payment.principal_minor + payment.interest_minor + each) for payment in plan]
    return annualised_cost(principal_minor - upfront, value_date, payments, expected)


def _each_instalment(charged: Sequence[tuple[Fee, int]]) -> int:
    return sum(amount for fee, amount in charged if fee.timing is FeeTiming.EVERY_INSTALMENT)


def _standard(fee: Fee) -> str:
    if fee.rate_of_principal is not None:
        return f"贷款本金的 {_percent(fee.rate_of_principal)}"
    return f"每次 {Decimal(fee.amount_minor or 0) / 100:.2f} 元"


def _contingent(product: Product, annual_rate: Decimal) -> list[CostItem]:
    """What only a breach or a choice costs: penalty and compound interest by contract, then the product's own.

    The law limits what overdue amounts may cost whatever the contract says (domain.md R-3.19), and postloan-svc charges
    no more than that.
    """
    penalty, misuse = annual_rate * product.penalty_multiple, annual_rate * product.misuse_multiple
    lines = [
        ("PENALTY_OVERDUE", "逾期罚息", product.lender, f"逾期本金，年利率 {_percent(penalty)}，以司法保护上限为限"),
        ("PENALTY_MISUSE", "挪用罚息", product.lender, f"挪用本金，年利率 {_percent(misuse)}，不与逾期罚息并收"),
        ("COMPOUND_INTEREST", "复利", product.lender, f"逾期利息，年利率 {_percent(penalty)}，以司法保护上限为限"),
    ]
    if product.prepayment.fees:
        lines.append(("PREPAYMENT", "提前还款手续费", product.lender, _ladder(product.prepayment)))
    lines += [(cost.code, cost.name, cost.party, cost.standard) for cost in product.contingent_costs]
    return [CostItem(*line, "CONTINGENT", None, None, True) for line in lines]


def _ladder(prepayment: Prepayment) -> str:
    steps = "，".join(f"放款后{step.before_months}个月内 {_percent(step.rate)}" for step in prepayment.fees)
    return f"提前偿还的本金，{steps}，此后不收；与其他费用合计以司法保护上限为限"


def _shown(rate: Decimal) -> Decimal:
    return rate.quantize(SHOWN, ROUND_HALF_UP)


def _percent(rate: Decimal) -> str:
    return f"{format((rate * 100).normalize(), 'f')}%"
