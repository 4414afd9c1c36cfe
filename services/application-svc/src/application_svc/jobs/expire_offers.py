"""Ends offers that nobody has signed in time."""

from application_svc.operations import Operations
from application_svc.use_cases.contracts.expire_offer import ExpireOffer
from application_svc.use_cases.contracts.ports import ContractQueries
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.group_commit import GroupCommit

EVERY_S = 60.0
AT_ONCE = 200
ACTOR = "application-svc"


class OfferTimer:
    """Several processes may have one: an offer ends once."""

    def __init__(self, operations: Operations, queries: ContractQueries, commit: GroupCommit, clock: Clock) -> None:
        self._operations, self._queries, self._commit, self._clock = operations, queries, commit, clock

    async def expire_offers(self) -> None:
        """Ends every offer that has run out until now."""
        while await self.expire_due() == AT_ONCE:
            pass

    async def expire_due(self) -> int:
        """Ends the offers that have run out until now, at most a batch; how many there were."""
        ids = await self._queries.offers_run_out(self._clock(), AT_ONCE)
        commands = [ExpireOffer(id) for id in ids]
        await self._commit.perform_all(self._operations.expire_offer, commands, Cause(ACTOR))
        return len(ids)
