"""`python -m bench.webhooks [--messages N] [--partners N]`: how many webhooks a second one gateway tells.

Messages are written by SQL, as many to each partner; the clock runs from the first that has arrived to the last. Floor:
the same messages, signed and posted to the same endpoint by a bare client with as many under way.
"""

import argparse
import asyncio
import base64
import json
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID, uuid4

import aiohttp
import asyncpg

from bench.cpu import Meter
from bench.results import keep
from integration_gateway.domain.partners.webhook import SECRET_PREFIX, signature
from loan_devstack import secret_store
from loan_devstack.running import state
from loan_devstack.running.control import System
from loan_devstack.running.system import FIELD_KEYS
from loan_servicekit.db.crypto import FieldCipher

SERVICE = "integration-gateway"
AROUND = ("postgres", "kafka", "edge", "migrate", SERVICE)
VAR = Path(__file__).parent.parent / "var" / "bench" / "webhooks"
SINK = """
import asyncio, sys
class Hook(asyncio.Protocol):
    def connection_made(self, transport): self.to, self.kept = transport, b""
    def data_received(self, data):
        global count
        self.kept += data
        while True:
            head, end, rest = self.kept.partition(b"\\r\\n\\r\\n")
            if not end: return
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\\r\\n")[0])
            if len(rest) < length: return
            self.kept = rest[length:]
            self.to.write(b"HTTP/1.1 204 No Content\\r\\n\\r\\n")
async def main():
    server = await asyncio.get_running_loop().create_server(Hook, "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()
asyncio.run(main())
"""
DATA = {"application_id": str(uuid4()), "reference": "ORDER-1", "loan_id": str(uuid4()), "loan_no": "LN20260120000001",
        "principal_minor": 5_000_000, "value_date": "2026-01-20", "instalment_minor": 444_244}  # fmt: skip
UNDER_WAY = 256


async def fill(connection: asyncpg.Connection, partners: list[UUID], messages: int, url: str, sealed: str) -> None:
    """Endpoints of active partners, and what they are to be told: one message an application."""
    body = json.dumps({"type": "loan.disbursed", "timestamp": "2026-01-20T00:00:00Z", "data": DATA})
    for partner in partners:
        await connection.execute(
            "insert into webhook_endpoints (partner_id, url, secrets, changed_by, changed_at)"
            " values ($1, $2, $3, 'u', now()) on conflict do nothing",
            partner, url, json.dumps([{"sealed": sealed, "expires_at": None}]),
        )  # fmt: skip
    await connection.execute(
        "insert into webhook_deliveries (id, application_id, partner_id, type, body, created_at, since, due_at)"
        " select gen_random_uuid(), gen_random_uuid(), ($1::uuid[])[1 + n % $2], 'loan.disbursed', $3, now(), now(),"
        " now() from generate_series(1, $4::int) as n",
        partners, len(partners), body, messages,
    )  # fmt: skip
    await connection.execute("analyze webhook_deliveries")


async def told(connection: asyncpg.Connection) -> float:
    """Seconds from the first delivery to the last, by the database's clock; waits for them."""
    while await connection.fetchval("select count(*) from webhook_deliveries where state <> 'DELIVERED'"):
        await asyncio.sleep(0.2)
    spread = await connection.fetchval(
        "select extract(epoch from max(finished_at) - min(finished_at)) from webhook_deliveries"
    )
    return float(spread)


async def floor(url: str, messages: int, secret: str) -> float:
    """Messages a second of a bare client."""
    body = json.dumps({"type": "loan.disbursed", "timestamp": "2026-01-20T00:00:00Z", "data": DATA}).encode()
    numbers = iter(range(messages))
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def client() -> None:
            for _ in numbers:
                id, at = str(uuid4()), int(time.time())
                headers = {"Content-Type": "application/json", "webhook-id": id, "webhook-timestamp": str(at),
                           "webhook-signature": signature([secret], id, at, body)}  # fmt: skip
                async with session.post(url, data=body, headers=headers) as answer:
                    assert answer.status == 204

        begun = time.perf_counter()
        await asyncio.gather(*(client() for _ in range(UNDER_WAY)))
        return messages / (time.perf_counter() - begun)


async def run(messages: int, count: int) -> None:
    """Measures both."""
    secret = SECRET_PREFIX + base64.b64encode(bytes(32)).decode()
    system = System(VAR, only=AROUND, environment={"LOG_LEVEL": "warning"})
    system.remove()
    with system:
        running, secrets = state.read(system.settings.run), secret_store.load(system.settings.var)
        assert running is not None
        port = system.settings.port_base + 95
        url = f"http://127.0.0.1:{port}/hook"
        sink = subprocess.Popen([sys.executable, "-c", SINK, str(port)])
        connection = await asyncpg.connect(system.admin_url("integration_gateway"))
        try:
            await asyncio.sleep(1)
            cipher = FieldCipher.parse(FIELD_KEYS[SERVICE](secrets))
            partners = [uuid4() for _ in range(count)]
            meter = Meter({name: p.identity.pid for name, p in running.processes.items() if p.identity})
            for partner in partners:  # each has one secret of its own, bound to it
                await fill(connection, [partner], 0, url, cipher.encrypt(secret.encode(), f"partners.secret {partner}"))
            await fill(connection, partners, messages, url, "")
            seconds = await told(connection)
            cpu = {
                name: round(s * 1000 / messages, 3) for name, s in meter.read().items() if name in ("postgres", SERVICE)
            }
            bare = await floor(url, messages, secret)
        finally:
            await connection.close()
            sink.kill()
    setup = (
        f"{messages} webhooks to {count} partners' endpoints of one process; floor: the same, signed and posted by a"
        f" bare client, {UNDER_WAY} under way"
    )
    keep("webhooks", round(messages / seconds, 1), "messages/s", round(bare, 1), setup, cpu_ms=cpu)


def main() -> int:
    """Runs it."""
    parser = argparse.ArgumentParser(prog="python -m bench.webhooks", description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--partners", type=int, default=32)
    asked = parser.parse_args()
    asyncio.run(run(asked.messages, asked.partners))
    return 0


if __name__ == "__main__":
    sys.exit(main())
