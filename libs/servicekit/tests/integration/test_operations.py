"""What an operation promises: one load for all that share it, and writing as a set with each piece's own outcome."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Conflict, DomainError, NotFound
from loan_servicekit.db.operation import BatchOperation, Operation
from loan_servicekit.db.transactor import DUPLICATE, Work
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing import Harness

HEAVIER = "update parcels set weight = weight + 1 where id = any($1::uuid[]) returning id, weight"


def told(about: object, action: str) -> AuditRecorded:
    return AuditRecorded(subject_type="parcel", subject_id=str(about), action=action)


async def make_heavier(
    commands: Sequence[UUID], batches: list[int], uow: Any, now: datetime
) -> AsyncIterator[int | DomainError]:
    """One statement for all; a parcel that is not there is refused, one of weight 666 raises, 999 is a bug."""
    batches.append(len(commands))
    weights = {row[0]: row[1] for row in await uow.read(HEAVIER, list(commands))}
    for id in commands:
        match weights.get(id):
            case None:
                yield Conflict("no-parcel", "it is not there")
            case 666:
                raise Conflict("raised", "refused by raising")
            case 999:
                raise ZeroDivisionError
            case 500:
                uow.emit(told(id, "told_before"))
                yield NotFound("not-yet", "it will come")
            case weight:
                uow.emit(told(id, "make_heavier"))
                yield weight


@pytest.fixture
def batches() -> list[int]:
    """How many commands each run of the operation got."""
    return []


@pytest.fixture
def heavier(batches: list[int]) -> BatchOperation[UUID, int]:
    """The operation."""

    async def load(uow: UnitOfWork, commands: Sequence[UUID]) -> list[int]:
        return batches

    return BatchOperation(make_heavier, load)


async def parcels(harness: Harness, *weights: int) -> list[UUID]:
    """Ids of parcels with these weights; a weight of nothing has no parcel."""
    ids = [uuid4() for _ in weights]
    async with harness.service.engine.begin() as connection:
        for id, weight in zip(ids, weights, strict=True):
            if weight:
                await connection.exec_driver_sql(
                    "insert into parcels (id, state, weight, version, sequence) values ($1, 'SENT', $2, 1, 1)",
                    (id, weight),
                )
    return ids


def messages(operation: BatchOperation[UUID, int], ids: Sequence[UUID]) -> list[Work]:
    return [Work(operation, id, Cause(f"actor-{n}"), (uuid4(), "t")) for n, id in enumerate(ids)]


async def test_a_set_is_run_once_and_each_piece_has_its_outcome_and_tells_under_its_cause(
    harness: Harness, heavier: BatchOperation[UUID, int], batches: list[int]
) -> None:
    ids = await parcels(harness, 1, 0, 7)
    works = messages(heavier, ids)
    first, refused, last = await harness.service.transactor.run(works)
    assert (first, refused.code, last) == (2, "no-parcel", 8)
    assert batches == [3, 3], "taken for new, and again with the inbox asked before one is refused"
    assert await harness.rows("select key, actor from outbox order by id") == [
        (str(ids[0]), "actor-0"),
        (str(ids[2]), "actor-2"),
    ]
    assert await harness.rows("select refused from inbox where refused is not null") == [("no-parcel",)]
    assert await harness.service.transactor.run(works) == [DUPLICATE] * 3, "a second delivery does nothing"
    assert batches == [3, 3]


async def test_a_message_that_stands_twice_in_a_set_is_one_piece_of_it(
    harness: Harness, heavier: BatchOperation[UUID, int], batches: list[int]
) -> None:
    (id,) = await parcels(harness, 1)
    (work,) = messages(heavier, [id])
    assert await harness.service.transactor.run([work, work]) == [2, DUPLICATE]
    assert batches == [1]
    assert await harness.rows("select weight from parcels") == [(2,)]


@pytest.mark.parametrize(("weight", "outcome"), [(665, "raised"), (998, "ZeroDivisionError"), (499, "not-yet")])
async def test_one_that_ends_a_set_costs_only_itself(
    harness: Harness, heavier: BatchOperation[UUID, int], batches: list[int], weight: int, outcome: str
) -> None:
    """A refusal that is raised, a bug, and a refusal after something was told: the others are done one by one."""
    ids = await parcels(harness, 1, weight, 7)
    first, broken, last = await harness.service.transactor.run(messages(heavier, ids))
    assert (first, last) == (2, 8)
    assert outcome in (getattr(broken, "code", None), type(broken).__name__)
    assert batches[0] == 3 and set(batches[1:]) == {1}
    assert await harness.rows("select count(*) from outbox") == [(2,)]


@pytest.mark.parametrize("outcomes", [0, 2])
async def test_a_set_gives_one_outcome_a_command(harness: Harness, outcomes: int) -> None:
    async def miscount(commands: Sequence[int], loaded: None, uow: Any, now: datetime) -> AsyncIterator[int]:
        for n in range(outcomes):
            yield n

    async def load(uow: UnitOfWork, commands: Sequence[int]) -> None:
        return None

    (outcome,) = await harness.service.transactor.run([Work(BatchOperation(miscount, load), 1, Cause("test"))])
    assert isinstance(outcome, AssertionError)


async def test_operations_that_have_one_loader_are_loaded_at_once_and_see_what_it_gave(harness: Harness) -> None:
    asked: list[list[int]] = []

    async def today(uow: UnitOfWork) -> int:
        asked.append([])
        return 5

    async def load(uow: UnitOfWork, commands: Sequence[int]) -> dict[int, int]:
        asked.append(list(commands))
        return {command: command + await uow.once(today) for command in commands}

    async def other(uow: UnitOfWork, commands: Sequence[int]) -> int:
        return await uow.once(today)

    async def add(command: int, loaded: dict[int, int], uow: Any, now: datetime) -> int:
        loaded[command] += 1
        return loaded[command]

    async def double(command: int, loaded: dict[int, int], uow: Any, now: datetime) -> int:
        return 2 * loaded[command]

    async def the_day(command: int, loaded: int, uow: Any, now: datetime) -> int:
        return loaded

    adding, doubling, day = Operation(add, load), Operation(double, load), Operation(the_day, other)
    works = [Work(adding, 1, Cause("test")), Work(doubling, 1, Cause("test")), Work(day, 2, Cause("test"))]
    assert await harness.service.transactor.run(works) == [7, 14, 5]
    assert asked == [[1, 1], []]


async def test_a_job_gets_what_an_operation_returns_and_what_it_refuses_with(harness: Harness) -> None:
    async def half(command: int, uow: Any, now: datetime) -> float:
        if command % 2:
            raise Conflict("odd", "it is odd")
        return command / 2

    commit, halving = harness.service.group_commit, Operation(half)
    assert await commit.perform(halving, 4, Cause("test")) == 2
    with pytest.raises(Conflict):
        await commit.perform(halving, 3, Cause("test"))
    three, four = await commit.perform_all(halving, [3, 4], Cause("test"))
    assert isinstance(three, Conflict) and four == 2
