"""What a process has committed goes to its relay in memory: rows that it knows are not read again.

Rows are published in the order of their ids, so those handed over may only go where nothing before them is left in the
table. Ids are drawn without gaps; one that is missing was drawn by another process, or by a transaction that is still
under way or was rolled back. Then the table is asked, each time, until every transaction that may have drawn it has
ended (docs/decisions/0031).
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from loan_servicekit.db.tables import Row

MOST = 5_000  # rows that wait in memory; beyond it the table, which has them all, is asked
NEVER_SEEN = -1

_by_id = itemgetter(0)


class Handed:
    """The rows handed over to a relay, and whether they are next in line.

    `certain` is False while a row with a lower id than one that was seen may still be committed.
    """

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._known = 0  # the highest id that was seen
        self._ends_at: int | None = (
            NEVER_SEEN  # the first transaction that cannot have drawn a missing id; None: none is
        )
        self._lost = False  # there were more rows than may wait

    def begin(self, highest: int) -> None:
        """A process begins to lead: of what was written before it knows nothing but the highest id."""
        self._rows, self._known, self._ends_at, self._lost = [], highest, NEVER_SEEN, False

    @property
    def certain(self) -> bool:
        """Whether nothing is left in the table before the rows that come next."""
        return self._ends_at is None

    def put(self, rows: Iterable[Row]) -> None:
        """Rows of a transaction that is committed."""
        self._rows.extend(rows)
        if len(self._rows) > MOST:
            self._rows, self._lost = [], True

    def take(self) -> list[Row] | None:
        """The rows that follow what was seen without a gap, and may be published now; None where the table has to be
        asked."""
        if self._lost:
            return None
        if not self._rows:
            return []
        fresh = sorted((row for row in self._rows if row[0] > self._known), key=_by_id)
        if not self.certain or (fresh and fresh[-1][0] - self._known != len(fresh)):
            return None
        self._rows = []
        self._known += len(fresh)
        return fresh

    def claimed(self) -> set[int]:
        """The ids of the rows handed over so far, which the table is asked for now instead."""
        claimed = {row[0] for row in self._rows}
        self._rows, self._lost = [], False
        return claimed

    def asked(self, claimed: set[int], rows: Sequence[Row], whole: bool, snapshot: Sequence[int] | None) -> None:
        """What the table has answered; `whole` unless it may have more. `snapshot` was taken before it was asked, where
        this was not certain: the first transaction that was under way, and the first that had not begun."""
        if snapshot and self._ends_at is not None:
            first_under_way, not_begun = snapshot
            if self._ends_at == NEVER_SEEN:
                self._ends_at = not_begun  # who drew an id that was missed before has begun before this
            elif first_under_way >= self._ends_at:
                self._ends_at = None
        ids = claimed | {row[0] for row in rows}
        highest = max(ids, default=self._known)
        if not whole or (highest > self._known and sum(id > self._known for id in ids) != highest - self._known):
            self._ends_at = NEVER_SEEN
        self._known = max(self._known, highest)
