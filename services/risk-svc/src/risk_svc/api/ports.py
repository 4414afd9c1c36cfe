"""What the routes work with."""

from dataclasses import dataclass
from typing import TypeAlias

from loan_servicekit.http import RequestContext
from risk_svc.operations import Operations
from risk_svc.use_cases.assessment.ports import AssessmentQueries, Engine
from risk_svc.use_cases.monitoring.ports import ModelQueries
from risk_svc.use_cases.policy.ports import PolicyDesk, PolicyQueries


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    assessments: AssessmentQueries
    engine: Engine
    models: ModelQueries
    policies: PolicyQueries
    desk: PolicyDesk


Context: TypeAlias = RequestContext[Ports]
