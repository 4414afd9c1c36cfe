"""The simulator as a bare ASGI application: providers under their own paths, switches under /admin."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping, MutableMapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs

import orjson
from pydantic import BaseModel, ValidationError

from loan_contracts.values import Source, SourceStatus
from provider_simulator import answers, credit_report
from provider_simulator.acp.envelope import request_of
from provider_simulator.acp.network import ORDER_WINDOW, Network
from provider_simulator.faults import Fault, Faults
from provider_simulator.keys import Keys
from provider_simulator.messages import MessageCentre
from provider_simulator.payment_book import PaymentBook
from provider_simulator.payments import Balance, Return, Script, listed
from provider_simulator.profiles import Override, Profile, Profiles
from provider_simulator.replies import (
    Receive,
    Refused,
    Reply,
    Send,
    Silence,
    body_of,
    respond,
    spoiled,
    until_caller_gives_up,
)
from provider_simulator.tencent.cloud import Cloud
from provider_simulator.tencent.texts import Texts

M = TypeVar("M", bound=BaseModel)

SOURCES: Final[Mapping[str, tuple[Source, str, timedelta]]] = {
    "/nciic/v1/identity": (Source.IDENTITY, "NCIIC", timedelta(days=1)),
    "/carrier/v1/three-factor": (Source.TELECOM, "CMCC", timedelta(days=1)),
    "/pboc/v2/credit-report": (Source.CREDIT_BUREAU, "PBOC", timedelta(days=10)),
    "/social-fund/v1/contributions": (Source.SOCIAL_INSURANCE, "SI_HF", timedelta(days=30)),
    "/tax-bureau/v1/standing": (Source.TAX, "TAX", timedelta(days=30)),
    "/courts/v1/records": (Source.COURT, "COURT", timedelta(days=1)),
    "/samr/v1/registration": (Source.REGISTRY, "SAMR", timedelta(days=30)),
}
PAYMENT, PAYMENT_QUERY, PAYMENT_FILE, MESSAGE = "PAYMENT", "PAYMENT_QUERY", "PAYMENT_FILE", "MESSAGE"
TELECOM_STATE = "TELECOM_STATE"
PROVIDERS: Final = frozenset(
    {*(source.value for source in Source), PAYMENT, PAYMENT_QUERY, PAYMENT_FILE, MESSAGE, TELECOM_STATE}
)

_MESSAGES = "/sms-push/v1/batch"
_CLOUD: Final[Mapping[str, str]] = {
    "IdCardVerification": Source.IDENTITY.value,
    "PhoneVerification": Source.TELECOM.value,
    "MobileNetworkTimeVerification": TELECOM_STATE,
    "MobileStatus": TELECOM_STATE,
    "BankCard4EVerification": PAYMENT,
}
_NETWORK: Final[Mapping[str, str]] = {
    "/unionpay/gateway/api/backTransReq.do": PAYMENT,
    "/unionpay/gateway/api/queryTrans.do": PAYMENT_QUERY,
    "/unionpay/file": PAYMENT_FILE,
}
_REMEMBERED_REQUESTS = 20_000
_TEXT = {SourceStatus.HIT: "查询成功", SourceStatus.MISS: "查无记录", SourceStatus.REJECTED: "授权无效"}
_CODES = {SourceStatus.HIT: "00", SourceStatus.MISS: "04", SourceStatus.REJECTED: "09"}


class Simulator:
    """All providers in one process."""

    def __init__(
        self,
        profiles: Profiles,
        book: PaymentBook,
        keys: Keys,
        clock: Callable[[], datetime],
        payments_clock: Callable[[], datetime] | None = None,
        order_window: timedelta = ORDER_WINDOW,
    ) -> None:
        self._profiles = profiles
        self._payments = Network(book, keys.chain, payments_clock or clock, self._knows, order_window)
        self._texts = Texts()
        self._cloud = Cloud(
            keys.account,
            payments_clock or clock,
            lambda number: self._profiles.get(number, self._clock()),
            self._texts,
            lambda: self._payments.scripts,
        )
        self._messages = MessageCentre()
        self._faults = Faults()
        self._clock = clock
        self._calls: Counter[str] = Counter()
        self._struck: Counter[str] = Counter()
        self._charged: OrderedDict[tuple[Source, str], None] = OrderedDict()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """One request."""
        assert scope["type"] == "http"
        try:
            body = await body_of(receive)
            if scope["path"].startswith("/admin/"):
                reply = await self._admin(scope, body)
            elif scope["path"] == "/health/live":
                reply = Reply(200, b'{"status":"live"}')
            elif scope["method"] != "POST":
                raise Refused(405, "POST only")
            else:
                reply = await self._provider(scope, body)
        except Refused as refusal:
            reply = refusal.reply
        except Silence:
            await until_caller_gives_up(receive)
            return
        await respond(send, reply)

    async def _tencent(self, headers: Mapping[str, str], body: bytes) -> Reply:
        try:
            told = orjson.loads(body)
        except orjson.JSONDecodeError:
            told = None
        number = told.get("IdCard") if isinstance(told, dict) else None
        fault = self._fault(_CLOUD.get(headers.get("x-tc-action", ""), MESSAGE), number)
        reply = self._cloud.answer(headers, body, fault)
        return reply if fault is None else await spoiled(reply, fault, None)

    async def _network(self, path: str, body: bytes) -> Reply:
        try:
            fields = request_of(body)
        except ValueError as error:
            raise Refused(400, "not a form") from error
        fault = self._fault(_NETWORK[path], self._payments.person(fields))
        reply = await self._payments.answer(fields, fault)
        return reply if fault is None else await spoiled(reply, fault, None)

    async def _provider(self, scope: Mapping[str, Any], body: bytes) -> Reply:
        path = scope["path"]
        if path == "/":
            return await self._tencent({k.decode().lower(): v.decode("latin-1") for k, v in scope["headers"]}, body)
        if path in _NETWORK:
            return await self._network(path, body)
        request, number = _object(body), None
        known = SOURCES.get(path)
        if known is not None:
            source, label, valid_for = known
            number = _number_of(request)
            fault = self._fault(source.value, number)
            reply = self._answer(source, label, valid_for, number, request)
        elif path == _MESSAGES:
            fault = self._fault(MESSAGE, None)
            reply = _json(self._sent(request))
        else:
            raise Refused(404, "no such provider")
        return reply if fault is None else await spoiled(reply, fault, number)

    def _fault(self, provider: str, number: str | None) -> Fault | None:
        """The fault that strikes. An error status without a delay comes at the door, before anything has happened;
        everything else spoils the answer after the work is done, as a lost answer does."""
        self._calls[provider] += 1
        fault = self._faults.due(provider, number)
        if fault is None:
            return None
        self._struck[provider] += 1
        if fault.status is not None and not fault.delay_ms:
            raise Refused(fault.status, "fault")
        return fault

    def _answer(
        self, source: Source, label: str, valid_for: timedelta, number: str, request: Mapping[str, Any]
    ) -> Reply:
        at = self._clock()
        request_id, subject = str(request.get("request_id")), request["subject"]
        profile = self._profiles.get(number, at)
        status, data = SourceStatus.REJECTED, b"{}"
        if request.get("consent_id") and request.get("purpose_code"):
            status, data = self._facts(source, number, subject, profile, at)
        fetched_at, valid_until = _validity(at.replace(microsecond=0), valid_for)
        envelope = {
            "request_id": request_id,
            "source": label,
            "source_ref": f"{label}-{request_id}",
            "status": status.value,
            "code": _CODES[status],
            "message": _TEXT[status],
            "charged": status is SourceStatus.HIT and self._charge(source, request_id),
            "fetched_at": fetched_at,
            "valid_until": valid_until,
            "data": orjson.Fragment(data),
        }
        return _json(envelope)

    def _facts(
        self, source: Source, number: str, subject: Mapping[str, Any], profile: Profile | None, at: datetime
    ) -> tuple[SourceStatus, bytes]:
        if profile is None:
            return _unknown(source)
        status = profile.facts.statuses.get(source, SourceStatus.MISS)
        if status is SourceStatus.TIMEOUT:
            raise Silence
        if status is SourceStatus.ERROR:
            raise Refused(500, "fault of this person")
        if profile.name is not None and subject.get("name") != profile.name and source not in profile.overridden:
            return _mismatch(source)
        if status is not SourceStatus.HIT:
            return status, b"{}"
        if source is Source.TELECOM and profile.mobile != subject.get("mobile") and source not in profile.overridden:
            return _mismatch(source)
        data = profile.answers.get(source)
        if data is None:
            data = profile.answers[source] = _rendered(source, profile, str(subject.get("name")), number, at)
        return status, data

    def _charge(self, source: Source, request_id: str) -> bool:
        """Each request is charged once, however often it is repeated (domain.md R-7.2)."""
        key = (source, request_id)
        if key in self._charged:
            return False
        self._charged[key] = None
        if len(self._charged) > _REMEMBERED_REQUESTS:
            self._charged.popitem(last=False)
        return True

    def _knows(self, number: str, name: str) -> bool:
        """Whether a name belongs to an identity number: a person's card bears his name."""
        profile = self._profiles.get(number, self._clock())
        return profile is not None and profile.name in (None, name)

    def _sent(self, request: Mapping[str, Any]) -> dict[str, object]:
        try:
            return self._messages.send(request)
        except (KeyError, TypeError) as error:
            raise Refused(400, "messages need id, channel, to and template") from error

    async def _admin(self, scope: Mapping[str, Any], body: bytes) -> Reply:
        method, (kind, _, name) = scope["method"], scope["path"].removeprefix("/admin/").partition("/")
        match method, kind, name:
            case "GET", "stats", "":
                return _json({"calls": self._calls, "faults": self._struck})
            case "GET", "faults", "":
                return _json({"items": self._faults.listing()})
            case "GET", "payments", "":
                wanted = parse_qs(scope["query_string"].decode()).get("biz_no", [None])[0]
                await self._payments.book.durable()
                return _json({"items": [listed(entry) for entry in self._payments.book.entries(wanted)]})
            case "GET", "messages", number if number:
                return _json({"items": self._texts.inbox(number)})
            case "GET", "messages", "":
                return _json({"items": [*self._messages.listing(), *self._texts.listing()]})
            case "PUT", "people", number if number:
                self._override(number, body)
            case "DELETE", "people", "":
                self._profiles.restore_all()
            case "DELETE", "people", number:
                self._profiles.restore(number)
            case "PUT", "faults", provider if provider in PROVIDERS:
                self._faults.put(provider, _valid(Fault, body))
            case "DELETE", "faults", provider if provider in PROVIDERS or not provider:
                self._faults.clear(provider or None)
            case "PUT", "balances", card if card:
                self._payments.agreements.balances[card] = _valid(Balance, body).balance_minor
            case "DELETE", "balances", "":
                self._payments.agreements.balances.clear()
            case "POST", "returns", "":
                back = _valid(Return, body)
                if not self._payments.give_back(back.order_id, back.settle_date):
                    raise Refused(404, "no such order that is settled")
                await self._payments.book.durable()
            case "POST", "payment-scripts", "":
                self._payments.scripts.append(_valid(Script, body))
            case "DELETE", "payment-scripts", "":
                self._payments.scripts.clear()
            case _:
                raise Refused(404, f"no such switch; providers are {', '.join(sorted(PROVIDERS))}")
        return Reply(204, b"")

    def _override(self, number: str, body: bytes) -> None:
        override = _valid(Override, body)
        at = self._clock()
        try:
            self._profiles.override(number, override, at)
            profile = self._profiles.get(number, at)
            assert profile is not None
            # Facts that cannot be told are refused now, not when they are asked for.
            for source in profile.overridden - profile.answers.keys():
                _rendered(source, profile, profile.name or "", number, at)
        except (ValueError, IndexError) as error:
            self._profiles.restore(number)
            raise Refused(422, f"these facts cannot be: {error}") from error


def _rendered(source: Source, profile: Profile, name: str, number: str, at: datetime) -> bytes:
    if source is Source.CREDIT_BUREAU:
        assert profile.facts.credit_bureau is not None
        return credit_report.rendered(profile.facts.credit_bureau, name, number, at)
    return answers.rendered(source, profile.facts, number, at)


@lru_cache(maxsize=64)
def _validity(second: datetime, valid_for: timedelta) -> tuple[str, str]:
    """From when to when an answer holds, as text: many answers are given in each second."""
    return second.isoformat(), (second + valid_for).isoformat()


def _unknown(source: Source) -> tuple[SourceStatus, bytes]:
    """A number that nobody has."""
    if source is Source.IDENTITY:
        return SourceStatus.HIT, b'{"match":"02","verify_level":"TWO_FACTOR","dead_flag":false}'
    return SourceStatus.MISS, b"{}"


def _mismatch(source: Source) -> tuple[SourceStatus, bytes]:
    """Name, number and mobile do not belong together: two sources say so, the others find nobody."""
    if source is Source.IDENTITY:
        return SourceStatus.HIT, b'{"match":"01","verify_level":"TWO_FACTOR","dead_flag":false}'
    if source is Source.TELECOM:
        return SourceStatus.HIT, b'{"three_factor":"2","online_months_band":"0-3","state":"\xe6\xad\xa3\xe5\xb8\xb8"}'
    return SourceStatus.MISS, b"{}"


def _valid(model: type[M], body: bytes) -> M:
    try:
        return model.model_validate_json(body or b"{}")
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()]
        raise Refused(422, "; ".join(wrong)) from error


def _number_of(request: Mapping[str, Any]) -> str:
    subject = request.get("subject")
    if not isinstance(subject, dict) or not isinstance(subject.get("id_no"), str):
        raise Refused(400, "the subject needs an id_no")
    return str(subject["id_no"])


def _object(body: bytes) -> dict[str, Any]:
    try:
        request = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Refused(400, "not JSON") from error
    if not isinstance(request, dict):
        raise Refused(400, "not a JSON object")
    return request


def _json(value: object) -> Reply:
    return Reply(200, orjson.dumps(value))
