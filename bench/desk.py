"""`python -m bench.desk [--tasks N]`: how quickly the console answers the hand, on a short inbox and on a long one.

A whole system of its own; some cases come through its doors, and their tasks are copied until there are as many as
asked. The pages then run in Chromium at a quarter of this machine's speed (web/console/tests/pace.mjs): each step's
figure is its longest interaction to the next paint (INP).
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import asyncpg

from bench.results import keep
from loan_devstack.origin import console
from loan_devstack.running.control import System

ROOT = Path(__file__).parent.parent
SOURCE, VAR = ROOT / "web" / "console", ROOT / "var" / "bench" / "desk"
TASKS, CASES = 2_000, 12
# Due one minute after the other, some of them long ago.
COPY = """
insert into tasks select copied.* from
  (select t, n from tasks as t, generate_series(1, $1::int) as n where t.status = 'OPEN' and t.role = 'approver'
    limit $1::int) as drawn,
  jsonb_populate_record(drawn.t, jsonb_build_object('id', gen_random_uuid(),
    'wait_id', (drawn.t).stage || '.copy.' || drawn.n, 'due_at', now() + (drawn.n - 500) * interval '1 min')) as copied
"""
WAITING = "select count(*) from tasks where status = 'OPEN' and role = 'approver'"


def node(system: System, script: str, *arguments: str) -> str:
    """What a script of the console's tests says."""
    told = {"XINLIU_VAR": str(system.settings.var), "PORT_BASE": str(system.settings.port_base)}
    done = subprocess.run(
        ["node", f"tests/{script}", system.settings.edge_url, *arguments],
        cwd=SOURCE, env={**os.environ, **console.with_node(SOURCE), **told}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert done.stdout, f"{script} ended with {done.returncode}"
    return done.stdout


async def fill(system: System, tasks: int) -> None:
    """Waits for the tasks of the cases, and copies them until there are so many."""
    connection = await asyncpg.connect(system.admin_url("workflow_svc"))
    try:
        while (before := int(await connection.fetchval(WAITING))) < CASES:
            await asyncio.sleep(0.5)
        await connection.execute(COPY, tasks - before)
        await connection.execute("analyze tasks")
    finally:
        await connection.close()


def measured(system: System, rows: int) -> dict[str, Any]:
    """The figures with so many rows shown."""
    told: dict[str, Any] = json.loads(node(system, "pace.mjs", str(rows)))
    assert told["rows"] >= rows, told
    return told


def run(tasks: int) -> None:
    """A short inbox, then a long one."""
    assert console.build(SOURCE, print), "there is no console"
    console.install(SOURCE)
    system = System(VAR, environment={"MODELS_DIR": str(ROOT / "var" / "models"), "LOG_LEVEL": "warning"})
    system.remove()
    with system:
        node(system, "fill.mjs", str(CASES))
        asyncio.run(fill(system, CASES))
        short = measured(system, CASES)
        asyncio.run(fill(system, tasks))
        long = measured(system, tasks)
    for name, ms in long["inbox"].items():
        print(f"    {name:<32}{short['inbox'][name]:>8.0f} →{ms:>6.0f} ms")
    for name, page in long["pages"].items():
        print(f"    {name:<32}{page['thread_ms']:>8} ms of thread time, {page['kb']} KB")
    worst = max(long["inbox"], key=long["inbox"].__getitem__)
    setup = (
        f"{tasks} tasks in an approver's inbox, Chromium at a quarter of the machine's speed; floor: {CASES} tasks; the"
    )
    floor = max(short["inbox"].values())
    keep(
        "desk_inp",
        long["inbox"][worst],
        "ms",
        floor,
        f"{setup} slowest step: {worst}",
        by_step=long["inbox"],
        pages=long["pages"],
    )


def main() -> int:
    """Runs it."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--tasks", type=int, default=TASKS)
    run(parser.parse_args().tasks)
    return 0


if __name__ == "__main__":
    sys.exit(main())
