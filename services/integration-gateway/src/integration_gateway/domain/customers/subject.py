"""The person that a question is about, and the consent without which it must not be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from loan_contracts.values import Source


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid in a customer's stead: a firm's account, which has a registration number, or a person's card."""

    name: str = field(repr=False)
    account: str = field(repr=False)
    registration: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is asked about. Nothing of it is shown by `repr`, so that it cannot slip into a log."""

    identity_number: str = field(repr=False)
    name: str = field(repr=False)
    mobile: str = field(repr=False)
    card: str | None = field(default=None, repr=False)
    card_token: str | None = field(default=None, repr=False)  # its keyed hash, as contracts and orders name it
    organisation_code: str | None = field(default=None, repr=False)  # of the applicant's business (domain.md §6.2)
    payees: Mapping[str, Payee] = field(default_factory=dict, repr=False)  # by token, as his contracts name them


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent of the subject to one source for one purpose and time (domain.md R-7.1, §7.9)."""

    consent_id: UUID
    source: Source
    purpose_code: str
    valid_from: datetime
    valid_until: datetime | None = None  # None: until it is withdrawn
    withdrawn_at: datetime | None = None

    def covers(self, source: Source, purpose_code: str, at: datetime) -> bool:
        """Whether the source may be asked for this purpose at this time. A withdrawal works from its own moment on."""
        return (
            self.source is source
            and self.purpose_code == purpose_code
            and self.valid_from <= at
            and (self.valid_until is None or at < self.valid_until)
            and (self.withdrawn_at is None or at < self.withdrawn_at)
        )


@dataclass(frozen=True, slots=True)
class CustomerIdentity:
    """Who a customer is, and what he has consented to."""

    customer_id: UUID
    subject: Subject
    consents: Mapping[Source, Consent]
