"""The policy in force on borrowers that nothing was trained or tuned on, and of whom it is known who defaulted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from loan_contracts.assessment import RiskOutcome
from loan_contracts.message import JsonObject
from loan_datasets.gmsc import GiveMeSomeCredit
from risk_svc.domain.assessment.assess import Assessment, CreditRequest, Versions, assess
from risk_svc.domain.parameters import InForce
from risk_svc.domain.policy.rules import Policy
from risk_svc.scoring.scorer import Scorer
from risk_svc.training.evaluate import Discrimination, discrimination, observed_over_expected
from risk_svc.training.examples import requests

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Backtest:
    """Rates are shares of all rows, except `bad_rate_approved`, of those approved. Approved means without a person."""

    rows: int
    model: Discrimination
    scorecard: Discrimination
    observed_over_expected: list[float]
    approval_rate: float
    manual_rate: float
    decline_rate: float
    bad_rate_all: float
    bad_rate_approved: float
    lowered_rate: float  # approved with less than was asked for
    mean_annual_rate: float  # of the approved
    grades: dict[str, int]
    hits: dict[str, int]
    versions: Versions

    def as_json(self) -> JsonObject:
        """The figures to show and store; `auc_model`, `approval_rate` and so on by the names that reports use."""
        return {
            "rows": self.rows,
            "auc_model": self.model.auc,
            "auc_scorecard": self.scorecard.auc,
            "ks_model": self.model.ks,
            "ks_scorecard": self.scorecard.ks,
            "brier_model": self.model.brier,
            "observed_over_expected": self.observed_over_expected,
            "approval_rate": self.approval_rate,
            "manual_rate": self.manual_rate,
            "decline_rate": self.decline_rate,
            "bad_rate_all": self.bad_rate_all,
            "bad_rate_approved": self.bad_rate_approved,
            "lowered_rate": self.lowered_rate,
            "mean_annual_rate": self.mean_annual_rate,
            "grades": self.grades,
            "hits": self.hits,
            "model_version": self.versions.model,
            "scorecard_version": self.versions.scorecard,
            "policy_version": self.versions.policy,
        }


def backtest(
    data: GiveMeSomeCredit, rows: Iterable[int], scorer: Scorer, policy: Policy, numbers: InForce, seed: int
) -> Backtest:
    """Assesses the rows exactly as the service would and sets the outcomes against who defaulted."""
    chosen = list(rows)
    bad = data.columns["defaulted"][chosen].astype(np.bool_)
    versions = Versions(scorer.model_version, scorer.scorecard_version, policy.version)
    done = list(_assessments(requests(data.borrowers(chosen), seed), scorer, policy, numbers, versions))
    made = [one for _, one in done]
    pd = np.array([one.pd for one in made], dtype=np.float64)
    points = np.array([one.scorecard_score for one in made], dtype=np.float64)
    approved = np.array([one.outcome is RiskOutcome.APPROVE for one in made])
    lowered = sum(one.outcome is RiskOutcome.APPROVE and one.limit_minor < asked.amount_minor for asked, one in done)
    rates = [float(one.annual_rate) for one in made if one.outcome is RiskOutcome.APPROVE]
    count = len(chosen)
    return Backtest(
        rows=count,
        model=discrimination(bad, pd, probability=True),
        scorecard=discrimination(bad, -points, probability=False),
        observed_over_expected=observed_over_expected(bad, pd),
        approval_rate=_share(int(approved.sum()), count),
        manual_rate=_share(sum(one.outcome is RiskOutcome.REFER for one in made), count),
        decline_rate=_share(sum(one.outcome is RiskOutcome.DECLINE for one in made), count),
        bad_rate_all=_share(int(bad.sum()), count),
        bad_rate_approved=_share(int(bad[approved].sum()), int(approved.sum())),
        lowered_rate=_share(lowered, count),
        mean_annual_rate=round(sum(rates) / max(len(rates), 1), 6),
        grades=dict(sorted(Counter(one.grade for one in made).items())),
        hits=dict(sorted(Counter(code for one in made for code in one.hits).items())),
        versions=versions,
    )


def _assessments(
    asked: Iterator[CreditRequest], scorer: Scorer, policy: Policy, numbers: InForce, versions: Versions
) -> Iterator[tuple[CreditRequest, Assessment]]:
    batch: list[CreditRequest] = []
    for request in asked:
        batch.append(request)
        if len(batch) == _BATCH:
            yield from _assessed(batch, scorer, policy, numbers, versions)
            batch = []
    yield from _assessed(batch, scorer, policy, numbers, versions)


def _assessed(
    batch: list[CreditRequest], scorer: Scorer, policy: Policy, numbers: InForce, versions: Versions
) -> Iterator[tuple[CreditRequest, Assessment]]:
    return zip(batch, assess(batch, scorer.score(batch), scorer.scorecard, numbers, policy, versions), strict=True)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 6) if whole else 0.0
