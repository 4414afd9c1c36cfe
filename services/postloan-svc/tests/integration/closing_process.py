"""A process that closes days and may be killed at any moment: `python closing_process.py DATABASE_URL`."""

import asyncio
import sys

from bank_counter import ports

from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values
from postloan_svc.settings import Settings
from postloan_svc.wiring import build


async def main(url: str) -> None:
    """Closes what is open, and says so at the beginning."""
    harness = await Harness(build(Settings(**settings_values(url), days_run_ahead=True), "api")).start()
    print("begins", flush=True)
    await ports(harness).day_closing.run()


asyncio.run(main(sys.argv[1]))
