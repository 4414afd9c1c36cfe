"""Files as other tools exchange them: the shapes of reference models of the BPMN Model Interchange Working Group (A.1.1,
A.2.1, C.1.0), written here anew. Each is refused with all reasons at once, by the element's id, or it runs."""

from collections.abc import Callable
from typing import Any

import pytest

from loan_servicekit.core import Invalid
from workflow_svc.engine import ProcessEngine

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"'
    ' targetNamespace="urn:test" expressionLanguage="http://www.w3.org/1999/XPath">'
)
XPATH = 'xsi:type="tFormalExpression" language="http://www.w3.org/1999/XPath"'


def file(process: str, before: str = "") -> bytes:
    return f"{HEAD}{before}{process}</definitions>".encode()


def flows(*each: tuple[str, str, str] | tuple[str, str, str, str]) -> str:
    written = []
    for id, source, target, *condition in each:
        inner = f"<conditionExpression {XPATH}>{condition[0]}</conditionExpression>" if condition else ""
        written.append(f'<sequenceFlow id="{id}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>')
    return "".join(written)


def reasons(engine: ProcessEngine, bpmn: bytes) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        engine.publish(bpmn, 1)
    return {(error.pointer.removeprefix("/elements/"), error.code) for error in refused.value.errors}


# A.1.1: a line of user, service and user tasks, said to be not executable, with nothing said of who does what.
LINE = file(
    '<process id="A.1.1" name="A.1.1 Execution Test" isExecutable="false"><startEvent id="begin"/><endEvent id="end"/>'
    '<userTask id="usertask1" name="Task 1"/><serviceTask id="servicetask1" name="Task 2"/>'
    '<userTask id="usertask2" name="Task 3"/>'
    + flows(("f1", "begin", "usertask1"), ("f2", "usertask1", "servicetask1"), ("f3", "servicetask1", "usertask2"),
            ("f4", "usertask2", "end"))
    + "</process>"
)  # fmt: skip
# A.2.1: abstract tasks, an exclusive gateway without conditions, conditions in XPath out of tasks, data of the process.
FORKED = file(
    '<process id="a-2-1" isExecutable="false"><ioSpecification id="io"><inputSet id="in"/><outputSet id="out"/>'
    '</ioSpecification><startEvent id="begin"/><task id="task_2" default="onward"/><task id="task_3"/>'
    '<exclusiveGateway id="split" default="by_default"/><endEvent id="end"/>'
    + flows(("f1", "begin", "split"), ("by_default", "split", "task_2"), ("other", "split", "task_3"),
            ("condition", "task_2", "end", "true"), ("onward", "task_2", "task_3"), ("f5", "task_3", "end"))
    + "</process>"
)  # fmt: skip
# C.1.0: two pools that send one another messages, one of them executable, with a script in another language.
POOLS = file(
    '<process id="team" isExecutable="false"><startEvent id="their_begin"/></process>'
    '<process id="bpmn-miwg-test-case-c.1.0" isExecutable="true"><startEvent id="received"><messageEventDefinition/>'
    '</startEvent><dataObject id="invoice"/><dataObjectReference id="invoice_ref" dataObjectRef="invoice"/>'
    '<userTask id="approve" camunda:assignee="#{approver}"/><scriptTask id="archive" scriptFormat="groovy">'
    "<script>println invoice</script></scriptTask><exclusiveGateway id=\"approved\" default=\"no\"/>"
    '<endEvent id="end"/><endEvent id="not_processed"><signalEventDefinition/></endEvent>'
    + flows(("f1", "received", "approve"), ("f2", "approve", "approved"), ("yes", "approved", "archive", "${approved}"),
            ("no", "approved", "not_processed"), ("f5", "archive", "end"))
    + "</process>",
    '<collaboration id="pools"><participant id="p1" processRef="team"/></collaboration>',
)  # fmt: skip


@pytest.mark.parametrize(
    ("bpmn", "expected"),
    [
        (LINE, {
            ("A.1.1", "process-code-malformed"), ("A.1.1", "process-not-executable"),
            ("usertask1", "role-unknown"), ("usertask1", "wait-without-timeout"), ("usertask1", "outcomes-missing"),
            ("servicetask1", "request-unknown"), ("servicetask1", "wait-without-timeout"),
            ("usertask2", "role-unknown"), ("usertask2", "wait-without-timeout"), ("usertask2", "outcomes-missing"),
        }),
        (FORKED, {
            ("a-2-1", "process-not-executable"), ("io", "element-unsupported"), ("task_2", "element-unsupported"),
            ("task_3", "element-unsupported"), ("other", "condition-missing"), ("condition", "condition-language"),
        }),
        (POOLS, {
            ("bpmn-miwg-test-case-c.1.0", "process-code-malformed"), ("received", "element-unsupported"), ("received", "message-unknown"),
            ("invoice", "element-unsupported"), ("invoice_ref", "element-unsupported"), ("approve", "role-unknown"),
            ("approve", "wait-without-timeout"), ("approve", "outcomes-missing"), ("approve", "variable-unknown"),
            ("archive", "script-unsupported"), ("not_processed", "element-unsupported"), ("yes", "condition-language"),
            ("yes", "variable-unknown"),
        }),
    ],
    ids=["A.1.1", "A.2.1", "C.1.0"],
)  # fmt: skip
def test_a_reference_model_is_refused_with_every_reason(
    engine: ProcessEngine, bpmn: bytes, expected: set[tuple[str, str]]
) -> None:
    assert reasons(engine, bpmn) == expected


def test_the_same_line_runs_once_it_says_who_does_what(
    engine: ProcessEngine, dialogue: Any, process: Callable[..., bytes], step: Callable[..., str]
) -> None:
    """A.1.1 as it is executed: a person, a service with a timer, a person."""
    elements = "".join(
        (step("start", "begin"), step("human", "usertask1", outcomes="DONE"), step("request", "servicetask1"),
         step("timeout", "silent", on="servicetask1"), step("human", "usertask2", outcomes="APPROVE"),
         step("end", "end", result="APPROVED"))
    )  # fmt: skip
    bpmn = process(elements, ("f1", "begin", "usertask1"), ("f2", "usertask1", "servicetask1"),
                   ("f3", "servicetask1", "usertask2"), ("f4", "usertask2", "end"), ("f5", "silent", "usertask2"))  # fmt: skip
    case = dialogue(engine, engine.publish(bpmn, 1).definition, restart=True)
    assert [task.node_id for task in case.start(amount_minor=1).tasks] == ["usertask1"]
    assert [request.topic for request in case.answer("usertask1.1", outcome="DONE").requests] == [
        "fraud-screening.requested"
    ]
    assert [task.node_id for task in case.answer("fraud.screened", fraud_outcome="PASS").tasks] == ["usertask2"]
    ended = case.answer("usertask2.1", outcome="APPROVE")
    assert (ended.result, ended.taken) == ("APPROVED", ("f4",))
