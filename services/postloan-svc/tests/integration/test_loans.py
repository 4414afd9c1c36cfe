"""From the signed contract to settlement, through the doors of the service; figures are example E1 of domain.md §3.3."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from loan_contracts.messages import (
    BusinessDayClosed,
    ContractSigned,
    LoanDisbursed,
    LoanDisbursementFailed,
    LoanSettled,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    PaymentSettled,
    RepaymentDue,
    RepaymentMissed,
)
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import Conflict
from loan_servicekit.testing import Harness, sent


def a_signing(**changes: Any) -> ContractSigned:
    fields: dict[str, Any] = {
        "application_id": uuid4(), "contract_no": f"HT{uuid4().hex[:10]}", "customer_id": uuid4(), "branch": "310000-01",
        "product_code": "PCL-ONLINE", "amount_minor": 10_000_000, "term_months": 12, "annual_rate": Decimal("0.12"),
        "repayment_method": RepaymentMethod.EQUAL_INSTALMENT, "penalty_multiple": Decimal("1.5"), "grace_days": 3,
        "contract_hash": "c" * 64, "signed_at": datetime(2026, 11, 23, tzinfo=UTC),
    }  # fmt: skip
    return ContractSigned(**fields | changes)


def settled(request: PaymentRequested, **changes: Any) -> PaymentSettled:
    fields: dict[str, Any] = {
        "payment_id": request.payment_id, "loan_id": request.loan_id, "application_id": request.application_id,
        "direction": request.direction, "amount_minor": request.amount_minor, "channel_reference": "Q1",
        "settled_at": datetime(2026, 11, 23, tzinfo=UTC),
    }  # fmt: skip
    return PaymentSettled(**fields | changes)


async def disbursed(harness: Harness, signing: ContractSigned) -> LoanDisbursed:
    await harness.deliver(signing)
    request = (await harness.outbox(PaymentRequested))[-1]
    await harness.deliver(settled(request))
    return (await harness.outbox(LoanDisbursed))[-1]


@asynccontextmanager
async def closing_runs(harness: Harness) -> AsyncIterator[None]:
    task = asyncio.create_task(harness.service.background[1]())
    yield
    task.cancel()


async def close_day(harness: Harness) -> date:
    finance = harness.signer.headers("finance")
    day = (await harness.client.get("/v1/business-day", headers=finance)).json()["business_date"]
    begun = await harness.client.post(f"/v1/business-days/{day}/closing", headers=harness.signer.headers("finance"))
    assert begun.status_code == 202, begun.text
    async with asyncio.timeout(20):
        while (await harness.client.get(f"/v1/business-days/{day}/closing", headers=finance)).json()[
            "status"
        ] != "DONE":
            await asyncio.sleep(0.01)
    return date.fromisoformat(day) + timedelta(days=1)


async def move_to(harness: Harness, day: date) -> None:
    """Closes the day before `day`, having left out the days in between: the run catches up (R-3.9 counts from the due date)."""
    await harness.service.engine.dispose()
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (day - timedelta(days=1),))
    assert await close_day(harness) == day


async def test_a_signed_contract_becomes_one_loan_one_pay_out_and_the_schedule_of_e1(harness: Harness) -> None:
    signing = a_signing()
    loan = await disbursed(harness, signing)
    assert (loan.principal_minor, loan.instalment_minor) == (10_000_000, 888_488)
    request = await sent(harness, PaymentRequested)
    assert (request.amount_minor, request.direction) == (10_000_000, PaymentDirection.PAY_OUT)

    schedule = await harness.client.get(f"/v1/loans/{loan.loan_id}/schedule", headers=harness.signer.headers("finance"))
    rows = schedule.json()["instalments"]
    assert [r["total_minor"] for r in rows] == [888_488] * 11 + [888_485]
    assert sum(r["interest_minor"] for r in rows) == 661_853
    ledger = (
        await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=harness.signer.headers("finance"))
    ).json()
    assert {e["account"]: e["amount_minor"] for e in ledger["items"]} == {
        "LOAN_PRINCIPAL": 10_000_000, "CUSTOMER_DEPOSITS": -10_000_000,
    }  # fmt: skip


async def test_another_message_about_the_same_contract_is_refused_and_moves_no_money(harness: Harness) -> None:
    signing = a_signing()
    await harness.deliver(signing)
    (outcome,) = await harness.deliver(signing.model_copy(update={"sequence": 9}))
    assert isinstance(outcome, Conflict) and outcome.code == "loan-already-booked"
    assert await harness.rows("select refused from inbox where refused is not null") == [("loan-already-booked",)]
    assert len(await harness.outbox(PaymentRequested)) == 1


async def test_a_settlement_of_another_amount_or_a_second_one_is_refused(harness: Harness) -> None:
    await harness.deliver(a_signing())
    request = await sent(harness, PaymentRequested)
    (short,) = await harness.deliver(settled(request, amount_minor=9_000_000))
    assert short.code == "pay-out-amount-differs"
    await harness.deliver(settled(request))
    (again,) = await harness.deliver(settled(request, channel_reference="Q2"))
    assert again.code == "pay-out-not-expected"
    assert len(await harness.outbox(LoanDisbursed)) == 1


async def test_a_refused_pay_out_can_be_asked_for_again_by_finance_under_a_new_payment_id(harness: Harness) -> None:
    await harness.deliver(a_signing())
    request = await sent(harness, PaymentRequested)
    await harness.deliver(PaymentFailed(payment_id=request.payment_id, loan_id=request.loan_id, application_id=request.application_id,
                                        direction=request.direction, amount_minor=request.amount_minor, code="64",
                                        failed_at=datetime(2026, 11, 23, tzinfo=UTC)))  # fmt: skip
    assert (await sent(harness, LoanDisbursementFailed)).code == "64"
    path = f"/v1/loans/{request.loan_id}/pay-out"
    assert (await harness.client.post(path, headers=harness.signer.headers("collector"))).status_code == 403
    assert (await harness.client.post(path, headers=harness.signer.headers("finance"))).status_code == 202
    first, second = await harness.outbox(PaymentRequested)
    assert first.payment_id != second.payment_id


async def test_a_missed_first_instalment_is_told_after_grace_and_counts_from_the_due_date(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        assert [m.total_minor for m in await harness.outbox(RepaymentDue)] == [888_488]
        await move_to(harness, loan.first_due_date + timedelta(days=3))
        assert await harness.outbox(RepaymentMissed) == []
        await move_to(harness, loan.first_due_date + timedelta(days=4))
    missed = await sent(harness, RepaymentMissed)
    assert (missed.dpd, missed.bucket, missed.overdue_minor, missed.due_date) == (4, "M1", 888_488, loan.first_due_date)
    assert [m.missed for m in await harness.outbox(BusinessDayClosed)] == [0, 0, 1]
    view = await harness.client.get(f"/v1/loans/{loan.loan_id}", headers=harness.signer.headers("finance"))
    assert (view.json()["status"], view.json()["dpd"]) == ("OVERDUE", 4)


async def test_a_late_repayment_pays_the_penalty_of_e8_for_seventeen_days_and_cures_the_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=17))
    principal, interest = 788_488, 100_000  # the first row of E1
    penalty = round(principal * 18 * 17 / 36_000)
    compound = round(interest * 18 * 17 / 36_000)
    paid = await harness.client.post(f"/v1/loans/{loan.loan_id}/repayments", headers=harness.signer.headers("finance"),
                                     json={"amount_minor": principal + interest + penalty + compound + 500})  # fmt: skip
    assert paid.status_code == 201, paid.text
    by_component = {x["component"]: x["amount_minor"] for x in paid.json()["lines"]}
    assert by_component == {"PENALTY": penalty, "COMPOUND": compound, "INTEREST": interest, "PRINCIPAL": principal}
    assert paid.json()["excess_minor"] == 500
    view = (await harness.client.get(f"/v1/loans/{loan.loan_id}", headers=harness.signer.headers("finance"))).json()
    assert (view["status"], view["outstanding_principal_minor"], view["suspense_minor"]) == ("ACTIVE", 9_211_512, 500)


async def test_the_last_repayment_settles_the_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(term_months=3))
    async with closing_runs(harness):
        await move_to(harness, loan.maturity_date)
    owed = sum(m.total_minor for m in await harness.outbox(RepaymentDue))
    body = {"amount_minor": owed * 2}
    await harness.client.post(
        f"/v1/loans/{loan.loan_id}/repayments", headers=harness.signer.headers("finance"), json=body
    )
    assert (await sent(harness, LoanSettled)).loan_id == loan.loan_id
    refused = await harness.client.post(
        f"/v1/loans/{loan.loan_id}/repayments", headers=harness.signer.headers("finance"), json=body
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "loan-not-repayable")


async def test_only_the_open_day_can_be_closed_and_asking_twice_is_one_run(harness: Harness) -> None:
    async with closing_runs(harness):
        following = await close_day(harness)
        far = following + timedelta(days=7)
        refused = await harness.client.post(
            f"/v1/business-days/{far}/closing", headers=harness.signer.headers("finance")
        )
        assert (refused.status_code, refused.json()["code"]) == (409, "business-day-not-open")
        again = await harness.client.post(
            f"/v1/business-days/{following - timedelta(days=1)}/closing", headers=harness.signer.headers("finance")
        )
        assert (again.status_code, again.json()["status"]) == (202, "DONE")
    assert len(await harness.outbox(BusinessDayClosed)) == 1


async def test_another_branchs_loan_is_not_shown(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    manager = harness.signer.headers("customer-manager", branch="310000-02")
    answer = await harness.client.get(f"/v1/loans/{loan.loan_id}", headers=manager)
    assert (answer.status_code, answer.json()["code"]) == (403, "other-branch")
    assert (await harness.client.get("/v1/loans", headers=manager)).json()["items"] == []
    own = harness.signer.headers("customer-manager", branch="310000-01")
    assert len((await harness.client.get("/v1/loans", headers=own)).json()["items"]) == 1


async def test_bad_amounts_are_refused_with_the_field(harness: Harness) -> None:
    for amount in (0, -1, 10**15, "many"):
        answer = await harness.client.post(
            f"/v1/loans/{UUID(int=5)}/repayments",
            headers=harness.signer.headers("finance"),
            json={"amount_minor": amount},
        )
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/amount_minor")
