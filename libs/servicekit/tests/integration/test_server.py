"""The server before a service, over sockets: bounds, slow clients, and connections that live on after a failure."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
import uvicorn
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from loan_servicekit.testing import Harness
from loan_servicekit.wire import server as served_by

HEAD = b"GET /v1/x HTTP/1.1\r\nHost: a\r\n"


async def read_all(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the whole body, where the path says so, and says how long it was."""
    size, more = 0, scope["path"] == "/read"
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    body = str(size).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@asynccontextmanager
async def serving(app: Any) -> AsyncIterator[int]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        running = uvicorn.Server(served_by.server(app, "", 0, loop="asyncio", lifespan="off"))
        task = asyncio.create_task(running.serve([listening]))
        while not running.started:
            await asyncio.sleep(0.01)
        yield listening.getsockname()[1]
        running.should_exit = True
        await task


@pytest.fixture
async def port() -> AsyncIterator[int]:
    async with serving(read_all) as found:
        yield found


async def exchange(port: int, *parts: bytes, wait: float = 0.0, timeout: float = 20) -> bytes:
    """Sends the parts, with a pause between them, and reads until the other side closes or is silent."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = b""

    async def read() -> None:
        nonlocal answer
        while data := await reader.read(65536):
            answer += data

    reading = asyncio.create_task(read())
    with suppress(OSError):
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(wait)
            if reading.done():
                break
    await asyncio.wait([reading], timeout=timeout if wait else 1.5)
    reading.cancel()
    writer.close()
    return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


@pytest.mark.parametrize(
    ("request_bytes", "expected"),
    [
        (HEAD + b"\r\n", 200),
        (b"HEAD /v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 200),
        (b"GET http://other/v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 200),
        (b"GET /v1/%72%2e%2e HTTP/1.1\r\nHost: a\r\n\r\n", 200),
        (HEAD + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"\r\n", 431),
        (HEAD + b"X: " + b"a" * 200_000 + b"\r\n\r\n", 431),
        (HEAD + b"X: " + b"a" * 300_000, 431),
        (b"a" * 300_000, 400),
        (b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (b"GET /v1/x HTTP/1.1\r\n\r\n", 400),
        (HEAD + b"Host: b\r\n\r\n", 400),
        (b"CONNECT other:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"GET v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"GET /v1/\xff\xfe HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"GET /v1/x y HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"BREW /v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (b"GET /v1/x HTTP/9.9\r\nHost: a\r\n\r\n", 400),
        (HEAD + b"Content-Length: -1\r\n\r\n", 400),
        (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (HEAD + b"X\x00: 1\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    ],
    ids=lambda value: repr(value)[:50],
)  # fmt: skip
async def test_what_no_client_should_send_is_a_problem_and_no_failure(
    port: int, request_bytes: bytes, expected: int
) -> None:
    answer = await exchange(port, request_bytes)
    assert status(answer) == expected, answer[:300]
    assert b"\r\nserver:" not in answer.lower()
    if expected >= 400:
        head, _, body = answer.partition(b"\r\n\r\n")
        assert b"content-type: application/problem+json" in head.lower() and b"connection: close" in head.lower()
        assert json.loads(body)["status"] == expected


async def test_a_client_that_says_nothing_or_too_slowly_loses_its_connection(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served_by, "HEAD_S", 0.6)
    monkeypatch.setattr(served_by, "BODY_WINDOW_S", 0.6)
    post = b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n"
    silent, dripping, lines, body, fair = await asyncio.gather(
        exchange(port, b"", wait=0.1),
        exchange(port, *[b"%c" % c for c in HEAD], wait=0.1),
        exchange(port, *[b"\r\n"] * 40, wait=0.1),
        exchange(port, post, *[b"x"] * 40, wait=0.1),
        exchange(port, b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 10240\r\nConnection: close\r\n\r\n",
                 *[b"x" * 1024] * 10, wait=0.2),
    )  # fmt: skip
    assert (silent, status(dripping), status(body), status(fair)) == (b"", 408, 408, 200)
    assert status(lines) in (0, 400, 408)


async def test_four_hundred_silent_connections_are_closed_and_others_served_meanwhile(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served_by, "HEAD_S", 1.0)
    silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(400)]
    assert status(await exchange(port, HEAD + b"\r\n")) == 200
    assert await asyncio.wait_for(asyncio.gather(*(reader.read() for reader, _ in silent)), 20) == [b""] * 400
    for _, writer in silent:
        writer.close()


async def test_an_answered_request_whose_body_still_comes_is_read_away_up_to_a_bound(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = b"POST /ignore HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
    twice = await exchange(port, post % 300_000, b"x" * 300_000, HEAD + b"\r\n")
    assert twice.count(b"HTTP/1.1 200") == 2
    monkeypatch.setattr(served_by, "MOST_UNREAD", 100_000)
    cut = await exchange(port, post % 300_000, b"x" * 300_000, HEAD + b"\r\n", wait=0.1)
    assert cut.count(b"HTTP/1.1 200") < 2


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.binary(max_size=40).map(lambda part: HEAD + part + b"\r\n\r\n"))
async def test_whatever_comes_over_the_wire_the_server_goes_on(sent: bytes) -> None:
    async with serving(read_all) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        writer.write_eof()
        answer = await asyncio.wait_for(reader.read(), 15)
        writer.close()
        assert not answer or status(answer) < 500
        assert status(await exchange(port, HEAD + b"Connection: close\r\n\r\n")) == 200


async def test_a_connection_lives_on_after_a_failure_of_ours(harness: Harness) -> None:
    """The next request on it must find it open: a proxy keeps it."""
    async with serving(harness.app) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for weight, expected in ((5000, 500), (1, 201), (5000, 500), (5000, 500), (2, 201)):
            headers = harness.signer.headers("channel")
            body = json.dumps({"id": headers["Idempotency-Key"], "weight": weight}).encode()
            lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            writer.write(
                f"POST /v1/parcels HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{lines}\r\n".encode()
                + body
            )
            head = await reader.readuntil(b"\r\n\r\n")
            assert status(head) == expected and b"connection: close" not in head.lower()
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            answer = json.loads(await reader.readexactly(length))
            assert expected != 500 or (answer["code"] == "internal-error" and answer["correlation_id"])
        writer.close()
