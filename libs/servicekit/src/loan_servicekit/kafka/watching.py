"""What the broker has of the topics that a consumer reads, asked again and again: those it has not, those that were
made anew or lost their end since they were read, and how much waits.

An offset means nothing in a topic that was made anew. Offsets are therefore committed with the id of their topic, and a
partition whose topic has another one, or ends before what was handled, is read from its beginning: the inbox knows what
is done (docs/decisions/0018).
"""

import asyncio
import logging
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.abc import ConsumerRebalanceListener
from aiokafka.client import AIOKafkaClient
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata

from loan_servicekit.kafka.topics import look
from loan_servicekit.telemetry import CONSUMER_LAG, CONSUMER_MISSING

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3.0


class Watch(ConsumerRebalanceListener):  # type: ignore[misc]
    """The eyes of one consumer. `handled` is the worker's: the offset to go on from, by partition."""

    def __init__(
        self, service: str, consumer: AIOKafkaConsumer, topics: Sequence[str], handled: Mapping[TopicPartition, int]
    ) -> None:
        self._service, self._consumer, self._topics, self._handled = service, consumer, topics, handled
        self._ids: dict[str, UUID] = {}
        self.present: list[str] = []
        self.missing: list[str] = []
        self.begin_again: set[TopicPartition] = set()
        self.lag = 0
        self.broker_answers = True

    async def run(self) -> None:
        """Looks every few seconds."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            try:
                await self.look()
            except KafkaError:
                self.broker_answers = False

    async def look(self) -> None:
        """One look. The broker is asked: the client knows the end of a partition only as of its last fetch."""
        client: AIOKafkaClient = self._consumer._client
        found = await look(client, self._topics)
        self.broker_answers = True
        self.present = [name for name in self._topics if not found[name].fault]
        missing = [name for name in self._topics if found[name].fault]
        if missing != self.missing:
            log.log(logging.ERROR if missing else logging.INFO, "consumer.topics_missing", extra={"topics": missing})
        self.missing = missing
        CONSUMER_MISSING.labels(self._service).set(len(missing))
        if any(client.cluster.partitions_for_topic(name) is None for name in self._subscribed()):
            client.force_metadata_update()  # the client has seen it go, and would look for it again in minutes
        for name in self.present:
            if self._ids.setdefault(name, found[name].id) != found[name].id:
                self._ids[name] = found[name].id
                self._again([tp for tp in self._consumer.assignment() if tp.topic == name], "made anew")
        ends = {
            tp: found[tp.topic].ends.get(tp.partition, 0)
            for tp in self._consumer.assignment()
            if tp.topic in found and not found[tp.topic].fault
        }
        self._again([tp for tp, end in ends.items() if self._handled.get(tp, 0) > end], "cut off")
        self.lag = sum(max(0, end - self._handled.get(tp, end)) for tp, end in ends.items())
        CONSUMER_LAG.labels(self._service).set(self.lag)

    def _subscribed(self) -> set[str]:
        return set(self._consumer.subscription()) & set(self.present)

    def to_commit(self, done: Mapping[TopicPartition, int]) -> dict[TopicPartition, OffsetAndMetadata]:
        """Offsets, each with the id of the topic that it means."""
        return {tp: OffsetAndMetadata(offset, str(self._ids.get(tp.topic, ""))) for tp, offset in done.items()}

    def topic_id(self, topic: str) -> UUID | None:
        """The id of a topic, as of the last look."""
        return self._ids.get(topic)

    async def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        """Nothing: what was not committed comes again, and the inbox knows it."""

    async def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        """Compares the topics with those that the committed offsets mean."""
        coordinator: GroupCoordinator = self._consumer._coordinator
        committed = await coordinator.fetch_committed_offsets(list(assigned))
        self._again(
            [
                tp
                for tp, kept in committed.items()
                if kept.metadata
                and kept.offset > 0
                and tp.topic in self._ids
                and kept.metadata != str(self._ids[tp.topic])
            ],
            "made anew",
        )

    def _again(self, partitions: Sequence[TopicPartition], why: str) -> None:
        for tp in set(partitions) - self.begin_again:
            log.error("consumer.begins_again", extra={"topic": tp.topic, "partition": tp.partition, "why": why})
            self.begin_again.add(tp)
