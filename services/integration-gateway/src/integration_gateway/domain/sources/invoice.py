"""Invoices that prove what a loan is used for (domain.md R-2.6a, §7.9a), as the tax authorities know them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InvoiceVerdict(StrEnum):
    """What is said of an invoice."""

    MATCHES = "MATCHES"
    DIFFERS = "DIFFERS"  # there is one of this number, and it says something else
    UNKNOWN = "UNKNOWN"  # there is none, or it is older than five years
    LIMIT = "LIMIT"  # it was asked about too often today


class InvoiceState(StrEnum):
    """What became of an invoice."""

    NORMAL = "NORMAL"
    VOID = "VOID"
    RED = "RED"  # taken back by a negative one
    PARTLY_RED = "PARTLY_RED"


@dataclass(frozen=True, slots=True)
class InvoiceQuestion:
    """What an invoice says. A fully digital one has no code; ordinary ones need the last digits of their check code."""

    number: str
    issued_on: date
    code: str | None = None
    kind: str | None = None
    check_code: str | None = None
    amount_minor: int | None = None  # without tax


@dataclass(frozen=True, slots=True)
class InvoiceAnswer:
    """What the authorities know of it; parties and amounts where it matches."""

    verdict: InvoiceVerdict
    code: str
    state: InvoiceState | None = None
    seller: str | None = None
    buyer: str | None = None
    amount_minor: int | None = None
    tax_minor: int | None = None
    total_minor: int | None = None
