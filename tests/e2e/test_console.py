"""People at their pages: the console in a real Chromium against the running system, a story a role, by role and label."""

import asyncio
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from world import World

from loan_contracts.decisions import DecisionMade
from loan_contracts.envelope import Envelope
from loan_devstack.origin import console
from loan_devstack.running.control import System

pytestmark = pytest.mark.stack

SOURCE = Path(__file__).parents[2] / "web" / "console"
LENDING_STORY, LETTER_STORY = "desk.story.mjs", "letter.story.mjs"
STORIES = sorted(path.name for path in (SOURCE / "tests").glob("*.story.mjs"))
TAKES_S = 300


@pytest.fixture(scope="session")
def browser() -> str:
    """Chromium, and the console that it opens."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("There is no Chromium on this machine: the console's stories are left out (CHROMIUM= names one)")
    said: list[str] = []
    if not console.build(SOURCE, said.append):
        pytest.skip(said[-1])
    console.install(SOURCE)
    return found


async def a_broken_message(world: World) -> None:
    """Half of a decision, from nobody; application-svc sets it aside."""
    key = str(uuid4())
    whole = Envelope(uuid4(), DecisionMade.TYPE, "workflow-svc", datetime.now(UTC), key, DecisionMade.dataschema(), key)
    await world.bus.put(DecisionMade.TYPE, b'{"application_id": 7', whole.headers(), key=key)


@pytest.mark.parametrize("story", STORIES)
async def test_people_do_their_work_in_the_console(story: str, system: System, browser: str, world: World) -> None:
    if story == LENDING_STORY:  # which begins with a loan that is being repaid
        application_id = await world.applies(world.somebody())
        await world.stands(application_id, "APPROVED", "CONDITIONAL")
        await world.accepts(application_id)
        await world.is_paid_out(application_id)
    if story == LETTER_STORY:
        await a_broken_message(world)
    told = {
        "CHROMIUM": browser,
        "ADDRESS": system.settings.edge_url,
        "XINLIU_VAR": str(system.settings.var),
        "PORT_BASE": str(system.settings.port_base),
    }
    running = await asyncio.create_subprocess_exec(
        "node", "--test", "--test-reporter=spec", f"tests/{story}",
        cwd=SOURCE, env={**console.with_node(SOURCE), **told},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        said, _ = await asyncio.wait_for(running.communicate(), TAKES_S)
    except TimeoutError:
        running.kill()
        raise
    assert running.returncode == 0, said.decode()[-8000:]
