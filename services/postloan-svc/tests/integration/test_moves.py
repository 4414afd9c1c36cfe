"""Money that is left over on a loan goes to another loan of the customer; figures are example E1 of domain.md §3.3."""

from typing import Any
from uuid import uuid4

from bank_counter import a_signing, closing_runs, disbursed, move_to, repay, shown

from loan_contracts.lending import LoanDisbursed
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

DUE = 888_488


async def asked(harness: Harness, path: str, subject: str, expect: int, **body: Any) -> dict[str, Any]:
    """What a door answers to a person of finance."""
    headers = harness.signer.headers("finance", subject=subject)
    answer = await harness.client.post(path, headers=headers, json=body or None)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def two_loans(harness: Harness) -> tuple[LoanDisbursed, LoanDisbursed]:
    """Of one customer; what was due of both came to the first."""
    customer = uuid4()
    first, second = [await disbursed(harness, a_signing(customer_id=customer)) for _ in range(2)]
    async with closing_runs(harness):
        await move_to(harness, first.first_due_date)
    await repay(harness, first, amount_minor=2 * DUE)
    return first, second


async def move(harness: Harness, first: LoanDisbursed, expect: int = 202, **body: Any) -> dict[str, Any]:
    path = f"/v1/loans/{first.loan_id}/unapplied-money-moves"
    return await asked(harness, path, "u-one", expect, **{"reason": "meant for the other loan"} | body)


async def balance(harness: Harness, loan: LoanDisbursed, account: str) -> int:
    rows = await harness.rows(
        "select coalesce(sum(amount_minor), 0)::bigint from ledger_entries where loan_id = $1 and account = $2",
        loan.loan_id,
        account,
    )
    return rows[0][0]


async def test_what_is_left_over_pays_another_loan_by_two_people_and_goes_back_as_it_came(harness: Harness) -> None:
    first, second = await two_loans(harness)
    request = await move(harness, first, to_loan_id=str(second.loan_id), amount_minor=DUE)
    assert (request["kind"], request["to_loan_id"]) == ("MOVE", str(second.loan_id))
    approval = f"/v1/repayment-requests/{request['id']}/approval"
    assert (await asked(harness, approval, "u-one", 403))["code"] == "second-person-required"
    assert (await shown(harness, first))["suspense_minor"] == DUE
    await asked(harness, approval, "u-two", 200)
    views = [await shown(harness, each) for each in (first, second)]
    assert [(each["suspense_minor"], each["due_minor"]) for each in views] == [(0, 0), (0, 0)]
    assert [await balance(harness, each, "SUSPENSE") for each in (first, second)] == [0, 0]
    cash = [await balance(harness, each, "CUSTOMER_DEPOSITS") for each in (first, second)]
    assert cash == [DUE - 10_000_000, DUE - 10_000_000]
    for loan in (first, second):  # either loan shows the request, and gives the move back
        path = f"/v1/loans/{loan.loan_id}/repayment-requests"
        headers = harness.signer.headers("finance")
        items = (await harness.client.get(path, headers=headers)).json()["items"]
        assert [each["id"] for each in items] == [request["id"]]
    back = f"/v1/loans/{second.loan_id}/repayments/{request['id']}/reversal"
    reversal = await asked(harness, back, "u-one", 202, reason="the other way round")
    await asked(harness, f"/v1/repayment-requests/{reversal['id']}/approval", "u-two", 200)
    views = [await shown(harness, each) for each in (first, second)]
    assert [(each["suspense_minor"], each["due_minor"]) for each in views] == [(DUE, 0), (0, DUE)]
    again = await asked(harness, back, "u-one", 202, reason="once more")
    problem = await asked(harness, f"/v1/repayment-requests/{again['id']}/approval", "u-two", 409)
    assert problem["code"] == "repayment-already-reversed"
    acts = {each.action for each in await harness.outbox(AuditRecorded)}
    assert {"move_unapplied_money", "take_back_move"} <= acts


async def test_money_that_is_not_left_over_or_not_his_stays_where_it_is(harness: Harness) -> None:
    first, second = await two_loans(harness)
    stranger = await disbursed(harness, a_signing())
    for code, expect, body in (
        ("unapplied-money-insufficient", 409, {"to_loan_id": second.loan_id, "amount_minor": DUE + 1}),
        ("loan-of-another-customer", 409, {"to_loan_id": stranger.loan_id, "amount_minor": 1}),
        ("move-to-same-loan", 422, {"to_loan_id": first.loan_id, "amount_minor": 1}),
        ("loan-not-found", 404, {"to_loan_id": uuid4(), "amount_minor": 1}),
        (
            "repayment-date-invalid",
            422,
            {"to_loan_id": second.loan_id, "amount_minor": 1, "value_date": "2099-01-01"},
        ),
    ):
        problem = await move(harness, first, expect, **body | {"to_loan_id": str(body["to_loan_id"])})
        assert problem["code"] == code
    late = {"to_loan_id": str(second.loan_id), "amount_minor": DUE, "value_date": str(first.value_date)}
    request = await move(harness, first, **late)  # it is there now, and was not on that day
    approval = f"/v1/repayment-requests/{request['id']}/approval"
    before = await harness.rows("select count(*) from ledger_entries")
    assert (await asked(harness, approval, "u-two", 409))["code"] == "unapplied-money-insufficient"
    assert await harness.rows("select count(*) from ledger_entries") == before
    two = [await move(harness, first, to_loan_id=str(second.loan_id), amount_minor=DUE) for _ in range(2)]
    await asked(harness, f"/v1/repayment-requests/{two[0]['id']}/approval", "u-two", 200)
    problem = await asked(harness, f"/v1/repayment-requests/{two[1]['id']}/approval", "u-two", 409)
    assert problem["code"] == "unapplied-money-insufficient"
    paid = f"/v1/loans/{first.loan_id}/repayments"
    items = (await harness.client.get(paid, headers=harness.signer.headers("finance"))).json()["items"]
    taken = f"{paid}/{items[0]['repayment_id']}/reversal"  # what was moved is not his to lose any more
    reversal = await asked(harness, taken, "u-one", 202, reason="returned by the bank")
    problem = await asked(harness, f"/v1/repayment-requests/{reversal['id']}/approval", "u-two", 409)
    assert problem["code"] == "unapplied-money-insufficient"
