"""The health of providers over HTTP."""

from datetime import datetime
from typing import Annotated, Self

from fastapi import Response
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.sources.provider_switch import ProviderSwitch
from integration_gateway.use_cases.switches import TurnSwitch
from loan_servicekit.core import NotFound
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Page, Router, problems, requires

router = Router(prefix="/v1")


class ProviderView(BaseModel):
    """How one provider does, since this process began."""

    provider: str
    circuit: str
    calls: int
    failures: int
    p50_ms: int
    p95_ms: int
    p99_ms: int
    errors: dict[str, int] = Field(description="Failures by class: timeout, network, http-503, malformed, circuit-open")


class SwitchBody(Body):
    """A provider is called no more, or again."""

    provider: Annotated[str, Field(pattern=r"^[a-z0-9_/.-]{1,100}$", examples=["tencent/faceid"])]
    held: Annotated[bool, Field(examples=[True])]
    reason: Annotated[str, text(3, 200), Field(examples=["the provider has announced maintenance until 04:00"])]


class SwitchView(BaseModel):
    """How a provider is held by hand."""

    provider: str
    held: bool
    reason: str
    changed_by: str
    changed_at: datetime

    @classmethod
    def of(cls, switch: ProviderSwitch) -> Self:
        """The view of a switch."""
        return cls.model_validate(switch, from_attributes=True)


class ProvidersView(Page[ProviderView]):
    """All providers on one page, and what waits for them."""

    waiting: dict[str, int]


@router.get("/providers", operation_id="list_providers", responses=problems())
async def list_providers(context: Annotated[Context, requires("provider.read")]) -> ProvidersView:
    """Circuit, calls, failures by class and how long the last calls took, of every provider; `circuit` is closed, open,
    or held-open by hand."""
    providers = [
        ProviderView(
            provider=name,
            circuit=line.circuit,
            calls=line.calls,
            failures=line.failures,
            p50_ms=line.p50_ms,
            p95_ms=line.p95_ms,
            p99_ms=line.p99_ms,
            errors=dict(line.errors),
        )
        for name, line in context.ports.providers().items()
    ]
    return ProvidersView(items=providers, waiting=await context.ports.desk.waiting())


@router.post(
    "/provider-switches", operation_id="turn_provider_switch", responses=problems(404), response_model=SwitchView
)
async def turn_provider_switch(body: SwitchBody, context: Annotated[Context, requires("provider.switch")]) -> Response:
    """Has a provider called no more, or again, in every process within seconds. What waits for it is tried again."""
    if body.provider not in context.ports.providers():
        raise NotFound("provider-unknown", f"there is no provider {body.provider}")
    command = TurnSwitch(body.provider, body.held, body.reason, context.caller.subject)
    return await context.perform(context.ports.operations.turn_switch, command, SwitchView.of)
