"""Where the cases of a version stand."""

from casework import Casework, refused

VISITS = (
    '<definitions id="d" targetNamespace="urn:test" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="visits" isExecutable="true">'
    '<startEvent id="start"/>'
    '<userTask id="visit" name="现场核查" camunda:candidateGroups="approver" camunda:dueDate="P1D"><extensionElements>'
    '<camunda:properties><camunda:property name="outcomes" value="APPROVE, DECLINE"/></camunda:properties>'
    "</extensionElements><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality>"
    "</multiInstanceLoopCharacteristics></userTask>"
    '<endEvent id="end"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/>'
    "</camunda:properties></extensionElements></endEvent>"
    '<sequenceFlow id="a" sourceRef="start" targetRef="visit"/><sequenceFlow id="c" sourceRef="visit" targetRef="end"/>'
    "</process></definitions>"
)
PATH = "/v1/processes/visits/versions/{}/activity"


async def test_activity_tells_where_the_cases_of_a_version_stand(casework: Casework) -> None:
    assert (await casework.published(VISITS)).status_code == 200
    applications = [await casework.submitted(process_code="visits") for _ in range(2)]
    told = {"element": "visit", "waiting": 2, "late": 0, "done": 0}  # two tasks of one case are one case that waits
    assert (await casework.get(PATH.format(1), "process-designer")).json() == {"running": 2, "items": [told]}
    for number, task in enumerate((await casework.view(applications[0]))["tasks"]):
        subject = f"u-approver-{number}"
        await casework.claim(task["id"], subject)
        done = await casework.complete(task["id"], "DECLINE", subject, reason_codes=["R01"])
        assert done.status_code == 200, done.text
    after = {"running": 1, "items": [told | {"waiting": 1, "done": 2}]}
    assert (await casework.get(PATH.format(1), "process-designer")).json() == after
    unknown = await casework.get(PATH.format(9), "process-designer")
    assert refused(unknown) == (404, "process-not-found")
