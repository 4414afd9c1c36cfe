"""Shapes of the second-generation personal credit report: XML units as JSON, all values text (domain.md §7.1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Final

from integration_gateway.clients.amounts import fen
from loan_contracts.facts import BureauFacts
from loan_contracts.money import half_up, months_later

CARD_DEBT_SERVICE_BP: Final = 0
"""Basis points of what is drawn on cards that count as monthly debt service. The handbook's 5 % (§7.1) is for reports
that tell dues of loans alone; the dues that decisions rest on here contain what is paid on cards: nothing is added."""

MONTHS: Final = 24

_CARDS = frozenset({"R2", "R3"})  # credit card, semi-credit card
_LOANS = frozenset({"D1", "R1", "R4"})  # loan, revolving loan, account under a revolving line
_CANCELLED_CARD = "4"
_CLOSED_LOAN = frozenset({"3", "5"})  # settled, transferred out
_HOUSING_LOAN = "11"
_WITHOUT_SECURITY = "4"
_APPROVAL_REASONS = frozenset({"02", "03", "08", "24"})  # loan, card, guarantee, financing; 01 and own queries are not
_LONGEST_MONTH = timedelta(days=31)
_MILLIONTH = Decimal("0.000001")

# Statuses of a month, by the severity of §7.1: D counts as 3, B, G and Z as 7; all others are not late.
_LATE_1, _LATE_2, _LATE_3, _LATE_4PLUS = ("1",), ("2",), ("3", "D"), ("4", "5", "6", "7", "B", "G", "Z")

# Revolving accounts in the summary, by their kind in the report: block, limit and amount used.
_REVOLVING: Final[Mapping[str, tuple[str, str, str]]] = {
    "R2": ("PC02H", "PC02HJ01", "PC02HJ04"),
    "R3": ("PC02I", "PC02IJ01", "PC02IJ04"),
    "R1": ("PC02G", "PC02GJ01", "PC02GJ02"),
}
# Blocks of the summary that count open accounts: loans, accounts under a line, revolving loans, cards, semi-credit cards.
_COUNTS: Final = {block: f"{block}S02" for block in ("PC02E", "PC02F", "PC02G", "PC02H", "PC02I")}
_BAD_DEBTS: Final = ("PC02B", "PC02C")  # recovered from a guarantor, written off: open accounts that are counted apart

Unit = Mapping[str, Any]


def read_report(report: Unit) -> BureauFacts:
    """The figures that decisions rest on; ValueError or KeyError where the report is malformed.

    The summaries of credit (PCO) and of queries (PQO) belong to every report, and what a summary counts has to be there:
    a unit that is missing is a broken report and not a clean one (domain.md R-7.3).
    """
    header = report["PRH"]["PA01"]
    reported_on = date.fromisoformat(header["PA01A"]["PA01AR01"][:10])
    # The report was made for us: what it calls by our code is what we know better ourselves.
    us = header.get("PA01B", {}).get("PA01BI02", "")
    accounts = _Accounts(months_later(reported_on, 1 - MONTHS, day=1).isoformat()[:7], us)
    for account in report.get("PDA", {}).get("PD01", ()):
        accounts.add(account)
    limit, used = _revolving(report["PCO"], accounts)
    queries = _Queries(report, reported_on, us)
    late = Counter(accounts.statuses)
    return BureauFacts(
        open_accounts=accounts.open,
        mortgage_accounts=accounts.housing,
        card_limit_minor=limit,
        card_used_minor=used,
        revolving_utilisation=(Decimal(used) / limit).quantize(_MILLIONTH, ROUND_HALF_EVEN) if limit else Decimal(0),
        monthly_debt_service_minor=accounts.dues + half_up(accounts.card_balance * CARD_DEBT_SERVICE_BP, 10_000),
        late_1_24m=sum(late[status] for status in _LATE_1),
        late_2_24m=sum(late[status] for status in _LATE_2),
        late_3_24m=sum(late[status] for status in _LATE_3),
        late_4plus_24m=sum(late[status] for status in _LATE_4PLUS),
        current_overdue_minor=accounts.overdue,
        queries_1m=queries.last_month,
        queries_3m=queries.count_since(months_later(reported_on, -3)),
        query_orgs_7d=queries.institutions_within(7),
        query_orgs_30d=queries.institutions_within(30),
        query_orgs_90d=queries.institutions_within(90),
        unsecured_exposure_minor=used + accounts.unsecured,
    )


class _Accounts:
    """Totals over the accounts of a report (unit PDA), in one pass: a report of ten accounts has 240 months."""

    def __init__(self, since: str, us: str) -> None:
        self._since = since  # first of the 24 months
        self._us = us
        self.count = self.open = self.housing = 0
        self.kinds: set[str] = set()  # of open accounts
        self.dues = self.card_balance = self.overdue = self.unsecured = 0
        self.statuses: list[str] = []  # of all months of all accounts

    def add(self, account: Unit) -> None:
        self.count += 1
        basics, latest = account["PD01A"], account.get("PD01C", {})
        kind = basics["PD01AD01"]
        if kind in _LOANS:
            self.dues += fen(latest.get("PD01CJ04", 0))
            self._add_open(basics, latest, account["PD01B"]["PD01BD01"] not in _CLOSED_LOAN)
        elif kind in _CARDS:
            self.card_balance += fen(latest.get("PD01CJ02", 0))
            self._add_open(basics, latest, account["PD01B"]["PD01BD01"] != _CANCELLED_CARD)
        # Other kinds (C1: a debt that a guarantor paid or that was sold) are no accounts of the borrower's any more,
        # but what is overdue and what was late counts, as it does for closed accounts.
        self.overdue += fen(latest.get("PD01CJ06", 0))
        self._add_history(account)

    def _add_open(self, basics: Unit, latest: Unit, is_open: bool) -> None:
        if not is_open:
            return
        kind = basics["PD01AD01"]
        self.open += 1
        self.kinds.add(kind)
        self.housing += basics["PD01AD03"] == _HOUSING_LOAN
        # What is drawn on revolving accounts is in the summary already. What the report knows for ours is left to our
        # own books, which have it to the day, and with it what is approved but not reported yet: it counts once. An
        # account of which the report does not say whose it is counts as another's.
        if basics["PD01AD07"] == _WITHOUT_SECURITY and kind not in _REVOLVING and basics.get("PD01AI02") != self._us:
            self.unsecured += fen(latest.get("PD01CJ01", 0))

    def _add_history(self, account: Unit) -> None:
        # Accounts that tell no 24 months (unit D) tell up to five years (unit E), of which the same 24 are taken.
        since = self._since
        if "PD01D" in account:
            history = account["PD01D"]["PD01DH"]
            self.statuses.extend([month["PD01DD01"] for month in history if month["PD01DR03"] >= since])
        elif "PD01E" in account:
            history = account["PD01E"]["PD01EH"]
            self.statuses.extend([month["PD01ED01"] for month in history if month["PD01ER03"] >= since])


class _Queries:
    """Queries for new credit by other institutions: their number, and the institutions behind them (F-01).

    A report tells days, not times: the day with which a window begins and that of the report itself count as a whole.
    """

    def __init__(self, report: Unit, reported_on: date, us: str) -> None:
        self._reported_on, self._us = reported_on, us
        summary = report["PQO"]["PC05"]["PC05B"]
        self.last_month = int(summary["PC05BS03"]) + int(summary["PC05BS04"])
        records: Sequence[Unit] = report.get("POQ", {}).get("PH01", ())
        self._approvals = [
            (date.fromisoformat(record["PH010R01"]), record["PH010Q02"])
            for record in records
            if record["PH010Q03"] in _APPROVAL_REASONS
        ]
        if self.last_month > self.count_since(reported_on - _LONGEST_MONTH):
            raise ValueError("more queries in the summary than among the records")

    def count_since(self, first: date) -> int:
        return sum(first <= day <= self._reported_on for day, _ in self._approvals)

    def institutions_within(self, days: int) -> int:
        """Without ourselves: who has applied with us is known to us, and counted where the rules are."""
        first = self._reported_on - timedelta(days=days)
        return len({who for day, who in self._approvals if first <= day <= self._reported_on} - {self._us})


def _revolving(summary: Unit, accounts: _Accounts) -> tuple[int, int]:
    if not accounts.count and any(int(summary[block][count]) for block, count in _COUNTS.items() if block in summary):
        raise ValueError("accounts in the summary and none in the report")
    if accounts.open and not any(block in summary for block in (*_COUNTS, *_BAD_DEBTS)):
        raise ValueError("accounts in the report and none in the summary")
    limits = uses = 0
    for kind, (block, limit, used) in _REVOLVING.items():
        if block in summary:
            limits += fen(summary[block][limit])
            uses += fen(summary[block][used])
        elif kind in accounts.kinds:
            raise ValueError("revolving accounts in the report and none in the summary")
    return limits, uses
