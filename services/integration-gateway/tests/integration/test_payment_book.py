"""The simulator as a process of its own: its payment book is the witness of what was paid, also after kill -9."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest
from outside_world import Outside

from integration_gateway.clients.outbound import http_session
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState, order_id
from loan_contracts.lending import PaymentDirection
from loan_servicekit.core import new_id, utc_now
from provider_simulator.payment_book import BookInUse, Entry, PaymentBook

COMMAND = (sys.executable, "-m", "provider_simulator", "--port", "0", "--without-data", "--book")


def outside_of(session: aiohttp.ClientSession, url: str, book: Path) -> Outside:
    """A simulator's providers, with the credentials that it has made beside its book."""
    return Outside(session, url, book / "credentials")


@contextmanager
def simulator(book: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A simulator process and its address."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PROFILE": "development"}
    process = subprocess.Popen([*COMMAND, str(book)], stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().removeprefix("simulator: ").strip(), process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def an_order(number: int) -> PaymentOrder:
    payment_id = new_id()
    return PaymentOrder(
        order_id=order_id(payment_id, PaymentDirection.PAY_OUT),
        direction=PaymentDirection.PAY_OUT,
        amount_minor=100_000 + number,
        ordered_at=utc_now().replace(microsecond=0),
        biz_no=f"L{number}",
        card="6209990000000000011",
        name="张测试",
        identity_number="990101199003078017",
    )


async def test_what_was_answered_is_in_the_book_after_kill_9_and_nothing_is_paid_twice(tmp_path: Path) -> None:
    orders = [an_order(number) for number in range(200)]
    with simulator(tmp_path) as (url, process):
        async with http_session() as session:
            payments = outside_of(session, url, tmp_path).payments(in_flight=8, breaker_failures=10_000)
            sent = [asyncio.create_task(payments.send(order)) for order in orders]
            await asyncio.wait(sent[:20], return_when=asyncio.FIRST_COMPLETED)
            process.send_signal(signal.SIGKILL)
            before = await asyncio.gather(*sent)
    with simulator(tmp_path) as (url, _):
        async with http_session() as session:
            outside = outside_of(session, url, tmp_path)
            kept = {item["order_id"]: item for item in (await outside.look("payments"))["items"]}
            answered = [result for result in before if result.code == "accepted"]
            assert 0 < len(answered) < len(orders)
            assert {result.order_id for result in answered} <= kept.keys()
            again = await asyncio.gather(*(outside.settle(order) for order in orders))
            book = (await outside.look("payments"))["items"]
    assert {result.state for result in again} == {PaymentState.SUCCESS}
    assert [item["order_id"] for item in book if item["state"] == "SUCCESS"].count(orders[0].order_id) == 1
    assert sorted(item["order_id"] for item in book) == sorted(order.order_id for order in orders)
    reference = {item["order_id"]: item["query_id"] for item in book}
    assert all(reference[result.order_id] == result.channel_reference for result in answered)
    assert len(set(reference.values())) == len(orders)


def test_a_second_simulator_refuses_the_book_of_the_first(tmp_path: Path) -> None:
    with simulator(tmp_path) as (url, _):
        assert url.startswith("http://127.0.0.1:")
        second = subprocess.run(
            [*COMMAND, str(tmp_path)],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PROFILE": "development"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert second.returncode == 1
    assert "payment book" in second.stderr


@pytest.mark.parametrize("profile", ["production", "staging", "", None])
def test_the_simulator_starts_in_development_alone(tmp_path: Path, profile: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PROFILE"}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)} | ({} if profile is None else {"PROFILE": profile})
    ended = subprocess.run([*COMMAND, str(tmp_path)], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == os.EX_CONFIG
    assert "does not run with PROFILE" in ended.stderr
    assert list(tmp_path.iterdir()) == []


def an_entry(order: str) -> Entry:
    return Entry(order, "L1", "12", 1, "620999******0011", "00", f"Q{order}", "1", "0901", "2026-09-01T04:00:00Z")


async def test_a_line_cut_off_by_a_crash_is_dropped_and_written_over(tmp_path: Path) -> None:
    book = PaymentBook(tmp_path)
    book.put(an_entry("first"))
    await book.durable()
    book.close()
    with (tmp_path / "payments.jsonl").open("ab") as file:
        file.write(b'{"order_id":"second","biz')
    book = PaymentBook(tmp_path)
    assert [entry.order_id for entry in book.entries()] == ["first"]
    book.put(an_entry("third"))
    await book.durable()
    book.close()
    reopened = PaymentBook(tmp_path)
    assert list(reopened.entries()) == [an_entry("first"), an_entry("third")]
    reopened.close()


async def test_what_waits_together_is_written_together(tmp_path: Path) -> None:
    book = PaymentBook(tmp_path)

    async def enter(number: int) -> None:
        book.put(an_entry(f"order{number}"))
        await book.durable()

    await asyncio.gather(*(enter(number) for number in range(100)))
    lines = (tmp_path / "payments.jsonl").read_bytes().splitlines()
    assert len(lines) == 100
    with pytest.raises(BookInUse):
        PaymentBook(tmp_path)
    book.close()


@pytest.mark.parametrize("profile", ["production", "", None])
def test_outside_development_there_is_no_simulator(tmp_path: Path, profile: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PROFILE"}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)} | ({} if profile is None else {"PROFILE": profile})
    ended = subprocess.run([*COMMAND, str(tmp_path)], capture_output=True, text=True, env=environment, timeout=60)
    assert ended.returncode == os.EX_CONFIG
    assert "does not run with PROFILE=" in ended.stderr
    assert list(tmp_path.iterdir()) == []
