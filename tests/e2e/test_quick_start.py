"""docs/quick-start.md, pasted block by block into a shell as somebody new would."""

import asyncio
import os
import re
import sys

import pytest
from conftest import REPOSITORY
from world import World

from loan_devstack.settings import EDGE_OFFSET, SIMULATOR_OFFSET

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(300)]

PAGE = REPOSITORY / "docs" / "quick-start.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STARTED = "make up\n"  # the system of the stories runs already


async def test_the_quick_start_carries_an_invented_borrower_to_his_money(world: World) -> None:
    settings = world.system.settings
    script = "\n".join(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    assert STARTED in script and "18000" in script and "18008" in script
    script = script.replace(STARTED, "")
    for port, offset in (("18000", EDGE_OFFSET), ("18008", SIMULATOR_OFFSET)):
        script = script.replace(f"127.0.0.1:{port}", f"127.0.0.1:{settings.port_base + offset}")
    script = script.replace("var/statement.pdf", f"{settings.var}/statement.pdf")
    script = script.replace("PYTHON=.venv/bin/python", f"PYTHON={sys.executable}")
    told = os.environ | {"PORT_BASE": str(settings.port_base), "XINLIU_VAR": str(settings.var)}
    shell = await asyncio.create_subprocess_exec(
        "bash", "-euo", "pipefail", "-c", script, cwd=REPOSITORY, env=told,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    async with asyncio.timeout(120):
        shown = (await shell.communicate())[0].decode()
    assert shell.returncode == 0, shown
    assert '"status":"ACTIVE"' in shown, shown
    assert "'amount_minor': 6000000" in shown and "'code': '00'" in shown, shown
    assert '"next_due":{"number":1,' in shown and '"account":"信流示范银行' in shown, shown
    assert "%PDF-1.7" in shown, shown
    assert "urn:xinliu:problem" not in shown, f"a command was refused: {shown}"
