"""Runs a policy on the sample of borrowers that came with the model in force."""

import gzip
from collections import Counter
from collections.abc import Sequence

import orjson

from loan_contracts.assessment import RiskAssessmentRequested, RiskOutcome
from risk_svc.domain.assessment.assess import Assessment, CreditRequest, Versions, assess
from risk_svc.domain.parameters import InForce
from risk_svc.domain.policy.backtest import PolicyBacktest
from risk_svc.domain.policy.rules import Policy
from risk_svc.scoring.scorer import Scorer


class Sample:
    """Requests of borrowers and whether they defaulted."""

    def __init__(self, packed: bytes) -> None:
        pairs = orjson.loads(gzip.decompress(packed))
        self.requests = [CreditRequest.of(RiskAssessmentRequested.model_validate(request)) for request, _ in pairs]
        self.defaulted = [bool(defaulted) for _, defaulted in pairs]

    def backtest(self, scorer: Scorer, policy: Policy, before: Policy | None, numbers: InForce) -> PolicyBacktest:
        """What the policy does to them, and whom the policy before treats otherwise."""
        scored = scorer.score(self.requests)

        def assessed(by: Policy) -> Sequence[Assessment]:
            versions = Versions(scorer.model_version, scorer.scorecard_version, by.version)
            return assess(self.requests, scored, scorer.scorecard, numbers, by, versions)

        found = assessed(policy)
        earlier = assessed(before) if before else found
        outcomes = Counter(one.outcome for one in found)
        approved = [one.outcome is RiskOutcome.APPROVE for one in found]
        return PolicyBacktest(
            policy_version=policy.version,
            model_version=scorer.model_version,
            rows=len(found),
            approved=outcomes[RiskOutcome.APPROVE],
            referred=outcomes[RiskOutcome.REFER],
            declined=outcomes[RiskOutcome.DECLINE],
            bad=sum(self.defaulted),
            bad_approved=sum(bad and yes for bad, yes in zip(self.defaulted, approved, strict=True)),
            changed=sum(one.outcome is not old.outcome for one, old in zip(found, earlier, strict=True)),
            hits=dict(sorted(Counter(code for one in found for code in one.hits).items())),
        )
