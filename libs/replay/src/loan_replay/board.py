"""The live table of the demonstration."""

import asyncio
from types import TracebackType
from typing import Self

from rich.console import Group
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from loan_replay.api import Api, Refused
from loan_replay.journeys import DONE, Journey, Stage, end

SHOWN = 14
AT_ONCE = 4
OUTCOMES = {
    Stage.DISBURSED: "paid out",
    Stage.DECLINED: "declined",
    Stage.WITH_A_PERSON: "person",
    Stage.REFUSED: "refused",
}
# Title, width, justification; in all 80 columns with those between them. The reasons take what a wider terminal has.
COLUMNS = (
    ("application", 36, "left"),
    ("¥", 7, "right"),
    ("outcome", 8, "left"),
    ("score", 5, "left"),
    ("reasons", None, "left"),
    ("dec s", 5, "right"),
    ("paid s", 6, "right"),
)


class Board:
    """A progress bar and the applications that ended last, each with score, reasons and its times in seconds.

    Used as a context manager: what `told` hears of is looked up while it lasts, all of it before it ends well.
    """

    def __init__(self, total: int, staff: Api) -> None:
        self._staff = staff
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        )
        self._bar = self._progress.add_task("registering", total=total)
        self._rows: list[tuple[str, ...]] = []
        self._ended: asyncio.Queue[Journey] = asyncio.Queue()
        self._lookers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        self._lookers = [asyncio.create_task(self._look_up()) for _ in range(AT_ONCE)]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        looked_up = asyncio.create_task(self._ended.join())
        if kind is None:
            done, _ = await asyncio.wait({looked_up, *self._lookers}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        await end([looked_up, *self._lookers])

    def step(self, description: str) -> None:
        """Says what happens from now on, and counts from none again."""
        self._progress.reset(self._bar, description=description)

    def told(self, journey: Journey) -> None:
        """Takes note of a journey that has begun or ended."""
        if journey.stage in (Stage.REGISTERED, *DONE):
            self._progress.advance(self._bar)
        if journey.stage in DONE:
            self._ended.put_nowait(journey)

    async def _look_up(self) -> None:
        while True:
            journey = await self._ended.get()
            try:
                self._rows.append(await self._row(journey))
                del self._rows[:-SHOWN]
            finally:
                self._ended.task_done()

    async def _row(self, journey: Journey) -> tuple[str, ...]:
        score, reasons = "", journey.refusal
        if journey.application_id:
            try:
                found = await self._staff.get("risk-svc", f"/v1/applications/{journey.application_id}/assessment")
                score, reasons = f"{found['score']} {found['grade']}", " ".join(r["code"] for r in found["reasons"])
            except Refused:
                reasons = "not assessed"  # it went to a person before
        amount = f"{journey.who.application['amount_minor'] / 100:,.0f}"
        return (
            journey.application_id,
            amount,
            OUTCOMES[journey.stage],
            score,
            reasons,
            _seconds(journey.decision_ms),
            _seconds(journey.money_ms),
        )

    def __rich__(self) -> Group:
        table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="bold")
        for title, width, side in COLUMNS:
            table.add_column(
                title,
                width=width,
                ratio=None if width else 1,
                no_wrap=True,
                justify="right" if side == "right" else "left",
            )
        for row in self._rows:
            table.add_row(*row)
        return Group(self._progress, table)


def _seconds(ms: float | None) -> str:
    if ms is None:
        return ""
    return f"{ms / 1000:.2f}" if ms < 10_000 else f"{ms / 1000:.0f}"
