"""Classes, stages and expected loss through the doors, and in SQL as in the domain."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID, uuid4

from bank_counter import a_signing, closing_runs, disbursed, move_to, open_day, repay
from test_accruals import a_loan, live

from loan_contracts.assessment import RiskAssessed, RiskOutcome
from loan_contracts.lending import LoanDisbursed, LoanReclassified
from loan_servicekit.core import Cause
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing import Harness
from postloan_svc.api.ports import Ports
from postloan_svc.domain.classification.classification import Classification, SignRow
from postloan_svc.domain.classification.risk_class import RiskClass, Sign
from postloan_svc.domain.classification.standing import Pause, arrears_of, standing
from postloan_svc.domain.delinquency.dpd import BUCKETS, bucket
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.provision.ecl import Exposure, Risk, Stage, expected_loss_minor, months_between
from postloan_svc.domain.servicing.accrual import interest_due_minor
from postloan_svc.jobs.day_standing import DayStanding
from postloan_svc.jobs.outbox_room import OutboxRoom
from postloan_svc.persistence.tables import SCHEMA

NOW = datetime(2026, 1, 21, tzinfo=UTC)
START = date(2026, 1, 31)
PAID_OUT = date(2031, 1, 21)
LOANS, DAYS = 80, 22


async def look(harness: Harness, path: str, expect: int = 200, role: str = "risk-officer") -> Any:
    answer = await harness.client.get(f"/v1{path}", headers=harness.signer.headers(role))
    assert answer.status_code == expect, answer.text
    return answer.json()


def an_assessment(loan_or_application: UUID, pd: str = "0.012", **changes: Any) -> RiskAssessed:
    fields: dict[str, Any] = {
        "application_id": loan_or_application, "request_id": uuid4(), "case_id": uuid4(), "assessment_id": uuid4(),
        "outcome": RiskOutcome.APPROVE, "pd": Decimal(pd), "score": 640, "grade": "A", "limit_minor": 20_000_000,
        "annual_rate": Decimal("0.12"), "model_version": "m-1", "scorecard_version": "s-1", "policy_version": "p-1",
        "assessed_at": NOW,
    }  # fmt: skip
    return RiskAssessed(**fields | changes)


async def paid_out(harness: Harness, **changes: Any) -> LoanDisbursed:
    """E1, paid out on a day to come: what is computed by the day is the same whenever the test runs."""
    await open_day(harness, PAID_OUT)
    return await disbursed(harness, a_signing(**changes))


async def test_a_loan_that_is_never_paid_goes_through_every_class_and_stage(harness: Harness) -> None:
    loan = await paid_out(harness)
    await harness.deliver(an_assessment(loan.application_id))
    path, due = f"/loans/{loan.loan_id}/classification", loan.first_due_date
    first = await look(harness, path)
    assert (first["risk_class"], first["stage"], first["expected_loss"], first["changes"]) == ("NORMAL", 1, None, [])
    seen = []
    async with closing_runs(harness):
        for days in (2, 5, 31, 91, 92, 271, 272, 361, 362):
            await move_to(harness, due + timedelta(days=days))
            now = await look(harness, path)
            loss = now["expected_loss"]
            assert now["as_of"] == loss["day"] == str(due + timedelta(days=days - 1))
            seen.append((now["dpd"], now["bucket"], now["risk_class"], now["stage"], loss["pd"], loss["loss_minor"]))
        assert seen == [
            (0, "M0", "NORMAL", 1, "0.012", 66_897),
            (4, "M1", "SPECIAL_MENTION", 2, "0.1", 557_471),
            (30, "M1", "SPECIAL_MENTION", 2, "0.1", 513_965),
            (90, "M3", "SPECIAL_MENTION", 2, "0.65", 3_069_202),
            (91, "M4", "SUBSTANDARD", 3, "1", 6_000_000),
            (270, "M6+", "SUBSTANDARD", 3, "1", 6_000_000),
            (271, "M6+", "DOUBTFUL", 3, "1", 6_000_000),
            (360, "M6+", "DOUBTFUL", 3, "1", 6_000_000),
            (361, "M6+", "LOSS", 3, "1", 10_000_000),
        ]
        assert [(each["from_class"], each["to_class"], each["reasons"], each["dpd"]) for each in now["changes"]] == [
            ("NORMAL", "SPECIAL_MENTION", ["OVERDUE"], 4), ("SPECIAL_MENTION", "SUBSTANDARD", ["OVERDUE"], 91),
            ("SUBSTANDARD", "DOUBTFUL", ["OVERDUE"], 271), ("DOUBTFUL", "LOSS", ["OVERDUE"], 361),
        ]  # fmt: skip
        told = await harness.outbox(LoanReclassified)
        assert [(each.to_class, each.to_stage, each.bucket) for each in told] == [
            ("SPECIAL_MENTION", 2, "M1"), ("SUBSTANDARD", 3, "M4"), ("DOUBTFUL", 3, "M6+"), ("LOSS", 3, "M6+")]  # fmt: skip
        books = await harness.rows(
            "select account, sum(debit_minor - credit_minor)::bigint from gl_entries where source = 'PROVISION'"
            " group by 1 order by 1"
        )
        assert books == [("IMPAIRMENT_LOSS", 10_000_000), ("LOAN_LOSS_ALLOWANCE", -10_000_000)]

        await repay(harness, loan, amount_minor=11_707_158)  # all that it owes, late charges too
        await move_to(harness, due + timedelta(days=363))
    assert (await harness.rows("select status from loans"))[0][0] == "SETTLED"
    [[left]] = await harness.rows(
        "select sum(credit_minor - debit_minor)::bigint from gl_entries"
        " where source = 'PROVISION' and account = 'LOAN_LOSS_ALLOWANCE'"
    )
    assert left == 0, "what is settled needs no provision"
    assert (await look(harness, f"{path}?day={due + timedelta(days=4)}"))["dpd"] == 4


async def test_the_arrears_of_a_loan_are_shown_by_instalment_and_its_months_as_the_bureau_is_told(
    harness: Harness,
) -> None:
    loan = await paid_out(harness)
    async with closing_runs(harness):
        for month in (2, 3, 4):
            await move_to(harness, date(2031, month, 1))
    shown = await look(harness, f"/loans/{loan.loan_id}/ageing")
    assert shown["overdue_instalments"] == len(shown["instalments"]) == 2
    assert shown["overdue_minor"] == 2 * 888_488 and shown["dpd"] == shown["instalments"][0]["dpd"]
    assert sum(each["principal_minor"] for each in shown["bands"]) == sum(
        each["principal_minor"] for each in shown["instalments"]
    )
    months = (await look(harness, f"/loans/{loan.loan_id}/bureau-status"))["items"]
    assert [(each["month"], each["code"], each["dpd"]) for each in months] == [
        ("2031-01", "*", 0), ("2031-02", "1", 7), ("2031-03", "2", 38)]  # fmt: skip
    await look(harness, f"/loans/{uuid4()}/ageing", 404)


class Lived:
    """Random loans with what is known of their borrowers, on the days that they live through."""

    def __init__(self, loans: list[Loan], random: Random) -> None:
        self.ids = [loan.id for loan in loans]
        pds = {loan.application_id: f"0.{random.randint(1, 3000):04}" for loan in loans if random.random() < 0.7}
        self.assessed = [an_assessment(application, pd) for application, pd in pds.items()]
        self.pds = {application: Decimal(pd) for application, pd in pds.items()}
        self.pauses = {
            loan.id: Pause(first := START + timedelta(days=random.randint(20, 300)), first + timedelta(days=30))
            for loan in random.sample(loans, len(loans) // 4)
        }


async def says(harness: Harness, lived: Lived, day: date) -> dict[UUID, tuple[object, ...]]:
    """What the domain says of each running loan at the end of a day."""
    given: Ports = harness.app.state.ports
    tables, tolerance = given.standing.tables(day), given.standing.tolerance(day)
    found: dict[UUID, tuple[object, ...]] = {}
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        await uow.loans.preload(lived.ids)
        await uow.classifications.preload(lived.ids)
        for loan_id in lived.ids:
            loan: Loan = await uow.loans.get(loan_id)
            if not loan.running:
                continue
            pauses = [lived.pauses[loan_id]] if loan_id in lived.pauses else []
            outstanding = loan.outstanding_principal_minor
            stands = standing(arrears_of(loan), day, outstanding, tolerance, pauses)
            known = await uow.classifications.find(loan_id) or Classification.of(loan)
            pd = tables.pd_of(lived.pds.get(loan.application_id), "A", bucket(stands.dpd))
            if loan.application_id not in lived.pds:
                pd = tables.pd_of(None, None, bucket(stands.dpd))
            lgd = tables.lgd_of(loan.contract.product_code, known.risk_class.name)
            assert loan.maturity_date
            due = interest_due_minor(loan) if (loan.non_accrual_since or date.max) > day else 0
            years = [
                sum(
                    each.principal_minor - each.principal_paid_minor
                    for each in loan.instalments
                    if each.due_on > day + timedelta(days=365 * year)
                )
                for year in range(1, 6)
            ]
            rate = loan.contract.annual_rate if any(not each.fell_due for each in loan.instalments) else None
            exposure = Exposure((outstanding + due, *years), months_between((loan.maturity_date - day).days), rate)
            loss = expected_loss_minor(
                Stage(known.stage), exposure, Risk(pd, lgd, known.assessed_loss), tables.scenarios
            )
            found[loan_id] = (stands.dpd, stands.terms, stands.overdue_minor, bucket(stands.dpd), pd, lgd, loss)
    return found


async def recorded(harness: Harness, day: date) -> dict[UUID, tuple[object, ...]]:
    rows = await harness.rows(
        "select loan_id, dpd, terms, overdue_minor, bucket, pd, lgd, loss_minor from loan_days where day = $1", day
    )
    return {row[0]: (*row[1:4], BUCKETS[row[4]], *row[5:]) for row in rows}


async def test_what_sql_records_of_all_loans_is_what_the_domain_says_of_each(harness: Harness) -> None:
    random = Random(20261201)
    await open_day(harness, START)
    loans = [a_loan(random, number) for number in range(LOANS)]
    lived = Lived(loans, random)
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        for loan in loans:
            uow.loans.add(loan)
            if random.random() < 0.2:
                known = Classification.of(loan)
                known.raise_sign(SignRow(Sign.TECHNICAL, START))
                known.raise_sign(SignRow(random.choice([Sign.MISUSE, Sign.EVADING, Sign.IMPAIRED]), START))
                known.raise_sign(SignRow(Sign.ASSESSED_LOSS, START, percent=Decimal(random.randint(1, 100))))
                known.floor = RiskClass.NORMAL
                known.look_on = START
                known.audit("test")
                uow.classifications.add(known)
        uow.send_facts(Cause("test"))
        await uow.flush()
        for loan_id, pause in lived.pauses.items():
            values = (uuid4(), loan_id, pause.first, pause.last)
            await connection.exec_driver_sql("insert into ageing_pauses values ($1, $2, $3, $4)", values)
    await harness.deliver(*lived.assessed, twice=False)
    given: Ports = harness.app.state.ports
    day = START
    for _ in range(DAYS):
        day += timedelta(days=random.choice([1, 2, 17, 31, 60]))
        await live(harness, lived.ids, random, day)
        room = OutboxRoom(given.days.waiting_messages)
        await DayStanding(given.operations, [harness.service.group_commit], Cause("test"), room).record(day)
        assert await recorded(harness, day) == await says(harness, lived, day), day
    seen = {row[0] for row in await harness.rows("select distinct risk_class from loan_days")}
    assert seen == {1, 2, 3, 4, 5}
    stages = {row[0] for row in await harness.rows("select distinct stage from loan_days")}
    assert stages == {1, 2, 3}


async def test_estimates_are_kept_newest_and_first_and_of_nobody_who_was_declined(harness: Harness) -> None:
    application, other = uuid4(), uuid4()
    later = NOW + timedelta(days=1)
    await harness.deliver(
        an_assessment(application), an_assessment(other, outcome=RiskOutcome.DECLINE),
        an_assessment(application, "0.05", grade="C", assessed_at=later),
    )  # fmt: skip
    await harness.deliver(an_assessment(application, "0.02", assessed_at=NOW - timedelta(days=1)))
    rows = await harness.rows("select application_id, grade, pd, pd_at_origination from risk_estimates")
    assert [(row[0], row[1], row[2]) for row in rows] == [(application, "C", Decimal("0.05"))]
