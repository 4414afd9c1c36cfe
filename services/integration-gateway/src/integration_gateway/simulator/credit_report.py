"""A second-generation credit report that says what given facts say (domain.md §7.1).

The facts are totals; the report has accounts. Accounts, dates and shares are made up so that they add up to the totals.
What a made-up account cannot carry is told as plainly as the format allows:
- debt service of a person without any open account, as the last month of a settled loan;
- a card limit without cards, in the summary alone;
- debt service of a person whose only account is revolving, as the dues of a revolving loan.
Amounts are in whole yuan where the facts are; a real report knows no others.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import cycle, islice
from typing import Any, Final
from zlib import crc32

import orjson

from integration_gateway.simulator.answers import CHINA
from loan_contracts.facts import BureauFacts
from loan_contracts.money import months_later

MONTHS: Final = 24

_LOAN, _REVOLVING, _CARD, _RECOVERED = "D1", "R1", "R2", "C1"
_HOUSING, _CONSUMER, _REVOLVING_USE, _CARD_USE = "11", "91", "91", "81"
_MORTGAGED, _GUARANTEED, _UNSECURED = "2", "3", "4"
_NORMAL, _OVERDUE, _SETTLED = "1", "2", "3"
_MONTHS_LEFT = 60
_FOR_A_LOAN, _LOOKING_AFTER = "02", "01"  # reasons of a query
_BANK, _CONSUMER_FINANCE = "11", "22"
_DRAWN_FROM = 9  # institutions, where the facts do not say how many
_LOOKS_AFTER = 3  # accounts at most, that their lenders have looked after lately
_DIGITS_ONLY: Final = {ord(separator): None for separator in "-T:"}
_CLEAN: Final = "N" * MONTHS
_STRIDE = 7  # coprime to 24: late months are scattered over the two years, each at most once an account


@dataclass(slots=True)
class _Account:
    kind: str
    use: str
    security: str
    state: str = _NORMAL
    due: int = 0
    balance: int = 0
    limit: int = 0
    used: int = 0
    overdue: int = 0
    statuses: str = _CLEAN  # oldest first

    @property
    def granted(self) -> int:
        """Of a loan: what is left of it, or what its dues would repay."""
        return self.balance or self.due * _MONTHS_LEFT


@dataclass(frozen=True, slots=True)
class _Query:
    days_back: int
    lender: str


def rendered(facts: BureauFacts, name: str, number: str, at: datetime) -> bytes:
    """The report about a person as of a moment."""
    now = at.astimezone(CHINA)
    today = now.date()
    accounts, queries = _accounts(facts), _queries(facts, number)
    report: dict[str, Any] = {
        "PRH": _header(name, number, now),
        "PIM": {"PB01": {"PB01A": {"PB01AD01": "1" if int(number[16]) % 2 else "2", "PB01AD05": "CHN"}}},
        "PSM": {"PC01": {"PC010Q01": str(_score(facts)), "PC010Q02": ">50%"}},
        "PCO": _summary(facts, accounts),
        "PQO": {"PC05": {"PC05B": _query_summary(facts, accounts, queries)}},
        "PDA": {"PD01": _account_units(accounts, today)},
        "POQ": {"PH01": _query_units(queries, accounts, today)},
    }
    return orjson.dumps(report)


def _accounts(facts: BureauFacts) -> list[_Account]:
    housing = facts.mortgage_accounts
    others = facts.open_accounts - housing
    if others < 0:
        raise ValueError("more housing loans than open accounts")
    unsecured = facts.unsecured_exposure_minor - facts.card_used_minor
    if unsecured < 0:
        raise ValueError("less unsecured exposure than is drawn on cards")
    loans = others // 3
    if not loans and (unsecured or (facts.monthly_debt_service_minor and not housing and others > 1)):
        loans = min(others, 1)
    lone_revolving = others == 1 and not loans and not housing and facts.monthly_debt_service_minor > 0
    accounts = [_Account(_LOAN, _HOUSING, _MORTGAGED) for _ in range(housing)]
    accounts += [_Account(_LOAN, _CONSUMER, _UNSECURED if unsecured else _GUARANTEED) for _ in range(loans)]
    revolving = [
        _Account(*((_REVOLVING, _REVOLVING_USE) if lone_revolving else (_CARD, _CARD_USE)), _UNSECURED)
        for _ in range(others - loans)
    ]
    accounts += revolving
    for account, limit, used in zip(
        revolving,
        _shares(facts.card_limit_minor, len(revolving)),
        _shares(facts.card_used_minor, len(revolving)),
        strict=True,
    ):
        account.limit, account.used = limit, used
    _place_history(facts, accounts)
    _place_dues(facts, accounts)
    _place_unsecured(unsecured, accounts)
    return accounts


def _place_history(facts: BureauFacts, accounts: list[_Account]) -> None:
    late = "4" * facts.late_4plus_24m + "3" * facts.late_3_24m + "2" * facts.late_2_24m + "1" * facts.late_1_24m
    while len(late) > MONTHS * len(accounts):
        accounts.append(_Account(_LOAN, _CONSUMER, _GUARANTEED, state=_SETTLED))
    if facts.current_overdue_minor:
        if not accounts:
            accounts.append(_Account(_RECOVERED, _CONSUMER, _GUARANTEED))
        accounts[0].overdue = facts.current_overdue_minor
        accounts[0].state = _OVERDUE if accounts[0].state == _NORMAL else accounts[0].state
    for position, account in enumerate(accounts[: len(late)]):
        months = ["N"] * MONTHS
        for turn, status in enumerate(late[position :: len(accounts)]):
            months[(3 + turn * _STRIDE) % MONTHS] = status
        account.statuses = "".join(months)


def _place_dues(facts: BureauFacts, accounts: list[_Account]) -> None:
    dues = facts.monthly_debt_service_minor
    if not dues:
        return
    payers = [account for account in accounts if account.kind in (_LOAN, _REVOLVING)]
    payers = [account for account in payers if account.state != _SETTLED] or payers
    if not payers:
        # Cards alone would have to carry it, but dues of cards are not debt service in this format's reading.
        payers = [_Account(_LOAN, _CONSUMER, _GUARANTEED, state=_SETTLED)]
        accounts += payers
    for account, due in zip(payers, _shares(dues, len(payers)), strict=True):
        account.due = due
        if account.state != _SETTLED and account.security != _UNSECURED:
            account.balance = due * _MONTHS_LEFT


def _place_unsecured(unsecured: int, accounts: list[_Account]) -> None:
    if not unsecured:
        return
    borrowed = [account for account in accounts if account.kind == _LOAN and account.security == _UNSECURED]
    if not borrowed:
        raise ValueError("unsecured exposure beyond cards needs an open account besides housing loans")
    for account, balance in zip(borrowed, _shares(unsecured, len(borrowed)), strict=True):
        account.balance = balance


def _shares(total: int, parts: int) -> list[int]:
    """Whole yuan for each part, the rest for the first; a total of no parts is told in the summary alone."""
    if not parts:
        return []
    share = total // parts // 100 * 100
    return [total - share * (parts - 1), *([share] * (parts - 1))]


def _account_units(accounts: list[_Account], today: date) -> orjson.Fragment:
    month, day = today.replace(day=1), today.isoformat()
    return orjson.Fragment(f"[{','.join(_account_unit(at, each, month, day) for at, each in enumerate(accounts, 1))}]")


def _account_unit(index: int, account: _Account, month: date, today: str) -> str:
    # Text from text: a report has up to sixty of these, and no part can hold a character that needs an escape.
    state = _NORMAL if account.kind == _CARD else account.state  # an overdue card stays a normal one
    balance = _yuan(account.used if account.kind == _CARD else account.balance + account.used)
    due = _yuan(account.due)
    if account.kind == _LOAN:
        granted = f'"PD01AJ01":"{_yuan(account.granted)}","PD01AD05":"11"'
    else:
        granted = f'"PD01AJ02":"{_yuan(account.limit)}"'
    return (
        f'{{"PD01A":{{"PD01AI01":"{index}","PD01AD01":"{account.kind}","PD01AD02":"11","PD01AI02":"BANK{index % 9}",'
        f'"PD01AD03":"{account.use}","PD01AR01":"{_opened(month, index)}","PD01AD04":"CNY",'
        f'"PD01AD07":"{account.security}",{granted}}},'
        f'"PD01B":{{"PD01BD01":"{state}","PD01BJ01":"{balance}","PD01BD03":"1","PD01BR03":"{today}"}},'
        f'"PD01C":{{"PD01CR01":"{today[:7]}","PD01CD01":"{state}","PD01CJ01":"{balance}",'
        f'"PD01CJ02":"{_yuan(account.used)}","PD01CJ04":"{due}","PD01CJ05":"{due}",'
        f'"PD01CS02":"{1 if account.overdue else 0}","PD01CJ06":"{_yuan(account.overdue)}"}},'
        f'"PD01D":{_history(month, account.statuses)}}}'
    )


@lru_cache(maxsize=256)
def _opened(month: date, index: int) -> str:
    return months_later(month, -36 - index).isoformat()


@lru_cache(maxsize=4_096)
def _history(last_month: date, statuses: str) -> str:
    """The 24 months up to the last one. Most accounts share a history without a late payment: one text for all."""
    months = [months_later(last_month, back - MONTHS + 1).isoformat()[:7] for back in range(MONTHS)]
    return orjson.dumps(
        {
            "PD01DR01": months[0],
            "PD01DR02": months[-1],
            "PD01DH": [{"PD01DR03": month, "PD01DD01": status} for month, status in zip(months, statuses, strict=True)],
        }
    ).decode()


def _header(name: str, number: str, now: datetime) -> dict[str, Any]:
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


def _summary(facts: BureauFacts, accounts: list[_Account]) -> dict[str, Any]:
    loans = [account for account in accounts if account.kind == _LOAN and account.state != _SETTLED]
    cards = [account for account in accounts if account.kind == _CARD]
    summary: dict[str, Any] = {
        "PC02D": {"PC02DH": _late_by_kind(accounts)},
        "PC02E": {
            "PC02ES01": str(min(len(loans), 9)),
            "PC02ES02": str(len(loans)),
            "PC02EJ01": _yuan(sum(account.granted for account in loans)),
            "PC02EJ02": _yuan(sum(account.balance for account in loans)),
            "PC02EJ03": _yuan(sum(account.due for account in loans)),
        },
    }
    if any(account.kind == _REVOLVING for account in accounts):
        summary["PC02G"] = {
            "PC02GS01": "1",
            "PC02GS02": "1",
            "PC02GJ01": _yuan(facts.card_limit_minor),
            "PC02GJ02": _yuan(facts.card_used_minor),
            "PC02GJ03": _yuan(facts.monthly_debt_service_minor),
        }
    else:
        summary["PC02H"] = {
            "PC02HS01": str(min(len(cards), 9)),
            "PC02HS02": str(len(cards)),
            "PC02HJ01": _yuan(facts.card_limit_minor),
            "PC02HJ02": _yuan(max((card.limit for card in cards), default=0)),
            "PC02HJ03": _yuan(min((card.limit for card in cards), default=0)),
            "PC02HJ04": _yuan(facts.card_used_minor),
            "PC02HJ05": _yuan(facts.card_used_minor),
        }
    return summary


def _late_by_kind(accounts: list[_Account]) -> list[dict[str, str]]:
    by_kind: dict[str, list[_Account]] = {}
    for account in accounts:
        if account.statuses != _CLEAN:
            by_kind.setdefault(account.kind, []).append(account)
    return [
        {
            "PC02DD01": kind,
            "PC02DS02": str(len(late)),
            "PC02DS03": str(sum(MONTHS - account.statuses.count("N") for account in late)),
            "PC02DJ01": _yuan(max(account.overdue or account.due for account in late)),
            "PC02DS04": max(status for account in late for status in account.statuses if status != "N"),
        }
        for kind, late in by_kind.items()
    ]


def _query_summary(facts: BureauFacts, accounts: list[_Account], queries: list[_Query]) -> dict[str, str]:
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


def _query_units(queries: list[_Query], accounts: list[_Account], today: date) -> list[dict[str, str]]:
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


def _yuan(minor: int) -> str:
    if not minor:
        return "0"
    yuan, fen = divmod(minor, 100)
    return f"{yuan}.{fen:02d}" if fen else str(yuan)
