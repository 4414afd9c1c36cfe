"""What people do with tasks beside deciding them: notes, mentions, sending back, standing still, laying aside, search."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from casework import MONDAY_10H, YUAN, Casework, paper_id, refused

from loan_contracts.decisions import TaskMentioned, TaskOverdue, TaskReminded


async def act(casework: Casework, task: str, what: str, subject: str = "u-approver", **body: Any) -> httpx.Response:
    return await casework.post(f"/v1/tasks/{task}/{what}", "approver", subject=subject, json=body or None)


async def known(casework: Casework, *subjects: str, role: str = "approver") -> None:
    for subject in subjects:
        assert (await casework.get("/v1/tasks", role, subject=subject)).status_code == 200


async def test_a_note_mentions_people_who_are_told_and_names_papers(casework: Casework) -> None:
    application, task = await casework.in_review()
    await known(casework, "u-approver", "u-second")
    paper = {"document_id": str(paper_id("INTERVIEW")), "sha256": "a" * 64}
    strange = await act(casework, task, "notes", text="请核实流水，见附件", documents=[paper])
    assert strange.status_code == 201  # of an application from before papers were told it is not known which it has
    application, task = await casework.in_review(papers=[])
    strange = await act(casework, task, "notes", text="请核实流水，见附件", documents=[paper])
    assert (refused(strange), strange.json()["errors"][0]["pointer"]) == (
        (422, "document-unfit"),
        "/documents/0/document_id",
    )
    await casework.paper(application, "INTERVIEW")
    body: dict[str, Any] = {"text": "请核实流水，见附件", "mentions": ["u-second"], "documents": [paper]}
    answer = await act(casework, task, "notes", **body)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["by"], answer.json()["mentions"]) == ("u-approver", ["u-second"])
    [told] = await casework.harness.outbox(TaskMentioned)
    assert (told.recipients, told.mentioned_by, str(told.task_id)) == (["u-second"], "u-approver", task)
    assert "流水" not in told.to_json().decode()
    listed = (await casework.get(f"/v1/tasks/{task}/notes", "approver")).json()["items"]
    assert [(n["text"], n["documents"]) for n in listed] == [("请核实流水，见附件", [paper])]
    unknown = await act(casework, task, "notes", text="请核实流水", mentions=["u-nobody"])
    assert refused(unknown) == (422, "assignee-unknown")
    assert unknown.json()["errors"][0]["pointer"] == "/mentions"
    elsewhere = await casework.get(f"/v1/tasks/{task}/notes", "risk-officer")
    assert refused(elsewhere) == (404, "task-not-found")
    page = await casework.get(f"/v1/cases/{(await casework.view(application))['id']}/decision-page", "approver")
    assert "NOTED" in [e["what"] for e in page.json()["timeline"]]


async def test_what_was_handed_over_is_sent_back_or_taken_back(casework: Casework) -> None:
    _, task = await casework.in_review()
    await known(casework, "u-approver", "u-second")
    await casework.claim(task)
    assert refused(await act(casework, task, "return")) == (409, "not-handed-over")
    await act(casework, task, "reassignment", to="u-second")
    assert refused(await act(casework, task, "return")) == (409, "task-not-claimed")
    assert (await act(casework, task, "return", "u-second")).json()["assignee"] == "u-approver"
    assert refused(await act(casework, task, "retrieval")) == (409, "not-handed-over")
    await act(casework, task, "reassignment", to="u-second")
    assert refused(await act(casework, task, "retrieval", "u-third")) == (409, "not-handed-over")
    assert (await act(casework, task, "retrieval")).json()["assignee"] == "u-approver"
    done = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)
    assert done.status_code == 200, done.text


async def test_a_suspended_task_stands_still_with_the_working_time_that_is_left(casework: Casework) -> None:
    """Opened on Monday at 10:00 with four working hours, it is due at 15:00. Suspended at 11:00 it has three left."""
    application, task = await casework.in_review()
    await casework.claim(task)
    casework.clock.move(hours=1)
    assert (await act(casework, task, "suspension")).json()["status"] == "SUSPENDED"
    assert refused(await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)) == (409, "task-suspended")
    assert (await casework.get("/v1/tasks?mine=true", "approver", subject="u-approver")).json()["items"] == []
    [listed] = (await casework.get("/v1/tasks?status=SUSPENDED", "approver")).json()["items"]
    assert listed["id"] == task
    counts = (await casework.get("/v1/tasks/counts", "approver")).json()
    assert (counts["all"]["open"], counts["all"]["claimed"]) == (0, 0)
    await casework.pass_time(days=1)
    assert await casework.harness.outbox(TaskOverdue) == []
    resumed = (await act(casework, task, "resumption", "u-second")).json()  # Tuesday at 11:00
    assert (resumed["status"], resumed["assignee"], resumed["due_at"]) == (
        "CLAIMED",
        "u-approver",
        "2026-03-03T07:00:00Z",
    )
    assert refused(await act(casework, task, "resumption")) == (409, "task-not-suspended")
    assert (await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)).status_code == 200
    assert (await casework.view(application))["status"] == "DECIDED"


async def test_a_task_is_laid_aside_until_a_time_and_its_holder_is_reminded(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.claim(task)
    beyond = (MONDAY_10H + timedelta(days=1)).isoformat()
    assert refused(await act(casework, task, "snooze", until=beyond)) == (422, "snooze-out-of-range")
    until = (MONDAY_10H + timedelta(hours=1)).isoformat()
    assert (await act(casework, task, "snooze", until=until)).json()["snoozed_until"] == "2026-03-02T03:00:00Z"
    await casework.pass_time(minutes=30)
    assert await casework.harness.outbox(TaskReminded) == []
    await casework.pass_time(minutes=31)
    [reminded] = await casework.harness.outbox(TaskReminded)
    assert reminded.recipients == ["u-approver"]
    assert (await casework.get(f"/v1/tasks/{task}", "approver")).json()["snoozed_until"] is None


@pytest.mark.parametrize("number", ["AP20260302-1", "AP20260302-1777"])
async def test_tasks_are_found_by_the_beginning_of_an_application_number(casework: Casework, number: str) -> None:
    await casework.in_review(application_no="AP20260302-2888")
    _, task = await casework.in_review(application_no="AP20260302-1777")
    found = (await casework.get(f"/v1/tasks?number={number}", "approver")).json()["items"]
    assert [(t["id"], t["application_no"]) for t in found] == [(task, "AP20260302-1777")]
    await casework.decided(task, "APPROVE", amount_minor=30_000 * YUAN)
    closed = (await casework.get(f"/v1/tasks?number={number}&status=COMPLETED", "approver")).json()["items"]
    assert [t["id"] for t in closed] == [task]
    assert (await casework.get(f"/v1/tasks?number={number}", "risk-officer")).json()["items"] == []


async def test_tasks_are_searched_by_what_is_called_so_numbered_so_or_written_about_them(casework: Casework) -> None:
    _, first = await casework.in_review(product_code="PCL-BRANCH", application_no="AP20260302AAAAAA")
    _, second = await casework.in_review(application_no="AP20260302BBBBBB")
    verify = await casework.submitted(process_code="personal-credit-branch", application_no="AP20260302CCCCCC")
    await casework.checked(verify)
    await casework.claim(first)
    for task, text in ((first, "请核实 公积金 流水，与 IRS 报表不符"), (second, "房产评估报告已过期")):
        assert (await act(casework, task, "notes", text=text)).status_code == 201

    async def found(q: str, *roles: str, **more: str) -> list[str]:
        query = {"q": q} | more
        headers = casework.harness.signer.headers(*(roles or ("approver",)), subject="u-approver")
        answer = await casework.harness.client.get("/v1/tasks", params=query, headers=headers)
        assert answer.status_code == 200, answer.text
        return [task["id"] for task in answer.json()["items"]]

    assert set(await found("人工复核")) == {first, second}  # by the name of the stage
    assert await found("复核 pcl-branch") == [first]  # and of the product
    assert await found("流水") == await found("公积金 irs") == [first]  # by a note, in whatever case
    assert await found("评估 过期") == [second]
    assert await found("流水 过期") == []  # all of it in one note
    assert await found("估报") == [second]
    assert await found("ap20260302bb") == [second]
    assert await found("核实材料") == []  # a task of another role
    assert await found("核实材料", "risk-officer") == [(await casework.open_task(verify))["id"]]
    assert await found("流水", "risk-officer") == []
    assert await found("复核", status="CLAIMED") == [first]
    await casework.decided(second, "DECLINE", reason_codes=["R05"])
    assert await found("评估报告") == [second]  # closed as well
    assert await found("人工复核", limit="1") == [first]
    refusal = await casework.get("/v1/tasks?q=%E8%B4%B7", "approver")
    assert refusal.status_code == 422
