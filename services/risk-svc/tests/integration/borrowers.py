"""Borrowers of the data set that no training has seen, as the requests that workflow-svc would send about them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import uuid4

from loan_contracts.assessment import RiskAssessmentRequested
from loan_contracts.facts import CollectedFacts
from loan_contracts.values import RepaymentMethod, Source, SourceStatus
from loan_datasets import gmsc
from loan_datasets.borrower import Borrower
from loan_datasets.facts import collected_facts, declared_facts
from loan_datasets.requests import requested
from loan_datasets.splits import CODES_FROM, SEED, splits

AT = datetime(2026, 9, 1, tzinfo=UTC)
YUAN = 100
REQUIRED = [Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT]


@cache
def unseen(count: int = 2_000) -> Sequence[Borrower]:
    """The first rows of the replay set."""
    data = gmsc.load()
    return tuple(data.borrowers(splits(data).replay[:count].tolist()))


def first(which: Callable[[Borrower], bool]) -> Borrower:
    """The first unseen borrower of a kind."""
    return next(b for b in unseen() if which(b))


def is_solid(b: Borrower) -> bool:
    """Never late, little drawn, a good income and few obligations."""
    return (
        b.late_30_59 == b.late_60_89 == b.late_90 == 0
        and b.revolving_utilisation < 0.1
        and b.monthly_income is not None
        and b.monthly_income >= 8_000
        and b.debt_ratio < 0.3
        and b.age >= 40
        and b.open_accounts >= 5
    )


def is_often_late(b: Borrower) -> bool:
    """Three times and more over 90 days late."""
    return 3 <= b.late_90 < CODES_FROM


def a_request(borrower: Borrower, facts: dict[str, Any] | None = None, **changes: Any) -> RiskAssessmentRequested:
    """What is asked about a borrower; `facts` replaces blocks of the collected facts, None takes a source away."""
    amount_minor, term_months = requested(borrower, SEED)
    fields: dict[str, Any] = {
        "application_id": uuid4(), "request_id": uuid4(), "case_id": uuid4(), "product_code": "PCL-ONLINE",
        "product_min_minor": 5_000 * YUAN, "product_max_minor": 200_000 * YUAN,
        "online_consumer_credit": True, "own_exposure_minor": 0, "amount_minor": amount_minor,
        "term_months": term_months, "repayment_method": RepaymentMethod.EQUAL_INSTALMENT, "required_sources": REQUIRED,
        "declared": declared_facts(borrower), "facts": _collected(borrower, facts or {}),
    }  # fmt: skip
    return RiskAssessmentRequested(**fields | changes)


def _collected(borrower: Borrower, changes: dict[str, Any]) -> CollectedFacts:
    known = collected_facts(borrower, AT)
    silent = {Source(block.upper()): SourceStatus.TIMEOUT for block, value in changes.items() if value is None}
    blocks = {
        block: value if value is None else getattr(known, block).model_copy(update=value)
        for block, value in changes.items()
    }
    return known.model_copy(update={**blocks, "statuses": known.statuses | silent})
