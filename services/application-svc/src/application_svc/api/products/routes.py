"""Products over HTTP."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from application_svc.api.fields import Code
from application_svc.api.ports import Context
from application_svc.domain.products.product import Channel, CustomerType, Product
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.use_cases.products.decide_product import (
    DecideProduct,
)
from application_svc.use_cases.products.ports import VersionLine
from application_svc.use_cases.products.propose_product import ProposeProduct
from loan_servicekit.core import NotFound, business_day
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Cursor, Day, Page, Router, page, problems, requires
from loan_servicekit.http.fields import plain_json

router = Router(prefix="/v1", tags=["products"])


DIALECT = "https://json-schema.org/draft/2020-12/schema"
SEEDED = Path(__file__).parents[2] / "products" / "PCL-ONLINE.json"


def _with_example(schema: dict[str, Any]) -> None:
    """The example of a new product: the seeded one under another code, from a later day on."""
    schema["examples"] = [orjson.loads(SEEDED.read_bytes()) | {"code": "PCL-NEW", "valid_from": "2099-01-01"}]


class ProductBody(Product):
    """A version of a product."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_with_example)

    valid_from: Day
    valid_to: Day | None = Field(None, description="The last day on sale")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, data: Any) -> Any:
        form = data.get("form") if isinstance(data, dict) else None
        if isinstance(form, dict) and form.get("$schema", DIALECT) != DIALECT:
            raise ValueError(f"a form is written in {DIALECT}")  # another dialect would be fetched from where it points
        return plain_json(data)


class ProductLineView(BaseModel):
    """A product in a list."""

    code: str
    version: int
    valid_from: date
    valid_to: date | None
    name_zh: str
    name_en: str
    customer_type: CustomerType
    channel: Channel
    min_amount_minor: int
    max_amount_minor: int
    min_term_months: int
    max_term_months: int

    @classmethod
    def of(cls, p: Product) -> "ProductLineView":
        """The view of a product."""
        return cls.model_validate(p, from_attributes=True)


class ProposalDecisionBody(Body):
    """Why; it stays with the proposal."""

    reason: Annotated[Annotated[str, text(1, 1000)] | None, Field(examples=["Within the limits agreed for spring"])] = (
        None
    )


class ProposalView(BaseModel):
    """A proposed product version and what became of it."""

    id: UUID
    product: Product
    status: ProposalStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    reason: str | None

    @classmethod
    def of(cls, p: ProductProposal) -> "ProposalView":
        """The view of a proposal."""
        return cls.model_validate(p, from_attributes=True)


class ProductVersionView(BaseModel):
    """A version of a product in its history."""

    product: Product
    added_by: str = Field(description="Who proposed and who approved it; `seed`: it came with the installation")
    added_at: datetime

    @classmethod
    def of(cls, line: VersionLine) -> "ProductVersionView":
        """The view of a version."""
        return cls(product=line.product, added_by=line.added_by, added_at=line.added_at)


class ProductVersionsView(BaseModel):
    """The history of a product, oldest version first."""

    items: list[ProductVersionView]


@router.get("/products", operation_id="list_products", responses=problems())
async def list_products(context: Annotated[Context, requires("product.read")]) -> Page[ProductLineView]:
    """What is on sale today, on one page."""
    found = context.ports.products.on_sale(business_day(context.now))
    return Page(items=[ProductLineView.of(product) for product in found])


@router.get("/products/{code}", operation_id="get_product", responses=problems(404, 409))
async def get_product(
    code: Code,
    context: Annotated[Context, requires("product.read")],
    version: Annotated[int | None, Query(ge=1, le=10**6, description="Absent: the version on sale today")] = None,
) -> Product:
    """A product: its limits, the JSON Schema of its form, the documents and sources that it asks for."""
    products = context.ports.products
    return products.in_force(code, business_day(context.now)) if version is None else products.version(code, version)


@router.get("/products/{code}/versions", operation_id="list_product_versions", responses=problems(404))
async def list_product_versions(
    code: Code, context: Annotated[Context, requires("product-proposal.read")]
) -> ProductVersionsView:
    """Every version of a product, the past ones too, and who brought it on sale."""
    found = await context.ports.queries.products.product_versions(code)
    if not found:
        raise NotFound("product-unknown", f"there is no product {code}")
    return ProductVersionsView(items=[ProductVersionView.of(line) for line in found])


@router.post(
    "/products", operation_id="propose_product", status_code=201, responses=problems(409), response_model=ProposalView
)
async def propose_product_route(
    body: ProductBody, context: Annotated[Context, requires("product.propose")]
) -> Response:
    """Proposes the next version of a product, on sale from a later day, or a new product. Another person approves it:
    POST /v1/product-proposals/{proposal_id}/approval."""
    product = Product.model_validate(body.model_dump())
    command = ProposeProduct(context.caller, product, context.ports.bounds)
    return await context.perform(context.ports.operations.propose_product, command, ProposalView.of, 201)


@router.get("/product-proposals", operation_id="list_product_proposals", responses=problems())
async def list_product_proposals(
    context: Annotated[Context, requires("product-proposal.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ProposalStatus | None = None,
    code: Code | None = None,
) -> Page[ProposalView]:
    """Proposed versions and what became of them, newest first."""
    found = await context.ports.queries.products.product_proposals(status, code, cursor.uuid(), cursor.limit + 1)
    shown = [ProposalView.of(proposal) for proposal in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/product-proposals/{proposal_id}", operation_id="get_product_proposal", responses=problems(404))
async def get_product_proposal(
    proposal_id: UUID, context: Annotated[Context, requires("product-proposal.read")]
) -> ProposalView:
    """A proposed version."""
    return ProposalView.of(await context.ports.queries.products.product_proposal(proposal_id))


@router.post(
    "/product-proposals/{proposal_id}/approval",
    operation_id="approve_product",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def approve_product_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("product.approve")]
) -> Response:
    """Brings a proposed version on sale from its first day on; never by its proposer."""
    command = DecideProduct(context.caller, proposal_id, body.reason, context.ports.bounds)
    answer = await context.perform(context.ports.operations.approve_product, command, ProposalView.of)
    await context.ports.products.refresh()
    return answer


@router.post(
    "/product-proposals/{proposal_id}/rejection",
    operation_id="reject_product",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def reject_product_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("product.approve")]
) -> Response:
    """Refuses a proposed version; never by its proposer, who withdraws."""
    command = DecideProduct(context.caller, proposal_id, body.reason, context.ports.bounds)
    return await context.perform(context.ports.operations.reject_product, command, ProposalView.of)


@router.post(
    "/product-proposals/{proposal_id}/withdrawal",
    operation_id="withdraw_product",
    responses=problems(404, 409),
    response_model=ProposalView,
)
async def withdraw_product_route(
    proposal_id: UUID, body: ProposalDecisionBody, context: Annotated[Context, requires("product.propose")]
) -> Response:
    """Takes one's own proposal back."""
    command = DecideProduct(context.caller, proposal_id, body.reason, context.ports.bounds)
    return await context.perform(context.ports.operations.withdraw_product, command, ProposalView.of)
