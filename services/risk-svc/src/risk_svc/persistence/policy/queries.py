"""Reads of policies for the API."""

import json
from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from risk_svc.domain.policy.proposal import PolicyProposal
from risk_svc.persistence.policy.tables import POLICY_PROPOSALS
from risk_svc.use_cases.policy.ports import RegisteredPolicy

POLICIES = "select version, name, content, active, registered_at, approved_by from policies order by registered_at desc"


class SqlPolicyQueries:
    """Implements `use_cases.policy.ports.PolicyQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def policies(self) -> Sequence[RegisteredPolicy]:
        """All registered decision graphs, newest first."""
        return [
            RegisteredPolicy(
                version=row.version,
                name=row.name,
                content=json.loads(bytes(row.content)),
                active=row.active,
                registered_at=row.registered_at,
                approved_by=row.approved_by,
            )
            for row in await self._reader.rows(POLICIES)
        ]

    async def proposals(self, before: UUID | None, limit: int) -> Sequence[PolicyProposal]:
        """Proposed policies, newest first, from the one after `before`."""
        where = "($1::uuid is null or id < $1) order by id desc limit $2"
        return await self._reader.aggregates(POLICY_PROPOSALS, where, before, limit)

    async def proposal(self, proposal_id: UUID) -> PolicyProposal | None:
        """One proposed policy."""
        found = await self._reader.aggregates(POLICY_PROPOSALS, "id = $1", proposal_id)
        return found[0] if found else None
