"""Borrowers are reminded as the rules of contact allow, and all that is said to a customer stands in one log."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from test_desk import (
    CustomerOffice,
    Gateway,
    arrive,
    database_url,
    gateway,
    hurry,
    until,
)

from loan_contracts.lending import LoanDisbursed, RepaymentDue
from loan_contracts.values import RepaymentMethod
from loan_servicekit.core import business_day, utc_now
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.db.migrations import SEED
from loan_servicekit.testing import Harness

__all__ = ["database_url", "gateway"]


class Offices(CustomerOffice):
    """application-svc with its customers' files, and the books of loans."""

    def routes(self) -> web.Application:
        app = super().routes()
        app.router.add_get("/v1/customers/{id}", self._file)
        app.router.add_get("/v1/partner-loans/{id}/schedule", self._plan)
        self.due_on: dict[str, date] = {}
        return app

    async def _file(self, request: web.Request) -> web.Response:
        if request.match_info["id"] not in self.customers:
            return web.json_response({"code": "customer-not-found"}, status=404)
        return web.json_response({"id": request.match_info["id"]})

    async def _plan(self, request: web.Request) -> web.Response:
        rows = [{"due_on": self.due_on[request.match_info["id"]].isoformat(), "unpaid_minor": 888_488}]
        return web.json_response({"loan_id": request.match_info["id"], "instalments": rows})


@pytest.fixture
async def office() -> AsyncIterator[Offices]:
    made = Offices()
    async with TestServer(made.routes()) as server:
        made.url = f"http://{server.host}:{server.port}"
        yield made


async def quiet(harness: Harness, hours: str, since: int = 1) -> None:
    """A later row takes the place of an earlier one."""
    row = ("collect.quiet_hours", hours, "time", date(2026, 1, since), "of the test", "P")
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(SEED, row)
    await harness.service.parameters.refresh()


def hours_around(now: datetime, quiet_now: bool) -> str:
    """Quiet hours that are on now, or not."""
    local = now.astimezone(BUSINESS_ZONE)
    begin, end = (
        (local - timedelta(hours=1), local + timedelta(hours=1))
        if quiet_now
        else (local + timedelta(hours=2), local + timedelta(hours=3))
    )
    return f"{begin:%H:%M}-{end:%H:%M}"


def a_disbursement(customer_id: UUID, first_due: date) -> LoanDisbursed:
    return LoanDisbursed(
        loan_id=uuid4(), application_id=uuid4(), loan_no="LN1", contract_no="CT1", customer_id=customer_id, branch="310000-01",
        product_code="PCL-ONLINE", principal_minor=10_000_000, annual_rate="0.12", term_months=12, sequence=1,
        repayment_method=RepaymentMethod.EQUAL_INSTALMENT, value_date=date(2026, 1, 20), maturity_date=date(2027, 1, 20),
        first_due_date=first_due, instalment_minor=888_488, payment_id=uuid4(), disbursed_at=datetime.now(UTC))  # fmt: skip


async def log_of(harness: Harness, customer_id: UUID, role: str = "customer-manager") -> list[dict[str, Any]]:
    answer = await harness.client.get(
        f"/v1/customers/{customer_id}/communications", headers=harness.signer.headers(role)
    )
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_a_borrower_is_reminded_before_his_instalment_and_on_its_day(gateway: Gateway, office: Offices) -> None:
    customer_id, today = office.registered(), business_day(utc_now())
    async with gateway() as harness:
        await quiet(harness, hours_around(utc_now(), False))
        lent = a_disbursement(customer_id, today + timedelta(days=7))
        office.due_on[str(lent.loan_id)] = lent.first_due_date
        await arrive(harness, lent)

        async def reminded(times: int) -> Any:
            log = await log_of(harness, customer_id)
            return [each for each in log if each["template"] == "repayment-reminder"] if len(log) == times else None

        await hurry(harness)  # nine in the morning has come
        [reminder] = await until(lambda: reminded(2))
        assert reminder["medium"] == "SMS" and reminder["made_by"] == "system"
        waiting = await harness.rows(
            "select (due_at at time zone 'Asia/Shanghai')::date from desk where kind = 'REMIND' and state = 'OPEN'"
        )
        assert waiting == [(today + timedelta(days=4),)], "three days before comes next"

        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql(
                "insert into collections (request_id, application_id, customer_id, purpose_code, collected_at, found, raw)"
                " values ($1, $2, $3, '02', now(), '', '')", (uuid4(), lent.application_id, customer_id))  # fmt: skip
        due = RepaymentDue(loan_id=lent.loan_id, application_id=lent.application_id, instalment_no=1, due_date=today,
                           principal_minor=800_000, interest_minor=88_488, total_minor=888_488, sequence=2)  # fmt: skip
        await arrive(harness, due)
        assert len(await until(lambda: reminded(3))) == 2
        said = await harness.rows(
            "select body -> 'parameters' from desk where kind = 'NOTIFY' and body ->> 'template' = 'repayment-reminder' order by requested_at"
        )
        assert [each[0] for each in said] == [
            {"days": "7", "due_on": lent.first_due_date.isoformat(), "amount": "8,884.88"},
            {"days": "0", "due_on": today.isoformat(), "amount": "8,884.88"},
        ]
        stranger = due.model_copy(update={"loan_id": uuid4(), "application_id": uuid4()})
        await arrive(harness, stranger)  # nothing was collected for it: nobody is told, and nothing is set aside
        assert await harness.rows("select count(*) from dead_letters") == [(0,)]


async def test_quiet_hours_refusals_and_too_many_are_kept_and_logged(gateway: Gateway, office: Offices) -> None:
    customer_id, night_owl = office.registered(), office.registered()
    async with gateway() as harness:
        await quiet(harness, hours_around(utc_now(), True))
        manager = harness.signer.headers("customer-manager")

        async def prefer(customer: UUID, **said: bool) -> None:
            answer = await harness.client.post(
                f"/v1/customers/{customer}/contact-preferences",
                json=said,
                headers=harness.signer.headers("customer-manager"),
            )
            assert answer.status_code == 200, answer.text

        async def remind(customer: UUID, days: int) -> UUID:
            id = uuid4()
            async with harness.service.engine.begin() as connection:
                await connection.exec_driver_sql(
                    "insert into desk (id, kind, application_id, body, requested_at, due_at) values ($1, 'NOTIFY', $2, $3, now(), now())",
                    (id, uuid4(), f'{{"customer_id": "{customer}", "template": "repayment-reminder",'
                                  f' "parameters": {{"days": "{days}", "due_on": "2026-02-20", "amount": "1.00"}}}}'),
                )  # fmt: skip
            return id

        await prefer(night_owl, reminders=True, night=True)
        await remind(customer_id, 1)
        await remind(night_owl, 1)

        async def outcomes(customer: UUID) -> list[tuple[str, str]]:
            return [(each["outcome"], each["code"]) for each in await log_of(harness, customer)]

        await until(lambda: outcomes(night_owl))
        assert await outcomes(customer_id) == [], "he waits for the morning"
        waits = await harness.rows(
            "select tries, due_at > now() + interval '50 minutes' from desk where state = 'OPEN' and kind = 'NOTIFY'"
        )
        assert waits == [(0, True)]

        await quiet(harness, hours_around(utc_now(), False), 2)
        await prefer(customer_id, reminders=False)
        await hurry(harness)

        async def withheld() -> bool:
            return await outcomes(customer_id) == [("WITHHELD", "refused-by-customer")]

        await until(withheld)
        for days in (7, 3, 2):
            await remind(night_owl, days)

        async def bounded() -> bool:
            return sorted(await outcomes(night_owl))[-1] == ("WITHHELD", "too-many-today")

        await until(bounded)
        shown = await harness.client.get(f"/v1/customers/{customer_id}/contact-preferences", headers=manager)
        assert (shown.json()["reminders"], shown.json()["night"]) == (False, False)


async def test_a_manager_writes_down_a_call_which_is_kept_sealed(gateway: Gateway, office: Offices) -> None:
    customer_id = office.registered()
    path = f"/v1/customers/{customer_id}/communications"
    call = {
        "medium": "PHONE",
        "direction": "OUT",
        "at": (utc_now() - timedelta(hours=1)).isoformat(),
        "note": "客户确认下月五日前还款",
    }
    async with gateway() as harness:

        def staff(role: str) -> dict[str, str]:
            return dict(harness.signer.headers(role))

        made = await harness.client.post(path, json=call, headers=staff("customer-manager"))
        assert made.status_code == 201, made.text
        [entry] = await log_of(harness, customer_id, "auditor")
        assert (entry["note"], entry["medium"], entry["outcome"]) == (call["note"], "PHONE", "TALKED")
        [(note,)] = await harness.rows("select note from communications")
        assert call["note"] not in note and note.startswith("test.")
        early = call | {"at": (utc_now() - timedelta(days=31)).isoformat()}
        for body, path_, role, refused in (
            (early, path, "customer-manager", (422, "communication-time-invalid")),
            (call, path, "finance", (403, "permission-missing")),
            (call, f"/v1/customers/{uuid4()}/communications", "customer-manager", (404, "customer-not-found")),
        ):
            answer = await harness.client.post(path_, json=body, headers=staff(role))
            assert (answer.status_code, answer.json()["code"]) == refused
