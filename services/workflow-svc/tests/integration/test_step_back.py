"""A case goes back from a task to an earlier one: its work is done anew, by who has done it, and maker and checker stay
apart."""

from typing import Any

import httpx
from casework import YUAN, Casework, paper_id, refused

from loan_contracts.applications import ApplicationSubmitted

OFFICER = "risk-officer"
REASON = "收入证明与流水不符，请重新核实"
INCOME = {"income_confirmed": True, "purpose_confirmed": True}


async def back(casework: Casework, task: str, subject: str, role: str, **told: Any) -> httpx.Response:
    path = f"/v1/tasks/{task}/step-back"
    return await casework.post(path, role, subject=subject, json={"reason": REASON} | told)


async def done(casework: Casework, task: str, subject: str, **form: Any) -> None:
    await casework.claim(task, subject, OFFICER)
    answer = await casework.complete(task, "DONE", subject, OFFICER, form=form)
    assert answer.status_code == 200, answer.text


async def interviewed(casework: Casework, application: ApplicationSubmitted, task: str, subject: str) -> None:
    """The interview of a branch's credit, with the evidence that it needs."""
    for kind in ("INTERVIEW", "DUAL_RECORDING", "DISCLOSURE"):
        await casework.paper(application, kind)
        body = {"kind": kind, "document_id": str(paper_id(kind)), "sha256": "a" * 64,
                "taken_at": casework.clock().isoformat()}  # fmt: skip
        kept = await casework.post(f"/v1/tasks/{task}/evidence", OFFICER, subject=subject, json=body)
        assert kept.status_code == 201, kept.text
    await done(casework, task, subject, interviewed_on="2026-03-02", interview_by="VIDEO")


async def test_a_case_goes_back_and_comes_again(casework: Casework) -> None:
    application = await casework.submitted(process_code="personal-credit-branch")
    await casework.checked(application)
    await casework.get("/v1/tasks", OFFICER, subject="u-risk")  # known from now on
    verify = (await casework.open_task(application))["id"]
    await casework.claim(verify, "u-risk", OFFICER)
    assert refused(await back(casework, verify, "u-risk", OFFICER)) == (409, "step-back-misplaced")  # it is the first
    await done(casework, verify, "u-risk", **INCOME)
    await interviewed(casework, application, (await casework.open_task(application))["id"], "u-talks")
    review = (await casework.open_task(application))["id"]
    assert refused(await back(casework, review, "u-approver", "approver")) == (409, "task-not-claimed")
    await casework.claim(review)
    assert refused(await back(casework, review, "u-approver", "approver", stage="nowhere"))[1] == "step-back-misplaced"
    sent = await back(casework, review, "u-approver", "approver", stage="verify")
    assert sent.status_code == 200, sent.text
    again = sent.json()
    assert (again["stage"], again["status"], again["assignee"]) == ("verify", "CLAIMED", "u-risk")
    assert again["id"] not in (verify, review)
    notes = (await casework.get(f"/v1/tasks/{again['id']}/notes", OFFICER)).json()["items"]
    assert [(note["text"], note["by"]) for note in notes] == [(REASON, "u-approver")]
    assert refused(await casework.complete(review, "APPROVE", amount_minor=30_000 * YUAN))[1] == "task-cancelled"
    # Who held the interview is kept from the verification, as at first; who verified does it anew.
    assert refused(await casework.claim(again["id"], "u-talks", OFFICER)) == (403, "maker-not-checker")
    await done(casework, again["id"], "u-risk", **INCOME)
    talk = (await casework.open_task(application))["id"]
    assert refused(await casework.claim(talk, "u-risk", OFFICER)) == (403, "maker-not-checker")
    await interviewed(casework, application, talk, "u-other")
    last = (await casework.open_task(application))["id"]
    assert refused(await casework.claim(last, "u-risk", "approver")) == (403, "maker-not-checker")
    await casework.decided(last, "APPROVE", amount_minor=30_000 * YUAN)  # who sent it back had decided nothing
    view = await casework.view(application)
    assert (view["status"], [t["status"] for t in view["tasks"] if t["stage"] == "review"]) == (
        "DECIDED", ["CANCELLED", "COMPLETED"],
    )  # fmt: skip


async def test_nothing_is_sent_back_into_a_step_that_goes_on_beside_others(casework: Casework) -> None:
    """Valuation and interview of a mortgage meet in a join, which would wait for ever for the other."""
    application = await casework.submitted(process_code="mortgage", amount_minor=150_000 * YUAN)
    await casework.checked(application)
    tasks = {t["stage"]: t["id"] for t in (await casework.view(application))["tasks"]}
    proof = {"sha256": "a" * 64, "in_person": True, "taken_at": casework.clock().isoformat()}
    for stage, kinds in (("valuation", ["VALUATION"]), ("interview", ["INTERVIEW", "DUAL_RECORDING"])):
        for kind in kinds:
            await casework.paper(application, kind)
            told = proof | {"kind": kind, "document_id": str(paper_id(kind))}
            await casework.post(f"/v1/tasks/{tasks[stage]}/evidence", OFFICER, subject=stage, json=told)
    await done(casework, tasks["valuation"], "valuation", valued_on="2026-03-02", value_minor=900_000 * YUAN)
    await casework.claim(tasks["interview"], "interview", OFFICER)
    await done(casework, tasks["interview"], "interview", interviewed_on="2026-03-02")
    review = (await casework.open_task(application))["id"]
    await casework.claim(review)
    answer = await back(casework, review, "u-approver", "approver")
    assert refused(answer) == (409, "step-back-misplaced")
    assert "join" in answer.json()["detail"]
