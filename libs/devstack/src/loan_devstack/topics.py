"""Topics of the platform on a broker: made once, never altered here."""

import asyncio
from collections.abc import Iterable

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

PARTITIONS = 1  # performance.md §4.3: more partitions only where a service has more replicas
AT_ONCE = 50


async def create_topics(bootstrap: str, names: Iterable[str], partitions: int = PARTITIONS) -> list[str]:
    """Makes those of `names` that the broker at `bootstrap` has not; returns what it made. Raises KafkaError."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        present = set(await admin.list_topics())
        absent = [name for name in dict.fromkeys(names) if name not in present]
        for start in range(0, len(absent), AT_ONCE):
            batch = [NewTopic(name, partitions, 1) for name in absent[start : start + AT_ONCE]]
            answer = await admin.create_topics(batch)
            for name, code, *rest in answer.topic_errors:
                _check(name, code, rest)
        return absent
    finally:
        await admin.close()


def _check(name: str, code: int, rest: list[object]) -> None:
    error = for_code(code)
    if error.errno and error is not TopicAlreadyExistsError:
        raise KafkaError(f"topic {name} was not made: {error.__name__} {rest}")


def create_topics_now(bootstrap: str, names: Iterable[str], partitions: int = PARTITIONS) -> list[str]:
    """`create_topics` for callers without an event loop."""
    return asyncio.run(create_topics(bootstrap, names, partitions))
