"""The card network: takes orders, says what became of them, checks who holds a card, hands out files."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from provider_simulator.acp import settlement
from provider_simulator.acp.agreements import Agreements, Holder
from provider_simulator.acp.chain import MERCHANT, Chain
from provider_simulator.acp.envelope import Fields, block, inside, is_signed, line, opened, sealed
from provider_simulator.acp.notices import Notices
from provider_simulator.answers import CHINA
from provider_simulator.faults import Fault
from provider_simulator.payment_book import Entry, PaymentBook
from provider_simulator.payments import MESSAGES, Break, Script, Telling, passes_luhn, stranger
from provider_simulator.replies import Reply

ORDER_WINDOW = timedelta(minutes=2)
"""`txnTime` has to be the present time: what arrives later than that is refused (domain.md R-7.8a)."""

UNASKED_AFTER_S = 1.0
MOST_QUERIES = 100  # about one order, before they are too many
_TEXT = ((b"content-type", b"text/html;charset=UTF-8"),)
_KIND = ("version", "encoding", "signMethod", "txnType", "txnSubType", "bizType", "accessType")
_ECHOED = (*_KIND, "merId", "orderId", "txnTime")
_NEEDED = {
    "12": ("orderId", "txnTime", "txnAmt", "currencyCode", "accNo", "customerInfo", "channelType", "backUrl"),
    "11": ("orderId", "txnTime", "txnAmt", "currencyCode", "accNo", "customerInfo", "channelType", "backUrl"),
    "72": ("orderId", "txnTime", "accNo", "customerInfo"),
    "74": ("orderId", "txnTime", "bindId"),
    "00": ("orderId", "txnTime"),
    "76": ("settleDate", "txnTime", "fileType"),
}
_CORPORATE = "04"
_CUT_OFF_HOUR = 23  # a settlement day ends then
_AGREEMENT = "11"  # of 72: to collect under; anything else asks whether the elements belong together
_ANOTHER_ORDER = "DF00000000000000000000000001"


class NotBound(LookupError):
    """No agreement has this number."""


class Network:
    """UnionPay's side of ACP. `knows` says whether a name belongs to an identity number."""

    def __init__(
        self,
        book: PaymentBook,
        chain: Chain,
        clock: Callable[[], datetime],
        knows: Callable[[str, str], bool],
        window: timedelta = ORDER_WINDOW,
    ) -> None:
        self.book, self._chain, self._clock, self._knows, self._window = book, chain, clock, knows, window
        self.scripts: list[Script] = []
        self.agreements = Agreements(book.folder)
        self._notices = Notices()

    async def answer(self, fields: Mapping[str, str], fault: Fault | None) -> Reply:
        """The answer to a request of any kind."""
        told = {name: fields[name] for name in _ECHOED if name in fields}
        told |= await self._said(fields)
        told["respMsg"] = f"{MESSAGES.get(told['respCode'], '交易处理中')}[{told['respCode']:0>7}]"
        if fault is not None and fault.about_another:
            told["orderId"] = _ANOTHER_ORDER
        expired = fault is not None and fault.expired_certificate
        whole = sealed(told, self._chain.expired if expired else self._chain.certificate, self._chain.key)
        if fault is not None and fault.wrong_signature:
            whole["respMsg"] += "."
        return Reply(200, line(whole), _TEXT)

    def holder(self, fields: Mapping[str, str]) -> Holder:
        """Card and holder of a request, opened where encrypted, or those of the agreement that it names. ValueError or
        KeyError where they are not told."""
        if fields.get("txnType") == "11" and fields.get("bindId"):
            if (bound := self.agreements.get(fields["bindId"])) is None:
                raise NotBound
            return bound
        if fields.get("accType") == _CORPORATE:
            firm = inside(fields["reserved"])
            return Holder(self._account(fields), firm["comDebitCardAccName"], firm["businessLicenseRegNo"], "")
        told = block(fields["customerInfo"])
        hidden = told.get("encryptedInfo")
        if hidden is not None:
            told |= dict(pair.split("=", 1) for pair in opened(hidden, self._chain.encryption).split("&"))
        told |= {"accNo": self._account(fields)}
        return Holder(told["accNo"], told.get("customerNm", ""), told.get("certifId", ""), told.get("phoneNo", ""))

    def _account(self, fields: Mapping[str, str]) -> str:
        number = fields["accNo"]
        return opened(number, self._chain.encryption) if fields.get("encryptCertId") else number

    def person(self, fields: Mapping[str, str]) -> str | None:
        """The identity number that a request names, if it does."""
        try:
            return self.holder(fields).number or None
        except (ValueError, LookupError):
            return None

    def give_back(self, order_id: str, settle_date: str | None) -> bool:
        """An order's money goes back, and stands among the adjustments of a day; False where none has settled."""
        entry = next((each for each in self.book.entries() if each.order_id == order_id), None)
        if entry is None or entry.state != "SUCCESS":
            return False
        entry.returned_on = settle_date or f"{self._clock().astimezone(CHINA):%m%d}"
        self.book.put(entry)
        return True

    def break_file(self, wrong: Break) -> bool:
        """Has a file say something else than what happened; False where there is no such order."""
        entry = next((each for each in self.book.entries() if each.order_id == wrong.order_id), None)
        if wrong.kind == "STRANGER":
            entry = stranger(wrong, self._clock().astimezone(CHINA), len(self.book) + 1)
        elif entry is None:
            return False
        else:
            entry.filed = wrong.kind if wrong.amount_minor is None else str(wrong.amount_minor)
            entry.settle_date = wrong.settle_date or entry.settle_date
        self.book.put(entry)
        return True

    async def _said(self, fields: Mapping[str, str]) -> Fields:
        kind = fields.get("txnType", "")
        if not is_signed(fields, self._chain.merchants):
            return {"respCode": "11"}
        if fields.get("version") != "5.1.0" or fields.get("signMethod") != "01" or kind not in _NEEDED:
            return {"respCode": "10"}
        if fields.get("merId") != MERCHANT:
            return {"respCode": "31"}
        holder = "reserved" if fields.get("accType") == _CORPORATE else "customerInfo"
        needed = [holder if name == "customerInfo" else name for name in _NEEDED[kind]]
        if kind == "11" and fields.get("bindId"):
            needed = [name for name in needed if name not in ("accNo", holder)]
        if any(not fields.get(name) for name in needed):
            return {"respCode": "13"}
        match kind:
            case "00":
                return await self._query(fields)
            case "72":
                return self._sign(fields) if fields.get("txnSubType") == _AGREEMENT else self._check(fields)
            case "74":
                return self._unbind(fields)
            case "76":
                return self._file(fields)
            case _:
                return await self._order(fields)

    async def _order(self, fields: Mapping[str, str]) -> Fields:
        order_id, txn_time, at = fields["orderId"], fields["txnTime"], self._clock()
        before = self.book.get(order_id, txn_time[:8])
        if before is not None:
            before.requests += 1
            self.book.put(before)
            await self.book.durable()
            return {"respCode": "12", "txnAmt": str(before.amount_minor)}
        try:
            holder, amount = self.holder(fields), int(fields["txnAmt"])
        except NotBound:
            return {"respCode": "40"}
        except (ValueError, KeyError):
            return {"respCode": "10"}
        if not (8 <= len(order_id) <= 32 and order_id.isascii() and order_id.isalnum() and 0 < amount < 10**12):
            return {"respCode": "10"}
        if fields["currencyCode"] != "156" or not self._is_of_now(txn_time, at):
            return {"respCode": "10"}
        entry, script = self._booked(fields, holder, amount, at)
        self.book.put(entry)
        await self.book.durable()
        await self._notify(entry, fields["backUrl"], script, early=True)
        self._tell(entry, fields["backUrl"], script)
        return {"txnAmt": str(amount), "queryId": entry.query_id} | _accepted(entry)

    def _booked(
        self, fields: Mapping[str, str], holder: Holder, amount: int, at: datetime
    ) -> tuple[Entry, Script | None]:
        biz_no = fields.get("reqReserved", "")
        script = next((each for each in self.scripts if each.matches(holder.card, amount, biz_no)), None)
        known = fields.get("accType") == _CORPORATE or passes_luhn(holder.card)  # accounts of firms have no check digit
        code = "61" if not known else script.code if script else "00"
        if code == "00" and fields["txnType"] == "11":
            code = "00" if self.agreements.covers(holder.card, amount) else "64"
            self.agreements.take(holder.card, amount if code == "00" else 0)
        number, local = len(self.book) + 1, at.astimezone(CHINA)
        settles = local + timedelta(days=1) if local.hour >= _CUT_OFF_HOUR else local
        entry = Entry(
            order_id=fields["orderId"],
            biz_no=biz_no,
            txn_type=fields["txnType"],
            amount_minor=amount,
            account=f"{holder.card[:6]}******{holder.card[-4:]}",
            code=code,
            query_id=f"{local:%Y%m%d}{number:013d}",
            trace_no=f"{number % 1_000_000:06d}",
            trade_date=fields["txnTime"][:8],
            txn_time=fields["txnTime"],
            settle_date=f"{settles:%m%d}",
            booked_at=at.isoformat(),
            then=script.then if script and code == script.code else None,
            queries_left=script.after_queries if script else 0,
        )
        return entry, script

    async def _query(self, fields: Mapping[str, str]) -> Fields:
        entry = self.book.get(fields["orderId"], fields["txnTime"][:8])
        if entry is None or entry.txn_time not in ("", fields["txnTime"]):
            return {"respCode": "34"}
        entry.queries += 1
        if entry.queries > MOST_QUERIES:
            return {"respCode": "37"}
        if entry.then is not None:
            entry.queries_left -= 1
            if entry.queries_left <= 0:
                entry.code, entry.then = entry.then, None
            self.book.put(entry)
        await self.book.durable()
        original = {"origRespCode": entry.code, "origRespMsg": MESSAGES.get(entry.code, "")}
        return {"respCode": "00"} | original | _settled(entry)

    def _check(self, fields: Mapping[str, str]) -> Fields:
        """Whether the elements of a card belong together; a script for the card goes before everything else."""
        try:
            holder = self.holder(fields)
        except (ValueError, KeyError):
            return {"respCode": "10"}
        if not self._is_of_now(fields["txnTime"], self._clock()):
            return {"respCode": "10"}
        script = next((each for each in self.scripts if each.card == holder.card), None)
        if not passes_luhn(holder.card):
            return {"respCode": "61"}
        if script is not None:
            return {"respCode": script.code}
        return {"respCode": "00" if self._knows(holder.number, holder.name) else "66"}

    def _sign(self, fields: Mapping[str, str]) -> Fields:
        """An agreement for a card whose elements belong together; one that is signed already stays as it is."""
        number = fields.get("bindId", "")
        if not number:
            return {"respCode": "13"}
        if self.agreements.get(number) is None:
            checked = self._check(fields)
            if checked["respCode"] != "00":
                return checked
            self.agreements.keep(number, self.holder(fields))
        return {"respCode": "00", "bindId": number}

    def _unbind(self, fields: Mapping[str, str]) -> Fields:
        if self.agreements.get(fields["bindId"]) is None:
            return {"respCode": "34"}
        self.agreements.keep(fields["bindId"], None)
        return {"respCode": "00", "bindId": fields["bindId"]}

    def _file(self, fields: Mapping[str, str]) -> Fields:
        today = self._clock().astimezone(CHINA).date()
        day = _day_of(fields["settleDate"], today)
        if day is None or day >= today:
            return {"respCode": "98"}
        entries = [
            each
            for each in self.book.entries()
            if each.settle_date == fields["settleDate"] and each.state == "SUCCESS" and each.filed != "LEFT_OUT"
        ]
        returned = [each for each in self.book.entries() if each.returned_on == fields["settleDate"]]
        packed = settlement.content(entries, returned, MERCHANT, day)
        return {"respCode": "00", "fileName": settlement.file_name(MERCHANT, day), "fileContent": packed}

    async def _notify(self, entry: Entry, address: str, script: Script | None, early: bool) -> None:
        if script is not None and script.notify is Telling.EARLY and entry.state == "SUCCESS" and early:
            await self._notices.told_once(address, self._notice(entry))

    def _tell(self, entry: Entry, address: str, script: Script | None) -> None:
        how = script.notify if script is not None else Telling.UNASKED
        if entry.state != "SUCCESS" or how in (Telling.NEVER, Telling.EARLY):
            return
        if how is Telling.UNASKED:
            asyncio.get_running_loop().call_later(UNASKED_AFTER_S, self._tell_unasked, entry, address)
            return
        fields = self._notice(entry)
        if how is Telling.LATE and script is not None:
            later = script.notify_after_s
            asyncio.get_running_loop().call_later(later, self._notices.tell, address, fields)
            return
        if how is Telling.FORGED:
            fields["txnAmt"] = str(entry.amount_minor + 1)
        self._notices.tell(address, fields, 2 if how is Telling.TWICE else 1)

    def _tell_unasked(self, entry: Entry, address: str) -> None:
        if not entry.queries:
            self._notices.tell(address, self._notice(entry))

    def _notice(self, entry: Entry) -> Fields:
        told = {
            "version": "5.1.0",
            "encoding": "UTF-8",
            "signMethod": "01",
            "txnType": entry.txn_type,
            "txnSubType": "00",
            "bizType": "000501" if entry.txn_type == "11" else "000401",
            "accessType": "0",
            "merId": MERCHANT,
            "orderId": entry.order_id,
            "txnTime": entry.txn_time,
            "respCode": entry.code,
            "respMsg": MESSAGES.get(entry.code, ""),
        }
        return sealed(told | _settled(entry), self._chain.certificate, self._chain.key)

    def _is_of_now(self, txn_time: str, at: datetime) -> bool:
        try:
            told = datetime.strptime(txn_time, "%Y%m%d%H%M%S").replace(tzinfo=CHINA)
        except ValueError:
            return False
        return abs(at - told) <= self._window


def _accepted(entry: Entry) -> Fields:
    """How a new order is answered: it is taken (00), refused, or nobody knows; never that it has succeeded."""
    return {"respCode": "00" if entry.state == "SUCCESS" else entry.code}


def _settled(entry: Entry) -> Fields:
    return {
        "txnAmt": str(entry.amount_minor),
        "currencyCode": "156",
        "settleAmt": str(entry.amount_minor),
        "settleCurrencyCode": "156",
        "settleDate": entry.settle_date,
        "traceNo": entry.trace_no,
        "traceTime": entry.txn_time[4:],
        "queryId": entry.query_id,
        "reqReserved": entry.biz_no,
    }


def _day_of(month_and_day: str, today: date) -> date | None:
    """The last day of that name up to today."""
    try:
        day = date(today.year, int(month_and_day[:2]), int(month_and_day[2:]))
    except ValueError:
        return None
    return day if day <= today else day.replace(year=today.year - 1)
