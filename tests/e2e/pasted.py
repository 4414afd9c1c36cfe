"""A page of docs/ whose commands are run as they stand."""

import asyncio
import os
import re
import sys
from pathlib import Path

from conftest import REPOSITORY
from world import World

from loan_devstack.settings import EDGE_OFFSET, SIMULATOR_OFFSET

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOOK_OFFSET = 97  # where a partner's endpoint of the page listens
STARTED = "make up\n"  # the system of the stories runs already


async def pasted(page: Path, world: World) -> str:
    """What a shell shows into which all blocks of the page were pasted, on the ports of this system."""
    settings = world.system.settings
    script = "\n".join(BLOCK.findall(page.read_text(encoding="utf-8")))
    assert STARTED in script and "18000" in script
    script = script.replace(STARTED, "")
    for port, offset in (("18000", EDGE_OFFSET), ("18008", SIMULATOR_OFFSET)):
        script = script.replace(f"127.0.0.1:{port}", f"127.0.0.1:{settings.port_base + offset}")
    script = script.replace("var/statement.pdf", f"{settings.var}/statement.pdf")
    script = script.replace("18990", str(settings.port_base + HOOK_OFFSET))
    script = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n" + script.replace(
        "/tmp/webhooks.txt", f"{settings.var}/webhooks.txt"
    )
    script = script.replace("PYTHON=.venv/bin/python", f"PYTHON={sys.executable}")
    told = os.environ | {"PORT_BASE": str(settings.port_base), "XINLIU_VAR": str(settings.var)}
    shell = await asyncio.create_subprocess_exec(
        "bash", "-euo", "pipefail", "-c", script, cwd=REPOSITORY, env=told,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    async with asyncio.timeout(180):
        shown = (await shell.communicate())[0].decode()
    assert shell.returncode == 0, shown
    return shown
