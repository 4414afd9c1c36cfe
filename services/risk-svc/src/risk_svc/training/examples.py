"""Borrowers of the data set as the service will see them: requests with facts, features, outcomes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from loan_contracts.values import Source
from loan_datasets.borrower import Borrower
from loan_datasets.facts import collected_facts, declared_facts
from loan_datasets.gmsc import GiveMeSomeCredit
from loan_datasets.requests import requested
from risk_svc.domain.assessment.assess import CreditRequest
from risk_svc.domain.features.features import features

Floats = npt.NDArray[np.float64]

PRODUCT_MIN_MINOR, PRODUCT_MAX_MINOR = 500_000, 20_000_000  # 个人信用贷 online: domain.md §2.2
REQUIRED = (Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT)
COLLECTED_AT = datetime(2026, 1, 1, tzinfo=UTC)  # no feature depends on it


@dataclass(frozen=True, slots=True)
class Examples:
    """Feature values, NaN for what is not known, and whether the borrower defaulted."""

    values: Floats
    defaulted: npt.NDArray[np.bool_]


def examples(data: GiveMeSomeCredit, rows: Iterable[int]) -> Examples:
    """The examples of some rows, through the same facts and features as in serving."""
    chosen = list(rows)
    table = [features(declared_facts(one), collected_facts(one, COLLECTED_AT)) for one in data.borrowers(chosen)]
    return Examples(np.array(table, dtype=np.float64), data.columns["defaulted"][chosen].astype(np.bool_))


def requests(borrowers: Iterable[Borrower], seed: int) -> Iterator[CreditRequest]:
    """What the borrowers ask for, with all that is known about them."""
    for borrower in borrowers:
        amount_minor, term_months = requested(borrower, seed)
        yield CreditRequest(
            amount_minor=amount_minor,
            term_months=term_months,
            product_min_minor=PRODUCT_MIN_MINOR,
            product_max_minor=PRODUCT_MAX_MINOR,
            online_consumer_credit=True,
            own_exposure_minor=0,
            required_sources=REQUIRED,
            declared=declared_facts(borrower),
            collected=collected_facts(borrower, COLLECTED_AT),
        )
