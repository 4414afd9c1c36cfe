"""`python -m bench.gateway [spread] [hanging] [collections] [signing] [reuse]`: what a collection costs beside its
calls.

Seven sources, eight calls: the courts are asked about the person and his business. Providers are a process of their own
that answers at once, or by distributions that are known here too (bench.instant); customers differ, so that no call
is spared. A collection is one as the desk asks for it, from customer and consents to the sealed answers; the row that
keeps it is part of `make bench`, not of this.
"""

import argparse
import asyncio
import base64
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4, uuid5

import aiohttp
import orjson
from cryptography.hazmat.primitives.asymmetric import rsa

from bench.instant import PLACES, delay_s
from bench.results import keep
from integration_gateway.clients.outbound import http_session
from integration_gateway.clients.payments.unionpay import envelope as unionpay
from integration_gateway.clients.providers import Providers, ProviderSettings
from integration_gateway.clients.tencent import envelope as tencent
from integration_gateway.domain.customers.subject import Consent, CustomerIdentity, Subject
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.sources.answer import Answer, KeptAnswer
from integration_gateway.domain.sources.request import Collect
from integration_gateway.persistence.sources.found import packed
from integration_gateway.persistence.sources.queries import SqlCollectionQueries
from integration_gateway.persistence.sources.sealing import SourceSeals
from integration_gateway.use_cases.providers.ledger import Counted, DayRecord, DifferenceRecord, Ledger
from integration_gateway.use_cases.sources.collect import Collecting, Reusing
from integration_gateway.use_cases.sources.finish_collection import FinishCollection
from integration_gateway.use_cases.sources.ports import Found
from loan_contracts.values import Source, SourceStatus
from loan_devstack.running.testing import postgres_for_tests
from loan_servicekit.core import Cause, utc_now
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.queries import Reader
from loan_servicekit.testing import Databases, provisioned

MIGRATIONS = Path(__file__).parent.parent / "services" / "integration-gateway" / "migrations"
SOURCES = (Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE, Source.TAX, Source.COURT,
           Source.REGISTRY)  # fmt: skip
CALLS = len(SOURCES) + 1
CHOSEN = {"identity": "nciic", "telecom": "carrier"}
ROWS = {"tencent": {"credentials": "nowhere"}}  # who is built and not asked: nobody sends a photo
FIELD_KEYS = "bench:" + base64.b64encode(bytes(32)).decode()
UNDER_WAY = 24
COMPANY = "91990101MA0DEM0051"
HUNG_MS = 1_000
PARTS = ("spread", "hanging", "collections", "signing", "reuse")
"""What is measured."""


class Days:
    """Days of the ledger that nobody keeps."""

    async def add(self, counted: Counted) -> None:
        """Forgets it."""

    async def day(self, day: date) -> Sequence[DayRecord]:
        """None."""
        return []

    async def differences(self, day: date) -> Sequence[DifferenceRecord]:
        """None."""
        return []


class NoPhotos:
    """Nobody has sent one."""

    async def photo_of(self, application: str) -> bytes | None:
        """None."""
        return None


class Nothing:
    """No earlier answers."""

    async def answers(self, collections: object, sources: object, about: object) -> dict[Source, Answer[object]]:
        """None."""
        return {}


def a_collection(number: int) -> tuple[WorkItem[Collect], CustomerIdentity]:
    """What is asked for, and about whom: each another."""
    since = utc_now() - timedelta(days=1)
    consents = {source: Consent(uuid4(), source, "02", since) for source in SOURCES}
    subject = Subject(f"99010119900{number:07}"[:18], f"示例{number}", f"138{number:08}", organisation_code=COMPANY)
    customer = CustomerIdentity(uuid4(), subject, consents)
    work = Collect(uuid4(), uuid4(), customer.customer_id, SOURCES, "02")
    return WorkItem(uuid4(), work, 0, utc_now(), Cause("bench")), customer


class Gateway:
    """The collecting part of the gateway, over a session of its own."""

    def __init__(self, session: aiohttp.ClientSession, url: str, values: dict[str, str]) -> None:
        ledger = Ledger(Days(), utc_now)
        providers = Providers(ProviderSettings(url, 60, 60, ROWS, CHOSEN), utc_now, ledger, lambda: values)
        providers.open(session, NoPhotos())
        self.seals = SourceSeals.parse(FIELD_KEYS)
        self.reusing = Reusing(Nothing(), providers.policies, ledger)
        self.collecting = Collecting(providers.collector(), self.reusing, self.seals, utc_now)

    async def collect(self, number: int) -> FinishCollection:
        """One collection, all of whose sources have answered unless they hang."""
        return await self.collecting.collect(*a_collection(number))


@asynccontextmanager
async def providers_at(mode: str):  # type: ignore[no-untyped-def]
    """Address of the providers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "bench.instant", str(port)], cwd=Path(__file__).parent.parent)
    try:
        for _ in range(200):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                break
            except OSError:
                await asyncio.sleep(0.05)
        yield f"http://127.0.0.1:{port}/{mode}"
    finally:
        process.kill()
        process.wait()


async def in_turn(count: int, one: Callable[[int], Awaitable[object]]) -> float:
    """Seconds for so many, with some under way at a time."""
    numbers = iter(range(count))

    async def client() -> None:
        for number in numbers:
            await one(number)

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(UNDER_WAY)))
    return time.perf_counter() - began


def all_hit(found: FinishCollection, but: Source | None = None) -> None:
    """What is measured did happen."""
    statuses = {source: answer.status for source, answer in found.found.answers.items()}
    wrong = {source: status for source, status in statuses.items() if status is not SourceStatus.HIT and source != but}
    assert not wrong and len(statuses) == len(SOURCES), wrong


async def collections(count: int) -> None:
    """Collections a second with instant providers, beside bare calls of the same number."""
    async with providers_at("instant") as url, http_session() as session:
        gateway = Gateway(session, url, {})
        question = orjson.dumps(
            {"request_id": str(uuid4()), "subject": {"name": "示例", "id_type": "10", "id_no": "990101199003078017"},
             "biz_no": str(uuid4()), "consent_id": str(uuid4()), "purpose_code": "02", "operator": "xinliu",
             "channel": "API", "ts": utc_now().isoformat()}
        )  # fmt: skip
        places = [url + place for place in PLACES]
        addresses = [*places, places[-2]]
        assert len(addresses) == CALLS

        async def call(address: str) -> None:
            async with session.post(address, data=question) as answer:
                assert answer.status == 200 and await answer.read()

        async def bare(_: int) -> None:
            await asyncio.gather(*(call(address) for address in addresses))

        async def collect(number: int) -> None:
            all_hit(await gateway.collect(number))

        await in_turn(count // 10, bare)
        await in_turn(count // 10, collect)
        floor_s, cpu = await in_turn(count, bare), time.process_time()
        took_s = await in_turn(count, collect)
        cpu = time.process_time() - cpu
    setup = (
        f"{count} collections of {len(SOURCES)} sources ({CALLS} calls) with instant providers, {UNDER_WAY} under way;"
        " floor: a bare client makes the same number of calls in the same run"
    )
    keep("gateway_collections", round(count / took_s, 1), "collections/s", round(count / floor_s, 1), setup,
         times_the_floor=round(took_s / floor_s, 2), cpu_ms=round(cpu * 1000 / count, 3))  # fmt: skip


async def spread(count: int, rate: float) -> None:
    """How long collections take beside the slowest of their calls, each offered at its time."""
    took: list[float] = []
    slowest: list[float] = []
    async with providers_at("spread") as url, http_session() as session:
        gateway = Gateway(session, url, {})
        for number in range(UNDER_WAY):
            await gateway.collect(1_000_000 + number)

        async def one(number: int) -> None:
            item, customer = a_collection(number)
            began = time.perf_counter()
            found = await gateway.collecting.collect(item, customer)
            took.append(time.perf_counter() - began)
            all_hit(found)
            calls = [(item.id, *each) for each in PLACES.values()]
            calls.append((uuid5(item.id, COMPANY), *PLACES["/courts/v1/records"]))  # asked about the business too
            slowest.append(max(delay_s(str(id).encode(), name, median) for id, name, median in calls))

        tasks = []
        for number in range(count):
            tasks.append(asyncio.create_task(one(number)))
            await asyncio.sleep(1 / rate)
        await asyncio.gather(*tasks)
    p99, floor = at(took, 0.99), at(slowest, 0.99)
    setup = f"{count} collections of {len(SOURCES)} sources at {rate:g}/s; floor: the slowest of each one's calls"
    keep("gateway_spread_p99", round(p99 * 1000, 1), "ms", round(floor * 1000, 1), setup,
         p50_ms=round(at(took, 0.5) * 1000, 1), floor_p50_ms=round(at(slowest, 0.5) * 1000, 1))  # fmt: skip


async def hanging(count: int, rate: float) -> None:
    """One provider says nothing: a collection takes his time and no more."""
    values = {"provider.court.courts": orjson.dumps({"timeout_ms": HUNG_MS, "in_flight": 1000}).decode()}
    took: list[float] = []
    async with providers_at("hanging") as url, http_session() as session:
        gateway = Gateway(session, url, values)

        async def one(number: int) -> None:
            began = time.perf_counter()
            found = await gateway.collect(number)
            took.append(time.perf_counter() - began)
            all_hit(found, but=Source.COURT)

        tasks = []
        for number in range(count):
            tasks.append(asyncio.create_task(one(number)))
            await asyncio.sleep(1 / rate)
        await asyncio.gather(*tasks)
    setup = f"{count} collections at {rate:g}/s, the courts hang within {HUNG_MS} ms; floor: these {HUNG_MS} ms"
    keep("gateway_hanging_p99", round(at(took, 0.99) * 1000, 1), "ms", HUNG_MS, setup)


def signing(count: int) -> None:
    """CPU of a signature."""
    service = tencent.Service("faceid", "2018-03-01", "https://faceid.tencentcloudapi.com/")
    keys, body = tencent.TencentKeys("id" * 18, "key" * 10), orjson.dumps({"IdCard": "9" * 18, "Name": "示例"})
    key = rsa.generate_private_key(65537, 2048)
    fields = {f"field{number}": f"value {number}" for number in range(24)}

    def cpu_ms(sign: Callable[[], object]) -> float:
        sign()
        began = time.process_time()
        for _ in range(count):
            sign()
        return round((time.process_time() - began) * 1000 / count, 4)

    setup = f"{count} signatures one after another; floor: what a call may cost"
    now = datetime.now(UTC)
    keep(
        "gateway_signing_tc3",
        cpu_ms(lambda: tencent.signed(service, "IdCardVerification", body, keys, now)),
        "ms",
        1.0,
        setup,
    )
    keep("gateway_signing_unionpay", cpu_ms(lambda: unionpay.signed(fields, key, "1")), "ms", 1.0, setup + "; RSA-2048")


async def reuse(count: int) -> None:
    """Answers that stand again, from the database, each for another customer."""
    values = {f"provider.{source.value.lower()}.{name}": '{"reuse_hours": 24}' for source, name in zip(
        SOURCES, ("nciic", "carrier", "pboc", "social_fund", "tax_bureau", "courts", "samr"), strict=True)}  # fmt: skip
    with postgres_for_tests() as admin:
        databases = Databases(admin)
        async with provisioned(databases, MIGRATIONS) as address, http_session() as session:
            engine = create_engine(address, "bench")
            async with providers_at("instant") as url:
                gateway = Gateway(session, url, values)
                asked = [await kept(gateway, engine, number) for number in range(count)]
                earlier = SqlCollectionQueries(Reader(engine), gateway.seals)
                collecting = replace(gateway.collecting, reusing=replace(gateway.reusing, earlier=earlier))

                async def again(number: int) -> None:
                    item, customer = asked[number]
                    found = await collecting.collect(item, customer)
                    assert all(each.reused_from for each in found.found.answers.values())

                await in_turn(count // 10, again)
                took_s = await in_turn(count, again)
            await engine.dispose()
        await databases.close()
    setup = f"{count} collections of {len(SOURCES)} sources, all of whose answers stand again; {UNDER_WAY} under way"
    keep("gateway_reused", round(count * len(SOURCES) / took_s, 1), "answers/s", None, setup)


async def kept(gateway: Gateway, engine: object, number: int) -> tuple[WorkItem[Collect], CustomerIdentity]:
    """A collection that is kept, and the next one about the same customer."""
    item, customer = a_collection(number)
    done = await gateway.collecting.collect(item, customer)
    all_hit(done)
    found = Found(done.found.facts(), [KeptAnswer.of(each) for each in done.found.answers.values()], done.subject)
    async with engine.begin() as connection:  # type: ignore[attr-defined]
        await connection.exec_driver_sql(
            "insert into collections (request_id, application_id, customer_id, purpose_code, collected_at, found, raw,"
            " report_at) values ($1, $2, $3, '02', now(), $4, $5, now())",
            (item.id, item.work.application_id, customer.customer_id, packed(found), done.raw),
        )
    return replace(item, id=uuid4(), work=replace(item.work, earlier=(item.id,))), customer


def at(values: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    found = sorted(values)
    return found[min(len(found) - 1, int(len(found) * share))]


def main() -> int:
    """Runs what is asked for, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench.gateway", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parser.add_argument("--collections", type=int, default=2_000)
    asked = parser.parse_args()
    few = max(100, asked.collections // 4)
    for part in asked.parts:
        match part:
            case "spread":
                asyncio.run(spread(few, 20.0))
            case "hanging":
                asyncio.run(hanging(few, 20.0))
            case "collections":
                asyncio.run(collections(asked.collections))
            case "signing":
                signing(1_000)
            case "reuse":
                asyncio.run(reuse(few))
    return 0


if __name__ == "__main__":
    sys.exit(main())
