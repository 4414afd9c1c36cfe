"""The decision, and the offer that an approval becomes (domain.md R-2.20, R-2.23, R-9.11)."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import ContractStatus, Decision, Offer
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.bounds import Bounds
from application_svc.domain.contracts.canonical import Paper
from application_svc.domain.contracts.disclosure import Disclosure, disclose
from application_svc.domain.contracts.loan_contract import LoanContract
from application_svc.domain.contracts.repayment import floating_of, rate_of, repayment_of
from application_svc.domain.numbering import readable_number
from application_svc.domain.products.legality import objection
from application_svc.domain.products.product import Product
from loan_contracts.applications import OfferMade
from loan_contracts.decisions import Outcome
from loan_contracts.money import months_later
from loan_contracts.values import CONDITIONS, LineTerms, RepaymentTerms
from loan_servicekit.core import BUSINESS_ZONE, Conflict, NotCredible

EXPOSURE_ABOVE_CAP = "exposure-above-cap"
APPROVALS: dict[Outcome, ApplicationStatus] = {
    Outcome.APPROVED: ApplicationStatus.APPROVED,
    Outcome.CONDITIONAL: ApplicationStatus.CONDITIONAL,
}


class Papers(NamedTuple):
    """What the store keeps of an offer, unchanged for ever: the cost disclosure and the contract."""

    disclosure: Paper[Disclosure]
    contract: Paper[LoanContract]


def record_decision(
    application: Application,
    decision: Decision,
    product: Product,
    bounds: Bounds,
    today: date,
    now: datetime,
    room_minor: int | None = None,
) -> Papers | None:
    """Takes the one decision; an approval gets its offer, whose papers are returned. `today` is when its plan starts.

    An approval that would cost more a year than product and law allow (nominal, R-2.23, R-2.24), whose terms the law of
    the day forbids, or that is of more than `room_minor`, which R-2.5a leaves this borrower, stays without an offer,
    and the reason is recorded. Raises Conflict `application-already-decided`, `application-not-in-process`, NotCredible
    `decision-incomplete`, `decision-beyond-request`, `decision-beyond-product`.
    """
    application.require_decidable(decision.supersedes)
    _require_credible(application, decision, product)
    if decision.outcome is Outcome.DECLINED:
        application.decision, application.status = decision, ApplicationStatus.DECLINED
        application.end(now)
        reasons = ",".join(reason.code for reason in decision.reasons)
        application.audit("record_decision", {"outcome": decision.outcome.value, "reasons": reasons})
        return None
    beyond = _schedule_beyond(application, decision, today)
    papers = None if beyond else _draw_up(application, decision, product, bounds, today)
    if (before := application.decision) is not None:
        application.reopen()
        application.audit("revise_decision", {"superseded": str(before.id), "outcome": before.outcome.value})
    application.decision, application.status = decision, APPROVALS[decision.outcome]
    against = beyond if papers is None else _objection(product, bounds, papers.disclosure.content)
    if papers is None or against:
        application.end(now)
        application.audit("withhold_offer", against or {})
        return None
    if room_minor is not None and decision.amount_minor > room_minor:
        told = {"code": EXPOSURE_ABOVE_CAP, "amount_minor": str(decision.amount_minor), "room_minor": str(room_minor)}
        application.end(now)
        application.audit("withhold_offer", told)
        return None
    offer = _offer(product, papers, decision.conditions_before_contract, now)
    application.offer, application.contract_status = offer, ContractStatus.DRAFTED
    application.record(
        OfferMade,
        application_id=application.id,
        contract_no=offer.contract_no,
        amount_minor=offer.principal_minor,
        term_months=offer.term_months,
        annual_rate=offer.annual_rate,
        repayment_method=offer.method,
        apr_irr_nominal=offer.total_annual_rate,
        disclosure_hash=offer.disclosure_hash,
        contract_hash=offer.contract_hash,
        expires_at=offer.expires_at,
    )
    return papers


def require_lawful_offer(product: Product, bounds: Bounds, offer: Offer) -> None:
    """The day of signing is that of the contract; raises Conflict `offer-unlawful` where the law has changed since, and
    `offer-rate-outdated` where another LPR has been published, which the contract is to be made of (R-2.17)."""
    tied = offer.repayment.floating
    if tied and bounds.lpr[tied.tenor] != tied.lpr:
        found = f"the LPR is {bounds.lpr[tied.tenor]} now, offer {offer.contract_no} was made of {tied.lpr}; apply anew"
        raise Conflict("offer-rate-outdated", found)
    against = objection(
        product, bounds, offer.principal_minor, offer.term_months, offer.method, offer.total_annual_rate
    )
    if against:
        found = ", ".join(f"{name} {value}" for name, value in against.items())
        raise Conflict("offer-unlawful", f"offer {offer.contract_no} keeps no longer to the law: {found}; apply anew")


def _objection(product: Product, bounds: Bounds, table: Disclosure) -> dict[str, str] | None:
    return objection(
        product, bounds, table.principal_minor, table.term_months, table.repayment_method, table.total_annual_rate
    )


def _schedule_beyond(application: Application, decision: Decision, today: date) -> dict[str, str] | None:
    """Dates that the applicant has named do not go into another method, a shorter term, or a day that has passed."""
    wish = application.wish
    if not wish.schedule:
        return None
    first, last = wish.schedule[0].due_on, wish.schedule[-1].due_on
    other = (decision.method or wish.method) is not wish.method
    if other or first <= today or last > months_later(today, decision.term_months):
        return {"code": "schedule-beyond-term", "first": str(first), "last": str(last)}
    return None


def _require_credible(application: Application, decision: Decision, product: Product) -> None:
    """An approval says what can follow from this request and this product: APPROVED what was asked for, CONDITIONAL
    less of it, at a rate that the product may cost. Whoever says something else is not the process that decides."""
    if decision.outcome is Outcome.DECLINED:
        return
    wish, rate, method = application.wish, decision.annual_rate, decision.method or application.wish.method
    amount, term = decision.amount_minor, decision.term_months
    if rate is None or amount <= 0 or term <= 0:
        raise NotCredible("decision-incomplete", "an approval needs an amount and a term above 0 and an annual rate")
    as_asked = (amount, term, method) == (wish.amount_minor, wish.term_months, wish.method)
    less = amount <= wish.amount_minor and term <= wish.term_months and not as_asked
    if not (less if decision.outcome is Outcome.CONDITIONAL else as_asked):
        raise NotCredible(
            "decision-beyond-request",
            f"{decision.outcome}: {amount} over {term} months, {method}; asked for were {wish.amount_minor} over "
            f"{wish.term_months} months, {wish.method}",
        )
    offered = next((each for each in product.methods if each.method is method), None)
    lowest, highest, dearest = product.min_amount_minor, product.max_amount_minor, product.max_total_annual_rate
    longest = min(product.max_term_months, (offered and offered.max_term_months) or product.max_term_months)
    in_product = offered and lowest <= amount <= highest and product.min_term_months <= term <= longest
    in_product = in_product and offered is not None and offered.fits(term)
    if not (in_product and 0 < rate <= dearest):
        raise NotCredible(
            "decision-beyond-product",
            f"{amount} over {term} months at {rate}, {method}; the product goes from {lowest} to {highest}, from "
            f"{product.min_term_months} to {longest} months, at most at {dearest}",
        )


def _draw_up(application: Application, decision: Decision, product: Product, bounds: Bounds, today: date) -> Papers:
    decided, method = decision.annual_rate, decision.method or application.wish.method
    assert decided is not None  # a credible approval has one
    floating = floating_of(product, decided, bounds.lpr)
    rate = rate_of(floating, decided)
    read_seconds = max(product.forced_read_seconds, bounds.forced_read_seconds)
    amount, months, schedule = decision.amount_minor, decision.term_months, application.wish.schedule or ()
    table = disclose(product, amount, rate, months, method, today, read_seconds, schedule, floating)
    disclosure = Paper.of(table)
    contract = LoanContract(
        contract_no=readable_number("HT", today, application.id),
        template=product.contract_template,
        application_no=application.application_no,
        customer_id=application.customer_id,
        lender=product.lender,
        product_code=product.code,
        product_version=product.version,
        purpose=application.wish.purpose,
        currency=product.currency,
        principal_minor=decision.amount_minor,
        annual_rate=rate,
        term_months=decision.term_months,
        repayment_method=method,
        penalty_multiple=product.penalty_multiple,
        misuse_multiple=product.misuse_multiple,
        grace_days=product.grace_days,
        disclosure_hash=disclosure.hash,
        drawn_up_on=today,
        fees=tuple(fee.agreed(decision.amount_minor) for fee in product.fees),
        holiday_rule=product.holiday_rule,
        prepayment=product.prepayment.agreed(),
        repayment=repayment_of(product, method, amount, rate, months, schedule, floating),
        conditions_precedent={**product.conditions_precedent, **_of_approval(decision)},
        credit_line=_line(product),
    )
    return Papers(disclosure, Paper.of(contract))


def _of_approval(decision: Decision) -> dict[str, str]:
    """What the approval depends on, worded. Raises NotCredible `condition-unknown`."""
    named = (*decision.conditions, *decision.conditions_before_contract)
    if unknown := [code for code in named if code not in CONDITIONS]:
        raise NotCredible("condition-unknown", f"nobody knows what {', '.join(unknown)} would be")
    return {code: CONDITIONS[code] for code in named}


def _line(product: Product) -> LineTerms | None:
    offered = product.credit_line
    return LineTerms(least_draw_minor=offered.least_draw_minor) if offered else None


def _open_until(now: datetime, product: Product, agreed: RepaymentTerms) -> datetime:
    """So long as the product says, and while none of the dates that were agreed one by one has begun."""
    until = now + timedelta(days=product.offer_valid_days)
    return min(until, datetime.combine(agreed.due_on[0], time(), BUSINESS_ZONE)) if agreed.due_on else until


def _offer(product: Product, papers: Papers, before_contract: tuple[str, ...], now: datetime) -> Offer:
    disclosure, contract = papers.disclosure.content, papers.contract.content
    return Offer(
        contract_no=contract.contract_no,
        principal_minor=contract.principal_minor,
        currency=contract.currency,
        annual_rate=contract.annual_rate,
        term_months=contract.term_months,
        method=contract.repayment_method,
        penalty_multiple=contract.penalty_multiple,
        grace_days=contract.grace_days,
        total_annual_rate=disclosure.total_annual_rate,
        forced_read_seconds=disclosure.forced_read_seconds,
        disclosure_hash=contract.disclosure_hash,
        contract_hash=papers.contract.hash,
        made_at=now,
        expires_at=_open_until(now, product, contract.repayment),
        fees=contract.fees,
        holiday_rule=contract.holiday_rule,
        prepayment=contract.prepayment,
        repayment=contract.repayment,
        channel=product.channel.value,
        credit_line=contract.credit_line,
        conditions=tuple(c for c in contract.conditions_precedent if c not in before_contract),
    )
