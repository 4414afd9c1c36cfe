"""Request and answer models."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import WatchEntry, WatchKind, WatchStatus
from loan_contracts.assessment import FraudOutcome
from loan_contracts.values import Reason
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body

Token = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


def _never_null(schema: dict[str, Any]) -> None:
    """In the document: a field that may be left out, and is not null where it is given."""
    schema |= schema.pop("anyOf")[0]
    del schema["default"]


class ScreeningView(BaseModel):
    """What the screening found. Internal: the customer gets a generic reason (domain.md §10.4)."""

    id: UUID
    application_id: UUID
    outcome: FraudOutcome
    reasons: list[Reason]
    features: dict[str, int]
    rules_version: str
    screened_at: datetime

    @classmethod
    def of(cls, s: Screening) -> "ScreeningView":
        """The view of a screening."""
        return cls.model_validate(s, from_attributes=True)


class WatchEntryBody(Body):
    """A proposal for the watch list: what an application showed of a kind, or a keyed hash that is known already."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["application_id"]}, {"required": ["token"]}]})

    kind: WatchKind
    application_id: UUID | None = Field(
        None,
        description="An application that was screened: its person, mobile number, card or device is meant",
        json_schema_extra=_never_null,
    )
    token: Token | None = Field(
        None, description="A keyed hash, as an entry of this list shows it", json_schema_extra=_never_null
    )
    reason: Annotated[str, text(5, 200), Field(examples=["confirmed identity fraud"])]

    @field_validator("application_id", "token")
    @classmethod
    def _given(cls, value: UUID | str | None) -> UUID | str:
        if value is None:
            raise ValueError("leave it out or give a value")
        return value

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.application_id is None) == (self.token is None):
            raise ValueError("give either application_id or token")
        return self


class WatchRemovalBody(Body):
    """Why an entry should leave the list."""

    reason: Annotated[str, text(5, 200), Field(examples=["mistaken for another person"])]


class WatchRemovalView(BaseModel):
    """A proposal to take an entry off the list, or what it was taken off by."""

    proposed_by: str
    reason: str
    proposed_at: datetime


class WatchEntryView(BaseModel):
    """An entry of the watch list. It counts while it is ACTIVE, also while its removal is proposed."""

    id: UUID
    kind: WatchKind
    token: str
    reason: str
    status: WatchStatus
    proposed_by: str
    confirmed_by: str | None
    proposed_at: datetime
    application_id: UUID | None = Field(description="The application that showed it, where the proposer named one")
    removal: WatchRemovalView | None = Field(description="The removal that waits for a second person, or has happened")
    removed_by: str | None

    @classmethod
    def of(cls, w: WatchEntry) -> "WatchEntryView":
        """The view of an entry."""
        return cls.model_validate(w, from_attributes=True)
