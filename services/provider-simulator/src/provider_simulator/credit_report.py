"""A second-generation credit report that says what given facts say (domain.md §7.1).

The facts are totals; the report has accounts. Accounts, dates and shares are made up so that they add up to the totals.
What a made-up account cannot carry is told as plainly as the format allows:
- debt service of a person without any open loan, as the last month of a settled one;
- a card limit without cards, and bad debts, in the summary alone;
- codes that nobody knows, as special transactions.
Late months lie where the counts, the longest run and the worst of twelve months want them (`late_months`).
Amounts are in whole yuan where the facts are; a real report knows no others.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from typing import Final
from zlib import crc32

import orjson

from loan_contracts.facts import BureauFacts
from provider_simulator.answers import CHINA
from provider_simulator.report_accounts import CARD, GOOD, LOAN, LOST, SETTLED, WATCHED, Account, accounts_of, shares
from provider_simulator.report_units import account_units, yuan

_FOR_A_LOAN, _LOOKING_AFTER = "02", "01"  # reasons of a query
_BANK, _CONSUMER_FINANCE = "11", "22"
_DRAWN_FROM = 9  # institutions, where the facts do not say how many
_AUTHORITY, _COURT = "示例税务局", "示例区人民法院"
_LOOKS_AFTER = 3  # accounts at most, that their lenders have looked after lately
_DIGITS_ONLY: Final = {ord(separator): None for separator in "-T:"}


@dataclass(frozen=True, slots=True)
class _Query:
    days_back: int
    lender: str


def rendered(facts: BureauFacts, name: str, number: str, at: datetime) -> bytes:
    """The report about a person as of a moment."""
    now = at.astimezone(CHINA)
    today = now.date()
    accounts, queries = accounts_of(facts), _queries(facts, number)
    report: dict[str, object] = {
        "PRH": _header(name, number, now),
        "PIM": {"PB01": {"PB01A": {"PB01AD01": "1" if int(number[16]) % 2 else "2", "PB01AD05": "CHN"}}},
        "PSM": {"PC01": {"PC010Q01": str(_score(facts)), "PC010Q02": ">50%"}},
        "PCO": _summary(facts, accounts),
        "PQO": {"PC05": {"PC05B": _query_summary(facts, accounts, queries)}},
        "PDA": {"PD01": account_units(accounts, today)},
        "PCR": {"PD03": _guarantees(facts)},
        "POT": {"PF01": [{"PF01A": {"PF01AQ01": _AUTHORITY}}] * facts.tax_arrears_records},
        "PCJ": {"PF02": [{"PF02A": {"PF02AQ01": _COURT}}] * facts.judgment_records},
        "PCE": {"PF03": [{"PF03A": {"PF03AQ01": _COURT}}] * facts.enforcement_records},
        "PAP": {"PF04": [{"PF04A": {"PF04AQ01": _AUTHORITY}}] * facts.penalty_records},
        "POQ": {"PH01": _query_units(queries, accounts, today)},
    }
    return orjson.dumps(report)


def _guarantees(facts: BureauFacts) -> list[dict[str, dict[str, str]]]:
    classes = [LOST] * facts.bad_guarantees + [WATCHED] * facts.doubtful_guarantees
    if facts.guarantee_balance_minor and not classes:
        classes = [GOOD]
    balances = shares(facts.guarantee_balance_minor, len(classes))
    return [
        {"PD03A": {"PD03AD03": "2", "PD03AJ02": yuan(balance), "PD03AD05": kind, "PD03AS01": "0"}}
        for kind, balance in zip(classes, balances, strict=True)
    ]


def _header(name: str, number: str, now: datetime) -> dict[str, object]:
    return {
        "PA01": {
            "PA01A": {"PA01AI01": _report_number(now, number), "PA01AR01": now.isoformat()[:19]},
            "PA01B": {
                "PA01BQ01": name,
                "PA01BD01": "10",
                "PA01BI01": number,
                "PA01BI02": "99DEMO",
                "PA01BD02": "02",
            },
            "PA01E": {"PA01ES01": "0"},
        }
    }


def _report_number(now: datetime, number: str) -> str:
    digits = now.isoformat()[:19].translate(_DIGITS_ONLY)
    return f"{digits}99{number[14:17]}"


def _summary(facts: BureauFacts, accounts: list[Account]) -> dict[str, object]:
    loans = [account for account in accounts if account.kind == LOAN and account.state != SETTLED]
    cards = [account for account in accounts if account.kind == CARD]
    summary: dict[str, object] = {
        "PC02D": {"PC02DH": _late_by_kind(accounts)},
        "PC02E": {
            "PC02ES01": str(min(len(loans), 9)),
            "PC02ES02": str(len(loans)),
            "PC02EJ01": yuan(sum(account.granted for account in loans)),
            "PC02EJ02": yuan(sum(account.balance for account in loans)),
            "PC02EJ03": yuan(sum(account.due for account in loans)),
        },
    }
    summary["PC02H"] = {
        "PC02HS01": str(min(len(cards), 9)),
        "PC02HS02": str(len(cards)),
        "PC02HJ01": yuan(facts.card_limit_minor),
        "PC02HJ02": yuan(max((card.limit for card in cards), default=0)),
        "PC02HJ03": yuan(min((card.limit for card in cards), default=0)),
        "PC02HJ04": yuan(facts.card_used_minor),
        "PC02HJ05": yuan(facts.card_used_minor),
    }
    if facts.bad_debts:
        summary["PC02C"] = {"PC02CS01": str(facts.bad_debts), "PC02CJ01": "0"}
    if facts.recovered_debts:
        summary["PC02B"] = {"PC02BS01": str(facts.recovered_debts), "PC02BJ01": "0", "PC02BS02": "1"}
    return summary


def _late_by_kind(accounts: list[Account]) -> list[dict[str, str]]:
    by_kind: dict[str, list[Account]] = {}
    for account in accounts:
        if account.statuses.strip("N#") or account.older.strip("N"):
            by_kind.setdefault(account.kind, []).append(account)
    return [
        {
            "PC02DD01": kind,
            "PC02DS02": str(len(late)),
            "PC02DS03": str(sum(status.isdigit() for each in late for status in each.statuses + each.older)),
            "PC02DJ01": yuan(max(account.overdue or account.due for account in late)),
            "PC02DS04": max(status for each in late for status in each.statuses + each.older if status.isdigit()),
        }
        for kind, late in by_kind.items()
    ]


def _query_summary(facts: BureauFacts, accounts: list[Account], queries: list[_Query]) -> dict[str, str]:
    return {
        "PC05BS01": str(len({query.lender for query in queries[: facts.queries_1m]})),
        "PC05BS02": "0",
        "PC05BS03": str(facts.queries_1m),
        "PC05BS04": "0",
        "PC05BS05": "0",
        "PC05BS06": str(min(len(accounts), _LOOKS_AFTER)),
        "PC05BS07": "0",
        "PC05BS08": "0",
    }


def _queries(facts: BureauFacts, number: str) -> list[_Query]:
    """Queries for new credit, the last month's first. Where the facts tell no institutions, the number draws them.

    The last month's lie 1 to 25 days back, the others 35 to 79: three months have 89 days at least. Each institution
    that is told is new once, as late as the facts say, and asks again where there are more queries than institutions.
    """
    recent, earlier = facts.queries_1m, max(facts.queries_3m - facts.queries_1m, 0)
    week, month, quarter = facts.query_orgs_7d, facts.query_orgs_30d, facts.query_orgs_90d
    if not (recent or earlier or week or month or quarter):
        return []
    lot = crc32(number.encode())
    if not (week or month or quarter):
        days = [*islice(cycle(range(1, 26)), recent), *islice(cycle(range(35, 80)), earlier)]
        return [_Query(back, _lender(crc32(b"%d" % turn, lot) % _DRAWN_FROM)) for turn, back in enumerate(days)]
    if not (week <= month <= min(quarter, recent) and quarter - month <= earlier) or (recent and not month):
        raise ValueError("queries and the institutions behind them do not go together")
    told = [(1 + turn % 6, turn) for turn in range(week)]
    told += [(8 + turn % 18, turn if turn < month else turn % month) for turn in range(week, recent)]
    told += [(35 + turn % 45, month + turn if month + turn < quarter else turn % quarter) for turn in range(earlier)]
    return [_Query(back, _lender(lot % 1_000 + which)) for back, which in told]


def _lender(number: int) -> str:
    return f"CFC{number}" if number % 4 == 3 else f"BANK{number}"


def _query_units(queries: list[_Query], accounts: list[Account], today: date) -> list[dict[str, str]]:
    # Lenders who look after their running accounts (01) are told too; they are not applications.
    asked = [(query.days_back, query.lender, _FOR_A_LOAN) for query in queries]
    asked += [(10 + turn, f"BANK{turn}", _LOOKING_AFTER) for turn in range(1, 1 + min(len(accounts), _LOOKS_AFTER))]
    return [
        {
            "PH010R01": (today - timedelta(days=back)).isoformat(),
            "PH010D01": _CONSUMER_FINANCE if lender.startswith("CFC") else _BANK,
            "PH010Q02": lender,
            "PH010Q03": reason,
        }
        for back, lender, reason in asked
    ]


def _score(facts: BureauFacts) -> int:
    """Only to fill the format: no rule reads the bureau's own score."""
    late = facts.late_1_24m + 2 * facts.late_2_24m + 3 * facts.late_3_24m + 4 * facts.late_4plus_24m
    return max(300, 760 - 15 * late)
