"""Who sees what of a case and its tasks: by role, permission and branch; and why a case went to a person."""

import hashlib
from typing import Any

import pytest
from casework import Casework
from test_processes import ENDS, HEAD

from loan_contracts.assessment import FraudOutcome
from loan_contracts.decisions import TaskCompleted, TaskCreated
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Reason
from loan_servicekit.testing import Harness

BRANCH, ELSEWHERE = "310000-01", "440300-01"
ASSESSED, SCREENED = {"collected", "risk"}, {"fraud", "comments", "bounds"}
COMMENT = "收入与公积金一致，同意通过"
CUSTOM = f"""{HEAD}  <bpmn:process id="by-term" isExecutable="true">
    <bpmn:extensionElements><camunda:properties>
      <camunda:property name="longest_alone" value="6"/></camunda:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start"/>
    <bpmn:exclusiveGateway id="long_or_short" default="to_approved"/>
    <bpmn:userTask id="look" name="看一眼" camunda:candidateGroups="approver"><bpmn:extensionElements>
      <camunda:properties><camunda:property name="dueWorkingHours" value="4"/>
      <camunda:property name="outcomes" value="DECLINE"/></camunda:properties>
    </bpmn:extensionElements></bpmn:userTask>
{ENDS}    <bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="long_or_short"/>
    <bpmn:sequenceFlow id="to_look" name="期限长" sourceRef="long_or_short" targetRef="look">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">term_months &gt; longest_alone and channel != "branch"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="to_approved" sourceRef="long_or_short" targetRef="approved"/>
    <bpmn:sequenceFlow id="looked" sourceRef="look" targetRef="declined"/>
  </bpmn:process>
</bpmn:definitions>
"""


async def reviewed(casework: Casework) -> tuple[Any, str]:
    """A case that a fraud rule has sent to a person, who has declined it."""
    application = await casework.submitted()
    hit = Reason(code="F-03", detail="device_id_cnt_30d", value="2", limit="2")
    await casework.checked(application, fraud={"outcome": FraudOutcome.REVIEW, "reasons": [hit]})
    task = (await casework.open_task(application))["id"]
    await casework.claim(task, "u-1", "approver")
    done = await casework.complete(task, "DECLINE", "u-1", comment=COMMENT, reason_codes=["R10"])
    assert done.status_code == 200, done.text
    return application, task


@pytest.mark.parametrize(
    ("role", "branch", "withheld"),
    [
        ("customer-manager", BRANCH, SCREENED),
        ("customer-manager", ELSEWHERE, None),
        ("risk-officer", None, set()),
        ("approver", ELSEWHERE, set()),
        ("committee-member", None, set()),
        ("management", None, set()),
        ("auditor", None, set()),
        *((role, BRANCH, None) for role in (
            "process-designer", "channel", "contract-officer", "finance", "collector", "system-administrator",
            "security-administrator", "audit-administrator", "operations", "service",
        )),
    ],
)  # fmt: skip
async def test_a_case_shows_what_the_permissions_of_its_reader_cover(
    casework: Casework, role: str, branch: str | None, withheld: set[str] | None
) -> None:
    application, _ = await reviewed(casework)
    path = f"/v1/applications/{application.application_id}/case"
    answer = await casework.get(path, role, branch=branch)
    if withheld is None:
        assert answer.status_code == 403
        assert "F-03" not in answer.text and "credit" not in answer.text
        return
    view = answer.json()
    assert set(view["withheld"]) == withheld
    for part in ("collected", "risk", "fraud", "bounds"):
        assert (view[part] is None) == (part in withheld), part
    [task] = view["tasks"]
    assert [d["comment"] for d in task["decisions"]] == ([] if "comments" in withheld else [COMMENT])
    assert task["flows"][0]["values"]["fraud_outcome"] == ("withheld" if "fraud" in withheld else "REVIEW")
    assert ("F-03" in answer.text) == ("fraud" not in withheld)
    by_id = await casework.get(f"/v1/cases/{view['id']}/view", role, branch=branch)
    assert by_id.json() == view


@pytest.mark.parametrize(
    ("roles", "subject", "branch", "status"),
    [
        (("approver",), "u-9", None, 200),
        (("auditor",), "u-9", None, 200),
        (("risk-officer",), "u-9", None, 404),  # another role's task
        (("committee-member",), "u-9", None, 404),
        (("risk-officer",), "u-1", None, 200),  # who has worked on it
        (("customer-manager",), "u-9", BRANCH, 403),
        (("process-designer",), "u-9", None, 403),
        (("management",), "u-9", None, 403),
    ],
)
async def test_a_task_is_shown_to_its_role_and_to_who_worked_on_it(
    casework: Casework, roles: tuple[str, ...], subject: str, branch: str | None, status: int
) -> None:
    _, task = await reviewed(casework)
    answer = await casework.get(f"/v1/tasks/{task}", *roles, subject=subject, branch=branch)
    assert answer.status_code == status, answer.text
    if status == 404:
        assert answer.json()["code"] == "task-not-found"
    listed = await casework.get("/v1/tasks", *roles, subject=subject, branch=branch)
    if subject == "u-9":  # the inbox is by role, whoever worked on a task
        assert (listed.status_code == 200 and bool(listed.json()["items"])) == (status == 200)


async def test_the_comment_of_a_decision_is_shown_with_the_case_and_only_its_hash_travels(
    harness: Harness, casework: Casework
) -> None:
    application, _ = await reviewed(casework)
    [task] = (await casework.view(application))["tasks"]
    [decision] = task["decisions"]
    proven = hashlib.sha256(decision["comment"].encode()).hexdigest()
    assert (decision["subject"], decision["comment"], decision["choice"]) == ("u-1", COMMENT, "DECLINE")
    [told] = await harness.outbox(TaskCompleted)
    assert proven == decision["comment_sha256"] == task["comment_sha256"] == told.comment_sha256
    sent = await harness.rows("select value from outbox")
    assert not any(COMMENT.encode() in bytes(value) for (value,) in sent)


async def test_votes_are_secret_until_the_committee_has_decided_and_each_is_proven_by_its_hash(
    harness: Harness, casework: Casework
) -> None:
    application = await casework.submitted(amount_minor=60_000_000, product_max_minor=100_000_000)
    await casework.checked(application)
    task = (await casework.open_task(application))["id"]
    comments = [f"第{n}位委员的意见：还款能力不足" for n in range(3)]
    for n, comment in enumerate(comments):
        [shown] = (await casework.view(application))["tasks"]
        assert (shown["decisions"], shown["comment_sha256"]) == ([], None)
        verdict = {"comment": comment, "reason_codes": ["R10"]}
        await casework.complete(task, "DECLINE", f"u-{n}", "committee-member", **verdict)
    [shown] = (await casework.view(application))["tasks"]
    assert [d["comment"] for d in shown["decisions"]] == comments
    hashes = [d["comment_sha256"] for d in shown["decisions"]]
    assert hashes == [hashlib.sha256(comment.encode()).hexdigest() for comment in comments]
    voted = [a.detail["comment_sha256"] for a in await harness.outbox(AuditRecorded) if a.action == "vote_on_task"]
    assert voted == hashes[:2]
    assert shown["comment_sha256"] == hashlib.sha256("\n".join(comments).encode()).hexdigest()


async def test_whatever_condition_a_designer_writes_the_task_says_where_the_process_turned_and_by_which_figures(
    harness: Harness, casework: Casework
) -> None:
    assert (await casework.published(CUSTOM)).status_code == 200
    application = await casework.submitted(process_code="by-term", term_months=12)
    turn = {
        "at": "long_or_short", "flow": "to_look", "label": "期限长",
        "condition": 'term_months > longest_alone and channel != "branch"',
        "values": {"channel": "mobile-bank", "longest_alone": "6", "term_months": "12"},
    }  # fmt: skip
    assert (await casework.open_task(application))["flows"] == [turn]
    [told] = await harness.outbox(TaskCreated)
    assert [flow.model_dump() for flow in told.flows] == [turn]
    listed = await casework.get("/v1/tasks", "approver")
    assert listed.json()["items"][0]["flows"] == [turn]


async def test_a_default_flow_and_a_timer_that_ran_out_are_told_too(casework: Casework) -> None:
    _, task = await casework.in_review()
    [turn] = (await casework.get(f"/v1/tasks/{task}", "auditor")).json()["flows"]
    assert (turn["at"], turn["flow"], turn["condition"]) == ("decide", "flow_to_review", "")
    assert turn["values"]["fraud_outcome"] == "REVIEW" and turn["values"]["risk_outcome"] == "APPROVE"

    silent = await casework.submitted()
    await casework.pass_time(hours=1)
    [turn] = (await casework.open_task(silent))["flows"]
    assert (turn["at"], turn["flow"]) == ("collect_data_timeout", "flow_collection_silent")


@pytest.mark.parametrize(
    ("to", "status"),
    [
        ("u-approver-2", 200),
        ("019bd906-2054-7fa6-8e43-112345678901", 200),
        ("990101199003078017", 422),
        ("u-13800001111", 422),
        ("99010119900307801X", 422),
        ("张示例", 422),
        ("u 2", 422),
    ],
)
async def test_a_task_goes_to_a_subject_and_no_number_of_a_person_gets_into_its_message(
    casework: Casework, to: str, status: int
) -> None:
    _, task = await casework.in_review()
    await casework.claim(task, "u-1", "approver")
    if status == 200:
        await casework.get("/v1/tasks", "approver", subject=to)
    answer = await casework.post(f"/v1/tasks/{task}/reassignment", "approver", subject="u-1", json={"to": to})
    assert answer.status_code == status, answer.text
