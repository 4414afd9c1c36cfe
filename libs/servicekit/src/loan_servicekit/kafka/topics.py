"""What the broker says of topics: their ids, which a topic that was made anew has not kept, and where they end.

The client knows metadata without ids (version 5); this asks for version 12 over the client's own connections, so that
whatever it signs in with holds here too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from uuid import UUID

from aiokafka.client import AIOKafkaClient
from aiokafka.errors import (
    InvalidTopicError,
    KafkaError,
    TopicAuthorizationFailedError,
    UnknownTopicOrPartitionError,
    for_code,
)
from aiokafka.protocol.abstract import AbstractType
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.offset import OffsetRequest
from aiokafka.protocol.types import (
    Boolean,
    CompactArray,
    CompactString,
    Int16,
    Int32,
    Schema,
    TaggedFields,
)

LATEST = -1
NO_ID = UUID(int=0)
MISSING, FORBIDDEN, ILL_NAMED = "topic-missing", "topic-forbidden", "topic-ill-named"
FAULTS: Mapping[int, str] = {
    UnknownTopicOrPartitionError.errno: MISSING,
    TopicAuthorizationFailedError.errno: FORBIDDEN,
    InvalidTopicError.errno: ILL_NAMED,
}


@dataclass(slots=True)
class Topic:
    """A topic as the broker has it now. `fault` says why it cannot be used;
    `ends` are the next offsets, by partition."""

    id: UUID
    fault: str
    ends: dict[int, int] = field(default_factory=dict)


class _Uuid(AbstractType[UUID]):  # type: ignore[misc]
    @classmethod
    def encode(cls, value: UUID) -> bytes:
        return value.bytes

    @classmethod
    def decode(cls, data: BytesIO) -> UUID:
        return UUID(bytes=data.read(16))


class _MetadataResponse(Response):  # type: ignore[misc]
    API_KEY, API_VERSION = 3, 12
    SCHEMA = Schema(
        ("throttle_ms", Int32),
        ("brokers", CompactArray(("id", Int32), ("host", CompactString("utf-8")), ("port", Int32),
                                 ("rack", CompactString("utf-8")), ("tags", TaggedFields))),
        ("cluster_id", CompactString("utf-8")),
        ("controller_id", Int32),
        ("topics", CompactArray(
            ("error", Int16), ("name", CompactString("utf-8")), ("id", _Uuid), ("internal", Boolean),
            ("partitions", CompactArray(
                ("error", Int16), ("number", Int32), ("leader", Int32), ("leader_epoch", Int32),
                ("replicas", CompactArray(Int32)), ("in_sync", CompactArray(Int32)), ("offline", CompactArray(Int32)),
                ("tags", TaggedFields),
            )),
            ("authorized", Int32), ("tags", TaggedFields),
        )),
        ("tags", TaggedFields),
    )  # fmt: skip


class _MetadataStruct(RequestStruct):  # type: ignore[misc]
    API_KEY, API_VERSION, FLEXIBLE_VERSION = 3, 12, True
    RESPONSE_TYPE = _MetadataResponse
    SCHEMA = Schema(
        ("topics", CompactArray(("id", _Uuid), ("name", CompactString("utf-8")), ("tags", TaggedFields))),
        ("create", Boolean), ("authorized", Boolean), ("tags", TaggedFields),
    )  # fmt: skip


class _MetadataRequest(Request[_MetadataStruct]):  # type: ignore[misc]
    API_KEY = 3

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)

    def build(self, request_struct_class: type[_MetadataStruct]) -> _MetadataStruct:
        return request_struct_class([(NO_ID, name, {}) for name in self._names], False, False, {})


async def look(client: AIOKafkaClient, names: Iterable[str]) -> dict[str, Topic]:
    """The topics of these names over a connected aiokafka client. Raises KafkaError where the broker does not answer
    for one, but not for a fault that is the topic's own."""
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    answer = await client.send(client.get_random_node(), _MetadataRequest(wanted))
    found: dict[str, Topic] = {}
    led: dict[int, dict[str, list[int]]] = {}
    for error, name, id, _, partitions, *_ in answer.topics:
        found[name] = topic = Topic(id, FAULTS.get(error, ""))
        if error and not topic.fault:
            raise for_code(error)
        for failed, number, leader, *_ in partitions:
            if failed or leader < 0:
                raise for_code(failed) if failed else KafkaError(f"nobody leads {name}/{number}")
            led.setdefault(leader, {}).setdefault(name, []).append(number)
    for leader, topics in led.items():
        await _ends(client, leader, topics, found)
    return found


async def _ends(
    client: AIOKafkaClient, leader: int, topics: Mapping[str, list[int]], found: Mapping[str, Topic]
) -> None:
    asked = [(name, [(number, LATEST) for number in numbers]) for name, numbers in topics.items()]
    answer = await client.send(leader, OffsetRequest(-1, 0, asked))
    for name, partitions in answer.topics:
        for number, error, _, offset, *_ in partitions:
            if error:
                raise for_code(error)
            found[name].ends[number] = offset
