"""The partner API, version 1: what a partner does over HTTP, each request signed. What is not its own is not there."""

from datetime import datetime, time
from hashlib import sha256
from typing import Annotated
from uuid import UUID, uuid5

from fastapi import Response

from integration_gateway.api.partners.door_views import (
    CancellationBody,
    PaperBody,
    PaperView,
    PartnerOfferView,
    PlannedView,
    PlanView,
    PreCheckBody,
    PreCheckView,
    RepaymentsView,
    RepaymentView,
    StatusView,
    SubmissionBody,
    SubmittedView,
    SupplementBody,
    borrower_url,
    last_of,
)
from integration_gateway.api.partners.entrance import ANSWERS, partner_of, signed
from integration_gateway.api.ports import Context
from integration_gateway.domain.partners.partner_application import PartnerApplication, Stage
from integration_gateway.use_cases.partners.records import EventRow, Submission
from integration_gateway.use_cases.partners.submit import BeginSubmission, EndSubmission
from loan_contracts.message import JsonObject
from loan_servicekit.core import Conflict, DomainError, Invalid, NotFound, Unavailable, business_day
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.http import Answered, Router, problems

PAPERS = {
    "document-too-large": Answered(413),
    **dict.fromkeys(("document-type-unsupported", "document-type-differs"), Answered(415)),
}
# Its operations are entered by signatures: a document of their own shows them, not that of those that take tokens.
router = Router({**ANSWERS, **PAPERS}, prefix="/v1/partner", tags=["partner API"], include_in_schema=False)
MOST_BYTES = 21 * 1024 * 1024  # papers in base64 inside JSON
TAKEN = (Stage.SUBMITTING, Stage.REFUSED)  # in these application-svc is asked; in others it has answered


@router.post("/pre-checks", operation_id="pre_check", responses=problems(429))
async def pre_check(
    body: PreCheckBody, context: Annotated[Context, signed("partner-application.submit", keyed=False)]
) -> PreCheckView:
    """Whether a person is a customer already. Nothing is created, so it takes no Idempotency-Key; each is recorded."""
    partner = partner_of(context.request)
    return PreCheckView(hit=await context.ports.side.office.known(partner.id, body.model_dump(mode="json")))


@router.post(
    "/applications", operation_id="submit_partner_application", status_code=202, responses=problems(409, 413, 415, 429)
)
async def submit_partner_application(
    body: SubmissionBody,
    context: Annotated[Context, signed("partner-application.submit", most_bytes=MOST_BYTES)],
    response: Response,
) -> SubmittedView:
    """Hands an application in, with the papers that its product asks for. The same Idempotency-Key with the same body
    is the same application."""
    partner, key = partner_of(context.request), context.request.headers["idempotency-key"]
    terms = partner.require_active()
    if body.product_code not in terms.products:
        raise Invalid("product-not-agreed", f"{body.product_code} is none of the products that this partner sells")
    application_id = uuid5(partner.id, key)
    if await context.ports.partners.application(application_id, partner.id) is None:
        today = datetime.combine(business_day(context.now), time(), BUSINESS_ZONE)
        if await context.ports.partners.brought(partner.id, today) >= terms.applications_per_day:
            raise Conflict("applications-too-many", f"{terms.applications_per_day} applications a day were agreed")
    begun: PartnerApplication = await context.run(
        context.ports.operations.begin_submission,
        BeginSubmission(
            application_id,
            partner.id,
            body.reference,
            sha256(await context.request.body()).hexdigest(),
            body.product_code,
            body.amount_minor,
            body.term_months,
        ),
    )
    if begun.stage not in TAKEN:
        response.headers["Idempotent-Replayed"] = "true"
        return SubmittedView.of(begun)
    return SubmittedView.of(await _hand_in(context, Submission(application_id, partner.id, _told(body))))


async def _hand_in(context: Context, submission: Submission) -> PartnerApplication:
    try:
        number = await context.ports.side.office.submit(submission)
    except Unavailable:
        raise
    except DomainError as refusal:
        refused = EndSubmission(submission.application_id, refusal=refusal.code)
        await context.run(context.ports.operations.end_submission, refused)
        raise
    end = EndSubmission(submission.application_id, number)
    taken: PartnerApplication = await context.run(context.ports.operations.end_submission, end)
    return taken


@router.get("/applications/{application_id}", operation_id="get_partner_application", responses=problems(404, 429))
async def get_partner_application(
    application_id: UUID, context: Annotated[Context, signed("partner-application.read")]
) -> StatusView:
    """How far an application of the partner's own came."""
    application, events = await _own(application_id, context)
    return StatusView.shown(application, events, context.ports.side.borrower_pages)


@router.get("/applications/{application_id}/offer", operation_id="get_partner_offer", responses=problems(404, 429))
async def get_partner_offer(
    application_id: UUID, context: Annotated[Context, signed("partner-application.read")]
) -> PartnerOfferView:
    """The offer, where there is one."""
    application, events = await _own(application_id, context)
    offer = last_of(events, "offer.made")
    if offer is None:
        raise NotFound("offer-not-found", f"there is no offer for application {application_id}")
    told = {name: value for name, value in offer.items() if name in PartnerOfferView.model_fields}
    return PartnerOfferView.model_validate(
        told | {"borrower_url": borrower_url(application, context.ports.side.borrower_pages)}
    )


@router.get(
    "/applications/{application_id}/repayments",
    operation_id="list_partner_repayments",
    responses=problems(404, 429),
)
async def list_partner_repayments(
    application_id: UUID, context: Annotated[Context, signed("partner-application.read")]
) -> RepaymentsView:
    """What was paid, fell due and was missed, as it was told."""
    _, events = await _own(application_id, context)
    loan_id = _loan(application_id, events)
    items = [
        RepaymentView.model_validate(_of(RepaymentView, each) | {"type": each.type, "told_at": each.told_at})
        for each in events
        if each.type.startswith("repayment.")
    ]
    return RepaymentsView(loan_id=loan_id, items=items)


@router.get("/applications/{application_id}/plan", operation_id="get_partner_plan", responses=problems(404, 429))
async def get_partner_plan(
    application_id: UUID, context: Annotated[Context, signed("partner-application.read")]
) -> PlanView:
    """The repayment plan as the loan's books have it now, after whatever was changed or repaid early."""
    loan_id = _loan(application_id, (await _own(application_id, context))[1])
    items = [PlannedView.model_validate(each) for each in await context.ports.side.office.plan(loan_id)]
    return PlanView(loan_id=loan_id, items=items)


@router.post(
    "/applications/{application_id}/documents",
    operation_id="attach_partner_paper",
    status_code=201,
    responses=problems(404, 409, 413, 415, 429),
)
async def attach_partner_paper(
    application_id: UUID,
    body: PaperBody,
    context: Annotated[Context, signed("partner-application.submit", most_bytes=MOST_BYTES)],
) -> PaperView:
    """One of the papers that the webhook `application.supplement-requested` asks for."""
    application, _ = await _own(application_id, context)
    taken = await context.ports.side.office.attach(
        application_id, application.partner_id, body.model_dump(mode="json"), _key(application_id, context)
    )
    return PaperView.model_validate(taken)


@router.post(
    "/applications/{application_id}/supplement",
    operation_id="complete_partner_supplement",
    status_code=202,
    responses=problems(404, 409, 429),
)
async def complete_partner_supplement(
    application_id: UUID, body: SupplementBody, context: Annotated[Context, signed("partner-application.submit")]
) -> SubmittedView:
    """All papers that were asked for are there: the application is looked at anew."""
    application, _ = await _own(application_id, context)
    await context.ports.side.office.supplemented(application_id, application.partner_id, _key(application_id, context))
    return SubmittedView.of(application)


@router.post(
    "/applications/{application_id}/cancellation",
    operation_id="cancel_partner_application",
    status_code=202,
    responses=problems(404, 409, 429),
)
async def cancel_partner_application(
    application_id: UUID, body: CancellationBody, context: Annotated[Context, signed("partner-application.submit")]
) -> SubmittedView:
    """The applicant steps back; possible until the contract is signed. The webhook `application.withdrawn` follows."""
    application, _ = await _own(application_id, context)
    await context.ports.side.office.withdraw(application_id, application.partner_id, {}, _key(application_id, context))
    return SubmittedView.of(application)


def _loan(application_id: UUID, events: list[EventRow]) -> UUID:
    lent = last_of(events, "loan.disbursed")
    if lent is None:
        raise NotFound("loan-not-found", f"application {application_id} has no loan yet")
    return UUID(lent["loan_id"])


def _key(application_id: UUID, context: Context) -> str:
    """What makes the partner's intent the same one at the owner of the application."""
    return str(uuid5(application_id, f"{context.request.scope['path']} {context.request.headers['idempotency-key']}"))


async def _own(application_id: UUID, context: Context) -> tuple[PartnerApplication, list[EventRow]]:
    partner = partner_of(context.request)
    found = await context.ports.partners.application(application_id, partner.id)
    if found is None:
        raise NotFound("application-not-found", f"there is no application {application_id}")
    return found, list(await context.ports.partners.events(application_id))


def _of(view: type[RepaymentView], event: EventRow) -> JsonObject:
    return {name: value for name, value in event.data.items() if name in view.model_fields}


def _told(body: SubmissionBody) -> JsonObject:
    """The application in application-svc's words."""
    told = body.model_dump(mode="json", exclude={"reference", "consents"})
    told["applicant"]["consents"] = [_consent(each.model_dump(mode="json")) for each in body.consents]
    return told


def _consent(given: JsonObject) -> JsonObject:
    if given["signature_reference"] is None:
        return {"source": given["source"]}
    evidence = {
        "kind": "ELECTRONIC_SIGNATURE",
        "reference": given["signature_reference"],
        "sha256": given["signed_sha256"],
    }
    return {"source": given["source"], "evidence": evidence}
