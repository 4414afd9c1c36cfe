"""What a borrower may ask for, and the wordings of what he permits, over HTTP."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, Field

from application_svc.api.consents.routes import ConsentTextView, in_force_on
from application_svc.api.fields import Code
from application_svc.api.ports import Context
from application_svc.domain.consents.consent import NEEDED_FORM, ConsentForm, Purpose
from application_svc.domain.documents.documents import DocumentKind
from application_svc.domain.products.product import Channel, ContingentCost, Fee, Product
from application_svc.domain.products.repaying import OfferedMethod
from loan_contracts.values import Rate, Source
from loan_servicekit.core import NotFound, business_day
from loan_servicekit.http import Page, Router, problems, requires

router = Router(prefix="/v1/my", tags=["borrower"])


class OfferingView(BaseModel):
    """A product as far as it concerns who asks for it; how the lender decides is not told."""

    code: str
    version: int
    name_zh: str
    name_en: str
    lender: str
    purposes: dict[str, str]
    min_amount_minor: int
    max_amount_minor: int
    min_term_months: int
    max_term_months: int
    methods: list[OfferedMethod]
    max_total_annual_rate: Rate = Field(description="What it costs at most in all, a year")
    penalty_multiple: Rate
    grace_days: int
    fees: list[Fee]
    contingent_costs: list[ContingentCost]
    form: dict[str, Any] = Field(description="JSON Schema of what the applicant declares")
    required_documents: list[DocumentKind]
    accepted_documents: list[DocumentKind]
    max_document_bytes: int
    required_sources: list[Source]
    optional_sources: list[Source]

    @classmethod
    def of(cls, p: Product) -> "OfferingView":
        """The view of a product."""
        return cls.model_validate(p, from_attributes=True)


class WordingView(BaseModel):
    """What the borrower permits when he consents, word for word."""

    source: Source
    purpose: Purpose
    form: ConsentForm = Field(description="How it is given: WRITTEN is signed electronically over the hash")
    text_version: str
    wording: str
    hash: str = Field(description="SHA-256 of the wording in UTF-8: what an electronic signature covers")

    @classmethod
    def of(cls, t: ConsentTextView) -> "WordingView":
        """The view of a wording in force."""
        return cls(
            source=t.source,
            purpose=t.purpose,
            form=NEEDED_FORM[t.source],
            text_version=t.text_version,
            wording=t.wording,
            hash=t.hash,
        )


@router.get("/products", operation_id="list_offerings", responses=problems())
async def list_offerings(context: Annotated[Context, requires("offering.read")]) -> Page[OfferingView]:
    """What a borrower may ask for himself today, on one page; what is sold at branches alone is not among it."""
    found = context.ports.products.on_sale(business_day(context.now))
    return Page(items=[OfferingView.of(each) for each in found if each.channel is not Channel.OFFLINE])


@router.get("/products/{code}", operation_id="get_offering", responses=problems(404, 409))
async def get_offering(code: Code, context: Annotated[Context, requires("offering.read")]) -> OfferingView:
    """One of them: its limits, the JSON Schema of its form, the papers and sources that it asks for."""
    product = context.ports.products.in_force(code, business_day(context.now))
    if product.channel is Channel.OFFLINE:
        raise NotFound("product-unknown", f"there is no product {code}")
    return OfferingView.of(product)


@router.get("/consent-texts", operation_id="list_wordings", responses=problems())
async def list_wordings(
    context: Annotated[Context, requires("offering.read")],
    purpose: Annotated[Purpose, Query(description="What the answer may be used for")] = Purpose.LOAN_APPROVAL,
) -> Page[WordingView]:
    """The wordings that a consent of today names, on one page."""
    return Page(items=[WordingView.of(each) for each in await in_force_on(context, purpose)])
