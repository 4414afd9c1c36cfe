"""The stored schemas refuse what would break a reader; the generated files are those of the classes."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError

from loan_contracts import texts
from loan_contracts.applications import ApplicationWithdrawn
from loan_contracts.catalogue.__main__ import CHECKOUT, main
from loan_contracts.catalogue.compatibility import breaking_changes
from loan_contracts.catalogue.files import SCHEMAS, catalogue_files, obstacles, stale
from loan_contracts.catalogue.flows import FLOWS
from loan_contracts.catalogue.schemas import meaning, models_of, wire_schema
from loan_contracts.message import shown_fields
from loan_contracts.messages import MESSAGES, SERVICES
from loan_contracts.operations import AuditRecorded

Schema = dict[str, Any]
ASSESSED = wire_schema(MESSAGES["risk.assessed"])
SUBMITTED = wire_schema(MESSAGES["application.submitted"])


def changed(schema: Schema, change: Callable[[Schema], Any]) -> list[str]:
    """What is said about the step from a schema to one with a change."""
    new = copy.deepcopy(schema)
    change(new)
    return breaking_changes(schema, new)


def fields(schema: Schema, value: str | None = None) -> Schema:
    return dict_of(schema["$defs"][value]["properties"] if value else schema["properties"])


def dict_of(found: Any) -> Schema:
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: fields(s).pop("score"), "/score: the field is gone"),
        (lambda s: fields(s).pop("triggers"), "/triggers: the field is gone"),
        (lambda s: fields(s).update(points=fields(s).pop("score")), "/score: the field is gone"),
        (lambda s: fields(s, "Reason").pop("detail"), "/reasons/items/detail: the field is gone"),
        (lambda s: (fields(s).update(lender={"type": "string"}), s["required"].append("lender")), "/lender: a new field must be optional"),
        (lambda s: s["required"].append("reasons"), "/reasons: the field has become required"),
        (lambda s: s["required"].remove("grade"), "/grade: the field has become optional"),
        (lambda s: fields(s)["score"].update(type="string"), "/score: type was 'integer', is 'string'"),
        (lambda s: fields(s)["score"].update(minimum=300), "/score: minimum was None, is 300"),
        (lambda s: fields(s)["sequence"].pop("minimum"), "/sequence: minimum was 0, is None"),
        (lambda s: fields(s)["assessed_at"].update(format="date"), "/assessed_at: format was 'date-time', is 'date'"),
        (lambda s: fields(s)["annual_rate"].update(pattern=r"^\d+$"), "/annual_rate: pattern was"),
        (lambda s: fields(s)["triggers"].update(default=["x"]), "/triggers: default was [], is ['x']"),
        (lambda s: fields(s)["triggers"].update(items={"type": "integer"}), "/triggers/items: type was"),
        (lambda s: s["$defs"]["RiskOutcome"]["enum"].remove("REFER"), "/outcome: REFER left the enumeration"),
        (lambda s: s["$defs"]["RiskOutcome"].pop("enum"), "/outcome: an enumeration is gone"),
        (lambda s: fields(s).update(outcome={"type": "integer"}), "/outcome: type was 'string', is 'integer'"),
        (lambda s: fields(s)["grade"].update(enum=["A"]), "/grade: an enumeration appeared"),
        (lambda s: s.update({"x-key": "assessment_id"}), "the Kafka key was 'application_id', is 'assessment_id'"),
    ],
)  # fmt: skip
def test_a_change_that_would_break_a_reader_is_refused(change: Callable[[Schema], Any], told: str) -> None:
    assert any(told in sentence for sentence in changed(ASSESSED, change)), changed(ASSESSED, change)


def test_the_kinds_of_a_maps_keys_and_values_count_too() -> None:
    assert changed(SUBMITTED, lambda s: fields(s)["consent_ids"]["additionalProperties"].update(format="uri"))
    assert changed(SUBMITTED, lambda s: fields(s)["consent_ids"].pop("propertyNames"))
    assert changed(SUBMITTED, lambda s: s["$defs"]["Source"]["enum"].remove("TAX"))


@pytest.mark.parametrize(
    "change",
    [
        lambda s: fields(s).update(lender={"type": "string"}),
        lambda s: fields(s, "Reason").update(rank={"type": "integer", "default": 0}),
        lambda s: s["$defs"]["RiskOutcome"]["enum"].append("DEFER"),
        lambda s: fields(s)["score"].update(description="Points", examples=[586]),
        lambda s: s.update(description="Another wording"),
    ],
)
def test_an_addition_that_may_be_absent_and_other_words_are_allowed(change: Callable[[Schema], Any]) -> None:
    assert changed(ASSESSED, change) == []


def test_an_unchanged_schema_breaks_nothing() -> None:
    for message in MESSAGES.values():
        assert breaking_changes(wire_schema(message), wire_schema(message)) == []


def test_the_generated_files_are_up_to_date() -> None:
    assert obstacles(CHECKOUT) == []
    assert stale(CHECKOUT) == [], "run `python -m loan_contracts.catalogue write`"


def test_no_schema_is_stored_that_has_no_message() -> None:
    assert {path.stem for path in (CHECKOUT / SCHEMAS).glob("*.json")} == set(MESSAGES)


def test_writing_refuses_a_breaking_change_and_leaves_everything_as_it_was(tmp_path: Path, capsys: Any) -> None:
    assert main(["write", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    stored = tmp_path / SCHEMAS / "risk.assessed.json"
    earlier = json.loads(stored.read_text())
    earlier["properties"]["colour"] = {"type": "string"}
    stored.write_text(json.dumps(earlier))
    capsys.readouterr()
    for mode in ("write", "check"):
        assert main([mode, str(tmp_path)]) == 1
        assert "risk.assessed /colour: the field is gone: needs a new type" in capsys.readouterr().err
        assert json.loads(stored.read_text()) == earlier


def test_writing_takes_an_addition_and_checking_asks_for_it(tmp_path: Path) -> None:
    main(["write", str(tmp_path)])
    stored = tmp_path / SCHEMAS / "risk.assessed.json"
    earlier = json.loads(stored.read_text())
    del earlier["properties"]["triggers"]
    stored.write_text(json.dumps(earlier))
    assert main(["check", str(tmp_path)]) == 1
    assert main(["write", str(tmp_path)]) == 0
    assert "triggers" in json.loads(stored.read_text())["properties"]


def test_the_flows_name_services_and_reporting_receives_everything() -> None:
    for flow in FLOWS.values():
        assert set(flow.senders) | set(flow.receivers) <= set(SERVICES)
        assert "reporting-svc" in flow.receivers
        assert len(set(flow.receivers)) == len(flow.receivers)


def test_every_field_of_every_message_says_what_it_means() -> None:
    silent = {
        f"{name}.{field_name}"
        for message in MESSAGES.values()
        for name, cls in models_of(message).items()
        for field_name, field in cls.model_fields.items()
        if not meaning(field_name, field)
    }
    assert silent == set()


def test_every_message_declares_what_a_timeline_shows_of_it() -> None:
    assert [type for type, message in MESSAGES.items() if not shown_fields(message)] == []
    assert shown_fields(MESSAGES["external-data.collected"]) == ("facts.statuses",)
    assert shown_fields(MESSAGES["disclosure.confirmed"]) == ("disclosure_hash", "read_seconds")


def test_amounts_are_whole_numbers_and_fractions_are_text_on_the_wire() -> None:
    for message in MESSAGES.values():
        for schema in (wire_schema(message), *wire_schema(message).get("$defs", {}).values()):
            for name, field in schema.get("properties", {}).items():
                assert field.get("type") != "number", f"{message.TYPE} {name}"
                assert not name.endswith("_minor") or field["type"] == "integer", f"{message.TYPE} {name}"


def texts_of(schema: Any, place: str) -> Iterator[tuple[str, Schema]]:
    """Every text in a core schema, wherever it stands: fields, items, keys and values of maps, inside other values."""
    if isinstance(schema, dict):
        if schema.get("type") == "str":
            yield place, schema
        for name, part in schema.items():
            if name not in ("metadata", "cls", "serialization"):
                yield from texts_of(part, f"{place}.{name}" if name not in ("schema", "fields") else place)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from texts_of(part, place)


def test_no_message_has_room_for_free_text() -> None:
    """What people write stays where they wrote it: a message holds ids, figures, and codes of a pattern."""
    free = {
        place
        for message in MESSAGES.values()
        for place, text in texts_of(message.__pydantic_core_schema__, message.TYPE)
        if "pattern" not in text
    }
    assert free == set()


PERSONAL = ("110105194912310021", "11010519491231002X", "6209990000000000011", "932682198501010017")


@pytest.mark.parametrize("kind", [texts.Code, texts.Number, texts.Token, texts.Digest, texts.Wording, texts.Detail])
@pytest.mark.parametrize("number", PERSONAL)
def test_no_code_takes_the_number_of_a_person_or_of_a_card(kind: Any, number: str) -> None:
    for written in (number, f"ID {number}", f"ID-{number}"):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(written)


def test_free_text_is_refused_where_a_message_is_made() -> None:
    with pytest.raises(ValidationError):
        AuditRecorded(
            subject_type="customer", subject_id="1", action="reveal_customer", detail={"purpose": "张三要求核对"}
        )


def test_a_reason_that_is_no_code_any_more_is_told_as_other() -> None:
    """A message of before, replayed: what was written as a reason goes no further."""
    for written in ("11010519491231002X", "changed-mind", "他改主意了"):
        message = ApplicationWithdrawn.from_json(
            json.dumps({"application_id": str(UUID(int=1)), "reason": written, "withdrawn_at": "2026-11-23T09:00:00Z"})
        )
        assert message.reason == "OTHER"


def test_the_page_names_every_message_and_every_field() -> None:
    page = catalogue_files()[Path("docs/messages.md")]
    for type, message in MESSAGES.items():
        section = page.split(f"\n## {type}\n", 1)[1].split("\n## ", 1)[0]
        assert all(f"| `{name}` |" in section for name in message.model_fields)
