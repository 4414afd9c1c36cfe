"""How far the signature of a contract is with its provider, and where its borrower signs."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.signatures.signing import Flow, FlowState
from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires

router = Router(prefix="/v1", tags=["signatures"])


class SignatureStandingView(BaseModel):
    """How far the signature of a contract is."""

    application_id: UUID
    contract_hash: str
    state: FlowState
    link: str | None = Field(description="Where the borrower signs, at the provider's; absent once it is over")
    begun_at: datetime


@router.get("/signatures/{application_id}", operation_id="get_signature", responses=problems(404))
async def get_signature(
    application_id: UUID, context: Annotated[Context, requires("disclosure.confirm")], response: Response
) -> SignatureStandingView:
    """For the front end that acts for the borrower. The provider is asked each time: links run out."""
    return await _shown(context, await context.ports.signatures.flows.of_application(application_id), response)


@router.get("/my/signatures/{application_id}", operation_id="get_own_signature", responses=problems(404))
async def get_own_signature(
    application_id: UUID, context: Annotated[Context, requires("own-offer.accept")], response: Response
) -> SignatureStandingView:
    """Where the borrower signs the contract of his own application."""
    own = context.caller.owner()
    flow = await context.ports.signatures.flows.of_application(application_id)
    return await _shown(context, flow if flow is not None and flow.customer_id == own else None, response)


async def _shown(context: Context, flow: Flow | None, response: Response) -> SignatureStandingView:
    if flow is None:
        raise NotFound("signature-not-found", "no provider has this contract to be signed")
    response.headers["Cache-Control"] = "no-store"
    state, link = await context.ports.signatures.standing(flow)
    return SignatureStandingView(
        application_id=flow.application_id,
        contract_hash=flow.contract_hash,
        state=state,
        link=link,
        begun_at=flow.begun_at,
    )
