"""Publishing processes over HTTP: what is refused and why, versions, and cases that stay on theirs."""

import asyncio
import codecs
from base64 import b64encode
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

import pytest
from casework import YUAN, Casework, an_application, refused

from loan_contracts.decisions import Outcome, TaskCreated
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import NotFound
from loan_servicekit.testing import Databases, Harness, provisioned, sent
from loan_servicekit.testing.harness import settings_values
from workflow_svc.domain.authority.grants import Matter
from workflow_svc.persistence.definitions.cache import FRESH_S
from workflow_svc.settings import Settings
from workflow_svc.wiring import build

MIGRATIONS = Path(__file__).parents[2] / "migrations"
DESIGNER = "process-designer"
SEEDS = sorted(each.name.removesuffix(".bpmn") for each in (files("workflow_svc") / "processes").iterdir())
SEED = (files("workflow_svc") / "processes" / "personal-credit.bpmn").read_text()
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions id="d" targetNamespace="urn:test" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
"""
ENDS = """    <bpmn:endEvent id="approved"><bpmn:extensionElements><camunda:properties>
      <camunda:property name="result" value="APPROVED"/></camunda:properties></bpmn:extensionElements></bpmn:endEvent>
    <bpmn:endEvent id="declined"><bpmn:extensionElements><camunda:properties>
      <camunda:property name="result" value="DECLINED"/></camunda:properties></bpmn:extensionElements></bpmn:endEvent>
"""
SMALL = f"""{HEAD}  <bpmn:process id="small-credit" name="小额贷款" isExecutable="true">
    <bpmn:startEvent id="start"/>
    <bpmn:userTask id="look" name="看一眼" camunda:candidateGroups="approver"><bpmn:extensionElements>
      <camunda:properties><camunda:property name="dueWorkingHours" value="4"/>
      <camunda:property name="outcomes" value="APPROVE, DECLINE"/></camunda:properties>
    </bpmn:extensionElements></bpmn:userTask>
    <bpmn:exclusiveGateway id="which" default="to_declined"/>
{ENDS}    <bpmn:sequenceFlow id="to_look" sourceRef="start" targetRef="look"/>
    <bpmn:sequenceFlow id="to_which" sourceRef="look" targetRef="which"/>
    <bpmn:sequenceFlow id="to_approved" sourceRef="which" targetRef="approved">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">look_outcome == "APPROVE"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="to_declined" sourceRef="which" targetRef="declined"/>
  </bpmn:process>
</bpmn:definitions>
"""
# An assessment that stays silent leaves no score to compare.
SCORED = f"""{HEAD}  <bpmn:process id="by-score" isExecutable="true">
    <bpmn:extensionElements><camunda:properties>
      <camunda:property name="least_score" value="600"/></camunda:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start"/>
    <bpmn:serviceTask id="assess" camunda:topic="risk-assessment.requested"/>
    <bpmn:boundaryEvent id="silence" attachedToRef="assess"><bpmn:timerEventDefinition>
      <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT5M</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="which" default="to_declined"/>
{ENDS}    <bpmn:sequenceFlow id="to_assess" sourceRef="start" targetRef="assess"/>
    <bpmn:sequenceFlow id="assessed" sourceRef="assess" targetRef="which"/>
    <bpmn:sequenceFlow id="silent" sourceRef="silence" targetRef="which"/>
    <bpmn:sequenceFlow id="to_approved" sourceRef="which" targetRef="approved">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">score &gt;= least_score</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="to_declined" sourceRef="which" targetRef="declined"/>
  </bpmn:process>
</bpmn:definitions>
"""

CHANGED_AUTHORITY = (
    "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
    " values ('authority.approver', '123', 'CNY', '2026-02-01', 'a test', 'P', 'u-management')"
)


async def test_a_published_process_runs_new_applications(casework: Casework) -> None:
    answer = await casework.published(SMALL)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["code"], answer.json()["published_version"]) == ("small-credit", 1)
    listed = (await casework.get("/v1/processes", DESIGNER)).json()["items"]
    [shown] = [each for each in listed if each["code"] == "small-credit"]
    assert (shown["code"], shown["executor"], shown["published_by"]) == (
        "small-credit", "token", "u-designer,u-management",
    )  # fmt: skip
    [told] = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "publish_process"]
    assert (told.subject_type, told.subject_id, told.action) == ("process", "small-credit", "publish_process")
    assert (told.detail["version"], told.detail["sha256"]) == ("1", answer.json()["sha256"])

    await casework.submitted(process_code="small-credit")
    task = await sent(casework.harness, TaskCreated)
    lacking = ["EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED"]  # the process asks for nothing
    terms = {"amount_minor": 5_000 * YUAN, "annual_rate": "0.1"}
    await casework.excepted(str(task.task_id), lacking, "u-approver", "u-second", **terms)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.versions["process"]) == (Outcome.CONDITIONAL, "small-credit:1")


async def test_a_process_decides_by_figures_of_its_own(casework: Casework) -> None:
    answer = await casework.published(SCORED)
    assert answer.status_code == 200, answer.text
    for score in (600, 599):
        application = await casework.submitted(process_code="by-score", required_sources=[])
        await casework.harness.deliver(await casework.assessment(application, score=score))
        if score == 600:  # without data and screening the approval is for people to hear
            assert (await casework.open_task(application))["stage"] == "hearing"
        else:
            assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]


async def test_a_condition_that_cannot_be_computed_is_told_in_the_audit_of_the_case(casework: Casework) -> None:
    """The careful way is taken, and an auditor can see that it was, by which flow, and nothing of the person."""
    await casework.published(SCORED)
    application = await casework.submitted(process_code="by-score")
    await casework.pass_time(minutes=5)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.automatic, decision.decided_by) == (Outcome.DECLINED, True, "by-score:1")
    [told] = [m for m in await casework.harness.outbox(AuditRecorded) if m.subject_type == "case"]
    assert (told.action, told.application_id) == ("fire_timer", application.application_id)
    assert told.detail.keys() == {"faults"}
    assert told.detail["faults"].startswith("to_approved: ")


async def test_running_cases_stay_on_their_version(casework: Casework) -> None:
    await casework.published(SMALL)
    old = await casework.submitted(process_code="small-credit")
    second = await casework.published(SMALL.replace("看一眼", "再看一眼"))
    assert second.json()["published_version"] == 2
    new = await casework.submitted(process_code="small-credit")
    for application, version, name in ((old, 1, "看一眼"), (new, 2, "再看一眼")):
        view = await casework.view(application)
        assert (view["process_version"], view["tasks"][0]["name"]) == (version, name)
        await casework.decided(view["tasks"][0]["id"], "DECLINE", reason_codes=["R05"])
    assert [d.versions["process"] for d in await casework.decisions()] == ["small-credit:1", "small-credit:2"]


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        (('fraud_outcome == "DECLINE"', 'fraud_outcom == "DECLINE"'), "/elements/flow_declined_by_rules", ""),
        (
            ('camunda:topic="risk-assessment.requested"', 'camunda:topic="moon.requested"'),
            "/elements/risk_assessment",
            "",
        ),
        (('camunda:candidateGroups="approver"', 'camunda:candidateGroups="janitor"'), "/elements/manual_review", ""),
        (('targetRef="checks_begin" />', 'targetRef="nowhere" />'), "/elements/flow_collected", ""),
        (("</bpmn:definitions>", ""), "/elements/", "bpmn-unreadable"),
    ],
    ids=["misspelt variable", "unknown topic", "unknown role", "flow to nowhere", "not XML"],
)
async def test_a_process_with_findings_is_refused_and_the_element_named(
    casework: Casework, change: tuple[str, str], pointer: str, code: str
) -> None:
    broken = SEED.replace(*change)
    assert broken != SEED
    answer = await casework.published(broken)
    assert refused(answer) == (422, "process-not-publishable")
    named = [(e["pointer"], e["code"]) for e in answer.json()["errors"]]
    assert any(p == pointer and (not code or c == code) for p, c in named), named
    listed = await casework.get("/v1/processes", DESIGNER)
    assert {p["version"] for p in listed.json()["items"]} == {1}


async def test_two_publications_at_once_are_two_versions_or_one_is_refused(casework: Casework) -> None:
    answers = await asyncio.gather(*(casework.published(SMALL.replace("看一眼", f"第{n}眼")) for n in range(2)))
    codes = sorted(a.status_code for a in answers)
    assert codes in ([200, 200], [200, 409]), [a.text for a in answers]
    if codes == [200, 409]:
        assert {refused(a)[1] for a in answers if a.status_code == 409} == {"process-published-meanwhile"}
    versions = [a.json()["published_version"] for a in answers if a.status_code == 200]
    assert sorted(versions) == [1, 2][: len(versions)]


async def test_versions_are_listed_with_their_proof_and_their_xml_is_given_back(casework: Casework) -> None:
    listed = (await casework.get("/v1/processes", "operations")).json()["items"]
    assert [each["code"] for each in listed] == SEEDS
    [seed] = [each for each in listed if each["code"] == "personal-credit"]
    assert (seed["code"], seed["version"], seed["executor"], seed["published_by"]) == (
        "personal-credit",
        1,
        "token",
        "seed",
    )
    assert seed["proof"]["complete"]
    xml = await casework.get("/v1/processes/personal-credit/versions/1/bpmn", DESIGNER)
    assert (xml.status_code, xml.headers["content-type"]) == (200, "application/xml")
    assert xml.text == SEED
    for path in ("personal-credit/versions/2", "nothing/versions/1", f"personal-credit/versions/{10**6}"):
        assert refused(await casework.get(f"/v1/processes/{path}/bpmn", DESIGNER)) == (404, "process-not-found")
    beyond = await casework.get(f"/v1/processes/personal-credit/versions/{10**30}/bpmn", DESIGNER)
    assert refused(beyond) == (422, "request-invalid")


async def proposed(casework: Casework, subject: str = "u-designer", bpmn: str = SMALL) -> str:
    answer = await casework.post("/v1/processes", DESIGNER, subject=subject, json={"bpmn": bpmn})
    assert (answer.status_code, answer.json()["status"], answer.json()["proposed_by"]) == (201, "PROPOSED", subject)
    return f"/v1/process-proposals/{answer.json()['id']}"


async def codes_of(casework: Casework) -> list[str]:
    return [p["code"] for p in (await casework.get("/v1/processes", DESIGNER)).json()["items"]]


async def test_nobody_publishes_alone_whatever_roles_he_holds(casework: Casework) -> None:
    path = await proposed(casework)
    assert await codes_of(casework) == SEEDS
    await casework.harness.deliver(an_application(process_code="small-credit"), twice=False)
    assert await casework.harness.rows("select reason from dead_letters") == [("process-not-found",)]
    for decision in ("approval", "rejection"):
        alone = await casework.post(f"{path}/{decision}", DESIGNER, "management", subject="u-designer", json={})
        assert refused(alone) == (403, "maker-not-checker")
    assert await codes_of(casework) == SEEDS
    drawn = (await casework.get(path, "management", subject="u-management")).json()
    assert (drawn["bpmn"], drawn["status"]) == (SMALL, "PROPOSED")
    published = await casework.post(f"{path}/approval", DESIGNER, subject="u-other", json={})
    assert (published.json()["status"], published.json()["decided_by"]) == ("APPROVED", "u-other")
    assert await codes_of(casework) == sorted([*SEEDS, "small-credit"])
    again = await casework.post(f"{path}/approval", "management", subject="u-management", json={})
    assert refused(again) == (409, "process-proposal-decided")
    told = [m.action for m in await casework.harness.outbox(AuditRecorded) if m.subject_type == "process"]
    assert told == ["propose_process", "approve_process", "publish_process"]


async def test_a_proposal_is_turned_down_by_another_and_taken_back_by_its_proposer(casework: Casework) -> None:
    rejected, withdrawn = await proposed(casework), await proposed(casework)
    reason = {"reason": "nobody looks at the income"}
    down = await casework.post(f"{rejected}/rejection", "management", subject="u-management", json=reason)
    assert (down.json()["status"], down.json()["reason"]) == ("REJECTED", reason["reason"])
    other = await casework.post(f"{withdrawn}/withdrawal", DESIGNER, subject="u-other", json={})
    assert refused(other) == (403, "not-own-proposal")
    assert (await casework.post(f"{withdrawn}/withdrawal", DESIGNER, subject="u-designer", json={})).status_code == 200
    for path in (rejected, withdrawn):
        late = await casework.post(f"{path}/approval", "management", subject="u-management", json={})
        assert refused(late) == (409, "process-proposal-decided")
    assert await codes_of(casework) == SEEDS
    listed = (await casework.get("/v1/process-proposals", DESIGNER)).json()["items"]
    assert [one["status"] for one in listed] == ["WITHDRAWN", "REJECTED"]
    narrowed = (await casework.get("/v1/process-proposals?status=REJECTED&limit=1", DESIGNER)).json()
    assert ([one["status"] for one in narrowed["items"]], narrowed["next_cursor"]) == (["REJECTED"], None)
    assert not any("income" in m.model_dump_json() for m in await casework.harness.outbox(AuditRecorded))


async def test_only_those_who_may_decide_about_processes(casework: Casework) -> None:
    path = await proposed(casework)
    for role in ("approver", "operations", "auditor", "risk-officer"):
        answer = await casework.post(f"{path}/approval", role, subject="u-x", json={})
        assert refused(answer) == (403, "permission-missing")
    unknown = f"/v1/process-proposals/{uuid4()}"
    assert refused(await casework.get(unknown, DESIGNER)) == (404, "process-proposal-not-found")
    answer = await casework.post(f"{unknown}/approval", "management", subject="u-management", json={})
    assert refused(answer) == (404, "process-proposal-not-found")


async def test_only_designers_propose(casework: Casework) -> None:
    for role in ("approver", "operations", "system-administrator"):
        answer = await casework.post("/v1/processes", role, json={"bpmn": SMALL})
        assert refused(answer) == (403, "permission-missing")


@pytest.mark.parametrize("bpmn", ['"\\ud800"', '"\\u0000"', '""', "7", '"<a/>"', '"&lt;"'])
async def test_texts_that_are_no_process_are_refused(casework: Casework, bpmn: str) -> None:
    headers = casework.harness.signer.headers(DESIGNER) | {"Content-Type": "application/json"}
    answer = await casework.harness.client.post("/v1/processes", headers=headers, content=f'{{"bpmn": {bpmn}}}')
    assert answer.status_code == 422, answer.text


async def test_services_that_start_together_publish_a_seed_once(databases: Databases, tmp_path: Path) -> None:
    (tmp_path / "small-credit.bpmn").write_text(SMALL)
    async with provisioned(databases, MIGRATIONS) as url:
        settings = Settings(**settings_values(url), processes_dir=tmp_path)
        harnesses = [Harness(build(settings, "api")) for _ in range(3)]
        try:
            await asyncio.gather(*(harness.start() for harness in harnesses))
            assert await harnesses[0].rows("select code, version from processes") == [("small-credit", 1)]
            for harness in harnesses:
                assert harness.app.state.ports.processes().definitions.newest("small-credit").version == 1
        finally:
            for harness in harnesses:
                await harness.close()


async def test_a_process_that_only_answers_requests_sees_what_another_has_published(
    casework: Casework, database_url: str
) -> None:
    """And a parameter that another has changed. What is fresh when it was published is fresh within a period."""
    other = await Harness(build(Settings(**settings_values(database_url)), "api", casework.clock)).start()
    try:
        assert other.service.mode == "api"
        jobs = {job.name: job for job in other.service.own_jobs}
        assert set(jobs) >= {"definitions", "parameters"} and jobs["definitions"].period_s == FRESH_S
        ports = other.app.state.ports
        assert (await casework.published(SMALL)).status_code == 200
        async with casework.harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(CHANGED_AUTHORITY)
        with pytest.raises(NotFound):
            ports.processes().definitions.newest("small-credit")
        assert ports.processes().authority.most_minor(["approver"], Matter("990101", "PCL")) != 123 * YUAN
        for job in other.service.own_jobs:
            await job.take()
        assert ports.processes().definitions.newest("small-credit").version == 1
        assert ports.processes().authority.most_minor(["approver"], Matter("990101", "PCL")) == 123 * YUAN
    finally:
        await other.close()


async def test_a_changed_seed_is_a_new_version_and_an_unchanged_one_is_not(
    databases: Databases, tmp_path: Path
) -> None:
    async with provisioned(databases, MIGRATIONS) as url:
        settings = Settings(**settings_values(url), processes_dir=tmp_path)
        for text, versions in ((SMALL, 1), (SMALL, 1), (SMALL.replace("看一眼", "再看一眼"), 2)):
            (tmp_path / "small-credit.bpmn").write_text(text)
            harness = await Harness(build(settings, "api")).start()
            try:
                assert await harness.rows("select max(version) from processes") == [(versions,)]
            finally:
                await harness.close()


MODELER_FIVE = (Path(__file__).parents[1] / "files" / "modeler-5.bpmn").read_text()


@pytest.mark.parametrize(
    ("declared", "encoding", "bom"),
    [
        ("UTF-8", "utf-8", b""),
        ("UTF-8", "utf-8", codecs.BOM_UTF8),
        ("GBK", "gbk", b""),
        ("gb2312", "gb2312", b""),
        ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ],
)
async def test_a_file_is_taken_as_it_was_saved(casework: Casework, declared: str, encoding: str, bom: bytes) -> None:
    """With lanes, a pool, colours, a drawing, and names in Chinese, as Camunda Modeler 5 writes them."""
    text = MODELER_FIVE.replace('encoding="UTF-8"', f'encoding="{declared}"')
    body = {"file": b64encode(bom + text.encode(encoding)).decode()}
    proposed = await casework.post("/v1/processes", DESIGNER, subject="u-designer", json=body)
    assert proposed.status_code == 201, proposed.text
    shown = await casework.get(f"/v1/process-proposals/{proposed.json()['id']}", DESIGNER)
    assert shown.json()["bpmn"] == MODELER_FIVE


async def test_text_has_no_encoding_but_the_one_that_it_is_sent_in(casework: Casework) -> None:
    body = {"bpmn": "\ufeff" + MODELER_FIVE.replace('encoding="UTF-8"', 'encoding="GBK"')}
    proposed = await casework.post("/v1/processes", DESIGNER, subject="u-designer", json=body)
    assert proposed.status_code == 201, proposed.text


@pytest.mark.parametrize("file", [b"<?xml version='1.0' encoding='utf-7'?><a/>", "\u5f20".encode("gbk"), b"\x00"])
async def test_a_file_that_is_not_in_its_encoding_is_refused(casework: Casework, file: bytes) -> None:
    body = {"file": b64encode(file).decode()}
    refusal = await casework.post("/v1/processes", DESIGNER, subject="u-designer", json=body)
    assert refused(refusal) == (422, "process-not-publishable")
    assert refusal.json()["errors"][0]["code"] == "bpmn-unreadable"


async def test_a_draft_is_checked_without_being_kept(casework: Casework) -> None:
    """Every reason at once, by element."""
    wrong = SEED.replace("external-data.requested", "everything.requested").replace("PT5M", "soon")
    checked = await casework.post("/v1/process-checks", DESIGNER, json={"bpmn": wrong})
    assert checked.status_code == 200, checked.text
    assert {(each["element"], each["code"]) for each in checked.json()["findings"]} >= {
        ("collect_data", "request-unknown"),
        ("fraud_screening_timeout", "timer-malformed"),
        ("risk_assessment_timeout", "timer-malformed"),
    }
    right = (await casework.post("/v1/process-checks", DESIGNER, json={"bpmn": SMALL})).json()
    assert (right["publishable"], right["code"], right["next_version"]) == (True, "small-credit", 1)
    assert (await casework.get("/v1/process-proposals", DESIGNER)).json()["items"] == []


async def test_what_a_version_has_changed_is_told(casework: Casework) -> None:
    for bpmn in (SMALL, SMALL.replace("看一眼", "看两眼")):
        assert (await casework.published(bpmn)).status_code == 200
    path = "/v1/processes/small-credit/versions/{}/changes"
    found = (await casework.get(path.format(2), DESIGNER)).json()["items"]
    assert found == [{"element": "look", "part": "name", "before": "看一眼", "after": "看两眼"}]
    assert refused(await casework.get(path.format(1), DESIGNER)) == (404, "process-not-found")


async def test_a_draft_is_played_over_what_decided_cases_were_answered(casework: Casework) -> None:
    """The process as it is decides each as it was decided."""
    small, large = await casework.submitted(), await casework.submitted(amount_minor=400_000 * YUAN)
    for application in (small, large):
        await casework.checked(application)
    await casework.decided((await casework.open_task(large))["id"], "DECLINE", reason_codes=["R05"])
    body = {"bpmn": SEED, "history_of": "personal-credit"}
    answer = await casework.post("/v1/process-simulations", DESIGNER, json=body)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["results"], told["tasks"], told["differences"]) == (
        {"APPROVED": 1, "DECLINED": 1}, {"approver": 1}, [],
    )  # fmt: skip
    ways = [(len(way["path"]), way["count"], way["timers_s"], way["due_hours"]) for way in told["paths"]]
    assert sorted(ways) == [(3, 1, 0, 0), (4, 1, 0, 4)]
    given = {"bpmn": SMALL, "facts": [{"name": "one", "answers": {"look": [{"outcome": "APPROVE"}]}}]}
    told = (await casework.post("/v1/process-simulations", DESIGNER, json=given)).json()
    assert [(each["name"], each["result"], each["path"]) for each in told["items"]] == [("one", "APPROVED", ["look"])]
