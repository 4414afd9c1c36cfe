"""Collections, payments and the health of providers over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from integration_gateway.api.views import CollectionView, PaymentView, ProvidersView, ProviderView, WorkState
from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Edge, Page, Router, page, problems, requires

router = Router(prefix="/v1")


@router.get("/applications/{application_id}/collections", operation_id="list_collections", responses=problems())
async def list_collections(
    application_id: UUID, edge: Annotated[Edge, requires("assessment.read")]
) -> Page[CollectionView]:
    """What the outside world said about an applicant; an application has few collections, so one page holds them."""
    return Page(items=[CollectionView.of(c) for c in await edge.queries.collections(application_id)])


@router.get("/payments", operation_id="list_payments", responses=problems())
async def list_payments(
    edge: Annotated[Edge, requires("payment.read")],
    cursor: Annotated[Cursor, Depends()],
    state: WorkState | None = None,
) -> Page[PaymentView]:
    """Payment orders by id."""
    found = [PaymentView.of(p) for p in await edge.queries.payments(state, cursor.uuid(), cursor.limit + 1)]
    return page(found, cursor, [found[cursor.limit - 1].payment_id] if len(found) > cursor.limit else None)


@router.get("/payments/{payment_id}", operation_id="get_payment", responses=problems(404))
async def get_payment(payment_id: UUID, edge: Annotated[Edge, requires("payment.read")]) -> PaymentView:
    """One payment order."""
    found = await edge.queries.payment(payment_id)
    if found is None:
        raise NotFound("payment-not-found", f"there is no payment {payment_id}")
    return PaymentView.of(found)


@router.get("/providers", operation_id="list_providers", responses=problems())
async def list_providers(edge: Annotated[Edge, requires("provider.read")]) -> ProvidersView:
    """Circuit, calls, failures and p95 of every provider."""
    providers = [ProviderView(provider=name, **figures) for name, figures in edge.service.provider_figures().items()]
    return ProvidersView(items=providers, waiting=await edge.queries.waiting())
