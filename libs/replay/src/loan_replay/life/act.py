"""The second act on a screen: so many months with progress, then the portfolio."""

import json
import time
from contextlib import AsyncExitStack
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from loan_contracts.message import JsonObject
from loan_contracts.money import months_later
from loan_datasets.borrower import Borrower
from loan_datasets.splits import SEED
from loan_devstack.errors import CannotStart
from loan_replay.life.living import Life, Told
from loan_replay.life.portfolio import portfolio, shown, summary
from loan_replay.target import Target

MONTHS, MOST_MONTHS = 24, 120


def how_long(text: str) -> int:
    """The number of months that is asked for. Raises CannotStart where that cannot be had."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_MONTHS:
        raise CannotStart(f"MONTHS is {text!r}: allowed are whole numbers from 1 to {MOST_MONTHS}")
    return int(text)


async def live(target: Target, borrowers: dict[str, Borrower], months: int, console: Console) -> JsonObject:
    """Lets the loans of applications live, shows and returns what became of the portfolio, also written to
    var/life.json. Raises Refused."""
    began = time.perf_counter()
    async with AsyncExitStack() as stack:
        finance = await stack.enter_async_context(target.as_user("finance"))
        progress = stack.enter_context(_progress(console))
        bar = progress.add_task(_said(None))

        def told(so_far: Told) -> None:
            progress.update(bar, completed=so_far.days, description=_said(so_far))

        life = Life(finance, SEED, told)
        today = await life.open_day()
        until = months_later(today, months)
        progress.update(bar, total=(until - today).days)
        loans = await life.meet(borrowers, until)
        lived = await life.live(loans, until)
        found = await portfolio(finance, loans)
    wall_s = round(time.perf_counter() - began, 1)
    if not console.is_terminal:
        console.line()
    console.print(shown(found))
    console.print(_closing_words(lived, len(loans), today, wall_s))
    told_of = {"months": months, "days": lived.days, "payments": lived.payments, "wall_s": wall_s}
    figures = told_of | summary(found)
    _write(target.settings.var, figures)
    return figures


def _progress(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("days"),
        TimeElapsedColumn(),
        console=console,
    )


def _said(told: Told | None) -> str:
    if told is None:
        return "living"
    return f"{told.day:%Y-%m}, {told.payments:,} repayments, {told.missed:,} missed"


def _closing_words(lived: Told, loans: int, since: date, wall_s: float) -> str:
    return (
        f"{loans:,} loans lived from {since} to {lived.day}: {lived.days:,} business days closed, {lived.payments:,}"
        f" repayments of ¥ {lived.paid_minor / 100:,.2f} taken, in {wall_s:g} s."
    )


def _write(var: Path, figures: JsonObject) -> None:
    (var / "life.json").write_text(json.dumps(figures, indent=2) + "\n")
