"""A customer's permission to ask one outside source for one purpose (domain.md §7.9, R-7.1, R-7.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.errors import wrong_field
from loan_contracts.messages import AuditRecorded
from loan_contracts.values import Source
from loan_servicekit.core import Aggregate, Conflict, FieldError, Invalid


class Purpose(StrEnum):
    """What the answer may be used for, by the query reasons of domain.md §7.1."""

    LOAN_APPROVAL = "02"
    POST_LOAN = "01"


class ConsentForm(StrEnum):
    """How the permission was given; each form satisfies what the weaker ones do."""

    GENERAL = "GENERAL"  # accepted with the privacy notice
    SEPARATE = "SEPARATE"  # asked for on its own
    WRITTEN = "WRITTEN"  # signed on paper or by reliable electronic signature


STRENGTH = (ConsentForm.GENERAL, ConsentForm.SEPARATE, ConsentForm.WRITTEN)

NEEDED_FORM: dict[Source, ConsentForm] = {
    Source.CREDIT_BUREAU: ConsentForm.WRITTEN,  # 征信业管理条例 Art. 18
    Source.IDENTITY: ConsentForm.GENERAL,  # legal duty to identify: 反洗钱法 Art. 28-31
    Source.COURT: ConsentForm.GENERAL,  # published lists
    Source.REGISTRY: ConsentForm.GENERAL,  # published records
    Source.TELECOM: ConsentForm.SEPARATE,  # 个人信息保护法 Art. 23: another handler provides the data
    Source.SOCIAL_INSURANCE: ConsentForm.SEPARATE,
    Source.TAX: ConsentForm.SEPARATE,
}


@dataclass(eq=False)
class Consent(Aggregate):
    """One permission. `text_version` names the wording that the customer saw; versions are kept (R-9.2)."""

    id: UUID
    customer_id: UUID
    source: Source
    purpose: Purpose
    form: ConsentForm
    text_version: str
    valid_from: datetime
    valid_until: datetime
    withdrawn_at: datetime | None = None

    @classmethod
    def grant(
        cls,
        id: UUID,
        customer_id: UUID,
        source: Source,
        purpose: Purpose,
        form: ConsentForm,
        text_version: str,
        valid_until: datetime,
        now: datetime,
    ) -> "Consent":
        """A permission from now on; raises Invalid `consent-form-insufficient` or `consent-period-invalid`.

        What is given in one act is recorded once, by the customer.
        """
        needed = NEEDED_FORM[source]
        if STRENGTH.index(form) < STRENGTH.index(needed):
            raise wrong_field("/form", "consent-form-insufficient", f"form is {form}; {source} needs {needed}")
        if valid_until <= now:
            raise wrong_field(
                "/valid_until",
                "consent-period-invalid",
                f"valid_until is {valid_until.isoformat()}; it must lie after {now.isoformat()}",
            )
        return cls(id, customer_id, source, purpose, form, text_version, now, valid_until)

    def withdraw(self, now: datetime) -> None:
        """Ends the permission at once, without a reason asked; what was done before stays lawful (R-7.8).

        Raises Conflict `consent-already-withdrawn`.
        """
        if self.withdrawn_at is not None:
            raise Conflict(
                "consent-already-withdrawn", f"consent {self.id} was withdrawn at {self.withdrawn_at.isoformat()}"
            )
        self.withdrawn_at = now
        self.record(
            AuditRecorded,
            subject_type="customer",
            subject_id=str(self.customer_id),
            action="withdraw_consent",
            detail={"consent_id": str(self.id), "source": self.source.value, "purpose": self.purpose.value},
        )


class GivenConsent(NamedTuple):
    """What of a consent decides whether a question is allowed."""

    id: UUID
    source: Source
    purpose: Purpose
    valid_from: datetime
    valid_until: datetime
    withdrawn_at: datetime | None


def covers(consent: Consent | GivenConsent, source: Source, purpose: Purpose, at: datetime) -> bool:
    """Whether this permission allows the query at that time."""
    return (
        source is consent.source
        and purpose is consent.purpose
        and consent.valid_from <= at < consent.valid_until
        and (consent.withdrawn_at is None or at < consent.withdrawn_at)
    )


def covering_consents(
    required: Iterable[Source], consents: Iterable[Consent | GivenConsent], purpose: Purpose, at: datetime
) -> dict[Source, UUID]:
    """For each required source the id of the permission in force that holds longest.

    Raises Invalid `consent-missing` naming those without (R-7.1).
    """
    given = list(consents)
    found: dict[Source, UUID] = {}
    missing: list[FieldError] = []
    for source in required:
        in_force = (each for each in given if covers(each, source, purpose, at))
        consent = max(in_force, key=lambda each: each.valid_until, default=None)
        if consent is not None:
            found[source] = consent.id
        else:
            detail = (
                f"no consent for {source} with purpose {purpose} is in force; it needs the form {NEEDED_FORM[source]}"
            )
            missing.append(FieldError(f"/consents/{source}", "consent-missing", detail))
    if missing:
        named = ", ".join(error.pointer.removeprefix("/consents/") for error in missing)
        raise Invalid("consent-missing", f"the customer has not consented to: {named}", missing)
    return found
