"""Follows topics as an operations team would: what both the platform and its floor are timed by."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer

from loan_servicekit.broker import BrokerAccess

Hear = Callable[[str, str, datetime, dict[str, Any]], None]
"""Topic, application id, time of the event as its service says, and the message."""


@asynccontextmanager
async def following(broker: BrokerAccess, topics: Collection[str], hear: Hear, every_s: float) -> AsyncIterator[None]:
    """Tells of each event on the topics from now on, looking `every_s`; 0: as soon as it comes."""
    consumer = AIOKafkaConsumer(*topics, **broker.client(), auto_offset_reset="latest")
    await consumer.start()
    await consumer.seek_to_end()

    async def follow() -> None:
        while True:
            for batch in (await consumer.getmany(timeout_ms=500)).values():
                for record in batch:
                    told = orjson.loads(record.value)
                    at = datetime.fromisoformat(dict(record.headers)["ce_time"].decode())
                    hear(record.topic, told["application_id"], at, told)
            await asyncio.sleep(every_s)

    task = asyncio.create_task(follow())
    try:
        yield
    finally:
        task.cancel()
        await consumer.stop()
