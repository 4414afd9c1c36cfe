"""Signatures at a provider: how they stand, and their work at the desk where one was chosen."""

from collections.abc import Awaitable, Callable, Mapping

import aiohttp
from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.clients.customers.application_svc.adapter import CustomerDirectory, ServiceToken
from integration_gateway.clients.customers.application_svc.calls import Calls
from integration_gateway.clients.customers.application_svc.contracts import ContractDesk
from integration_gateway.clients.signatures.paper import ContractPaper
from integration_gateway.domain.desk.work import Kind
from integration_gateway.jobs.desk import DeskJobs
from integration_gateway.persistence.desk import bodies
from integration_gateway.persistence.desk.leases import SqlLeases
from integration_gateway.persistence.signatures.flows import SqlFlows
from integration_gateway.use_cases.desk.ports import Finish
from integration_gateway.use_cases.ends import UnitOfWork
from integration_gateway.use_cases.signatures.ports import Signatures
from integration_gateway.use_cases.signatures.sign import Signing
from integration_gateway.use_cases.signatures.standing import Standing
from loan_servicekit.service import Service


class SignatureSide:
    """What is opened for signatures."""

    def __init__(self, service: Service, desk: DeskJobs, provider: Callable[[], Signatures | None], url: str) -> None:
        self._clock, self._desk, self._provider, self._url = service.clock, desk, provider, url
        self._customers: CustomerDirectory | None = None
        self.standing = Standing(provider, SqlFlows(service.engine), self._directory, service.clock)

    async def open(
        self,
        leases: tuple[AsyncEngine, str, str],
        customers: CustomerDirectory,
        session: aiohttp.ClientSession,
        token: ServiceToken,
        finished: Callable[[Finish[UnitOfWork]], Awaitable[None]],
    ) -> None:
        """From now on contracts are signed, where a provider was chosen."""
        self._customers = customers
        if (provider := self._provider()) is None:
            return
        calls = Calls()
        calls.open(session, token)
        contracts = ContractDesk(calls, self._url)
        signing = Signing(provider, contracts, ContractPaper(), self.standing.flows, customers, self._clock)
        await self._desk.add(Kind.SIGN, SqlLeases(*leases, Kind.SIGN, bodies.SIGN), signing.plan, finished)

    async def heard(self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes) -> None:
        """A call of the provider's: the contract that it is about is asked about now."""
        if await self.standing.heard(headers, query, body):
            self._desk.taken_in([Kind.SIGN])

    def _directory(self) -> CustomerDirectory:
        assert self._customers is not None, "the service has not begun"
        return self._customers
