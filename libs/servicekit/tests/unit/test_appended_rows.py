"""Rows that an aggregate appends are saved with it, whatever use case has changed it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import pytest

from loan_servicekit.core import Aggregate, Cause
from loan_servicekit.db.columns import Column, aggregates, rows
from loan_servicekit.db.unit_of_work import Schema, UnitOfWork

AT = datetime(2027, 3, 4, 5, 6, tzinfo=UTC)


@dataclass(eq=False)
class Jar(Aggregate):
    AUDITED_AS = "jar"

    id: UUID
    coins: int = 0
    new: list[int] = field(default_factory=list, init=False)

    def put(self, coins: int) -> None:
        self.coins += coins
        self.new.append(coins)


@dataclass(frozen=True)
class Coins:
    jar_id: UUID
    coins: int
    put_at: datetime


def taken(jar: Jar, now: datetime) -> Iterator[Coins]:
    found, jar.new = jar.new, []
    return (Coins(jar.id, coins, now) for coins in found)


PUTS = rows("puts", Coins, [Column("jar_id", "uuid"), Column("coins", "int"), Column("put_at", "timestamptz")])
JARS = aggregates("jars", Jar, [Column("id", "uuid"), Column("coins", "int")], appends={"puts": taken})


@pytest.fixture
def uow() -> UnitOfWork:
    return UnitOfWork(None, Schema({"jars": JARS}, {"puts": PUTS}), AT)  # type: ignore[arg-type]  # nothing is flushed


def test_what_an_aggregate_appends_is_saved_with_it_once(uow: UnitOfWork) -> None:
    jar = Jar(UUID(int=1))
    for coins in (2, 3):
        uow.jars.add(jar)  # as a use case finds it, more than once
        uow.jars.add(jar)
        jar.put(coins)
        jar.audit("put")
        uow.send_facts(Cause("test"))
    assert uow.puts._pending == [[UUID(int=1), 2, AT], [UUID(int=1), 3, AT]]


def test_an_aggregate_that_appends_and_tells_nothing_ends_the_transaction(uow: UnitOfWork) -> None:
    jar = Jar(UUID(int=1))
    uow.jars.add(jar)
    jar.put(2)
    with pytest.raises(AssertionError, match="puts"):
        uow.send_facts(Cause("test"))
