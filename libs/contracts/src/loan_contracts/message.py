"""The base of every message: an immutable fact or request, named by its TYPE alone on the wire."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, TypeAlias, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

BELONGS_TO = "application_id"
"""The field that says what all messages of one business process belong to."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OnTimeline:
    """Marks a field whose value a timeline shows: a code, an id or a figure. Of a value with parts it names those that
    are shown. It is no part of the wire."""

    parts: tuple[str, ...] = ()


Shown = Annotated[T, OnTimeline()]
"""The field is shown by a timeline."""


class Message(BaseModel):
    """What one service tells the others. Carries ids, codes and figures; never names or numbers of persons.

    `TYPE` is the wire type and the topic, `KEY` the field whose value is the Kafka key: all that concerns one aggregate
    stays in order inside a topic. `sequence` counts the facts of that aggregate; across topics it tells the order.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    TYPE: ClassVar[str]
    KEY: ClassVar[str]
    VERSION: ClassVar[int] = 1
    SEALED: ClassVar[tuple[str, ...]] = ()
    """Fields that the seal of an order covers (`loan_contracts.seals`); empty for messages that bear none."""
    SEALED_IF_SAID: ClassVar[tuple[str, ...]] = ()
    """Fields that came later: covered wherever they say something else than a message of before, which has none."""

    sequence: int = Field(0, ge=0, description="Position among the facts of the aggregate that the key names")

    @property
    def key(self) -> str:
        """The Kafka key: the id of the aggregate that the message is about."""
        return str(getattr(self, self.KEY))

    @property
    def about(self) -> str:
        """What the message belongs to: an application, and where it has none what its key names."""
        return str(getattr(self, BELONGS_TO, None) or self.key)

    @classmethod
    def dataschema(cls) -> str:
        """The schema's name in the `ce_dataschema` header: type and major version."""
        return f"xinliu:{cls.TYPE}:{cls.VERSION}"

    def to_json(self) -> bytes:
        """The value on the wire."""
        return self.__pydantic_serializer__.to_json(self, exclude_none=True)  # bytes at once, no text in between

    @classmethod
    def from_json(cls, value: bytes | str) -> Self:
        """Reads a value; raises pydantic's ValidationError where it breaks the contract."""
        return cls.model_validate_json(value)


class ApplicationMessage(Message):
    """A message about one application."""

    KEY = "application_id"
    application_id: UUID


class LoanMessage(Message):
    """A message about one loan."""

    KEY = "loan_id"
    loan_id: Shown[UUID]
    application_id: UUID


class CaseMessage(Message):
    """A message about one running case of a process."""

    KEY = "case_id"
    case_id: UUID
    application_id: UUID


def shown_fields(message: type[Message]) -> tuple[str, ...]:
    """What a timeline shows of a message, in the order of its fields: `facts.statuses` is a part of the field
    `facts`."""
    marked = (
        (name, mark)
        for name, field in message.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, OnTimeline)
    )
    return tuple(path for name, mark in marked for path in ([f"{name}.{part}" for part in mark.parts] or [name]))


Family: TypeAlias = tuple[type[Message], ...]
"""The messages of one module, in the order in which the catalogue shows them."""


def by_type(*classes: type[Message]) -> dict[str, type[Message]]:
    """The registry: wire type to class. Two classes of one type are a programming error."""
    registry: dict[str, type[Message]] = {}
    for cls in classes:
        assert cls.TYPE not in registry, f"{cls.TYPE} is declared twice"
        registry[cls.TYPE] = cls
    return registry


JsonObject = dict[str, Any]
