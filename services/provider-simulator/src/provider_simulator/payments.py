"""What becomes of payments: the channel's words for it (domain.md §7.8), and what tests want to become of some."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from provider_simulator.payment_book import Entry

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
    "31": "商户状态不正确",
    "33": "交易金额超限",
    "34": "查无此交易",
    "37": "已超过最大查询次数",
    "40": "绑定关系检查失败",
    "60": "交易失败，详情请咨询发卡行",
    "61": "输入的卡号无效",
    "62": "发卡银行不支持该商户",
    "63": "卡状态不正确",
    "64": "卡上的余额不足",
    "65": "输入的密码、有效期或CVN2有误",
    "66": "持卡人身份信息或手机号不正确",
    "71": "短信验证码错误",
    "73": "卡片已过有效期",
    "98": "文件不存在",
    "A6": "有缺陷的成功",
}
_OPEN = frozenset({"01", "03", "04", "05", "60"})


class Telling(StrEnum):
    """How the channel notifies that an order has ended well."""

    UNASKED = "unasked"  # after a moment, where nobody has asked about it meanwhile
    ONCE = "once"
    TWICE = "twice"
    NEVER = "never"
    EARLY = "early"  # before the order itself is answered
    FORGED = "forged"  # not as it was signed
    LATE = "late"  # `notify_after_s` later, asked about or not


class Script(BaseModel):
    """What shall become of orders that match: a refusal (64), or an open answer (03) that a query ends as `then`; and
    how the channel notifies of those that end well at once."""

    model_config = ConfigDict(extra="forbid")

    card: str | None = None
    amount_minor: int | None = None
    biz_no: str | None = None
    code: Annotated[str, Field(pattern=r"^[0-9A-Z]\d$")]
    then: Annotated[str | None, Field(pattern=r"^[0-9A-Z]\d$")] = None
    after_queries: Annotated[int, Field(ge=1)] = 1
    notify: Telling = Telling.UNASKED
    notify_after_s: Annotated[float, Field(ge=0, le=86_400)] = 5.0

    @model_validator(mode="after")
    def _complete(self) -> "Script":
        if self.card is None and self.amount_minor is None and self.biz_no is None:
            raise ValueError("a script needs a card, an amount or a business number to match")
        if (self.code in _OPEN) != (self.then is not None):
            raise ValueError("open codes (01, 03, 04, 05, 60), and only they, need a `then`")
        return self

    def matches(self, card: str, amount_minor: int, biz_no: str) -> bool:
        """Whether the order is meant."""
        return self.card in (None, card) and self.amount_minor in (None, amount_minor) and self.biz_no in (None, biz_no)


class Balance(BaseModel):
    """What is on a card: collections beyond it are refused (64), and each that goes well takes from it."""

    model_config = ConfigDict(extra="forbid")

    balance_minor: Annotated[int, Field(ge=0)]


class Return(BaseModel):
    """Whose money went back, and on which settlement day (MMDD; absent: today)."""

    model_config = ConfigDict(extra="forbid")

    order_id: str
    settle_date: Annotated[str | None, Field(pattern=r"^\d{4}$")] = None


class Break(BaseModel):
    """What is wrong with the file of a settlement day (MMDD; absent: that of the order): an order is left out or stands
    there with another amount, or one stands there that nobody has sent."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["LEFT_OUT", "OTHER_AMOUNT", "STRANGER"]
    order_id: Annotated[str, Field(pattern=r"^[0-9A-Za-z]{8,32}$")]
    amount_minor: Annotated[int | None, Field(ge=1)] = None
    settle_date: Annotated[str | None, Field(pattern=r"^\d{4}$")] = None

    @model_validator(mode="after")
    def _complete(self) -> "Break":
        if (self.kind == "LEFT_OUT") == (self.amount_minor is not None):
            raise ValueError("an amount belongs to OTHER_AMOUNT and STRANGER")
        return self


def stranger(wrong: Break, now: datetime, number: int) -> Entry:
    """An order of the file that nobody has sent."""
    return Entry(
        order_id=wrong.order_id,
        biz_no="nobody's",
        txn_type="12",
        amount_minor=wrong.amount_minor or 0,
        account="620999******0011",
        code="00",
        query_id=f"{now:%Y%m%d}{number:013d}",
        trace_no="000001",
        settle_date=wrong.settle_date or f"{now:%m%d}",
        booked_at=now.isoformat(),
        trade_date=f"{now:%Y%m%d}",
        txn_time=f"{now:%Y%m%d%H%M%S}",
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
        "returned_on": entry.returned_on,
        "booked_at": entry.booked_at,
    }


def passes_luhn(card: str) -> bool:
    """Whether the check digit of a card number is right."""
    digits = [int(digit) for digit in reversed(card)]
    return bool(digits) and (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0
