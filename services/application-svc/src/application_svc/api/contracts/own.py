"""A borrower's own offers and contracts over HTTP: what his channel does for him, he does himself."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from application_svc.api.applications.own import own_application, owner_of
from application_svc.api.applications.views import ReceiptView
from application_svc.api.contracts.routes import offered, require_signed_here
from application_svc.api.contracts.views import (
    ContractView,
    DeliveryView,
    DisclosureConfirmationBody,
    OfferView,
    OwnSignatureBody,
)
from application_svc.api.ports import Context
from application_svc.domain.applications.offer import SignatureMethod
from application_svc.use_cases.contracts.confirm_disclosure import ConfirmDisclosure
from application_svc.use_cases.contracts.deliver_disclosure import DeliverDisclosure, Delivered
from application_svc.use_cases.contracts.sign_contract import SignContract
from loan_servicekit.http import Router, problems, requires

router = Router(prefix="/v1/my", tags=["borrower"])


@router.get("/applications/{application_id}/offer", operation_id="get_own_offer", responses=problems(404))
async def get_own_offer(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")], response: Response
) -> OfferView:
    """The offer with everything it costs (domain.md R-2.20), and the hash that a confirmation names."""
    application, papers = await offered(context, await own_application(application_id, context))
    response.headers["ETag"] = f'"{application.sequence}"'
    return OfferView.of(application, papers)


@router.get("/applications/{application_id}/contract", operation_id="get_own_contract", responses=problems(404))
async def get_own_contract(
    application_id: UUID, context: Annotated[Context, requires("own-application.read")], response: Response
) -> ContractView:
    """The contract's content and hash, and its signature if there is one."""
    application, papers = await offered(context, await own_application(application_id, context))
    response.headers["ETag"] = f'"{application.sequence}"'
    return ContractView.of(application, papers)


@router.post(
    "/applications/{application_id}/disclosure-deliveries",
    operation_id="deliver_own_disclosure",
    responses=problems(404, 409),
    response_model=DeliveryView,
)
async def deliver_own_disclosure_route(
    application_id: UUID, context: Annotated[Context, requires("own-offer.accept", keyed=False)]
) -> Response:
    """Gives the cost disclosure out to the borrower; the reading time counts from the first time on. It can be asked
    for again and takes no Idempotency-Key."""
    command = DeliverDisclosure(await owner_of(application_id, context), application_id)
    delivered: Delivered = await context.run(context.ports.operations.deliver_disclosure, command)
    return Response(DeliveryView.written(delivered), media_type="application/json")


@router.post(
    "/applications/{application_id}/disclosure-confirmation",
    operation_id="confirm_own_disclosure",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def confirm_own_disclosure_route(
    application_id: UUID, body: DisclosureConfirmationBody, context: Annotated[Context, requires("own-offer.accept")]
) -> Response:
    """The borrower has read the cost disclosure (domain.md R-2.21) for as long as is asked for."""
    owner = await owner_of(application_id, context)
    command = ConfirmDisclosure(owner, application_id, body.disclosure_hash, context.expect)
    return await context.perform(context.ports.operations.confirm_disclosure, command, ReceiptView.of)


@router.post(
    "/applications/{application_id}/signature",
    operation_id="sign_own_contract",
    responses=problems(404, 409, 412),
    response_model=ReceiptView,
)
async def sign_own_contract_route(
    application_id: UUID, body: OwnSignatureBody, context: Annotated[Context, requires("own-offer.accept")]
) -> Response:
    """The borrower signs the contract electronically; the loan is booked and paid out."""
    require_signed_here(context, SignatureMethod.ELECTRONIC)
    command = SignContract(
        await owner_of(application_id, context),
        application_id,
        body.contract_hash,
        SignatureMethod.ELECTRONIC,
        body.reference,
        context.ports.products,
        context.ports.bounds,
        context.expect,
    )
    return await context.perform(context.ports.operations.sign_contract, command, ReceiptView.of)
