"""Reads of projections."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from reporting_svc.domain.projections.funnel.funnel import FunnelRow


class FunnelQueries(Protocol):
    """Reads of how far applications have come."""

    async def branch_of(self, application_id: UUID) -> str | None:
        """The branch of an application whose submission has been heard of."""

    async def funnel(self, begin: datetime, end: datetime, product: str | None) -> Sequence[FunnelRow]:
        """The row of all applications submitted from `begin` until before `end`, then those by day and product."""
