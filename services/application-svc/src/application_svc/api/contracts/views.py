"""Requests and answers about offers, the cost disclosure and contracts."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import orjson
from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from application_svc.api.fields import Sha256
from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import CheckedCondition, ContractStatus, SignatureMethod
from application_svc.use_cases.contracts.deliver_disclosure import Delivered
from application_svc.use_cases.contracts.ports import StoredPapers
from loan_contracts.values import CONDITIONS, HolidayRule, Rate, RepaymentMethod
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body


class DisclosureConfirmationBody(Body):
    """The borrower has read the cost disclosure with this hash."""

    disclosure_hash: Sha256
    read_seconds: Annotated[
        Annotated[int, Field(ge=0, le=86_400)] | SkipJsonSchema[None],
        Field(deprecated=True, description="Not read: our own clock measures", examples=[15]),
    ] = None


class SignedDisclosureBody(Body):
    """The scan shows the cost disclosure with this hash, signed by the borrower."""

    disclosure_hash: Sha256
    document_id: Annotated[UUID, Field(description="A document SIGNED_DISCLOSURE of the application")]


class SignatureBody(Body):
    """The contract with this hash is signed."""

    contract_hash: Sha256
    method: SignatureMethod = SignatureMethod.ELECTRONIC
    reference: Annotated[
        str,
        Field(pattern=r"^[A-Za-z0-9:/._-]{1,200}$", description="Where the evidence lies", examples=["sms:20261123-1"]),
    ]


class OwnSignatureBody(Body):
    """The contract with this hash is signed by who is signed in."""

    contract_hash: Sha256
    reference: Annotated[
        str,
        Field(pattern=r"^[A-Za-z0-9:/._-]{1,200}$", description="Where the evidence lies", examples=["sms:20261123-1"]),
    ]


class CounterpartyBody(Body):
    """Who is paid in the borrower's stead. Name and account are stored encrypted."""

    name: Annotated[str, text(1, 100), Field(examples=["示例装饰有限公司"])]
    account: Annotated[str, text(8, 40), Field(examples=["6212142600000000167"])]
    registration: Annotated[
        Annotated[str, text(18, 18)] | None,
        Field(
            description="Unified social credit code of a firm; absent: a person's card", examples=["91350100M000100Y43"]
        ),
    ] = None
    document_id: Annotated[UUID, Field(description="A document PURPOSE_PROOF of the application: order, invoice")]


class ConditionEvidenceBody(Body):
    """Where it is seen that a condition is fulfilled."""

    evidence: Annotated[str, text(1, 500), Field(examples=["配偶声明书，档案第 12 页"])]


class ConditionView(BaseModel):
    """What the approval depends on before the contract is signed, and who has seen it fulfilled."""

    code: str
    wording: str
    checked_by: str | None
    checked_at: datetime | None
    evidence: str | None

    @classmethod
    def all_of(cls, a: Application) -> "list[ConditionView]":
        """Those of an application's approval."""
        checked = {each.code: each for each in a.checked}
        asked = a.decision.conditions_before_contract if a.decision else ()
        return [cls(code=code, wording=CONDITIONS[code], **_seen(checked.get(code))) for code in asked]


def _seen(checked: CheckedCondition | None) -> dict[str, Any]:
    return {name: getattr(checked, name, None) for name in ("checked_by", "checked_at", "evidence")}


class CostItemView(BaseModel):
    """One line of the cost disclosure (domain.md R-2.20)."""

    code: str
    name: str
    party: str
    standard: str
    timing: str
    amount_minor: int | None
    annualised_rate: Decimal | None
    contingent: bool


class DisclosureView(BaseModel):
    """综合融资成本明示表: what the loan costs in all, to be shown and confirmed before signing."""

    version: str
    principal_minor: int
    term_months: int
    repayment_method: RepaymentMethod
    annual_rate: Rate
    first_instalment_minor: int
    total_cost_minor: int
    items: list[CostItemView]
    method: str = Field(description="IRR or XIRR (domain.md §2.5)")
    total_annual_rate: Rate
    total_annual_rate_effective: Rate
    forced_read_seconds: int
    statement: str


class DeliveryView(BaseModel):
    """The cost disclosure as it was given out. Its hash is the SHA-256 of `disclosure` as compact UTF-8 JSON with
    sorted keys."""

    application_id: UUID
    disclosure: DisclosureView
    disclosure_hash: str
    delivered_at: datetime = Field(description="When it was first given out to this client")
    forced_read_seconds: int
    confirmable_at: datetime = Field(description="Before this the confirmation is refused")

    @classmethod
    def written(cls, d: Delivered) -> bytes:
        """The view as JSON, the table in it as it is kept."""
        seconds = d.offer.forced_read_seconds
        return orjson.dumps(
            {
                "application_id": d.application_id,
                "disclosure": orjson.Fragment(d.disclosure),
                "disclosure_hash": d.offer.disclosure_hash,
                "delivered_at": d.delivered_at,
                "forced_read_seconds": seconds,
                "confirmable_at": d.delivered_at + timedelta(seconds=seconds),
            }
        )


class OfferView(BaseModel):
    """An offer with its cost disclosure."""

    application_id: UUID
    contract_no: str
    contract_status: ContractStatus
    principal_minor: int
    term_months: int
    annual_rate: Rate
    repayment_method: RepaymentMethod
    penalty_multiple: Rate
    grace_days: int
    holiday_rule: HolidayRule
    total_annual_rate: Rate
    disclosure: DisclosureView
    disclosure_hash: str
    contract_hash: str
    made_at: datetime
    expires_at: datetime
    conditions: list[ConditionView] = Field(description="Fulfilled before the contract is signed; others stand in it")
    confirmed_at: datetime | None
    signed_at: datetime | None

    @classmethod
    def of(cls, a: Application, papers: StoredPapers) -> "OfferView":
        """The view of an application's offer."""
        offer = a.offer
        assert offer is not None and a.contract_status is not None
        return cls(
            application_id=a.id,
            contract_no=offer.contract_no,
            contract_status=a.contract_status,
            principal_minor=offer.principal_minor,
            term_months=offer.term_months,
            annual_rate=offer.annual_rate,
            repayment_method=offer.method,
            penalty_multiple=offer.penalty_multiple,
            grace_days=offer.grace_days,
            holiday_rule=offer.holiday_rule,
            total_annual_rate=offer.total_annual_rate,
            disclosure=DisclosureView.model_validate(papers.disclosure),
            disclosure_hash=papers.disclosure_hash,
            contract_hash=papers.contract_hash,
            made_at=offer.made_at,
            expires_at=offer.expires_at,
            conditions=ConditionView.all_of(a),
            confirmed_at=a.confirmation and a.confirmation.confirmed_at,
            signed_at=a.signature and a.signature.signed_at,
        )


class SignatureView(BaseModel):
    """Who signed what, and where the evidence lies."""

    contract_hash: str
    method: SignatureMethod
    reference: str
    signed_by: str
    signed_at: datetime


class ContractView(BaseModel):
    """A contract as data. Its hash is the SHA-256 of `content` as compact UTF-8 JSON with sorted keys."""

    application_id: UUID
    contract_no: str
    contract_status: ContractStatus
    hash: str
    content: dict[str, Any]
    signature: SignatureView | None

    @classmethod
    def of(cls, a: Application, papers: StoredPapers) -> "ContractView":
        """The view of an application's contract."""
        assert a.contract_status is not None
        s = a.signature
        signature = s and SignatureView(
            contract_hash=s.contract_hash,
            method=s.method,
            reference=s.reference,
            signed_by=s.signed_by,
            signed_at=s.signed_at,
        )
        return cls(
            application_id=a.id,
            contract_no=papers.contract["contract_no"],
            contract_status=a.contract_status,
            hash=papers.contract_hash,
            content=dict(papers.contract),
            signature=signature,
        )
