"""A customer permits questions to outside sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from application_svc.domain.bounds import Bounds
from application_svc.domain.consents.consent import Consent, ConsentForm, Evidence, EvidenceKind, Purpose
from application_svc.domain.consents.consent_text import text_named
from application_svc.domain.customers.customer import Customer
from application_svc.domain.errors import wrong_field
from application_svc.use_cases.consents.ports import ConsentBasis
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.products.ports import BoundsInForce
from loan_contracts.values import Source
from loan_servicekit.core import Caller, FieldError, Invalid, business_day, new_id

POINTER = "/consents"


@dataclass(frozen=True, slots=True)
class ConsentWish:
    """One permission as it was given. `text_version` names the wording that the customer saw; absent: that in force."""

    source: Source
    purpose: Purpose
    form: ConsentForm
    text_version: str | None
    valid_until: datetime | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class GrantConsents:
    """Keep these permissions of a customer."""

    caller: Caller
    customer_id: UUID
    wishes: tuple[ConsentWish, ...]
    bounds: BoundsInForce


async def grant_consents(command: GrantConsents, basis: ConsentBasis, uow: UnitOfWork, now: datetime) -> list[Consent]:
    """Permissions from now on."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    consents = draw_up(basis, command.customer_id, command.wishes, command.bounds.on(business_day(now)), now)
    keep(uow, customer, consents)
    return consents


def draw_up(
    basis: ConsentBasis, customer_id: UUID, wishes: Sequence[ConsentWish], bounds: Bounds, now: datetime
) -> list[Consent]:
    """The consents, nothing kept yet; raises Invalid where one of them is wrong, naming its place in the list."""
    consents = []
    errors: list[FieldError] = []
    for number, wish in enumerate(wishes):
        try:
            consents.append(_consent(basis, customer_id, wish, bounds, now))
        except Invalid as refusal:
            errors += [replace(error, pointer=f"{POINTER}/{number}{error.pointer}") for error in refusal.errors]
    if errors:
        found = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
        raise Invalid("consent-invalid", f"the consents cannot be kept: {found}", errors)
    return consents


def _consent(basis: ConsentBasis, customer_id: UUID, wish: ConsentWish, bounds: Bounds, now: datetime) -> Consent:
    text = text_named(basis.texts, wish.source, wish.purpose, wish.text_version, business_day(now))
    evidence = wish.evidence
    if evidence is not None and evidence.kind is EvidenceKind.SCAN:
        scan = basis.scans.get((customer_id, evidence.scan_id)) if evidence.scan_id else None
        if scan is None:
            raise wrong_field("/evidence/scan_id", "consent-scan-not-found", "it is no scan of this customer")
        evidence = replace(evidence, sha256=scan.sha256)
    days = bounds.consent_days if wish.purpose is Purpose.LOAN_APPROVAL else bounds.post_loan_consent_days
    return Consent.grant(
        id=new_id(),
        customer_id=customer_id,
        source=wish.source,
        purpose=wish.purpose,
        form=wish.form,
        text_version=text.version,
        text_hash=text.hash,
        evidence=evidence,
        valid_until=wish.valid_until,
        longest=timedelta(days=days),
        now=now,
    )


def keep(uow: UnitOfWork, customer: Customer, consents: Sequence[Consent]) -> None:
    """Keeps consents given in one act, and tells of them in one message of the customer instead of one each."""
    if not consents:
        return
    for consent in consents:
        uow.granted_consents.append(consent)
    by_source: dict[str, list[str]] = {}
    for c in consents:
        by_source.setdefault(c.source.value, []).append(str(c.id))
    customer.audit("grant_consents", {source: ",".join(ids) for source, ids in by_source.items()})
