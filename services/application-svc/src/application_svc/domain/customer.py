"""A customer: who he is as far as decisions need it. Names and numbers in full are sealed by the store."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.bank_cards import BankCard, parse_bank_card
from application_svc.domain.errors import Checks, wrong_field
from application_svc.domain.identity_numbers import IdentityNumber, Sex, parse_identity_number
from application_svc.domain.masking import mask_card, mask_identity_number, mask_mobile, mask_name
from application_svc.domain.mobile import Mobile, parse_mobile
from loan_contracts.messages import AuditRecorded
from loan_servicekit.core import Aggregate, Conflict

LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class Details:
    """What the customer entered. `id_expires_on` absent: the document is valid for life (长期)."""

    name: str
    identity_number: str
    id_issued_on: date | None
    id_expires_on: date | None
    mobile: str
    card_number: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Details that passed every check."""

    name: str
    identity: IdentityNumber
    id_issued_on: date | None
    id_expires_on: date | None
    mobile: Mobile
    card: BankCard | None


@dataclass(frozen=True, slots=True)
class Tokens:
    """Keyed hashes (blind indexes) of the identity number, the mobile number and the card number."""

    person: str
    mobile: str
    card: str | None


def check_person(details: Details, today: date, synthetic_allowed: bool) -> Person:
    """Checks everything that a customer entered and refuses all wrong fields at once, as Invalid `customer-invalid`."""
    checks = Checks()
    name = checks.run(lambda: _name(details.name))
    identity = checks.run(lambda: parse_identity_number(details.identity_number, today, synthetic_allowed))
    mobile = checks.run(lambda: parse_mobile(details.mobile))
    card_number = details.card_number
    card = checks.run(lambda: parse_bank_card(card_number)) if card_number is not None else None
    checks.run(lambda: _document_dates(details.id_issued_on, details.id_expires_on, today))
    checks.refuse_if_any("customer-invalid", "the customer's details are wrong")
    assert name is not None and identity is not None and mobile is not None
    return Person(name, identity, details.id_issued_on, details.id_expires_on, mobile, card)


@dataclass(eq=False)
class Customer(Aggregate):
    """A registered person: masked values to show, tokens to compare, dates to calculate with."""

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

    @classmethod
    def register(
        cls, id: UUID, person: Person, tokens: Tokens, branch: str, by: str, now: datetime,
        existing: "Customer | None" = None,
    ) -> "Customer":  # fmt: skip
        """A new customer; `existing` is who the store knows under the same identity token.

        Raises Conflict `customer-already-registered`.
        """
        if existing is not None:
            raise Conflict("customer-already-registered", f"this identity number belongs to customer {existing.id}")
        card = person.card
        customer = cls(
            id=id,
            branch=branch,
            name_masked=mask_name(person.name),
            identity_number_masked=mask_identity_number(person.identity.number),
            mobile_masked=mask_mobile(person.mobile.number),
            card_masked=mask_card(card.number) if card else None,
            card_issuer=card.issuer if card else None,
            card_warnings=[warning.value for warning in card.warnings] if card else [],
            tokens=tokens,
            birth_date=person.identity.birth_date,
            sex=person.identity.sex,
            id_expires_on=person.id_expires_on,
            virtual_operator=person.mobile.virtual_operator,
            registered_at=now,
            registered_by=by,
        )
        customer.record(
            AuditRecorded,
            subject_type="customer",
            subject_id=str(id),
            action="register_customer",
            detail={"branch": branch, "card_warnings": ",".join(customer.card_warnings)},
        )
        return customer


class Borrower(NamedTuple):
    """A customer as far as an application needs him."""

    id: UUID
    branch: str
    birth_date: date
    id_expires_on: date | None
    tokens: Tokens


def require_valid_document(expires_on: date | None, on: date) -> None:
    """Raises Conflict `identity-document-expired` where the identity document has run out (domain.md §6.1)."""
    if expires_on is not None and expires_on < on:
        raise Conflict(
            "identity-document-expired", f"the identity document ran out on {expires_on}; a valid one is needed on {on}"
        )


def _name(text: str) -> str:
    name = text.strip()
    if not 2 <= len(name) <= LONGEST_NAME or any(
        character.isdigit() or not character.isprintable() for character in name
    ):
        raise wrong_field("/name", "name-malformed", f"a name has 2 to {LONGEST_NAME} characters and no digits")
    return name


def _document_dates(issued_on: date | None, expires_on: date | None, today: date) -> None:
    if issued_on is not None and issued_on >= today:
        raise wrong_field(
            "/id_issued_on", "identity-document-not-issued", f"it must lie before {today}; it is {issued_on}"
        )
    if expires_on is not None and expires_on < today:
        raise wrong_field(
            "/id_expires_on", "identity-document-expired", f"it must not lie before {today}; it is {expires_on}"
        )
    if issued_on is not None and expires_on is not None and expires_on <= issued_on:
        raise wrong_field(
            "/id_expires_on",
            "identity-document-dates",
            f"it must lie after the day of issue {issued_on}; it is {expires_on}",
        )
