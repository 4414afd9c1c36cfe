"""The partner API, version 1: what a partner does over HTTP, each request signed. What is not its own is not there."""

from datetime import datetime, time
from hashlib import sha256
from typing import Annotated
from uuid import UUID, uuid5

from fastapi import Response

from integration_gateway.api.partners.door_views import (
    CancellationBody,
    PartnerOfferView,
    PreCheckBody,
    PreCheckView,
    RepaymentsView,
    RepaymentView,
    StatusView,
    SubmissionBody,
    SubmittedView,
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
from loan_servicekit.http import Router, problems

# Its operations are entered by signatures: docs/partners.md shows them, not the document of those that take tokens.
router = Router(ANSWERS, prefix="/v1/partner", tags=["partner API"], include_in_schema=False)
TAKEN = (Stage.SUBMITTING, Stage.REFUSED)  # in these application-svc is asked; in others it has answered


@router.post("/pre-checks", operation_id="pre_check", responses=problems(429))
async def pre_check(
    body: PreCheckBody, context: Annotated[Context, signed("partner-application.submit", keyed=False)]
) -> PreCheckView:
    """Whether a person is a customer already. Nothing is created, so it takes no Idempotency-Key; each is recorded."""
    partner = partner_of(context.request)
    return PreCheckView(hit=await context.ports.side.office.known(partner.id, body.model_dump(mode="json")))


@router.post("/applications", operation_id="submit_partner_application", status_code=202, responses=problems(409, 429))
async def submit_partner_application(
    body: SubmissionBody, context: Annotated[Context, signed("partner-application.submit")], response: Response
) -> SubmittedView:
    """Hands an application in. The same Idempotency-Key with the same body is the same application."""
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
    lent = last_of(events, "loan.disbursed")
    if lent is None:
        raise NotFound("loan-not-found", f"application {application_id} has no loan yet")
    items = [
        RepaymentView.model_validate(_of(RepaymentView, each) | {"type": each.type, "told_at": each.told_at})
        for each in events
        if each.type.startswith("repayment.")
    ]
    return RepaymentsView(loan_id=lent["loan_id"], items=items)


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
    key = context.request.headers["idempotency-key"]
    await context.ports.side.office.withdraw(
        application_id, application.partner_id, {}, str(uuid5(application_id, key))
    )
    return SubmittedView.of(application)


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
