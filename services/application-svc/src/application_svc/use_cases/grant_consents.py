"""A customer permits questions to outside sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from application_svc.domain.consent import Consent, ConsentForm, Purpose
from application_svc.domain.customer import Customer
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.values import Source
from loan_servicekit.core import Caller, FieldError, Invalid, new_id

POINTER = "/consents"


@dataclass(frozen=True, slots=True)
class ConsentWish:
    """One permission as it was given. `text_version` names the wording that the customer saw."""

    source: Source
    purpose: Purpose
    form: ConsentForm
    text_version: str
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class GrantConsents:
    """Keep these permissions of a customer."""

    caller: Caller
    customer_id: UUID
    wishes: tuple[ConsentWish, ...]


async def grant_consents(command: GrantConsents, uow: UnitOfWork, now: datetime) -> list[Consent]:
    """Permissions from now on."""
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    consents = draw_up(command.customer_id, command.wishes, now)
    keep(uow, customer, consents)
    return consents


def draw_up(customer_id: UUID, wishes: Sequence[ConsentWish], now: datetime) -> list[Consent]:
    """The consents, nothing kept yet; raises Invalid where one of them is wrong, naming its place in the list."""
    consents = []
    errors: list[FieldError] = []
    for number, wish in enumerate(wishes):
        try:
            consents.append(Consent.grant(new_id(), customer_id, wish.source, wish.purpose, wish.form,
                                          wish.text_version, wish.valid_until, now))  # fmt: skip
        except Invalid as refusal:
            errors += [replace(error, pointer=f"{POINTER}/{number}{error.pointer}") for error in refusal.errors]
    if errors:
        found = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
        raise Invalid("consent-invalid", f"the consents cannot be kept: {found}", errors)
    return consents


def keep(uow: UnitOfWork, customer: Customer, consents: Sequence[Consent]) -> None:
    """Keeps consents given in one act, and tells of them in one message of the customer instead of one each."""
    if not consents:
        return
    for c in consents:
        uow.granted_consents.append(c.id, c.customer_id, c.source.value, c.purpose.value, c.form.value, c.text_version,
                                    c.valid_from, c.valid_until, c.withdrawn_at, 1, c.sequence)  # fmt: skip
    by_source: dict[str, list[str]] = {}
    for c in consents:
        by_source.setdefault(c.source.value, []).append(str(c.id))
    customer.audit("grant_consents", {source: ",".join(ids) for source, ids in by_source.items()})
