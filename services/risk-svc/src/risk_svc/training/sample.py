"""Borrowers that nothing was trained on, as requests with what became of them: on these the service back-tests a
policy."""

import gzip
from collections.abc import Sequence
from uuid import UUID

import orjson

from loan_contracts.assessment import RiskAssessmentRequested
from loan_contracts.values import RepaymentMethod
from loan_datasets.facts import collected_facts, declared_facts
from loan_datasets.gmsc import GiveMeSomeCredit
from loan_datasets.requests import requested
from risk_svc.training.examples import COLLECTED_AT, PRODUCT_MAX_MINOR, PRODUCT_MIN_MINOR, REQUIRED

SAMPLE_ROWS = 1_000
_NOBODY = UUID(int=0)


def sample_of(data: GiveMeSomeCredit, rows: Sequence[int], seed: int) -> bytes:
    """A list of pairs, request and whether the borrower defaulted, as packed JSON. The same rows give the same
    bytes."""
    pairs = []
    for borrower, defaulted in zip(
        data.borrowers(list(rows)), data.columns["defaulted"][list(rows)].tolist(), strict=True
    ):
        amount_minor, term_months = requested(borrower, seed)
        message = RiskAssessmentRequested.model_validate(
            {
                "application_id": _NOBODY,
                "request_id": _NOBODY,
                "case_id": _NOBODY,
                "product_code": "PCL-ONLINE",
                "product_min_minor": PRODUCT_MIN_MINOR,
                "product_max_minor": PRODUCT_MAX_MINOR,
                "online_consumer_credit": True,
                "own_exposure_minor": 0,
                "amount_minor": amount_minor,
                "term_months": term_months,
                "repayment_method": RepaymentMethod.EQUAL_INSTALMENT,
                "required_sources": list(REQUIRED),
                "declared": declared_facts(borrower),
                "facts": collected_facts(borrower, COLLECTED_AT),
            }
        )
        pairs.append([message.model_dump(mode="json", exclude_none=True), bool(defaulted)])
    return gzip.compress(orjson.dumps(pairs), mtime=0)
