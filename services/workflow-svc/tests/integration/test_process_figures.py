"""Figures of a process: how cases ended and how long they took, which flows they took, where others wait."""

from casework import YUAN, Casework, refused

TAKEN_TO_REVIEW = {
    "flow_submitted", "flow_collected", "flow_to_fraud", "flow_to_risk", "flow_fraud_screened", "flow_risk_assessed",
    "flow_fraud_over", "flow_risk_over", "flow_checked", "flow_to_review", "flow_reviewed",
}  # fmt: skip


async def test_flows_are_counted_on_the_diagram_and_running_cases_where_they_wait(casework: Casework) -> None:
    approved, declined = (await casework.in_review())[1], (await casework.in_review())[1]
    await casework.decided(approved, "APPROVE", amount_minor=30_000 * YUAN)
    casework.clock.move(hours=1)
    await casework.decided(declined, "DECLINE", "u-second", reason_codes=["R05"])
    await casework.in_review()
    await casework.submitted()
    casework.clock.move(days=1)  # Tuesday
    path = "/v1/processes/personal-credit/figures"
    told = (await casework.get(f"{path}?closed_from=2026-03-02&closed_to=2026-03-03", "management")).json()
    assert (told["ended"], told["per_working_day"], told["median_s"]) == (2, "1.00", 1800)
    assert told["outcomes"] == [{"outcome": "APPROVED", "cases": 1}, {"outcome": "DECLINED", "cases": 1}]
    flows = {each["flow"]: each["times"] for each in told["flows"]}
    last = {"flow_review_approved": 1, "flow_review_declined": 1}
    assert flows == dict.fromkeys(TAKEN_TO_REVIEW, 2) | last
    assert (told["running"], {each["process"] for each in told["flows"]}) == (2, {"personal-credit"})
    at = [(each["element"], each["running"]) for each in told["elements"]]
    assert at == [("collect_data", 1), ("manual_review", 1)]
    yesterday = (await casework.get(f"{path}?closed_from=2026-03-01&closed_to=2026-03-01", "management")).json()
    assert (yesterday["ended"], yesterday["flows"], yesterday["per_working_day"]) == (0, [], "0.00")
    assert (await casework.get(f"{path}?version=99", "management")).json()["running"] == 0
    assert refused(await casework.get(path, "approver")) == (403, "permission-missing")


async def test_a_called_process_is_told_by_its_own_name_and_who_works_is_told_from_who_waits(
    casework: Casework,
) -> None:
    """Claimed at 11:00, still from 12:00 to 14:00 (an hour of work is lost), decided at 15:00: an hour of waiting, two
    of work."""
    application = await casework.submitted(process_code="personal-credit-branch")
    told = (await casework.get("/v1/processes/personal-credit-branch/figures", "management")).json()
    assert [(e["process"], e["element"], e["running"]) for e in told["elements"]] == [
        ("personal-credit-branch", "checks", 1),
        ("credit-checks", "collect_data", 1),
    ]
    await casework.checked(application)
    task, by = (await casework.open_task(application))["id"], {"subject": "u-risk"}
    casework.clock.move(hours=1)
    await casework.claim(task, "u-risk", "risk-officer")
    casework.clock.move(hours=1)
    await casework.post(f"/v1/tasks/{task}/suspension", "risk-officer", **by)
    casework.clock.move(hours=2)
    await casework.post(f"/v1/tasks/{task}/resumption", "risk-officer", **by)
    casework.clock.move(hours=1)
    form = {"income_confirmed": True, "purpose_confirmed": True}
    done = await casework.complete(task, "DONE", "u-risk", "risk-officer", form=form)
    assert done.status_code == 200, done.text
    [each] = (await casework.get("/v1/task-figures?by=person", "management")).json()["items"]
    assert (each["value"], each["waiting"]["median_s"], each["working"]["median_s"]) == ("u-risk", 3600, 7200)
