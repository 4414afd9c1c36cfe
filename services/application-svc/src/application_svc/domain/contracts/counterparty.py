"""Whom a loan is paid out to: the borrower, or the counterparty that the contract names (R-2.6a to R-2.6c)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import Counterparty
from application_svc.domain.bounds import Bounds
from application_svc.domain.contracts.contracting import open_offer
from application_svc.domain.customers.bank_cards import parse_bank_card
from application_svc.domain.customers.masking import mask_card
from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.errors import wrong_field
from application_svc.domain.products.product import CustomerType, Product
from application_svc.domain.products.uscc import parse_uscc
from loan_contracts.values import PayMode
from loan_servicekit.core import Conflict

ACCOUNT = re.compile(r"\d{8,32}", re.ASCII)
NAME_BYTES = 120  # of the network, where a Chinese character counts two
TOGETHER_WITHIN = timedelta(days=30)
"""Draws of one borrower for one purpose within this time count as one (化整为零, R-2.6c)."""


class Draw(NamedTuple):
    """What a customer has signed for before."""

    application_id: UUID
    purpose: str
    amount_minor: int
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Payee:
    """A counterparty as it was told: a firm has a registration number (统一社会信用代码), a person a card."""

    name: str = field(repr=False)
    account: str = field(repr=False)
    registration: str | None = field(default=None, repr=False)


def parse_payee(payee: Payee) -> Payee:
    """Raises Invalid `payee-name-too-long`, `payee-account-malformed`, and as cards and registration numbers do."""
    if len(payee.name.encode("gb18030")) > NAME_BYTES:
        raise wrong_field("/name", "payee-name-too-long", f"the network takes {NAME_BYTES} bytes of a name")
    account = payee.account.replace(" ", "")
    if payee.registration is None:
        return Payee(payee.name, parse_bank_card(account, "/account").number)
    if not ACCOUNT.fullmatch(account):
        raise wrong_field("/account", "payee-account-malformed", "an account of a firm has 8 to 32 digits")
    return Payee(payee.name, account, parse_uscc(payee.registration, "/registration"))


def name_counterparty(
    application: Application,
    payee: Payee,
    document_id: UUID,
    tokens: tuple[str, str],
    own_card: str | None,
    by: str,
    now: datetime,
) -> None:
    """The contract names who is paid in the borrower's stead, with the paper that proves it; until it is signed,
    another one may be named. `tokens` are those of the payee and of its account as a card's.

    Raises what `open_offer` raises, Conflict `contract-already-signed`, Invalid `document-not-purpose-proof`,
    `counterparty-is-borrower`.
    """
    open_offer(application, now)
    if application.signature is not None:
        raise Conflict("contract-already-signed", "whom a contract pays is named before it is signed")
    kind = DocumentKind.PURPOSE_PROOF
    proof = next((each for each in application.documents if each.id == document_id and each.kind is kind), None)
    if proof is None:
        raise wrong_field(
            "/document_id", "document-not-purpose-proof", f"a document {kind} of this application is needed"
        )
    token, as_card = tokens
    if as_card == own_card:
        raise wrong_field("/account", "counterparty-is-borrower", "this is the borrower's own card")
    application.counterparty = Counterparty(
        token=token,
        account_masked=mask_card(payee.account),
        corporate=payee.registration is not None,
        document_id=proof.id,
        document_sha256=proof.sha256,
        named_by=by,
        named_at=now,
    )
    application.audit("name_counterparty", {"document_sha256": proof.sha256})


def must_be_entrusted(
    application: Application, product: Product, bounds: Bounds, draws: Iterable[Draw], now: datetime
) -> bool:
    """Whether the law wants the counterparty paid: above the line, this draw with those of the same purpose of late."""
    offer = application.offer
    if offer is None:
        return False
    consumption = product.customer_type is CustomerType.PERSONAL
    most = bounds.consumer_self_paid_max_minor if consumption else bounds.business_self_paid_max_minor
    before = sum(
        each.amount_minor
        for each in draws
        if each.purpose == application.wish.purpose
        and each.application_id != application.id
        and now - each.signed_at <= TOGETHER_WITHIN
    )
    return offer.principal_minor + before > most


def pay_mode(application: Application, entrusted: bool) -> PayMode:
    """Who has named a counterparty has it paid, whatever the amount. Raises Conflict `counterparty-missing`."""
    if application.counterparty is not None:
        return PayMode.ENTRUSTED
    if entrusted:
        raise Conflict(
            "counterparty-missing",
            "above the line of R-2.6 the counterparty is paid (受托支付), alone or with what the borrower has drawn "
            f"for the same purpose within {TOGETHER_WITHIN.days} days: name it first, with its proof",
        )
    return PayMode.SELF
