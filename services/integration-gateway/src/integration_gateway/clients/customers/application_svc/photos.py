"""Photos that applicants have sent of themselves: application-svc keeps them, and records each look."""

from typing import Final

import aiohttp

from integration_gateway.clients.customers.application_svc.adapter import TIMEOUT_S, ServiceToken
from integration_gateway.clients.outbound import CallFailed
from loan_servicekit.core import Unavailable

LARGEST: Final = 20 << 20


class ApplicationPhotos:
    """Implements `Photos`."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: ServiceToken) -> None:
        self._session, self._url, self._token = session, f"{url.rstrip('/')}/v1/applications", token

    async def photo_of(self, application: str) -> bytes | None:
        """The newest one; None where there is none. Raises CallFailed: nobody outside was asked."""
        url = f"{self._url}/{application}/documents/face-photo"
        try:
            headers = {"Authorization": f"Bearer {await self._token.get()}"}
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            async with self._session.get(url, headers=headers, timeout=timeout) as answer:
                if answer.status == 404:
                    return None
                if answer.status == 401:
                    self._token.forget()
                if answer.status == 200 and (answer.content_length or 0) <= LARGEST:
                    return await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError, Unavailable):
            pass
        raise CallFailed("photo-unavailable", sent=False)
