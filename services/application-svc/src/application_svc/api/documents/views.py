"""Answers about documents."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from application_svc.domain.documents.documents import Document, DocumentKind, MediaType


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
