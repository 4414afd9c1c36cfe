"""Credit transfer, debit and query (domain.md §7.8). An order number moves money at most once."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from provider_simulator.answers import CHINA
from provider_simulator.payment_book import Entry, PaymentBook

MESSAGES = {
    "00": "成功",
    "01": "交易失败",
    "03": "交易通讯超时",
    "04": "交易状态未明",
    "05": "交易已受理",
    "10": "报文格式错误",
    "11": "验证签名失败",
    "12": "重复交易",
    "13": "报文交易要素缺失",
    "30": "交易未通过",
    "33": "交易金额超限",
    "34": "查无此交易",
    "60": "交易失败，详情请咨询发卡行",
    "61": "输入的卡号无效",
    "62": "发卡银行不支持该商户",
    "63": "卡状态不正确",
    "64": "卡上的余额不足",
    "65": "输入的密码、有效期或CVN2有误",
    "66": "持卡人身份信息或手机号不正确",
    "71": "短信验证码错误",
    "73": "卡片已过有效期",
    "A6": "有缺陷的成功",
}
ORDER_WINDOW = timedelta(minutes=2)
"""`txnTime` has to be the present time: what arrives later than that is refused (domain.md R-7.8a)."""

_OPEN = frozenset({"01", "03", "04", "05", "60"})


class Transaction(BaseModel):
    """An order as it arrives."""

    model_config = ConfigDict(extra="forbid", strict=True)

    orderId: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{8,40}$")]
    txnTime: Annotated[str, Field(pattern=r"^\d{14}$")]
    bizNo: Annotated[str, Field(max_length=64)]
    txnType: Annotated[str, Field(pattern="^(11|12)$")]
    acct: Annotated[str, Field(pattern=r"^\d{13,19}$")]
    name: Annotated[str, Field(min_length=1, max_length=64)]
    idNo: Annotated[str, Field(min_length=1, max_length=32)]
    txnAmt: Annotated[int, Field(gt=0)]
    currency: Annotated[str, Field(pattern="^156$")]


class Script(BaseModel):
    """What shall become of orders that match: a refusal (64), or an open answer (03) that a query ends as `then`."""

    model_config = ConfigDict(extra="forbid")

    card: str | None = None
    amount_minor: int | None = None
    biz_no: str | None = None
    code: Annotated[str, Field(pattern=r"^[0-9A-Z]\d$")]
    then: Annotated[str | None, Field(pattern=r"^[0-9A-Z]\d$")] = None
    after_queries: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _complete(self) -> "Script":
        if self.card is None and self.amount_minor is None and self.biz_no is None:
            raise ValueError("a script needs a card, an amount or a business number to match")
        if (self.code in _OPEN) != (self.then is not None):
            raise ValueError("open codes (01, 03, 04, 05, 60), and only they, need a `then`")
        return self

    def matches(self, order: Transaction) -> bool:
        """Whether the order is meant."""
        return (
            self.card in (None, order.acct)
            and self.amount_minor in (None, order.txnAmt)
            and self.biz_no in (None, order.bizNo)
        )


class PaymentChannel:
    """The card network's side of a payment."""

    def __init__(self, book: PaymentBook, clock: Callable[[], datetime], window: timedelta = ORDER_WINDOW) -> None:
        self.book, self._clock, self._window = book, clock, window
        self.scripts: list[Script] = []

    async def transact(self, request: Mapping[str, Any]) -> dict[str, object]:
        """Books an order and answers it. A number that is in the book of its trade date is a duplicate, whatever it
        asks for; under another date it is another payment, as with the network."""
        try:
            order = Transaction.model_validate(request)
        except ValidationError:
            return _reply(str(request.get("orderId", "")), "10")
        entry = self.book.get(order.orderId, order.txnTime[:8])
        if entry is not None:
            entry.requests += 1
            self.book.put(entry)
            await self.book.durable()
            return {**_told(entry), **_reply(entry.order_id, "12")}
        at = self._clock()
        if not self._is_of_now(order.txnTime, at):
            return _reply(order.orderId, "10")
        entry = self._booked(order, at)
        self.book.put(entry)
        await self.book.durable()
        return {**_told(entry), **_reply(entry.order_id, entry.code)}

    def _is_of_now(self, txn_time: str, at: datetime) -> bool:
        try:
            told = datetime.strptime(txn_time, "%Y%m%d%H%M%S").replace(tzinfo=CHINA)
        except ValueError:
            return False
        return abs(at - told) <= self._window

    def authenticate(self, request: Mapping[str, Any], person_known: bool) -> dict[str, object]:
        """The answer about the four elements of a card; a script for the card goes before everything else."""
        order_id, card = str(request.get("orderId", "")), str(request.get("acct", ""))
        script = next((script for script in self.scripts if script.card == card), None)
        code = "61" if not _passes_luhn(card) or not card else script.code if script else "00" if person_known else "65"
        return _reply(order_id, code)

    async def query(self, request: Mapping[str, Any]) -> dict[str, object]:
        """What became of an order. A query itself goes well (00) or knows nothing (34)."""
        order_id = str(request.get("orderId", ""))
        entry = self.book.get(order_id, str(request.get("txnTime", ""))[:8])
        if entry is None or entry.txn_time not in ("", request.get("txnTime")):
            return _reply(order_id, "34")
        if entry.then is not None:
            entry.queries_left -= 1
            if entry.queries_left <= 0:
                entry.code, entry.then = entry.then, None
            self.book.put(entry)
        await self.book.durable()
        return {**_told(entry), **_reply(order_id, "00"), "origRespCode": entry.code}

    def _booked(self, order: Transaction, at: datetime) -> Entry:
        script = next((script for script in self.scripts if script.matches(order)), None)
        code = "61" if not _passes_luhn(order.acct) else script.code if script else "00"
        number = len(self.book) + 1
        local = at.astimezone(CHINA)
        return Entry(
            order_id=order.orderId,
            biz_no=order.bizNo,
            txn_type=order.txnType,
            amount_minor=order.txnAmt,
            account=f"{order.acct[:6]}******{order.acct[-4:]}",
            code=code,
            query_id=f"{local:%Y%m%d}{number:013d}",
            trace_no=f"{number % 1_000_000:06d}",
            trade_date=order.txnTime[:8],
            txn_time=order.txnTime,
            settle_date=f"{local:%m%d}",
            booked_at=at.isoformat(),
            then=script.then if script and code == script.code else None,
            queries_left=script.after_queries if script else 0,
        )


def listed(entry: Entry) -> dict[str, object]:
    """An order as the admin interface shows it."""
    return {
        "order_id": entry.order_id,
        "biz_no": entry.biz_no,
        "txn_type": entry.txn_type,
        "amount_minor": entry.amount_minor,
        "account": entry.account,
        "code": entry.code,
        "state": entry.state,
        "requests": entry.requests,
        "query_id": entry.query_id,
        "booked_at": entry.booked_at,
    }


def _told(entry: Entry) -> dict[str, object]:
    return {
        "txnType": entry.txn_type,
        "acct": entry.account,
        "txnAmt": entry.amount_minor,
        "currency": "156",
        "queryId": entry.query_id,
        "settleDate": entry.settle_date,
        "traceNo": entry.trace_no,
    }


def _reply(order_id: str, code: str) -> dict[str, object]:
    return {"orderId": order_id, "respCode": code, "respMsg": MESSAGES.get(code, "交易处理中")}


def _passes_luhn(card: str) -> bool:
    digits = [int(digit) for digit in reversed(card)]
    return bool(digits) and (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0
