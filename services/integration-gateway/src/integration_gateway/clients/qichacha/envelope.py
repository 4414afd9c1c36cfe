"""企查查's open interface: a GET whose headers bear a token of key, time and secret; `Status` says how it went."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import orjson
from yarl import URL

from integration_gateway.clients.credentials import Credentials, pair_of
from integration_gateway.clients.outbound import Line, LineTo, Request
from integration_gateway.clients.qichacha.row import QichachaRow
from integration_gateway.clients.wire import Json, Unusable
from loan_servicekit.core import Clock

FOUND, NOTHING = "200", "201"
PAGE_SIZE, MOST_PAGES = 20, 25  # who is on more lists than that is asked about by a person


@dataclass(frozen=True, slots=True)
class QichachaKeys:
    """An account."""

    app_key: str
    secret_key: str = field(repr=False)


def read_keys(folder: Path) -> QichachaKeys:
    """The files `app_key` and `secret_key` of a folder. OSError or ValueError where there are none."""
    return QichachaKeys(*pair_of(folder, "app_key", "secret_key"))


class ProviderError(Unusable):
    """A status that says neither what was found nor that nothing was."""

    def __init__(self, status: object) -> None:
        super().__init__(str(status))
        self.code = f"qichacha-{status}"


class Found(NamedTuple):
    """The result of an answer, absent where nothing is known; its number, its text, and of how many records."""

    result: Json | None
    number: str
    raw: bytes
    records: int


class Entries(NamedTuple):
    """Everything that a list has about somebody, and the texts of its pages."""

    items: Sequence[Json]
    raw: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Qichacha:
    """All of it: one account, one line."""

    row: QichachaRow
    line: Line
    clock: Clock
    credentials: Credentials[QichachaKeys]

    @classmethod
    def of(cls, row: QichachaRow, line: LineTo, clock: Clock) -> "Qichacha":
        """As its row says. Questions are charged and only read: asked again once, where the network failed."""
        credentials = Credentials(row.credentials, read_keys)
        return cls(row, line("qichacha", row.url, row.timeout_s, 2), clock, credentials)

    async def ask(self, path: str, **asked: str) -> Found:
        """What is known. Raises CallFailed."""
        keys, timespan = self.credentials.current(), str(int(self.clock().timestamp()))
        headers = {"Token": token(keys, timespan), "Timespan": timespan}
        url = URL(self.row.url.rstrip("/") + "/" + path).with_query({"key": keys.app_key, **asked})
        return await self.line.call(Request(b"", headers, "GET", url), read)

    async def listed(self, path: str, code: str) -> Entries:
        """All that a list has under a business's code. Raises CallFailed."""
        items: list[Json] = []
        raw: list[bytes] = []
        for page in range(1, MOST_PAGES + 1):
            found = await self.ask(path, searchKey=code, pageIndex=str(page), pageSize=str(PAGE_SIZE))
            raw.append(found.raw)
            items += found.result["Data"] if found.result is not None else ()
            if len(items) >= found.records:
                break
        return Entries(items, raw)


def token(keys: QichachaKeys, timespan: str) -> str:
    """What a request proves itself by: MD5 is the protocol's."""
    told = f"{keys.app_key}{timespan}{keys.secret_key}".encode()
    return hashlib.md5(told, usedforsecurity=False).hexdigest().upper()


def read(raw: bytes) -> Found:
    """An answer. Raises ProviderError where it is an error; ValueError or LookupError for neither."""
    told = orjson.loads(raw)
    status = told["Status"]
    if status not in (FOUND, NOTHING):
        raise ProviderError(status)
    paging = told.get("Paging") or {}
    result = told["Result"] if status == FOUND else None
    return Found(result, str(told.get("OrderNumber", "")), raw, int(paging.get("TotalRecords", 0)))
