"""Who may read what, and input that makes no sense."""

import base64
from typing import Any
from uuid import UUID

import pytest

from loan_servicekit.service import paths_without_permission
from loan_servicekit.testing import Harness

ID = UUID(int=7)


@pytest.mark.parametrize(
    ("path", "allowed", "refused"),
    [
        (f"/v1/applications/{ID}/timeline", "auditor", "collector"),
        (f"/v1/applications/{ID}/trace", "operations", "auditor"),
        (f"/v1/traces/{'a' * 32}", "operations", "management"),
        ("/v1/audit/verify", "audit-administrator", "operations"),
        ("/v1/audit/entries", "auditor", "approver"),
        (f"/v1/evidence/{ID}", "auditor", "risk-officer"),
        ("/v1/funnel", "management", "customer-manager"),
    ],
)
async def test_a_read_needs_its_permission_and_a_valid_token(bus: Any, path: str, allowed: str, refused: str) -> None:
    client, signer = bus.harness.client, bus.harness.signer
    for headers, status, code in (
        ({}, 401, "token-missing"),
        (signer.headers(allowed, expires_in=-60), 401, "token-expired"),
        (signer.headers(refused), 403, "permission-missing"),
    ):
        answer = await client.get(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await client.get(path, headers=signer.headers(allowed))).status_code in (200, 404)


async def test_every_documented_route_names_its_permission_and_the_span_receiver_is_not_documented(
    harness: Harness,
) -> None:
    assert paths_without_permission(harness.app.routes) == []
    assert not [path for path in harness.app.openapi()["paths"] if "otlp" in path]


def cursor_of(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    ["[]", "[1,2,3]", '["x"]', "[-1]", "[9223372036854775808]", "[1.5]", "[null]", '["0001-01-01T00:00:00+14:00","x"]',
     f'["0001-01-01T00:00:00+14:00","{ID}"]', "{}", "x"],
)  # fmt: skip
async def test_a_cursor_that_we_did_not_give_is_refused(bus: Any, text: str) -> None:
    for path in ("/v1/audit/entries", f"/v1/evidence/{ID}", f"/v1/applications/{ID}/timeline"):
        problem = await bus.get(path, "auditor", expect=422, cursor=cursor_of(text))
        assert problem["code"] == "cursor-invalid"


async def test_numbers_and_texts_out_of_range_are_refused(bus: Any) -> None:
    for path, query in (
        ("/v1/audit/verify", {"from": 0}), ("/v1/audit/verify", {"to": 2**63}), ("/v1/audit/entries", {"limit": 0}),
        ("/v1/audit/entries", {"subject": "a\0b"}), ("/v1/audit/entries", {"subject": "\u674e"}),
        ("/v1/audit/entries", {"subject": "x" * 101}), ("/v1/evidence/no-uuid", {}),
    ):  # fmt: skip
        assert (await bus.get(path, "auditor", expect=422, **query))["code"] == "request-invalid", (path, query)


HIT = [{"code": "F-03", "detail": "device"}]
TURN = {"at": "decide", "flow": "flow_to_review", "label": "其余", "values": {"fraud_outcome": "REVIEW"}}
COVERED: dict[str, set[str]] = {
    "risk-officer": set(), "approver": set(), "committee-member": set(), "management": set(), "auditor": set(),
    "customer-manager": {"screening"}, "contract-officer": {"screening", "assessment"},
    "operations": {"screening", "assessment"}, "audit-administrator": {"screening", "assessment"},
}  # fmt: skip
FIGURES = {
    "screening": {"fraud.screened": {"screening_id", "outcome", "reasons", "rules_version"},
                  "task.created": {"hints", "flows"}, "audit.recorded": {"action", "detail", "subject_id", "subject_type"}},
    "assessment": {"risk.assessed": {"outcome", "score", "grade", "limit_minor"}, "decision.made": {"score", "grade"}},
}  # fmt: skip


@pytest.mark.parametrize("role", COVERED)
@pytest.mark.parametrize("path", ["timeline", "evidence", "entries"])
async def test_a_figure_is_shown_to_who_may_read_it_at_its_owner(bus: Any, role: str, path: str) -> None:
    await bus.tell(
        bus.record("application.submitted", application_id=ID, branch="SH-01"),
        bus.record("fraud.screened", application_id=ID, outcome="REVIEW", reasons=HIT, source="antifraud-svc"),
        bus.record("risk.assessed", application_id=ID, score=512, source="risk-svc"),
        bus.record("task.created", application_id=ID, hints=["F-03"], flows=[TURN]),
        bus.record("decision.made", application_id=ID, score=512, grade="D", reasons=[{"code": "R03"}]),
        bus.record("audit.recorded", application_id=ID, subject_type="watch-entry", action="propose_watch_entry",
                   detail={"kind": "PERSON"}, source="antifraud-svc"),
        bus.record("audit.recorded", application_id=ID, subject_type="application", action="attach_document"),
    )  # fmt: skip
    address = {
        "timeline": f"/v1/applications/{ID}/timeline",
        "evidence": f"/v1/evidence/{ID}",
        "entries": "/v1/audit/entries",
    }
    headers = bus.harness.signer.headers(role, branch="SH-01")
    answer = await bus.harness.client.get(address[path], headers=headers)
    if answer.status_code == 403:
        audits = role in ("auditor", "audit-administrator")
        assert (path == "timeline") == (role == "audit-administrator") or not audits
        return
    uncovered = COVERED[role]
    for item in answer.json()["items"]:
        audited_elsewhere = item["type"] == "audit.recorded" and item["source"] != "antifraud-svc"
        for kind, by_type in FIGURES.items():
            for name in () if audited_elsewhere else by_type.get(item["type"], ()):
                assert (name in item["figures"]) == (kind not in uncovered), (item["type"], name)
                assert (name in item["withheld"]) == (kind in uncovered), (item["type"], name)
        if path != "timeline":
            assert (item["figures_text"] is None) == bool(item["withheld"])
    assert ("F-03" in answer.text or "watch" in answer.text) == ("screening" not in uncovered)
    assert "R03" in answer.text and "attach_document" in answer.text


async def test_the_timeline_says_that_a_decision_has_a_comment_and_where_it_is_read(bus: Any) -> None:
    case, proof = UUID(int=8), "ab" * 32
    await bus.tell(bus.record("task.completed", application_id=ID, case_id=case, comment_sha256=proof))
    for path in (f"/v1/applications/{ID}/timeline", f"/v1/evidence/{ID}"):
        [entry] = (await bus.get(path, "auditor"))["items"]
        assert (entry["figures"]["comment_sha256"], entry["figures"]["case_id"]) == (proof, str(case))


async def test_why_the_process_turned_to_a_person_is_in_the_timeline(bus: Any) -> None:
    await bus.tell(bus.record("task.created", application_id=ID, flows=[TURN]))
    [entry] = (await bus.get(f"/v1/applications/{ID}/timeline", "approver"))["items"]
    assert entry["figures"]["flows"] == [TURN]
