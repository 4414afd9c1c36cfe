"""What people may change about how a loan stands, two of them, through the doors (domain.md R-4.2 to R-4.10)."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, open_day, repay
from test_changes import changed
from test_classification import NOW, an_assessment, look

from loan_contracts.lending import LoanDisbursed, LoanReclassified
from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

PAID_OUT = date(2031, 1, 21)
MONTHS = [date(2031, month, 21) for month in range(2, 13)] + [date(2032, 1, 21)]


async def e1(harness: Harness, **changes: Any) -> LoanDisbursed:
    """E1: 8,884.88 on the 21st of each month from 2031-02 on."""
    await open_day(harness, PAID_OUT)
    return await disbursed(harness, a_signing(**changes))


async def ask(harness: Harness, loan: LoanDisbursed, kind: str, expect: int = 202, **body: Any) -> Any:
    path = f"/v1/loans/{loan.loan_id}/classification-requests"
    headers = harness.signer.headers("risk-officer", subject="u-one")
    answer = await harness.client.post(path, headers=headers, json={"kind": kind, "reason": "seen in the file"} | body)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def decide(harness: Harness, request: Any, word: str = "approval", expect: int = 200, by: str = "u-two") -> Any:
    path = f"/v1/classification-requests/{request['id']}/{word}"
    answer = await harness.client.post(path, headers=harness.signer.headers("risk-officer", subject=by))
    assert answer.status_code == expect, answer.text
    return answer.json()


async def agreed(harness: Harness, loan: LoanDisbursed, kind: str, **body: Any) -> Any:
    return await decide(harness, await ask(harness, loan, kind, **body))


async def stands(harness: Harness, loan: LoanDisbursed) -> tuple[str, int, list[str]]:
    found = await look(harness, f"/loans/{loan.loan_id}/classification")
    return found["risk_class"], found["stage"], found["reasons"]


async def test_a_sign_counts_at_once_when_a_second_person_agrees(harness: Harness) -> None:
    loan = await e1(harness)
    request = await ask(harness, loan, "SIGN", sign="BANKRUPT")
    assert (await decide(harness, request, expect=403, by="u-one"))["code"] == "second-person-required"
    assert (await stands(harness, loan))[0] == "NORMAL"
    assert (await decide(harness, request))["status"] == "APPROVED"
    assert (await decide(harness, request, expect=409))["code"] == "classification-request-decided"
    assert await stands(harness, loan) == ("LOSS", 3, ["BANKRUPT"])
    [told] = await harness.outbox(LoanReclassified)
    assert (told.from_class, told.to_class, told.reasons) == ("NORMAL", "LOSS", ["BANKRUPT"])
    await agreed(harness, loan, "SIGN_CLEARED", sign="BANKRUPT")
    assert await stands(harness, loan) == ("LOSS", 3, ["HELD"]), "what has been bad gets no better by itself"
    listed = (await look(harness, f"/loans/{loan.loan_id}/classification-requests"))["items"]
    assert [(each["kind"], each["status"]) for each in listed] == [("SIGN", "APPROVED"), ("SIGN_CLEARED", "APPROVED")]
    acts = {each.action for each in await harness.outbox(AuditRecorded)}
    assert {"request_classification", "decide_classification_request", "raise_sign", "clear_sign"} <= acts


async def test_an_error_of_ours_excuses_some_days_and_no_more(harness: Harness) -> None:
    loan = await e1(harness, grace_days=0)
    async with closing_runs(harness):
        await move_to(harness, MONTHS[0] + timedelta(days=3))
        assert (await stands(harness, loan))[0] == "SPECIAL_MENTION"
        await agreed(harness, loan, "SIGN", sign="TECHNICAL")
        assert (await stands(harness, loan))[:2] == ("NORMAL", 2)
        await move_to(harness, MONTHS[0] + timedelta(days=8))  # 7 days past due at the end of the day before
        assert (await stands(harness, loan))[0] == "NORMAL"
        await move_to(harness, MONTHS[0] + timedelta(days=9))
        assert (await stands(harness, loan))[0] == "SPECIAL_MENTION"


async def test_people_may_be_stricter_than_the_rules_and_not_milder(harness: Harness) -> None:
    loan = await e1(harness)
    await agreed(harness, loan, "OVERRIDE", to_class="SPECIAL_MENTION")
    assert await stands(harness, loan) == ("SPECIAL_MENTION", 2, ["OVERRIDE"])
    milder = await ask(harness, loan, "OVERRIDE", to_class="NORMAL")
    assert (await decide(harness, milder, expect=409))["code"] == "override-not-stricter"
    assert (await decide(harness, milder, "rejection"))["status"] == "REJECTED"
    await agreed(harness, loan, "OVERRIDE_LIFTED")
    assert (await stands(harness, loan))[0] == "NORMAL"
    again = await ask(harness, loan, "OVERRIDE_LIFTED")
    assert (await decide(harness, again, expect=409))["code"] == "override-absent"


async def test_a_bad_loan_is_upgraded_by_two_people_after_it_was_paid_for_half_a_year(harness: Harness) -> None:
    loan = await e1(harness)
    async with closing_runs(harness):
        await move_to(harness, MONTHS[0] + timedelta(days=92))
        assert (await stands(harness, loan))[:2] == ("SUBSTANDARD", 3)
        early = await ask(harness, loan, "UPGRADE", to_class="NORMAL")
        assert (await decide(harness, early, expect=409))["code"] == "upgrade-not-earned"
        await repay(harness, loan, amount_minor=3_800_000)  # four instalments and the late charges
        paid_on = MONTHS[0] + timedelta(days=92)
        upgrade = {"change": {"kind": "UPGRADE"}, "reason": "pays again"}  # no way round
        officer = harness.signer.headers("risk-officer", subject="u-another")
        answer = await harness.client.post(f"/v1/loans/{loan.loan_id}/changes", json=upgrade, headers=officer)
        assert (answer.status_code, answer.json()["code"]) == (409, "upgrade-not-earned")
        assert (await decide(harness, early, expect=409))["code"] == "upgrade-not-earned"
        for due in MONTHS[4:10]:
            await move_to(harness, due)
            await repay(harness, loan, amount_minor=888_488)
            assert (await stands(harness, loan))[:2] == ("SUBSTANDARD", 3)
            assert (await decide(harness, early, expect=409))["code"] == "upgrade-not-earned", due
        await move_to(harness, date(2031, 11, 26))
        assert (date(2031, 11, 26) - paid_on).days > 180
        await decide(harness, early)
        assert await stands(harness, loan) == ("NORMAL", 2, [])  # stage 1 after three periods more
        assert [row[0] for row in await harness.rows("select profile from loans")] == ["A"]
        for due in MONTHS[10:]:
            await move_to(harness, due)
            await repay(harness, loan, amount_minor=888_488)
    told = [(each.from_class, each.to_class) for each in await harness.outbox(LoanReclassified)]
    assert told[-1] == ("SUBSTANDARD", "NORMAL")


async def test_days_that_two_people_pause_do_not_count(harness: Harness) -> None:
    loan = await e1(harness)
    first, last = MONTHS[0] + timedelta(days=11), MONTHS[0] + timedelta(days=20)
    pause = await agreed(harness, loan, "PAUSE", first_day=str(first), last_day=str(last))
    async with closing_runs(harness):
        await move_to(harness, MONTHS[0] + timedelta(days=31))
        found = await look(harness, f"/loans/{loan.loan_id}/classification")
        assert (found["dpd"], found["bucket"]) == (20, "M1")
        await agreed(harness, loan, "PAUSE_ENDED", pause_id=pause["id"], last_day=str(first + timedelta(days=1)))
        ageing = await look(harness, f"/loans/{loan.loan_id}/ageing")
        assert (ageing["dpd"], ageing["pauses"]) == (
            29,
            [{"first": str(first), "last": str(first + timedelta(days=1))}],
        )
    over = await ask(harness, loan, "PAUSE_ENDED", pause_id=pause["id"], last_day=str(last))
    assert (await decide(harness, over, expect=409))["code"] == "ageing-pause-over"
    unknown = await ask(harness, loan, "PAUSE_ENDED", pause_id=str(uuid4()))
    assert (await decide(harness, unknown, expect=404))["code"] == "ageing-pause-not-found"


async def test_a_restructured_loan_is_observed_for_a_year_and_again_it_is_bad(harness: Harness) -> None:
    loan = await e1(harness, term_months=24)
    await agreed(harness, loan, "RESTRUCTURED")
    assert await stands(harness, loan) == ("SPECIAL_MENTION", 2, ["RESTRUCTURED"])
    async with closing_runs(harness):
        for due in [*MONTHS, date(2032, 2, 21)]:
            await move_to(harness, due)
            await repay(harness, loan, amount_minor=470_735)
            assert (await stands(harness, loan))[0] == "SPECIAL_MENTION", due
        await move_to(harness, date(2032, 2, 26))
        assert (await stands(harness, loan))[0] == "NORMAL"
    other = await e1(harness)
    await agreed(harness, other, "RESTRUCTURED")
    await agreed(harness, other, "RESTRUCTURED")
    assert await stands(harness, other) == ("SUBSTANDARD", 3, ["RESTRUCTURED_AGAIN"])


async def test_a_restructuring_begins_an_observation_by_itself(harness: Harness) -> None:
    loan = await e1(harness)
    async with closing_runs(harness):
        await move_to(harness, MONTHS[0])
        await changed(harness, loan, kind="RESTRUCTURING", months=24)
        await close_day(harness)
        assert (await stands(harness, loan))[::2] == ("SPECIAL_MENTION", ["RESTRUCTURED"])
        await close_day(harness)
        assert (await stands(harness, loan))[::2] == ("SPECIAL_MENTION", ["RESTRUCTURED"]), "once, not each day"


async def test_what_is_written_off_uses_the_allowance_up_and_no_more_is_held_for_it(harness: Harness) -> None:
    loan = await e1(harness)
    async with closing_runs(harness):
        await move_to(harness, MONTHS[0] + timedelta(days=362))
        await changed(harness, loan, kind="WRITE_OFF")
        await close_day(harness)
    held = dict(
        await harness.rows("select account, sum(credit_minor - debit_minor)::bigint from gl_entries group by account")
    )
    assert held["LOAN_LOSS_ALLOWANCE"] == -held["ALLOWANCE_USED"] == 10_000_000
    assert held["IMPAIRMENT_LOSS"] == -10_000_000
    assert (await look(harness, "/portfolio"))["allowance_minor"] == 0


async def test_a_debtor_who_is_no_retail_customer_is_classified_as_a_whole(harness: Harness) -> None:
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
            " values ('class.non_retail_products', 'SMB-OWNER', 'codes', date '2024-01-01', 'test', 'P', 'test')"
        )
    await harness.service.parameters.refresh()
    customer = uuid4()
    small = await e1(harness, customer_id=customer, product_code="SMB-OWNER", amount_minor=600_000)
    large = await disbursed(harness, a_signing(customer_id=customer, product_code="SMB-OWNER", amount_minor=9_400_000))
    retail = await disbursed(harness, a_signing(customer_id=customer, amount_minor=1_000_000))
    await agreed(harness, small, "SIGN", sign="FRAUD")
    async with closing_runs(harness):
        await move_to(harness, PAID_OUT + timedelta(days=3))
        assert await stands(harness, large) == (
            "SPECIAL_MENTION",
            2,
            ["DEBTOR_HAS_BAD_DEBT"],
        )  # 5.5 % of all that is owed
        assert (await stands(harness, retail))[0] == "NORMAL"
        await agreed(harness, large, "SIGN", sign="NPL_ELSEWHERE")
        await agreed(harness, retail, "SIGN", sign="FRAUD")
        await move_to(harness, PAID_OUT + timedelta(days=5))
        assert (await stands(harness, large))[0] == "SUBSTANDARD"  # 14.5 % are bad now
        found = await look(harness, f"/loans/{large.loan_id}/classification")
        assert set(found["reasons"]) >= {"DEBTOR_NON_PERFORMING", "NPL_ELSEWHERE"}


async def test_a_borrower_of_whom_risk_svc_thinks_worse_is_in_stage_two(harness: Harness) -> None:
    loan = await e1(harness)
    await harness.deliver(an_assessment(loan.application_id))
    later = an_assessment(loan.application_id, "0.033", assessed_at=NOW + timedelta(days=1))
    await harness.deliver(later)
    async with closing_runs(harness):
        await move_to(harness, PAID_OUT + timedelta(days=2))
    assert await stands(harness, loan) == ("NORMAL", 2, ["RISKIER"])


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"kind": "SIGN"}, "/sign"),
        ({"kind": "SIGN", "sign": "ASSESSED_LOSS"}, "/percent"),
        ({"kind": "SIGN", "sign": "MISUSE", "percent": "5"}, "/percent"),
        ({"kind": "OVERRIDE"}, "/to_class"),
        ({"kind": "PAUSE", "first_day": "2031-03-02", "last_day": "2031-03-01"}, "/last_day"),
        ({"kind": "PAUSE", "first_day": "2031-03-02", "last_day": "2033-03-01"}, "/last_day"),
        ({"kind": "PAUSE_ENDED"}, "/pause_id"),
    ],
)
async def test_a_request_that_says_too_little_is_refused(harness: Harness, body: dict[str, Any], pointer: str) -> None:
    loan = await e1(harness)
    refused = await ask(harness, loan, expect=422, **body)
    assert (refused["code"], refused["errors"][0]["pointer"]) == ("classification-request-invalid", pointer)


async def test_who_may_not_is_refused_and_what_is_settled_stays(harness: Harness) -> None:
    loan = await e1(harness)
    path = f"/v1/loans/{loan.loan_id}/classification-requests"
    body = {"kind": "SIGN", "sign": "MISUSE", "reason": "x"}
    assert (await harness.client.post(path, headers=harness.signer.headers("finance"), json=body)).status_code == 403
    request = await ask(harness, loan, "SIGN", sign="MISUSE")
    await repay(harness, loan, amount_minor=10_000_000)
    assert (await decide(harness, request, expect=409))["code"] == "loan-not-running"
