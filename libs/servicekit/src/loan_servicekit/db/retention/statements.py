"""The statement that takes a small piece of what is due away: by the index of `since`, onwards from where the last
piece ended, so that what stays is read once."""

from loan_servicekit.core.retention import Keeping, Taking

AT_ONCE = 1_000


def statement(rule: Keeping) -> str:
    """One piece; $1 is where the last one ended (null: at the beginning), $2 the cutoff. Rows of one moment go
    together. Gives where it ended, how many rows it has read, how many are held, and how many went of each table."""
    gone = ", ".join(f"gone_{n} as ({_taking(taking)})" for n, taking in enumerate(rule.takes))
    counts = ", ".join(f"(select count(*) from gone_{n}) as taken_{n}" for n in range(len(rule.takes)))
    return (
        f"with slice as materialized (select {rule.key} as key, t.{rule.since} as since, ({rule.only}) as wanted,"
        f" {_held(rule)} as held from {rule.table} t"
        f" where t.{rule.since} > coalesce($1::timestamptz, '-infinity') and t.{rule.since} < $2::timestamptz"
        f" order by t.{rule.since} fetch first {AT_ONCE} rows with ties),"
        f" due as (select key, since from slice where wanted and not held), {gone}"
        " select (select count(*) from slice) as read, (select max(since) from slice) as reached,"
        " (select count(*) from slice where wanted and held) as held, (select min(since) from due) as first_at,"
        f" (select max(since) from due) as last_at, {counts}"
    )


def _held(rule: Keeping) -> str:
    subjects = ", ".join(rule.subjects)
    return f"exists (select from legal_holds h where h.released_at is null and h.subject_id = any(array[{subjects}]))"


def _taking(taking: Taking) -> str:
    if not taking.empties:
        return f"delete from {taking.table} x using due where {taking.on} returning 1"
    emptied = ", ".join(f"{column} = null" for column in taking.empties)
    full = " or ".join(f"x.{column} is not null" for column in taking.empties)
    return f"update {taking.table} x set {emptied} from due where {taking.on} and ({full}) returning 1"
