"""From the signed contract to settlement, through the doors of the service; figures are example E1 of domain.md §3.3."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from bank_counter import (
    MARKED,
    a_signing,
    begin_closing,
    close_day,
    closing_runs,
    day_closer,
    disbursed,
    move_to,
    open_day,
    repay,
    settled,
    shard_run,
    shown,
)

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import (
    BusinessDayClosed,
    LoanDisbursed,
    LoanDisbursementFailed,
    LoanSettled,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    RepaymentDue,
    RepaymentMissed,
    RepaymentReceived,
)
from loan_contracts.values import AgreedFee, FeeTiming
from loan_servicekit.core import Conflict
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import SEALS

SERVICE = AgreedFee(code="SERVICE", timing=FeeTiming.AT_DISBURSEMENT, amount_minor=20_000)
ACCOUNT = AgreedFee(code="ACCOUNT", timing=FeeTiming.EVERY_INSTALMENT, amount_minor=500)


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


async def test_what_the_contract_asks_beside_interest_is_in_schedule_messages_and_books(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(fees=(SERVICE, ACCOUNT)))
    assert loan.instalment_minor == 888_488 + 500
    assert (
        await sent(harness, PaymentRequested)
    ).amount_minor == 10_000_000  # nothing is taken from the money: 民法典 670
    finance = harness.signer.headers("finance")
    rows = (await harness.client.get(f"/v1/loans/{loan.loan_id}/schedule", headers=finance)).json()["instalments"]
    assert [row["number"] for row in rows] == list(range(13))
    assert [row["fee_minor"] for row in rows] == [20_000] + [500] * 12
    assert (rows[0]["due_on"], rows[0]["total_minor"]) == (str(loan.value_date), 20_000)
    due = await sent(harness, RepaymentDue)
    assert (due.instalment_no, due.fee_minor, due.total_minor) == (0, 20_000, 20_000)

    paid = await repay(harness, loan, amount_minor=20_000)
    assert paid["lines"] == [{"instalment_no": 0, "component": "FEE", "amount_minor": 20_000}]
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    await repay(harness, loan, amount_minor=888_988)
    told = (await harness.outbox(RepaymentReceived))[-1]
    assert (told.fee_minor, told.interest_minor, told.principal_minor) == (500, 100_000, 788_488)
    entries = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]
    assert sum(e["amount_minor"] for e in entries if e["account"] == "FEE_INCOME") == -20_500
    assert sum(e["amount_minor"] for e in entries) == 0


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
    handlers = ("manager-1", "approver-1", "approver-2", "officer-1")
    await harness.deliver(a_signing(handled_by=handlers))
    request = await sent(harness, PaymentRequested)
    await harness.deliver(PaymentFailed(payment_id=request.payment_id, loan_id=request.loan_id, application_id=request.application_id,
                                        direction=request.direction, amount_minor=request.amount_minor, code="64",
                                        failed_at=datetime(2026, 11, 23, tzinfo=UTC)))  # fmt: skip
    assert (await sent(harness, LoanDisbursementFailed)).code == "64"
    path = f"/v1/loans/{request.loan_id}/pay-out"
    assert (await harness.client.post(path, headers=harness.signer.headers("collector"))).status_code == 403
    for handler in handlers:  # maker, checker, contract and disburser are different people
        alone = await harness.client.post(path, headers=harness.signer.headers("finance", subject=handler))
        assert (alone.status_code, alone.json()["code"]) == (403, "maker-not-checker")
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
    view = await shown(harness, loan)
    assert (view["status"], view["dpd"]) == ("OVERDUE", 4)


async def test_a_late_repayment_pays_the_penalty_of_e8_for_seventeen_days_and_cures_the_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    path = f"/v1/loans/{loan.loan_id}/schedule"
    schedule = (await harness.client.get(path, headers=harness.signer.headers("finance"))).json()["instalments"]
    first, second, third = (date.fromisoformat(each["due_on"]) for each in schedule[:3])
    async with closing_runs(harness):
        for due in (first, second):
            await move_to(harness, due)
            await repay(harness, loan, amount_minor=888_488)
        await move_to(harness, third + timedelta(days=17))
    assert (await shown(harness, loan))["status"] == "OVERDUE"
    paid = await repay(harness, loan, amount_minor=896_040 + 500)
    assert {x["component"]: x["amount_minor"] for x in paid["lines"]} == {
        "PENALTY": 6_837, "COMPOUND": 715, "INTEREST": 84_151, "PRINCIPAL": 804_337}  # fmt: skip
    assert paid["excess_minor"] == 500
    view = await shown(harness, loan)
    assert (view["status"], view["outstanding_principal_minor"], view["suspense_minor"]) == ("ACTIVE", 7_610_802, 500)


async def test_the_books_of_a_loan_are_shown_as_they_were_posted(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    await repay(harness, loan, amount_minor=888_588)
    finance = harness.signer.headers("finance")
    books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/repayments", headers=finance)).json()["items"]
    assert [(each["amount_minor"], each["profile"], each["allocation"]) for each in books] == [
        (
            888_588,
            "A",
            [
                {"instalment_no": 1, "component": "INTEREST", "amount_minor": 100_000},
                {"instalment_no": 1, "component": "PRINCIPAL", "amount_minor": 788_488},
            ],
        )
    ]
    ledger: Counter[str] = Counter()
    for entry in (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]:
        ledger[entry["account"]] += entry["amount_minor"]
    assert {account: total for account, total in ledger.items() if total} == {
        "CUSTOMER_DEPOSITS": 888_588 - 10_000_000,
        "INTEREST_INCOME": -100_000,
        "LOAN_PRINCIPAL": (await shown(harness, loan))["outstanding_principal_minor"],
        "SUSPENSE": -100,
    }


async def test_charges_for_lateness_stay_below_the_cap_of_the_day_of_signing(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into parameters select code, '20', unit, date '2026-11-01', null, source, confidence, approved_by"
            " from parameters where code = 'cap.court_financial'"
        )
    await harness.start()  # reads the parameters again
    midnight = datetime(2026, 10, 31, 16, tzinfo=UTC)  # between October and November in Shanghai
    loans = [await disbursed(harness, a_signing(annual_rate=Decimal("0.2"), signed_at=signed_at))
             for signed_at in (midnight - timedelta(seconds=1), midnight)]  # fmt: skip
    async with closing_runs(harness):
        await move_to(harness, loans[0].first_due_date + timedelta(days=10))
    # Row 1 at 20 %: 1,666.67 interest, 7,596.78 principal; 1.5 x 20 % is 30 %, above both caps.
    for loan, penalty, compound in zip(loans, (5_065, 4_220), (1_111, 926), strict=True):
        paid = await repay(harness, loan, amount_minor=1_000_000)
        lines = {x["component"]: x["amount_minor"] for x in paid["lines"]}
        assert lines == {"PENALTY": penalty, "COMPOUND": compound, "INTEREST": 166_667, "PRINCIPAL": 759_678}


async def test_a_repayment_beside_a_closing_run_does_not_take_a_loan_out_of_ageing(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    await open_day(harness, loan.first_due_date + timedelta(days=3))
    day = await begin_closing(harness)
    run = shard_run(harness, day)
    assert [await run.step() for _ in range(2)] == [False, True]  # interest, and what the next day brings
    standing = ("OVERDUE", "M1", 4)
    view = await shown(harness, loan)
    assert (view["status"], view["bucket"], view["dpd"]) == standing
    paid = await repay(harness, loan, amount_minor=100_000)
    assert paid["received_on"] == str(day)
    view = await shown(harness, loan)
    assert (view["status"], view["bucket"], view["dpd"]) == standing
    await day_closer(harness).close_days()
    async with closing_runs(harness):
        await close_day(harness)
    assert (await shown(harness, loan))["dpd"] == 5


async def test_the_last_repayment_settles_the_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(term_months=3))
    async with closing_runs(harness):
        await move_to(harness, loan.maturity_date)
    # Three rows of E1's kind, the first 59 days late, the second 31; two days past due at most change nothing here.
    await repay(harness, loan, amount_minor=10_000_000)
    left = await repay(harness, loan, amount_minor=1_000_000)
    assert (await sent(harness, LoanSettled)).loan_id == loan.loan_id
    again = await repay(harness, loan, amount_minor=300)
    assert (again["excess_minor"], again["lines"]) == (300, [])
    _, refund = await harness.outbox(PaymentRequested)
    assert (refund.amount_minor, refund.direction) == (left["excess_minor"], PaymentDirection.REFUND)
    await harness.deliver(settled(refund))
    assert (await harness.outbox(PaymentRequested))[-1].amount_minor == 300
    assert (await shown(harness, loan))["suspense_minor"] == 300


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


async def many_due(harness: Harness, count: int) -> None:
    """That many loans, of which an instalment was missed on the days before the open one."""
    await harness.deliver(*(a_signing() for _ in range(count)), twice=False)
    await harness.deliver(*map(settled, await harness.outbox(PaymentRequested)), twice=False)
    first_due = (await harness.outbox(LoanDisbursed))[-1].first_due_date
    await open_day(harness, first_due + timedelta(days=10))


async def test_a_run_that_crashes_goes_on_behind_what_it_has_counted(harness: Harness, second: Harness) -> None:
    await many_due(harness, 210)
    day = await begin_closing(harness)
    run = shard_run(harness, day)
    assert [await run.step() for _ in range(2)] == [False, False]
    assert await harness.rows("select accruals, loans from closing_shards where day = $1", day) == [(210, 200)]
    async with closing_runs(second):
        await close_day(second)
    closed = (await harness.outbox(BusinessDayClosed))[-1]
    assert (closed.business_date, closed.loans, closed.due, closed.missed) == (day, 210, 210, 210)


async def test_two_processes_advance_and_count_each_loan_once(harness: Harness, second: Harness) -> None:
    await many_due(harness, 210)
    day = await begin_closing(harness)
    async with closing_runs(harness, second):
        await close_day(harness)
    closed = (await harness.outbox(BusinessDayClosed))[-1]
    assert (closed.business_date, closed.loans) == (day, 210)
    before = await harness.rows("select * from day_closings")
    assert await shard_run(second, day).step() is True  # one that comes late finds the run done
    assert await harness.rows("select * from day_closings") == before


async def test_another_branchs_loan_is_not_shown(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    manager = harness.signer.headers("customer-manager", branch="310000-02")
    answer = await harness.client.get(f"/v1/loans/{loan.loan_id}", headers=manager)
    assert (answer.status_code, answer.json()["code"]) == (403, "other-branch")
    assert (await harness.client.get("/v1/loans", headers=manager)).json()["items"] == []
    own = harness.signer.headers("customer-manager", branch="310000-01")
    assert len((await harness.client.get("/v1/loans", headers=own)).json()["items"]) == 1


async def test_bad_amounts_are_refused_with_the_field(harness: Harness) -> None:
    for amount in (0, -1, 10**15, 10.5, 100.0, "100", "many", None, True):
        answer = await harness.client.post(
            f"/v1/loans/{UUID(int=5)}/repayments",
            headers=harness.signer.headers("finance"),
            json={"amount_minor": amount} | MARKED,
        )
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/amount_minor"), amount


async def test_a_day_before_the_value_date_or_after_the_open_one_is_refused_with_the_field(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    for day in (loan.value_date - timedelta(days=1), loan.value_date + timedelta(days=1)):
        problem = await repay(harness, loan, 422, amount_minor=100, received_on=str(day))
        assert (problem["code"], problem["errors"][0]["pointer"]) == ("repayment-date-invalid", "/received_on")
        assert str(loan.value_date) in problem["detail"]
    for malformed in ("yesterday", 20_000, "2026-02-30"):
        problem = await repay(harness, loan, 422, amount_minor=100, received_on=malformed)
        assert (problem["code"], problem["errors"][0]["pointer"]) == ("request-invalid", "/received_on")
    assert await harness.rows("select count(*) from repayments") == [(0,)]


async def test_a_loan_that_is_not_paid_out_or_does_not_exist_takes_no_repayment(harness: Harness) -> None:
    await harness.deliver(a_signing())
    request = await sent(harness, PaymentRequested)
    for loan_id, status, code in ((request.loan_id, 409, "loan-not-repayable"), (uuid4(), 404, "loan-not-found")):
        answer = await harness.client.post(f"/v1/loans/{loan_id}/repayments", json={"amount_minor": 100} | MARKED,
                                           headers=harness.signer.headers("finance"))  # fmt: skip
        assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_a_repeated_repayment_is_booked_once_and_answered_alike(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    path, headers = f"/v1/loans/{loan.loan_id}/repayments", harness.signer.headers("finance")
    answers = [await harness.client.post(path, headers=headers, json={"amount_minor": 500} | MARKED) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert (await sent(harness, RepaymentReceived)).suspense_minor == 500
    assert (await shown(harness, loan))["suspense_minor"] == 500
    other = await harness.client.post(path, headers=headers, json={"amount_minor": 501} | MARKED)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    keyless = {name: value for name, value in headers.items() if name != "Idempotency-Key"}
    missing = await harness.client.post(path, headers=keyless, json={"amount_minor": 500} | MARKED)
    assert (missing.status_code, missing.json()["code"]) == (422, "idempotency-key-missing")


async def test_a_pay_out_under_way_or_done_is_not_asked_for_again(harness: Harness) -> None:
    await harness.deliver(a_signing())
    request = await sent(harness, PaymentRequested)
    path = f"/v1/loans/{request.loan_id}/pay-out"
    for _ in range(2):
        refused = await harness.client.post(path, headers=harness.signer.headers("finance"))
        assert (refused.status_code, refused.json()["code"]) == (409, "pay-out-already-requested")
        await harness.deliver(settled(request), twice=False)
    assert len(await harness.outbox(PaymentRequested)) == 1


async def test_a_collection_is_no_pay_out(harness: Harness) -> None:
    await harness.deliver(a_signing())
    request = await sent(harness, PaymentRequested)
    (outcome,) = await harness.deliver(settled(request, direction=PaymentDirection.COLLECT))
    assert outcome.code == "payment-direction-unexpected"
    assert await harness.outbox(LoanDisbursed) == []


async def test_a_loan_is_booked_only_from_a_contract_that_bears_the_seal_of_application_svc(harness: Harness) -> None:
    signing = a_signing(card_token="card-of-the-borrower")
    good = SEALS[ContractSigned.TYPE].sealed(signing)
    assert good.seal is not None
    forged = [
        signing.model_copy(update={"seal": ""}),
        good.model_copy(update={"seal": good.seal[:-3]}),
        *(
            good.model_copy(update=changed)
            for changed in (
                {"amount_minor": 99_999_999}, {"annual_rate": Decimal("0.01")}, {"term_months": 120},
                {"customer_id": uuid4()}, {"application_id": uuid4()}, {"contract_no": "HT1"},
                {"card_token": "card-of-another"}, {"penalty_multiple": Decimal("1")}, {"grace_days": 90},
            )
        ),
    ]  # fmt: skip
    await harness.worker.handle([harness.record(each) for each in forged])
    letters = await harness.rows("select state, reason from dead_letters")
    assert letters == len(forged) * [("DEAD", "seal-invalid")]
    assert await harness.rows("select count(*) from loans") == [(0,)]
    await harness.deliver(good)
    order = await sent(harness, PaymentRequested)
    assert (order.amount_minor, order.card_token) == (10_000_000, "card-of-the-borrower")
    assert SEALS[PaymentRequested.TYPE].bears(order)


async def test_a_second_attempt_is_an_order_of_its_own_for_the_card_that_is_verified_then(harness: Harness) -> None:
    await harness.deliver(a_signing(card_token="card-of-the-borrower"))
    first = await sent(harness, PaymentRequested)
    fields = {"payment_id": first.payment_id, "loan_id": first.loan_id, "application_id": first.application_id,
              "direction": first.direction, "amount_minor": first.amount_minor}  # fmt: skip
    failed = PaymentFailed(**fields, code="63", failed_at=datetime(2026, 11, 23, tzinfo=UTC))
    await harness.deliver(failed)
    path = f"/v1/loans/{first.loan_id}/pay-out"
    assert (await harness.client.post(path, headers=harness.signer.headers("finance"))).status_code == 202
    second = (await harness.outbox(PaymentRequested))[-1]
    assert second.payment_id != first.payment_id and second.card_token is None
    assert SEALS[PaymentRequested.TYPE].bears(second)
    assert second.seal != first.seal


async def test_an_answer_about_another_order_changes_no_loan(harness: Harness) -> None:
    """What the channel is said to have done must be what was ordered: amount, direction, loan, payment, application."""
    await harness.deliver(a_signing())
    order = await sent(harness, PaymentRequested)
    wrong: list[dict[str, Any]] = [
        {"amount_minor": order.amount_minor + 1}, {"amount_minor": 1}, {"direction": PaymentDirection.COLLECT},
        {"payment_id": uuid4()}, {"application_id": uuid4()}, {"currency": "USD"},
    ]  # fmt: skip
    for changes in wrong:
        await harness.worker.handle([harness.record(settled(order, **changes))])
        fields = {"payment_id": order.payment_id, "loan_id": order.loan_id, "application_id": order.application_id,
                  "direction": order.direction, "amount_minor": order.amount_minor}  # fmt: skip
        if changes.keys() <= fields.keys():
            failed = PaymentFailed(**fields | changes, code="64", failed_at=datetime(2026, 11, 23, tzinfo=UTC))
            await harness.worker.handle([harness.record(failed)])
    assert await harness.rows("select status from loans") == [("DISBURSING",)]
    assert await harness.outbox(LoanDisbursed) + await harness.outbox(LoanDisbursementFailed) == []
    letters = await harness.rows("select reason, count(*) from dead_letters group by 1 order by 1")
    assert letters == [
        ("pay-out-amount-differs", 5), ("pay-out-of-another-application", 2), ("payment-direction-unexpected", 2)
    ]  # fmt: skip
    await harness.deliver(settled(order))
    assert await harness.rows("select status from loans") == [("ACTIVE",)]
