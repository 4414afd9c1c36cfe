"""What is asked outside: by which providers, how it is kept, and what is kept fresh about them: who is held by hand, in
every process, and the ledger of what calls come to."""

import logging
from dataclasses import dataclass
from typing import Final

from integration_gateway.clients.providers import Providers, ProviderSettings
from integration_gateway.persistence.providers.ledger import SqlLedgerDays
from integration_gateway.persistence.sources.queries import SqlCollectionQueries
from integration_gateway.persistence.sources.sealing import SourceSeals
from integration_gateway.persistence.switches import held_providers
from integration_gateway.use_cases.providers.ledger import Ledger
from integration_gateway.use_cases.sources.collect import Collecting, Reusing
from loan_servicekit.core import Unavailable
from loan_servicekit.db.queries import Reader
from loan_servicekit.jobs import Where
from loan_servicekit.service import Service

log = logging.getLogger(__name__)

HOLD_EVERY_S: Final = 2.0
KEEP_EVERY_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class SourceSide:
    """What collections work with."""

    service: Service
    providers: Providers
    ledger: Ledger
    days: SqlLedgerDays
    seals: SourceSeals
    collections: SqlCollectionQueries

    @classmethod
    def of(cls, service: Service, told: ProviderSettings, field_keys: str, reader: Reader) -> "SourceSide":
        """Before the service begins; from its start to its end what is known of providers is kept fresh."""
        days, seals = SqlLedgerDays(service.engine), SourceSeals.parse(field_keys)
        ledger = Ledger(days, service.clock)
        providers = Providers(told, service.clock, ledger, service.parameters.today)
        _keep_fresh(service, providers, reader, ledger)
        return cls(service, providers, ledger, days, seals, SqlCollectionQueries(reader, seals))

    def collecting(self) -> Collecting:
        """What asks the sources of an application, once lines can be had."""
        sources = self.providers.collector()
        self.service.on_stop.append(sources.close)
        reusing = Reusing(self.collections, self.providers.policies, self.ledger)
        return Collecting(sources, reusing, self.seals, self.service.clock)


def _keep_fresh(service: Service, providers: Providers, reader: Reader, ledger: Ledger) -> None:
    async def hold() -> None:
        providers.hold(await held_providers(reader))

    async def keep_last() -> None:
        try:
            await ledger.keep()
        except Unavailable as outage:
            log.warning("provider_days.lost", extra={"error": repr(outage)})

    service.every(HOLD_EVERY_S, hold, Where.EVERYWHERE, name="hold providers")
    service.every(KEEP_EVERY_S, ledger.keep, name="keep provider days")
    service.on_start.append(ledger.keep)
    service.on_stop.append(keep_last)
