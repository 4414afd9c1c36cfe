"""Drafts at the door: kept for who draws them, seen by colleagues, lost to nobody who saves at the same time; and what a
decision that is not in force yet would have said."""

import json
from copy import deepcopy

from casework import YUAN, Casework, refused
from test_definition_changes import ASKING, DESIGNER, in_force

from loan_contracts.operations import AuditRecorded
from workflow_svc.api.definitions.change_views import SMALLEST_DECISION

HALF = '<definitions id="d" targetNamespace="urn:test"><process id="half"'


async def test_a_draft_is_kept_taken_up_and_lost_to_nobody(casework: Casework) -> None:
    body = {"kind": "PROCESS", "name": "新的复核", "content": HALF, "code": "personal-credit", "based_on": 1}
    begun = await casework.post("/v1/definition-drafts", DESIGNER, subject="u-designer", json=body)
    assert begun.status_code == 201, begun.text
    path = f"/v1/definition-drafts/{begun.json()['id']}"
    assert (begun.headers["etag"], begun.json()["size"]) == ('"1"', len(HALF))
    # saved at home, then once more in the tab that was left open in the office
    first = {"name": "新的复核", "content": HALF + "/>"}
    seen = casework.harness.signer.headers(DESIGNER, subject="u-designer") | {"If-Match": '"1"'}
    saved = await casework.harness.client.post(f"{path}/content", headers=seen, json=first)
    assert (saved.status_code, saved.headers["etag"]) == (200, '"2"')
    seen |= {"Idempotency-Key": "another-tab"}
    stale = await casework.harness.client.post(f"{path}/content", headers=seen, json=first | {"content": "older"})
    assert refused(stale) == (412, "precondition-failed")
    found = await casework.get(path, DESIGNER)
    assert (found.json()["content"], found.headers["etag"]) == (HALF + "/>", '"2"')
    # a colleague sees it and begins his own with it, but saves nothing into it
    other = await casework.post(f"{path}/content", DESIGNER, subject="u-other", json=first)
    assert refused(other) == (403, "not-own-draft")
    await casework.post("/v1/definition-drafts", DESIGNER, subject="u-other", json=body | {"kind": "DECISION"})

    async def listed(query: str, subject: str) -> list[str]:
        answer = await casework.get(f"/v1/definition-drafts{query}", DESIGNER, subject=subject)
        assert "content" not in str(answer.json()["items"])
        return [each["owner"] for each in answer.json()["items"]]

    assert await listed("", "u-other") == ["u-other", "u-designer"]
    assert await listed("?mine=true", "u-designer") == ["u-designer"]
    assert await listed("?kind=DECISION", "u-designer") == ["u-other"]
    # it is in force nowhere, and gone once it is thrown away
    assert (await casework.get("/v1/processes/half/versions/1/bpmn", DESIGNER)).status_code == 404
    gone = await casework.post(f"{path}/disposal", DESIGNER, subject="u-designer")
    assert (gone.json()["status"], gone.json()["size"]) == ("DISCARDED", 0)
    again = await casework.post(f"{path}/content", DESIGNER, subject="u-designer", json=first)
    assert refused(again) == (409, "draft-discarded")
    assert await listed("?mine=true", "u-designer") == []
    assert (await casework.get(path, "approver")).status_code == 403
    audits = [m.action for m in await casework.harness.outbox(AuditRecorded) if m.subject_type == "definition-draft"]
    assert audits == ["begin_draft", "save_draft", "begin_draft", "discard_draft"]


async def test_a_draft_of_a_decision_is_tried_on_what_cases_knew(casework: Casework) -> None:
    draft = deepcopy(SMALLEST_DECISION)
    draft["graph"]["nodes"][1]["content"]["rules"][0]["amount"] = "<= 10000000"
    draft["examples"][1]["given"] = {"amount_minor": 10_000_001}
    content = {"content": json.dumps(draft)}

    async def simulated(**told: object) -> dict[str, object]:
        answer = await casework.post("/v1/decision-simulations", DESIGNER, json=content | told)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    assert (await simulated())["cases"] == 0
    await in_force(casework, "/v1/decisions", {"content": json.dumps(SMALLEST_DECISION)})
    assert (await casework.published(ASKING)).status_code == 200
    small, middle, large = [
        await casework.submitted(process_code="visits", amount_minor=amount * YUAN)
        for amount in (30_000, 200_000, 600_000)
    ]
    told = await simulated()
    assert told["results"] == [
        {"result": {"visits": 2}, "draft": 2, "in_force": 1},
        {"result": {"visits": 1}, "draft": 1, "in_force": 2},
    ]
    [other] = told["differences"]  # type: ignore[misc]
    assert other == {
        "name": str(middle.application_id),
        "given": {"amount_minor": 200_000 * YUAN},
        "draft": {"result": {"visits": 2}, "fallback": "no rule gives visits"},
        "in_force": {"result": {"visits": 1}, "fallback": ""},
    }
    assert (told["cases"], told["fallbacks"]) == (3, 2)
    assert (await simulated(history_of="visits"))["cases"] == 0  # none of them is decided
    for application in (small, large):
        for number, task in enumerate((await casework.view(application))["tasks"]):
            await casework.decided(task["id"], "DECLINE", f"u-visitor-{number}", reason_codes=["R10"])
    decided = await simulated(history_of="visits")
    assert (decided["cases"], decided["differences"]) == (2, [])
