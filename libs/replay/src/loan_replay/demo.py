"""The demonstration: real borrowers through the running system, live, and what became of them."""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.table import Table

from loan_contracts.message import JsonObject
from loan_datasets import gmsc, splits
from loan_datasets.borrower import Borrower
from loan_datasets.splits import SEED
from loan_devstack import secret_store
from loan_devstack.errors import CannotStart
from loan_devstack.running.status import costs
from loan_devstack.settings import Settings
from loan_replay.api import TRIES, Api
from loan_replay.board import Board
from loan_replay.channel import Channel, applicant_of
from loan_replay.figures import p50_p99
from loan_replay.guide import guide
from loan_replay.journeys import Journey, Replay, Stage
from loan_replay.life.act import live
from loan_replay.target import Target

BORROWERS = 22_500  # of the data set that training, thresholds and back-test leave to the replay
PER_SECOND, UNDER_WAY = 30.0, 60  # what two cores carry without a queue, so that times are those of the system
WIDE = 120  # columns where the table is not shown in a terminal
MEMORY_EVERY_S = 2.0
ROUNDS = 10  # of applicants, until so many are paid out as are wanted


def how_many(text: str, name: str = "APPLICATIONS") -> int:
    """The number of applications that is asked for. Raises CannotStart where that cannot be had."""
    if not text.isdecimal() or not 1 <= int(text) <= BORROWERS:
        raise CannotStart(
            f"{name} is {text!r}: allowed are whole numbers from 1 to {BORROWERS:,}, so many borrowers of the "
            "data set are there to be replayed"
        )
    return int(text)


class Memory:
    """The highest sum of proportional set sizes of the whole system, looked at every two seconds."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.peak_mb = 0.0

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            self.peak_mb = max(self.peak_mb, await asyncio.to_thread(self._sum_mb))
            await asyncio.sleep(MEMORY_EVERY_S)

    def _sum_mb(self) -> float:
        return sum(cost.pss_bytes for cost in costs(self._settings).values()) / 2**20


def next_rows(rows: splits.Rows, count: int, var: Path) -> list[int]:
    """The next borrowers of the set, from its beginning again after the last.

    A system that goes on knows those whom it has served, and lends them less: what they owe already counts
    (domain.md R-2.5a). So each run brings others.
    """
    seen = var / "demo-borrowers"
    first = int(seen.read_text()) if seen.exists() else 0
    seen.write_text(str(first + count))
    return [int(rows[(first + number) % len(rows)]) for number in range(count)]


async def demo(applications: int, months: int) -> JsonObject:
    """Runs it, prints what became of it, and returns the summary, which is also written to var/demo.json.

    The first act decides and pays out, in the second the loans that were paid out live through so many months.
    Raises CannotStart, DataSetUnavailable, Refused.
    """
    target = Target.running(TRIES)
    var, backtest = target.settings.var, _backtest(target.settings)
    memory, console = Memory(target.settings), console_of_table()
    async with target.as_user("approver") as approver, target.as_user("operations") as operations:
        watching = asyncio.create_task(memory.watch())
        first = await first_act(target, applications, console)
        watching.cancel()
        summary = summarise(first.journeys, first.defaulted, first.wall_s, memory.peak_mb, backtest)
        (var / "demo.json").write_text(json.dumps(summary, indent=2) + "\n")
        console.print(_table(summary, applications))
        if first.paid_out:
            await live(target, first.paid_out, months, console)
        print(await guide(target, first.journeys, approver, operations))
    return summary


async def life(loans: int, months: int) -> JsonObject:
    """So many loans are paid out, to as many applicants as it takes, and live through so many months.

    Raises CannotStart, DataSetUnavailable, Refused.
    """
    target, console = Target.running(TRIES), console_of_table()
    borrowers: dict[str, Borrower] = {}
    for _ in range(ROUNDS):
        if wanted := loans - len(borrowers):
            borrowers |= (await first_act(target, wanted, console)).paid_out
    if not borrowers:
        raise CannotStart("nobody was paid out: `make status` says what an operator has to look at")
    return await live(target, borrowers, months, console)


def console_of_table() -> Console:
    """The terminal, or as wide as the table wants to be where there is none."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDE)


@dataclass(frozen=True, slots=True)
class FirstAct:
    """What became of applications."""

    journeys: list[Journey]
    borrowers: dict[int, Borrower]
    wall_s: float

    @property
    def defaulted(self) -> dict[int, bool]:
        """By row, whether the borrower did: known from the data set, and to nobody in the system."""
        return {row: each.defaulted for row, each in self.borrowers.items()}

    @property
    def paid_out(self) -> dict[str, Borrower]:
        """Who was paid out, by application."""
        paid = [each for each in self.journeys if each.stage is Stage.DISBURSED]
        return {each.application_id: self.borrowers[each.who.row] for each in paid}


async def first_act(target: Target, applications: int, console: Console) -> FirstAct:
    """The next borrowers of the set apply, live on the console."""
    data = gmsc.load()
    borrowers = list(data.borrowers(next_rows(splits.splits(data).replay, applications, target.settings.var)))
    secret = secret_store.load(target.settings.var).clients[secret_store.CHANNEL]
    async with (
        target.as_channel(secret) as api,
        target.as_user("risk") as staff,
        target.as_user("approver") as approver,
    ):
        board = Board(len(borrowers), staff)
        replay = Replay(Channel(api, f"demo-{int(time.time())}"), board.told)
        with Live(board, console=console, refresh_per_second=4):
            async with board:
                today = datetime.now(UTC).date()
                journeys = await replay.register([applicant_of(b, today, SEED) for b in borrowers])
                board.step("deciding")
                await replay.play(journeys, PER_SECOND, UNDER_WAY, lambda ids: in_an_inbox(approver, ids))
    if not console.is_terminal:
        console.line()  # which a live display ends with in a terminal alone
    return FirstAct(journeys, {b.row: b for b in borrowers}, replay.wall_s)


def _backtest(settings: Settings) -> JsonObject:
    """What training has found about the policy in force."""
    assert settings.models is not None, "the environment always names a folder"
    file = settings.models / "backtest.json"
    if not file.exists():
        raise CannotStart(f"{file} is not there: `make train` writes it, MODELS_DIR names its folder")
    found: JsonObject = json.loads(file.read_text())
    return found


async def in_an_inbox(approver: Api, ids: Sequence[str]) -> list[str]:
    """Which of the applications wait for a person: those with an unfinished task."""
    wanted, found, cursor = set(ids), [], None
    while True:
        page = await approver.get("workflow-svc", "/v1/tasks", status="OPEN", limit=200, cursor=cursor)
        found += [task["application_id"] for task in page["items"] if task["application_id"] in wanted]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def summarise(
    journeys: Sequence[Journey], defaulted: dict[int, bool], wall_s: float, peak_mb: float, backtest: JsonObject
) -> JsonObject:
    """The figures of a run. Whether a borrower defaulted is known from the data set, and to nobody in the system."""
    approved = [j for j in journeys if j.outcome in ("APPROVED", "CONDITIONAL")]
    declined = [j for j in journeys if j.stage is Stage.DECLINED]
    manual = [j for j in journeys if j.stage is Stage.WITH_A_PERSON]
    decided = len(approved) + len(declined)
    return {
        "decided": decided,
        "approved": len(approved),
        "declined": len(declined),
        "manual": len(manual),
        "refused": sum(j.stage is Stage.REFUSED for j in journeys),
        "disbursed": sum(j.stage is Stage.DISBURSED for j in journeys),
        "approval_rate": _share(len(approved), len(journeys)),
        "bad_rate_approved": _share(sum(defaulted[j.who.row] for j in approved), len(approved)),
        "bad_rate_all": _share(sum(defaulted[j.who.row] for j in journeys), len(journeys)),
        "decision_ms": p50_p99([j.decision_ms for j in journeys if j.decision_ms is not None]),
        "money_ms": p50_p99([j.money_ms for j in journeys if j.money_ms is not None]),
        "read_s": max((j.read_s for j in journeys), default=0.0),
        "wall_s": round(wall_s, 2),
        "per_second": round(len(journeys) / wall_s, 1) if wall_s else 0.0,
        "offered": {"per_second": PER_SECOND, "under_way": UNDER_WAY},
        "peak_rss_mb": round(peak_mb),
        "backtest": backtest,
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _table(s: JsonObject, applications: int) -> Table:
    table = Table(title="What became of the applications", show_header=False, title_justify="left")
    back, offered = s["backtest"], s["offered"]
    for name, value in (
        ("applications", f"{applications} real borrowers in {s['wall_s']} s ({s['per_second']} a second)"),
        ("offered", f"{offered['per_second']:g} a second, never more than {offered['under_way']} under way"),
        ("approved / declined / with a person", f"{s['approved']} / {s['declined']} / {s['manual']}"),
        ("refused at the door", str(s["refused"])),
        ("paid out", str(s["disbursed"])),
        ("submission → decision", f"p50 {s['decision_ms']['p50']:,.0f} ms, p99 {s['decision_ms']['p99']:,.0f} ms"),
        (
            "submission → money",
            f"p50 {s['money_ms']['p50']:,.0f} ms, p99 {s['money_ms']['p99']:,.0f} ms"
            f", beside {s['read_s']:g} s in which the cost disclosure had to be read",
        ),
        ("defaulted later", f"{s['bad_rate_approved']:.1%} of the approved, {s['bad_rate_all']:.1%} of all"),
        (
            f"back-test of the policy ({back['rows']:,} others)",
            f"{back['approval_rate']:.1%} approved, {back['bad_rate_approved']:.1%} of them defaulted,"
            f" {back['bad_rate_all']:.1%} of all; AUC model {back['auc_model']:.3f},"
            f" scorecard {back['auc_scorecard']:.3f}",
        ),
        ("memory of the whole system", f"{s['peak_rss_mb']:,} MB (proportional set size, highest)"),
    ):
        table.add_row(name, value)
    return table
