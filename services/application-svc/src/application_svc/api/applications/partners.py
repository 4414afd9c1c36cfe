"""Applications that partners bring, over HTTP: for integration-gateway alone, which knows who they are. What another
partner has brought is not there (docs/decisions/0053)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from application_svc.api.applications.views import OwnApplicationBody, ReceiptView, WithdrawalBody
from application_svc.api.customers.views import CustomerBody, MobileNumber
from application_svc.api.documents.routes import ANSWERS
from application_svc.api.documents.views import MOST_BYTES, ContentBody, DocumentView
from application_svc.api.ports import Context
from application_svc.domain.customers.customer import Tokens
from application_svc.domain.customers.identity_numbers import parse_identity_number
from application_svc.domain.customers.mobile import parse_mobile
from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.products.product import Channel
from application_svc.use_cases.applications.submit_application import SubmitApplication
from application_svc.use_cases.applications.supplement_application import SupplementApplication
from application_svc.use_cases.applications.withdraw_application import WithdrawApplication
from application_svc.use_cases.customers.check_known import CheckKnown
from application_svc.use_cases.customers.register_customer import Registered, prepare_registration
from application_svc.use_cases.documents.attach_document import store_content, store_papers
from application_svc.use_cases.documents.ports import Upload
from loan_servicekit.core import Caller, NotFound, business_day
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Entrance, Router, problems, requires, through

router = Router(ANSWERS, prefix="/v1", tags=["partners"])
MOST_PAPERS = 10
papers_of_partners = through(Entrance("partner-application.enter", True, MOST_BYTES, False))


class PaperBody(ContentBody):
    """A paper: its content decides what it is."""

    kind: DocumentKind

    def upload(self, pointer: str) -> Upload:
        """As a file that came in; raises Invalid `document-encoding-invalid`."""
        return Upload(self.kind, self.bytes_of(pointer), "application/octet-stream")


class PartnerApplicationBody(OwnApplicationBody):
    """What an applicant asks for through a partner. The gateway gives it its id, so that it knows it before."""

    application_id: UUID
    partner_id: UUID
    applicant: CustomerBody
    documents: Annotated[list[PaperBody], Field(max_length=MOST_PAPERS)] = []

    def uploads(self) -> Sequence[Upload]:
        """Its papers as files that came in."""
        return [paper.upload(f"/documents/{n}/content") for n, paper in enumerate(self.documents)]


class PartnerPaperBody(PaperBody):
    """A paper that was asked for, and whose application it is for."""

    partner_id: UUID


class PartnerWithdrawalBody(WithdrawalBody):
    """Whose application is withdrawn."""

    partner_id: UUID


class PartnerSupplementBody(Body):
    """Whose application has its papers now."""

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
    responses=problems(404, 409, 413, 415),
    response_model=ReceiptView,
)
async def enter_partner_application_route(
    body: PartnerApplicationBody, context: Annotated[Context, papers_of_partners]
) -> Response:
    """Registers the applicant, or finds him as he is known, and hands his application in with its papers."""
    given, caller = context.ports, _acting_for(body.partner_id, context)
    product = given.products.in_force(body.product_code, business_day(context.now))
    uploads = body.uploads()
    documents = await store_papers(given.uploads, caller, body.application_id, product, uploads, context.now)
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
        documents,
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
    caller = await _acting_on(application_id, body.partner_id, context)
    command = WithdrawApplication(caller, application_id, body.reason, context.expect)
    return await context.perform(context.ports.operations.withdraw_application, command, ReceiptView.of)


@router.post(
    "/partner-applications/{application_id}/documents",
    operation_id="attach_partner_document",
    status_code=201,
    responses=problems(404, 409, 413, 415),
    response_model=DocumentView,
)
async def attach_partner_document_route(
    application_id: UUID, body: PartnerPaperBody, context: Annotated[Context, papers_of_partners]
) -> Response:
    """A paper for an application that waits for papers, by the partner that has brought it."""
    caller = await _acting_on(application_id, body.partner_id, context)
    command = await store_content(
        context.ports.uploads, caller, application_id, body.upload("/content"), context.expect, context.now
    )
    return await context.perform(
        context.ports.operations.attach_document,
        command,
        lambda application: DocumentView.of(
            next(each for each in application.documents if each.id == command.document.id)
        ),
        201,
    )


@router.post(
    "/partner-applications/{application_id}/supplement",
    operation_id="complete_partner_supplement",
    status_code=202,
    responses=problems(404, 409),
    response_model=ReceiptView,
)
async def complete_partner_supplement_route(
    application_id: UUID,
    body: PartnerSupplementBody,
    context: Annotated[Context, requires("partner-application.enter")],
) -> Response:
    """The papers that were asked for are there; the application is looked at anew."""
    caller = await _acting_on(application_id, body.partner_id, context)
    command = SupplementApplication(caller, application_id, context.expect)
    return await context.perform(context.ports.operations.supplement_application, command, ReceiptView.of, 202)


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


async def _acting_on(application_id: UUID, partner_id: UUID, context: Context) -> Caller:
    """The partner, where the application is its own; raises NotFound `application-not-found` for any other."""
    application = await context.ports.queries.applications.application(application_id)
    if application.partner_id != partner_id:
        raise NotFound("application-not-found", f"there is no application {application_id}")
    return _acting_for(partner_id, context)


def _acting_for(partner_id: UUID, context: Context) -> Caller:
    """What a partner does is done in its name, whoever carries it here."""
    return replace(context.caller, subject=f"partner/{partner_id}")
