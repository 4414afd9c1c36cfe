"""What a step is handed in and hands on (input and output parameters of Camunda 7): on both executors alike, and as
SpiffWorkflow itself computes it where that has the same semantics (its scripts before and after a task)."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.spiff.parser.process import SpiffBpmnParser

from loan_servicekit.core import Invalid
from workflow_svc.engine import ProcessEngine, State

FILE = (Path(__file__).parent.parent / "files" / "modeler-5-mapping.bpmn").read_bytes()
FOUND = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None, max_examples=50)


@pytest.mark.parametrize("executor", ["token", "spiff"])
def test_a_file_of_the_modeler_hands_in_and_on(engine: ProcessEngine, dialogue: Any, executor: str) -> None:
    assert engine.publish(FILE, 1).definition.bpmn == FILE
    case = dialogue(engine, engine.load(FILE, 1, executor), restart=True)
    case.start(amount_minor=1_000, branch="310000-01")
    (task,) = case.answer("assess.1", limit_minor=900).tasks
    # an input of the name of a variable stands before it at the step, and leaves it as it is
    assert task.given == {"who": "u-risk-1", "urgency": 90, "share": 50, "amount_minor": 1_001}
    assert (task.assignee, task.priority) == ("u-risk-1", 90)
    before = case.state
    assert State.restored(before.stored()) == before
    # what a person tells under the name of an input takes its place: 25 %, not 50 %
    assert case.answer("look.1", outcome="APPROVE", form={"share": 25}).result == "APPROVED"
    assert case.state.variables["lent_minor"] == 250
    assert "share" not in case.state.variables  # it was of the step alone
    assert case.state.handed == ()


def test_what_nobody_reads_and_what_cannot_be_read_is_refused(engine: ProcessEngine) -> None:
    for before, after, element, code in (
        ("limit_minor - asked_minor", "limit_minor", "assess", "mapping-misplaced"),  # handed to nobody
        ("limit_minor - asked_minor", "limit_minor - urgency", "assess", "variable-unknown"),  # of another step alone
        ('name="urgency">${room_minor &lt; 0 ? 90 : 10}', 'name="urgency">${who == "x" ? 90 : 10}', "look", "variable-unknown"),
        ("${50}", "${urgency}", "look", "variable-unknown"),
        ("${urgency}", "${who}", "look", "expression-malformed"),
        ('inputParameter name="share"', 'inputParameter name="Share"', "look", "mapping-malformed"),
        ("${50}", '<camunda:script scriptFormat="groovy">50</camunda:script>', "look", "extension-unsupported"),
    ):  # fmt: skip
        assert before.encode() in FILE, before
        with pytest.raises(Invalid) as refused:
            engine.publish(FILE.replace(before.encode(), after.encode(), 1), 1)
        assert (f"/elements/{element}", code) in {(e.pointer, e.code) for e in refused.value.errors}, (before, after)


def test_another_version_of_a_step_hands_in_the_same(engine: ProcessEngine, dialogue: Any, now: datetime) -> None:
    case = dialogue(engine, engine.publish(FILE, 1).definition, restart=True)
    case.start(amount_minor=1_000, branch="310000-01")
    case.answer("assess.1", limit_minor=900)
    renamed = FILE.replace(b'inputParameter name="who"', b'inputParameter name="whom"').replace(b"${who}", b"${whom}")
    gaps = engine.move(case.definition, case.state, engine.publish(renamed, 2).definition, {}, now).gaps
    assert [(gap.element, gap.code) for gap in gaps] == [("look", "step-changed")]
    slower = FILE.replace(b"PT10M", b"PT20M")
    moved = engine.move(case.definition, case.state, engine.publish(slower, 2).definition, {}, now).state
    assert moved is not None
    assert moved.handed == case.state.handed


# Random mappings, beside SpiffWorkflow's own scripts before and after a task: sums and products of whole numbers, which
# zen and Python spell alike. What it sets before a task stays known behind it there; what is handed on is compared.

TERMS = st.recursive(
    st.sampled_from(["amount_minor", "one", "two", "7", "12"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=3,
)
OUTER = st.sampled_from(["amount_minor", "3", "(amount_minor + 5)", "(amount_minor * 2)"])
PROCESS = """<definitions id="d" targetNamespace="urn:t" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core"><process id="mapped" isExecutable="true">
  <startEvent id="s"/><userTask id="t" {attributes}><extensionElements>{told}</extensionElements></userTask>
  <exclusiveGateway id="g" default="n"/><endEvent id="e">{approved}</endEvent>
  <sequenceFlow id="a" sourceRef="s" targetRef="t"/><sequenceFlow id="b" sourceRef="t" targetRef="g"/>
  <sequenceFlow id="n" sourceRef="g" targetRef="e"/><sequenceFlow id="y" sourceRef="g" targetRef="e">
  <conditionExpression xsi:type="tFormalExpression">first == second</conditionExpression></sequenceFlow>
  </process></definitions>"""


@FOUND
@given(one=OUTER, two=OUTER, first=TERMS, second=TERMS, amount=st.integers(0, 1_000))
def test_random_mappings_are_what_spiffworkflow_computes(
    engine: ProcessEngine, dialogue: Any, one: str, two: str, first: str, second: str, amount: int
) -> None:
    inputs, outputs = {"one": one, "two": two}, {"first": first, "second": second}
    ours = "".join(
        f'<camunda:{kind}Parameter name="{name}">${{{text}}}</camunda:{kind}Parameter>'
        for kind, named in (("input", inputs), ("output", outputs))
        for name, text in named.items()
    )
    properties = '<camunda:properties><camunda:property name="{}" value="{}"/></camunda:properties>'
    bpmn = PROCESS.format(
        attributes='camunda:candidateGroups="approver" camunda:dueDate="PT4H"',
        told=properties.format("outcomes", "APPROVE") + f"<camunda:inputOutput>{ours}</camunda:inputOutput>",
        approved=f"<extensionElements>{properties.format('result', 'APPROVED')}</extensionElements>",
    )
    case = dialogue(engine, engine.load(bpmn.encode(), 1, "token"), restart=True)
    (task,) = case.start(amount_minor=amount).tasks
    case.answer("t.1", outcome="APPROVE")
    scripts = (("preScript", inputs), ("postScript", outputs))
    theirs = "".join(
        f"<spiffworkflow:{tag}>{chr(10).join(f'{name} = {text}' for name, text in named.items())}</spiffworkflow:{tag}>"
        for tag, named in scripts
    )
    parser = SpiffBpmnParser()
    parser.add_bpmn_xml(etree.parse(io.BytesIO(PROCESS.format(attributes="", told=theirs, approved="").encode())))
    workflow = BpmnWorkflow(parser.get_spec("mapped"))
    workflow.task_tree.data["amount_minor"] = amount
    workflow.do_engine_steps()
    (waiting,) = [each for each in workflow.get_tasks() if each.task_spec.name == "t"]
    waiting.run()
    data = waiting.data
    assert dict(task.given) == {name: data[name] for name in inputs}
    assert {name: case.state.variables[name] for name in outputs} == {name: data[name] for name in outputs}
