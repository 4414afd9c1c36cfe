"""`events`: follows topics and prints each event decoded."""

import asyncio
import json
import select
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress

from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from loan_devstack.errors import CannotStart
from loan_servicekit.broker import BrokerAccess

INTERNAL = "__"
ALL = "all"
READER_POLL_S = 0.5


async def follow(broker: BrokerAccess, topic: str, from_start: bool = False) -> None:
    """Prints the events of a topic (of every one for `all`) until it is interrupted.

    Begins with the next event, or with the oldest where `from_start` is set. Raises CannotStart without a broker or
    where there is no such topic.
    """
    consumer = AIOKafkaConsumer(
        **broker.client(),
        enable_auto_commit=False,
        auto_offset_reset="earliest" if from_start else "latest",
    )
    try:
        await consumer.start()
    except KafkaError:
        await consumer.stop()
        raise CannotStart(f"No broker answers at {broker.bootstrap}: start the system (`make up`)") from None
    loop = asyncio.get_running_loop()
    begin = "its oldest event" if from_start else "now"
    reading = asyncio.create_task(_read(consumer, topic, f"Following {topic} from {begin} on; Ctrl-C ends."))
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, reading.cancel)
    watching = asyncio.create_task(_cancel_without_reader(reading))
    try:
        with suppress(asyncio.CancelledError):
            await reading
    finally:
        watching.cancel()
        await consumer.stop()


async def _cancel_without_reader(reading: asyncio.Task[None]) -> None:
    """Ends where the pipe that is written to has lost its reader: the next event may be long in coming."""
    pipe = select.poll()
    with suppress(OSError, ValueError):
        pipe.register(sys.stdout.fileno(), 0)
    while not any(event & select.POLLERR for _, event in pipe.poll(0)):
        await asyncio.sleep(READER_POLL_S)
    reading.cancel()


async def _read(consumer: AIOKafkaConsumer, topic: str, heading: str) -> None:
    names = sorted(name for name in await consumer.topics() if not name.startswith(INTERNAL))
    if topic not in (ALL, *names):
        raise CannotStart(f"No topic {topic}; there are {', '.join(names)}")
    consumer.subscribe(names if topic == ALL else [topic])
    sys.stderr.write(f"{heading}\n")
    async for record in consumer:
        place = f"{record.topic} {record.partition}/{record.offset}"
        sys.stdout.write(render(place, record.headers, record.key, record.value))
        sys.stdout.flush()


def render(place: str, headers: Iterable[tuple[str, bytes]], key: bytes | None, value: bytes | None) -> str:
    """One event as text: where it lies, its headers, its value as indented JSON (as it is where it is no JSON)."""
    lines = [f"{place} key={(key or b'').decode(errors='replace')}"]
    lines += [f"  {name}: {(text or b'').decode(errors='replace')}" for name, text in headers]
    try:
        shown = json.dumps(json.loads(value or b"null"), ensure_ascii=False, indent=2)
    except ValueError:
        shown = repr(value)
    return "\n".join([*lines, *(f"  {line}" for line in shown.splitlines())]) + "\n\n"
