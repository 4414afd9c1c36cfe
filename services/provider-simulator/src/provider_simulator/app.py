"""The simulator as a bare ASGI application: providers under their own paths, switches under /admin."""

from collections import Counter
from collections.abc import Callable, Mapping, MutableMapping
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, parse_qsl

import orjson
from pydantic import BaseModel, ValidationError

from loan_contracts.values import Source
from provider_simulator.acp.envelope import request_of
from provider_simulator.acp.network import ORDER_WINDOW, Network
from provider_simulator.acp.notices import Notices
from provider_simulator.esign.flows import Act
from provider_simulator.esign.flows import listed as flow_listed
from provider_simulator.esign.provider import PREFIX as ESIGN
from provider_simulator.esign.provider import Esign
from provider_simulator.faults import Fault, Faults
from provider_simulator.keys import Keys
from provider_simulator.messages import MessageCentre
from provider_simulator.payment_book import PaymentBook
from provider_simulator.payments import Balance, Break, Return, Script, listed
from provider_simulator.profiles import Override, Profiles
from provider_simulator.replies import (
    XML,
    Cut,
    Receive,
    Refused,
    Reply,
    Send,
    Silence,
    body_of,
    cut,
    respond,
    spoiled,
    until_caller_gives_up,
)
from provider_simulator.scenarios.scenario import Scenario
from provider_simulator.sources.envelope import SOURCES, Sources, number_of, rendered
from provider_simulator.sources.xml import document
from provider_simulator.tencent.cloud import Cloud
from provider_simulator.tencent.invoices import Invoice
from provider_simulator.tencent.texts import Texts
from provider_simulator.vendors.registers import BUSINESSES, LISTS, PERSONS, Registers

M = TypeVar("M", bound=BaseModel)

PAYMENT, PAYMENT_QUERY, PAYMENT_FILE, MESSAGE = "PAYMENT", "PAYMENT_QUERY", "PAYMENT_FILE", "MESSAGE"
TELECOM_STATE, SIGNATURE, INVOICE = "TELECOM_STATE", "SIGNATURE", "INVOICE"
_OTHERS = (PAYMENT, PAYMENT_QUERY, PAYMENT_FILE, MESSAGE, TELECOM_STATE, SIGNATURE, INVOICE)
PROVIDERS: Final = frozenset({*(source.value for source in Source), *_OTHERS})

_MESSAGES = "/sms-push/v1/batch"
_CLOUD: Final[Mapping[str, str]] = {
    "IdCardVerification": Source.IDENTITY.value,
    "PhoneVerification": Source.TELECOM.value,
    "MobileNetworkTimeVerification": TELECOM_STATE,
    "MobileStatus": TELECOM_STATE,
    "BankCard4EVerification": PAYMENT,
    "ImageRecognitionV2": Source.FACE.value,
    "VatInvoiceVerifyNew": INVOICE,
}
_NETWORK: Final[Mapping[str, str]] = {
    "/unionpay/gateway/api/backTransReq.do": PAYMENT,
    "/unionpay/gateway/api/queryTrans.do": PAYMENT_QUERY,
    "/unionpay/file": PAYMENT_FILE,
}


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
        self._esign = Esign(keys.esign, payments_clock or clock, Notices())
        self._registers = Registers(
            keys.vendors, payments_clock or clock, lambda number: self._profiles.get(number, self._clock()), clock
        )
        self._messages = MessageCentre()
        self._faults = Faults()
        self._clock = clock
        self._calls: Counter[str] = Counter()
        self._struck: Counter[str] = Counter()
        self._sources = Sources(profiles, clock)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """One request."""
        assert scope["type"] == "http"
        try:
            body = await body_of(receive)
            if scope["path"].startswith("/admin/"):
                reply = await self._admin(scope, body)
            elif scope["path"] == "/health/live":
                reply = Reply(200, b'{"status":"live"}')
            elif scope["path"].startswith((f"{BUSINESSES}/", f"{PERSONS}/")):
                reply = await self._vendor(scope, body)
            elif scope["path"].startswith(f"{ESIGN}/"):
                reply = await self._signatures(scope, body)
            elif scope["method"] != "POST":
                raise Refused(405, "POST only")
            else:
                reply = await self._provider(scope, body)
        except Refused as refusal:
            reply = refusal.reply
        except Cut as fault:
            await cut(send, fault.reply)
            return
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

    async def _vendor(self, scope: Mapping[str, Any], body: bytes) -> Reply:
        path = scope["path"]
        query = dict(parse_qsl(scope["query_string"].decode()))
        if path.startswith(PERSONS):
            number = dict(parse_qsl(body.decode())).get("idcard")
            fault = self._fault(Source.COURT.value, number)
            reply = self._registers.about_person(path.removeprefix(PERSONS), body)
        else:
            name = path.removeprefix(f"{BUSINESSES}/")
            number = query.get("searchKey") or query.get("keyword")
            fault = self._fault((Source.COURT if name in LISTS else Source.REGISTRY).value, number)
            reply = self._registers.about_business(name, query, _headers(scope))
        return reply if fault is None else await spoiled(reply, fault, number)

    async def _signatures(self, scope: Mapping[str, Any], body: bytes) -> Reply:
        fault = self._fault(SIGNATURE, None)
        query = scope["query_string"].decode()
        path = scope["path"].removeprefix(ESIGN) + (f"?{query}" if query else "")
        reply = self._esign.answer(scope["method"], path, _headers(scope), body)
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
            return await self._tencent(_headers(scope), body)
        if path in _NETWORK:
            return await self._network(path, body)
        request, number = _object(body), None
        known = SOURCES.get(path)
        if known is not None:
            source, label, valid_for = known
            number = number_of(request)
            fault = self._fault(source.value, number)
            reply = self._sources.answer(source, label, valid_for, number, request)
            if path.endswith(".xml"):
                reply = Reply(200, document("response", orjson.loads(reply.body)), XML)
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
        if not fault.error and (status := fault.at_the_door) is not None:
            raise Refused(status, "fault")
        return fault

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
            case "GET", "signatures", "":
                return _json({"items": [flow_listed(each) for each in self._esign.flows.flows.values()]})
            case "PUT", "signatures", flow_id if flow_id in self._esign.flows.flows:
                self._esign.flows.act(self._esign.flows.flows[flow_id], _valid(Act, body))
            case "PUT", "invoices", number if number:
                self._cloud.invoices.known[number] = _valid(Invoice, body)
            case "POST", "scenarios", "":
                self.apply(_valid(Scenario, body))
                await self._payments.book.durable()
            case "POST", "breaks", "":
                self._break(_valid(Break, body))
                await self._payments.book.durable()
            case "PUT", "people", number if number:
                self._override(number, _valid(Override, body))
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
                self._give_back(_valid(Return, body))
                await self._payments.book.durable()
            case "POST", "payment-scripts", "":
                self._payments.scripts.append(_valid(Script, body))
            case "DELETE", "payment-scripts", "":
                self._payments.scripts.clear()
            case _:
                raise Refused(404, f"no such switch; providers are {', '.join(sorted(PROVIDERS))}")
        return Reply(204, b"")

    def apply(self, scenario: Scenario) -> None:
        """Switches everything on that a scenario tells of. Raises Refused for what there is not."""
        if unknown := scenario.faults.keys() - PROVIDERS:
            raise Refused(422, f"no such provider: {', '.join(sorted(unknown))}")
        for number, override in scenario.people.items():
            self._override(number, override)
        for provider, fault in scenario.faults.items():
            self._faults.put(provider, fault)
        self._payments.scripts.extend(scenario.payment_scripts)
        for card, balance in scenario.balances.items():
            self._payments.agreements.balances[card] = balance.balance_minor
        self._cloud.invoices.known.update(scenario.invoices)
        for back in scenario.returns:
            self._give_back(back)
        for wrong in scenario.breaks:
            self._break(wrong)

    def _give_back(self, back: Return) -> None:
        if not self._payments.give_back(back.order_id, back.settle_date):
            raise Refused(404, "no such order that is settled")

    def _break(self, wrong: Break) -> None:
        if not self._payments.break_file(wrong):
            raise Refused(404, "no such order")

    def _override(self, number: str, override: Override) -> None:
        at = self._clock()
        try:
            self._profiles.override(number, override, at)
            profile = self._profiles.get(number, at)
            assert profile is not None
            # Facts that cannot be told are refused now, not when they are asked for.
            for source in profile.overridden - profile.answers.keys():
                rendered(source, profile, profile.name or "", number, at)
        except (ValueError, IndexError) as error:
            self._profiles.restore(number)
            raise Refused(422, f"these facts cannot be: {error}") from error


def _valid(model: type[M], body: bytes) -> M:
    try:
        return model.model_validate_json(body or b"{}")
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()]
        raise Refused(422, "; ".join(wrong)) from error


def _headers(scope: Mapping[str, Any]) -> dict[str, str]:
    """By names in small letters."""
    return {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}


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
