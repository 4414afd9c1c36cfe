"""What a transaction writes is one statement whose parts keep their own parameters."""

from loan_servicekit.db.writing import _joined


def test_parameters_are_counted_on_from_part_to_part() -> None:
    parts = (("insert into a select $1, $2", "", 2), ("update b set x = $2 where y = $1", "y", 2))
    assert _joined(parts, False) == (
        "with w0 as (insert into a select $1, $2), w1 as (update b set x = $4 where y = $3 returning y)"
        " select 0, (select count(*) from w1)"
    )


def test_rows_of_the_last_part_are_told_beside_the_counts() -> None:
    parts = (("update b set x = $1", "y", 1), ("insert into outbox select $1", "message_id, id", 1))
    assert _joined(parts, True) == (
        "with w0 as (update b set x = $1 returning y), w1 as (insert into outbox select $2 returning message_id, id)"
        " select (select count(*) from w0), w1.* from w1"
    )
