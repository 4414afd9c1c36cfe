"""Papers of a customer that serve again for his next application, as long as they are valid."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from application_svc.domain.documents.documents import Document, DocumentKind

OF_IDENTITY = (DocumentKind.ID_FRONT, DocumentKind.ID_BACK)


class Earlier(NamedTuple):
    """What a customer has handed in with applications before, and when he told of another identity document."""

    papers: list[tuple[UUID, Document]]
    identity_renewed_at: datetime | None


def reusable(
    earlier: Earlier, kinds: Collection[DocumentKind], valid_days: Mapping[str, int], now: datetime
) -> list[Document]:
    """Of each kind the newest, where it is still valid: an older one is superseded, even by one that has run out.

    `valid_days` is by kind; what has none there proves something about one loan only and never serves again. Scans of
    an identity document end with that document. Each comes as it was, with the application that it was uploaded for.
    """
    newest: dict[DocumentKind, Document] = {}
    for application_id, document in earlier.papers:
        known = newest.get(document.kind)
        if known is None or document.uploaded_at > known.uploaded_at:
            newest[document.kind] = replace(
                document, from_application_id=document.from_application_id or application_id
            )
    return [each for kind, each in newest.items() if kind in kinds and _valid(each, earlier, valid_days, now)]


def _valid(document: Document, earlier: Earlier, valid_days: Mapping[str, int], now: datetime) -> bool:
    days = valid_days.get(document.kind.value, 0)
    if now >= document.uploaded_at + timedelta(days=days):
        return False
    renewed_at = earlier.identity_renewed_at
    return document.kind not in OF_IDENTITY or renewed_at is None or document.uploaded_at >= renewed_at


def missing_kinds(required: Iterable[DocumentKind], present: Iterable[Document]) -> list[DocumentKind]:
    """The required kinds that are not there."""
    there = {document.kind for document in present}
    return [kind for kind in required if kind not in there]
