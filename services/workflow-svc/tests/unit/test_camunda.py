"""Files of Camunda Modeler 5: what they say of tasks is understood, or refused by its name and the element's id."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from loan_servicekit.core import Invalid
from workflow_svc.engine import ProcessEngine

FILES = Path(__file__).parent.parent / "files"
TOLD = {"visited_on": "2026-03-02", "staff_seen": 3, "stock": "FULL", "remark": None, "photographed": True}


@pytest.fixture(scope="module")
def file() -> bytes:
    return (FILES / "modeler-5-tasks.bpmn").read_bytes()


def test_all_that_a_task_says_reaches_it(engine: ProcessEngine, file: bytes, dialogue: Any) -> None:
    case = dialogue(engine, engine.publish(file, 1).definition, restart=True)
    (task,) = case.start(amount_minor=1_000).tasks
    assert (task.role, task.assignee, task.priority) == ("risk-officer", "u-risk-1", 80)
    assert (task.due_hours, task.follow_up_hours, task.form.key) == (12, 4, "site-visit")
    assert task.form.schema()["required"] == ["visited_on", "staff_seen"]
    assert task.form.schema()["properties"]["staff_seen"] == {
        "title": "People at work",
        "readOnly": False,
        "type": "integer",
        "minimum": 0,
        "maximum": 10_000,
    }
    assert case.answer("visit.1", outcome="APPROVE", form=TOLD).result == "APPROVED"


def test_what_the_form_holds_decides(engine: ProcessEngine, file: bytes, dialogue: Any) -> None:
    definition = engine.publish(file, 1).definition
    for change in ({"stock": "SHORT"}, {"staff_seen": 2}):
        case = dialogue(engine, definition, restart=True)
        assert case.start(amount_minor=10).tasks[0].priority == 20
        assert case.answer("visit.1", outcome="APPROVE", form=TOLD | change).result == "DECLINED"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"visited_on": None}, "visited_on"),
        ({"visited_on": "yesterday"}, "visited_on"),
        ({"staff_seen": -1}, "staff_seen"),
        ({"staff_seen": 10_001}, "staff_seen"),
        ({"staff_seen": "three"}, "staff_seen"),
        ({"staff_seen": True}, "staff_seen"),
        ({"stock": "STOLEN"}, "stock"),
        ({"remark": "x" * 21}, "remark"),
        ({"photographed": "yes"}, "photographed"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_a_form_value_is_refused_by_the_name_of_its_field(
    engine: ProcessEngine, file: bytes, dialogue: Any, change: dict[str, Any], field: str
) -> None:
    case = dialogue(engine, engine.publish(file, 1).definition, restart=True)
    case.start(amount_minor=10)
    with pytest.raises(Invalid) as refused:
        case.answer("visit.1", outcome="APPROVE", form=TOLD | change)
    assert refused.value.code == "form-value-refused"
    assert [error.pointer for error in refused.value.errors] == [f"/form/{field}"]
    assert case.answer("visit.1", outcome="DECLINE", form=TOLD).result == "DECLINED"  # nothing was half done


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('camunda:assignee="u-risk-1"', 'camunda:assignee="two words"', "assignee-malformed"),
        ('camunda:assignee="u-risk-1"', 'camunda:assignee="${amount_minor}"', "expression-malformed"),
        ('camunda:assignee="u-risk-1"', 'camunda:assignee="${boss}"', "variable-unknown"),
        ('camunda:assignee="u-risk-1"', 'camunda:candidateUsers="u-risk-1"', "extension-unsupported"),
        ('camunda:dueDate="P1DT4H"', 'camunda:dueDate="2026-12-01T09:00:00"', "due-date-malformed"),
        ('camunda:dueDate="P1DT4H"', 'camunda:dueDate="${dateTime().plusDays(3).toDate()}"', "due-date-malformed"),
        ('camunda:followUpDate="PT4H"', 'camunda:followUpDate="P1M"', "due-date-malformed"),
        ("amount_minor &#62; 100 ? 80 : 20", "channel", "expression-malformed"),
        ('camunda:formKey="site-visit"', 'camunda:formRef="site-visit"', "extension-unsupported"),
        ('label="Remark" type="string"', 'label="Remark" type="money"', "form-malformed"),
        ('label="Remark" type="string"', 'label="Remark" type="string" defaultValue="x"', "form-malformed"),
        ('name="maxlength" config="20"', 'name="validator" config="org.example.Check"', "form-malformed"),
        ('id="remark"', 'id="Remark 1"', "form-malformed"),
        (
            'name="outcomes" value',
            'name="quorum" value="3" /><camunda:property name="outcomes" value',
            "form-malformed",
        ),
        ('${stock == "SHORT"}', "${execution.getVariable('stock')}", "variable-unknown"),
        (
            '${stock == "SHORT"}',
            "<camunda:list><camunda:value>1</camunda:value></camunda:list>",
            "extension-unsupported",
        ),
        (
            "<camunda:formData>",
            '<camunda:taskListener class="x" event="create" /><camunda:formData>',
            "extension-unsupported",
        ),
    ],
)
def test_what_is_not_understood_is_refused_by_name(
    engine: ProcessEngine, file: bytes, before: str, after: str, code: str
) -> None:
    assert before.encode() in file
    with pytest.raises(Invalid) as refused:
        engine.publish(file.replace(before.encode(), after.encode()), 1)
    assert ("/elements/visit", code) in {(error.pointer, error.code) for error in refused.value.errors}


def test_a_computed_assignee_and_priority_change_between_versions(engine: ProcessEngine, file: bytes) -> None:
    other = file.replace(b'name="max" config="10000"', b'name="max" config="500"').replace(b'"PT4H"', b'"PT8H"')
    found = {(change.element, change.part) for change in engine.changes(file, other)}
    assert found == {("visit", "field staff_seen"), ("visit", "camunda:followUpDate")}


def test_the_file_is_kept_as_it_was_saved(engine: ProcessEngine, file: bytes, now: datetime) -> None:
    assert engine.publish(file, 1).definition.bpmn == file
