"""A whole service on its own database, without the bus:
requests through the real routes, messages through the worker."""

import asyncio
import base64
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from fastapi import FastAPI

from loan_contracts.applications import ContractSigned
from loan_contracts.envelope import Envelope
from loan_contracts.lending import PaymentRequested
from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES
from loan_contracts.seals import Seals
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.broker.access import Options
from loan_servicekit.db.outbox.bus import Acknowledgement
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.kafka.handling import Handling
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.service import Service

NO_BROKER = BrokerAccess("127.0.0.1:1", "PLAINTEXT")
SEAL_KEYS = {
    "contract_seal_keys": f"c1:{base64.b64encode(b'c' * 32).decode()}",
    "order_seal_keys": f"o1:{base64.b64encode(b'o' * 32).decode()}",
}
SEALS = {
    ContractSigned.TYPE: Seals.parse(SEAL_KEYS["contract_seal_keys"]),
    PaymentRequested.TYPE: Seals.parse(SEAL_KEYS["order_seal_keys"]),
}
ISSUER, AUDIENCE, KID = "http://issuer.test", "xinliu", "test"


class Signer:
    """Signs tokens that a service of the test trusts."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    def trusted_by(self, service: Service) -> None:
        """Makes the service trust this signer."""
        service.tokens.trust(KID, self._key.public_key())

    def token(
        self,
        *roles: str,
        subject: str = "u-test",
        branch: str | None = None,
        expires_in: int = 300,
        customer_id: UUID | None = None,
    ) -> str:
        """A token of a person with these roles; of a borrower with the customer that he is."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": subject,
            "roles": list(roles),
            "branch": branch,
            "iat": now,
            "exp": now + expires_in,
        } | ({"customer_id": str(customer_id)} if customer_id else {})
        return jwt.encode(claims, self._key, "ES256", {"kid": KID})

    def headers(self, *roles: str, **claims: Any) -> dict[str, str]:
        """The headers of a request by a person with these roles, with a new Idempotency-Key."""
        return {"Authorization": f"Bearer {self.token(*roles, **claims)}", "Idempotency-Key": str(uuid4())}


class _NoBus(Publisher):
    """Takes every record and sends none."""

    async def send(
        self, topic: str, value: bytes, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> Acknowledgement:
        """Is acknowledged at once."""
        done: Acknowledgement = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done


class Harness:
    """The service under test."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.service: Service = app.state.service
        self.signer = Signer()
        self.signer.trusted_by(self.service)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service.test")
        self.worker = Handling(
            self.service.name,
            self.service.subscriptions,
            self.service.transactor,
            self.service.dead_letters,
            _NoBus(NO_BROKER, ""),
            self.service.clock,
            "",
        )
        self._offset = 0

    async def start(self) -> "Harness":
        """Runs what the service does before it serves; not the bus, not the background tasks."""
        for begin in self.service.on_start:
            await begin()
        return self

    async def a_period_passes(self) -> None:
        """Each job that a process of this mode has takes its step once."""
        for job in self.service.own_jobs:
            await job.take()

    async def close(self) -> None:
        """Ends connections."""
        await self.client.aclose()
        for end in self.service.on_stop:
            await end()
        await self.service.engine.dispose()

    def record(self, message: Message, message_id: UUID | None = None, **envelope: Any) -> Record:
        """The record of a message, with the seal of its sender where it bears one
        and has none (an empty one is one)."""
        if message.TYPE in SEALS and message.seal is None:  # type: ignore[attr-defined]
            message = SEALS[message.TYPE].sealed(message)
        self._offset += 1
        made = Envelope(
            id=message_id or uuid4(),
            type=message.TYPE,
            source="test",
            time=self.service.clock(),
            subject=message.key,
            dataschema=message.dataschema(),
            correlation_id=message.about,
            **envelope,
        )
        return Record(message.TYPE, 0, self._offset, made.headers(), message.to_json())

    async def deliver(self, *messages: Message, twice: bool = True) -> list[object]:
        """Hands messages to the consumer in one batch, and once more: the second time must change nothing."""
        records = [self.record(message) for message in messages]
        outcomes = await self.worker.handle(records)
        if twice:
            before = await self.rows("select count(*) from outbox")
            await self.worker.handle(records)
            assert await self.rows("select count(*) from outbox") == before, "a second delivery had an effect"
        return outcomes

    async def rows(self, sql: str, *parameters: object) -> list[Any]:
        """Rows of a query on the service's database."""
        async with self.service.engine.connect() as connection:
            return [tuple(row) for row in (await connection.exec_driver_sql(sql, parameters)).all()]

    async def outbox(self, type: type[Message] | None = None) -> list[Any]:
        """The messages that the service has sent so far, in order."""
        rows = await self.rows("select type, value from outbox order by id")
        return [MESSAGES[t].from_json(bytes(v)) for t, v in rows if type is None or t == type.TYPE]


async def sent(harness: Harness, type: type[Message]) -> Any:
    """The one message of a type that was sent."""
    found = await harness.outbox(type)
    assert len(found) == 1, f"{len(found)} messages {type.TYPE}"
    return found[0]


def settings_values(database_url: str) -> Options:
    """Values of the settings that every service needs."""
    broker = {name.lower(): value for name, value in NO_BROKER.variables().items()}
    return {
        "profile": "development",
        "database_url": database_url,
        **broker,
        **SEAL_KEYS,
        "oidc_issuer": ISSUER,
        "oidc_audience": AUDIENCE,
        "commit_window_ms": 0,
    }
