"""Uploaded documents: which files are taken, and what is kept about each (domain.md R-9.4)."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from application_svc.domain.errors import wrong_field


class DocumentKind(StrEnum):
    """What a document proves."""

    ID_FRONT = "ID_FRONT"
    ID_BACK = "ID_BACK"
    INCOME_PROOF = "INCOME_PROOF"
    BANK_STATEMENT = "BANK_STATEMENT"
    BUSINESS_LICENCE = "BUSINESS_LICENCE"
    TAX_RETURN = "TAX_RETURN"
    PURPOSE_PROOF = "PURPOSE_PROOF"
    OTHER = "OTHER"


class MediaType(StrEnum):
    """The file types that are taken."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


MAGIC: dict[MediaType, bytes] = {
    MediaType.PDF: b"%PDF-",
    MediaType.JPEG: b"\xff\xd8\xff",
    MediaType.PNG: b"\x89PNG\r\n\x1a\n",
}
TAKEN = "PDF, JPEG and PNG files are taken"


@dataclass(frozen=True, slots=True)
class Document:
    """One stored file. The content lies in the document store under its SHA-256."""

    id: UUID
    kind: DocumentKind
    media_type: MediaType
    size_bytes: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: str


def inspect_document(
    content: bytes, declared_type: str, kind: DocumentKind, largest_bytes: int, id: UUID, by: str, now: datetime
) -> Document:
    """What a file is, told from its first bytes and not from its name.

    Raises Invalid `document-empty`, `document-too-large`, `document-type-unsupported` and `document-type-differs` (the
    declared media type is another than the content's).
    """
    if not content:
        raise wrong_field("/file", "document-empty", f"the file is empty; {TAKEN}")
    if len(content) > largest_bytes:
        raise wrong_field(
            "/file", "document-too-large", f"the file has {len(content)} bytes; at most {largest_bytes} are taken"
        )
    media_type = next((each for each, magic in MAGIC.items() if content.startswith(magic)), None)
    if media_type is None:
        raise wrong_field("/file", "document-type-unsupported", f"the content is of no known type; {TAKEN}")
    if declared_type.split(";")[0].strip().lower() != media_type:
        raise wrong_field(
            "/file", "document-type-differs", f"the file is declared as {declared_type} and its content is {media_type}"
        )
    return Document(id, kind, media_type, len(content), hashlib.sha256(content).hexdigest(), now, by)
