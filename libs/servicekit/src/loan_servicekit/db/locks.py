"""Transactions about the same key follow one another, so that whoever commits second sees what the first has written.

A key is anything two transactions may meet at: a keyed hash, a customer's id. Locks are taken in one statement in the
order of their numbers, hence no two transactions wait for each other as long as each takes all its keys at once. The
statement after it reads what the holders before have committed (READ COMMITTED gives every statement its own view).
They last until the transaction ends and touch no row.
"""

from collections.abc import Iterable

from loan_servicekit.db.unit_of_work import UnitOfWork

LOCK = (
    "select count(pg_advisory_xact_lock(number)::text) from ("
    "select distinct hashtextextended(key, 0) as number"
    " from unnest($1::text[]) as given(key) order by number) as numbers"
)


async def follow_one_another(uow: UnitOfWork, keys: Iterable[str]) -> None:
    """Waits for the transactions that hold one of the keys; what is read after it is what they have left.

    Once a transaction: a second call could wait for somebody who waits for the keys of the first.
    """
    if wanted := list(dict.fromkeys(keys)):
        await uow.read(LOCK, wanted)
