"""docs/asyncapi.json: the same catalogue for tools, as an AsyncAPI 3.0 document."""

from loan_contracts.catalogue.flows import FLOWS
from loan_contracts.catalogue.schemas import shared_schemas
from loan_contracts.message import JsonObject, Message
from loan_contracts.messages import MESSAGES, SERVICES

TEXT: JsonObject = {"type": "string"}
REQUIRED_HEADERS = (
    "ce_specversion",
    "ce_id",
    "ce_type",
    "ce_source",
    "ce_time",
    "ce_subject",
    "ce_dataschema",
    "ce_correlationid",
    "content-type",
)


def asyncapi_document() -> JsonObject:
    """The document: a channel a type, an operation a service and type, the messages with CloudEvents headers."""
    payloads, values = shared_schemas()
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Xinliu messages",
            "version": "1",
            "description": "Everything the services tell each other: one Kafka topic a type, CloudEvents 1.0 in binary "
            "mode, JSON values. A breaking change is a new type.",
        },
        "defaultContentType": "application/json",
        "servers": {
            "bus": {
                "host": "{bootstrap}",
                "protocol": "kafka",
                "description": "The Kafka cluster of the installation",
                "variables": {"bootstrap": {"description": "host:port of a broker", "default": "kafka:9092"}},
            }
        },
        "channels": {type: _channel(type, message) for type, message in MESSAGES.items()},
        "operations": _operations(),
        "components": {
            "messages": {type: _message(type, message, payloads[type]) for type, message in MESSAGES.items()},
            "schemas": values,
            "correlationIds": {
                "application": {
                    "description": "Shared by all messages of one application",
                    "location": "$message.header#/ce_correlationid",
                }
            },
        },
    }


def _channel(type: str, message: type[Message]) -> JsonObject:
    return {
        "address": type,
        "description": f"Topic {type}, keyed by {message.KEY}",
        "servers": [{"$ref": "#/servers/bus"}],
        "messages": {type: {"$ref": f"#/components/messages/{type}"}},
        "bindings": {"kafka": {"topic": type, "bindingVersion": "0.5.0"}},
    }


def _operations() -> JsonObject:
    operations: JsonObject = {}
    for service in SERVICES:
        for type, flow in FLOWS.items():
            if service in flow.senders:
                operations[f"{service}.send.{type}"] = _operation("send", service, type)
            if service in flow.receivers:
                operations[f"{service}.receive.{type}"] = _operation("receive", service, type)
    return operations


def _operation(action: str, service: str, type: str) -> JsonObject:
    operation: JsonObject = {
        "action": action,
        "summary": f"{service} {'sends' if action == 'send' else 'receives'} {type}",
        "tags": [{"name": service}],
        "channel": {"$ref": f"#/channels/{type}"},
        "messages": [{"$ref": f"#/channels/{type}/messages/{type}"}],
    }
    if action == "receive":
        operation["bindings"] = {"kafka": {"groupId": {"type": "string", "const": service}, "bindingVersion": "0.5.0"}}
    return operation


def _message(type: str, message: type[Message], payload: JsonObject) -> JsonObject:
    told = " ".join((message.__doc__ or "").split())
    return {
        "name": type,
        "title": message.__name__,
        "summary": told.split(". ")[0].rstrip(".") + ".",
        "description": told,
        "contentType": "application/json",
        "headers": _headers(type, message),
        "correlationId": {"$ref": "#/components/correlationIds/application"},
        "payload": payload,
        "bindings": {"kafka": {"key": {**payload["properties"][message.KEY]}, "bindingVersion": "0.5.0"}},
    }


def _headers(type: str, message: type[Message]) -> JsonObject:
    return {
        "type": "object",
        "required": list(REQUIRED_HEADERS),
        "properties": {
            "ce_specversion": {"type": "string", "const": "1.0"},
            "ce_id": {"type": "string", "format": "uuid"},
            "ce_type": {"type": "string", "const": type},
            "ce_source": {"type": "string", "enum": list(FLOWS[type].senders or SERVICES)},
            "ce_time": {"type": "string", "format": "date-time"},
            "ce_subject": TEXT,
            "ce_dataschema": {"type": "string", "const": message.dataschema()},
            "ce_correlationid": TEXT,
            "ce_causationid": TEXT,
            "ce_actor": TEXT,
            "traceparent": {"type": "string", "pattern": "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"},
            "content-type": {"type": "string", "const": "application/json"},
        },
    }
