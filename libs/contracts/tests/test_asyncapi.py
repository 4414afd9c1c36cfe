"""The AsyncAPI document is valid by the official schema of AsyncAPI 3.0, and all its references lead somewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from loan_contracts.catalogue.asyncapi import asyncapi_document
from loan_contracts.envelope import Envelope
from loan_contracts.messages import MESSAGES, SERVICES

OFFICIAL = json.loads((Path(__file__).parent / "asyncapi_schema" / "3.0.0.json").read_text())
SAMPLES = Path(__file__).parents[1] / "samples"
DOCUMENT = asyncapi_document()


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def find(reference: str) -> Any:
    place: Any = DOCUMENT
    for step in reference.removeprefix("#/").split("/"):
        place = place[step]
    return place


def test_the_document_satisfies_the_official_schema() -> None:
    assert [error.message[:300] for error in Draft7Validator(OFFICIAL).iter_errors(DOCUMENT)] == []


def test_the_official_schema_would_have_found_a_mistake() -> None:
    broken = {**DOCUMENT, "operations": {"x": {"action": "publish", "channel": {"$ref": "#/channels/risk.assessed"}}}}
    assert list(Draft7Validator(OFFICIAL).iter_errors(broken))


def test_every_reference_leads_somewhere() -> None:
    found = set(references(DOCUMENT))
    assert len(found) > 2 * len(MESSAGES)
    for reference in found:
        assert find(reference) is not None


def test_every_message_has_a_channel_with_its_topic() -> None:
    assert {name: channel["address"] for name, channel in DOCUMENT["channels"].items()} == {t: t for t in MESSAGES}


def test_every_service_has_operations_on_the_channels_of_its_messages() -> None:
    for operation in DOCUMENT["operations"].values():
        channel = operation["channel"]["$ref"]
        assert operation["messages"] == [{"$ref": f"{channel}/messages/{channel.removeprefix('#/channels/')}"}]
    assert {operation["tags"][0]["name"] for operation in DOCUMENT["operations"].values()} == set(SERVICES)


def test_the_headers_of_an_envelope_satisfy_the_documents_headers() -> None:
    for type, cls in MESSAGES.items():
        message = cls.from_json((SAMPLES / f"{type}.json").read_bytes())
        declared = DOCUMENT["components"]["messages"][type]["headers"]
        envelope = Envelope.from_headers(
            [
                ("ce_specversion", b"1.0"),
                ("ce_id", b"019bd906-1280-798f-a429-4925d566d08d"),
                ("ce_type", type.encode()),
                ("ce_source", declared["properties"]["ce_source"]["enum"][0].encode()),
                ("ce_time", b"2026-01-20T06:12:43.610+00:00"),
                ("ce_subject", message.key.encode()),
                ("ce_dataschema", message.dataschema().encode()),
                ("ce_correlationid", b"c"),
                ("ce_causationid", b"http:4bf92f3577b34da6a3ce929d0e0e4736"),
                ("ce_actor", b"u-1"),
                ("traceparent", b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            ]
        )
        headers = {name: value.decode() for name, value in envelope.headers()}
        assert [error.message for error in Draft7Validator(declared).iter_errors(headers)] == []
        assert set(headers) <= set(declared["properties"])
