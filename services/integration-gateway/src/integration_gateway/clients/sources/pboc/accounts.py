"""The accounts of a credit report and their totals (unit PDA)."""

from collections import Counter
from datetime import date

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.sources.pboc.codes import (
    BAD_CLASSES,
    BAD_DEBT_TODAY,
    BAD_TRANSACTIONS,
    CARDS,
    EASED_TRANSACTIONS,
    GOOD_CLASS,
    HOUSING_LOAN,
    LATE_TODAY,
    LOANS,
    NOT_PAID_BY_BORROWER,
    OVERDUE_PARTS,
    PAID_EARLY,
    RECOVERED,
    REVOLVING,
    STATES,
    UNCLASSIFIED,
    WATCHED,
    WITHOUT_SECURITY,
    State,
    Unit,
    many,
)
from integration_gateway.clients.sources.pboc.history import WORST, History


class Accounts:
    """Totals over the accounts of a report (unit PDA), in one pass: a report of ten accounts has 240 months."""

    def __init__(self, reported_on: date, us: str) -> None:
        self._us = us
        self.history = History(reported_on)
        self.count = self.open = self.housing = 0
        self.kinds: set[str] = set()  # of open accounts
        self.dues = self.overdue = self.unsecured = 0
        self.used = dict.fromkeys(REVOLVING, 0)  # drawn, by kind of revolving account
        self.seen: Counter[State] = Counter()  # accounts that are in a state
        self.recovered = self.recovered_ended = self.bad_class = self.watched = 0
        self.bad_transactions = self.eased_transactions = self.unknown = 0

    def add(self, account: Unit) -> None:
        self.count += 1
        basics, now, month = account["PD01A"], account["PD01B"], account.get("PD01C") or {}
        kind = basics["PD01AD01"]
        states = self._states(kind, now, month)
        self._note_states(states, now, month)
        self._note_repayment(now, states)
        balance = max(fen(now.get("PD01BJ01", 0)), fen(month.get("PD01CJ01", 0)))
        if kind == RECOVERED:
            self._add_recovered(states, balance)
        elif kind in STATES:
            self._add_account(kind, basics, month, states, balance)
        self._note_class(kind, now, month, states)
        self.overdue += fen(month.get("PD01CJ06", 0))
        self._note_transactions(account)
        self.history.add(account)

    def _states(self, kind: str, now: Unit, month: Unit) -> set[State]:
        """What the account's state is, and what its last month's was; an unknown one is no state and counted."""
        known = STATES.get(kind)
        if known is None:
            self.unknown += 1
            return set()
        code = now["PD01BD01"]
        codes = {code, month.get("PD01CD01", code)}
        found = {state for code in codes if (state := known.get(code)) is not None}
        self.unknown += len(codes) - sum(code in known for code in codes)
        return found

    def _note_states(self, states: set[State], now: Unit, month: Unit) -> None:
        late_by_figures = (
            int(month.get("PD01CS02") or 0) > 0
            or now.get("PD01BD04") in LATE_TODAY
            or fen(month.get("PD01CJ06", 0)) > 0
            or any(fen(month[part]) > 0 for part in OVERDUE_PARTS & month.keys())
        )
        self.seen.update(states - {State.OVERDUE})
        if late_by_figures or State.OVERDUE in states:
            self.seen[State.OVERDUE] += 1

    def _note_repayment(self, now: Unit, states: set[State]) -> None:
        """The last repayment state may say what the account's state does not say (yet)."""
        status = now.get("PD01BD04") or "N"
        self.seen[State.BAD_DEBT] += status == BAD_DEBT_TODAY and State.BAD_DEBT not in states
        self.bad_transactions += status in NOT_PAID_BY_BORROWER
        self.unknown += status not in WORST

    def _add_recovered(self, states: set[State], balance: int) -> None:
        # No account of the borrower's any more, but a debt of his: what is not ended is recovered from him.
        if states == {State.ENDED} and not balance:
            self.recovered_ended += 1
        else:
            self.recovered += 1
            self.unsecured += balance

    def _add_account(self, kind: str, basics: Unit, month: Unit, states: set[State], balance: int) -> None:
        ours = basics.get("PD01AI02") == self._us
        if kind in LOANS and not ours:
            # Ours are in our own books, to the day: they are counted from there. An account of which the report does
            # not say whose it is counts as another's.
            self.dues += fen(month.get("PD01CJ04", 0))
            # Something is owed, and nothing says what is due of it: that is no debt without a burden.
            self.unknown += balance > 0 and states == {State.NORMAL} and "PD01CJ04" not in month
        if states == {State.ENDED}:
            self.unknown += balance > 0  # ended, and yet something is owed: one of the two is wrong
            return
        self.open += 1
        self.kinds.add(kind)
        self.housing += basics["PD01AD03"] == HOUSING_LOAN
        if kind in REVOLVING:
            drawn = fen(month.get("PD01CJ02", 0))
            self.used[kind] += max(drawn, balance) if kind in CARDS else drawn
        elif basics["PD01AD07"] == WITHOUT_SECURITY and not ours:
            self.unsecured += balance

    def _note_class(self, kind: str, now: Unit, month: Unit, states: set[State]) -> None:
        if now.get("PD01BD03", GOOD_CLASS) == month.get("PD01CD02", GOOD_CLASS) == GOOD_CLASS:
            return
        given = {now.get("PD01BD03"), month.get("PD01CD02")} - {None, "", GOOD_CLASS}
        ended = states == {State.ENDED}
        if given & BAD_CLASSES:
            self.bad_class += not ended
            self.watched += ended  # repaid after all: a person looks at it
        elif WATCHED in given:
            self.watched += not ended
        odd = given - BAD_CLASSES - {WATCHED}
        if kind in CARDS or kind == RECOVERED or ended:
            odd -= {UNCLASSIFIED}
        self.unknown += len(odd)

    def _note_transactions(self, account: Unit) -> None:
        for part in many(account.get("PD01F")):
            for transaction in many(part.get("PD01FH", part)):
                code = transaction.get("PD01FD01")
                self.bad_transactions += code in BAD_TRANSACTIONS
                self.eased_transactions += code in EASED_TRANSACTIONS
                self.unknown += code not in BAD_TRANSACTIONS | EASED_TRANSACTIONS | PAID_EARLY and code is not None
