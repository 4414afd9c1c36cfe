"""How a provider's answer goes over the wire, and what may be wrong with it there."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, NamedTuple, TypeAlias, assert_never

import orjson

from provider_simulator.answers import ORGANISATION
from provider_simulator.faults import Fault, Writing

Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Header: TypeAlias = tuple[bytes, bytes]

JSON: tuple[Header, ...] = ((b"content-type", b"application/json"),)
LARGEST_BODY = 1 << 20
SOMEBODY_ELSE = b"990101198001010018"
OTHER_ORGANISATION = b"91990101MA0XXXXX00"


class Reply(NamedTuple):
    """What is answered."""

    status: int
    body: bytes
    headers: tuple[Header, ...] = JSON


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
    if fault.hang:
        raise Silence
    if fault.status is not None:
        raise Refused(fault.status, "fault")
    if fault.about_another and subject:
        another = OTHER_ORGANISATION if ORGANISATION.fullmatch(subject) else SOMEBODY_ELSE
        reply = reply._replace(body=reply.body.replace(subject.encode(), another))
    if fault.malformed:
        return reply._replace(body=reply.body[: len(reply.body) // 2])
    return reply if fault.writing is None else _written(reply, fault.writing)


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
    headers = [*reply.headers, (b"content-length", b"%d" % len(reply.body))]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body})
