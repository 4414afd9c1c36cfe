"""Changes what may change of a customer: mobile number, card, validity of the identity document, employer, address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.customers.customer import Customer, Details, DetailsChange, check_change, clear_values
from application_svc.domain.customers.names import NAME_FORM
from application_svc.use_cases.customers.ports import IdentityRenewal, Sealed, SealedDetails, Vault
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.cards import CardVerificationRequested
from loan_servicekit.core import Caller, business_day, new_id


@dataclass(frozen=True, slots=True)
class ChangeCustomerDetails:
    """This change of a customer's details."""

    caller: Caller
    customer_id: UUID
    change: DetailsChange
    vault: Vault
    synthetic_allowed: bool
    expect: Callable[[int], None]


async def change_customer_details(
    command: ChangeCustomerDetails, sealed: dict[UUID, Sealed], uow: UnitOfWork, now: datetime
) -> Customer:
    """The customer with his new details, sealed and hashed anew; what is as it was before changes nothing.

    Raises NotFound `customer-not-found`, Forbidden `other-branch`, Conflict `precondition-failed`, Invalid
    `customer-invalid`.
    """
    vault = command.vault
    customer = await uow.customers.get(command.customer_id)
    command.caller.require_branch(customer.branch)
    command.expect(customer.sequence)
    kept = sealed[customer.id].values
    before = vault.open(customer.id, kept, list(kept))
    known = Details(
        name=before["name"] or "",
        identity_number=before["identity_number"] or "",
        id_issued_on=None,
        id_expires_on=customer.id_expires_on,
        mobile=before["mobile"] or "",
        card_number=before["card_number"],
        employer=before["employer"],
        address=before["address"],
    )
    person = check_change(known, command.change, business_day(now), command.synthetic_allowed)
    after = clear_values(person)
    changed = [field for field in after if after[field] != before[field]]
    if person.id_expires_on != customer.id_expires_on:
        changed.append("id_expires_on")
        uow.identity_renewals.append(IdentityRenewal(customer.id, now))
    if changed:
        tokens = vault.tokens(person)
        if customer.change_details(person, tokens, changed):
            assert tokens.card is not None
            uow.emit(
                CardVerificationRequested(
                    sequence=customer.sequence,
                    customer_id=customer.id,
                    verification_id=new_id(),
                    card_token=tokens.card,
                )
            )
        values = vault.seal(customer.id, after)
        uow.sealed_details.append(
            SealedDetails(
                customer_id=customer.id,
                **values,
                details_token=vault.details_token(person),
                sealed_at=now,
                name_form=NAME_FORM,
            )
        )
        sealed[customer.id] = Sealed(customer.branch, values)
    return customer
