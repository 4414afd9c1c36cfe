"""A development system whose borrowers read faster than the law's parameter asks: for stories and benchmarks."""

import asyncio

import asyncpg

from loan_devstack.control import System

SERVICE = "application-svc"
CODE = "disclosure.forced_read_seconds"
SHORT_S = 1
OVERRULE = (
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
    " values ($1, $2, 'second', (now() at time zone 'Asia/Shanghai')::date, $3, 'P', 'development')"
    " on conflict (code, valid_from) do update set value = excluded.value"
)
WHY = "a development system whose borrowers are programs; never so in production"


async def shorten_reading(system: System, seconds: int = SHORT_S) -> None:
    """From today on the cost disclosure is read for so many seconds, as GET /v1/parameters then shows; never for none."""
    connection = await asyncpg.connect(system.database_url(SERVICE))
    try:
        await connection.execute(OVERRULE, CODE, str(seconds), WHY)
    finally:
        await connection.close()
    await asyncio.to_thread(system.restart, SERVICE)
