"""The courts' lists of persons, by a vendor's form: signed by SHA-256 over application, secret and time."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import orjson
from yarl import URL

from integration_gateway.clients.credentials import Credentials, pair_of
from integration_gateway.clients.outbound import Line, LineTo, Request
from integration_gateway.clients.sources.registers import fen_told
from integration_gateway.clients.sources.source_line import Asked, Told
from integration_gateway.clients.sources.vendor_courts.row import PersonCourtsRow, PersonLists
from integration_gateway.clients.wire import Json, Unusable
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import CourtFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import Clock

VERSION: Final = "vendor-courts-person-1"
_FORM: Final[Mapping[str, str]] = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}
_WELL: Final = 200


@dataclass(frozen=True, slots=True)
class VendorKeys:
    """An account at the vendor."""

    app_id: str
    app_secret: str = field(repr=False)


def read_keys(folder: Path) -> VendorKeys:
    """The files `app_id` and `app_secret` of a folder. OSError or ValueError where there are none."""
    return VendorKeys(*pair_of(folder, "app_id", "app_secret"))


class VendorError(Unusable):
    """A code that says neither what was found nor that nothing was."""

    def __init__(self, code: object) -> None:
        super().__init__(str(code))
        self.code = f"vendor-{code}"


class PersonCourts:
    """What the lists have about a person."""

    def __init__(self, row: PersonCourtsRow, line: LineTo, clock: Clock) -> None:
        self._row, self._clock = row, clock
        self._line: Line = line("person-courts", row.url, row.timeout_s, 2)
        self._credentials = Credentials(row.credentials, read_keys)
        self._asked = Asked(Source.COURT, VERSION)

    async def records(self, request: SourceRequest, at: datetime) -> Answer[CourtFacts]:
        """All lists at once; silence and nonsense of one of them is that of all."""
        return await self._asked.ask(request, at, lambda: self._ask(request))

    async def _ask(self, request: SourceRequest) -> Told[CourtFacts]:
        names = list(PersonLists.model_fields)
        answers = await asyncio.gather(*(self._list(getattr(self._row.lists, name), request) for name in names))
        found = {name: entries for name, (entries, _) in zip(names, answers, strict=True)}
        facts = CourtFacts(
            **{name: len(entries) for name, entries in found.items()},
            enforcement_amount_minor=sum(fen_told(each[self._row.amount]) for each in found["enforcement"]),
        )
        raw = b"[" + b",".join(text for _, text in answers) + b"]"
        return Told(SourceStatus.HIT, raw, facts, code=str(_WELL), charged=True)

    async def _list(self, path: str, request: SourceRequest) -> tuple[Sequence[Json], bytes]:
        who, timestamp = request.subject, str(round(self._clock().timestamp() * 1000))
        keys = self._credentials.current()
        asked = {
            "appId": keys.app_id,
            "timestamp": timestamp,
            "sign": sign(keys, timestamp),
            "realname": who.name,
            "idcard": who.identity_number,
        }
        url = URL(self._row.url.rstrip("/") + path)
        body = urlencode(asked).encode()
        return await self._line.call(
            Request(body, _FORM, "POST", url), lambda raw: (self._entries(raw, who.identity_number), raw)
        )

    def _entries(self, raw: bytes, number: str) -> Sequence[Json]:
        """Those about this very person: one that was found by the name alone may be about anybody (domain.md §7.6)."""
        told = orjson.loads(raw)
        if (code := told["code"]) in self._row.nothing:
            return ()
        if code != _WELL:
            raise VendorError(code)
        entries: Sequence[Json] = told["data"][self._row.entries]
        return [each for each in entries if _is(str(each.get(self._row.number, "")), number)]


def sign(keys: VendorKeys, timestamp: str) -> str:
    """What a request proves itself by."""
    return hashlib.sha256(f"{keys.app_id}{keys.app_secret}{timestamp}".encode()).hexdigest()


def _is(told: str, number: str) -> bool:
    """Whether a number, which vendors mask in its middle, is this one: what is shown of it has to be ten places."""
    shown = sum(letter != "*" for letter in told)
    alike = len(told) == len(number) and all(a in ("*", b) for a, b in zip(told.upper(), number.upper(), strict=True))
    return alike and shown >= 10
