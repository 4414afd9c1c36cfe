"""One transaction for a batch of use cases: preload, run each, save what changed, write the outbox."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from loan_contracts.envelope import Envelope
from loan_contracts.message import Message
from loan_contracts.seals import Seals
from loan_servicekit.core import Aggregate, Cause, MessageTooLarge, new_id
from loan_servicekit.db.tables import Fetched, Repository, Row, Rows, RowTable, Table
from loan_servicekit.db.writing import Write, write_all

T = TypeVar("T")
A = TypeVar("A", bound=Aggregate)

RECEIVE = (
    "insert into inbox (message_id, type, received_at) select m, t, $3 from unnest($1::uuid[], $2::text[]) as u(m, t)"
    " on conflict do nothing"
)
ACCEPT = f"{RECEIVE} returning message_id"
RECEIVED_AS = "select message_id, type from inbox where message_id = any($1::uuid[])"
REFUSE = (
    "update inbox i set refused = u.code from unnest($1::uuid[], $2::text[]) as u(id, code) where i.message_id = u.id"
)
OUTBOX = RowTable(
    "outbox",
    {
        "message_id": "uuid",
        "type": "text",
        "key": "text",
        "dataschema": "text",
        "correlation_id": "text",
        "causation_id": "text",
        "traceparent": "text",
        "actor": "text",
        "value": "bytea",
        "created_at": "timestamptz",
    },
)

DRAWN = "message_id, id, pg_current_xact_id()::xid::text::bigint"  # the last is what xmin of the row will be
MOST_MESSAGE_BYTES = 1_000_000  # a broker takes 1,048,588 in a batch unless told (message.max.bytes)
RECORD_BYTES = 200  # at most, of what a record and its batch have around key, value and headers
HEADER_BYTES = 8  # at most, of what a header has around name and value
NAMED_BYTES = 1_024  # more than names and values of the headers that are always the same


class PartialChange(Exception):
    """A use case refused after it had changed something; the batch is rolled back and run one by one."""


@dataclass(frozen=True)
class Schema:
    """The tables of a service: aggregates by attribute name, and append-only rows by attribute name.

    `seals` by message type: what the service sends of these bears its seal.
    """

    aggregates: Mapping[str, Table[Any]]
    rows: Mapping[str, RowTable]
    seals: Mapping[str, Seals] = field(default_factory=dict)

    def extended(self, table: Table[A]) -> "Schema":
        """With one more table of aggregates."""
        return replace(self, aggregates={**self.aggregates, table.name: table})


class UnitOfWork:
    """What use cases work on. Attributes are the repositories and row tables that the service's Schema names."""

    def __init__(
        self, connection: AsyncConnection, schema: Schema, now: datetime, most_bytes: int = MOST_MESSAGE_BYTES
    ) -> None:
        self.connection = connection
        self._most_bytes = most_bytes
        self._seals = schema.seals
        self.now = now
        self._touched: list[tuple[Aggregate, Repository[Any]]] = []
        self._appended: list[Rows] = []  # to which the use case that runs now has added
        self._repositories = {name: Repository(connection, t, self._touched) for name, t in schema.aggregates.items()}
        self._rows = {name: Rows(table, self._appended) for name, table in schema.rows.items()}
        self._outbox = Rows(OUTBOX, [])
        self._emitted: list[Message] = []
        self.told: Sequence[Row] = ()  # the rows of the outbox as the relay reads them, once they are written
        self.cause: Cause | None = None  # of the use case that runs now
        self.loaded: dict[object, Any] = {}  # by what has loaded it

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_repositories"].get(name) or self.__dict__["_rows"][name]
        except KeyError:
            raise AttributeError(f"no table {name!r} in this service's schema") from None

    async def once(self, load: Callable[["UnitOfWork"], Awaitable[T]]) -> T:
        """What several loaders of a batch need, loaded by the first that asks."""
        if load not in self.loaded:
            self.loaded[load] = await load(self)
        found: T = self.loaded[load]
        return found

    def loaded_by(self, loader: Callable[..., Awaitable[T]]) -> T | None:
        """What a loader gave to this batch, if it was asked."""
        return self.loaded.get(loader)

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate of this service."""
        self._emitted.append(message)

    async def read(self, sql: str, *parameters: object) -> Sequence[Fetched]:
        """Rows of a query inside the transaction."""
        return (await self.connection.exec_driver_sql(sql, parameters)).all()

    async def accept(self, messages: Sequence[tuple[UUID, str]]) -> set[UUID]:
        """Writes the inbox; the ids that were not seen before."""
        if not messages:
            return set()
        ids, types = zip(*messages, strict=True)
        return {row[0] for row in await self.read(ACCEPT, list(ids), list(types), self.now)}

    def receiving(self, messages: Sequence[tuple[UUID, str]]) -> Write:
        """What writes the inbox where all of the messages are taken for new; it is stale where one was not."""
        ids, types = zip(*messages, strict=True)
        return Write("inbox", RECEIVE, (list(ids), list(types), self.now), "message_id", len(messages))

    async def received_as(self, ids: Sequence[UUID]) -> dict[UUID, str]:
        """The types under which messages with these ids are in the inbox."""
        return {row[0]: row[1] for row in await self.read(RECEIVED_AS, list(ids))}

    async def refuse(self, refused: Iterable[tuple[UUID, str]]) -> None:
        """Notes in the inbox which messages were refused, and why."""
        if pairs := list(refused):
            ids, codes = zip(*pairs, strict=True)
            await self.connection.exec_driver_sql(REFUSE, (list(ids), list(codes)))

    def send_facts(self, cause: Cause) -> None:
        """After a use case has succeeded: its facts go to the outbox under its cause.

        Raises MessageTooLarge where one of them is larger than the bus takes.
        """
        for aggregate, repository in self._touched:
            told = aggregate.take_facts() if aggregate._facts else ()
            for fact in told:
                self._send(fact, cause)
            if told:
                repository.mark_changed(aggregate)
            for name, row in repository.taken_off(aggregate, self.now):
                assert told, f"{name}: a row without a fact, so {aggregate.id} would be saved without it"
                self._rows[name].append(row)
        self._touched.clear()
        self._appended.clear()
        for message in self._emitted:
            self._send(message, cause)
        self._emitted.clear()

    def abandon(self) -> None:
        """After a use case has refused; raises PartialChange if it had changed something before."""
        changed = [(aggregate, repository) for aggregate, repository in self._touched if aggregate._facts]
        if self._emitted or self._appended or any(a.version or repository.will_save(a) for a, repository in changed):
            raise PartialChange
        for aggregate, repository in changed:
            repository.forget(aggregate)
        self._touched.clear()

    def _send(self, message: Message, cause: Cause) -> None:
        if seals := self._seals.get(message.TYPE):
            message = seals.sealed(message)
        key, value, id = message.key, message.to_json(), new_id()
        subject = message.about
        correlation_id = cause.correlation_id or subject
        led_by = (cause.causation_id, cause.traceparent, cause.actor)
        told = len(key) + len(subject) + len(correlation_id) + len(cause.causation_id or "") + len(cause.actor)
        if len(value) + 4 * told > self._most_bytes - NAMED_BYTES:  # 4: of a character in UTF-8
            envelope = Envelope(id, message.TYPE, "", self.now, subject, message.dataschema(), correlation_id, *led_by)
            _check_size(message.TYPE, key, value, envelope, self._most_bytes)
        named = (id, message.TYPE, key, message.dataschema())
        self._outbox.append(*named, correlation_id, *led_by, value, self.now)

    async def flush(self, *also: Write) -> None:
        """One statement, with a part for each table, for what else is told, and for the outbox. Raises Stale."""
        writes = [write for each in self._repositories.values() if (write := each.write())]
        writes += [write for each in self._rows.values() if (write := each.write())]
        rows = self._outbox.pending
        last = self._outbox.write()
        if last:
            last = replace(last, returning=DRAWN)
        drawn = await write_all(self.connection, [*writes, *also], last)
        numbers = {message_id: (id, writer) for message_id, id, writer in drawn}
        self.told = [(numbers[row[0]][0], *row, numbers[row[0]][1]) for row in rows]


def _check_size(type: str, key: str, value: bytes, envelope: Envelope, most: int) -> None:
    headers = sum(len(name) + len(content) + HEADER_BYTES for name, content in envelope.headers())
    size = len(value) + len(key.encode()) + headers + RECORD_BYTES
    if size > most:
        raise MessageTooLarge("message-too-large", f"{type} has {size} bytes, the bus takes {most}")


async def tell(connection: AsyncConnection, cause: Cause, now: datetime, *messages: Message) -> None:
    """Sends messages about an act that is no use case (what a start or an hourly task changes), in its transaction."""
    uow = UnitOfWork(connection, Schema({}, {}), now)
    for message in messages:
        uow.emit(message)
    uow.send_facts(cause)
    await uow.flush()
