"""Products over HTTP."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import orjson
from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from application_svc.api.fields import Code
from application_svc.api.wired import ports
from application_svc.domain.product import Channel, CustomerType, Product
from application_svc.use_cases.change_product import ChangeProduct, change_product
from loan_servicekit.core import business_day
from loan_servicekit.http import Day, Edge, Page, Router, problems, requires
from loan_servicekit.http.fields import plain_json

router = Router(prefix="/v1", tags=["products"])


DIALECT = "https://json-schema.org/draft/2020-12/schema"
SEEDED = Path(__file__).parents[1] / "products" / "PCL-ONLINE.json"


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
        return cls(code=p.code, version=p.version, valid_from=p.valid_from, valid_to=p.valid_to, name_zh=p.name_zh,
                   name_en=p.name_en, customer_type=p.customer_type, channel=p.channel,
                   min_amount_minor=p.min_amount_minor, max_amount_minor=p.max_amount_minor,
                   min_term_months=p.min_term_months, max_term_months=p.max_term_months)  # fmt: skip


@router.get("/products", operation_id="list_products", responses=problems())
async def list_products(edge: Annotated[Edge, requires("product.read")]) -> Page[ProductLineView]:
    """What is on sale today, on one page."""
    found = ports(edge).products.on_sale(business_day(edge.now))
    return Page(items=[ProductLineView.of(product) for product in found])


@router.get("/products/{code}", operation_id="get_product", responses=problems(404, 409))
async def get_product(
    code: Code,
    edge: Annotated[Edge, requires("product.read")],
    version: Annotated[int | None, Query(ge=1, le=10**6, description="Absent: the version on sale today")] = None,
) -> Product:
    """A product: its limits, the JSON Schema of its form, the documents and sources that it asks for."""
    products = ports(edge).products
    return products.in_force(code, business_day(edge.now)) if version is None else products.version(code, version)


@router.post(
    "/products", operation_id="change_product", status_code=201, responses=problems(409), response_model=Product
)
async def change_product_route(body: ProductBody, edge: Annotated[Edge, requires("product.change")]) -> Response:
    """The next version of a product, on sale from a later day, or a new product."""
    product = Product.model_validate(body.model_dump())
    answer = await edge.perform(change_product, ChangeProduct(edge.caller, product), lambda made: made, 201,
                                ports(edge).preloads.versions)  # fmt: skip
    await ports(edge).products.refresh()
    return answer
