"""Repayments from a bank's statement file: what is clear is taken in, what is not stands in the list of breaks."""

from datetime import timedelta
from typing import Any

import pytest
from bank_counter import a_signing, disbursed, open_day, repay, shown

from loan_contracts.lending import RepaymentReceived
from loan_servicekit.testing import Harness

HEADER = "record,reference,received_on,amount,currency,loan_no"


async def imported(harness: Harness, content: str, expect: int = 201) -> dict[str, Any]:
    answer = await harness.client.post(
        "/v1/bank-statements", headers=harness.signer.headers("finance"), json={"content": content}
    )
    assert answer.status_code == expect, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_lines_become_repayments_and_what_is_unclear_becomes_a_break(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    day, later = loan.value_date, loan.value_date + timedelta(days=3)
    await open_day(harness, later)
    await repay(harness, loan, amount_minor=5_000, reference="B-0")
    lines = [
        f"D,B-1,{later},1000.00,CNY,{loan.loan_no}",
        f"D,B-2,{day},500.50,CNY,{loan.loan_no}",  # of an earlier day than the line before it
        f"D,B-3,{day},10.00,CNY,HT-NOBODYS-01",
        f"D,B-0,{day},50.00,CNY,{loan.loan_no}",
        f"D,B-1,{day},1000.00,CNY,{loan.loan_no}",
        f"D,B-4,{day},10.00,USD,{loan.loan_no}",
        f"D,B-5,2099-01-01,10.00,CNY,{loan.loan_no}",
        f"D,B-6,{day},99999999.00,CNY,{loan.loan_no}",
    ]
    content = "\n".join([HEADER, *lines, "T,8,,100002579.50,,", ""])
    told = await imported(harness, content)
    assert (told["lines"], told["taken"], told["taken_minor"]) == (8, 2, 150_050)
    assert [(each["number"], each["code"]) for each in told["breaks"]] == [
        (4, "loan-not-found"),
        (5, "repayment-reference-taken"),
        (6, "repayment-reference-taken"),
        (7, "repayment-currency-differs"),
        (8, "repayment-date-invalid"),
        (9, "repayment-beyond-debt"),
    ]
    assert (await shown(harness, loan))["suspense_minor"] == 155_050
    received = {each.amount_minor for each in await harness.outbox(RepaymentReceived)}
    assert received == {5_000, 100_000, 50_050}
    events = "select reference, source, value_date from loan_events order by reference"
    assert await harness.rows(events) == [
        ("B-0", "BANK_FILE", later), ("B-1", "BANK_FILE", later), ("B-2", "BANK_FILE", day)]  # fmt: skip

    again = await imported(harness, content, 409)
    assert again["code"] == "statement-already-imported"
    seen = await harness.client.get(f"/v1/bank-statements/{told['id']}", headers=harness.signer.headers("finance"))
    assert seen.json() == told

    finance = harness.signer.headers("finance")
    waiting = (await harness.client.get("/v1/loans?unapplied=true", headers=finance)).json()["items"]
    assert [each["loan_no"] for each in waiting] == [loan.loan_no]
    assert (await harness.client.get("/v1/loans?loan_no=HT-NOBODYS-01", headers=finance)).json()["items"] == []
    await repay(harness, loan, amount_minor=1_000, reference="B-3")  # by hand, under the reference of its line
    listed = (await harness.client.get("/v1/bank-statements", headers=finance)).json()["items"]
    assert [each["number"] for each in listed[0]["breaks"] if each["taken_since"]] == [4]
    await repay(harness, loan, amount_minor=1_000, reference="B-4")  # the break is mended by hand


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (f"{HEADER}\nD,B-1,2026-02-21,10.00,CNY,HT1-01\nT,2,,10.00,,\n", "statement-totals-differ"),
        (f"{HEADER}\nD,B-1,2026-02-21,10.00,CNY,HT1-01\nT,1,,10.01,,\n", "statement-totals-differ"),
        (f"{HEADER}\nD,B-1,2026-02-21,10.00,CNY,HT1-01\n", "statement-malformed"),  # it was cut off
        (f"{HEADER}\nD,B-1,2026-02-31,10.00,CNY,HT1-01\nT,1,,10.00,,\n", "statement-malformed"),
        (f"{HEADER}\nD,B-1,2026-02-21,-10.00,CNY,HT1-01\nT,1,,10.00,,\n", "statement-malformed"),
        (f"{HEADER}\nD,B-1,2026-02-21,10,CNY,HT1-01\nT,1,,10.00,,\n", "statement-malformed"),
        (f"{HEADER}\nD,B-1,2026-02-21,10.00,CNY\nT,1,,10.00,,\n", "statement-malformed"),
        ("anything", "statement-malformed"),
    ],
)
async def test_a_file_that_is_not_whole_is_not_taken_in_at_all(harness: Harness, content: str, code: str) -> None:
    refused = await imported(harness, content, 422)
    assert (refused["code"], refused["errors"][0]["pointer"]) == (code, "/content")
    assert await harness.rows("select count(*) from bank_statements") == [(0,)]
