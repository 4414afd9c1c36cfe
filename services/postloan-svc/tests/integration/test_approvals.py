"""Acts above what two people decide: put before an approval process, and done once it has approved, or not at all."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from bank_counter import a_signing, closing_runs, disbursed, move_to, repay, shown
from test_changes import APPROVER, asked, changed, request

from loan_contracts.decisions import ApprovalDecided, ApprovalRequested, ApprovalSubject, Outcome, case_id_of_approval
from loan_contracts.lending import LoanChanged, LoanDisbursed
from loan_servicekit.core import utc_now
from loan_servicekit.testing import Harness

LARGE = {"amount_minor": 30_000_000}  # 300,000 yuan; two people alone decide up to 200,000 (§15.7)


async def put(harness: Harness, loan: LoanDisbursed, **change: Any) -> ApprovalRequested:
    """A change that is too large for two people; what was asked of the process."""
    view = await request(harness, loan, **change)
    [told] = [m for m in await harness.outbox(ApprovalRequested) if str(m.approval_id) == view["id"]]
    assert (view["status"], view["process_code"]) == ("REQUESTED", told.process_code)
    return told


def decided(told: ApprovalRequested, outcome: Outcome = Outcome.APPROVED, **changes: Any) -> ApprovalDecided:
    fields: dict[str, Any] = {
        name: getattr(told, name) for name in ("approval_id", "application_id", "loan_id", "subject")
    }
    fields |= {"case_id": case_id_of_approval(told.approval_id), "outcome": outcome, "decided_at": utc_now()}
    fields |= {"amount_minor": told.amount_minor, "decided_by": "u-m1,u-m2,u-m3"}
    return ApprovalDecided(**fields | changes)


async def change(harness: Harness, told: ApprovalRequested) -> dict[str, Any]:
    headers = harness.signer.headers("finance")
    answer = await harness.client.get(f"/v1/loans/{told.loan_id}/changes", headers=headers)
    [found] = [each for each in answer.json()["items"] if each["id"] == str(told.approval_id)]
    return dict(found)


async def test_a_large_write_off_waits_for_its_process_and_is_done_by_its_decision(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(**LARGE))
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=100))
        told = await put(harness, loan, kind="WRITE_OFF")
        assert (told.process_code, told.subject, told.amount_minor, told.requested_by) == (
            "write-off", ApprovalSubject.WRITE_OFF, 30_000_000, "u-manager",
        )  # fmt: skip
        door = f"/v1/loan-changes/{told.approval_id}"
        for act in ("approval", "rejection"):
            assert (await asked(harness, f"{door}/{act}", APPROVER, 409))["code"] == "loan-change-in-process"
        assert (await shown(harness, loan))["status"] != "WRITTEN_OFF"
        # nobody decides his own request, and nothing else than was asked for is decided
        await harness.deliver(decided(told, decided_by="u-m1,u-manager,u-m3"), twice=False)
        await harness.deliver(decided(told, loan_id=uuid4()), twice=False)
        assert (await change(harness, told))["status"] == "REQUESTED"
        await harness.deliver(decided(told))
        assert (await shown(harness, loan))["status"] == "WRITTEN_OFF"
        made = await change(harness, told)
        assert (made["status"], made["decided_by"]) == ("APPROVED", "u-m1,u-m2,u-m3")
        await harness.deliver(decided(told, Outcome.DECLINED))  # too late
        assert (await change(harness, told))["status"] == "APPROVED"
    assert [m.kind for m in await harness.outbox(LoanChanged)] == ["WRITE_OFF"]


async def test_what_a_process_declines_or_what_cannot_be_done_any_more_is_not_done(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(**LARGE))
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=40))
        told = await put(harness, loan, kind="RESTRUCTURING", months=24)
        assert told.process_code == "restructure-and-waiver"
        await harness.deliver(decided(told, Outcome.DECLINED, decided_by="u-looks"))
        turned_down = await change(harness, told)
        assert (turned_down["status"], turned_down["decided_by"]) == ("REJECTED", "u-looks")
        late = await put(harness, loan, kind="RESTRUCTURING", months=24)
        await repay(harness, loan, amount_minor=32_000_000)  # everything, before the committee has sat
        assert (await shown(harness, loan))["status"] == "SETTLED"
        await harness.deliver(decided(late))
        assert (await change(harness, late))["status"] == "REJECTED"
    assert await harness.outbox(LoanChanged) == []


async def test_two_people_decide_a_small_one_as_before(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    made = await changed(harness, loan, kind="RESTRUCTURING", months=24)
    assert (made["status"], made["process_code"]) == ("APPROVED", None)
    assert await harness.outbox(ApprovalRequested) == []
