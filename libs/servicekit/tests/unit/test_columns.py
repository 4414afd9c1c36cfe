"""Values find their place by name: nothing is lost, and nothing moves, whatever the order of columns and arguments."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

import pytest
from pydantic import TypeAdapter

from loan_servicekit.core import Aggregate
from loan_servicekit.db.columns import Column, aggregates, enumerated, made, rows, structured
from loan_servicekit.testing.tables import restored, state, stored

AT = datetime(2027, 3, 4, 5, 6, tzinfo=UTC)


class State(Enum):
    SENT = "SENT"


@dataclass(frozen=True)
class Size:
    wide: int
    high: int


@dataclass(frozen=True)
class Stamp:
    place: str
    at: datetime


@dataclass(eq=False)
class Box(Aggregate):
    id: UUID
    size: Size
    state: State | None
    stamps: list[Stamp]
    seal: Stamp | None = None


COLUMNS = (
    Column("id", "uuid"),
    Column("high", "int", of="size.high"),
    structured("stamps", TypeAdapter(list[Stamp])),
    enumerated("state", State),
    made("last_at", "timestamptz", lambda box: box.stamps[-1].at),
    Column("wide", "int", of="size.wide"),
    structured("seal", TypeAdapter(Stamp), snapshot=True),
)
BOXES = aggregates("boxes", Box, COLUMNS, parts={"size": Size})


def a_box() -> Box:
    return Box(UUID(int=1), Size(2, 3), State.SENT, [Stamp("A", AT)], Stamp("B", AT))


def test_an_aggregate_is_what_it_was_after_it_was_stored() -> None:
    assert state(restored(BOXES, stored(BOXES, a_box()))) == state(a_box())


def test_each_column_holds_the_attribute_of_its_name() -> None:
    assert stored(BOXES, a_box()) == {
        "id": str(UUID(int=1)),
        "high": 3,
        "stamps": [{"place": "A", "at": "2027-03-04T05:06:00Z"}],
        "state": "SENT",
        "last_at": "2027-03-04T05:06:00+00:00",
        "wide": 2,
        "seal": {"place": "B", "at": "2027-03-04T05:06:00Z"},
        "version": 0,
        "sequence": 0,
    }


def test_what_is_null_stays_none() -> None:
    box = a_box()
    box.state = box.seal = None
    assert state(restored(BOXES, stored(BOXES, box))) == state(box)


def test_a_snapshot_that_was_not_replaced_is_not_written_again() -> None:
    box = restored(BOXES, stored(BOXES, a_box()))
    assert stored(BOXES, box)["seal"] is None
    box.seal = Stamp("C", AT)
    assert stored(BOXES, box)["seal"] == {"place": "C", "at": "2027-03-04T05:06:00Z"}


@pytest.mark.parametrize("columns", [COLUMNS[:-1], (*COLUMNS, Column("weight", "int"))])
def test_columns_and_arguments_that_differ_end_the_start(columns: tuple[Column, ...]) -> None:
    with pytest.raises(TypeError, match=r"seal|weight"):
        aggregates("boxes", Box, columns, parts={"size": Size})


def test_a_part_without_a_column_ends_the_start() -> None:
    with pytest.raises(TypeError, match="high"):
        aggregates("boxes", Box, [each for each in COLUMNS if each.name != "high"], parts={"size": Size})


def test_a_record_is_appended_by_name() -> None:
    table = rows("stamps", Stamp, [Column("at", "timestamptz"), Column("place", "text")])
    assert stored(table, Stamp("A", AT)) == {"at": AT.isoformat(), "place": "A"}


def test_a_field_of_a_record_without_a_column_ends_the_start() -> None:
    with pytest.raises(TypeError, match="place"):
        rows("stamps", Stamp, [Column("at", "timestamptz")])
