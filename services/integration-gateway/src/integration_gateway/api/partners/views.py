"""What staff say and see of partners."""

from datetime import datetime
from decimal import Decimal
from ipaddress import ip_network
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, field_validator

from integration_gateway.domain.partners.partner import Contact, FeeTerms, Partner, PartnerStatus, Terms
from integration_gateway.use_cases.partners.records import DeliveryRecord, EndpointRecord
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body

Url = Annotated[str, Field(pattern=r"^https?://[!-~]{1,500}$", examples=["https://partner.example/hooks/xinliu"])]


class FeeTermsBody(Body):
    """What the partner gets of a loan that is paid out."""

    rate: Annotated[Decimal, Field(ge=0, le=1, max_digits=7, decimal_places=6, examples=["0.01"])] = Decimal(0)
    per_loan_minor: Annotated[int, Field(ge=0, le=10_000_000_00)] = 0


class ContactBody(Body):
    """Whom to reach about what."""

    role: Annotated[str, Field(pattern=r"^[a-z][a-z-]{1,39}$", examples=["operations"])]
    address: Annotated[str, text(3, 200), Field(examples=["desk@partner.example"])]


class TermsBody(Body):
    """What is agreed with a partner."""

    name: Annotated[str, text(1, 100), Field(examples=["示例分期"])]
    products: Annotated[
        list[Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,39}$", examples=["CONSUMER_CREDIT"])]],
        Field(min_length=1, max_length=50),
    ]
    networks: Annotated[
        list[Annotated[str, Field(pattern=r"^[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?$", examples=["203.0.113.0/24"])]],
        Field(min_length=1, max_length=50, description="Where its requests come from"),
    ]
    applications_per_day: Annotated[int, Field(ge=1, le=1_000_000)] = 1_000
    requests_per_minute: Annotated[int, Field(ge=1, le=100_000)] = 600
    fees: FeeTermsBody = FeeTermsBody()
    contacts: Annotated[list[ContactBody], Field(max_length=10)] = []

    @field_validator("networks")
    @classmethod
    def _are_networks(cls, value: list[str]) -> list[str]:
        return [str(ip_network(each, strict=False)) for each in value]

    def terms(self) -> Terms:
        """What the rules check."""
        return Terms(
            name=self.name,
            products=tuple(dict.fromkeys(self.products)),
            networks=tuple(self.networks),
            applications_per_day=self.applications_per_day,
            requests_per_minute=self.requests_per_minute,
            fees=FeeTerms(self.fees.rate, self.fees.per_loan_minor),
            contacts=tuple(Contact(each.role, each.address) for each in self.contacts),
        )


class ContactView(BaseModel):
    """Whom to reach about what."""

    role: str
    address: str


class TermsView(BaseModel):
    """What is agreed with a partner, or proposed."""

    name: str
    products: list[str]
    networks: list[str]
    applications_per_day: int
    requests_per_minute: int
    fee_rate: Decimal
    fee_per_loan_minor: int
    contacts: list[ContactView]

    @classmethod
    def of(cls, terms: Terms) -> Self:
        """The view of terms."""
        return cls(
            name=terms.name,
            products=list(terms.products),
            networks=list(terms.networks),
            applications_per_day=terms.applications_per_day,
            requests_per_minute=terms.requests_per_minute,
            fee_rate=terms.fees.rate,
            fee_per_loan_minor=terms.fees.per_loan_minor,
            contacts=[ContactView(role=each.role, address=each.address) for each in terms.contacts],
        )


class ProposalView(BaseModel):
    """Terms that wait for a second person."""

    terms: TermsView
    proposed_by: str
    proposed_at: datetime


class KeyView(BaseModel):
    """A key without its secret."""

    key_id: str
    issued_by: str
    issued_at: datetime
    expires_at: datetime | None


class PartnerView(BaseModel):
    """A partner."""

    id: UUID
    status: PartnerStatus
    terms: TermsView | None = Field(description="Those that hold; null until some were approved")
    proposal: ProposalView | None
    approved_by: str | None
    approved_at: datetime | None
    keys: list[KeyView]
    sequence: int

    @classmethod
    def of(cls, p: Partner) -> Self:
        """The view of a partner."""
        waiting = p.proposal
        return cls(
            id=p.id,
            status=p.status,
            terms=p.terms and TermsView.of(p.terms),
            proposal=waiting
            and ProposalView(
                terms=TermsView.of(waiting.terms),
                proposed_by=waiting.proposed_by,
                proposed_at=waiting.proposed_at,
            ),
            approved_by=p.approved_by,
            approved_at=p.approved_at,
            keys=[
                KeyView(
                    key_id=each.key_id,
                    issued_by=each.issued_by,
                    issued_at=each.issued_at,
                    expires_at=each.expires_at,
                )
                for each in p.keys
            ],
            sequence=p.sequence,
        )


class NothingBody(Body):
    """Nothing to say."""


class KeyBody(Body):
    """How long the keys before it stay valid."""

    overlap_hours: Annotated[int, Field(ge=0, le=720)] = 24


class IssuedKeyView(BaseModel):
    """A new key: the secret is shown now and never again."""

    key_id: str
    secret: str = Field(description="Sign with its UTF-8 bytes", examples=["xk_9c1d…"])


class EndpointBody(Body):
    """Where the partner is told."""

    url: Url
    overlap_hours: Annotated[
        int, Field(ge=0, le=720, description="So long are messages signed with the secret before, too")
    ] = 24


class IssuedEndpointView(BaseModel):
    """The endpoint's secret (Standard Webhooks): shown now and never again."""

    url: str
    secret: str = Field(examples=["whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"])


class EndpointView(BaseModel):
    """A partner's endpoint and how it does."""

    url: str
    changed_at: datetime
    failing_since: datetime | None
    disabled_at: datetime | None

    @classmethod
    def of(cls, record: EndpointRecord) -> Self:
        """The view of an endpoint."""
        return cls(
            url=record.url,
            changed_at=record.changed_at,
            failing_since=record.failing_since,
            disabled_at=record.disabled_at,
        )


class DeliveryView(BaseModel):
    """A message to the partner's endpoint, and what became of it."""

    id: UUID = Field(description="`webhook-id`, the same on every try")
    application_id: UUID
    type: str
    state: str = Field(description="OPEN, DELIVERED or FAILED")
    tries: int
    last_code: str | None = Field(description="What the last try was answered: `http-500`, `timeout`, `network`, …")
    created_at: datetime
    due_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, record: DeliveryRecord) -> Self:
        """The view of a delivery."""
        return cls.model_validate(record, from_attributes=True)
