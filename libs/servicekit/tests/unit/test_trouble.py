"""What the failure of a statement means, by SQLSTATE: what may pass is tried again, only the record's own is a letter."""

import asyncpg
import pytest
from asyncpg.exceptions import OutdatedSchemaCacheError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from loan_servicekit.db.engine import Trouble, is_outage, is_race, may_pass, trouble


def failure(sqlstate: str) -> asyncpg.PostgresError:
    error = asyncpg.PostgresError("words of the driver")
    error.sqlstate = sqlstate
    return error


@pytest.mark.parametrize(
    ("sqlstate", "expected", "passes"),
    [
        ("08006", Trouble.AWAY, True),  # connection failure
        ("28P01", Trouble.AWAY, True),  # wrong password
        ("3D000", Trouble.AWAY, True),  # no such database
        ("57P01", Trouble.AWAY, True),  # admin shutdown
        ("57P02", Trouble.AWAY, True),  # crash shutdown
        ("57P03", Trouble.AWAY, True),  # cannot connect now
        ("57P05", Trouble.AWAY, True),  # idle session timeout
        ("58030", Trouble.AWAY, True),  # input and output
        ("25006", Trouble.AWAY, True),  # read only
        ("53100", Trouble.AWAY, True),  # disk full
        ("53300", Trouble.AWAY, True),  # too many connections
        ("53200", Trouble.PASSING, True),  # out of memory
        ("53400", Trouble.PASSING, True),  # configuration limit
        ("57014", Trouble.PASSING, True),  # query cancelled, statement timeout
        ("25P03", Trouble.PASSING, True),  # idle in transaction
        ("25P04", Trouble.PASSING, True),  # transaction timeout
        ("0A000", Trouble.PASSING, True),  # a cached plan that must not change its result
        ("26000", Trouble.PASSING, True),  # a prepared statement that a pooler has lost
        ("42P01", Trouble.PASSING, True),  # no such table: a migration that has not run yet
        ("42501", Trouble.PASSING, True),  # a grant that is missing
        ("XX000", Trouble.PASSING, True),  # internal
        ("40001", Trouble.RACE, True),  # serialisation
        ("40P01", Trouble.RACE, True),  # deadlock
        ("55P03", Trouble.RACE, True),  # lock timeout
        ("23505", Trouble.RACE, False),  # unique
        ("22003", Trouble.OWN, False),  # out of range
        ("22021", Trouble.OWN, False),  # not in the repertoire of the encoding
        ("23514", Trouble.OWN, False),  # check
        ("23503", Trouble.OWN, False),  # foreign key
        ("21000", Trouble.OWN, False),  # cardinality
        ("44000", Trouble.OWN, False),  # check option
        ("54000", Trouble.OWN, False),  # a limit of the program
        ("P0001", Trouble.OWN, False),  # raised by a trigger
    ],
)
def test_the_meaning_of_a_state(sqlstate: str, expected: Trouble, passes: bool) -> None:
    driver = failure(sqlstate)
    for error in (driver, DBAPIError("insert ...", (), driver)):
        assert trouble(error) is expected
        assert may_pass(error) is passes
        assert is_outage(error) is (expected is Trouble.AWAY)
        assert is_race(error) is (expected is Trouble.RACE)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ConnectionResetError(), Trouble.AWAY),
        (TimeoutError(), Trouble.AWAY),
        (NoConnectionFree(), Trouble.AWAY),
        (asyncpg.ConnectionDoesNotExistError("x"), Trouble.AWAY),
        (asyncpg.InterfaceError("x"), Trouble.PASSING),
        (OutdatedSchemaCacheError("x"), Trouble.PASSING),
        (MemoryError(), Trouble.PASSING),
        (ZeroDivisionError(), None),
        (AssertionError(), None),
    ],
)
def test_the_meaning_of_what_has_no_state(error: Exception, expected: Trouble | None) -> None:
    assert trouble(error) is expected


def test_a_connection_that_was_cut_is_an_outage_whatever_cut_it() -> None:
    cut = DBAPIError("select", (), failure("57014"), connection_invalidated=True)
    assert trouble(cut) is Trouble.AWAY
