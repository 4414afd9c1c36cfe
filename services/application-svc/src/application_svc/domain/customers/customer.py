"""A customer: who he is as far as decisions need it. Names and numbers in full are sealed by the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.customers.bank_cards import BankCard, parse_bank_card
from application_svc.domain.customers.identity_numbers import IdentityNumber, Sex, parse_identity_number
from application_svc.domain.customers.masking import mask_card, mask_identity_number, mask_mobile, mask_name
from application_svc.domain.customers.mobile import Mobile, parse_mobile
from application_svc.domain.customers.names import normal_name, parse_label, parse_name
from application_svc.domain.errors import Checks, wrong_field
from loan_servicekit.core import Aggregate, Conflict


class CardState(StrEnum):
    """What is known of a customer's card. The one told at registration is checked with each application; any other is
    asked of the bank before money goes to it (domain.md R-6.2, R-6.3)."""

    REGISTERED = "REGISTERED"
    UNVERIFIED = "UNVERIFIED"
    VERIFIED = "VERIFIED"
    REFUSED = "REFUSED"


NOT_PAYABLE = (CardState.UNVERIFIED, CardState.REFUSED)
INVALID, WRONG = "customer-invalid", "the customer's details are wrong"


@dataclass(frozen=True, slots=True)
class Details:
    """What the customer told. `id_expires_on` absent: the document is valid for life (长期)."""

    name: str
    identity_number: str
    id_issued_on: date | None
    id_expires_on: date | None
    mobile: str
    card_number: str | None
    employer: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentDates:
    """From when to when an identity document is valid. `expires_on` absent: for life (长期)."""

    issued_on: date | None
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class DetailsChange:
    """What of a customer's details is another now; absent: it stays. Name and identity number never change here.

    `circumstances` holds employer and address as far as they are told.
    """

    mobile: str | None = None
    card_number: str | None = None
    document: DocumentDates | None = None
    circumstances: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """Details that passed every check."""

    name: str
    identity: IdentityNumber
    id_issued_on: date | None
    id_expires_on: date | None
    mobile: Mobile
    card: BankCard | None
    employer: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """Keyed hashes (blind indexes) of the identity number, the mobile number and the card number."""

    person: str
    mobile: str
    card: str | None


def check_person(details: Details, today: date, synthetic_allowed: bool) -> Person:
    """Checks everything that a customer entered and refuses all wrong fields at once, as Invalid `customer-invalid`."""
    checks = Checks()
    name = checks.run(lambda: parse_name(details.name))
    person = _parse(details, name, details.employer, details.address, today, synthetic_allowed, checks)
    checks.run(lambda: _document_dates(details.id_issued_on, details.id_expires_on, today))
    checks.refuse_if_any(INVALID, WRONG)
    assert person is not None
    return person


def check_change(known: Details, change: DetailsChange, today: date, synthetic_allowed: bool) -> Person:
    """The person after a change, checked like a new one, and refused as Invalid `customer-invalid`.

    The dates of a document, employer and address are checked where they change: a document that has run out meanwhile
    keeps nobody from telling his new mobile number. The name was checked when it was registered.
    """
    details = replace(
        known,
        mobile=known.mobile if change.mobile is None else change.mobile,
        card_number=known.card_number if change.card_number is None else change.card_number,
    )
    checks = Checks()
    if change.document is not None:
        issued_on, expires_on = change.document.issued_on, change.document.expires_on
        details = replace(details, id_issued_on=issued_on, id_expires_on=expires_on)
        checks.run(lambda: _document_dates(issued_on, expires_on, today))
    told = change.circumstances
    name = normal_name(known.name)
    person = _parse(details, name, told.get("employer"), told.get("address"), today, synthetic_allowed, checks)
    checks.refuse_if_any(INVALID, WRONG)
    assert person is not None
    return replace(
        person,
        employer=person.employer if "employer" in told else known.employer,
        address=person.address if "address" in told else known.address,
    )


def _parse(
    details: Details,
    name: str | None,
    employer: str | None,
    address: str | None,
    today: date,
    synthetic_allowed: bool,
    checks: Checks,
) -> Person | None:
    identity = checks.run(lambda: parse_identity_number(details.identity_number, today, synthetic_allowed))
    mobile = checks.run(lambda: parse_mobile(details.mobile))
    card_number = details.card_number
    card = checks.run(lambda: parse_bank_card(card_number)) if card_number is not None else None
    employer, address = _label(employer, "/employer", checks), _label(address, "/address", checks)
    if name is None or identity is None or mobile is None:
        return None
    return Person(name, identity, details.id_issued_on, details.id_expires_on, mobile, card, employer, address)


def _label(text: str | None, pointer: str, checks: Checks) -> str | None:
    return None if text is None else checks.run(lambda: parse_label(text, pointer))


def clear_values(person: Person) -> dict[str, str | None]:
    """What is kept of a person in full, each value sealed under its field."""
    return {
        "name": person.name,
        "identity_number": person.identity.number,
        "mobile": person.mobile.number,
        "card_number": person.card.number if person.card else None,
        "employer": person.employer,
        "address": person.address,
    }


@dataclass(eq=False)
class Customer(Aggregate):
    """A registered person: masked values to show, tokens to compare, dates to calculate with."""

    AUDITED_AS = "customer"

    id: UUID
    branch: str
    name_masked: str
    identity_number_masked: str
    mobile_masked: str
    card_masked: str | None
    card_issuer: str | None
    card_warnings: list[str]
    tokens: Tokens
    birth_date: date
    sex: Sex
    id_expires_on: date | None
    virtual_operator: bool
    registered_at: datetime
    registered_by: str
    card_state: CardState = CardState.REGISTERED

    @classmethod
    def register(cls, id: UUID, person: Person, tokens: Tokens, branch: str, by: str, now: datetime) -> "Customer":
        """A new customer."""
        card_masked, card_issuer, card_warnings = _shown(person.card)
        customer = cls(
            id=id,
            branch=branch,
            name_masked=mask_name(person.name),
            identity_number_masked=mask_identity_number(person.identity.number),
            mobile_masked=mask_mobile(person.mobile.number),
            card_masked=card_masked,
            card_issuer=card_issuer,
            card_warnings=card_warnings,
            tokens=tokens,
            birth_date=person.identity.birth_date,
            sex=person.identity.sex,
            id_expires_on=person.id_expires_on,
            virtual_operator=person.mobile.virtual_operator,
            registered_at=now,
            registered_by=by,
        )
        customer.audit("register_customer", {"branch": branch, "card_warnings": ",".join(card_warnings)})
        return customer

    def change_details(self, person: Person, tokens: Tokens, changed: Sequence[str]) -> bool:
        """Takes over what may change of a person; `changed` names the fields for the record. Whether the bank is to
        be asked: about another card, and again about one that is not confirmed where the mobile number is another."""
        another = tokens.card is not None and tokens.card != self.tokens.card
        again = self.card_state in NOT_PAYABLE and tokens.mobile != self.tokens.mobile
        self.mobile_masked, self.virtual_operator = mask_mobile(person.mobile.number), person.mobile.virtual_operator
        self.card_masked, self.card_issuer, self.card_warnings = _shown(person.card)
        self.tokens, self.id_expires_on = tokens, person.id_expires_on
        detail = {"fields": ",".join(changed), "card_warnings": ",".join(self.card_warnings)}
        self.audit("change_customer_details", detail)
        if another or again:
            self.card_state = CardState.UNVERIFIED
        return another or again

    def record_verification(self, card_token: str, matched: bool, code: str) -> None:
        """The bank has answered about a card; raises Conflict `card-verification-overtaken` for another one than
        his."""
        if card_token != self.tokens.card or self.card_state is not CardState.UNVERIFIED:
            raise Conflict("card-verification-overtaken", f"the card of customer {self.id} is {self.card_state} by now")
        self.card_state = CardState.VERIFIED if matched else CardState.REFUSED
        self.audit("record_card_verification", {"card_state": self.card_state.value, "code": code})


class Borrower(NamedTuple):
    """A customer as far as an application needs him."""

    id: UUID
    branch: str
    birth_date: date
    id_expires_on: date | None
    tokens: Tokens


def require_card(tokens: Tokens, customer_id: UUID) -> None:
    """Raises Invalid `card-missing`: every loan is repaid from the borrower's own card, and goes to it (R-6.3)."""
    if tokens.card is None:
        raise wrong_field(
            "/customer_id",
            "card-missing",
            "the loan is paid out to a card of the customer, and none is known; "
            f"add one with POST /v1/customers/{customer_id}/details",
        )


def require_payable_card(state: CardState) -> None:
    """Raises Conflict `card-not-verified` where the bank has not said that the card is the customer's (R-6.3)."""
    if state in NOT_PAYABLE:
        raise Conflict(
            "card-not-verified",
            f"the customer's card was changed and is {state}: the bank has to confirm that it is his before he signs",
        )


def require_valid_document(expires_on: date | None, on: date) -> None:
    """Raises Conflict `identity-document-expired` where the identity document has run out (domain.md §6.1)."""
    if expires_on is not None and expires_on < on:
        raise Conflict(
            "identity-document-expired", f"the identity document ran out on {expires_on}; a valid one is needed on {on}"
        )


def _shown(card: BankCard | None) -> tuple[str | None, str | None, list[str]]:
    """A card as it is shown: masked, its issuer, what looks wrong about it."""
    if card is None:
        return None, None, []
    return mask_card(card.number), card.issuer, [warning.value for warning in card.warnings]


def _document_dates(issued_on: date | None, expires_on: date | None, today: date) -> None:
    if issued_on is not None and issued_on >= today:
        raise wrong_field(
            "/id_issued_on", "identity-document-not-issued", f"it must lie before {today}; it is {issued_on}"
        )
    if expires_on is not None and expires_on < today:
        raise wrong_field(
            "/id_expires_on", "identity-document-expired", f"it must not lie before {today}; it is {expires_on}"
        )
