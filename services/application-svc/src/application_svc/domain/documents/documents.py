"""Uploaded documents: which files are taken, and what is kept about each (domain.md R-9.4)."""

import hashlib
from collections.abc import Iterable
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
    SIGNED_CONTRACT = "SIGNED_CONTRACT"  # as its provider of signatures has it
    FACE_PHOTO = "FACE_PHOTO"  # of the applicant himself, taken for this application
    SIGNED_DISCLOSURE = "SIGNED_DISCLOSURE"  # the cost disclosure of an offer, signed by the borrower on paper
    INTERVIEW = "INTERVIEW"  # the record of an interview
    DUAL_RECORDING = "DUAL_RECORDING"  # 双录: the recording's own record
    SIGNATURE = "SIGNATURE"
    DISCLOSURE = "DISCLOSURE"
    VALUATION = "VALUATION"  # of what secures the loan
    OTHER = "OTHER"


class MediaType(StrEnum):
    """The file types that are taken."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"


PDF_HEADER = b"%PDF-"
HEADER_WITHIN = 1024  # ISO 32000-1 annex H.3.4.1: readers look for the header in the first 1024 bytes
IMAGES: dict[MediaType, bytes] = {MediaType.JPEG: b"\xff\xd8\xff", MediaType.PNG: b"\x89PNG\r\n\x1a\n"}
BEFORE_PDF = b"\xef\xbb\xbf \t\r\n\f\x00"  # a byte order mark, blanks and empty lines
# What may not stand before the header of a PDF: the beginnings of files that other programs would run or show.
OTHERS = (
    *(b"MZ", b"PK", b"\x7fELF", b"#!", b"GIF8", b"BM", b"RIFF", b"%!PS", b"II*\0", b"MM\0*", b"{\\rtf", b"Rar!"),
    *(b"7z\xbc\xaf", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"),
    *(b"ID3", b"OggS"),
)
TAKEN = "PDF, JPEG and PNG files are taken; a photograph in another form, such as HEIC, is saved as JPEG first"
SUBTYPES_OF_PDF = ("pdf", "x-pdf", "acrobat", "x-bzpdf", "vnd.pdf")


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
    from_application_id: UUID | None = None  # of the same customer, for which it was uploaded; its content lies there


def inspect_document(
    content: bytes, declared_type: str, kind: DocumentKind, largest_bytes: int, id: UUID, by: str, now: datetime
) -> Document:
    """What a file is, told from its bytes: neither its name nor the type that it was declared as decides.

    Raises Invalid `document-empty`, `document-too-large`, `document-type-unsupported` and `document-type-differs` (a
    PDF that is declared as an image, or an image that is declared as a PDF).
    """
    if not content:
        raise wrong_field("/file", "document-empty", f"the file is empty; {TAKEN}")
    if len(content) > largest_bytes:
        raise wrong_field(
            "/file", "document-too-large", f"the file has {len(content)} bytes; at most {largest_bytes} are taken"
        )
    media_type = media_type_of(content)
    if media_type is None:
        raise wrong_field("/file", "document-type-unsupported", f"the content is of no known type; {TAKEN}")
    if _declared_otherwise(declared_type, media_type):
        raise wrong_field(
            "/file", "document-type-differs", f"the file is declared as {declared_type} and its content is {media_type}"
        )
    return Document(id, kind, media_type, len(content), hashlib.sha256(content).hexdigest(), now, by)


def media_type_of(content: bytes) -> MediaType | None:
    """The type that the bytes have; None for every other, and for a file that two kinds of programs would both open."""
    beginning = content[:HEADER_WITHIN]
    header = beginning.find(PDF_HEADER)
    image = next((each for each, magic in IMAGES.items() if content.startswith(magic)), None)
    if header < 0 or image is not None:
        return image if header < 0 else None
    before = beginning[:header].lstrip(BEFORE_PDF)
    return None if before.startswith(OTHERS) or b"<" in before or beginning[4:8] == b"ftyp" else MediaType.PDF


def newest_by_kind(documents: Iterable[Document]) -> dict[str, datetime]:
    """The kinds that there are, each with when the newest was uploaded."""
    return {d.kind.value: d.uploaded_at for d in sorted(documents, key=lambda each: each.uploaded_at)}


def _declared_otherwise(declared_type: str, found: MediaType) -> bool:
    """Whether it was sent as an image and is none, or as a PDF and is none; of images any name will do."""
    kind, _, subtype = declared_type.split(";")[0].strip().lower().partition("/")
    return kind == "image" if found is MediaType.PDF else kind in ("application", "text") and subtype in SUBTYPES_OF_PDF
