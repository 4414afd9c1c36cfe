"""The accounts of a credit report as its units tell them (PDA)."""

from datetime import date
from functools import lru_cache

import orjson

from loan_contracts.money import months_later
from provider_simulator.payment_history import MONTHS
from provider_simulator.report_accounts import CARD, LOAN, Account


def account_units(accounts: list[Account], today: date) -> orjson.Fragment:
    """The units of all accounts, as JSON."""
    month, day = today.replace(day=1), today.isoformat()
    return orjson.Fragment(f"[{','.join(_account_unit(at, each, month, day) for at, each in enumerate(accounts, 1))}]")


def _account_unit(index: int, account: Account, month: date, today: str) -> str:
    # Text from text: a report has up to sixty of these, and no part can hold a character that needs an escape.
    state, class_ = account.state, account.class_
    balance = yuan(account.used if account.kind == CARD else account.balance)
    due = yuan(account.due)
    if account.kind == LOAN:
        granted = f'"PD01AJ01":"{yuan(account.granted)}","PD01AD05":"11"'
    else:
        granted = f'"PD01AJ02":"{yuan(account.limit)}"'
    more = f',"PD01E":{_older_history(month, account.older)}' if account.older else ""
    if account.transactions:
        more += f',"PD01F":{_transactions(account.transactions, today)}'
    return (
        f'{{"PD01A":{{"PD01AI01":"{index}","PD01AD01":"{account.kind}","PD01AD02":"11","PD01AI02":"BANK{index % 9}",'
        f'"PD01AD03":"{account.use}","PD01AR01":"{_opened(month, index)}","PD01AD04":"CNY",'
        f'"PD01AD07":"{account.security}",{granted}}},'
        f'"PD01B":{{"PD01BD01":"{state}","PD01BJ01":"{balance}","PD01BD03":"{class_}","PD01BR03":"{today}"}},'
        f'"PD01C":{{"PD01CR01":"{today[:7]}","PD01CD01":"{state}","PD01CJ01":"{balance}",'
        f'"PD01CJ02":"{yuan(account.used)}","PD01CJ04":"{due}","PD01CJ05":"{due}",'
        f'"PD01CS02":"{int(account.is_overdue)}","PD01CJ06":"{yuan(account.overdue)}"}},'
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


def yuan(minor: int) -> str:
    """An amount as the report writes it."""
    if not minor:
        return "0"
    yuan, fen = divmod(minor, 100)
    return f"{yuan}.{fen:02d}" if fen else str(yuan)
