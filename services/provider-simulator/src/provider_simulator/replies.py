"""How a provider's answer goes over the wire, and what may be wrong with it there."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from random import Random
from typing import Any, NamedTuple, TypeAlias, assert_never

import orjson

from provider_simulator.answers import ORGANISATION
from provider_simulator.faults import Fault, Writing

Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Header: TypeAlias = tuple[bytes, bytes]

JSON: tuple[Header, ...] = ((b"content-type", b"application/json"),)
XML: tuple[Header, ...] = ((b"content-type", b"application/xml"),)
LARGEST_BODY = 10 << 20  # of the cloud, which is sent photos
PIECE = 64
_LOTS = Random(20_261_201)  # the same times in the same order
SOMEBODY_ELSE = b"990101198001010018"
OTHER_ORGANISATION = b"91990101MA0XXXXX00"


class Reply(NamedTuple):
    """What is answered."""

    status: int
    body: bytes
    headers: tuple[Header, ...] = JSON
    drip_s: float = 0.0  # between a piece of the body and the next


class Cut(Exception):
    """The connection ends in the middle of an answer."""

    def __init__(self, reply: Reply) -> None:
        super().__init__("cut")
        self.reply = reply


class Refused(Exception):
    """The request ends with a status and a message."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message

    @property
    def reply(self) -> Reply:
        """How it is told."""
        return Reply(self.status, orjson.dumps({"code": "10", "message": self.message}))


class Silence(Exception):
    """The request gets no answer."""


async def spoiled(reply: Reply, fault: Fault, subject: str | None) -> Reply:
    """An answer as a fault makes it; `subject` is the number that was asked about."""
    if fault.delay_ms:
        await asyncio.sleep(fault.delay_ms / 1000)
    if fault.latency is not None:
        await asyncio.sleep(fault.latency.at(_LOTS.random()) / 1000)
    if fault.hang:
        raise Silence
    if fault.status is not None:
        raise Refused(fault.status, "fault")
    if fault.about_another and subject:
        another = OTHER_ORGANISATION if ORGANISATION.fullmatch(subject) else SOMEBODY_ELSE
        reply = reply._replace(body=reply.body.replace(subject.encode(), another))
    if fault.malformed:
        reply = reply._replace(body=reply.body[: len(reply.body) // 2])
    elif fault.writing is not None:
        reply = _written(reply, fault.writing)
    if fault.reset:
        raise Cut(reply)
    return reply._replace(drip_s=fault.drip_ms / 1000)


def _written(reply: Reply, writing: Writing) -> Reply:
    match writing:
        case Writing.GZIP:
            return reply._replace(
                body=gzip.compress(reply.body, 1), headers=(*reply.headers, (b"content-encoding", b"gzip"))
            )
        case Writing.MARK:
            return reply._replace(body=b"\xef\xbb\xbf" + reply.body)
        case Writing.GBK:
            kind = b"application/json;charset=GBK"
            return reply._replace(body=reply.body.decode().encode("gb18030"), headers=((b"content-type", kind),))
        case unknown:
            assert_never(unknown)


async def body_of(receive: Receive) -> bytes:
    """The body of a request."""
    event = await receive()
    body = bytes(event.get("body", b""))
    while event.get("more_body"):
        event = await receive()
        body += event.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise Refused(413, "too large")
    return body


async def until_caller_gives_up(receive: Receive) -> None:
    """Says nothing."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def respond(send: Send, reply: Reply) -> None:
    """Answers."""
    await send(_head(reply))
    if not reply.drip_s:
        await send({"type": "http.response.body", "body": reply.body})
        return
    for start in range(0, len(reply.body), PIECE):
        await asyncio.sleep(reply.drip_s)
        await send({"type": "http.response.body", "body": reply.body[start : start + PIECE], "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def cut(send: Send, reply: Reply) -> None:
    """Begins to answer, and stops: the server drops a connection whose answer is not whole."""
    await send(_head(reply))
    await send({"type": "http.response.body", "body": reply.body[: len(reply.body) // 2], "more_body": True})
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is not None:  # at once, as a router does that has lost its table
        transport.abort()


def _head(reply: Reply) -> MutableMapping[str, Any]:
    headers = [*reply.headers, (b"content-length", b"%d" % len(reply.body))]
    return {"type": "http.response.start", "status": reply.status, "headers": headers}
