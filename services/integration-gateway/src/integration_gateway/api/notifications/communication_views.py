"""What is said and seen of communication with customers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field

from integration_gateway.domain.notifications.contact import ContactPreference
from integration_gateway.use_cases.notifications.communications import CommunicationRow, Direction, Medium
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Instant


@dataclass(frozen=True, slots=True)
class Notes:
    """Seals and opens what was said, bound to its entry."""

    seal: Callable[[UUID, str], str]
    open: Callable[[UUID, str], str]


class CommunicationBody(Body):
    """A talk with a customer."""

    medium: Annotated[Literal["PHONE", "VISIT", "LETTER", "SMS", "MAIL", "OTHER"], Field(examples=["PHONE"])]
    direction: Annotated[Direction, Field(examples=["OUT"])]
    at: Annotated[Instant, Field(description="Of the last 30 days")]
    note: Annotated[str, text(1, 2_000), Field(description="What was said", examples=["客户确认下月五日前还款"])]
    application_id: UUID | None = None

    def row(self, id: UUID, customer_id: UUID, by: str, notes: Notes) -> CommunicationRow:
        """As it is kept."""
        return CommunicationRow(
            id=id,
            customer_id=customer_id,
            application_id=self.application_id,
            at=self.at,
            direction=self.direction,
            medium=Medium(self.medium),
            template=None,
            outcome="TALKED",
            code="",
            made_by=by,
            note=notes.seal(id, self.note),
        )


class CommunicationView(BaseModel):
    """One communication."""

    id: UUID
    application_id: UUID | None
    at: datetime
    direction: Direction
    medium: Medium
    template: str | None = Field(description="Of what the platform has sent", examples=["repayment-reminder"])
    outcome: str = Field(description="DELIVERED, REFUSED by the channel, WITHHELD by a rule of contact, TALKED")
    code: str = Field(description="The channel's word, or the rule: refused-by-customer, too-many-today")
    made_by: str
    note: str | None

    @classmethod
    def of(cls, row: CommunicationRow, notes: Notes) -> Self:
        """The view of an entry."""
        return cls(
            id=row.id,
            application_id=row.application_id,
            at=row.at,
            direction=row.direction,
            medium=row.medium,
            template=row.template,
            outcome=row.outcome,
            code=row.code,
            made_by=row.made_by,
            note=None if row.note is None else notes.open(row.id, row.note),
        )


class PreferenceBody(Body):
    """How a customer wants to be told."""

    reminders: Annotated[bool, Field(description="Of instalments that fall due", examples=[True])]
    night: Annotated[bool, Field(description="Reminders in the hours that are quiet for others")] = False


class PreferenceView(BaseModel):
    """How a customer wants to be told."""

    reminders: bool
    night: bool
    changed_by: str | None
    changed_at: datetime | None

    @classmethod
    def of(cls, found: ContactPreference | None) -> Self:
        """The view of preferences, or of none."""
        if found is None:
            return cls(reminders=True, night=False, changed_by=None, changed_at=None)
        return cls(
            reminders=found.reminders, night=found.night, changed_by=found.changed_by, changed_at=found.changed_at
        )
