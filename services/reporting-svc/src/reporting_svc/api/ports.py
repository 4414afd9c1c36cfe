"""What the routes work with."""

from dataclasses import dataclass
from typing import TypeAlias

from loan_servicekit.http import RequestContext
from reporting_svc.domain.evidence.seals import Marks
from reporting_svc.operations import Operations
from reporting_svc.use_cases.evidence.ports import EvidenceQueries, HowFar
from reporting_svc.use_cases.live.ports import Following
from reporting_svc.use_cases.projections.ports import FunnelQueries
from reporting_svc.use_cases.traces.ports import TraceQueries


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    marks: Marks
    evidence: EvidenceQueries
    recorders: HowFar
    funnel: FunnelQueries
    traces: TraceQueries
    live: Following


Context: TypeAlias = RequestContext[Ports]
