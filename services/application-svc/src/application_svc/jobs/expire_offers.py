"""What happens by itself when time passes: offers run out."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from application_svc.persistence.preloads import SqlPreloads
from application_svc.use_cases.contracts.expire_offer import ExpireOffer, expire_offer
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.transactor import Work

log = logging.getLogger(__name__)

EVERY_S = 60.0
AT_ONCE = 200
ACTOR = "application-svc"
DUE = f"select id from applications where open_until <= $1 order by open_until limit {AT_ONCE}"
RunAll = Callable[[Sequence[Work]], Awaitable[list[Any]]]


class OfferTimer:
    """Ends offers that nobody has signed in time. Several processes may run it: an offer ends once."""

    def __init__(self, reader: Reader, preloads: SqlPreloads, run_all: RunAll, clock: Clock) -> None:
        self._reader, self._preloads, self._run_all, self._clock = reader, preloads, run_all, clock

    async def expire_due(self) -> int:
        """Ends the offers that have run out until now, at most a batch; how many there were."""
        ids = [row[0] for row in await self._reader.rows(DUE, self._clock())]
        cause = Cause(ACTOR)
        await self._run_all(
            [Work(expire_offer, ExpireOffer(id), cause, preload=self._preloads.applications) for id in ids]
        )
        return len(ids)

    async def run(self) -> None:
        """Looks every minute; an outage is waited out."""
        while True:
            try:
                while await self.expire_due() == AT_ONCE:
                    pass
            except Exception as error:
                log.warning("offers.not_expired", extra={"error": repr(error)})
            await asyncio.sleep(EVERY_S)
