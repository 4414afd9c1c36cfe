"""The assessment of applications: from facts and model scores to outcome, limit, price and reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from loan_contracts.assessment import RiskAssessmentRequested, RiskOutcome
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.money import times
from loan_contracts.values import Reason, Source, SourceStatus
from loan_schedules.annuity import equal_instalment
from risk_svc.domain.explanation.reasons import BEHIND_LIMIT, reasons_of
from risk_svc.domain.features.features import FEATURES, LEAST_INCOME_MINOR, Features
from risk_svc.domain.limit.limit import Limit, limit_of
from risk_svc.domain.parameters import InForce
from risk_svc.domain.policy.readings import told
from risk_svc.domain.policy.rules import Policy, PolicyFacts, Recommendation, RuleHit
from risk_svc.domain.pricing.price import Price, price_of
from risk_svc.domain.scoring.score import grade_of, raw_score, shown_score
from risk_svc.domain.scoring.scorecard import Scorecard

PERSONAL = "PERSONAL"
"""The customer type of consumers."""

_TEN_THOUSANDTH = Decimal("0.0001")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class CreditRequest:
    """What is asked for, and everything that is known about who asks."""

    amount_minor: int
    term_months: int
    product_min_minor: int
    product_max_minor: int
    online_consumer_credit: bool
    own_exposure_minor: int
    required_sources: Sequence[Source]
    declared: DeclaredFacts
    collected: CollectedFacts
    own_online_consumer_minor: int = 0
    own_debt_service_minor: int = 0
    customer_type: str = PERSONAL

    @property
    def model_fits(self) -> bool:
        """Whether the model was made for borrowers of this kind: it knows consumers, and no businesses."""
        return self.customer_type == PERSONAL

    @classmethod
    def of(cls, message: RiskAssessmentRequested) -> "CreditRequest":
        """The request that a message carries."""
        return cls(
            message.amount_minor,
            message.term_months,
            message.product_min_minor,
            message.product_max_minor,
            message.online_consumer_credit,
            message.own_exposure_minor,
            message.required_sources,
            message.declared,
            message.facts,
            message.own_exposure_minor
            if message.own_online_consumer_minor is None
            else message.own_online_consumer_minor,
            message.own_debt_service_minor,
            message.customer_type,
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of one applicant, and the scorecard's points for each of its characteristics."""

    features: Features
    pd: Decimal
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """What gave the figures: with the facts used, enough to compute an assessment again."""

    model: str
    scorecard: str
    policy: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A recommendation with everything behind it. `scored` is None where there was nothing to score, or no model to."""

    outcome: RiskOutcome
    pd: Decimal
    score: int
    grade: str
    limit_minor: int
    limit_set_by: str
    annual_rate: Decimal
    debt_service_ratio: Decimal | None
    reasons: list[Reason]
    triggers: list[str]
    hits: tuple[str, ...]
    scored: Scored | None
    versions: Versions

    @property
    def scorecard_score(self) -> int | None:
        """The points table's own score, which explains and challenges the model's."""
        return sum(self.scored.points) if self.scored else None

    def facts_used(self) -> dict[str, int | str | None]:
        """The features by name, for the record: every decision can be computed again (domain.md §9.2)."""
        if self.scored is None:
            return {}
        values = (str(value) if isinstance(value, Decimal) else value for value in self.scored.features)
        return dict(zip(FEATURES, values, strict=True))


def assess(
    requests: Sequence[CreditRequest],
    scored: Sequence[Scored | None],
    scorecard: Scorecard,
    numbers: InForce,
    policy: Policy,
    versions: Versions,
) -> list[Assessment]:
    """Assesses requests, each with the score of its features, by the numbers and rules in force."""
    return [
        _assess(request, one, scorecard, numbers, policy, versions)
        for request, one in zip(requests, scored, strict=True)
    ]


def _assess(
    request: CreditRequest,
    scored: Scored | None,
    scorecard: Scorecard,
    numbers: InForce,
    policy: Policy,
    versions: Versions,
) -> Assessment:
    # Of somebody who cannot be scored nothing is known beyond what all borrowers have in common: their bad rate.
    # The rules send such an application to a person whatever its figures say.
    pd = scored.pd if scored else scorecard.bad_rate
    score = shown_score(raw_score(pd))
    grade = grade_of(score, numbers.least_score)
    price = price_of(pd, numbers)
    income = proven_income(request.collected)
    burden = debt_service(request, numbers)
    limit = _limit(request, grade if request.model_fits else None, income, burden, price, numbers)
    found = policy.recommend(
        _policy_facts(request, grade, score - numbers.cutoff_score, income, price, limit, known=scored is not None)
    )
    declined = found.outcome is RiskOutcome.DECLINE
    lent = min(limit.limit_minor, request.amount_minor)
    return Assessment(
        outcome=found.outcome,
        pd=pd,
        score=score,
        grade=grade,
        limit_minor=0 if declined else limit.limit_minor,
        limit_set_by=limit.set_by,
        annual_rate=price.annual_rate,
        debt_service_ratio=_debt_service_ratio(request, income, burden, lent, price),
        reasons=reasons_of(
            [*found.hits, *_lowered(request, limit, found)],
            scorecard,
            scored.features if scored else None,
            scored.points if scored else (),
        ),
        triggers=_triggers(found),
        hits=tuple(hit.code for hit in found.hits),
        scored=scored,
        versions=versions,
    )


def proven_income(collected: CollectedFacts) -> int | None:
    """The income a month that somebody else than the applicant tells; None without one."""
    # Proof of income is optional in this product: without it, or without an answer, there is a small fixed line.
    insured = collected.social_insurance
    if insured is None or insured.monthly_income_minor <= LEAST_INCOME_MINOR:
        return None
    return insured.monthly_income_minor


def debt_service(request: CreditRequest, numbers: InForce) -> int | None:
    """What all lenders get a month (domain.md §7.1, R-11.1); None without a credit report.

    Dues of other lenders' loans and a part of what is owed on cards as the report tells them, and the instalments of
    our own loans from our own books: a report that is used again knows nothing of what was approved since.
    """
    bureau = request.collected.credit_bureau
    if bureau is None:
        return None
    cards = times(bureau.card_balance_minor, numbers.card_debt_service)
    return bureau.monthly_debt_service_minor + cards + request.own_debt_service_minor


def _limit(
    request: CreditRequest, grade: str | None, income: int | None, burden: int | None, price: Price, numbers: InForce
) -> Limit:
    bureau = request.collected.credit_bureau
    return limit_of(
        grade=grade,
        # Without a credit report the debts are not known, and an income that may be spoken for proves no capacity.
        income_minor=None if burden is None else income,
        debt_service_minor=burden or 0,
        others_exposure_minor=bureau.unsecured_exposure_minor if bureau else 0,
        own_exposure_minor=request.own_exposure_minor,
        own_online_consumer_minor=request.own_online_consumer_minor,
        online_consumer_credit=request.online_consumer_credit,
        annual_rate=price.annual_rate,
        months=request.term_months,
        product_max_minor=request.product_max_minor,
        numbers=numbers,
    )


def _policy_facts(
    request: CreditRequest,
    grade: str,
    above_cutoff: int,
    income: int | None,
    price: Price,
    limit: Limit,
    *,
    known: bool,
) -> PolicyFacts:
    statuses = request.collected.statuses
    return PolicyFacts(
        **told(request.collected),
        income_year_minor=None if income is None else income * _MONTHS_A_YEAR,
        missing_sources=sum(statuses.get(source) is not SourceStatus.HIT for source in request.required_sources),
        model_fits=request.model_fits,
        grade=grade if known else None,
        points_above_cutoff=above_cutoff if known else None,
        rate_within_cap=price.within_cap,
        limit_minor=limit.limit_minor,
        limit_set_by=limit.set_by,
        least_loan_minor=request.product_min_minor,
    )


def _debt_service_ratio(
    request: CreditRequest, income: int | None, burden: int | None, lent_minor: int, price: Price
) -> Decimal | None:
    """(Debt service + new instalment) / verified income (domain.md R-11.1); None without one of them."""
    if burden is None or income is None:
        return None
    instalment = equal_instalment(lent_minor, price.annual_rate, request.term_months)
    return (Decimal(burden + instalment) / income).quantize(_TEN_THOUSANDTH)


def _lowered(request: CreditRequest, limit: Limit, found: Recommendation) -> list[RuleHit]:
    """Why less may be lent than was asked for: the line that set the limit. A decline has its own reason."""
    if found.outcome is RiskOutcome.DECLINE or limit.limit_minor >= request.amount_minor:
        return []
    reason = BEHIND_LIMIT[limit.set_by]
    return [RuleHit(limit.set_by, found.outcome, reason, str(request.amount_minor), str(limit.limit_minor))]


def _triggers(found: Recommendation) -> list[str]:
    if found.outcome is not RiskOutcome.REFER:
        return []
    return [hit.code for hit in found.hits if hit.outcome is RiskOutcome.REFER]
