"""Evidence that tasks need: none is completed without it, it is listed while it is missing or lapses, and renewed."""

from datetime import timedelta
from typing import Any

import httpx
from casework import MONDAY_10H, YUAN, Casework, paper_id, refused

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import EvidenceLapsing
from loan_contracts.operations import AuditRecorded

OFFICER = "risk-officer"


async def inquired(casework: Casework) -> tuple[ApplicationSubmitted, dict[str, str]]:
    """A mortgage whose valuation and interview wait, the tasks by their stage."""
    application = await casework.submitted(process_code="mortgage", amount_minor=150_000 * YUAN,
                                           online_consumer_credit=False)  # fmt: skip
    await casework.checked(application)
    for kind in ("INTERVIEW", "DUAL_RECORDING", "VALUATION"):
        await casework.paper(application, kind)
    tasks = (await casework.view(application))["tasks"]
    return application, {t["stage"]: t["id"] for t in tasks}


async def record(casework: Casework, task: str, kind: str, subject: str = "u-risk", **told: Any) -> httpx.Response:
    body = {"kind": kind, "document_id": str(paper_id(kind)), "sha256": "a" * 64, "taken_at": MONDAY_10H.isoformat(),
            "in_person": True} | told  # fmt: skip
    return await casework.post(f"/v1/tasks/{task}/evidence", OFFICER, subject=subject, json=body)


async def done(casework: Casework, task: str, subject: str, **form: Any) -> httpx.Response:
    await casework.claim(task, subject, OFFICER)
    return await casework.complete(task, "DONE", subject, OFFICER, form=form)


async def listed(casework: Casework, query: str = "", role: str = OFFICER, **claims: Any) -> list[tuple[str, str]]:
    found = await casework.get(f"/v1/checkpoints?{query}", role, **claims)
    assert found.status_code == 200, found.text
    return [(each["kind"], each["standing"]) for each in found.json()["items"]]


async def test_a_task_is_not_completed_without_the_evidence_that_it_needs(casework: Casework) -> None:
    application, tasks = await inquired(casework)
    interview, when = tasks["interview"], {"interviewed_on": "2026-03-02"}
    answer = await done(casework, interview, "u-risk", **when)
    assert refused(answer) == (409, "evidence-missing")
    assert "INTERVIEW, DUAL_RECORDING" in answer.json()["detail"]
    # of a home-purchase loan no interview over a line; and nothing that nobody asked for, or of tomorrow.
    remote = await record(casework, interview, "INTERVIEW", in_person=False)
    assert (refused(remote), remote.json()["errors"][0]["code"]) == (
        (422, "evidence-unfit"),
        "evidence-not-in-person",
    )
    assert refused(await record(casework, interview, "SIGNATURE")) == (404, "checkpoint-not-found")
    tomorrow = (MONDAY_10H + timedelta(days=1)).isoformat()
    assert refused(await record(casework, interview, "INTERVIEW", taken_at=tomorrow)) == (422, "evidence-unfit")
    # It is looked up, not believed: a paper that the application has, with that content, which proves it.
    for changes, code in (
        ({"document_id": str(paper_id("elsewhere"))}, "document-unknown"),
        ({"sha256": "b" * 64}, "document-differs"),
        ({"document_id": str(paper_id("VALUATION"))}, "document-kind-unfit"),
    ):
        believed = await record(casework, interview, "INTERVIEW", **changes)
        assert (refused(believed), believed.json()["errors"][0]["code"]) == ((422, "document-unfit"), code)
    maker = await record(casework, interview, "INTERVIEW", subject="u-manager")
    assert refused(maker) == (403, "maker-not-checker")
    kept = await record(casework, interview, "INTERVIEW")
    assert kept.status_code == 201, kept.text
    assert (kept.json()["standing"], kept.json()["proof"]["by"]) == ("HELD", "u-risk")
    left = await done(casework, interview, "u-risk", **when)
    assert "needs DUAL_RECORDING:" in left.json()["detail"]
    await record(casework, interview, "DUAL_RECORDING", subject="u-other")
    assert (await done(casework, interview, "u-risk", **when)).status_code == 200
    # Who kept evidence has acted on the case: he decides about nothing later.
    await record(casework, tasks["valuation"], "VALUATION", subject="u-value")
    value = {"valued_on": "2026-03-02", "value_minor": 1_000_000 * YUAN}
    assert (await done(casework, tasks["valuation"], "u-value", **value)).status_code == 200
    review = (await casework.open_task(application))["id"]
    assert refused(await casework.claim(review, "u-other")) == (403, "maker-not-checker")
    audits = [a for a in await casework.harness.outbox(AuditRecorded) if a.action == "record_evidence"]
    assert [(a.detail["kind"], a.detail["sha256"]) for a in audits] == [
        ("INTERVIEW", "a" * 64), ("DUAL_RECORDING", "a" * 64), ("VALUATION", "a" * 64),
    ]  # fmt: skip
    await casework.decided(review, "APPROVE", amount_minor=150_000 * YUAN)
    found = await casework.get(f"/v1/applications/{application.application_id}/checkpoints", "auditor")
    assert {each["standing"] for each in found.json()["items"]} == {"CLOSED"}
    assert {each["proof"]["by"] for each in found.json()["items"]} == {"u-risk", "u-other", "u-value"}


async def test_what_is_missing_due_or_lapsing_is_listed_and_told_and_a_lapsed_valuation_bars(
    casework: Casework,
) -> None:
    application, tasks = await inquired(casework)
    assert (await casework.get("/v1/tasks", OFFICER, subject="u-risk")).status_code == 200  # he is known now
    waiting = [("INTERVIEW", "MISSING"), ("DUAL_RECORDING", "MISSING"), ("VALUATION", "MISSING")]
    assert sorted(await listed(casework)) == sorted(waiting)
    assert await listed(casework, "", "approver") == []
    assert await listed(casework, f"role={OFFICER}&branch=310000-02", "auditor") == []
    assert len(await listed(casework, f"role={OFFICER}&branch=310000-01", "auditor")) == 3
    page = (await casework.get("/v1/checkpoints?limit=2", OFFICER)).json()
    rest = (await casework.get(f"/v1/checkpoints?limit=2&cursor={page['next_cursor']}", OFFICER)).json()
    assert len({each["id"] for each in [*page["items"], *rest["items"]]}) == 3
    taken = (MONDAY_10H - timedelta(days=340)).isoformat()  # good for 365 days, told 30 days before
    old = (MONDAY_10H - timedelta(days=365)).isoformat()
    assert refused(await record(casework, tasks["valuation"], "VALUATION", taken_at=old)) == (422, "evidence-unfit")
    await record(casework, tasks["valuation"], "VALUATION", taken_at=taken)
    for kind in ("INTERVIEW", "DUAL_RECORDING"):
        await record(casework, tasks["interview"], kind)
    assert await listed(casework, "standing=LAPSING") == [("VALUATION", "LAPSING")]
    await casework.pass_time(minutes=1)
    await casework.pass_time(minutes=1)
    [told] = await casework.harness.outbox(EvidenceLapsing)
    assert (told.kind, told.recipients, told.due_at) == ("VALUATION", ["u-risk"], MONDAY_10H + timedelta(days=25))
    value = {"valued_on": "2025-03-27", "value_minor": 1_000_000 * YUAN}
    assert (await done(casework, tasks["valuation"], "u-risk", **value)).status_code == 200
    assert (await done(casework, tasks["interview"], "u-risk2", interviewed_on="2026-03-02")).status_code == 200
    review = (await casework.open_task(application))["id"]
    casework.clock.move(days=26)
    assert await listed(casework, "standing=LAPSED") == [("VALUATION", "LAPSED")]
    await casework.claim(review)
    barred = await casework.complete(review, "APPROVE", amount_minor=150_000 * YUAN)
    assert refused(barred) == (409, "evidence-lapsed")
    assert "VALUATION of valuation" in barred.json()["detail"]
    renewed = await record(casework, tasks["valuation"], "VALUATION", "u-third", taken_at=casework.clock().isoformat())
    assert renewed.json()["standing"] == "HELD"
    assert (await casework.complete(review, "APPROVE", amount_minor=150_000 * YUAN)).status_code == 200
    assert await listed(casework, "standing=LAPSING") == []
    late = await record(casework, tasks["valuation"], "VALUATION", "u-third")
    assert refused(late) == (409, "checkpoint-closed")


async def test_a_task_that_stood_still_needs_its_evidence_later(casework: Casework) -> None:
    _, tasks = await inquired(casework)
    await casework.claim(tasks["interview"], "u-risk", OFFICER)
    await casework.post(f"/v1/tasks/{tasks['interview']}/suspension", OFFICER, subject="u-risk")
    await casework.pass_time(days=3)
    resumed = await casework.post(f"/v1/tasks/{tasks['interview']}/resumption", OFFICER, subject="u-risk")
    assert resumed.status_code == 200, resumed.text
    assert await listed(casework, "standing=DUE") == [("VALUATION", "DUE")]
    assert sorted(await listed(casework)) == [("DUAL_RECORDING", "MISSING"), ("INTERVIEW", "MISSING")]
