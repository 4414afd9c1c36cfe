"""Answers about documents."""

import base64
import binascii
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from loan_servicekit.core import FieldError, Invalid
from loan_servicekit.http import Body

MOST_BYTES = 22 * 1024 * 1024  # papers in base64 inside JSON


class ContentBody(Body):
    """A file inside JSON."""

    content: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9+/]+={0,2}$",
            json_schema_extra={"contentEncoding": "base64"},
            examples=["JVBERi0xLjcK"],
        ),
    ]

    def bytes_of(self, pointer: str) -> bytes:
        """What it holds; raises Invalid `document-encoding-invalid`."""
        try:
            return base64.b64decode(self.content, validate=True)
        except (binascii.Error, ValueError) as error:
            code, detail = "document-encoding-invalid", "send the content in base64 (RFC 4648 §4)"
            raise Invalid(code, detail, [FieldError(pointer, code, detail)]) from error


class DocumentView(BaseModel):
    """What is known of an uploaded file."""

    id: UUID
    kind: DocumentKind
    media_type: MediaType
    size_bytes: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: str
    from_application_id: UUID | None = Field(description="The earlier application that it was uploaded for, if another")

    @classmethod
    def of(cls, d: Document) -> "DocumentView":
        """The view of a document."""
        return cls.model_validate(d, from_attributes=True)


class DocumentsView(BaseModel):
    """The documents of an application, oldest first."""

    items: list[DocumentView]
