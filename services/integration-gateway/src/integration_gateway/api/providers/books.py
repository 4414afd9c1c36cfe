"""How providers are used, and what that has come to, over HTTP."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from integration_gateway.api.ports import Context
from integration_gateway.domain.providers.policy import Policy, code_of
from integration_gateway.use_cases.providers.ledger import DayRecord, DifferenceRecord
from loan_servicekit.http import Day, Page, Router, problems, requires

router = Router(prefix="/v1")

OnDay = Annotated[Day | None, Query(description="Today, unless told")]


class PolicyView(BaseModel):
    """How a provider is used for a capability today."""

    capability: str
    provider: str
    parameter: str = Field(description="The parameter whose value it is: two persons change it")
    policy: Policy
    valid_from: date | None = Field(description="Absent: nobody has decided on it, and what is built in holds")
    approved_by: str | None


class ProviderDayView(BaseModel):
    """What was counted of a provider on a day. `reused` and `shared` answers were no calls; `shadow` calls served
    comparison alone; `refused` were not made (quota, rate, bulkhead, not configured)."""

    capability: str
    provider: str
    calls: int
    hits: int
    misses: int
    unusable: int
    refused: int
    reused: int
    shared: int
    shadow: int
    charged: int
    cost_yuan: Decimal
    quota_left: int | None = Field(description="Of today's quota, where there is one")


class ProviderDaysView(Page[ProviderDayView]):
    """A day of the ledger, and its sum."""

    day: date
    cost_yuan: Decimal


class DifferenceView(BaseModel):
    """How often a field was told alike and otherwise by the provider that serves and by another."""

    capability: str
    provider: str
    shadow: str
    field: str
    compared: int
    differed: int

    @classmethod
    def of(cls, found: DifferenceRecord) -> "DifferenceView":
        """The view of one."""
        named = {name: getattr(found, name) for name in ("capability", "provider", "shadow", "field")}
        return cls(**named, compared=found.told.compared, differed=found.told.differed)


@router.get("/provider-policies", operation_id="list_provider_policies", responses=problems())
async def list_provider_policies(context: Annotated[Context, requires("provider.read")]) -> Page[PolicyView]:
    """Every provider of every capability, in the order of the table, and how it is used today. A change is proposed as
    a parameter (`/v1/admin/parameter-changes`) and holds in every process within seconds of its approval."""
    policies, parameters = context.ports.books.policies, context.service.parameters
    shown = []
    for capability in policies.capabilities:
        for name, policy in policies.of(capability).items():
            code = code_of(capability, name)
            row = parameters.parameters.at(code, parameters.day())
            shown.append(
                PolicyView(
                    capability=capability,
                    provider=name,
                    parameter=code,
                    policy=policy,
                    valid_from=row.valid_from if row else None,
                    approved_by=row.approved_by if row else None,
                )
            )
    return Page(items=shown)


@router.get("/provider-days", operation_id="get_provider_day", responses=problems())
async def get_provider_day(
    context: Annotated[Context, requires("provider.read")], day: OnDay = None
) -> ProviderDaysView:
    """Calls, answers and what they cost, by capability and provider, on one day; of today all but the last second."""
    books, today = context.ports.books, context.service.parameters.day()
    shown = day or today
    items = [
        _day_view(each, books.policies.of(each.capability), shown == today) for each in await books.days.day(shown)
    ]
    return ProviderDaysView(items=items, day=shown, cost_yuan=sum((each.cost_yuan for each in items), Decimal(0)))


def _day_view(found: DayRecord, policies: Mapping[str, Policy], today: bool) -> ProviderDayView:
    policy = policies.get(found.provider)
    quota = policy.per_day if policy and today else None
    left = None if quota is None else max(0, quota - found.tally.calls)
    return ProviderDayView(capability=found.capability, provider=found.provider, quota_left=left, **asdict(found.tally))


@router.get("/provider-differences", operation_id="list_provider_differences", responses=problems())
async def list_provider_differences(
    context: Annotated[Context, requires("provider.read")], day: OnDay = None
) -> Page[DifferenceView]:
    """How answers of providers that are called for comparison differ from those that serve, by field; no value."""
    shown = day or context.service.parameters.day()
    return Page(items=[DifferenceView.of(each) for each in await context.ports.books.days.differences(shown)])
