"""Which policy decides, as a transaction sees and changes it."""

import json

from loan_servicekit.core import Conflict
from loan_servicekit.db.unit_of_work import UnitOfWork
from risk_svc.domain.policy.proposal import PolicyProposal
from risk_svc.persistence.registry import ACTIVE_POLICY, ADD_POLICY, OFF, ONE_AT_A_TIME


class SqlPoliciesInForce:
    """Implements `use_cases.policy.ports.PoliciesInForce`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def version(self, name: str) -> str | None:
        """The version in force, as the transaction sees it."""
        rows = await self._uow.read(ACTIVE_POLICY, name)
        return str(rows[0][0]) if rows else None

    async def put(self, proposal: PolicyProposal, approved_by: str) -> None:
        """Puts a proposal in force in place of the policy before it. Raises Conflict where it is in force already."""
        await self._uow.read(ONE_AT_A_TIME)
        if await self.version(proposal.name) == proposal.policy_version:
            raise Conflict("policy-in-force", f"{proposal.policy_version} is in force already")
        await self._uow.read(OFF, proposal.name)
        content, examples = proposal.content.encode(), json.dumps(proposal.examples)
        added = (proposal.policy_version, proposal.name, content, examples, approved_by)
        await self._uow.read(f"{ADD_POLICY} returning version", *added)
