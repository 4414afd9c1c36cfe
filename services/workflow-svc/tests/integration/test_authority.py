"""Who may approve how much: by role, person, branch, product, grade and exception, from a day on, by two persons; what is
above it goes to the next who may."""

from typing import Any

import httpx
import pytest
from casework import YUAN, Casework, refused

from loan_contracts.assessment import FraudOutcome, RiskOutcome
from loan_contracts.decisions import TaskReassigned
from loan_contracts.operations import AuditRecorded

TODAY = "2026-03-02"
BODY: dict[str, Any] = {
    "role": "approver", "most_minor": 10_000 * YUAN, "valid_from": TODAY, "reason": "第 12 次风险会议的决议",
}  # fmt: skip


async def proposed(casework: Casework, by: str = "u-designer", **changes: Any) -> httpx.Response:
    return await casework.post("/v1/authorities", "process-designer", subject=by, json=BODY | changes)


async def decided(casework: Casework, grant: str, what: str, subject: str = "u-management") -> httpx.Response:
    return await casework.post(
        f"/v1/authorities/{grant}/{what}", "management", subject=subject, json={"reason": "因故"}
    )


async def granted(casework: Casework, **changes: Any) -> None:
    answer = await proposed(casework, **changes)
    assert answer.status_code == 201, answer.text
    approved = await decided(casework, answer.json()["id"], "approval")
    assert approved.status_code == 200, approved.text


async def known(casework: Casework, *subjects: str, role: str = "approver") -> None:
    """These have signed in."""
    for subject in subjects:
        assert (await casework.get("/v1/tasks", role, subject=subject)).status_code == 200


async def authority(casework: Casework, application: Any, subject: str = "u-approver") -> int:
    """What the decision page says that he may approve alone."""
    view = await casework.view(application)
    answer = await casework.get(f"/v1/cases/{view['id']}/decision-page", "approver", subject=subject)
    return int(answer.json()["mine"]["authority_minor"])


async def test_authority_is_given_by_two_and_kept_with_its_history(casework: Casework) -> None:
    own = (await proposed(casework)).json()
    assert (own["status"], own["proposed_by"], own["decided_by"]) == ("PROPOSED", "u-designer", None)
    assert refused(await decided(casework, own["id"], "approval", "u-designer")) == (403, "second-person-required")
    assert refused(await casework.post(f"/v1/authorities/{own['id']}/approval", "process-designer", json={})) == (
        403, "permission-missing"
    )  # fmt: skip
    approved = (await decided(casework, own["id"], "approval")).json()
    assert (approved["status"], approved["decided_by"]) == ("APPROVED", "u-management")
    assert refused(await decided(casework, own["id"], "rejection")) == (409, "proposal-decided")
    other = (await proposed(casework, grade="D")).json()["id"]
    assert (await decided(casework, other, "rejection")).json()["status"] == "REJECTED"
    taken = (await proposed(casework, branch="310000-01")).json()["id"]
    back = await casework.post(
        f"/v1/authorities/{taken}/withdrawal", "process-designer", subject="u-designer", json={"reason": None}
    )
    assert back.json()["status"] == "WITHDRAWN"
    listed = (await casework.get("/v1/authorities", "auditor")).json()["items"]
    assert [g["status"] for g in listed] == ["WITHDRAWN", "REJECTED", "APPROVED"]
    in_force = (await casework.get("/v1/authorities?status=APPROVED&role=approver", "auditor")).json()["items"]
    assert [g["id"] for g in in_force] == [own["id"]]
    told = [m for m in await casework.harness.outbox(AuditRecorded) if m.action.endswith("_authority")]
    assert [m.action for m in told] == [
        "propose_authority", "approve_authority", "propose_authority", "reject_authority", "propose_authority",
        "withdraw_authority",
    ]  # fmt: skip
    assert told[2].detail["grade"] == "D"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid_from": "2026-03-01"}, "authority-date-passed"),
        ({"valid_to": "2026-03-01"}, "days-reversed"),
        ({"subject": "u-designer"}, "own-authority"),
        ({"role": "finance"}, "request-invalid"),
        ({"most_minor": 100_000_001}, "request-invalid"),
    ],
)
async def test_what_is_no_authority_is_refused(casework: Casework, changes: dict[str, Any], code: str) -> None:
    answer = await proposed(casework, **changes)
    assert answer.json()["code"] == code, answer.text


async def test_nobody_approves_authority_for_himself(casework: Casework) -> None:
    grant = (await proposed(casework, subject="u-management")).json()["id"]
    assert refused(await decided(casework, grant, "approval", "u-management")) == (403, "own-authority")


async def test_what_names_most_counts_and_what_begins_later_takes_its_place(casework: Casework) -> None:
    """The parameter gives an approver 500,000 yuan."""
    application, _ = await casework.in_review()  # of grade B
    assert await authority(casework, application) == 500_000 * YUAN
    await granted(casework, most_minor=300_000 * YUAN)
    assert await authority(casework, application) == 300_000 * YUAN
    await granted(casework, grade="B", most_minor=200_000 * YUAN)
    await granted(casework, grade="E", most_minor=1)
    assert await authority(casework, application) == 200_000 * YUAN
    await granted(casework, product_code="PCL-ONLINE", branch="310000-01", most_minor=250_000 * YUAN)
    assert await authority(casework, application) == 250_000 * YUAN
    await granted(casework, subject="u-junior", most_minor=20_000 * YUAN)
    assert await authority(casework, application, "u-junior") == 20_000 * YUAN
    assert await authority(casework, application) == 250_000 * YUAN
    await granted(
        casework, product_code="PCL-ONLINE", branch="310000-01", most_minor=10_000 * YUAN, valid_from="2026-03-03"
    )
    assert await authority(casework, application) == 250_000 * YUAN
    casework.clock.move(days=1)
    assert await authority(casework, application) == 10_000 * YUAN


async def test_what_is_above_it_goes_to_the_next_who_may(casework: Casework) -> None:
    """The nearest authority that is enough, of those who took no part; who was of an opinion is heard, and decides no
    more."""
    application, task = await casework.in_review()
    await known(casework, "u-approver", "u-lead", "u-head")
    await granted(casework, subject="u-approver", most_minor=20_000 * YUAN)
    await granted(casework, subject="u-lead", most_minor=40_000 * YUAN)
    await casework.claim(task)
    wrong = await casework.complete(task, "APPROVE", amount_minor=30_000_000 * YUAN)
    assert refused(wrong) == (422, "verdict-invalid")
    answer = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["status"], answer.json()["assignee"]) == ("CLAIMED", "u-lead")
    [reassigned] = await casework.harness.outbox(TaskReassigned)
    assert (reassigned.assignee, reassigned.role) == ("u-lead", None)
    [shown] = (await casework.view(application))["tasks"]
    [opinion] = shown["opinions"]
    assert (opinion["subject"], opinion["choice"], opinion["amount_minor"]) == ("u-approver", "APPROVE", 3_000_000)
    assert refused(await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)) == (409, "task-not-claimed")
    done = await casework.complete(task, "APPROVE", "u-lead", amount_minor=30_000 * YUAN)
    assert done.json()["status"] == "COMPLETED"
    [decision] = await casework.decisions()
    assert (decision.decided_by, decision.amount_minor) == ("u-lead", 30_000 * YUAN)


async def test_within_his_authority_he_decides_himself(casework: Casework) -> None:
    _, task = await casework.in_review()
    await granted(casework, subject="u-approver", most_minor=20_000 * YUAN)
    await casework.decided(task, "APPROVE", amount_minor=20_000 * YUAN)
    [decision] = await casework.decisions()
    assert (decision.amount_minor, decision.outcome) == (20_000 * YUAN, "CONDITIONAL")


async def test_where_nobody_may_a_committee_hears_it(casework: Casework) -> None:
    """A hearing has no way of its own to the committee: the task goes there as it stands."""
    await granted(casework, most_minor=1_000 * YUAN)
    application, task = await casework.in_review()
    await casework.claim(task)
    answer = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)
    assert answer.status_code == 200, answer.text
    committee = await casework.open_task(application)
    assert (committee["stage"], committee["role"], committee["quorum"]) == ("committee_review", "committee-member", 3)
    assert refused(await casework.complete(committee["id"], "APPROVE", role="committee-member", amount_minor=1)) == (
        403, "maker-not-checker"
    )  # fmt: skip


async def test_an_exception_may_have_an_authority_of_its_own(casework: Casework) -> None:
    await granted(casework, exception="ABOVE_LIMIT", most_minor=10_000 * YUAN)
    await granted(casework, subject="u-head", exception="ABOVE_LIMIT", most_minor=50_000 * YUAN)
    await known(casework, "u-approver", "u-head")
    application = await casework.submitted()
    await casework.checked(
        application, fraud={"outcome": FraudOutcome.REVIEW},
        risk={"outcome": RiskOutcome.REFER, "limit_minor": 15_000 * YUAN},
    )  # fmt: skip
    task = (await casework.open_task(application))["id"]
    await casework.claim(task)
    named = {"exceptions": ["ABOVE_LIMIT"], "exception_reason": "老客户，三笔贷款均按期结清"}
    answer = await casework.complete(task, "APPROVE", amount_minor=20_000 * YUAN, **named)
    assert (answer.json()["status"], answer.json()["assignee"]) == ("CLAIMED", "u-head")


async def test_what_was_voted_above_an_authority_does_not_stand(casework: Casework) -> None:
    """`Case.decide` looks at it once more, whatever has led there."""
    _, task = await casework.in_review()
    await casework.claim(task)
    assert (await casework.complete(task, "APPROVE", amount_minor=20_000 * YUAN)).status_code == 200
    [row] = await casework.harness.rows("select votes::text from tasks")
    assert '"authority_minor": 50000000' in row[0] or '"authority_minor":50000000' in row[0]
