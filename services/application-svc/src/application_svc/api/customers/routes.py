"""Customers and consents over HTTP."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Query, Response

from application_svc.api.consents.views import ConsentsBody, ConsentsView, ConsentView
from application_svc.api.customers.views import (
    CustomerBody,
    CustomersView,
    CustomerView,
    DetailsBody,
    IdentitiesBody,
    IdentitiesView,
    IdsBody,
    RegisteredView,
    RevealBody,
    RevealedView,
    RevealView,
)
from application_svc.api.ports import Context
from application_svc.domain.customers.attempts import TELLING
from application_svc.use_cases.consents.grant_consents import GrantConsents
from application_svc.use_cases.consents.withdraw_consent import WithdrawConsent
from application_svc.use_cases.customers.change_customer_details import ChangeCustomerDetails
from application_svc.use_cases.customers.ports import Sealed, Vault
from application_svc.use_cases.customers.record_refusal import RecordRefusal
from application_svc.use_cases.customers.register_customer import prepare_registration
from application_svc.use_cases.reveals.identify_customers import IdentifyCustomers
from application_svc.use_cases.reveals.ports import Identity
from application_svc.use_cases.reveals.reveal_customer import RevealCustomer
from loan_servicekit.core import Conflict, business_day
from loan_servicekit.http import Answered, Cursor, Page, Router, page, problems, requires

LATER = Answered(429, {"Retry-After": "600"})
router = Router({"reveals-too-many": LATER, "registrations-too-many": LATER}, prefix="/v1", tags=["customers"])
PRIVATE = {"Cache-Control": "no-store"}


@router.post(
    "/customers", operation_id="register_customer", responses=problems(409, 429), response_model=RegisteredView
)
async def register_customer_route(
    body: CustomerBody, context: Annotated[Context, requires("customer.register")]
) -> Response:
    """Registers a person, with the consents given in the same act. Who is known already is answered as he is known."""
    given, caller = context.ports, context.caller
    if not caller.all_branches:
        given.attempts.require_room(
            caller.subject, given.bounds.on(business_day(context.now)).refusals_per_hour, context.now
        )
    wishes = tuple(consent.wish() for consent in body.consents)
    command = prepare_registration(
        context.caller, body.details(), body.branch, wishes, given.registry, business_day(context.now)
    )
    try:
        return await context.perform(context.ports.operations.register_customer, command, RegisteredView.of_registered)
    except Conflict as refusal:
        if refusal.code in TELLING and not caller.all_branches:
            given.attempts.note(caller.subject, context.now)
            await context.run(context.ports.operations.record_refusal, RecordRefusal(refusal.code))
        raise


@router.get("/customers", operation_id="list_customers", responses=problems())
async def list_customers(
    context: Annotated[Context, requires("customer.read")],
    cursor: Annotated[Cursor, Depends()],
    last_four: Annotated[
        str | None, Query(pattern=r"^[0-9]{4}$", description="The last four digits of the mobile number")
    ] = None,
) -> Page[CustomerView]:
    """Customers, newest first, masked; of the caller's branch where he is bound to one."""
    queries, scope = context.ports.queries.customers, context.caller.branch_scope
    found = await queries.newest(scope, last_four, cursor.uuid(), cursor.limit + 1)
    shown = [CustomerView.of(customer) for customer in found]
    return page(shown, cursor, [str(shown[cursor.limit - 1].id)] if len(shown) > cursor.limit else None)


@router.get("/customers/{customer_id}", operation_id="get_customer", responses=problems(404))
async def get_customer(
    customer_id: UUID, context: Annotated[Context, requires("customer.read")], response: Response
) -> CustomerView:
    """One customer, masked."""
    customer = await context.ports.queries.customers.customer(customer_id)
    context.caller.require_branch(customer.branch)
    response.headers["ETag"] = f'"{customer.sequence}"'
    return CustomerView.of(customer)


@router.post(
    "/customers/{customer_id}/details",
    operation_id="change_customer_details",
    responses=problems(404, 412),
    response_model=CustomerView,
)
async def change_customer_details_route(
    customer_id: UUID, body: DetailsBody, context: Annotated[Context, requires("customer.register")]
) -> Response:
    """Changes what may change of a customer: mobile number, card, validity of the identity document, employer, address.

    Applications that are in process go on as they were submitted; a pay-out goes to the card that is known then.
    """
    given = context.ports
    command = ChangeCustomerDetails(
        context.caller, customer_id, body.change(), given.vault, given.registry.synthetic_allowed, context.expect
    )
    return await context.perform(context.ports.operations.change_customer_details, command, CustomerView.of)


@router.post("/customers/masked", operation_id="list_masked_customers", responses=problems())
async def list_masked_customers(
    body: IdsBody, context: Annotated[Context, requires("customer.read", keyed=False)]
) -> CustomersView:
    """Several customers at once, masked; a read, so it takes no Idempotency-Key."""
    found = await context.ports.queries.customers.customers(body.ids, context.caller.branch_scope)
    return CustomersView(items=[CustomerView.of(customer) for customer in found])


@router.post(
    "/customers/{customer_id}/reveals",
    operation_id="reveal_customer",
    responses=problems(404, 429),
    response_model=RevealedView,
)
async def reveal_customer_route(
    customer_id: UUID, body: RevealBody, context: Annotated[Context, requires("customer.reveal", keyed=False)]
) -> Response:
    """Shows protected values to a person, for a task of his or a stated application. Each call is recorded and stands
    in the customer's file; so many customers an hour and no more; it takes no Idempotency-Key."""
    fields = tuple(dict.fromkeys(body.fields))
    command = RevealCustomer(
        context.caller,
        customer_id,
        fields,
        body.purpose,
        body.task_id,
        body.application_id,
        context.ports.bounds.on(business_day(context.now)).reveals_per_hour,
    )
    sealed: Sealed = await context.run(context.ports.operations.reveal_customer, command)
    values = context.ports.vault.open(customer_id, sealed.values, [field.value for field in fields])
    view = RevealedView.model_validate({"customer_id": customer_id, "values": values})
    return Response(view.model_dump_json(), headers=PRIVATE, media_type="application/json")


@router.get("/customers/{customer_id}/reveals", operation_id="list_reveals", responses=problems(404))
async def list_reveals(
    customer_id: UUID, context: Annotated[Context, requires("customer.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[RevealView]:
    """Who has looked at protected values of a customer, which, why and for what, newest first."""
    queries = context.ports.queries
    customer = await queries.customers.customer(customer_id)
    context.caller.require_branch(customer.branch)
    found = await queries.reveals.reveals_of(customer_id, cursor.uuid(), cursor.limit + 1)
    shown = [RevealView.of(reveal) for reveal in found]
    return page(shown, cursor, [found[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/customers/identities", operation_id="identify_customers", responses=problems(), response_model=IdentitiesView
)
async def identify_customers_route(
    body: IdentitiesBody, context: Annotated[Context, requires("customer.identify", keyed=False)]
) -> Response:
    """Persons in clear for a service, as far as its purpose needs them. Each call is recorded; no Idempotency-Key."""
    command = IdentifyCustomers(context.caller, tuple(body.ids), body.purpose)
    found: list[Identity] = await context.run(context.ports.operations.identify_customers, command)
    items = [_clear(context.ports.vault, identity) for identity in found]
    return Response(orjson.dumps({"items": items}), headers=PRIVATE, media_type="application/json")


def _payee(vault: Vault, sealed: Mapping[str, str | None]) -> dict[str, str | None]:
    opened = vault.open(UUID(sealed["application_id"] or ""), sealed, ("name", "account", "registration"))
    return {"token": sealed["token"], **opened}


def _clear(vault: Vault, identity: Identity) -> dict[str, Any]:
    """An `IdentityView` as plain data: built for hundreds at once, without a model for each."""
    values = vault.open(identity.customer_id, identity.sealed, list(identity.sealed))
    return {
        "customer_id": identity.customer_id,
        "name": values.get("name", ""),
        "identity_number": values.get("identity_number", ""),
        "mobile": values.get("mobile", ""),
        "card": values.get("card_number"),
        "card_token": vault.card_token(card) if (card := values.get("card_number")) else None,
        "payees": [_payee(vault, each) for each in identity.payees],
        "organisation_code": identity.organisation_code,
        "consents": orjson.Fragment(identity.consents),
    }


@router.post(
    "/customers/{customer_id}/consents",
    operation_id="grant_consents",
    status_code=201,
    responses=problems(404, 409),
    response_model=ConsentsView,
)
async def grant_consents_route(
    customer_id: UUID, body: ConsentsBody, context: Annotated[Context, requires("consent.grant")]
) -> Response:
    """Keeps permissions that a customer has given."""
    command = GrantConsents(
        context.caller, customer_id, tuple(consent.wish() for consent in body.consents), context.ports.bounds
    )
    return await context.perform(context.ports.operations.grant_consents, command, ConsentsView.of, 201)


@router.get("/customers/{customer_id}/consents", operation_id="list_consents", responses=problems(404))
async def list_consents(
    customer_id: UUID, context: Annotated[Context, requires("customer.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[ConsentView]:
    """Every permission of a customer, newest first, withdrawn ones included."""
    queries = context.ports.queries
    customer = await queries.customers.customer(customer_id)
    context.caller.require_branch(customer.branch)
    found = await queries.consents.consents_of(customer_id, cursor.uuid(), cursor.limit + 1, context.now)
    shown = [ConsentView.of(consent, in_force) for consent, in_force in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/consents/{consent_id}/withdrawal",
    operation_id="withdraw_consent",
    responses=problems(404, 409),
    response_model=ConsentView,
)
async def withdraw_consent_route(consent_id: UUID, context: Annotated[Context, requires("consent.grant")]) -> Response:
    """Ends a permission at once; no reason is asked."""
    command = WithdrawConsent(context.caller, consent_id)
    return await context.perform(context.ports.operations.withdraw_consent, command, ConsentView.of)
