"""Requests that no client means: what a generator of valid and nearly valid data seldom makes.

Half surrogates, NUL, numbers beyond every column and every float, days at both ends of the calendar, cursors that are
well packed but wrong inside, bodies that are no JSON, headers in no alphabet. Each is put into each place of each
operation, everything else being right; the service must refuse or take it, and stay on its feet.
"""

import base64
import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from examples import body_of, operations
from open_door import Door

from loan_servicekit.http.openapi.examples import LATER, request_example
from loan_servicekit.testing.harness import KID

PLACE = "@@here@@"
EDGES_OF_TIME = ("0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30")
# As they stand in JSON text: json.dumps would not write most of them.
TEXTS = (
    r'"\u0000"',
    r'"\ud800"',
    r'"\udc00 after"',
    '""',
    f'"{"9" * 5000}"',
    r'"\u202e"',
    *(f'"{t}"' for t in EDGES_OF_TIME),
)
NUMBERS = ("2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e400", "-0", "NaN",
           "Infinity", "0.1", "1" * 4400, '"1e3"')  # fmt: skip
OTHERS = ("null", "true", "[]", "{}", "[[[[]]]]", r'{"\ud800": "\u0000"}')
BODIES = (
    b"",
    b"null",
    b"[]",
    b'"x"',
    b"{",
    b"\xff\xfe",
    b"\xef\xbb\xbf{}",
    b"[" * 100_000,
    b'{"a":' * 20_000,
    b'{"a":1,"a":2}',
    b'{"a":NaN}',
    '{"\u4fe1":1}'.encode("gbk"),
    b" " * 1_100_000,
)
IN_URLS = ("%00", "%FF", "%ED%A0%80", "9223372036854775808", "-1", "1e400", "NaN", "a" * 3000, "..%2F..%2F",
           "%E2%80%AE", *(t.replace("+", "%2B") for t in EDGES_OF_TIME))  # fmt: skip
MEDIA_TYPES = ("text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
               "application/x-www-form-urlencoded", "application/xml", "\xff", "/",
               "application/json; charset=gbk")  # fmt: skip
AUTHORIZATIONS = ("Bearer", "Bearer ", "Bearer \xff", "Bearer a.b.c", "Basic dTpw", "Bearer " + "a" * 5000,
                  *(f"Bearer {forged}.e30.AA" for forged in (
                      base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "kid": kid}).encode()).decode().rstrip("=")
                      for algorithm, kid in (("none", KID), ("HS256", KID), ("ES256", KID), ("ES256", []), ([], KID))
                  )))  # fmt: skip
MANY_LEAVES = 20  # a body with so many fields gets each value in every second of them, and so on
METHODS = ("HEAD", "TRACE", "OPTIONS", "PATCH", "PROPFIND")
INSTANT, ID = "2026-01-31T00:00:00Z", LATER["uuid"]
POSITIONS: tuple[Any, ...] = (
    [], [None], ["\x00"], [1e308], [2**63], [-1], [True], [[]], [{}], {}, 7, "x", None, [ID, ID], [ID, INSTANT],
    [INSTANT, "x"], *([t, ID] for t in (*EDGES_OF_TIME, "2026-01-31T00:00:00", 0, None)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it goes over the wire."""

    label: str
    method: str
    target: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def cursors() -> list[str]:
    """Cursors packed like ours around positions that we never gave, and around what is no JSON."""
    packed = [json.dumps(position).encode() for position in POSITIONS] + [b"[NaN]", b"[" * 200, b"\xff", b'["\\ud800"]']
    return [base64.urlsafe_b64encode(each).decode().rstrip("=")[:400] for each in packed] + ["=", "A", "%00", "%FF"]


def requests(door: Door) -> Iterator[Request]:
    """Every hostile value in every place."""
    for method, path, operation in operations(door.document):
        verb, label = method.upper(), f"{method.upper()} {path}"
        target, body, headers = usual(door, path, operation)
        for name, bad_target in _urls(door, path, operation):
            yield Request(f"{label} {name}", verb, bad_target, body, headers)
        for bad_body in _bodies(body, operation):
            yield Request(f"{label} body", verb, target, bad_body, headers)
        yield from _headers(label, verb, target, body, headers)
    for path in door.document["paths"]:
        for verb in METHODS:
            yield Request(f"{verb} {path}", verb, _filled(path, door))


def usual(door: Door, path: str, operation: dict[str, Any]) -> tuple[str, bytes, dict[str, str]]:
    """Target, body and headers of a request in which nothing is wrong."""
    body = body_of(operation)
    if body is None:
        return _filled(path, door), b"", {}
    media_type, schema = body
    if media_type != "application/json":
        return _filled(path, door), b"", {"Content-Type": f"{media_type}; boundary=x"}
    return _filled(path, door), example(schema, door), {"Content-Type": media_type}


def example(schema: dict[str, Any], door: Door) -> bytes:
    """The body that the document shows, about records that the service knows."""
    made = request_example(schema, door.document)
    if isinstance(made, dict):
        made |= {name: values[0] for name, values in door.known.items() if name in made and values}
    return json.dumps(made).encode()


def _filled(path: str, door: Door, **given: str) -> str:
    for step in path.split("/"):
        if step.startswith("{"):
            known = door.known.get(step[1:-1]) or [LATER["date"] if step == "{day}" else ID]
            path = path.replace(step, given.get(step[1:-1], str(known[0])))
    return path


def _urls(door: Door, path: str, operation: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for parameter in operation.get("parameters", []):
        name = parameter["name"]
        if parameter["in"] == "path":
            yield from ((name, _filled(path, door, **{name: value})) for value in IN_URLS)
        elif parameter["in"] == "query":
            values = (*IN_URLS, *cursors()) if name == "cursor" else IN_URLS
            yield from ((name, f"{_filled(path, door)}?{name}={value}") for value in values)
    yield "query", f"{_filled(path, door)}?%00=%FF&&=&a[]=1&a=1&a=2"


def _bodies(body: bytes, operation: dict[str, Any]) -> Iterator[bytes]:
    if "requestBody" not in operation:
        return
    yield from BODIES
    if not body:
        return
    usual = json.loads(body)
    leaves = list(_leaves(usual))
    stride = 1 + len(leaves) // MANY_LEAVES
    for number, (steps, leaf) in enumerate(leaves):
        values = (*(NUMBERS if isinstance(leaf, int | float) else TEXTS), *OTHERS)[number % stride :: stride]
        text = json.dumps(_replaced(usual, steps))
        yield from (text.replace(f'"{PLACE}"', value).encode() for value in values)
    yield json.dumps(usual | {"\x00": "\x00"}).encode()


def _leaves(value: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if len(steps) < 3:
        for step, child in inner:
            yield from _leaves(child, (*steps, step))
    if steps:
        yield steps, value


def _replaced(value: Any, steps: tuple[Any, ...]) -> Any:
    if not steps:
        return PLACE
    step, rest = steps[0], steps[1:]
    if isinstance(value, dict):
        return value | {step: _replaced(value[step], rest)}
    return [_replaced(each, rest) if number == step else each for number, each in enumerate(value)]


def _headers(label: str, method: str, target: str, body: bytes, headers: dict[str, str]) -> Iterator[Request]:
    for name, values in {
        "Content-Type": MEDIA_TYPES if headers else (),
        "Content-Encoding": ("gzip", "br", "deflate", "zstd", "x", "identity, gzip") if headers else (),
        "Authorization": AUTHORIZATIONS,
        "Idempotency-Key": ("", " ", "\xff", "a" * 201, "a b"),
        "If-Match": ("", "\xff", '"9223372036854775808"', 'W/"1"', "a" * 5000),
        "traceparent": ("", "00-0-0-0", "\xff", f"00-{'0' * 32}-{'0' * 16}-00", "ff-" + "a" * 5000),
    }.items():
        for value in values:
            yield Request(f"{label} {name}", method, target, body, headers | {name: value})


class Wire:
    """A connection that sends what it is given, unchecked, and stays open whatever is answered."""

    def __init__(self, door: Door) -> None:
        parts = urlsplit(door.url)
        self._connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
        self._token = door.token

    def send(self, request: Request) -> tuple[int, str, bytes]:
        """Status, media type and body of the answer."""
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": str(uuid4())} | request.headers
        self._connection.request(request.method, request.target, request.body or None, headers)
        answer = self._connection.getresponse()
        body = answer.read()
        return answer.status, answer.headers.get_content_type(), body

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()


def unmet(door: Door) -> dict[str, str]:
    """One example of each place in which a hostile value is answered by a failure or by no problem document."""
    found: dict[str, str] = {}
    wire = Wire(door)
    for request in requests(door):
        status, media_type, body = wire.send(request)
        if status < 400 or (status < 500 and media_type == "application/problem+json" and b'"code"' in body):
            continue
        if request.method == "HEAD" and status < 500:
            continue
        shown = f"{request.method} {request.target[:300]} {request.headers} {request.body[:300]!r}"
        found.setdefault(f"{request.label}: {status} {media_type}", f"{shown}\n{body[:300]!r}")
    wire.close()
    return found
