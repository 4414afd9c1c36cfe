"""JSON Schemas of messages as they stand on the wire: decimals are text, what is not there is absent and never null."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema
from pydantic_core import core_schema

from loan_contracts.catalogue.meanings import MEANINGS
from loan_contracts.message import JsonObject, Message
from loan_contracts.messages import MESSAGES
from loan_contracts.values import Currency, Minor, Rate

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DECIMAL = r"^-?\d+(\.\d+)?(E[+-]?\d+)?$"
KEY = "x-key"
SHARED = "#/components/schemas/"

# The words of shared types say what kind of figure it is, not which one.
_TYPE_WORDS = frozenset(get_args(shared)[1].description for shared in (Minor, Rate, Currency))


class WireSchema(GenerateJsonSchema):
    """What a sender of ours produces, which is narrower than what pydantic would accept."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonObject:
        """Text, so that no reader is tempted to make a binary fraction of it."""
        return {"type": "string", "pattern": DECIMAL}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonObject:
        """Only the value: a field without one is left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonObject:
        """The default of a field that is absent, unless that is nothing."""
        made = super().default_schema(schema)
        if "default" in made and made["default"] is None:
            del made["default"]
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Titles would only repeat the names."""
        return False


def wire_schema(message: type[Message]) -> JsonObject:
    """The schema of one message, on its own: the file that is stored and compared."""
    made = message.model_json_schema(schema_generator=WireSchema)
    _explain(made, message)
    return {"$schema": DIALECT, "$id": message.dataschema(), KEY: message.KEY, **made}


def shared_schemas() -> tuple[dict[str, JsonObject], dict[str, JsonObject]]:
    """Schemas of all messages by type, and of the values that they share by name; references lead from one to the
    other."""
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [(cls, "validation") for cls in MESSAGES.values()]
    _, made = models_json_schema(wanted, schema_generator=WireSchema, ref_template=SHARED + "{model}")
    values: dict[str, JsonObject] = made["$defs"]
    messages = {name: values.pop(cls.__name__) for name, cls in MESSAGES.items()}
    for name, schema in messages.items():
        _explain({**schema, "$defs": values}, MESSAGES[name])
    return messages, values


def meaning(name: str, field: FieldInfo) -> str:
    """What a field means; empty where nobody has said it."""
    own = field.description if field.description not in _TYPE_WORDS else None
    return own or MEANINGS.get(name, "")


def models_of(message: type[Message]) -> dict[str, type[BaseModel]]:
    """The message class and the value classes that it carries, by name."""
    found: dict[str, type[BaseModel]] = {message.__name__: message}
    waiting: list[Any] = [message]
    while waiting:
        for field in waiting.pop().model_fields.values():
            for cls in _models_in(field.annotation):
                if cls.__name__ not in found:
                    found[cls.__name__] = cls
                    waiting.append(cls)
    return found


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [cls for part in getattr(annotation, "__args__", ()) for cls in _models_in(part)]


def _explain(schema: JsonObject, message: type[Message]) -> None:
    """Gives every field its meaning as description, in the message's own schema and in those of its values."""
    for name, cls in models_of(message).items():
        place = schema if cls is message else schema["$defs"][name]
        for field_name, field in cls.model_fields.items():
            if said := meaning(field_name, field):
                place["properties"][field_name]["description"] = said
