"""What of a case its reader may see beside its course."""

from collections.abc import Sequence
from dataclasses import dataclass

from loan_contracts.values import FlowTaken
from loan_servicekit.core import Caller
from workflow_svc.domain.definitions.vocabulary import LENDING


@dataclass(frozen=True, slots=True)
class Sight:
    """Whether he may see what was assessed, and what was screened."""

    assessment: bool
    screening: bool

    @classmethod
    def of(cls, caller: Caller, branch: str) -> "Sight":
        """By the caller's permissions, each with the branches that it holds for."""

        def may(permission: str) -> bool:
            everywhere = permission in caller.everywhere
            return permission in caller.permissions and (everywhere or caller.branch == branch)

        return cls(may("assessment.read"), may("screening.read"))


ALL = Sight(assessment=True, screening=True)
SCREENED = LENDING.questions["fraud-screening.requested"].brings.keys()
WITHHELD = "withheld"


def shown_flows(flows: Sequence[FlowTaken], sight: Sight) -> list[FlowTaken]:
    """Where the process turned; what screening has found only for who may know it."""
    if sight.screening:
        return list(flows)
    return [
        flow.model_copy(update={"values": {n: WITHHELD if n in SCREENED else v for n, v in flow.values.items()}})
        for flow in flows
    ]
