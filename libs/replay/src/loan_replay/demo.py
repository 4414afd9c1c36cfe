"""The demonstration: real borrowers through the running system, live, and what became of them."""

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psutil
from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from loan_contracts.envelope import TRACES_IN_THOUSAND, is_traced
from loan_datasets import gmsc, splits
from loan_datasets.splits import SEED
from loan_devstack import secret_store, state
from loan_devstack.people import PEOPLE
from loan_replay.api import Api, Refused
from loan_replay.channel import Channel, applicant_of
from loan_replay.figures import p50_p99
from loan_replay.journeys import DONE, Journey, Replay, Stage
from loan_replay.target import Target

SHOWN = 14
MEMORY_EVERY_S = 2.0
UNDER_WAY = 60


class Board:
    """The live table: a progress bar and the applications that ended last, with score and reasons."""

    def __init__(self, total: int, staff: Api) -> None:
        self._staff = staff
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        )
        self._bar = self._progress.add_task("registering", total=total)
        self._rows: list[tuple[str, ...]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def step(self, description: str, reset: bool = False) -> None:
        """Says what happens now."""
        self._progress.update(self._bar, description=description)
        if reset:
            self._progress.reset(self._bar)

    def told(self, journey: Journey) -> None:
        """Takes note of a journey that has ended."""
        if journey.stage not in DONE:
            return
        self._progress.advance(self._bar)
        if len(self._tasks) < 4:  # a sample: the table shows the latest, not all
            task = asyncio.create_task(self._show(journey))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _show(self, journey: Journey) -> None:
        score = reasons = ""
        try:
            found = await self._staff.get("risk-svc", f"/v1/applications/{journey.application_id}/assessment")
            score, reasons = f"{found['score']} {found['grade']}", " ".join(r["code"] for r in found["reasons"])
        except Refused:  # not assessed: it went to a person before
            reasons = journey.refusal[:40]
        self._rows.append((
            journey.application_no[-12:], f"{journey.who.application['amount_minor'] / 100:,.0f}", str(journey.stage),
            score, reasons, _shown(journey.decision_ms), _shown(journey.money_ms),
        ))  # fmt: skip
        del self._rows[:-SHOWN]

    def __rich__(self) -> Group:
        table = Table(expand=True)
        for title in ("application", "amount ¥", "outcome", "score", "reasons", "decision ms", "money ms"):
            table.add_column(title, justify="right" if title.endswith(("ms", "¥")) else "left", no_wrap=True)
        for row in self._rows:
            table.add_row(*row)
        return Group(self._progress, table)


def _shown(ms: float | None) -> str:
    return f"{ms:,.0f}" if ms is not None else ""


class Memory:
    """The highest sum of proportional set sizes of the system's processes, looked at every two seconds."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self.peak_mb = 0.0

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            self.peak_mb = max(self.peak_mb, await asyncio.to_thread(self._sum_mb))
            await asyncio.sleep(MEMORY_EVERY_S)

    def _sum_mb(self) -> float:
        running = state.read(self._target.settings.run)
        total = 0
        for process in running.processes.values() if running else ():
            found = process.identity.find() if process.identity else None
            if found:
                total += sum(_pss(p) for p in [found, *found.children(recursive=True)])
        return total / 2**20


def _pss(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0


def next_rows(rows: splits.Rows, count: int, var: Path) -> list[int]:
    """The next borrowers of the set, from its beginning again after the last.

    A system that goes on knows those whom it has served, and lends them less: what they owe already counts
    (domain.md R-2.5a). So each run brings others.
    """
    seen = var / "demo-borrowers"
    first = int(seen.read_text()) if seen.exists() else 0
    seen.write_text(str(first + count))
    return [int(rows[(first + number) % len(rows)]) for number in range(count)]


async def demo(applications: int) -> dict[str, Any]:
    """Runs it and returns the summary, which is also written to var/demo.json."""
    target, console = Target(), Console()
    run = f"demo-{int(time.time())}"
    data = gmsc.load()
    borrowers = list(data.borrowers(next_rows(splits.splits(data).replay, applications, target.settings.var)))
    today = datetime.now(UTC).date()
    secret = secret_store.load(target.settings.var).clients[secret_store.CHANNEL]
    memory = Memory(target)
    async with (
        target.as_channel(secret) as api,
        target.as_user("risk") as staff,
        target.as_user("approver") as approver,
    ):
        board = Board(len(borrowers), staff)
        replay = Replay(Channel(api, run), board.told)
        watching = asyncio.create_task(memory.watch())
        with Live(board, console=console, refresh_per_second=4, transient=not console.is_terminal):
            applicants = [applicant_of(b, today, SEED) for b in borrowers]
            journeys = await replay.register(applicants)
            board.step("deciding", reset=True)
            await replay.play(journeys, under_way=UNDER_WAY, waits_for_a_person=lambda ids: in_an_inbox(approver, ids))
        watching.cancel()
    defaulted = {b.row: b.defaulted for b in borrowers}
    backtest = json.loads((target.settings.var / "models" / "backtest.json").read_text())
    summary = summarise(journeys, defaulted, replay.wall_s, memory.peak_mb, backtest)
    (target.settings.var / "demo.json").write_text(json.dumps(summary, indent=2) + "\n")
    _print(console, summary, target, journeys)
    return summary


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
    journeys: Sequence[Journey], defaulted: dict[int, bool], wall_s: float, peak_mb: float, backtest: dict[str, Any]
) -> dict[str, Any]:
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
        "wall_s": round(wall_s, 2),
        "per_second": round(len(journeys) / wall_s, 1) if wall_s else 0.0,
        "peak_rss_mb": round(peak_mb),
        "backtest": backtest,
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _print(console: Console, s: dict[str, Any], target: Target, journeys: Sequence[Journey]) -> None:
    table = Table(title="What became of the applications", show_header=False, title_justify="left")
    back = s["backtest"]
    for name, value in (
        ("applications", f"{len(journeys)} real borrowers in {s['wall_s']} s ({s['per_second']} a second)"),
        ("approved / declined / with a person", f"{s['approved']} / {s['declined']} / {s['manual']}"),
        ("refused at the door", str(s["refused"])),
        ("paid out", str(s["disbursed"])),
        ("submission → decision", f"p50 {s['decision_ms']['p50']:,.0f} ms, p99 {s['decision_ms']['p99']:,.0f} ms"),
        ("submission → money", f"p50 {s['money_ms']['p50']:,.0f} ms, p99 {s['money_ms']['p99']:,.0f} ms"),
        ("defaulted later", f"{s['bad_rate_approved']:.1%} of the approved, {s['bad_rate_all']:.1%} of all"),
        (f"back-test of the policy ({back['rows']:,} others)",
         f"{back['approval_rate']:.1%} approved, {back['bad_rate_approved']:.1%} of them defaulted,"
         f" {back['bad_rate_all']:.1%} of all; AUC model {back['auc_model']:.3f}, scorecard {back['auc_scorecard']:.3f}"),
        ("memory of the whole system", f"{s['peak_rss_mb']:,} MB (proportional set size, highest)"),
    ):  # fmt: skip
        table.add_row(name, value)
    console.print(table)
    _print_where(console, target, journeys)


def _print_where(console: Console, target: Target, journeys: Sequence[Journey]) -> None:
    edge = target.settings.edge_url
    ended = [j.application_id for j in journeys if j.stage is Stage.DISBURSED]
    sampled = [id for id in ended if is_traced(UUID(id), TRACES_IN_THOUSAND)]
    example = next(iter(sampled + ended), "<application id>")
    lines = [
        f"One origin                {edge}/",
        *(f"  {name:<22}{edge}/api/{name}/docs" for name in ("application-svc", "workflow-svc", "risk-svc",
          "antifraud-svc", "postloan-svc", "integration-gateway", "reporting-svc")),
        "Sign in (development)     " + ", ".join(f"{p.id} ({p.roles[0]})" for p in PEOPLE.values()),
        "  a token                 .venv/bin/python -m loan_devstack token approver",
        f"One application's trace   make trace ID={example}",
        "Follow a topic            make events TOPIC=decision.made",
        "Processes and memory      make status",
        "Stop (data stays)         make down",
    ]  # fmt: skip
    waiting = next((j.application_id for j in journeys if j.stage is Stage.WITH_A_PERSON), None)
    if waiting:
        inbox = f"{edge}/api/workflow-svc/v1/tasks"
        lines += [
            "Decide one by hand:",
            "  TOKEN=$(.venv/bin/python -m loan_devstack token approver)",
            f'  curl -s -H "Authorization: Bearer $TOKEN" "{inbox}?application_id={waiting}"    # its task id',
            f'  curl -s -X POST -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: 1" {inbox}/$TASK/claim',
            f'  curl -s -X POST -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: 2" -H "Content-Type: application/json"'
            f" {inbox}/$TASK/completion"
            ' -d \'{"choice": "APPROVE", "amount_minor": 500000, "comment": "income checked, agreed"}\'',
        ]
    console.print(Text("\n".join(lines)))
