"""How the relay's producer sends: durable, in order, and a whole outbox batch of a topic in one request."""

from collections.abc import Sequence
from typing import TypeVar

from aiokafka import AIOKafkaProducer
from aiokafka.partitioner import DefaultPartitioner

P = TypeVar("P")
MOST_BYTES_A_REQUEST = 4 * 1024 * 1024
MOST_BYTES_A_BATCH = 512 * 1024  # of one topic; a broker takes 1 MiB
_by_hash = DefaultPartitioner()


def partition_of(key: bytes | None, all_partitions: Sequence[P], available: Sequence[P]) -> P:
    """By the hash of the key, as every client of Kafka does it; where there is one partition, nothing is hashed."""
    if len(all_partitions) == 1:
        return all_partitions[0]
    chosen: P = _by_hash(key, all_partitions, available)
    return chosen


def create_producer(bootstrap: str, client_id: str) -> AIOKafkaProducer:
    """An idempotent producer whose sends are acknowledged by all replicas."""
    return AIOKafkaProducer(
        bootstrap_servers=bootstrap, client_id=client_id, acks="all", enable_idempotence=True, linger_ms=0,
        request_timeout_ms=20_000, max_request_size=MOST_BYTES_A_REQUEST, max_batch_size=MOST_BYTES_A_BATCH,
        partitioner=partition_of,
    )  # fmt: skip
