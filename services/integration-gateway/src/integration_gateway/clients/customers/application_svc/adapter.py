"""Who a customer is: asked of the owner's API with a purpose, many at once; nothing of it is kept."""

import time
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import aiohttp
import orjson

from integration_gateway.clients.wire import Json
from integration_gateway.domain.customers.subject import Consent, CustomerIdentity, Payee, Subject
from loan_contracts.values import IdentityPurpose, Source
from loan_servicekit.core import Unavailable, new_id

TIMEOUT_S = 10.0
RENEW_BEFORE_S = 30.0
MOST_AT_ONCE = 200


class ServiceToken:
    """The gateway's own token, by client credentials; renewed before it runs out."""

    def __init__(self, session: aiohttp.ClientSession, issuer: str, client_id: str, client_secret: str) -> None:
        self._session, self._issuer = session, issuer.rstrip("/")
        self._client_id, self._client_secret = client_id, client_secret
        self._token, self._until = "", 0.0

    async def get(self) -> str:
        """A token that is valid for a while; raises Unavailable where the issuer does not answer."""
        if time.monotonic() < self._until:
            return self._token
        try:
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            async with self._session.get(f"{self._issuer}/.well-known/openid-configuration", timeout=timeout) as answer:
                endpoint = orjson.loads(await answer.read())["token_endpoint"]
            form = aiohttp.FormData({"grant_type": "client_credentials"})
            basic = aiohttp.BasicAuth(self._client_id, self._client_secret)
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            async with self._session.post(endpoint, data=form, auth=basic, headers=kind, timeout=timeout) as answer:
                granted = orjson.loads(await answer.read())
                self._token = granted["access_token"]
        except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError) as error:
            raise Unavailable("issuer-unavailable", "the sign-in service gives no token") from error
        self._until = time.monotonic() + max(1.0, float(granted.get("expires_in", 60)) - RENEW_BEFORE_S)
        return self._token

    def forget(self) -> None:
        """The token was refused, as after a change of the issuer's keys: the next call asks for a new one."""
        self._until = 0.0


class CustomerDirectory:
    """Implements `Customers`."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: ServiceToken) -> None:
        self._session, self._url, self._token = session, f"{url.rstrip('/')}/v1/customers/identities", token

    async def identities(self, ids: Sequence[UUID], purpose: IdentityPurpose) -> dict[UUID, CustomerIdentity]:
        """The identities of the known ones among `ids`. Raises Unavailable."""
        found: dict[UUID, CustomerIdentity] = {}
        wanted = list(dict.fromkeys(ids))
        for start in range(0, len(wanted), MOST_AT_ONCE):
            for item in await self._ask(wanted[start : start + MOST_AT_ONCE], purpose):
                identity = _identity(item, purpose)
                found[identity.customer_id] = identity
        return found

    async def _ask(self, ids: Sequence[UUID], purpose: IdentityPurpose) -> list[Json]:
        body = orjson.dumps({"ids": [str(id) for id in ids], "purpose": purpose.value})
        headers = {"Authorization": f"Bearer {await self._token.get()}", "Idempotency-Key": str(new_id())}
        try:
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            async with self._session.post(self._url, data=body, headers=headers, timeout=timeout) as answer:
                text = await answer.read()
                if answer.status == 401:
                    self._token.forget()
                if answer.status != 200:
                    raise Unavailable("identities-unavailable", f"application-svc answers {answer.status}")
                items: list[Json] = orjson.loads(text)["items"]
                return items
        except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError) as error:
            raise Unavailable("identities-unavailable", "application-svc does not answer") from error


def _identity(item: Json, purpose: IdentityPurpose) -> CustomerIdentity:
    subject = Subject(
        identity_number=item["identity_number"],
        name=item["name"],
        mobile=item["mobile"],
        card=item.get("card"),
        card_token=item.get("card_token"),
        organisation_code=item.get("organisation_code"),
        payees={
            each["token"]: Payee(each["name"], each["account"], each["registration"])
            for each in item.get("payees") or ()
        },
    )
    # Only who asks sources needs consents; for other purposes the owner tells none, or they are of no interest.
    consents = map(_consent, item.get("consents") or ()) if purpose is IdentityPurpose.LOAN_APPROVAL else ()
    return CustomerIdentity(UUID(item["customer_id"]), subject, {c.source: c for c in consents})


def _consent(item: Json) -> Consent:
    return Consent(
        UUID(item["consent_id"]),
        Source(item["source"]),
        item["purpose_code"],
        datetime.fromisoformat(item["valid_from"]),
        _time(item.get("valid_until")),
        _time(item.get("withdrawn_at")),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
