"""Money that is learnt late, taken back, or too much, through the doors; figures are example E1 of domain.md §3.3."""

from datetime import date, timedelta
from typing import Any

from bank_counter import a_signing, closing_runs, disbursed, move_to, repay, shown
from sqlalchemy.exc import DBAPIError

from loan_contracts.lending import (
    LoanDisbursed,
    LoanSettled,
    RepaymentMissCorrected,
    RepaymentMissed,
    RepaymentReallocated,
    RepaymentReversed,
)
from loan_servicekit.testing import Harness, sent


def headers(harness: Harness, subject: str = "u-finance") -> dict[str, str]:
    return harness.signer.headers("finance", subject=subject)


async def asked(harness: Harness, path: str, subject: str, expect: int, **body: Any) -> dict[str, Any]:
    """What a door answers to a person of finance."""
    answer = await harness.client.post(path, headers=headers(harness, subject), json=body or None)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def overdue(harness: Harness, days: int = 28) -> LoanDisbursed:
    """E1, its first instalment unpaid so many days."""
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        await move_to(harness, loan.first_due_date + timedelta(days=days))
    return loan


async def schedule(harness: Harness, loan: LoanDisbursed) -> list[dict[str, Any]]:
    answer = await harness.client.get(f"/v1/loans/{loan.loan_id}/schedule", headers=headers(harness))
    return answer.json()["instalments"]


async def test_a_late_bank_file_pays_in_time_and_what_was_told_as_missed_is_corrected(harness: Harness) -> None:
    loan = await overdue(harness)
    assert (await sent(harness, RepaymentMissed)).dpd == 4
    assert (await shown(harness, loan))["dpd"] == 28
    paid = await repay(harness, loan, amount_minor=888_488, received_on=str(loan.first_due_date))
    assert {line["instalment_no"] for line in paid["lines"]} == {1} and paid["excess_minor"] == 0
    view = await shown(harness, loan)
    assert (view["status"], view["dpd"], view["bucket"]) == ("ACTIVE", 0, "M0")
    assert (await sent(harness, RepaymentMissCorrected)).instalment_no == 1
    assert (await schedule(harness, loan))[0]["settled_on"] == str(loan.first_due_date)


async def test_money_of_an_earlier_day_splits_later_money_anew_and_the_books_only_grow(harness: Harness) -> None:
    loan = await overdue(harness, 12)
    later = await repay(harness, loan, amount_minor=300_000)
    before = await harness.rows("select id, amount_minor from ledger_entries order by id")
    await repay(harness, loan, amount_minor=600_000, received_on=str(loan.first_due_date + timedelta(days=5)))
    after = await harness.rows("select id, amount_minor from ledger_entries order by id")
    assert after[: len(before)] == before
    assert str((await sent(harness, RepaymentReallocated)).repayment_id) == later["repayment_id"]
    finance = headers(harness)
    books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]
    back = [each for each in books if each["reverses"]]
    assert {each["value_date"] for each in back} == {str(loan.first_due_date + timedelta(days=12))}
    income = sum(each["amount_minor"] for each in books if each["account"] == "PENALTY_INCOME")
    assert income == -(1_971 + 1_017 + 250)  # 5 days on all at 18 %/360, then 7 days on the 2,907.09 that were left
    items = (await harness.client.get(f"/v1/loans/{loan.loan_id}/repayments", headers=finance)).json()["items"]
    assert [each["version"] for each in items if each["repayment_id"] == later["repayment_id"]] == [1, 2]


async def test_the_whole_balance_ends_the_loan_at_once(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    await repay(harness, loan, amount_minor=888_488 + 9_211_512)
    assert (await sent(harness, LoanSettled)).settled_on == loan.first_due_date
    assert [row["total_minor"] for row in await schedule(harness, loan)] == [888_488, 9_211_512]
    assert await harness.rows("select number, effective_from from schedule_versions") == [(2, loan.first_due_date)]
    books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=headers(harness))).json()["items"]
    assert sum(each["amount_minor"] for each in books if each["account"] == "INTEREST_INCOME") == -100_000


async def test_a_repayment_is_taken_back_by_two_people_and_once(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    paid = await repay(harness, loan, amount_minor=888_488, reference="BOUNCED-1")
    path = f"/v1/loans/{loan.loan_id}/repayments/{paid['repayment_id']}/reversal"
    request = await asked(harness, path, "u-one", 202, reason="returned by the bank")
    approval = f"/v1/repayment-requests/{request['id']}/approval"
    assert (await asked(harness, approval, "u-one", 403))["code"] == "second-person-required"
    assert (await shown(harness, loan))["outstanding_principal_minor"] == 9_211_512
    assert (await asked(harness, approval, "u-two", 200))["status"] == "APPROVED"
    assert (await sent(harness, RepaymentReversed)).amount_minor == 888_488
    assert (await shown(harness, loan))["outstanding_principal_minor"] == 10_000_000
    assert (await asked(harness, approval, "u-three", 409))["code"] == "repayment-request-decided"
    second = await asked(harness, path, "u-one", 202, reason="once more")
    again = await asked(harness, f"/v1/repayment-requests/{second['id']}/approval", "u-two", 409)
    assert again["code"] == "repayment-already-reversed"
    rejected = await asked(harness, f"/v1/repayment-requests/{second['id']}/rejection", "u-two", 200)
    assert (rejected["status"], rejected["decided_by"]) == ("REJECTED", "u-two")
    listed = await harness.client.get(f"/v1/loans/{loan.loan_id}/repayment-requests", headers=headers(harness))
    assert [each["status"] for each in listed.json()["items"]] == ["APPROVED", "REJECTED"]
    problem = await repay(harness, loan, 409, amount_minor=888_488, reference="BOUNCED-1")
    assert problem["code"] == "repayment-reference-taken"


async def test_a_sum_beyond_all_that_a_loan_can_cost_is_taken_in_by_two_people(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    money = {"amount_minor": 10**14, "source": "TRANSFER", "reference": "TOO-MUCH"}
    problem = await repay(harness, loan, 409, **money)
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("repayment-beyond-debt", "/amount_minor")
    assert await harness.rows("select count(*) from loan_events") == [(0,)]
    path = f"/v1/loans/{loan.loan_id}/repayment-releases"
    request = await asked(harness, path, "u-one", 202, **money, reason="one sum for all loans of the firm")
    assert (await shown(harness, loan))["suspense_minor"] == 0
    await asked(harness, f"/v1/repayment-requests/{request['id']}/approval", "u-two", 200)
    view = await shown(harness, loan)
    assert (view["status"], view["suspense_minor"]) == ("SETTLED", 10**14 - 10_000_000)
    assert await harness.rows("select reference, source from loan_events") == [("TOO-MUCH", "TRANSFER")]


async def test_a_reference_is_used_once_whatever_the_loan(harness: Harness) -> None:
    loans = [await disbursed(harness, a_signing()) for _ in range(2)]
    await repay(harness, loans[0], amount_minor=100, reference="R-77")
    problem = await repay(harness, loans[1], 409, amount_minor=200, reference="R-77")
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("repayment-reference-taken", "/reference")
    for body in ({"reference": ""}, {"reference": "x" * 65}, {"source": "MAGIC"}, {"reference": None}):
        assert (await repay(harness, loans[1], 422, amount_minor=200, **body))["code"] == "request-invalid", body


async def test_the_database_itself_keeps_the_books_as_they_were_written(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    await repay(harness, loan, amount_minor=100)
    for table in ("ledger_entries", "repayments", "loan_events"):
        for act in (f"update {table} set amount_minor = 1", f"delete from {table}"):
            try:
                async with harness.service.engine.begin() as connection:
                    await connection.exec_driver_sql(act)
            except DBAPIError as refusal:
                assert "stay as they are" in str(refusal)
            else:
                raise AssertionError(f"{act} went through")
    assert isinstance(loan.value_date, date)


async def test_books_are_read_page_by_page_and_nothing_is_left_out(harness: Harness) -> None:
    loan = await overdue(harness, 12)
    for amount in (300_000, 200_000, 100_000):
        await repay(harness, loan, amount_minor=amount)
    for books in ("ledger", "repayments"):
        path = f"/v1/loans/{loan.loan_id}/{books}"
        whole = (await harness.client.get(f"{path}?limit=200", headers=headers(harness))).json()["items"]
        for limit in (1, 2, 3):
            read, page = list[Any](), {"next_cursor": ""}
            while cursor := page.get("next_cursor", "end") if read else "begin":
                more = "" if cursor == "begin" else f"&cursor={cursor}"
                page = (await harness.client.get(f"{path}?limit={limit}{more}", headers=headers(harness))).json()
                read += page["items"]
            assert read == whole and len(whole) > 3 * (books == "ledger"), (books, limit)
        wrong = await harness.client.get(f"{path}?cursor=WzFd", headers=headers(harness))
        assert (wrong.status_code, wrong.json()["code"]) == (422, "cursor-invalid")
