"""A borrower's own person over HTTP: who has signed in registers himself, and sees what is kept of him, masked."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from application_svc.api.consents.views import ConsentsBody, ConsentsView, ConsentView
from application_svc.api.customers.views import OwnPersonBody
from application_svc.api.ports import Context
from application_svc.domain.customers.attempts import TELLING
from application_svc.domain.customers.customer import CardState, Customer
from application_svc.domain.customers.mobile import parse_mobile
from application_svc.use_cases.consents.grant_consents import GrantConsents
from application_svc.use_cases.consents.withdraw_consent import WithdrawConsent
from application_svc.use_cases.customers.ports import Newcomer
from application_svc.use_cases.customers.record_refusal import RecordRefusal
from application_svc.use_cases.customers.register_customer import Registered, prepare_registration
from application_svc.use_cases.customers.register_newcomer import RegisterNewcomer
from loan_servicekit.core import Conflict, business_day
from loan_servicekit.http import Answered, Cursor, Page, Router, page, problems, requires

router = Router({"registrations-too-many": Answered(429, {"Retry-After": "600"})}, prefix="/v1/my", tags=["borrower"])
MOBILE = "mobile"


class OwnPersonView(BaseModel):
    """What is kept of oneself, masked."""

    name: str = Field(description="Masked", examples=["张**"])
    identity_number: str = Field(description="Masked", examples=["9901************17"])
    mobile: str = Field(description="Masked", examples=["138****1234"])
    card_number: str | None = Field(description="Masked", examples=["620999*********0011"])
    card_issuer: str | None
    card_state: CardState
    id_expires_on: date | None
    registered_at: datetime
    sequence: int

    @classmethod
    def of(cls, c: Customer) -> "OwnPersonView":
        """The view of a customer."""
        return cls(
            name=c.name_masked,
            identity_number=c.identity_number_masked,
            mobile=c.mobile_masked,
            card_number=c.card_masked,
            card_issuer=c.card_issuer,
            card_state=c.card_state,
            id_expires_on=c.id_expires_on,
            registered_at=c.registered_at,
            sequence=c.sequence,
        )

    @classmethod
    def of_registered(cls, r: Registered) -> "OwnPersonView":
        """The view of a registration."""
        return cls.of(r.customer)


@router.get("/person", operation_id="get_own_person", responses=problems(404))
async def get_own_person(context: Annotated[Context, requires("own-person.read")], response: Response) -> OwnPersonView:
    """What is kept of the borrower, masked; `customer-not-found` to who has signed in and not registered yet."""
    customer = await _own(context)
    response.headers["ETag"] = f'"{customer.sequence}"'
    return OwnPersonView.of(customer)


@router.post(
    "/person",
    operation_id="register_own_person",
    responses=problems(404, 409, 429),
    response_model=OwnPersonView,
)
async def register_own_person_route(
    body: OwnPersonBody, context: Annotated[Context, requires("own-person.keep")]
) -> Response:
    """Who has signed in with a number that is nobody's tells who he is, with the consents given in the same act. An
    identity number that is another customer's is refused, and so are many of them."""
    given, own, today = context.ports, context.caller.owner(), business_day(context.now)
    newcomer = await given.queries.customers.newcomer(own)
    given.attempts.require_room(str(own), given.bounds.on(today).refusals_per_hour, context.now)
    registration = prepare_registration(
        context.caller.owning(given.registry.online_branch),
        body.told(_mobile(context, newcomer), body.card_number),
        None,
        tuple(consent.wish() for consent in body.consents),
        given.registry,
        today,
        customer_id=own,
    )
    command = RegisterNewcomer(registration)
    try:
        return await context.perform(context.ports.operations.register_newcomer, command, OwnPersonView.of_registered)
    except Conflict as refusal:
        if refusal.code in TELLING:
            given.attempts.note(str(own), context.now)
            await context.run(given.operations.record_refusal, RecordRefusal(refusal.code))
        raise


def _mobile(context: Context, newcomer: Newcomer) -> str:
    """The number that he has signed in with."""
    opened = context.ports.vault.open(newcomer.id, {MOBILE: newcomer.mobile}, [MOBILE])[MOBILE]
    return parse_mobile(opened or "").number


@router.get("/consents", operation_id="list_own_consents", responses=problems(404))
async def list_own_consents(
    context: Annotated[Context, requires("own-person.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[ConsentView]:
    """Every permission that the borrower has given, newest first, withdrawn ones included."""
    customer = await _own(context)
    queries = context.ports.queries.consents
    found = await queries.consents_of(customer.id, cursor.uuid(), cursor.limit + 1, context.now)
    shown = [ConsentView.of(consent, in_force) for consent, in_force in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/consents",
    operation_id="grant_own_consents",
    status_code=201,
    responses=problems(404),
    response_model=ConsentsView,
)
async def grant_own_consents_route(
    body: ConsentsBody, context: Annotated[Context, requires("own-person.keep")]
) -> Response:
    """Keeps permissions that the borrower gives."""
    customer = await _own(context)
    command = GrantConsents(
        context.caller.owning(customer.branch),
        customer.id,
        tuple(consent.wish() for consent in body.consents),
        context.ports.bounds,
    )
    return await context.perform(context.ports.operations.grant_consents, command, ConsentsView.of, 201)


@router.post(
    "/consents/{consent_id}/withdrawal",
    operation_id="withdraw_own_consent",
    responses=problems(404, 409),
    response_model=ConsentView,
)
async def withdraw_own_consent_route(
    consent_id: UUID, context: Annotated[Context, requires("own-person.keep")]
) -> Response:
    """Ends a permission at once, as easily as it was given (PIPL 15); no reason is asked."""
    customer = await _own(context)
    command = WithdrawConsent(context.caller.owning(customer.branch), consent_id, of=customer.id)
    return await context.perform(context.ports.operations.withdraw_consent, command, ConsentView.of)


async def _own(context: Context) -> Customer:
    return await context.ports.queries.customers.customer(context.caller.owner())
