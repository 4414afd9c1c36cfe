"""Rows find their columns: what is declared of a table is what its records hold, in the same order."""

from pathlib import Path

from reporting_svc.domain.evidence.chain import Entry
from reporting_svc.domain.projections.funnel.progress import STEPS
from reporting_svc.domain.traces.span import Span
from reporting_svc.persistence.columns import ENTRY, PROGRESS, SPAN
from reporting_svc.persistence.projections.registry import PROJECTIONS

SOURCES = Path(__file__).parents[2] / "src" / "reporting_svc"


def test_records_have_the_columns_of_their_tables_in_their_order() -> None:
    """They travel in arrays, one a column, and the hash of an entry is made of them in this order."""
    assert tuple(ENTRY) == Entry._fields
    assert tuple(SPAN) == Span._fields
    assert tuple(PROGRESS) == ("application_id", *STEPS)


def test_every_projection_stands_in_the_registry_under_the_name_of_its_rooms() -> None:
    names = {projection.name for projection in PROJECTIONS}
    for layer in ("domain", "persistence", "api"):
        rooms = {path.parent.name for path in (SOURCES / layer / "projections").glob("*/__init__.py")}
        assert rooms == names, layer
