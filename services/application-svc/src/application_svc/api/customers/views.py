"""Requests and answers about customers and their consents."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from application_svc.api.consents.views import ConsentBody, ConsentView
from application_svc.api.fields import Branch, Ids
from application_svc.domain.consents.consent import Purpose
from application_svc.domain.customers.customer import CardState, Customer, Details, DetailsChange, DocumentDates
from application_svc.domain.customers.identity_numbers import Sex
from application_svc.domain.reveals.reveal import RevealPurpose
from application_svc.use_cases.customers.register_customer import Registered
from application_svc.use_cases.reveals.ports import Reveal
from application_svc.use_cases.reveals.reveal_customer import RevealField
from loan_contracts.values import IdentityPurpose, Source
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Day

MobileNumber = Annotated[str, text(1, 40), Field(examples=["13800001234"])]
CardNumber = Annotated[
    str,
    text(1, 40),
    Field(description="A debit card for pay-out and repayment", examples=["6209990000000000011"]),
]
Employer = Annotated[str, text(1, 200)]
Address = Annotated[str, text(1, 300)]


class PersonBody(Body):
    """Who somebody is. Values are stored encrypted and answered masked."""

    name: Annotated[str, text(1, 100), Field(examples=["张示例"])]
    identity_number: Annotated[
        str, text(1, 40), Field(description="GB 11643, 18 characters", examples=["990101199003078017"])
    ]
    id_issued_on: Day | None = None
    id_expires_on: Annotated[
        Day | None, Field(description="Absent: valid for life (长期)", examples=["2035-01-31"])
    ] = None
    employer: Employer | None = None
    address: Address | None = None
    consents: Annotated[list[ConsentBody], Field(max_length=20)] = []

    def told(self, mobile: str, card_number: str | None) -> Details:
        """What the rules check."""
        return Details(
            name=self.name,
            identity_number=self.identity_number,
            id_issued_on=self.id_issued_on,
            id_expires_on=self.id_expires_on,
            mobile=mobile,
            card_number=card_number,
            employer=self.employer,
            address=self.address,
        )


class CustomerBody(PersonBody):
    """A person to register."""

    mobile: MobileNumber
    card_number: CardNumber | None = None
    branch: Annotated[Branch | None, Field(description="Staff: their own, if given")] = None

    def details(self) -> Details:
        """What the rules check."""
        return self.told(self.mobile, self.card_number)


class OwnPersonBody(PersonBody):
    """Who one is. The mobile number is the one that one has signed in with."""

    card_number: CardNumber


class DetailsBody(Body):
    """What is another now; what is left out stays as it is. Mobile number and card are replaced, never taken away."""

    model_config = ConfigDict(
        json_schema_extra={"minProperties": 1, "dependentRequired": {"id_issued_on": ["id_expires_on"]}},
    )

    mobile: MobileNumber | SkipJsonSchema[None] = None
    card_number: CardNumber | SkipJsonSchema[None] = None
    id_issued_on: Annotated[Day | None, Field(description="Of a new identity document, with its end")] = None
    id_expires_on: Annotated[Day | None, Field(description="null: valid for life (长期)", examples=["2035-01-31"])] = (
        None
    )
    employer: Annotated[Employer | None, Field(description="null: none any more")] = None
    address: Annotated[Address | None, Field(description="null: none any more")] = None

    @field_validator("mobile", "card_number")
    @classmethod
    def _replaced(cls, value: str | None) -> str:
        if value is None:
            raise ValueError("it can be replaced, not taken away: leave it out to keep it")
        return value

    @model_validator(mode="after")
    def _a_change(self) -> Self:
        if not self.model_fields_set:
            raise ValueError(f"give at least one of {', '.join(type(self).model_fields)}")
        if "id_issued_on" in self.model_fields_set and "id_expires_on" not in self.model_fields_set:
            raise ValueError("with id_issued_on comes id_expires_on, null for a document that is valid for life")
        return self

    def change(self) -> DetailsChange:
        """What the rules check."""
        renewed = "id_expires_on" in self.model_fields_set
        document = DocumentDates(self.id_issued_on, self.id_expires_on) if renewed else None
        circumstances = self.model_dump(include={"employer", "address"}, exclude_unset=True)
        return DetailsChange(self.mobile, self.card_number, document, circumstances)


class CustomerView(BaseModel):
    """A customer, with everything that names or numbers him masked (JR/T 0171 defaults)."""

    id: UUID
    branch: str
    name: str = Field(description="Masked", examples=["张**"])
    identity_number: str = Field(description="Masked", examples=["9901************17"])
    mobile: str = Field(description="Masked", examples=["138****1234"])
    card_number: str | None = Field(description="Masked", examples=["620999*********0011"])
    card_issuer: str | None
    card_warnings: list[str]
    card_state: CardState = Field(
        description="UNVERIFIED: changed, and the bank has not confirmed it yet; no money goes to it"
    )
    birth_year: int
    sex: Sex
    id_expires_on: date | None
    registered_at: datetime
    sequence: int

    @classmethod
    def of(cls, c: Customer) -> "CustomerView":
        """The view of a customer."""
        return cls(
            id=c.id,
            branch=c.branch,
            name=c.name_masked,
            identity_number=c.identity_number_masked,
            mobile=c.mobile_masked,
            card_number=c.card_masked,
            card_issuer=c.card_issuer,
            card_warnings=c.card_warnings,
            card_state=c.card_state,
            birth_year=c.birth_date.year,
            sex=c.sex,
            id_expires_on=c.id_expires_on,
            registered_at=c.registered_at,
            sequence=c.sequence,
        )


class RegisteredView(CustomerView):
    """A customer who is registered now, or was before with the same details."""

    already_registered: bool
    consents: list[ConsentView] = Field(description="Those given in this call")

    @classmethod
    def of_registered(cls, r: Registered) -> "RegisteredView":
        """The view of a registration."""
        return cls(
            **CustomerView.of(r.customer).__dict__,
            already_registered=r.already_registered,
            consents=[ConsentView.of(consent) for consent in r.consents],
        )


class MobileBody(Body):
    """A mobile number that somebody wants to sign in with."""

    mobile: MobileNumber


class NewcomerBody(MobileBody):
    """The number of somebody who is no customer."""


class FoundView(BaseModel):
    """Whose number it is."""

    customer_id: UUID


class IdsBody(Body):
    """Which records."""

    ids: Ids


class CustomersView(BaseModel):
    """Customers in no particular order; ids that do not exist or belong to a branch one does not see are left out."""

    items: list[CustomerView]


class RevealBody(Body):
    """What is to be shown in full, and what for."""

    fields: Annotated[list[RevealField], Field(min_length=1, max_length=len(RevealField))]
    purpose: Annotated[RevealPurpose, Field(examples=["PHONE_VERIFICATION"])]
    task_id: Annotated[UUID | None, Field(description="Your open task, or one that waits for your role")] = None
    application_id: Annotated[
        UUID | None,
        Field(description="Without a task: the application of this customer that is under way or has a loan"),
    ] = None


class RevealedView(BaseModel):
    """Clear values: show them for `shown_for_s` seconds and forget them."""

    customer_id: UUID
    values: dict[RevealField, str | None]
    shown_for_s: int = 60


class RevealView(BaseModel):
    """A person's look at protected values of a customer."""

    fields: list[RevealField]
    purpose: str
    task_id: UUID | None
    application_id: UUID
    read_by: str
    read_at: datetime

    @classmethod
    def of(cls, r: Reveal) -> "RevealView":
        """The view of a look."""
        return cls(
            fields=[RevealField(field) for field in r.fields.split(",")],
            purpose=r.purpose,
            task_id=r.task_id,
            application_id=r.application_id,
            read_by=r.read_by,
            read_at=r.read_at,
        )


class IdentitiesBody(Body):
    """Which customers a service needs, and what for."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    purpose: IdentityPurpose


class ConsentInForce(BaseModel):
    """A permission that has neither run out nor been withdrawn."""

    consent_id: UUID
    source: Source
    purpose_code: Purpose
    valid_from: datetime
    valid_until: datetime


class PayeeView(BaseModel):
    """A counterparty in clear; `token` is its keyed hash, as signed contracts and orders to pay name it."""

    token: str
    name: str
    account: str
    registration: str | None = Field(description="Unified social credit code of a firm; absent: a person")


class IdentityView(BaseModel):
    """A person in clear, for a service that asks outside sources, pays out or notifies.

    LOAN_APPROVAL gets everything, PAYMENT name, identity number and card, NOTIFICATION the mobile number only. What a
    purpose does not need is empty.
    """

    customer_id: UUID
    name: str
    identity_number: str
    mobile: str
    card: str | None
    card_token: str | None = Field(description="Keyed hash of the card, as signed contracts and orders to pay name it")
    payees: list[PayeeView] = Field(description="Who is paid in his stead, as his contracts name them: for PAYMENT")
    organisation_code: str | None = Field(
        description="Unified social credit code of the person's business, if one applies"
    )
    consents: list[ConsentInForce] = Field(
        description="Of several for one source the longest for loan approval is last"
    )


class IdentitiesView(BaseModel):
    """Those of the customers that exist."""

    items: list[IdentityView]
