"""Invoices as the tax authorities have them: those that a test has told of."""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_A_DAY = 5


class Invoice(BaseModel):
    """One invoice, in fen."""

    model_config = ConfigDict(extra="forbid")

    issued_on: date
    seller: str
    buyer: str
    amount_minor: Annotated[int, Field(ge=1)]
    tax_minor: Annotated[int, Field(ge=0)] = 0
    state: Literal["N", "Y", "H", "HP", "HF"] = "N"
    code: str = ""


class Invoices:
    """What is known, and how often it was asked for today."""

    def __init__(self) -> None:
        self.known: dict[str, Invoice] = {}
        self._asked: Counter[tuple[str, date]] = Counter()

    def told(self, question: dict[str, Any], today: date) -> tuple[str, dict[str, Any]]:
        """An error's code and nothing, or nothing and the invoice."""
        number = str(question["InvoiceNo"])
        self._asked[number, today] += 1
        if self._asked[number, today] > MOST_A_DAY:
            return "FailedOperation.CountLimitError", {}
        found = self.known.get(number)
        if found is None:
            return "ResourceNotFound.NoInvoice", {}
        amount = question.get("Amount")
        differs = amount is not None and Decimal(str(amount)) * 100 != found.amount_minor
        if differs or question["InvoiceDate"] != found.issued_on.isoformat():
            return "FailedOperation.InvoiceMismatch", {}
        return "", {
            "Code": found.code,
            "Number": number,
            "Date": found.issued_on.isoformat(),
            "SellerTaxCode": found.seller,
            "BuyerTaxCode": found.buyer,
            "AmountWithoutTax": _yuan(found.amount_minor),
            "TaxAmount": _yuan(found.tax_minor),
            "AmountWithTax": _yuan(found.amount_minor + found.tax_minor),
            "IsAbandoned": found.state,
        }


def _yuan(minor: int) -> str:
    return format(Decimal(minor).scaleb(-2), "f")
