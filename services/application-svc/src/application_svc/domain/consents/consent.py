"""A customer's permission to ask one outside source for one purpose (domain.md §7.9, R-7.1, R-7.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.errors import wrong_field
from loan_contracts.operations import AuditRecorded
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
    Source.FACE: ConsentForm.SEPARATE,  # 个人信息保护法 Art. 29: biometric
}


class EvidenceKind(StrEnum):
    """What shows that a customer has given a permission."""

    ELECTRONIC_SIGNATURE = "ELECTRONIC_SIGNATURE"
    SCAN = "SCAN"  # of what he has signed on paper


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reliable electronic signature by its reference and the SHA-256 of what it covers, or a scan that is kept
    here."""

    kind: EvidenceKind
    reference: str | None = None
    sha256: str | None = None
    scan_id: UUID | None = None


@dataclass(eq=False)
class Consent(Aggregate):
    """One permission. `text_version` and `text_hash` name the wording that the customer saw; wordings are kept (R-9.2).

    It ends with the application or the loan that it was given for (`Application.approval_ended_at`, `ended_at`), with
    its withdrawal, and at the latest at `valid_until`.
    """

    id: UUID
    customer_id: UUID
    source: Source
    purpose: Purpose
    form: ConsentForm
    text_version: str
    valid_from: datetime
    valid_until: datetime
    withdrawn_at: datetime | None = None
    text_hash: str | None = None
    evidence: Evidence | None = None

    @classmethod
    def grant(
        cls,
        id: UUID,
        customer_id: UUID,
        source: Source,
        purpose: Purpose,
        form: ConsentForm,
        text_version: str,
        text_hash: str,
        evidence: Evidence | None,
        valid_until: datetime | None,
        longest: timedelta,
        now: datetime,
    ) -> "Consent":
        """A permission from now on, for at most `longest`; `evidence` of a scan has been found to be the customer's.

        Raises Invalid `consent-form-insufficient`, `consent-period-invalid`, `consent-period-too-long`,
        `consent-evidence-missing` or `consent-evidence-differs`. What is given in one act is recorded once, by the
        customer.
        """
        needed = NEEDED_FORM[source]
        if STRENGTH.index(form) < STRENGTH.index(needed):
            raise wrong_field("/form", "consent-form-insufficient", f"form is {form}; {source} needs {needed}")
        last = now + longest
        until = last if valid_until is None else valid_until
        if until <= now:
            raise wrong_field(
                "/valid_until",
                "consent-period-invalid",
                f"valid_until is {until.isoformat()}; it must lie after {now.isoformat()}",
            )
        if until > last:
            raise wrong_field(
                "/valid_until",
                "consent-period-too-long",
                f"a consent ends with the application or the loan, at the latest on {last.isoformat()}; "
                "leave valid_until out, or name an earlier time",
            )
        _require_evidence(form, evidence, text_hash)
        return cls(id, customer_id, source, purpose, form, text_version, now, until, None, text_hash, evidence)

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


def _require_evidence(form: ConsentForm, evidence: Evidence | None, text_hash: str) -> None:
    """What is written is shown by what was signed, not by the word of who keeps it (征信业管理条例 Art. 18)."""
    if evidence is None:
        if form is ConsentForm.WRITTEN:
            raise wrong_field(
                "/evidence",
                "consent-evidence-missing",
                "a written consent comes with its electronic signature (reference and SHA-256 of the wording), or with "
                "a scan: POST /v1/customers/{id}/consent-scans",
            )
        return
    if evidence.kind is EvidenceKind.ELECTRONIC_SIGNATURE and evidence.sha256 != text_hash:
        raise wrong_field(
            "/evidence/sha256",
            "consent-evidence-differs",
            f"the signature covers {evidence.sha256}; the wording in force has {text_hash}",
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
