"""What the routes work with."""

from dataclasses import dataclass
from typing import TypeAlias

from antifraud_svc.operations import Operations
from antifraud_svc.use_cases.ports import Queries
from loan_servicekit.http import RequestContext


@dataclass(frozen=True, slots=True)
class Ports:
    """What wiring gives to the routes."""

    operations: Operations
    queries: Queries


Context: TypeAlias = RequestContext[Ports]
