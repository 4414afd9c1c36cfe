"""What is told of a failure."""

import asyncpg
import pytest
from sqlalchemy.exc import IntegrityError

from loan_servicekit.core import Conflict
from loan_servicekit.telemetry.failures import described, traced

SECRET = "张三 110101199003071234"


def a_violation() -> asyncpg.PostgresError:
    error = asyncpg.UniqueViolationError(f"Key (name)=({SECRET}) already exists.")
    error.sqlstate, error.constraint_name = "23505", "customers_person_token_key"
    return error


def wrapped() -> Exception:
    try:
        try:
            raise a_violation()
        except asyncpg.PostgresError as driver:
            raise IntegrityError("insert ...", (SECRET,), driver) from driver
    except IntegrityError as error:
        return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (a_violation(), "UniqueViolationError 23505 customers_person_token_key"),
        (wrapped(), "IntegrityError: UniqueViolationError 23505 customers_person_token_key"),
        (asyncpg.DataError(f"invalid input for query argument $1: {SECRET}"), "DataError 22000"),
        (Conflict("busy", "try again"), "Conflict: busy: try again"),
        (ZeroDivisionError(), "ZeroDivisionError"),
    ],
)
def test_a_failure_is_told_in_one_line_without_the_values_of_a_row(error: Exception, told: str) -> None:
    assert described(error) == told


def test_its_trace_names_places_and_the_whole_chain_without_values() -> None:
    told = traced(wrapped())
    assert SECRET not in told
    assert told.index("UniqueViolationError 23505") < told.index("IntegrityError:")
    assert "test_failures.py" in told
