"""What a service listens to: one row a message, read top to bottom."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar, overload

from loan_contracts.envelope import Envelope
from loan_contracts.message import Message
from loan_servicekit.db.operation import AnyOperation, Named

M = TypeVar("M", bound=Message)
C = TypeVar("C")
Prepare = Callable[[Sequence[M]], Awaitable[Sequence[C]]]
Prepared: TypeAlias = Prepare[Any, Any]  # of subscriptions of all kinds


def _same(message: object) -> object:
    return message


@dataclass(frozen=True, slots=True)
class Subscription:
    """A message and the reaction to it.

    `prepare` gets the commands of a poll before the transaction begins (pure computation or a remote read in quantity)
    and gives them back completed. `command` makes the operation's command of the message; with `with_envelope`, for
    those who keep records, of the message, its envelope and its value byte for byte. A `patient` one is a record or a
    notice that nobody waits for: many are handled together.
    """

    message: type[Message]
    operation: Named
    command: Callable[..., object] = _same
    prepare: Prepared | None = None
    with_envelope: bool = False
    patient: bool = False

    def read(self, envelope: Envelope, value: bytes) -> object:
        """The command of a record; raises pydantic's ValidationError where the value breaks the contract."""
        message = self.message.from_json(value)
        return self.command(message, envelope, value) if self.with_envelope else self.command(message)


@overload
def on(message: type[M], operation: AnyOperation[M, object], *, patient: bool = False) -> Subscription: ...


@overload
def on(message: type[M], operation: AnyOperation[C, object], *, prepare: Prepare[M, C]) -> Subscription: ...


@overload
def on(
    message: type[M], operation: AnyOperation[C, object], command: Callable[[M], C], *, patient: bool = False
) -> Subscription: ...


@overload
def on(
    message: type[M],
    operation: AnyOperation[C, object],
    command: Callable[[M, Envelope, bytes], C],
    *,
    with_envelope: Literal[True],
    patient: bool = False,
) -> Subscription: ...


def on(
    message: type[Message],
    operation: Named,
    command: Callable[..., object] = _same,
    *,
    prepare: Prepared | None = None,
    with_envelope: bool = False,
    patient: bool = False,
) -> Subscription:
    """A row of the table."""
    return Subscription(message, operation, command, prepare, with_envelope, patient)


class Subscriptions:
    """The table of a service; one reaction a message type."""

    def __init__(self, *rows: Subscription) -> None:
        self._by_type = {row.message.TYPE: row for row in rows}
        assert len(self._by_type) == len(rows), "a message type is subscribed twice"

    @property
    def topics(self) -> list[str]:
        """The topics to consume, by name."""
        return list(self._by_type)

    @property
    def patient(self) -> list[str]:
        """Those of them that nobody waits for."""
        return [type for type, row in self._by_type.items() if row.patient]

    def find(self, type: str) -> Subscription | None:
        """The reaction to a type, if there is one."""
        return self._by_type.get(type)
