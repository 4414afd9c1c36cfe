"""Shapes of the second-generation personal credit report: XML units as JSON, all values text (domain.md §7.1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
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
_REVOLVING = frozenset({"R1", "R2", "R3"})
_CANCELLED_CARD = "4"
_CLOSED_LOAN = frozenset({"3", "5"})  # settled, transferred out
_HOUSING_LOAN = "11"
_WITHOUT_SECURITY = "4"
_APPROVAL_REASONS = frozenset({"02", "03", "08", "24"})  # loan, card, guarantee, financing; 01 and own queries are not
_MILLIONTH = Decimal("0.000001")

# Statuses of a month, by the severity of §7.1: D counts as 3, B, G and Z as 7; all others are not late.
_LATE_1, _LATE_2, _LATE_3, _LATE_4PLUS = ("1",), ("2",), ("3", "D"), ("4", "5", "6", "7", "B", "G", "Z")

# Revolving accounts in the summary: limit and amount used of credit cards, semi-credit cards and revolving loans.
_REVOLVING_SUMMARIES = (
    ("PC02H", "PC02HJ01", "PC02HJ04"),
    ("PC02I", "PC02IJ01", "PC02IJ04"),
    ("PC02G", "PC02GJ01", "PC02GJ02"),
)

Unit = Mapping[str, Any]


def read_report(report: Unit) -> BureauFacts:
    """The figures that decisions rest on; ValueError or KeyError where the report is malformed."""
    reported_on = date.fromisoformat(report["PRH"]["PA01"]["PA01A"]["PA01AR01"][:10])
    accounts = _Accounts(since=months_later(reported_on, 1 - MONTHS, day=1).isoformat()[:7])
    for account in report.get("PDA", {}).get("PD01", ()):
        accounts.add(account)
    limit, used = _revolving(report)
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
        queries_1m=_queries_last_month(report),
        queries_3m=_queries_since(report, months_later(reported_on, -3)),
        unsecured_exposure_minor=used + accounts.unsecured,
    )


class _Accounts:
    """Totals over the accounts of a report (unit PDA), in one pass: a report of ten accounts has 240 months."""

    def __init__(self, since: str) -> None:
        self._since = since  # first of the 24 months
        self.open = self.housing = 0
        self.dues = self.card_balance = self.overdue = self.unsecured = 0
        self.statuses: list[str] = []  # of all months of all accounts

    def add(self, account: Unit) -> None:
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
        self.open += 1
        self.housing += basics["PD01AD03"] == _HOUSING_LOAN
        # What is drawn on revolving accounts is in the summary already.
        if basics["PD01AD07"] == _WITHOUT_SECURITY and basics["PD01AD01"] not in _REVOLVING:
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


def _revolving(report: Unit) -> tuple[int, int]:
    summary = report.get("PCO", {}).get("PC02", {})
    limits = uses = 0
    for block, limit, used in _REVOLVING_SUMMARIES:
        if block in summary:
            limits += fen(summary[block][limit])
            uses += fen(summary[block][used])
    return limits, uses


def _queries_last_month(report: Unit) -> int:
    summary = report.get("PQO", {}).get("PC05", {}).get("PC05B", {})
    return int(summary.get("PC05BS03", 0)) + int(summary.get("PC05BS04", 0))


def _queries_since(report: Unit, since: date) -> int:
    records: Sequence[Unit] = report.get("POQ", {}).get("PH01", ())
    first = since.isoformat()
    return sum(record["PH010R01"] >= first and record["PH010Q03"] in _APPROVAL_REASONS for record in records)
