"""Request and answer models."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import WatchEntry, WatchKind, WatchStatus
from loan_contracts.assessment import FraudOutcome
from loan_contracts.values import Reason


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
        return cls(id=s.id, application_id=s.application_id, outcome=s.outcome, reasons=s.reasons, features=s.features,
                   rules_version=s.rules_version, screened_at=s.screened_at)  # fmt: skip


class WatchEntryBody(BaseModel):
    """A proposal for the watch list."""

    model_config = ConfigDict(extra="forbid")

    kind: WatchKind
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="Keyed hash as application-svc gives it", examples=["0f" * 16])]  # fmt: skip
    reason: Annotated[str, Field(min_length=5, max_length=200, examples=["confirmed identity fraud"])]


class WatchEntryView(BaseModel):
    """An entry of the watch list."""

    id: UUID
    kind: WatchKind
    token: str
    reason: str
    status: WatchStatus
    proposed_by: str
    confirmed_by: str | None
    proposed_at: datetime

    @classmethod
    def of(cls, w: WatchEntry) -> "WatchEntryView":
        """The view of an entry."""
        return cls(id=w.id, kind=w.kind, token=w.token, reason=w.reason, status=w.status, proposed_by=w.proposed_by,
                   confirmed_by=w.confirmed_by, proposed_at=w.proposed_at)  # fmt: skip
