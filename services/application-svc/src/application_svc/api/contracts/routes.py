"""Offers, the cost disclosure and contracts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Response

from application_svc.api.applications.views import ReceiptView
from application_svc.api.contracts.views import (
    ConditionEvidenceBody,
    ContractView,
    CounterpartyBody,
    DeliveryView,
    DisclosureConfirmationBody,
    OfferView,
    SignatureBody,
    SignedDisclosureBody,
)
from application_svc.api.ports import Context
from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import SignatureMethod
from application_svc.domain.contracts.counterparty import Payee
from application_svc.use_cases.contracts.certify_disclosure import CertifyDisclosure
from application_svc.use_cases.contracts.check_condition_off import CheckConditionOff
from application_svc.use_cases.contracts.confirm_disclosure import ConfirmDisclosure
from application_svc.use_cases.contracts.deliver_disclosure import DeliverDisclosure, Delivered
from application_svc.use_cases.contracts.name_counterparty import NameCounterparty
from application_svc.use_cases.contracts.ports import StoredPapers
from application_svc.use_cases.contracts.sign_contract import SignContract
from loan_servicekit.core import Conflict, NotFound
from loan_servicekit.http import Router, problems, requires

router = Router(prefix="/v1", tags=["contracts"])


async def _of_branch(context: Context, application_id: UUID) -> Application:
    application = await context.ports.queries.applications.application(application_id)
    context.caller.require_branch(application.branch)
    return application


async def offered(context: Context, application: Application) -> tuple[Application, StoredPapers]:
    """An application with the papers of its offer; raises NotFound `offer-not-found`."""
    if application.offer is None:
        raise NotFound(
            "offer-not-found", f"application {application.application_no} is {application.status}; it has no offer"
        )
    return application, await context.ports.queries.contracts.papers(application.id)


def require_signed_here(context: Context, method: SignatureMethod) -> None:
    """Raises Conflict `provider-signs` where who signs electronically does so with the provider."""
    if context.ports.provider_signs and method is SignatureMethod.ELECTRONIC:
        raise Conflict("provider-signs", "the provider of signatures sends the borrower a link, and he signs there")


@router.get("/applications/{application_id}/offer", operation_id="get_offer", responses=problems(404))
async def get_offer(
    application_id: UUID, context: Annotated[Context, requires("offer.read")], response: Response
) -> OfferView:
    """The offer with everything it costs (domain.md R-2.20), and the hash that a confirmation names."""
    application, papers = await offered(context, await _of_branch(context, application_id))
    response.headers["ETag"] = f'"{application.sequence}"'
    return OfferView.of(application, papers)


@router.post(
    "/applications/{application_id}/disclosure-deliveries",
    operation_id="deliver_disclosure",
    responses=problems(404, 409),
    response_model=DeliveryView,
)
async def deliver_disclosure_route(
    application_id: UUID, context: Annotated[Context, requires("disclosure.confirm", keyed=False)]
) -> Response:
    """Gives the cost disclosure out to the borrower's client. When, to whom and which one is recorded, and the reading
    time counts from the first time on. It can be asked for again and takes no Idempotency-Key."""
    command = DeliverDisclosure(context.caller, application_id)
    delivered: Delivered = await context.run(context.ports.operations.deliver_disclosure, command)
    return Response(DeliveryView.written(delivered), media_type="application/json")


@router.post(
    "/applications/{application_id}/disclosure-confirmation",
    operation_id="confirm_disclosure",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def confirm_disclosure_route(
    application_id: UUID, body: DisclosureConfirmationBody, context: Annotated[Context, requires("disclosure.confirm")]
) -> Response:
    """The borrower has read the cost disclosure (domain.md R-2.21) for as long as is asked for, since it was given out
    to this client. What he has signed on paper is another act: POST …/signed-disclosure."""
    command = ConfirmDisclosure(context.caller, application_id, body.disclosure_hash, context.expect)
    return await context.perform(context.ports.operations.confirm_disclosure, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/signed-disclosure",
    operation_id="certify_disclosure",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def certify_disclosure_route(
    application_id: UUID, body: SignedDisclosureBody, context: Annotated[Context, requires("disclosure.certify")]
) -> Response:
    """At a branch: the borrower has signed the printed cost disclosure, and somebody else has uploaded its scan."""
    command = CertifyDisclosure(context.caller, application_id, body.disclosure_hash, body.document_id, context.expect)
    return await context.perform(context.ports.operations.certify_disclosure, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/counterparty",
    operation_id="name_counterparty",
    responses=problems(403, 404, 409, 412),
    response_model=ReceiptView,
)
async def name_counterparty_route(
    application_id: UUID, body: CounterpartyBody, context: Annotated[Context, requires("contract.sign")]
) -> Response:
    """Who is paid in the borrower's stead (受托支付), with the paper that proves it; needed above the line of R-2.6a
    before the contract is signed. Another one may be named until then."""
    payee = Payee(body.name, body.account, body.registration)
    command = NameCounterparty(
        context.caller, application_id, payee, body.document_id, context.ports.vault, context.expect
    )
    return await context.perform(context.ports.operations.name_counterparty, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/conditions/{condition}",
    operation_id="check_condition_off",
    responses=problems(403, 404, 409, 412),
    response_model=ReceiptView,
)
async def check_condition_off_route(
    application_id: UUID,
    condition: Annotated[str, Path(max_length=64, pattern=r"^[A-Z_]+$")],
    body: ConditionEvidenceBody,
    context: Annotated[Context, requires("condition.check")],
) -> Response:
    """Somebody has seen that a condition is fulfilled that the approval sets before the contract is signed; he neither
    made nor decided the application, and has its loan paid out by another."""
    command = CheckConditionOff(context.caller, application_id, condition, body.evidence, context.expect)
    return await context.perform(context.ports.operations.check_condition_off, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/signature",
    operation_id="sign_contract",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def sign_contract_route(
    application_id: UUID, body: SignatureBody, context: Annotated[Context, requires("contract.sign")]
) -> Response:
    """The borrower has signed the contract, himself or on paper before staff; the loan is booked and paid out."""
    require_signed_here(context, body.method)
    command = SignContract(
        context.caller,
        application_id,
        body.contract_hash,
        body.method,
        body.reference,
        context.ports.products,
        context.ports.bounds,
        context.expect,
    )
    return await context.perform(context.ports.operations.sign_contract, command, ReceiptView.of)


@router.get("/applications/{application_id}/contract", operation_id="get_contract", responses=problems(404))
async def get_contract(
    application_id: UUID, context: Annotated[Context, requires("offer.read")], response: Response
) -> ContractView:
    """The contract's content and hash, and its signature if there is one."""
    application, papers = await offered(context, await _of_branch(context, application_id))
    response.headers["ETag"] = f'"{application.sequence}"'
    return ContractView.of(application, papers)
