"""Papers that serve again: valid, the newest of their kind, of the customer's present identity document."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.bounds import Bounds, seeds_on
from application_svc.domain.documents.documents import Document, DocumentKind, MediaType
from application_svc.domain.documents.reuse import Earlier, reusable

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAYS = Bounds.of(seeds_on(date(2026, 11, 23))).document_valid_days
FIRST, SECOND = UUID(int=1), UUID(int=2)


def a_paper(kind: str, days_ago: float, **changes: Any) -> Document:
    uploaded_at = NOW - timedelta(days=days_ago)
    return Document(UUID(int=9), DocumentKind(kind), MediaType.PDF, 9, "ab" * 32, uploaded_at, "manager", **changes)


def again(*papers: tuple[UUID, Document], renewed_at: datetime | None = None, **kinds: Any) -> list[Document]:
    return reusable(Earlier(list(papers), renewed_at), list(DocumentKind), DAYS, NOW)


@pytest.mark.parametrize(
    ("kind", "days_ago", "serves"),
    [
        ("INCOME_PROOF", 89.9, True),
        ("INCOME_PROOF", 90, False),
        ("BANK_STATEMENT", 59.9, True),
        ("BANK_STATEMENT", 60, False),
        ("BUSINESS_LICENCE", 364, True),
        ("TAX_RETURN", 365, False),
        ("ID_FRONT", 3000, True),
        ("PURPOSE_PROOF", 0, False),  # of one loan
        ("SIGNED_DISCLOSURE", 0, False),
        ("OTHER", 0, False),
    ],
)
def test_each_kind_serves_for_its_time(kind: str, days_ago: float, serves: bool) -> None:
    assert bool(again((FIRST, a_paper(kind, days_ago)))) is serves


def test_the_newest_counts_and_says_where_it_comes_from() -> None:
    (found,) = again((FIRST, a_paper("INCOME_PROOF", 5)), (SECOND, a_paper("INCOME_PROOF", 2)))
    assert (found.from_application_id, found.uploaded_at) == (SECOND, NOW - timedelta(days=2))
    (found,) = again((SECOND, a_paper("INCOME_PROOF", 5, from_application_id=FIRST)))
    assert found.from_application_id == FIRST  # its content lies there


def test_a_scan_of_an_identity_document_ends_with_it() -> None:
    papers = [(FIRST, a_paper(kind, 10)) for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF")]
    assert len(again(*papers, renewed_at=NOW - timedelta(days=11))) == 3
    assert [each.kind for each in again(*papers, renewed_at=NOW - timedelta(days=9))] == ["INCOME_PROOF"]
