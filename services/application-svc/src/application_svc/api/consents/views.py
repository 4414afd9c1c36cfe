"""Requests and answers about consents."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from application_svc.api.fields import Moment, Sha256, TextVersion
from application_svc.domain.consents.consent import NEEDED_FORM, Consent, ConsentForm, Evidence, EvidenceKind, Purpose
from application_svc.use_cases.consents.grant_consents import ConsentWish
from loan_contracts.values import Source
from loan_servicekit.http import Body


class EvidenceBody(Body):
    """What shows that the customer has consented: his electronic signature, or a scan that was uploaded before."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"kind": "ELECTRONIC_SIGNATURE", "reference": "ca:20261123-1", "sha256": "0f" * 32}]
        }
    )

    kind: EvidenceKind
    reference: Annotated[
        Annotated[str, Field(pattern=r"^[A-Za-z0-9:/._-]{1,200}$")] | None,
        Field(description="Of the electronic signature, at who keeps it", examples=["ca:20261123-1"]),
    ] = None
    sha256: Annotated[
        Sha256 | None, Field(description="Of the wording that was signed: `hash` of GET /v1/consent-texts")
    ] = None
    scan_id: Annotated[UUID | None, Field(description="Of POST /v1/customers/{customer_id}/consent-scans")] = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        electronic = self.kind is EvidenceKind.ELECTRONIC_SIGNATURE
        given = {name for name in ("reference", "sha256", "scan_id") if getattr(self, name) is not None}
        needed = {"reference", "sha256"} if electronic else {"scan_id"}
        if given != needed:
            raise ValueError(f"evidence by {self.kind} gives {' and '.join(sorted(needed))} and nothing else")
        return self

    def evidence(self) -> Evidence:
        """What the rules check."""
        return Evidence(self.kind, self.reference, self.sha256, self.scan_id)


class ConsentBody(Body):
    """A permission that the customer has given."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"source": "IDENTITY", "purpose": "02"}]})

    source: Source
    purpose: Annotated[Purpose, Field(description="02 loan approval, 01 management after the pay-out")] = (
        Purpose.LOAN_APPROVAL
    )
    form: Annotated[
        ConsentForm | None, Field(description="How it was given; absent: in the form that the source needs")
    ] = None
    text_version: Annotated[
        TextVersion | None, Field(description="The wording that was shown; absent: the one in force, no other is taken")
    ] = None
    valid_until: Annotated[
        Moment | None,
        Field(description="Absent: as long as a consent may hold. It ends with the application or the loan before"),
    ] = None
    evidence: Annotated[EvidenceBody | None, Field(description="A WRITTEN consent needs it")] = None

    def wish(self) -> ConsentWish:
        """What the use case takes."""
        form = self.form or NEEDED_FORM[self.source]
        evidence = self.evidence.evidence() if self.evidence else None
        return ConsentWish(self.source, self.purpose, form, self.text_version, self.valid_until, evidence)


class ConsentsBody(Body):
    """Permissions given in one act."""

    consents: Annotated[list[ConsentBody], Field(min_length=1, max_length=20)]


class EvidenceView(BaseModel):
    """What shows that the customer has consented."""

    kind: EvidenceKind
    reference: str | None
    sha256: str | None
    scan_id: UUID | None


class ConsentView(BaseModel):
    """A permission."""

    id: UUID
    customer_id: UUID
    source: Source
    purpose: Purpose
    form: ConsentForm
    text_version: str
    text_hash: str | None = Field(description="SHA-256 of the wording; null for the oldest consents")
    evidence: EvidenceView | None
    valid_from: datetime
    valid_until: datetime = Field(description="The latest end; it ends with the application or the loan before")
    withdrawn_at: datetime | None
    in_force: bool

    @classmethod
    def of(cls, c: Consent, in_force: bool = True) -> "ConsentView":
        """The view of a consent."""
        e = c.evidence
        evidence = e and EvidenceView(kind=e.kind, reference=e.reference, sha256=e.sha256, scan_id=e.scan_id)
        return cls(
            id=c.id,
            customer_id=c.customer_id,
            source=c.source,
            purpose=c.purpose,
            form=c.form,
            text_version=c.text_version,
            text_hash=c.text_hash,
            evidence=evidence,
            valid_from=c.valid_from,
            valid_until=c.valid_until,
            withdrawn_at=c.withdrawn_at,
            in_force=in_force and c.withdrawn_at is None,
        )


class ConsentsView(BaseModel):
    """Permissions kept in one act."""

    items: list[ConsentView]

    @classmethod
    def of(cls, consents: Sequence[Consent]) -> "ConsentsView":
        """The view of several consents."""
        return cls(items=[ConsentView.of(consent) for consent in consents])
