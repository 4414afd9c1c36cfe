"""Whether somebody may see a customer: application-svc is asked in his own name, so that its rules of branches hold."""

from uuid import UUID

import aiohttp
import orjson

from integration_gateway.clients.customers.application_svc.adapter import TIMEOUT_S
from loan_servicekit.core import DomainError, Forbidden, NotFound, Unavailable

_REFUSED: dict[int, type[DomainError]] = {403: Forbidden, 404: NotFound}


class CustomerFolder:
    """Implements `CustomerFiles`; it can be asked once it is open."""

    def __init__(self, url: str) -> None:
        self._url = f"{url.rstrip('/')}/v1/customers"
        self._session: aiohttp.ClientSession | None = None

    def open(self, session: aiohttp.ClientSession) -> None:
        """From now on it asks with this."""
        self._session = session

    async def require(self, customer_id: UUID, authorization: str) -> None:
        """Raises what the owner of customers raises."""
        gone = Unavailable("customers-unavailable", "application-svc does not answer")
        if self._session is None:
            raise gone
        try:
            timeout, headers = aiohttp.ClientTimeout(total=TIMEOUT_S), {"Authorization": authorization}
            async with self._session.get(f"{self._url}/{customer_id}", headers=headers, timeout=timeout) as answer:
                text = await answer.read()
                if answer.status in _REFUSED:
                    problem = orjson.loads(text)
                    raise _REFUSED[answer.status](problem["code"], problem.get("detail", ""))
                if answer.status != 200:
                    raise gone
        except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError) as error:
            raise gone from error
