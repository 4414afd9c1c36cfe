"""Tencent's check of invoices (VatInvoiceVerifyNew) as an Invoices port."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from integration_gateway.clients.outbound import CallFailed
from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.wire import Json, WrongSubject
from integration_gateway.domain.sources.invoice import InvoiceAnswer, InvoiceQuestion, InvoiceState, InvoiceVerdict
from loan_servicekit.core import Unavailable

VERDICTS: Final[Mapping[str, InvoiceVerdict]] = {
    "FailedOperation.InvoiceMismatch": InvoiceVerdict.DIFFERS,
    "ResourceNotFound.NoInvoice": InvoiceVerdict.UNKNOWN,
    "FailedOperation.CountLimitError": InvoiceVerdict.LIMIT,
}
"""The cloud's errors that say something of the invoice: every other one is its own trouble."""

STATES: Final[Mapping[str, InvoiceState]] = {
    "N": InvoiceState.NORMAL,
    "Y": InvoiceState.VOID,
    "H": InvoiceState.RED,
    "HF": InvoiceState.RED,
    "HP": InvoiceState.PARTLY_RED,
}


class TencentInvoices:
    """Implements Invoices."""

    def __init__(self, ocr: Cloud) -> None:
        self._ocr = ocr

    async def check(self, question: InvoiceQuestion) -> InvoiceAnswer:
        """One question, charged. Raises Unavailable `invoices-unavailable`."""
        asked = {
            "InvoiceNo": question.number,
            "InvoiceDate": question.issued_on.isoformat(),
            "InvoiceCode": question.code,
            "InvoiceKind": question.kind,
            "CheckCode": question.check_code,
            "Amount": None if question.amount_minor is None else str(Decimal(question.amount_minor).scaleb(-2)),
        }
        told = {name: value for name, value in asked.items() if value is not None}
        try:
            return await self._ocr.call(
                "VatInvoiceVerifyNew", told, lambda answer, raw: _read(answer, question.number), frozenset(VERDICTS)
            )
        except CallFailed as failure:
            raise Unavailable("invoices-unavailable", f"invoices cannot be checked now ({failure.code})") from failure


def _read(answer: Json, number: str) -> InvoiceAnswer:
    if error := answer.get("Error"):
        return InvoiceAnswer(VERDICTS[error["Code"]], str(error["Code"]))
    found = answer["Invoice"]
    if found["Number"] != number:
        raise WrongSubject("an answer about another invoice")
    return InvoiceAnswer(
        InvoiceVerdict.MATCHES,
        "ok",
        STATES[found["IsAbandoned"]],
        str(found["SellerTaxCode"]),
        str(found["BuyerTaxCode"]),
        fen(found["AmountWithoutTax"]),
        fen(found["TaxAmount"]),
        fen(found["AmountWithTax"]),
    )
