"""The health of providers over HTTP."""

from typing import Annotated

from pydantic import BaseModel

from integration_gateway.api.ports import Context
from loan_servicekit.http import Page, Router, problems, requires

router = Router(prefix="/v1")


class ProviderView(BaseModel):
    """How one provider does, since this process began."""

    provider: str
    circuit: str
    calls: int
    failures: int
    p95_ms: int


class ProvidersView(Page[ProviderView]):
    """All providers on one page, and what waits for them."""

    waiting: dict[str, int]


@router.get("/providers", operation_id="list_providers", responses=problems())
async def list_providers(context: Annotated[Context, requires("provider.read")]) -> ProvidersView:
    """Circuit, calls, failures and p95 of every provider."""
    providers = [
        ProviderView(provider=name, circuit=line.circuit, calls=line.calls, failures=line.failures, p95_ms=line.p95_ms)
        for name, line in context.ports.providers().items()
    ]
    return ProvidersView(items=providers, waiting=await context.ports.desk.waiting())
