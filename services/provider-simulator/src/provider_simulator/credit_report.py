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
from functools import lru_cache
from itertools import cycle, islice
from typing import Any, Final
from zlib import crc32

import orjson

from loan_contracts.facts import BureauFacts
from loan_contracts.money import months_later
from provider_simulator.answers import CHINA
from provider_simulator.payment_history import CLEAN as _CLEAN
from provider_simulator.payment_history import MONTHS, late_months

_LOAN, _CARD, _RECOVERED = "D1", "R2", "C1"
_HOUSING, _CONSUMER, _CARD_USE = "11", "91", "81"
_MORTGAGED, _GUARANTEED, _UNSECURED = "2", "3", "4"
_NORMAL, _OVERDUE, _SETTLED = "1", "2", "3"
_RUNNING, _ENDED = "1", "2"  # of a debt that is recovered
_SHORT_OF_COLLATERAL, _FROZEN, _ENFORCED = "6", "2", "8"
_BY_GUARANTOR, _EXTENDED, _NO_SUCH = "2", "1", "99"  # special transactions
_GOOD, _WATCHED, _LOST = "1", "2", "5"  # classes
_MONTHS_LEFT = 60
_FOR_A_LOAN, _LOOKING_AFTER = "02", "01"  # reasons of a query
_BANK, _CONSUMER_FINANCE = "11", "22"
_DRAWN_FROM = 9  # institutions, where the facts do not say how many
_AUTHORITY, _COURT = "示例税务局", "示例区人民法院"
_LOOKS_AFTER = 3  # accounts at most, that their lenders have looked after lately
_DIGITS_ONLY: Final = {ord(separator): None for separator in "-T:"}


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
    is_overdue: bool = False
    overdue: int = 0
    class_: str = _GOOD
    transactions: str = ""  # their codes, joined by commas
    statuses: str = _CLEAN  # oldest first
    older: str = ""  # the same of the 36 months before them

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
        "PCR": {"PD03": _guarantees(facts)},
        "POT": {"PF01": [{"PF01A": {"PF01AQ01": _AUTHORITY}}] * facts.tax_arrears_records},
        "PCJ": {"PF02": [{"PF02A": {"PF02AQ01": _COURT}}] * facts.judgment_records},
        "PCE": {"PF03": [{"PF03A": {"PF03AQ01": _COURT}}] * facts.enforcement_records},
        "PAP": {"PF04": [{"PF04A": {"PF04AQ01": _AUTHORITY}}] * facts.penalty_records},
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
    accounts = [_Account(_LOAN, _HOUSING, _MORTGAGED) for _ in range(housing)]
    accounts += [_Account(_LOAN, _CONSUMER, _UNSECURED if unsecured else _GUARANTEED) for _ in range(loans)]
    cards = [_Account(_CARD, _CARD_USE, _UNSECURED) for _ in range(others - loans)]
    accounts += cards
    for account, limit, used in zip(
        cards,
        _shares(facts.card_limit_minor, len(cards)),
        _shares(facts.card_used_minor, len(cards)),
        strict=True,
    ):
        account.limit, account.used = limit, used
    _place_states(facts, accounts)
    _place_dues(facts, accounts)
    _place_unsecured(unsecured, accounts)
    accounts += [_Account(_RECOVERED, _CONSUMER, _GUARANTEED, state=_RUNNING) for _ in range(facts.recovered_debts)]
    accounts += [_Account(_RECOVERED, _CONSUMER, _GUARANTEED, state=_ENDED) for _ in range(facts.recovered_debts_ended)]
    _place_history(facts, accounts)
    return accounts


def _place_states(facts: BureauFacts, accounts: list[_Account]) -> None:
    """Overdue and badly classed accounts from the first on, restricted and enforced ones from the last back."""
    overdue = max(facts.overdue_accounts, facts.current_overdue_minor > 0)
    classed = facts.bad_class_accounts + facts.watched_accounts
    stopped = facts.restricted_accounts + facts.enforced_accounts
    if max(overdue, classed, stopped) > len(accounts):
        raise ValueError("more accounts in a bad state than there are open ones")
    for account in accounts[:overdue]:
        account.is_overdue = True
        account.state = _OVERDUE if account.kind == _LOAN else _NORMAL
    if overdue:
        accounts[0].overdue = facts.current_overdue_minor
    for position, account in enumerate(accounts[:classed]):
        account.class_ = _LOST if position < facts.bad_class_accounts else _WATCHED
    for position, account in enumerate(reversed(accounts)):
        if position < facts.enforced_accounts:
            account.state = _ENFORCED
        elif position < stopped:
            account.state = _SHORT_OF_COLLATERAL if account.kind == _LOAN else _FROZEN


def _place_history(facts: BureauFacts, accounts: list[_Account]) -> None:
    transactions = [_BY_GUARANTOR] * facts.bad_transactions + [_EXTENDED] * facts.eased_transactions
    transactions += [_NO_SUCH] * (facts.unknown_codes or 0)
    statuses, older = late_months(facts)
    if not accounts and (transactions or statuses != _CLEAN or older.strip("N")):
        accounts.append(_Account(_LOAN, _CONSUMER, _GUARANTEED, state=_SETTLED))
    if not accounts:
        return
    accounts[0].transactions = ",".join(transactions)
    accounts[0].older = older
    late = [at for at, status in enumerate(statuses) if status != "N"]
    for position, account in enumerate(accounts[: len(late)]):
        months = ["N"] * MONTHS
        for at in late[position :: len(accounts)]:
            months[at] = statuses[at]
        account.statuses = "".join(months)


def _place_dues(facts: BureauFacts, accounts: list[_Account]) -> None:
    dues = facts.monthly_debt_service_minor
    if not dues:
        return
    payers = [account for account in accounts if account.kind == _LOAN]
    if not payers:
        # Cards alone would have to carry it, but dues of cards are not told as those of loans.
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
    state, class_ = account.state, account.class_
    balance = _yuan(account.used if account.kind == _CARD else account.balance)
    due = _yuan(account.due)
    if account.kind == _LOAN:
        granted = f'"PD01AJ01":"{_yuan(account.granted)}","PD01AD05":"11"'
    else:
        granted = f'"PD01AJ02":"{_yuan(account.limit)}"'
    more = f',"PD01E":{_older_history(month, account.older)}' if account.older else ""
    if account.transactions:
        more += f',"PD01F":{_transactions(account.transactions, today)}'
    return (
        f'{{"PD01A":{{"PD01AI01":"{index}","PD01AD01":"{account.kind}","PD01AD02":"11","PD01AI02":"BANK{index % 9}",'
        f'"PD01AD03":"{account.use}","PD01AR01":"{_opened(month, index)}","PD01AD04":"CNY",'
        f'"PD01AD07":"{account.security}",{granted}}},'
        f'"PD01B":{{"PD01BD01":"{state}","PD01BJ01":"{balance}","PD01BD03":"{class_}","PD01BR03":"{today}"}},'
        f'"PD01C":{{"PD01CR01":"{today[:7]}","PD01CD01":"{state}","PD01CJ01":"{balance}",'
        f'"PD01CJ02":"{_yuan(account.used)}","PD01CJ04":"{due}","PD01CJ05":"{due}",'
        f'"PD01CS02":"{int(account.is_overdue)}","PD01CJ06":"{_yuan(account.overdue)}"}},'
        f'"PD01D":{_history(month, account.statuses)}{more}}}'
    )


def _transactions(codes: str, today: str) -> str:
    told = [{"PD01FD01": code, "PD01FR01": today, "PD01FS02": "0", "PD01FJ01": "0"} for code in codes.split(",")]
    return orjson.dumps({"PD01FS01": str(len(told)), "PD01FH": told}).decode()


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


def _older_history(last_month: date, statuses: str) -> str:
    """The late ones of the 36 months before the last 24."""
    months = [
        months_later(last_month, back - MONTHS - len(statuses) + 1).isoformat()[:7] for back in range(len(statuses))
    ]
    late = [
        {"PD01ER03": month, "PD01ED01": status, "PD01EJ01": "100"}
        for month, status in zip(months, statuses, strict=True)
        if status != "N"
    ]
    return orjson.dumps(
        {"PD01ER01": months[0], "PD01ER02": months[-1], "PD01ES01": str(len(late)), "PD01EH": late}
    ).decode()


def _guarantees(facts: BureauFacts) -> list[dict[str, dict[str, str]]]:
    classes = [_LOST] * facts.bad_guarantees + [_WATCHED] * facts.doubtful_guarantees
    if facts.guarantee_balance_minor and not classes:
        classes = [_GOOD]
    balances = _shares(facts.guarantee_balance_minor, len(classes))
    return [
        {"PD03A": {"PD03AD03": "2", "PD03AJ02": _yuan(balance), "PD03AD05": kind, "PD03AS01": "0"}}
        for kind, balance in zip(classes, balances, strict=True)
    ]


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
    summary["PC02H"] = {
        "PC02HS01": str(min(len(cards), 9)),
        "PC02HS02": str(len(cards)),
        "PC02HJ01": _yuan(facts.card_limit_minor),
        "PC02HJ02": _yuan(max((card.limit for card in cards), default=0)),
        "PC02HJ03": _yuan(min((card.limit for card in cards), default=0)),
        "PC02HJ04": _yuan(facts.card_used_minor),
        "PC02HJ05": _yuan(facts.card_used_minor),
    }
    if facts.bad_debts:
        summary["PC02C"] = {"PC02CS01": str(facts.bad_debts), "PC02CJ01": "0"}
    if facts.recovered_debts:
        summary["PC02B"] = {"PC02BS01": str(facts.recovered_debts), "PC02BJ01": "0", "PC02BS02": "1"}
    return summary


def _late_by_kind(accounts: list[_Account]) -> list[dict[str, str]]:
    by_kind: dict[str, list[_Account]] = {}
    for account in accounts:
        if account.statuses.strip("N#") or account.older.strip("N"):
            by_kind.setdefault(account.kind, []).append(account)
    return [
        {
            "PC02DD01": kind,
            "PC02DS02": str(len(late)),
            "PC02DS03": str(sum(status.isdigit() for each in late for status in each.statuses + each.older)),
            "PC02DJ01": _yuan(max(account.overdue or account.due for account in late)),
            "PC02DS04": max(status for each in late for status in each.statuses + each.older if status.isdigit()),
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
