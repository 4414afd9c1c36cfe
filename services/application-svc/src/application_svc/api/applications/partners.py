"""Applications that partners bring, over HTTP: for integration-gateway alone, which knows who they are. What another
partner has brought is not there (docs/decisions/0053)."""

from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from application_svc.api.applications.views import OwnApplicationBody, ReceiptView, WithdrawalBody
from application_svc.api.customers.views import CustomerBody, MobileNumber
from application_svc.api.ports import Context
from application_svc.domain.customers.customer import Tokens
from application_svc.domain.customers.identity_numbers import parse_identity_number
from application_svc.domain.customers.mobile import parse_mobile
from application_svc.domain.products.product import Channel
from application_svc.use_cases.applications.submit_application import SubmitApplication
from application_svc.use_cases.applications.withdraw_application import WithdrawApplication
from application_svc.use_cases.customers.check_known import CheckKnown
from application_svc.use_cases.customers.register_customer import Registered, prepare_registration
from loan_servicekit.core import Caller, NotFound, business_day
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Router, problems, requires

router = Router(prefix="/v1", tags=["partners"])


class PartnerApplicationBody(OwnApplicationBody):
    """What an applicant asks for through a partner. The gateway gives it its id, so that it knows it before."""

    application_id: UUID
    partner_id: UUID
    applicant: CustomerBody


class PartnerWithdrawalBody(WithdrawalBody):
    """Whose application is withdrawn."""

    partner_id: UUID


class KnownBody(Body):
    """Whom a partner asks about."""

    partner_id: UUID
    identity_number: Annotated[str, text(1, 40), Field(examples=["990101199003078017"])]
    mobile: MobileNumber


class KnownView(BaseModel):
    """Whether a customer has this identity number and this mobile number."""

    hit: bool


@router.post(
    "/partner-applications",
    operation_id="enter_partner_application",
    status_code=202,
    responses=problems(404, 409),
    response_model=ReceiptView,
)
async def enter_partner_application_route(
    body: PartnerApplicationBody, context: Annotated[Context, requires("partner-application.enter")]
) -> Response:
    """Registers the applicant, or finds him as he is known, and hands his application in."""
    given, caller = context.ports, _acting_for(body.partner_id, context)
    wishes = tuple(consent.wish() for consent in body.applicant.consents)
    registration = prepare_registration(
        caller, body.applicant.details(), body.applicant.branch, wishes, given.registry, business_day(context.now)
    )
    registered: Registered = await context.run(context.ports.operations.register_customer, registration)
    command = SubmitApplication(
        body.application_id,
        caller,
        registered.customer.id,
        body.product_code,
        given.products,
        given.bounds,
        body.wish(),
        body.reuse_documents,
        Channel.PARTNER.value,
        given.vault.device_token(body.device_id) if body.device_id else None,
        body.partner_id,
    )
    return await context.perform(
        context.ports.operations.submit_application, command, ReceiptView.of, 202, about=command.application_id
    )


@router.post(
    "/partner-applications/{application_id}/withdrawal",
    operation_id="withdraw_partner_application",
    responses=problems(404, 409),
    response_model=ReceiptView,
)
async def withdraw_partner_application_route(
    application_id: UUID,
    body: PartnerWithdrawalBody,
    context: Annotated[Context, requires("partner-application.enter")],
) -> Response:
    """The applicant steps back through the partner that has brought him."""
    application = await context.ports.queries.applications.application(application_id)
    if application.partner_id != body.partner_id:
        raise NotFound("application-not-found", f"there is no application {application_id}")
    caller = _acting_for(body.partner_id, context)
    command = WithdrawApplication(caller, application_id, body.reason, context.expect)
    return await context.perform(context.ports.operations.withdraw_application, command, ReceiptView.of)


@router.post("/partner-checks", operation_id="check_known", responses=problems())
async def check_known_route(
    body: KnownBody, context: Annotated[Context, requires("partner-application.enter", keyed=False)]
) -> KnownView:
    """Whether a person is a customer: who knows both of his numbers may ask. Nothing is created; it is recorded."""
    given = context.ports
    identity = parse_identity_number(body.identity_number, business_day(context.now), given.registry.synthetic_allowed)
    person = given.vault.person_token(identity.number)
    mobile = given.vault.mobile_token(parse_mobile(body.mobile).number)
    hit = await context.run(
        context.ports.operations.check_known, CheckKnown(body.partner_id, Tokens(person, mobile, None))
    )
    return KnownView(hit=hit)


def _acting_for(partner_id: UUID, context: Context) -> Caller:
    """What a partner does is done in its name, whoever carries it here."""
    return replace(context.caller, subject=f"partner/{partner_id}")
