"""Topics of the platform on a broker: made once, never altered here."""

from collections.abc import Iterable

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from loan_servicekit.broker.access import BrokerAccess

PARTITIONS = 1  # docs/decisions/0017: more partitions only where a service has more replicas
AT_ONCE = 50


async def create_topics(broker: BrokerAccess, names: Iterable[str], partitions: int = PARTITIONS) -> list[str]:
    """Makes those of `names` that the broker has not; returns what it made, once all of `names` can be
    written to.

    Raises KafkaError.
    """
    admin = AIOKafkaAdminClient(**broker.client())
    await admin.start()
    try:
        present = set(await admin.list_topics())
        wanted = list(dict.fromkeys(names))
        absent = [name for name in wanted if name not in present]
        for start in range(0, len(absent), AT_ONCE):
            batch = [NewTopic(name, partitions, 1) for name in absent[start : start + AT_ONCE]]
            answer = await admin.create_topics(batch)
            for name, code, *rest in answer.topic_errors:
                _check(name, code, rest)
    finally:
        await admin.close()
    made = [TopicPartition(name, number) for name in absent for number in range(partitions)]
    await _await_leaders(broker, made + [TopicPartition(name, 0) for name in wanted if name in present])
    return absent


async def _await_leaders(broker: BrokerAccess, made: list[TopicPartition]) -> None:
    """Waits until the broker leads new partitions: it answers that it made them before it has opened their logs."""
    if not made:
        return
    consumer = AIOKafkaConsumer(**broker.client())
    await consumer.start()
    try:
        await consumer.end_offsets(made)  # asks again while the broker says that it is not the leader
    finally:
        await consumer.stop()


def _check(name: str, code: int, rest: list[object]) -> None:
    error = for_code(code)
    if error.errno and error is not TopicAlreadyExistsError:
        raise KafkaError(f"topic {name} was not made: {error.__name__} {rest}")
