"""Uploads: type by content, size by product."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

import pytest

from application_svc.domain.documents import Document, DocumentKind, MediaType, inspect_document
from loan_servicekit.core import Invalid

PDF, JPEG, PNG = b"%PDF-1.7 rest", b"\xff\xd8\xff\xe0 rest", b"\x89PNG\r\n\x1a\n rest"


def inspect(content: bytes, declared: str, largest: int = 100) -> Document:
    return inspect_document(
        content, declared, DocumentKind.INCOME_PROOF, largest, UUID(int=1), "sub", datetime(2026, 11, 23, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("content", "declared", "kind"),
    [
        (PDF, "application/pdf", MediaType.PDF),
        (JPEG, "image/jpeg", MediaType.JPEG),
        (PNG, "Image/PNG; charset=binary", MediaType.PNG),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, declared: str, kind: MediaType) -> None:
    document = inspect(content, declared)
    assert (document.media_type, document.size_bytes) == (kind, len(content))
    assert document.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "declared", "code"),
    [
        (b"", "application/pdf", "document-empty"),
        (b"MZ\x90 executable", "application/pdf", "document-type-unsupported"),
        (b"<svg/>", "image/svg+xml", "document-type-unsupported"),
        (PNG, "application/pdf", "document-type-differs"),
        (PDF + b"x" * 88, "application/pdf", "document-too-large"),
    ],
)
def test_other_files_are_refused(content: bytes, declared: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        inspect(content, declared)
    assert refusal.value.code == code


def test_a_file_of_exactly_the_largest_size_is_taken() -> None:
    assert inspect(PDF + b"x" * 87, "application/pdf").size_bytes == 100
