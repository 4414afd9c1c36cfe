"""`python -m bench.instant PORT`: providers of all sources that answer at once, and as slowly as they are told by the
address: `/instant/…`; `/spread/…`, each call by a distribution of its own, which who measures knows as well;
`/hanging/…`, where the courts say nothing.

A protocol of its own instead of the simulator: what is measured is the gateway, on cores that both share.
"""

import asyncio
import hashlib
import math
import re
import sys
from pathlib import Path
from statistics import NormalDist

import orjson

HANDBOOK = Path(__file__).parent.parent / "services" / "integration-gateway" / "tests" / "handbook"
PLACES = {
    "/nciic/v1/identity": ("identity", 0.04),
    "/carrier/v1/three-factor": ("telecom", 0.06),
    "/pboc/v2/credit-report": ("credit_bureau", 0.30),
    "/social-fund/v1/contributions": ("social_insurance", 0.12),
    "/tax-bureau/v1/standing": ("tax", 0.10),
    "/courts/v1/records": ("court", 0.08),
    "/samr/v1/registration": ("registry", 0.05),
}
"""By path whose answer it is, and the median of how long it takes, in seconds."""

SIGMA = 0.35
HUNG = "court"
ID = re.compile(rb'"request_id":"([0-9a-f-]{36})"')
NAME, NUMBER = re.compile(rb'"name":"([^"]*)"'), re.compile(rb'"id_no":"([^"]*)"')
CODE_OF_SAMPLE = re.compile(rb'"uscc":"[^"]*"')


def delay_s(request_id: bytes, name: str, median_s: float) -> float:
    """How long this call takes: drawn from a log-normal distribution by the question's number."""
    drawn = int.from_bytes(hashlib.sha256(request_id + name.encode()).digest()[:6], "big") / 2**48
    return median_s * math.exp(SIGMA * NormalDist().inv_cdf(min(max(drawn, 1e-9), 1 - 1e-9)))


def _sample(name: str) -> bytes:
    printed = orjson.loads((HANDBOOK / f"{name}.json").read_bytes())
    return orjson.dumps(printed.get("data", printed))


DATA = {name: _sample(name) for name, _ in PLACES.values()}
HEAD = orjson.loads(DATA["credit_bureau"])["PRH"]["PA01"]["PA01B"]
ITS_NAME, ITS_NUMBER = (orjson.dumps(HEAD[field]) for field in ("PA01BQ01", "PA01BI01"))


def answer(name: str, body: bytes) -> bytes:
    """The answer to a question; a report is about who was asked about, a company is the one that was asked about."""
    found = ID.search(body)
    assert found
    data = DATA[name]
    if name == "credit_bureau":
        who, number = NAME.search(body), NUMBER.search(body)
        assert who and number
        data = data.replace(ITS_NAME, b'"%s"' % who[1]).replace(ITS_NUMBER, b'"%s"' % number[1])
    if name in ("registry", "tax") and (number := NUMBER.search(body)):
        data = CODE_OF_SAMPLE.sub(b'"uscc":"%s"' % number[1], data)
    return b'{"request_id":"%s","status":"HIT","code":"00","source_ref":"r1","charged":true,"data":%s}' % (
        found[1],
        data,
    )


class Provider(asyncio.Protocol):
    """One connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It is open."""
        assert isinstance(transport, asyncio.Transport)
        self._to, self._kept = transport, b""

    def data_received(self, data: bytes) -> None:
        """Answers what has come whole."""
        self._kept += data
        while True:
            head, end, rest = self._kept.partition(b"\r\n\r\n")
            if not end:
                return
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
            if len(rest) < length:
                return
            self._kept = rest[length:]
            self._asked(head.split(b" ", 2)[1].decode(), rest[:length])

    def _asked(self, path: str, body: bytes) -> None:
        _, mode, place = path.split("/", 2)
        name, median_s = PLACES[f"/{place}"]
        text = answer(name, body)
        reply = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(text), text)
        if mode == "hanging" and name == HUNG:
            return
        if mode == "spread":
            found = ID.search(body)
            assert found
            asyncio.get_running_loop().call_later(delay_s(found[1], name, median_s), self._to.write, reply)
        else:
            self._to.write(reply)


async def serve(port: int) -> None:
    """Until it is killed."""
    server = await asyncio.get_running_loop().create_server(Provider, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
