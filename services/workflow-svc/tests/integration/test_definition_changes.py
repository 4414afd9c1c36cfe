"""Decisions, bindings and retirements at the doors: checked, put in force by a second person, and what cases do then."""

import json
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from casework import YUAN, Casework, refused

from loan_contracts.operations import AuditRecorded
from workflow_svc.api.definitions.change_views import SMALLEST_DECISION

DESIGNER, MANAGEMENT = "process-designer", "management"
ASKING = (
    '<definitions id="d" targetNamespace="urn:test" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="visits" isExecutable="true">'
    '<startEvent id="start"/><businessRuleTask id="ask" camunda:decisionRef="who-visits"/>'
    '<userTask id="visit" name="现场核查" camunda:candidateGroups="approver" camunda:dueDate="P1D"><extensionElements>'
    '<camunda:properties><camunda:property name="outcomes" value="APPROVE, DECLINE"/></camunda:properties>'
    "</extensionElements><multiInstanceLoopCharacteristics><loopCardinality>visits</loopCardinality>"
    "</multiInstanceLoopCharacteristics></userTask>"
    '<endEvent id="end"><extensionElements><camunda:properties><camunda:property name="result" value="DECLINED"/>'
    "</camunda:properties></extensionElements></endEvent>"
    '<sequenceFlow id="a" sourceRef="start" targetRef="ask"/><sequenceFlow id="b" sourceRef="ask" targetRef="visit"/>'
    '<sequenceFlow id="c" sourceRef="visit" targetRef="end"/></process></definitions>'
)


async def in_force(casework: Casework, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """One person proposes, another puts it in force."""
    proposed = await casework.post(path, DESIGNER, subject="u-designer", json=body)
    assert proposed.status_code == 201, proposed.text
    approval = f"/v1/definition-changes/{proposed.json()['id']}/approval"
    own = await casework.post(approval, DESIGNER, subject="u-designer", json={})
    assert refused(own) == (403, "second-person-required")
    done = await casework.post(approval, MANAGEMENT, subject="u-management", json={"reason": "as agreed"})
    assert done.status_code == 200, done.text
    assert done.json()["status"] == "APPROVED"
    return dict(done.json())


async def runs_on(casework: Casework, application: Any) -> tuple[str, int]:
    """Process and version of an application's case."""
    view = await casework.view(application)
    return view["process_code"], view["process_version"]


async def test_a_process_asks_a_decision_and_the_case_shows_what_it_said(casework: Casework) -> None:
    assert refused(await casework.published(ASKING)) == (422, "process-not-publishable")  # nobody has decided yet
    told = await in_force(casework, "/v1/decisions", {"content": json.dumps(SMALLEST_DECISION)})
    assert told["report"] == {"examples": 2, "version": 1}
    assert (await casework.published(ASKING)).status_code == 200
    small = await casework.submitted(process_code="visits")
    large = await casework.submitted(process_code="visits", amount_minor=600_000 * YUAN)
    assert [len((await casework.view(each))["tasks"]) for each in (small, large)] == [1, 2]
    path = f"/v1/applications/{large.application_id}/decision-evaluations"
    [asked] = (await casework.get(path, "auditor")).json()["items"]
    assert (asked["decision"], asked["version"], asked["given"]) == ("who-visits", 1, {"amount_minor": 60_000_000})
    assert (asked["result"], asked["fallback"]) == ({"visits": 2}, "no rule gives visits")
    audits = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "evaluate_decision"]
    assert next(m.detail for m in audits) == {"decision": "who-visits:1", "element": "ask"}


async def test_a_decision_is_checked_tried_and_superseded(casework: Casework) -> None:
    wrong = deepcopy(SMALLEST_DECISION)
    wrong["examples"][0]["expected"] = {"visits": 7}
    checked = (await casework.post("/v1/decision-checks", DESIGNER, json={"content": json.dumps(wrong)})).json()
    assert [(f["element"], f["code"]) for f in checked["findings"]] == [("example small", "example-fails")]
    refusal = await casework.post("/v1/decisions", DESIGNER, json={"content": json.dumps(wrong)})
    assert refused(refusal) == (422, "process-not-publishable")
    await in_force(casework, "/v1/decisions", {"content": json.dumps(SMALLEST_DECISION)})
    trial = "/v1/decisions/who-visits/versions/{}/trials"
    tried = await casework.post(trial.format(1), DESIGNER, json={"given": {"amount_minor": 5}})
    assert (tried.json()["result"], tried.json()["fallback"]) == ({"visits": 1}, "")
    assert tried.json()["trace"]["table"]["traceData"]["rule"]["_id"] == "small"
    missing = await casework.post(trial.format(1), DESIGNER, json={"given": {}})
    assert (missing.json()["result"], missing.json()["fallback"]) == ({"visits": 2}, "missing: amount_minor")
    other = deepcopy(SMALLEST_DECISION)
    other["otherwise"] = {"visits": 5}
    other["examples"][1]["expected"] = {"visits": 5}
    await in_force(casework, "/v1/decisions", {"content": json.dumps(other)})
    assert [d["version"] for d in (await casework.get("/v1/decisions", DESIGNER)).json()["items"]] == [1, 2]
    assert (await casework.get("/v1/decisions/who-visits/versions/2", DESIGNER)).json()["content"] == other
    absent = await casework.post(trial.format(3), DESIGNER, json={"given": {}})
    assert refused(absent) == (404, "decision-not-found")


@pytest.mark.parametrize("text", ["{{", '{"code": "\\ud800"}', '{"code": 1e999}', "{}", '{"name": "\\u0000"}'])
async def test_what_is_no_document_is_refused(casework: Casework, text: str) -> None:
    refusal = await casework.post("/v1/decisions", DESIGNER, json={"content": text})
    assert refused(refusal) == (422, "process-not-publishable")


async def test_two_who_publish_a_decision_at_once_do_not_overwrite_one_another(casework: Casework) -> None:
    ids = [
        (
            await casework.post(
                "/v1/decisions", DESIGNER, subject="u-designer", json={"content": json.dumps(SMALLEST_DECISION)}
            )
        ).json()
        for _ in range(2)
    ]
    for change in ids:
        path = f"/v1/definition-changes/{change['id']}/approval"
        assert (await casework.post(path, MANAGEMENT, subject="u-management", json={})).status_code == 200
    again = await casework.post(
        f"/v1/definition-changes/{ids[0]['id']}/approval", MANAGEMENT, subject="u-management", json={}
    )
    assert refused(again) == (409, "proposal-decided")
    assert [d["version"] for d in (await casework.get("/v1/decisions", DESIGNER)).json()["items"]] == [1, 2]


@pytest.fixture
async def two_versions(casework: Casework) -> str:
    """A process with two versions beside the seed."""
    for hours in ("8", "4"):
        bpmn = (
            ASKING.replace('<businessRuleTask id="ask" camunda:decisionRef="who-visits"/>', "")
            .replace("visits</loopCardinality>", "1</loopCardinality>")
            .replace('sourceRef="start" targetRef="ask"', 'sourceRef="start" targetRef="visit"')
            .replace('<sequenceFlow id="b" sourceRef="ask" targetRef="visit"/>', "")
            .replace('id="visits"', 'id="branch-credit"')
            .replace("P1D", f"PT{hours}H")
        )
        answer = await casework.published(bpmn)
        assert answer.status_code == 200, answer.text
    return "branch-credit"


async def test_a_branch_starts_on_another_process_and_version_from_its_day_on(
    casework: Casework, two_versions: str
) -> None:
    body = {
        "process_code": "personal-credit",
        "target": two_versions,
        "version": 1,
        "scope": {"branch": "310000-01"},
        "valid_from": "2026-03-02",
        "valid_to": "2026-03-03",
    }
    await in_force(casework, "/v1/process-bindings", body)
    here, there = await casework.submitted(), await casework.submitted(branch="310000-02")
    assert await runs_on(casework, here) == ("branch-credit", 1)
    assert await runs_on(casework, there) == ("personal-credit", 1)
    clash = await casework.post("/v1/process-bindings", DESIGNER, subject="u-designer", json=body | {"version": 2})
    approval = f"/v1/definition-changes/{clash.json()['id']}/approval"
    refusal = await casework.post(approval, MANAGEMENT, subject="u-management", json={})
    assert refused(refusal) == (409, "binding-ambiguous")
    casework.clock.move(days=1)
    later = await casework.submitted()
    assert await runs_on(casework, later) == ("personal-credit", 1)
    told = (await casework.get("/v1/process-bindings", DESIGNER)).json()
    assert [each["scope"] for each in told["bindings"]] == [{"branch": "310000-01"}]
    [adopted] = (await casework.get("/v1/processes/branch-credit/adoption", DESIGNER)).json()["items"]
    assert (adopted["branch"], adopted["version"], adopted["running"], adopted["share"]) == ("310000-01", 1, 1, 1.0)


async def test_no_case_starts_on_a_retired_version_and_running_ones_go_on(
    casework: Casework, two_versions: str
) -> None:
    await casework.submitted(process_code=two_versions)
    retirement = f"/v1/processes/{two_versions}/versions/{{}}/retirement"
    await in_force(casework, retirement.format(2), {"valid_from": "2026-03-02"})
    after = await casework.submitted(process_code=two_versions)
    assert await runs_on(casework, after) == ("branch-credit", 1)
    for version, code in ((2, "version-retired"), (1, "last-version")):
        proposed = await casework.post(
            retirement.format(version), DESIGNER, subject="u-designer", json={"valid_from": "2026-03-02"}
        )
        approval = f"/v1/definition-changes/{proposed.json()['id']}/approval"
        assert refused(await casework.post(approval, MANAGEMENT, subject="u-management", json={})) == (409, code)
    absent = await casework.post(retirement.format(9), DESIGNER, json={"valid_from": "2026-03-02"})
    assert refused(absent) == (404, "process-not-found")


async def test_a_change_is_turned_down_or_taken_back(casework: Casework, two_versions: str) -> None:
    body = {"process_code": "personal-credit", "target": two_versions, "valid_from": "2026-03-02"}
    ids = [
        (await casework.post("/v1/process-bindings", DESIGNER, subject="u-designer", json=body)).json()["id"]
        for _ in range(2)
    ]
    path = "/v1/definition-changes/{}/{}"
    rejected = await casework.post(path.format(ids[0], "rejection"), MANAGEMENT, subject="u-management", json={})
    taken = await casework.post(path.format(ids[1], "withdrawal"), DESIGNER, subject="u-designer", json={})
    assert (rejected.json()["status"], taken.json()["status"]) == ("REJECTED", "WITHDRAWN")
    shown = (await casework.get("/v1/definition-changes?kind=BINDING", DESIGNER)).json()["items"]
    assert [each["id"] for each in shown] == [ids[1], ids[0]]
    assert (await casework.get(f"/v1/definition-changes/{ids[0]}", DESIGNER)).json()["content"][
        "target"
    ] == two_versions
    assert (await casework.get("/v1/process-bindings", DESIGNER)).json()["bindings"] == []


async def test_running_cases_go_to_another_version_after_a_dry_run_or_stay_whole(
    casework: Casework, two_versions: str
) -> None:
    """Version 1 gives eight hours, version 2 four: what is open stays as it is. A decided case does not move."""
    body = {"process_code": two_versions, "target": two_versions, "version": 1, "valid_from": "2026-03-02"}
    await in_force(casework, "/v1/process-bindings", body)
    waits, decided = (
        await casework.submitted(process_code=two_versions),
        await casework.submitted(process_code=two_versions),
    )
    task = (await casework.open_task(decided))["id"]
    await casework.decided(task, "DECLINE", reason_codes=["R05"])
    ids = [(await casework.view(each))["id"] for each in (waits, decided)]
    path, chosen = f"/v1/processes/{two_versions}", {"to_version": 2, "case_ids": ids}
    dry = (await casework.post(f"{path}/migration-checks", DESIGNER, json=chosen)).json()
    assert [(each["movable"], [gap["code"] for gap in each["gaps"]]) for each in dry["cases"]] == [
        (True, []), (False, ["not-running"]),
    ]  # fmt: skip
    assert await runs_on(casework, waits) == (two_versions, 1)
    done = await in_force(casework, f"{path}/migrations", chosen)
    assert (done["report"]["moved"], done["report"]["dry_run"]["movable"]) == (1, 1)
    assert await runs_on(casework, waits) == (two_versions, 2)
    assert await runs_on(casework, decided) == (two_versions, 1)
    await casework.decided((await casework.open_task(waits))["id"], "DECLINE", reason_codes=["R05"])
    assert (await casework.view(waits))["status"] == "DECIDED"
    nobody = await casework.post(f"{path}/migration-checks", DESIGNER, json=chosen | {"case_ids": [str(uuid4())]})
    assert refused(nobody) == (404, "case-not-found")
