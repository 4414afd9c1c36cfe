"""Contracts to be signed, and those that were: application-svc draws them up and keeps them."""

from base64 import b64encode
from datetime import datetime
from uuid import UUID

import orjson

from integration_gateway.clients.customers.application_svc.calls import Calls
from integration_gateway.domain.signatures.signing import Flow, ToSign
from loan_servicekit.core import NotFound, Unavailable


class ContractDesk:
    """Implements `Contracts`."""

    def __init__(self, calls: Calls, url: str) -> None:
        self._calls, self._url = calls, f"{url.rstrip('/')}/v1/applications"

    async def to_sign(self, application_id: UUID) -> ToSign | None:
        """The contract of an application; None where there is none. Raises Unavailable."""
        url = f"{self._url}/{application_id}/contract-to-sign"
        try:
            told = await self._calls.made(_gone(), "GET", url, None, {})
        except NotFound:
            return None
        return ToSign(
            application_id=UUID(told["application_id"]),
            customer_id=UUID(told["customer_id"]),
            contract_no=told["contract_no"],
            contract_hash=told["contract_hash"],
            content=told["content"],
            drawn_up_at=datetime.fromisoformat(told["drawn_up_at"]),
            expires_at=datetime.fromisoformat(told["expires_at"]),
            open=told["open"],
        )

    async def signed(self, flow: Flow, file: bytes) -> None:
        """It is signed. Raises Unavailable, and what application-svc refuses with. The key is the flow's: who hands it
        over again is answered alike."""
        body = {
            "contract_hash": flow.contract_hash,
            "reference": f"{flow.provider}:{flow.flow_id}",
            "content": b64encode(file).decode(),
        }
        url, key = f"{self._url}/{flow.application_id}/provider-signature", {"Idempotency-Key": str(flow.id)}
        await self._calls.made(_gone(), "POST", url, orjson.dumps(body), key)


def _gone() -> Unavailable:
    return Unavailable("applications-unavailable", "application-svc does not answer")
