"""Partners over HTTP, for who keeps them."""

import base64
import secrets
from datetime import timedelta
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from integration_gateway.api.partners.views import (
    DeliveryView,
    EndpointBody,
    EndpointView,
    IssuedEndpointView,
    IssuedKeyView,
    KeyBody,
    NothingBody,
    PartnerView,
    TermsBody,
)
from integration_gateway.api.ports import Context
from integration_gateway.domain.partners.partner import Partner
from integration_gateway.domain.partners.webhook import SECRET_PREFIX, SealedSecret
from integration_gateway.use_cases.partners.deliver import Redeliver
from integration_gateway.use_cases.partners.manage import (
    DecidePartner,
    IssueKey,
    ProposePartner,
    SetEndpoint,
    SuspendPartner,
)
from loan_servicekit.core import NotFound, new_id
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1", tags=["partners"])


class DeliveryState(StrEnum):
    """States of deliveries."""

    OPEN = "OPEN"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


@router.get("/partners", operation_id="list_partners", responses=problems())
async def list_partners(
    context: Annotated[Context, requires("partner.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[PartnerView]:
    """Partners by id."""
    found = [PartnerView.of(each) for each in await context.ports.partners.partners(cursor.uuid(), cursor.limit + 1)]
    return page(found, cursor, [found[cursor.limit - 1].id] if len(found) > cursor.limit else None)


@router.post(
    "/partners", operation_id="propose_partner", status_code=201, responses=problems(), response_model=PartnerView
)
async def propose_partner_route(body: TermsBody, context: Annotated[Context, requires("partner.propose")]) -> Response:
    """A new partner; another person approves it (R-9.10)."""
    command = ProposePartner(new_id(), body.terms(), context.caller.subject)
    return await context.perform(context.ports.operations.propose_partner, command, PartnerView.of, 201)


@router.get("/partners/{partner_id}", operation_id="get_partner", responses=problems(404))
async def get_partner(partner_id: UUID, context: Annotated[Context, requires("partner.read")]) -> PartnerView:
    """One partner."""
    return PartnerView.of(await _partner(partner_id, context))


@router.post(
    "/partners/{partner_id}/terms",
    operation_id="propose_partner_terms",
    responses=problems(404),
    response_model=PartnerView,
)
async def propose_partner_terms_route(
    partner_id: UUID, body: TermsBody, context: Annotated[Context, requires("partner.propose")]
) -> Response:
    """Other terms of a partner, or the same again for one that was suspended; another person approves them."""
    command = ProposePartner(partner_id, body.terms(), context.caller.subject, new=False)
    return await context.perform(context.ports.operations.propose_partner, command, PartnerView.of)


@router.post(
    "/partners/{partner_id}/approval",
    operation_id="approve_partner",
    responses=problems(404, 409),
    response_model=PartnerView,
)
async def approve_partner_route(
    partner_id: UUID, body: NothingBody, context: Annotated[Context, requires("partner.approve")]
) -> Response:
    """The proposed terms hold from now on, by another person than proposed them."""
    command = DecidePartner(partner_id, context.caller.subject, approved=True)
    return await context.perform(context.ports.operations.decide_partner, command, PartnerView.of)


@router.post(
    "/partners/{partner_id}/rejection",
    operation_id="reject_partner",
    responses=problems(404, 409),
    response_model=PartnerView,
)
async def reject_partner_route(
    partner_id: UUID, body: NothingBody, context: Annotated[Context, requires("partner.approve")]
) -> Response:
    """The proposed terms do not come to hold."""
    command = DecidePartner(partner_id, context.caller.subject, approved=False)
    return await context.perform(context.ports.operations.decide_partner, command, PartnerView.of)


@router.post(
    "/partners/{partner_id}/suspension",
    operation_id="suspend_partner",
    responses=problems(404, 409),
    response_model=PartnerView,
)
async def suspend_partner_route(
    partner_id: UUID, body: NothingBody, context: Annotated[Context, requires("partner.suspend")]
) -> Response:
    """Lets a partner in no more, at once. Its webhooks go on: they concern loans that are there."""
    command = SuspendPartner(partner_id)
    return await context.perform(context.ports.operations.suspend_partner, command, PartnerView.of)


@router.post(
    "/partners/{partner_id}/keys", operation_id="issue_partner_key", status_code=201, responses=problems(404, 409)
)
async def issue_partner_key_route(
    partner_id: UUID, body: KeyBody, context: Annotated[Context, requires("partner.connect", keyed=False)]
) -> IssuedKeyView:
    """Another key; those before it end after the overlap. The secret is shown once, so the answer is not kept for a
    repeated request and there is no Idempotency-Key: who has lost it asks for another one."""
    key_id, secret = f"pk_{new_id().hex}", f"xk_{secrets.token_urlsafe(32)}"
    sealed = context.ports.side.secrets.seal(key_id, secret.encode())
    command = IssueKey(partner_id, key_id, sealed, context.caller.subject, timedelta(hours=body.overlap_hours))
    await context.run(context.ports.operations.issue_partner_key, command)
    return IssuedKeyView(key_id=key_id, secret=secret)


@router.get("/partners/{partner_id}/webhook-endpoint", operation_id="get_webhook_endpoint", responses=problems(404))
async def get_webhook_endpoint(partner_id: UUID, context: Annotated[Context, requires("partner.read")]) -> EndpointView:
    """Where the partner is told, and how that does."""
    found = await context.ports.partners.endpoint(partner_id)
    if found is None:
        raise NotFound("endpoint-not-found", f"partner {partner_id} has no endpoint")
    return EndpointView.of(found)


@router.post(
    "/partners/{partner_id}/webhook-endpoint", operation_id="set_webhook_endpoint", responses=problems(404, 409)
)
async def set_webhook_endpoint_route(
    partner_id: UUID, body: EndpointBody, context: Annotated[Context, requires("partner.connect", keyed=False)]
) -> IssuedEndpointView:
    """Where the partner is told from now on, with a new secret, shown once; one that was disabled is told again."""
    context.ports.side.addresses.check(body.url)
    before = await context.ports.partners.endpoint(partner_id)
    secret = SECRET_PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()
    ends = context.now + timedelta(hours=body.overlap_hours)
    kept = [SealedSecret(each.sealed, ends) for each in before.secrets[:1]] if before and body.overlap_hours else []
    fresh = SealedSecret(context.ports.side.secrets.seal(str(partner_id), secret.encode()))
    command = SetEndpoint(partner_id, body.url, (fresh, *kept), context.caller.subject)
    await context.run(context.ports.operations.set_webhook_endpoint, command)
    return IssuedEndpointView(url=body.url, secret=secret)


@router.get("/partners/{partner_id}/deliveries", operation_id="list_deliveries", responses=problems(404))
async def list_deliveries(
    partner_id: UUID,
    context: Annotated[Context, requires("partner.read")],
    cursor: Annotated[Cursor, Depends()],
    state: DeliveryState | None = None,
) -> Page[DeliveryView]:
    """What was sent to the partner's endpoint, newest first, and what became of it."""
    found = await context.ports.partners.deliveries(partner_id, state, cursor.uuid(), cursor.limit + 1)
    shown = [DeliveryView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/partners/{partner_id}/deliveries/{delivery_id}/redelivery",
    operation_id="redeliver_webhook",
    status_code=202,
    responses=problems(404),
)
async def redeliver_webhook_route(
    partner_id: UUID,
    delivery_id: UUID,
    body: NothingBody,
    context: Annotated[Context, requires("partner.connect")],
) -> Response:
    """Sends a message again under the same `webhook-id`."""
    command = Redeliver(partner_id, delivery_id)
    return await context.perform(context.ports.operations.redeliver, command, lambda _: {}, 202)


async def _partner(partner_id: UUID, context: Context) -> Partner:
    found = await context.ports.partners.partner(partner_id)
    if found is None:
        raise NotFound("partner-not-found", f"there is no partner {partner_id}")
    return found
