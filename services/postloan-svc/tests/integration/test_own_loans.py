"""A borrower's own doors: his loans, and of nobody else's that they exist."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, repay

from loan_servicekit.testing import Harness

READS = ("", "/schedule", "/repayments", "/prepayment-quotes", "/payment-instruction")


async def got(harness: Harness, customer_id: UUID, path: str, expect: int = 200) -> Any:
    """What the borrower is answered."""
    headers = harness.signer.headers("borrower", subject=str(customer_id), customer_id=customer_id)
    answer = await harness.client.get(f"/v1/my{path}", headers=headers)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def quoted(harness: Harness, customer_id: UUID, loan_id: UUID, **wish: Any) -> Any:
    headers = harness.signer.headers("borrower", subject=str(customer_id), customer_id=customer_id)
    return await harness.client.post(f"/v1/my/loans/{loan_id}/prepayment-quotes", json=wish, headers=headers)


async def test_a_borrower_sees_how_his_loan_stands_and_what_is_due(harness: Harness) -> None:
    signing = a_signing()
    loan = await disbursed(harness, signing)
    await disbursed(harness, a_signing())
    own = signing.customer_id
    (listed,) = (await got(harness, own, "/loans"))["items"]
    assert listed == await got(harness, own, f"/loans/{loan.loan_id}")
    assert (listed["due_minor"], listed["status"], listed["overdue_days"]) == (0, "ACTIVE", 0)
    assert listed["next_due"] == {"number": 1, "due_on": str(loan.first_due_date), "total_minor": 888_488}
    assert not {"branch", "customer_id", "non_accrual_since", "off_balance_interest_minor"} & listed.keys()

    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        told = await got(harness, own, f"/loans/{loan.loan_id}/payment-instruction")
        assert (told["amount_minor"], told["reference"]) == (888_488, listed["loan_no"])
        await repay(harness, loan, amount_minor=888_488)
        await close_day(harness)
    (paid,) = (await got(harness, own, f"/loans/{loan.loan_id}/repayments"))["items"]
    assert (paid["amount_minor"], paid["reversed"]) == (888_488, False)
    assert "booked_at" not in paid and "profile" not in paid
    rows = (await got(harness, own, f"/loans/{loan.loan_id}/schedule"))["instalments"]
    assert [row["unpaid_minor"] for row in rows[:2]] == [0, 888_488]


async def test_a_borrower_has_a_quote_made_for_his_loan_that_finance_takes(harness: Harness) -> None:
    signing = a_signing()
    loan = await disbursed(harness, signing)
    answer = await quoted(harness, signing.customer_id, loan.loan_id, principal_minor=3_000_000)
    assert answer.status_code == 201, answer.text
    quote = answer.json()
    assert (quote["total_minor"], quote["quoted_by"]) == (3_000_000, str(signing.customer_id))
    assert (await got(harness, signing.customer_id, f"/loans/{loan.loan_id}/prepayment-quotes"))["items"] == [quote]
    await repay(harness, loan, amount_minor=3_000_000, quote_id=quote["id"])


@pytest.mark.parametrize("path", READS)
async def test_another_borrowers_loan_is_answered_as_one_that_is_not_there(harness: Harness, path: str) -> None:
    loan, stranger = await disbursed(harness, a_signing()), uuid4()
    his = await got(harness, stranger, f"/loans/{loan.loan_id}{path}", 404)
    nobodys = uuid4()
    none = await got(harness, stranger, f"/loans/{nobodys}{path}", 404)
    told = [json.dumps({name: each[name] for name in ("code", "title", "detail")}) for each in (his, none)]
    assert told[0].replace(str(loan.loan_id), "") == told[1].replace(str(nobodys), "")
    assert (await got(harness, stranger, "/loans"))["items"] == []


async def test_no_quote_is_made_for_another_borrowers_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    answer = await quoted(harness, uuid4(), loan.loan_id)
    assert (answer.status_code, answer.json()["code"]) == (404, "loan-not-found")
    assert await harness.rows("select count(*) from prepayment_quotes") == [(0,)]
