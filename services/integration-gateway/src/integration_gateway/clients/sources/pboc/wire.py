"""Shapes of the second-generation personal credit report: XML units as JSON, all values text (domain.md §7.1).

Detail and summary tell of the same debts: where they disagree the worse of them counts. A code that is not in the tables
is never read as a clean one: it is counted, and the application goes to a person.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum
from typing import Any, Final

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.sources.pboc.history import WORST, History
from loan_contracts.facts import BureauFacts
from loan_contracts.money import months_later

_CARDS = frozenset({"R2", "R3"})  # credit card, semi-credit card
_LOANS = frozenset({"D1", "R1", "R4"})  # loan, revolving loan, account under a revolving line
_RECOVERED = "C1"  # a debt that a guarantor paid or that was sold: others recover it from the borrower
_HOUSING_LOAN = "11"
_WITHOUT_SECURITY = "4"
_APPROVAL_REASONS = frozenset({"02", "03", "08", "24"})  # loan, card, guarantee, financing; 01 and own queries are not
_LONGEST_MONTH = timedelta(days=31)
_MILLIONTH = Decimal("0.000001")


class _State(Enum):
    NORMAL = "NORMAL"
    OVERDUE = "OVERDUE"
    ENDED = "ENDED"
    BAD_DEBT = "BAD_DEBT"
    RESTRICTED = "RESTRICTED"  # frozen, stopped, short of collateral
    ENFORCED = "ENFORCED"  # by a court, or closed by force


# Account states by kind (domain.md §7.1). 41 and 42 are how lenders report a bad debt (§8.3); they mean nothing else.
_BAD_DEBT = {"41": _State.BAD_DEBT, "42": _State.BAD_DEBT}
_UNDER_A_LINE = {
    "1": _State.NORMAL,
    "2": _State.OVERDUE,
    "3": _State.ENDED,
    "4": _State.BAD_DEBT,
    "6": _State.RESTRICTED,
    "8": _State.ENFORCED,
    **_BAD_DEBT,
}
_OF_A_CARD = {
    "1": _State.NORMAL,
    "2": _State.RESTRICTED,
    "3": _State.RESTRICTED,
    "31": _State.RESTRICTED,
    "4": _State.ENDED,  # cancelled
    "5": _State.BAD_DEBT,
    "6": _State.NORMAL,  # not activated
    "8": _State.ENFORCED,
    **_BAD_DEBT,
}
_STATES: Final[Mapping[str, Mapping[str, _State]]] = {
    "D1": {**_UNDER_A_LINE, "5": _State.ENDED, "7": _State.ENFORCED},  # 5: transferred out
    "R4": _UNDER_A_LINE,
    "R1": {**_UNDER_A_LINE, "5": _State.RESTRICTED},
    "R2": _OF_A_CARD,
    "R3": _OF_A_CARD,
    _RECOVERED: {"1": _State.NORMAL, "2": _State.ENDED, **_BAD_DEBT},
}

# Classes: special mention; substandard, doubtful, loss, default. 9 is not classified: usual for cards alone.
_GOOD_CLASS, _WATCHED, _BAD_CLASSES, _UNCLASSIFIED = "1", "2", frozenset("3456"), "9"

# Special transactions (domain.md §8.3): what somebody else paid or took, and what the lender gave up or sold.
_BAD_TRANSACTIONS = frozenset({"2", "3", "6", "7", "8", "12", "15", "17"})
_EASED_TRANSACTIONS = frozenset({"1", "9", "11", "13", "14", "16"})
_PAID_EARLY = frozenset({"4", "5"})

_OVERDUE_PARTS: Final = frozenset({"PD01CJ07", "PD01CJ08", "PD01CJ09", "PD01CJ10", "PD01CJ11"})
_LATE_TODAY = frozenset("1234567")
_BAD_DEBT_TODAY, _NOT_PAID_BY_BORROWER = "B", frozenset("DZG")  # of the last repayment state, as in a history

# Revolving accounts in the summary, by their kind in the report: block, limit and amount used.
_REVOLVING: Final[Mapping[str, tuple[str, str, str]]] = {
    "R2": ("PC02H", "PC02HJ01", "PC02HJ04"),
    "R3": ("PC02I", "PC02IJ01", "PC02IJ04"),
    "R1": ("PC02G", "PC02GJ01", "PC02GJ02"),
}
# Blocks of the summary that count open accounts: loans, accounts under a line, revolving loans, cards, semi-credit cards.
_COUNTS: Final = {block: f"{block}S02" for block in ("PC02E", "PC02F", "PC02G", "PC02H", "PC02I")}
_RECOVERED_PARTS = ("PC02BH", "PC02BS03", "PC02BJ02")  # by kind of business
_BAD_DEBTS: Final = ("PC02B", "PC02C")  # recovered from a guarantor, written off: open accounts that are counted apart

# Public records: unit, its element, and the type in the summary.
_PUBLIC: Final = {
    "tax_arrears_records": ("POT", "PF01", "1"),
    "judgment_records": ("PCJ", "PF02", "2"),
    "enforcement_records": ("PCE", "PF03", "3"),
    "penalty_records": ("PAP", "PF04", "4"),
}

Unit = Mapping[str, Any]


def read_report(report: Unit) -> BureauFacts:
    """The figures that decisions rest on; ValueError or KeyError where the report is malformed.

    The summaries of credit (PCO) and of queries (PQO) belong to every report, and what a summary counts has to be there:
    a unit that is missing is a broken report and not a clean one (domain.md R-7.3).
    """
    report = {
        name: unit for name, unit in report.items() if unit not in (None, "")
    }  # an empty unit is one that is not there
    header = report["PRH"]["PA01"]
    reported_on = date.fromisoformat(header["PA01A"]["PA01AR01"][:10])
    # The report was made for us: what it calls by our code is what we know better ourselves.
    us = header.get("PA01B", {}).get("PA01BI02", "")
    summary = report["PCO"]
    accounts = _Accounts(reported_on, us)
    for account in _many(report.get("PDA", {}).get("PD01")):
        accounts.add(account)
    limit, used, cards = _revolving(summary, accounts)
    queries = _Queries(report, reported_on, us)
    guarantees = _Guarantees(report)
    return BureauFacts(
        open_accounts=accounts.open,
        mortgage_accounts=accounts.housing,
        card_limit_minor=limit,
        card_used_minor=used,
        card_balance_minor=cards,
        revolving_utilisation=(Decimal(used) / limit).quantize(_MILLIONTH, ROUND_HALF_EVEN) if limit else Decimal(0),
        monthly_debt_service_minor=accounts.dues,
        **_lateness(accounts.history, summary),
        **_bad_debts(accounts, summary),
        guarantee_balance_minor=guarantees.balance,
        bad_guarantees=guarantees.bad,
        doubtful_guarantees=guarantees.doubtful,
        **_public_records(report),
        unknown_codes=accounts.unknown
        + accounts.history.unknown_codes
        + guarantees.unknown
        + _unknown_public_records(report),
        queries_1m=queries.last_month,
        queries_3m=queries.count_since(months_later(reported_on, -3)),
        query_orgs_7d=queries.institutions_within(7),
        query_orgs_30d=queries.institutions_within(30),
        query_orgs_90d=queries.institutions_within(90),
        unsecured_exposure_minor=used + accounts.unsecured,
    )


def _lateness(history: History, summary: Unit) -> dict[str, int]:
    late = Counter(min(severity, 4) for severity in history.worst_by_month(24).values())
    summed_months, summed_worst = _late_in_summary(summary)
    return {
        "late_1_24m": late[1],
        "late_2_24m": late[2],
        "late_3_24m": late[3],
        "late_4plus_24m": late[4],
        "late_run_24m": history.longest_run(24),
        "late_months_60m": max(len(history.worst_by_month(60)), summed_months),
        "worst_12m": history.worst(12),
        "worst_24m": history.worst(24),
        "worst_60m": max(history.worst(60), summed_worst),
        "unknown_months_24m": history.unknown_months(24),
    }


def _bad_debts(accounts: "_Accounts", summary: Unit) -> dict[str, int]:
    seen = accounts.seen
    return {
        "current_overdue_minor": accounts.overdue,
        "overdue_accounts": seen[_State.OVERDUE],
        "bad_debts": max(seen[_State.BAD_DEBT], _counted(summary.get("PC02C"), "PC02CS01", "PC02CJ01")),
        "recovered_debts": max(
            accounts.recovered, _counted(summary.get("PC02B"), "PC02BS01", "PC02BJ01", _RECOVERED_PARTS)
        ),
        "recovered_debts_ended": accounts.recovered_ended,
        "bad_class_accounts": accounts.bad_class,
        "watched_accounts": accounts.watched,
        "enforced_accounts": seen[_State.ENFORCED],
        "restricted_accounts": seen[_State.RESTRICTED],
        "bad_transactions": accounts.bad_transactions,
        "eased_transactions": accounts.eased_transactions,
    }


class _Accounts:
    """Totals over the accounts of a report (unit PDA), in one pass: a report of ten accounts has 240 months."""

    def __init__(self, reported_on: date, us: str) -> None:
        self._us = us
        self.history = History(reported_on)
        self.count = self.open = self.housing = 0
        self.kinds: set[str] = set()  # of open accounts
        self.dues = self.overdue = self.unsecured = 0
        self.used = dict.fromkeys(_REVOLVING, 0)  # drawn, by kind of revolving account
        self.seen: Counter[_State] = Counter()  # accounts that are in a state
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
        if kind == _RECOVERED:
            self._add_recovered(states, balance)
        elif kind in _STATES:
            self._add_account(kind, basics, month, states, balance)
        self._note_class(kind, now, month, states)
        self.overdue += fen(month.get("PD01CJ06", 0))
        self._note_transactions(account)
        self.history.add(account)

    def _states(self, kind: str, now: Unit, month: Unit) -> set[_State]:
        """What the account's state is, and what its last month's was; an unknown one is no state and counted."""
        known = _STATES.get(kind)
        if known is None:
            self.unknown += 1
            return set()
        code = now["PD01BD01"]
        codes = {code, month.get("PD01CD01", code)}
        found = {state for code in codes if (state := known.get(code)) is not None}
        self.unknown += len(codes) - sum(code in known for code in codes)
        return found

    def _note_states(self, states: set[_State], now: Unit, month: Unit) -> None:
        late_by_figures = (
            int(month.get("PD01CS02") or 0) > 0
            or now.get("PD01BD04") in _LATE_TODAY
            or fen(month.get("PD01CJ06", 0)) > 0
            or any(fen(month[part]) > 0 for part in _OVERDUE_PARTS & month.keys())
        )
        self.seen.update(states - {_State.OVERDUE})
        if late_by_figures or _State.OVERDUE in states:
            self.seen[_State.OVERDUE] += 1

    def _note_repayment(self, now: Unit, states: set[_State]) -> None:
        """The last repayment state may say what the account's state does not say (yet)."""
        status = now.get("PD01BD04") or "N"
        self.seen[_State.BAD_DEBT] += status == _BAD_DEBT_TODAY and _State.BAD_DEBT not in states
        self.bad_transactions += status in _NOT_PAID_BY_BORROWER
        self.unknown += status not in WORST

    def _add_recovered(self, states: set[_State], balance: int) -> None:
        # No account of the borrower's any more, but a debt of his: what is not ended is recovered from him.
        if states == {_State.ENDED} and not balance:
            self.recovered_ended += 1
        else:
            self.recovered += 1
            self.unsecured += balance

    def _add_account(self, kind: str, basics: Unit, month: Unit, states: set[_State], balance: int) -> None:
        ours = basics.get("PD01AI02") == self._us
        if kind in _LOANS and not ours:
            # Ours are in our own books, to the day: they are counted from there. An account of which the report does
            # not say whose it is counts as another's.
            self.dues += fen(month.get("PD01CJ04", 0))
            # Something is owed, and nothing says what is due of it: that is no debt without a burden.
            self.unknown += balance > 0 and states == {_State.NORMAL} and "PD01CJ04" not in month
        if states == {_State.ENDED}:
            self.unknown += balance > 0  # ended, and yet something is owed: one of the two is wrong
            return
        self.open += 1
        self.kinds.add(kind)
        self.housing += basics["PD01AD03"] == _HOUSING_LOAN
        if kind in _REVOLVING:
            drawn = fen(month.get("PD01CJ02", 0))
            self.used[kind] += max(drawn, balance) if kind in _CARDS else drawn
        elif basics["PD01AD07"] == _WITHOUT_SECURITY and not ours:
            self.unsecured += balance

    def _note_class(self, kind: str, now: Unit, month: Unit, states: set[_State]) -> None:
        if now.get("PD01BD03", _GOOD_CLASS) == month.get("PD01CD02", _GOOD_CLASS) == _GOOD_CLASS:
            return
        given = {now.get("PD01BD03"), month.get("PD01CD02")} - {None, "", _GOOD_CLASS}
        ended = states == {_State.ENDED}
        if given & _BAD_CLASSES:
            self.bad_class += not ended
            self.watched += ended  # repaid after all: a person looks at it
        elif _WATCHED in given:
            self.watched += not ended
        odd = given - _BAD_CLASSES - {_WATCHED}
        if kind in _CARDS or kind == _RECOVERED or ended:
            odd -= {_UNCLASSIFIED}
        self.unknown += len(odd)

    def _note_transactions(self, account: Unit) -> None:
        for part in _many(account.get("PD01F")):
            for transaction in _many(part.get("PD01FH", part)):
                code = transaction.get("PD01FD01")
                self.bad_transactions += code in _BAD_TRANSACTIONS
                self.eased_transactions += code in _EASED_TRANSACTIONS
                self.unknown += code not in _BAD_TRANSACTIONS | _EASED_TRANSACTIONS | _PAID_EARLY and code is not None


class _Guarantees:
    """Others' loans that the person answers for (unit PCR), and what the summary says of them."""

    def __init__(self, report: Unit) -> None:
        self.balance = self.bad = self.doubtful = self.unknown = 0
        for entry in _many(report.get("PCR", {}).get("PD03")):
            self._add(entry.get("PD03A", entry))
        summed = _many(report["PCO"].get("PC02K"))
        parts = [part for block in summed for part in _many(block.get("PC02KH", block))]
        self.balance = max(self.balance, sum(fen(part.get("PC02KJ02", 0)) for part in parts))

    def _add(self, guarantee: Unit) -> None:
        self.balance += fen(guarantee.get("PD03AJ02", 0))
        kind, status = guarantee.get("PD03AD05") or _GOOD_CLASS, guarantee.get("PD03AD07") or "N"
        months = int(guarantee.get("PD03AS01") or 0)
        severity = WORST.get(status, 0)
        if kind in _BAD_CLASSES or max(months, severity) >= 3:
            self.bad += 1
        elif kind == _WATCHED or months or severity:
            self.doubtful += 1
        self.unknown += (kind not in _BAD_CLASSES and kind not in (_GOOD_CLASS, _WATCHED)) + (status not in WORST)


class _Queries:
    """Queries for new credit by other institutions: their number, and the institutions behind them (F-01).

    A report tells days, not times: the day with which a window begins and that of the report itself count as a whole.
    """

    def __init__(self, report: Unit, reported_on: date, us: str) -> None:
        self._reported_on, self._us = reported_on, us
        summary = report["PQO"]["PC05"]["PC05B"]
        records = _many(report.get("POQ", {}).get("PH01"))
        self._approvals = [
            (date.fromisoformat(record["PH010R01"]), record["PH010Q02"])
            for record in records
            if record["PH010Q03"] in _APPROVAL_REASONS
        ]
        # The summary counts loans and cards alone; the records tell of guarantees and financing as well.
        summed = int(summary["PC05BS03"]) + int(summary["PC05BS04"])
        if summed > self.count_since(reported_on - _LONGEST_MONTH):
            raise ValueError("more queries in the summary than among the records")
        self.last_month = max(summed, self.count_since(months_later(reported_on, -1)))

    def count_since(self, first: date) -> int:
        return sum(first <= day <= self._reported_on for day, _ in self._approvals)

    def institutions_within(self, days: int) -> int:
        """Without ourselves: who has applied with us is known to us, and counted where the rules are."""
        first = self._reported_on - timedelta(days=days)
        return len({who for day, who in self._approvals if first <= day <= self._reported_on} - {self._us})


def _revolving(summary: Unit, accounts: _Accounts) -> tuple[int, int, int]:
    """Limits, what is drawn on all revolving accounts, and what is owed on cards among them."""
    if not accounts.count and any(int(summary[block][count]) for block, count in _COUNTS.items() if block in summary):
        raise ValueError("accounts in the summary and none in the report")
    if accounts.open and not any(block in summary for block in (*_COUNTS, *_BAD_DEBTS)):
        raise ValueError("accounts in the report and none in the summary")
    limits = uses = cards = 0
    for kind, (block, limit, used) in _REVOLVING.items():
        drawn = accounts.used[kind]
        if block in summary:
            limits += fen(summary[block][limit])
            drawn = max(drawn, fen(summary[block][used]))
        elif kind in accounts.kinds:
            raise ValueError("revolving accounts in the report and none in the summary")
        uses += drawn
        cards += drawn if kind in _CARDS else 0
    return limits, uses, cards


def _counted(blocks: Any, count: str, balance: str, parts: tuple[str, str, str] | None = None) -> int:
    """How many debts a block of the summary tells of, in sum or by its `parts`; a balance alone is one."""
    debts = 0
    for block in _many(blocks):
        debts += max(int(block.get(count) or 0), fen(block.get(balance) or 0) > 0)
        if parts is not None:
            group, of_part, part_balance = parts
            debts = max(debts, sum(_counted(part, of_part, part_balance) for part in _many(block.get(group))))
    return debts


def _late_in_summary(summary: Unit) -> tuple[int, int]:
    """Late months and the most instalments late at once, of five years: those of the worst kind of account (PC02D)."""
    parts = [part for block in _many(summary.get("PC02D")) for part in _many(block.get("PC02DH", block))]
    months = max((int(part.get("PC02DS03") or 0) for part in parts), default=0)
    longest = max((int(part.get("PC02DS04") or 0) for part in parts), default=0)
    return months, min(longest, 7)


def _public_summary(report: Unit) -> Counter[str]:
    """Public records by their type in the summary; a type without records is none."""
    summed: Counter[str] = Counter()
    for block in _many(report.get("PPO", {}).get("PC04")):
        for part in _many(block.get("PC040H", block)):
            summed[str(part.get("PC040D01") or "").lstrip("0")] += int(part.get("PC040S02") or 0)
    return +summed


def _unknown_public_records(report: Unit) -> int:
    """How many records the summary tells of, by its sum or under a type of no table, that are none of the known types."""
    summed = _public_summary(report)
    odd = sum(count for type, count in summed.items() if type not in {known for _, _, known in _PUBLIC.values()})
    blocks = _many(report.get("PPO", {}).get("PC04"))
    return odd + sum(int(block.get("PC040S01") or 0) for block in blocks if not {"PC040H", "PC040D01"} & block.keys())


def _public_records(report: Unit) -> dict[str, int]:
    """How many records there are of unpaid taxes, judgments, enforcement and penalties."""
    summed = _public_summary(report)
    return {
        name: max(len(_many(report.get(unit, {}).get(element))), summed[type])
        for name, (unit, element, type) in _PUBLIC.items()
    }


def _many(group: Any) -> Sequence[Unit]:
    """A repeated group, which is an object where there is only one of it, and absent where there is none."""
    if group is None or group == "":
        return ()
    return (group,) if isinstance(group, Mapping) else group
