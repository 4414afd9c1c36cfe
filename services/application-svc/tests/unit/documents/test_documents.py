"""Uploads: type by content, size by product."""

import hashlib
from datetime import UTC, datetime
from uuid import UUID

import pytest

from application_svc.domain.documents.documents import (
    Document,
    DocumentKind,
    MediaType,
    inspect_document,
    media_type_of,
)
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
        (JPEG, "image/jpg", MediaType.JPEG),
        (JPEG, "image/pjpeg", MediaType.JPEG),
        (PNG, "image/x-png", MediaType.PNG),
        (PNG, "image/jpeg", MediaType.PNG),  # the true type is what counts
        (JPEG, "image/heic", MediaType.JPEG),
        (JPEG, "application/octet-stream", MediaType.JPEG),
        (PDF, "application/octet-stream", MediaType.PDF),
        (PDF, "application/x-pdf", MediaType.PDF),
        (PDF, "", MediaType.PDF),
        (b"\xef\xbb\xbf" + PDF, "application/pdf", MediaType.PDF),
        (b"\n" + PDF, "application/pdf", MediaType.PDF),
        (b"\xef\xbb\xbf\r\n \t" + PDF, "application/pdf", MediaType.PDF),
        (b"\x1b%-12345X@PJL\r\n" + PDF, "application/pdf", MediaType.PDF),
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
        (PDF, "image/jpeg", "document-type-differs"),
        (JPEG, "application/x-pdf", "document-type-differs"),
        (b"MZ\x90" + PDF, "application/pdf", "document-type-unsupported"),
        (b"PK\x03\x04" + PDF, "application/pdf", "document-type-unsupported"),
        (b"\n<html>" + PDF, "application/pdf", "document-type-unsupported"),
        (b"\0\0\0\x18ftypheic" + PDF, "application/pdf", "document-type-unsupported"),
        (JPEG + PDF, "image/jpeg", "document-type-unsupported"),
        (b"\0\0\0\x18ftypheic", "image/heic", "document-type-unsupported"),
        (b"GIF89a", "image/gif", "document-type-unsupported"),
        (b"\xff\xd8", "image/jpeg", "document-type-unsupported"),
        (b"\xef\xbb\xbf", "application/pdf", "document-type-unsupported"),
    ],
)
def test_other_files_are_refused(content: bytes, declared: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        inspect(content, declared)
    assert refusal.value.code == code


@pytest.mark.parametrize(("before", "found"), [(1019, MediaType.PDF), (1020, None)])
def test_the_header_of_a_pdf_stands_in_the_first_1024_bytes(before: int, found: MediaType | None) -> None:
    assert media_type_of(b"\n" * before + PDF) is found


def test_a_file_of_exactly_the_largest_size_is_taken() -> None:
    assert inspect(PDF + b"x" * 87, "application/pdf").size_bytes == 100
