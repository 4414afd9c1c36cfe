"""Model, scorecard and policy in force, put together: assesses whole batches before their transaction begins."""

from collections.abc import Callable, Mapping, Sequence

from loan_contracts.assessment import RiskAssessmentRequested
from loan_servicekit.core import Unavailable
from risk_svc.domain.assessment.assess import Assessment, CreditRequest, Versions, assess
from risk_svc.domain.assessment.explore import Explored, explore
from risk_svc.domain.parameters import InForce
from risk_svc.domain.policy.rules import Policy
from risk_svc.scoring.scorer import Scorer
from risk_svc.use_cases.assessment.assess_risk import AssessRisk


def no_model_in_force() -> Unavailable:
    """What is said where a model or a policy is needed and none is in force."""
    return Unavailable("no-model-in-force", "register a model and a policy before applications are assessed")


class Assessor:
    """Holds what is in force; `numbers` gives the parameter values of the day."""

    def __init__(self, numbers: Callable[[], Mapping[str, str]]) -> None:
        self._numbers = numbers
        self._values: Mapping[str, str] | None = None
        self._in_force: InForce | None = None
        self._scorer: Scorer | None = None
        self._policy: Policy | None = None

    def put_in_force(self, scorer: Scorer, policy: Policy) -> None:
        """Takes a model and a policy; from the next batch on they decide."""
        self._scorer, self._policy = scorer, policy

    def explore(self, request: RiskAssessmentRequested) -> Explored:
        """What the engine in force says of a request, which is not kept. Raises Unavailable without a model."""
        if self._scorer is None or self._policy is None:
            raise no_model_in_force()
        [command] = self._assessed([request], self._scorer, self._policy)
        assert isinstance(command.found, Assessment)
        return explore(CreditRequest.of(request), command.found, self.numbers())

    async def prepare(self, requests: Sequence[RiskAssessmentRequested]) -> Sequence[AssessRisk]:
        """The commands of a poll, each with its assessment. One that cannot be assessed does not spoil the others.

        A service without a model does not start; should there be none all the same, the messages wait: Unavailable.
        """
        if self._scorer is None or self._policy is None:
            raise no_model_in_force()
        try:
            return self._assessed(requests, self._scorer, self._policy)
        except Exception:
            return [self._assessed_alone(request, self._scorer, self._policy) for request in requests]

    def _assessed(
        self, requests: Sequence[RiskAssessmentRequested], scorer: Scorer, policy: Policy
    ) -> Sequence[AssessRisk]:
        credit = [CreditRequest.of(request) for request in requests]
        versions = Versions(scorer.model_version, scorer.scorecard_version, policy.version)
        found = assess(credit, scorer.score(credit), scorer.scorecard, self.numbers(), policy, versions)
        return [AssessRisk(request, one) for request, one in zip(requests, found, strict=True)]

    def _assessed_alone(self, request: RiskAssessmentRequested, scorer: Scorer, policy: Policy) -> AssessRisk:
        try:
            return self._assessed([request], scorer, policy)[0]
        except Exception as error:  # told when the command runs: the message is tried again, then a dead letter
            return AssessRisk(request, error)

    def numbers(self) -> InForce:
        """The parameters of the day, parsed once until they change."""
        values = self._numbers()
        if values is not self._values or self._in_force is None:
            self._values, self._in_force = values, InForce.of(values)
        return self._in_force
