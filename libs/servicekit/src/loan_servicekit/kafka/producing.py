"""How a service publishes: durable, in order, a whole outbox batch of a topic in one request,
and anew after a failure."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

from aiokafka import AIOKafkaProducer
from aiokafka.errors import (
    InvalidTimestampError,
    KafkaError,
    MessageSizeTooLargeError,
    PolicyViolationError,
    RecordListTooLargeError,
)
from aiokafka.partitioner import DefaultPartitioner

from loan_servicekit.broker import BrokerAccess
from loan_servicekit.db.outbox.bus import Acknowledgement
from loan_servicekit.kafka.topics import FAULTS, Topic, look

P = TypeVar("P")
MOST_BYTES_A_REQUEST = 4 * 1024 * 1024
MOST_BYTES_A_BATCH = 512 * 1024  # of one topic; a broker takes 1 MiB
LAST_WORDS_S = 5.0  # what is still under way at the end may take so long
REFUSALS: Sequence[tuple[type[BaseException], str]] = (
    (MessageSizeTooLargeError, "message-too-large"),
    (RecordListTooLargeError, "message-too-large"),
    (InvalidTimestampError, "timestamp-refused"),
    (PolicyViolationError, "policy-refused"),
)
_by_hash = DefaultPartitioner()


def partition_of(key: bytes | None, all_partitions: Sequence[P], available: Sequence[P]) -> P:
    """By the hash of the key, as every client of Kafka does it; where there is one partition, nothing is hashed."""
    if len(all_partitions) == 1:
        return all_partitions[0]
    chosen: P = _by_hash(key, all_partitions, available)
    return chosen


class Publisher:
    """An idempotent producer whose sends are acknowledged by all replicas; it connects at the first of them.

    A producer counts what it sends to a partition, also what then fails for good, and the broker refuses everything
    behind such a gap. Whoever sees a send fail therefore says `renew` before sending again.
    """

    def __init__(self, broker: BrokerAccess, client_id: str) -> None:
        self._broker, self._client_id = broker, client_id
        self._producer: AIOKafkaProducer | None = None
        self._connecting = asyncio.Lock()
        self._closing: set[asyncio.Task[None]] = set()

    async def send(
        self, topic: str, value: bytes, key: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> Acknowledgement:
        """Hands a record over; the future is its acknowledgement. Raises KafkaError, also through the future."""
        producer = self._producer or await self._connected()
        sent: Acknowledgement = await producer.send(topic, value=value, key=key, headers=headers)
        return sent

    async def look(self, topics: Sequence[str]) -> dict[str, Topic]:
        """What the broker has of these topics now. Raises KafkaError."""
        producer = self._producer or await self._connected()
        return await look(producer.client, topics)

    def refusal(self, error: BaseException) -> str:
        """Why a record will be refused each time that it is sent alone; empty where it need not be."""
        return next((reason for kind, reason in REFUSALS if isinstance(error, kind)), "")

    def fault(self, error: BaseException) -> str:
        """What is wrong with the topic that a record was sent to; empty where it is something else."""
        return FAULTS.get(getattr(error, "errno", 0), "")

    async def renew(self) -> None:
        """Drops the producer: the next send begins with a new one."""
        if self._producer is not None:
            task = asyncio.create_task(self._close(self._producer))
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)
            self._producer = None

    async def stop(self) -> None:
        """Sends what is under way and closes the connections."""
        await self.renew()
        if self._closing:
            await asyncio.wait(self._closing, timeout=LAST_WORDS_S)

    async def _connected(self) -> AIOKafkaProducer:
        async with self._connecting:
            if self._producer is None:
                producer = AIOKafkaProducer(
                    **self._broker.client(),
                    client_id=self._client_id,
                    acks="all",
                    enable_idempotence=True,
                    linger_ms=0,
                    request_timeout_ms=20_000,
                    max_request_size=MOST_BYTES_A_REQUEST,
                    max_batch_size=MOST_BYTES_A_BATCH,
                    partitioner=partition_of,
                )
                try:
                    await producer.start()
                except BaseException:
                    await producer.stop()
                    raise
                self._producer = producer
        return self._producer

    @staticmethod
    async def _close(producer: AIOKafkaProducer) -> None:
        with suppress(KafkaError):
            await producer.stop()
