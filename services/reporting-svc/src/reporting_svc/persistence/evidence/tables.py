"""Where seals and verifications lie."""

from loan_servicekit.db.columns import Column, aggregates, enumerated, rows
from loan_servicekit.db.unit_of_work import Schema
from reporting_svc.domain.evidence.chain import FaultCode, Head
from reporting_svc.domain.evidence.seals import Seal
from reporting_svc.domain.evidence.verification import Scope, Verification, VerificationState

SEALS = rows(
    "audit_seals",
    Seal,
    (
        Column("number", "bigint"),
        Column("first_seq", "bigint"),
        Column("last_seq", "bigint"),
        Column("end_hash", "bytea"),
        Column("sealed_at", "timestamptz"),
        Column("before", "text"),
        Column("mark", "text"),
    ),
)


def _head(place: str) -> tuple[Column, Column]:
    return (
        Column(f"{place}_seq", "bigint", of=f"{place}.seq"),
        Column(f"{place}_hash", "bytea", of=f"{place}.hash"),
    )


VERIFICATIONS = aggregates(
    "verifications",
    Verification,
    [
        Column("id", "uuid"),
        enumerated("scope", Scope),
        *_head("first"),
        *_head("last"),
        Column("started_by", "text"),
        Column("started_at", "timestamptz"),
        *_head("position"),
        Column("moved_at", "timestamptz"),
        enumerated("state", VerificationState),
        Column("ended_at", "timestamptz"),
        Column("broken_at", "bigint"),
        enumerated("code", FaultCode),
        Column("detail", "text"),
        Column("mark", "text"),
    ],
    missing="verification-not-found",
    parts={"first": Head, "last": Head, "position": Head},
)
SCHEMA = Schema({"verifications": VERIFICATIONS}, {"audit_seals": SEALS})
