"""How a portfolio stands, read from the service's own doors: balances, arrears, income, and books that balance."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Group
from rich.table import Table

from loan_contracts.message import JsonObject
from loan_replay.api import Api
from loan_replay.life.living import SERVICE, Lived

NON_PERFORMING_AFTER = 90  # days past due
PAGE, AT_ONCE = 200, 16
CLASSES = {
    "NORMAL": "正常 normal",
    "SPECIAL_MENTION": "关注 special mention",
    "SUBSTANDARD": "次级 substandard",
    "DOUBTFUL": "可疑 doubtful",
    "LOSS": "损失 loss",
}


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Every loan of the lender as it stands, the class and expected loss of those that run, the trial balance of the
    last closed day, and whether books and loans agreed on it."""

    loans: list[JsonObject]
    classes: dict[str, JsonObject]
    trial_balance: JsonObject
    reconciliation: JsonObject
    lived: dict[str, Lived] = field(default_factory=dict)

    @property
    def running(self) -> list[JsonObject]:
        """Those whose principal is out."""
        return [each for each in self.loans if running(each)]

    @property
    def balance_minor(self) -> int:
        """The principal that is out."""
        return sum(each["outstanding_principal_minor"] for each in self.running)

    @property
    def bad(self) -> list[JsonObject]:
        """Those more than 90 days past due."""
        return [each for each in self.running if each["dpd"] > NON_PERFORMING_AFTER]

    @property
    def balances(self) -> bool:
        """Whether debits are credits, and the books of loans are the ledger's."""
        both = self.trial_balance["debit_minor"] == self.trial_balance["credit_minor"]
        return bool(both and self.reconciliation["agrees"])


def running(loan: JsonObject) -> bool:
    """Whether the principal of a loan is out."""
    return bool(loan["value_date"] and loan["outstanding_principal_minor"])


async def portfolio(staff: Api, lived: Sequence[Lived]) -> Portfolio:
    """Reads it. `staff` may read loans and the ledger."""
    loans: list[JsonObject] = []
    cursor = None
    while True:
        page = await staff.get(SERVICE, "/v1/loans", limit=PAGE, cursor=cursor)
        loans += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    slots = asyncio.Semaphore(AT_ONCE)

    async def standing(id: str) -> tuple[str, JsonObject]:
        async with slots:
            return id, await staff.get(SERVICE, f"/v1/loans/{id}/classification")

    classes = dict(await asyncio.gather(*(standing(each["id"]) for each in loans if running(each))))
    trial_balance = await staff.get(SERVICE, "/v1/trial-balance")
    reconciliation = await staff.get(SERVICE, f"/v1/reconciliations/{trial_balance['business_date']}")
    return Portfolio(loans, classes, trial_balance, reconciliation, {each.loan_id: each for each in lived})


def summary(p: Portfolio) -> JsonObject:
    """The figures, for a file."""
    buckets: JsonObject = {}
    for each in p.running:
        line = buckets.setdefault(each["bucket"], {"loans": 0, "balance_minor": 0})
        line["loans"] += 1
        line["balance_minor"] += each["outstanding_principal_minor"]
    classes: JsonObject = {name: {"loans": 0, "balance_minor": 0, "expected_loss_minor": 0} for name in CLASSES}
    for each in p.running:
        stands = p.classes[each["id"]]
        line = classes[stands["risk_class"]]
        line["loans"] += 1
        line["balance_minor"] += each["outstanding_principal_minor"]
        line["expected_loss_minor"] += (stands["expected_loss"] or {"loss_minor": 0})["loss_minor"]
    bad = {each["id"] for each in p.bad}
    defaulters = {id for id, each in p.lived.items() if each.borrower.defaulted}
    return {
        "business_date": p.trial_balance["business_date"],
        "loans": len(p.loans),
        "running": len(p.running),
        "settled": sum(each["status"] == "SETTLED" for each in p.loans),
        "balance_minor": p.balance_minor,
        "buckets": dict(sorted(buckets.items())),
        "classes": classes,
        "expected_loss_minor": sum(line["expected_loss_minor"] for line in classes.values()),
        "non_performing_minor": sum(each["outstanding_principal_minor"] for each in p.bad),
        "income_minor": {
            line["account"]: line["credit_minor"] - line["debit_minor"]
            for line in p.trial_balance["lines"]
            if line["kind"] == "INCOME"
        },
        "debit_minor": p.trial_balance["debit_minor"],
        "credit_minor": p.trial_balance["credit_minor"],
        "balances": p.balances,
        "defaulters": {"loans": len(defaulters), "non_performing": len(defaulters & bad)},
    }


def shown(p: Portfolio) -> Group:
    """The figures, for people."""
    s = summary(p)
    return Group(_standing(s), _classes(s), _books(p), _words(s))


def _standing(s: JsonObject) -> Table:
    table = Table(title=f"The portfolio on {s['business_date']}", title_justify="left", show_footer=True)
    balance = s["balance_minor"]
    table.add_column("days past due", footer="in all")
    table.add_column("loans", justify="right", footer=f"{s['running']:,}")
    table.add_column("balance ¥", justify="right", footer=_yuan(balance))
    table.add_column("share", justify="right", footer="" if not balance else "100.0%")
    for bucket, line in s["buckets"].items():
        share = f"{line['balance_minor'] / balance:.1%}" if balance else ""
        table.add_row(bucket, f"{line['loans']:,}", _yuan(line["balance_minor"]), share)
    return table


def _classes(s: JsonObject) -> Table:
    table = Table(title="Five classes and expected loss", title_justify="left", show_footer=True)
    table.add_column("class", footer="in all")
    table.add_column("loans", justify="right", footer=f"{s['running']:,}")
    table.add_column("balance ¥", justify="right", footer=_yuan(s["balance_minor"]))
    table.add_column("expected loss ¥", justify="right", footer=_yuan(s["expected_loss_minor"]))
    for name, line in s["classes"].items():
        loss = _yuan(line["expected_loss_minor"])
        table.add_row(CLASSES[name], f"{line['loans']:,}", _yuan(line["balance_minor"]), loss)
    return table


def _words(s: JsonObject) -> str:
    known, balance, bad = s["defaulters"], s["balance_minor"], s["non_performing_minor"]
    loss = s["expected_loss_minor"]
    return (
        f"{s['loans']:,} loans, {s['settled']:,} of them settled. Income ¥ {_yuan(sum(s['income_minor'].values()))}."
        f" Non-performing {_share(bad, balance)} of the balance; expected loss {_share(loss, balance)} of it, and"
        f" {_share(loss, bad)} of what is non-performing.\n"
        f"{known['non_performing']} of the {known['loans']} borrowers who defaulted in the data set are more than"
        f" {NON_PERFORMING_AFTER} days past due; ledger and loans {'agree' if s['balances'] else 'DO NOT AGREE'}."
    )


def _books(p: Portfolio) -> Table:
    balance = p.trial_balance
    table = Table(title="Trial balance", title_justify="left", show_footer=True)
    table.add_column("", footer="")
    table.add_column("account", footer="it balances" if p.balances else "IT DOES NOT BALANCE")
    table.add_column("debit ¥", justify="right", footer=_yuan(balance["debit_minor"]))
    table.add_column("credit ¥", justify="right", footer=_yuan(balance["credit_minor"]))
    for line in balance["lines"]:
        if line["debit_minor"] or line["credit_minor"]:
            name = f"{line['account']} {line['name_zh']}"
            table.add_row(line["number"], name, _yuan(line["debit_minor"]), _yuan(line["credit_minor"]))
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _yuan(minor: int) -> str:
    return f"{minor / 100:,.2f}" if minor else ""
