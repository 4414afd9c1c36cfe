"""What is asked of UnionPay ACP 5.1.0 and what it answers: pay-out (代付), collection (代收), the agreement for
it, query, real-name check, back notification and reconciliation file. Amounts in fen, times of Beijing."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

from integration_gateway.clients.payments.unionpay.credentials import Keys
from integration_gateway.clients.payments.unionpay.envelope import encrypted, form, parsed, posted, signed
from integration_gateway.clients.wire import WrongSubject
from integration_gateway.domain.payments.agreement import AgreementAnswer, AgreementQuestion
from integration_gateway.domain.payments.agreement import answer_of as agreement_answer
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion, answer_of
from integration_gateway.domain.payments.payment import (
    ORDER_UNKNOWN,
    PaymentOrder,
    PaymentResult,
    PaymentState,
    state_of,
)
from loan_contracts.lending import PaymentDirection

CHINA: Final = timezone(timedelta(hours=8))
ACCEPTED: Final = "accepted"
"""Our own: the network has taken an order; how it ends is told by a query."""

_PAY_OUT, _COLLECT, _CHECK, _QUERY, _FILE = ("12", "00"), ("11", "00"), ("72", "01"), ("00", "00"), ("76", "01")
_SIGN, _END = ("72", "11", "000501"), ("74", "04", "000501")
_KINDS: Final = {  # type, subtype and product; what was paid too much goes back as a transfer of its own
    PaymentDirection.PAY_OUT: (*_PAY_OUT, "000401"),
    PaymentDirection.COLLECT: (*_COLLECT, "000501"),
    PaymentDirection.REFUND: (*_PAY_OUT, "000401"),
}
_CURRENCIES: Final = {"CNY": "156"}
_IDENTITY_CARD = "01"
_CARD, _CORPORATE = "01", "04"
_WELL, _NO_FILE = "00", "98"


@dataclass(frozen=True, slots=True)
class Merchant:
    """As whom the network is asked: the merchant, where it notifies him, whether he encrypts what names a person."""

    number: str
    back_url: str
    encrypts: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """The merchant with the keys of now, at a time."""

    merchant: Merchant
    keys: Keys
    at: datetime

    def form(self, fields: Mapping[str, str]) -> bytes:
        """A message under his signature, as it is posted."""
        return form(signed(fields, self.keys.key, self.keys.cert_id))


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification that an order has ended. What is said of it is asked for anyway."""

    order_id: str
    txn_time: str


def order_form(order: PaymentOrder, us: Speaker) -> bytes:
    """The order as the network wants it; `reqReserved` comes back in notifications, queries and files."""
    kind = _KINDS[order.direction]
    fields = _head(kind, us, order.order_id, trade_time(order)) | {
        "channelType": "07",
        "accType": _CARD if order.registration is None else _CORPORATE,
        "txnAmt": str(order.amount_minor),
        "currencyCode": _CURRENCIES[order.currency],
        "backUrl": us.merchant.back_url,
        "reqReserved": order.biz_no,
        **_other_side(order, us),
    }
    return us.form(fields)


def _other_side(order: PaymentOrder, us: Speaker) -> dict[str, str]:
    """Who is paid or pays: a firm, a card with its holder, or the agreement under which the network knows both."""
    if order.binding is not None:
        return {"bindId": order.binding}
    if order.registration is not None:
        return _firm(order.card, order.name, order.registration, us)
    return _holder(order.card, order.name, order.identity_number, "", us)


def agreement_form(question: AgreementQuestion, us: Speaker) -> bytes:
    """An agreement to collect, with the elements of the card that it is about; we give it its number."""
    told = _holder(question.card, question.name, question.identity_number, question.mobile, us)
    head = _head(_SIGN, us, question.order_id, beijing(us.at)) | {"channelType": "07", "accType": _CARD}
    return us.form(head | {"bindId": question.binding} | told)


def agreement_end_form(question: AgreementQuestion, us: Speaker) -> bytes:
    """The end of an agreement."""
    return us.form(_head(_END, us, question.order_id, beijing(us.at)) | {"bindId": question.binding})


def query_form(order: PaymentOrder, us: Speaker) -> bytes:
    """A question about an earlier order, by the number and the time that it was sent with."""
    kind = (*_QUERY, _KINDS[order.direction][2])
    return us.form(_head(kind, us, order.order_id, trade_time(order)))


def check_form(question: CardQuestion, us: Speaker) -> bytes:
    """A question about the four elements of a card."""
    told = _holder(question.card, question.name, question.identity_number, question.mobile, us)
    head = _head((*_CHECK, "000401"), us, question.order_id, beijing(us.at)) | {"channelType": "07", "accType": "01"}
    return us.form(head | told)


def file_form(settled_on: date, us: Speaker) -> bytes:
    """A request for the reconciliation file of a settlement day."""
    kind, subtype = _FILE
    fields = {
        "version": "5.1.0",
        "encoding": "UTF-8",
        "signMethod": "01",
        "txnType": kind,
        "txnSubType": subtype,
        "bizType": "000000",
        "accessType": "0",
        "merId": us.merchant.number,
        "settleDate": f"{settled_on:%m%d}",
        "txnTime": beijing(us.at),
        "fileType": "00",
    }
    return us.form(fields)


def read_order(raw: bytes, order: PaymentOrder, us: Speaker) -> PaymentResult:
    """Whether the network has taken an order, or refused it for good."""
    answer = _believed(raw, us)
    _require_about(answer, us, order.order_id, trade_time(order))
    if answer.get("txnAmt", str(order.amount_minor)) != str(order.amount_minor):
        raise WrongSubject("an answer about another amount")
    code = answer["respCode"]
    if code == _WELL:
        return PaymentResult(order.order_id, PaymentState.UNKNOWN, ACCEPTED, answer.get("queryId", ""))
    state = PaymentState.FAIL if state_of(code) is PaymentState.FAIL else PaymentState.UNKNOWN
    return PaymentResult(order.order_id, state, code, answer.get("queryId", ""))


def read_query(raw: bytes, order: PaymentOrder, us: Speaker) -> PaymentResult:
    """What became of an order: the original code where the query itself went well."""
    answer = _believed(raw, us)
    _require_about(answer, us, order.order_id, trade_time(order))
    code = answer["respCode"]
    if code != _WELL:
        # A query that fails says nothing about the payment, whatever its code would mean for a payment.
        found = ORDER_UNKNOWN if code == ORDER_UNKNOWN else f"query-{code}"
        return PaymentResult(order.order_id, PaymentState.UNKNOWN, found)
    if answer["txnAmt"] != str(order.amount_minor):
        raise WrongSubject("an order of another amount")
    original = answer["origRespCode"]
    settled_on, reference = answer.get("settleDate", ""), answer.get("queryId", "")
    trace = f"{answer.get('traceNo', '')} {answer.get('traceTime', '')}".strip()
    return PaymentResult(order.order_id, state_of(original), original, reference, settled_on, trace=trace)


def read_check(raw: bytes, question: CardQuestion, us: Speaker) -> CardAnswer:
    """What the network says of the elements of a card."""
    answer = _believed(raw, us)
    _require_about(answer, us, question.order_id, beijing(us.at))
    return answer_of(answer["respCode"])


def read_agreement(raw: bytes, question: AgreementQuestion, us: Speaker) -> AgreementAnswer:
    """What the network says of an agreement."""
    answer = _believed(raw, us)
    _require_about(answer, us, question.order_id, beijing(us.at))
    return agreement_answer(answer["respCode"])


def read_notice(body: bytes, us: Speaker) -> Notice:
    """What a notification is about. BadSignature where it is not the network's; ValueError or KeyError for no form."""
    fields = posted(body)
    us.keys.trust.require(fields, us.at)
    if fields["merId"] != us.merchant.number:
        raise WrongSubject("a notification for another merchant")
    return Notice(fields["orderId"], fields["txnTime"])


def read_file(raw: bytes, us: Speaker) -> str | None:
    """The packed content of a reconciliation file; None as long as there is none."""
    answer = _believed(raw, us)
    if answer["merId"] != us.merchant.number:
        raise WrongSubject("a file for another merchant")
    if answer["respCode"] == _NO_FILE:
        return None
    if answer["respCode"] != _WELL:
        raise ValueError(f"no file: {answer['respCode']}")
    return answer["fileContent"]


def trade_time(order: PaymentOrder) -> str:
    """When an order was fixed; its day is the trade date within which its number is unique."""
    return beijing(order.ordered_at)


def beijing(at: datetime) -> str:
    """YYYYMMDDhhmmss, Beijing time."""
    return f"{at.astimezone(CHINA):%Y%m%d%H%M%S}"


def _head(kind: tuple[str, str, str], us: Speaker, order_id: str, txn_time: str) -> dict[str, str]:
    return {
        "version": "5.1.0",
        "encoding": "UTF-8",
        "signMethod": "01",
        "txnType": kind[0],
        "txnSubType": kind[1],
        "bizType": kind[2],
        "accessType": "0",
        "merId": us.merchant.number,
        "orderId": order_id,
        "txnTime": txn_time,
    }


def _holder(card: str, name: str, number: str, mobile: str, us: Speaker) -> dict[str, str]:
    """Card and holder. Where the merchant encrypts, card and mobile number can be read by the network alone."""
    told = {"certifTp": _IDENTITY_CARD, "certifId": number} if number else {}
    told["customerNm"] = name
    if mobile and us.merchant.encrypts and us.keys.encryption is not None:
        told["encryptedInfo"] = encrypted(f"phoneNo={mobile}", us.keys.encryption)
    elif mobile:
        told["phoneNo"] = mobile
    return _account(card, us) | {"customerInfo": b64encode(_block(told).encode()).decode()}


def _firm(account: str, name: str, registration: str, us: Speaker) -> dict[str, str]:
    """The account of a firm, which has no holder to be asked: its name and registration number stand beside it."""
    told = {"comDebitCardAccName": name, "businessLicenseRegNo": registration}
    return _account(account, us) | {"reserved": _block(told)}


def _account(number: str, us: Speaker) -> dict[str, str]:
    if not us.merchant.encrypts:
        return {"accNo": number}
    if us.keys.encryption is None:
        raise ValueError("no certificate to encrypt with")
    return {"accNo": encrypted(number, us.keys.encryption), "encryptCertId": us.keys.encryption_cert_id}


def _block(told: Mapping[str, str]) -> str:
    return "{" + "&".join(f"{key}={value}" for key, value in told.items()) + "}"


def _believed(raw: bytes, us: Speaker) -> Mapping[str, str]:
    answer = parsed(raw.decode())
    us.keys.trust.require(answer, us.at)
    return answer


def _require_about(answer: Mapping[str, str], us: Speaker, order_id: str, txn_time: str) -> None:
    if (answer["merId"], answer["orderId"], answer["txnTime"]) != (us.merchant.number, order_id, txn_time):
        raise WrongSubject("an answer about another transaction")
