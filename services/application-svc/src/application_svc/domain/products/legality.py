"""Whether a product, or the terms of a loan, keep to the law of a day (domain.md §2.3, §2.6) and can be carried out."""

from collections.abc import Iterable
from decimal import Decimal

from application_svc.domain.bounds import Bounds, Range
from application_svc.domain.products.product import CustomerType, Product
from application_svc.domain.products.repaying import OfferedMethod
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Conflict, FieldError, Invalid

CARRIED_OUT_CURRENCY = "CNY"
CARRIED_OUT_METHODS = frozenset(
    {
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_FIRST,
        RepaymentMethod.AT_MATURITY,
        RepaymentMethod.FLAT,
        RepaymentMethod.BALLOON,
        RepaymentMethod.STAGED,
        RepaymentMethod.REVOLVING,
    }
)
"""A contract says all of them."""
IN_ONE_SUM = frozenset({RepaymentMethod.INTEREST_FIRST, RepaymentMethod.AT_MATURITY, RepaymentMethod.REVOLVING})
"""The whole principal is repaid at the end (R-2.5a)."""


def require_lawful(product: Product, bounds: Bounds) -> None:
    """Raises Invalid `product-unlawful` with every bound of the day that the product breaks."""
    _refuse("product-unlawful", "the product breaks the law", breaches(product, bounds))


def require_carried_out(product: Product, bounds: Bounds) -> None:
    """What is promised and disclosed must be done: refuses what no service does yet.

    Raises Invalid `product-fee-not-charged` for fees of others than the lender and for costs that a breach or a choice
    brings about, late charges left out; `product-not-carried-out` else.
    """
    _refuse("product-fee-not-charged", "nobody charges this", _uncharged(product))
    _refuse("product-not-carried-out", "nobody carries this out", _undone(product, bounds))


def breaches(product: Product, bounds: Bounds) -> list[FieldError]:
    """Everything in which a product breaks the law of the day."""
    errors: list[FieldError] = []

    def found(pointer: str, code: str, detail: str) -> None:
        errors.append(FieldError(pointer, code, f"{detail} ({bounds.institution})"))

    if product.max_total_annual_rate > bounds.cap:
        found("/max_total_annual_rate", "rate-above-cap", f"all costs together at most {_plain(bounds.cap)} a year")
    if (most := _max_amount(product, bounds)) is not None and product.max_amount_minor > most:
        found("/max_amount_minor", "amount-above-law", f"at most {most} minor units a borrower")
    longest = _max_months(product, bounds)
    if product.max_term_months > longest:
        found("/max_term_months", "term-above-law", f"at most {longest} months")
    for number, offered in enumerate(product.methods):
        term, of_method = (
            offered.max_term_months or product.max_term_months,
            _max_months_of(offered, product, bounds),
        )
        if term > of_method and (of_method < longest or offered.max_term_months):  # else it is the product's own term
            found(
                f"/methods/{number}/max_term_months", "term-above-law", f"{offered.method} at most {of_method} months"
            )
    for pointer, multiple, allowed in _multiples(product, bounds):
        if not allowed.least <= multiple <= allowed.most:
            found(pointer, "multiple-outside-law", f"between {_plain(allowed.least)} and {_plain(allowed.most)}")
    for code, wording in product.purposes.items():
        if code in bounds.forbidden_purposes or any(word in wording for word in bounds.forbidden_words):
            found(f"/purposes/{code}", "purpose-forbidden", "a loan must not be used for this")
    return errors


def under_law(product: Product, bounds: Bounds) -> Product:
    """The product as far as the law of a day still allows it: itself, as long as it keeps to all of it.

    What it may cost, lend and last shrinks with the law. Raises Conflict `product-unlawful` where nothing is left, or
    where what every contract of it says has become unlawful.
    """
    broken = breaches(product, bounds)
    if not broken:
        return product
    most, longest = _max_amount(product, bounds), _max_months(product, bounds)
    amount = product.max_amount_minor if most is None else min(product.max_amount_minor, most)
    methods = [_within(offered, product, bounds) for offered in product.methods]
    months = min(product.max_term_months, longest)
    shrinkable = ("rate-above-cap", "amount-above-law", "term-above-law")
    lasting = [error for error in broken if error.code not in shrinkable]
    if lasting or amount < product.min_amount_minor or months < product.min_term_months:
        found = "; ".join(f"{error.pointer}: {error.detail}" for error in lasting or broken)
        raise Conflict("product-unlawful", f"version {product.version} of {product.code} breaks the law now: {found}")
    shrunk = {
        "max_total_annual_rate": min(product.max_total_annual_rate, bounds.cap),
        "max_amount_minor": amount,
        "max_term_months": months,
        "methods": methods,
        "auto_authority_minor": min(product.auto_authority_minor, amount),
    }
    return product.model_copy(update=shrunk)


def objection(
    product: Product, bounds: Bounds, amount_minor: int, term_months: int, method: RepaymentMethod, cost: Decimal
) -> dict[str, str] | None:
    """Why terms cannot be those of a contract of this day, as codes and figures; None where nothing is against them.

    `cost` is nominal and a year (R-2.23, R-2.24).
    """
    try:
        lawful = under_law(product, bounds)
    except Conflict as refusal:
        return {"code": refusal.code}
    highest = lawful.max_total_annual_rate
    if cost > highest:
        return {"code": "cost-above-cap", "cost": str(cost), "highest": str(highest)}
    most = _max_amount(product, bounds)
    if most is not None and amount_minor > most:
        return {"code": "amount-above-law", "amount": str(amount_minor), "highest": str(most)}
    offered = next(
        (each for each in product.methods if each.method is method), OfferedMethod.model_construct(method=method)
    )
    longest = _max_months_of(offered, product, bounds)
    if term_months > longest:
        return {"code": "term-above-law", "months": str(term_months), "highest": str(longest)}
    return None


def _within(offered: OfferedMethod, product: Product, bounds: Bounds) -> OfferedMethod:
    longest = _max_months_of(offered, product, bounds)
    if longest >= (offered.max_term_months or product.max_term_months):
        return offered
    return offered.model_copy(update={"max_term_months": longest})


def _max_amount(product: Product, bounds: Bounds) -> int | None:
    """What a borrower gets at most (R-2.5, R-2.11); None: no bound of the law."""
    of_institution = bounds.consumer_max_minor if _for_consumption(product) else bounds.business_max_minor
    online = bounds.online_consumer_max_minor if product.online_consumer_credit else None
    return min((most for most in (of_institution, online) if most is not None), default=None)


def _max_months(product: Product, bounds: Bounds) -> int:
    """R-2.4."""
    if _for_consumption(product):
        return bounds.consumer_max_months
    return bounds.business_max_months_long if product.long_cash_flow_cycle else bounds.business_max_months


def _max_months_of(offered: OfferedMethod, product: Product, bounds: Bounds) -> int:
    """Who repays in one sum, or may choose to, has online credit for consumption for a year at most (R-2.5a)."""
    longest = _max_months(product, bounds)
    repaying = [stage for stage in offered.stages if stage.share]
    one_sum = len(repaying) == 1 and (repaying[0].periods == 1 or repaying[0].method is RepaymentMethod.INTEREST_FIRST)
    if (offered.method in IN_ONE_SUM or offered.own_schedule or one_sum) and product.online_consumer_credit:
        return min(longest, bounds.online_consumer_bullet_max_months)
    return longest


def _multiples(product: Product, bounds: Bounds) -> Iterable[tuple[str, Decimal, Range]]:
    """R-3.12."""
    yield "/penalty_multiple", product.penalty_multiple, bounds.overdue_multiple
    yield "/misuse_multiple", product.misuse_multiple, bounds.misuse_multiple


def _for_consumption(product: Product) -> bool:
    return product.customer_type is CustomerType.PERSONAL


def _uncharged(product: Product) -> list[FieldError]:
    """Costs that postloan-svc does not know: a loan costs interest, fees of the lender, late charges, nothing else."""
    code = "product-fee-not-charged"
    of_another = f"what {product.lender} does not earn itself is collected by nobody"
    fees = [
        FieldError(f"/fees/{number}", code, f"{fee.name}: {of_another}")
        for number, fee in enumerate(product.fees)
        if fee.party != product.lender
    ]
    other = "late charges are told by the multiples, no other contingent cost is charged"
    costs = [
        FieldError(f"/contingent_costs/{number}", code, f"{cost.name}: {other}")
        for number, cost in enumerate(product.contingent_costs)
    ]
    return fees + costs


def _undone(product: Product, bounds: Bounds) -> list[FieldError]:
    """What a product may say and no service does."""
    checks = (
        ("/secured", product.unsecured, "collateral and guarantees are taken by nobody yet: CREDIT"),
        (
            "/customer_type",
            product.customer_type is not CustomerType.ENTERPRISE,
            "borrowers are natural persons so far",
        ),
        ("/currency", product.currency == CARRIED_OUT_CURRENCY, f"loans are booked and paid in {CARRIED_OUT_CURRENCY}"),
        (
            "/committee_over_minor",
            product.committee_over_minor <= bounds.committee_over_minor,
            f"amounts above {bounds.committee_over_minor} minor units are decided by the committee (§15.7)",
        ),
    )
    undone = [FieldError(pointer, "product-not-carried-out", detail) for pointer, kept, detail in checks if not kept]
    return undone + [
        FieldError(
            f"/methods/{number}/method", "product-not-carried-out", f"contracts do not say all of {offered.method}"
        )
        for number, offered in enumerate(product.methods)
        if offered.method not in CARRIED_OUT_METHODS
    ]


def _refuse(code: str, detail: str, errors: list[FieldError]) -> None:
    if errors:
        found = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
        raise Invalid(code, f"{detail}: {found}", errors)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
