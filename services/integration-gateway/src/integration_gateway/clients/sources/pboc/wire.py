"""Shapes of the second-generation personal credit report: XML units as JSON, all values text (domain.md §7.1).

Detail and summary tell of the same debts: where they disagree the worse of them counts. A code that is not in the
tables is never read as a clean one: it is counted, and the application goes to a person.
"""

import unicodedata
from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.sources.pboc.accounts import Accounts
from integration_gateway.clients.sources.pboc.codes import (
    APPROVAL_REASONS,
    BAD_CLASSES,
    GOOD_CLASS,
    RECOVERED_PARTS,
    WATCHED,
    State,
    Unit,
    many,
)
from integration_gateway.clients.sources.pboc.history import WORST, History
from integration_gateway.clients.sources.pboc.summary import (
    counted,
    late_in_summary,
    public_records,
    revolving,
    unknown_public_records,
)
from integration_gateway.clients.wire import WrongSubject
from loan_contracts.facts import BureauFacts
from loan_contracts.money import months_later

_DOTS = dict.fromkeys(map(ord, "•・‧∙."), "·")  # within names of other peoples
LONGEST_MONTH = timedelta(days=31)
MILLIONTH = Decimal("0.000001")


def read_report_about(report: Unit, name: str, number: str) -> BureauFacts:
    """The figures of a report whose head names the person that was asked about; WrongSubject for any other."""
    head = report["PRH"]["PA01"]["PA01B"]
    if plain(head["PA01BQ01"]) != plain(name) or plain(head["PA01BI01"]) != plain(number):
        raise WrongSubject("a report about somebody else")
    return read_report(report)


def plain(text: str) -> str:
    """A name or number as it is compared: without spaces, and forms of letters and dots that differ by system."""
    return "".join(unicodedata.normalize("NFKC", text).split()).translate(_DOTS).upper()


def read_report(report: Unit) -> BureauFacts:
    """The figures that decisions rest on; ValueError or KeyError where the report is malformed.

    The summaries of credit (PCO) and of queries (PQO) belong to every report, and what a summary counts has to be
    there: a unit that is missing is a broken report and not a clean one (domain.md R-7.3).
    """
    report = {
        name: unit for name, unit in report.items() if unit not in (None, "")
    }  # an empty unit is one that is not there
    header = report["PRH"]["PA01"]
    reported_on = date.fromisoformat(header["PA01A"]["PA01AR01"][:10])
    # The report was made for us: what it calls by our code is what we know better ourselves.
    us = header.get("PA01B", {}).get("PA01BI02", "")
    summary = report["PCO"]
    accounts = Accounts(reported_on, us)
    for account in many(report.get("PDA", {}).get("PD01")):
        accounts.add(account)
    limit, used, cards = revolving(summary, accounts)
    queries = _Queries(report, reported_on, us)
    guarantees = _Guarantees(report)
    return BureauFacts(
        open_accounts=accounts.open,
        mortgage_accounts=accounts.housing,
        card_limit_minor=limit,
        card_used_minor=used,
        card_balance_minor=cards,
        revolving_utilisation=(Decimal(used) / limit).quantize(MILLIONTH, ROUND_HALF_EVEN) if limit else Decimal(0),
        monthly_debt_service_minor=accounts.dues,
        **_lateness(accounts.history, summary),
        **_bad_debts(accounts, summary),
        guarantee_balance_minor=guarantees.balance,
        bad_guarantees=guarantees.bad,
        doubtful_guarantees=guarantees.doubtful,
        **public_records(report),
        unknown_codes=accounts.unknown
        + accounts.history.unknown_codes
        + guarantees.unknown
        + unknown_public_records(report),
        queries_1m=queries.last_month,
        queries_3m=queries.count_since(months_later(reported_on, -3)),
        query_orgs_7d=queries.institutions_within(7),
        query_orgs_30d=queries.institutions_within(30),
        query_orgs_90d=queries.institutions_within(90),
        unsecured_exposure_minor=used + accounts.unsecured,
    )


def _lateness(history: History, summary: Unit) -> dict[str, int]:
    late = Counter(min(severity, 4) for severity in history.worst_by_month(24).values())
    summed_months, summed_worst = late_in_summary(summary)
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


def _bad_debts(accounts: "Accounts", summary: Unit) -> dict[str, int]:
    seen = accounts.seen
    return {
        "current_overdue_minor": accounts.overdue,
        "overdue_accounts": seen[State.OVERDUE],
        "bad_debts": max(seen[State.BAD_DEBT], counted(summary.get("PC02C"), "PC02CS01", "PC02CJ01")),
        "recovered_debts": max(
            accounts.recovered, counted(summary.get("PC02B"), "PC02BS01", "PC02BJ01", RECOVERED_PARTS)
        ),
        "recovered_debts_ended": accounts.recovered_ended,
        "bad_class_accounts": accounts.bad_class,
        "watched_accounts": accounts.watched,
        "enforced_accounts": seen[State.ENFORCED],
        "restricted_accounts": seen[State.RESTRICTED],
        "bad_transactions": accounts.bad_transactions,
        "eased_transactions": accounts.eased_transactions,
    }


class _Guarantees:
    """Others' loans that the person answers for (unit PCR), and what the summary says of them."""

    def __init__(self, report: Unit) -> None:
        self.balance = self.bad = self.doubtful = self.unknown = 0
        for entry in many(report.get("PCR", {}).get("PD03")):
            self._add(entry.get("PD03A", entry))
        summed = many(report["PCO"].get("PC02K"))
        parts = [part for block in summed for part in many(block.get("PC02KH", block))]
        self.balance = max(self.balance, sum(fen(part.get("PC02KJ02", 0)) for part in parts))

    def _add(self, guarantee: Unit) -> None:
        self.balance += fen(guarantee.get("PD03AJ02", 0))
        kind, status = guarantee.get("PD03AD05") or GOOD_CLASS, guarantee.get("PD03AD07") or "N"
        months = int(guarantee.get("PD03AS01") or 0)
        severity = WORST.get(status, 0)
        if kind in BAD_CLASSES or max(months, severity) >= 3:
            self.bad += 1
        elif kind == WATCHED or months or severity:
            self.doubtful += 1
        self.unknown += (kind not in BAD_CLASSES and kind not in (GOOD_CLASS, WATCHED)) + (status not in WORST)


class _Queries:
    """Queries for new credit by other institutions: their number, and the institutions behind them (F-01).

    A report tells days, not times: the day with which a window begins and that of the report itself count as a whole.
    """

    def __init__(self, report: Unit, reported_on: date, us: str) -> None:
        self._reported_on, self._us = reported_on, us
        summary = report["PQO"]["PC05"]["PC05B"]
        records = many(report.get("POQ", {}).get("PH01"))
        self._approvals = [
            (date.fromisoformat(record["PH010R01"]), record["PH010Q02"])
            for record in records
            if record["PH010Q03"] in APPROVAL_REASONS
        ]
        # The summary counts loans and cards alone; the records tell of guarantees and financing as well.
        summed = int(summary["PC05BS03"]) + int(summary["PC05BS04"])
        if summed > self.count_since(reported_on - LONGEST_MONTH):
            raise ValueError("more queries in the summary than among the records")
        self.last_month = max(summed, self.count_since(months_later(reported_on, -1)))

    def count_since(self, first: date) -> int:
        return sum(first <= day <= self._reported_on for day, _ in self._approvals)

    def institutions_within(self, days: int) -> int:
        """Without ourselves: who has applied with us is known to us, and counted where the rules are."""
        first = self._reported_on - timedelta(days=days)
        return len({who for day, who in self._approvals if first <= day <= self._reported_on} - {self._us})
