"""Parameters are changed by two persons over HTTP; what holds, held and will hold can be seen (domain.md R-0.1)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from parcel import SCHEMA
from sqlalchemy.exc import DBAPIError

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import business_day
from loan_servicekit.core.parameters import ParameterCatalogue, number
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import settings_values

CHANGES = "/v1/admin/parameter-changes"


def _together(values: Any) -> None:
    if "least" in values and "most" in values and int(values["least"]) > int(values["most"]):
        raise ValueError("least is above most")


CATALOGUE = ParameterCatalogue(
    {
        "rate": number("%", "risk", "A rate", "0", "36", 2),
        "least": number("CNY", "risk", "The least", "0", "1000"),
        "most": number("CNY", "risk", "The most", "0", "1000"),
        "authority": number("CNY", "authority", "What one may approve alone", "0", "1000"),
    },
    _together,
)


@pytest.fixture
async def harness(database_url: str) -> AsyncIterator[Harness]:
    """A service that reads some parameters."""
    harness = await a_process(database_url)
    async with harness.service.engine.begin() as connection:
        for code, value, unit in (("rate", "24", "%"), ("least", "10", "CNY"), ("most", "100", "CNY")):
            await connection.exec_driver_sql(
                "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
                " values ($1, $2, $3, '2020-01-01', 'law', 'C1', 'seed')", (code, value, unit),
            )  # fmt: skip
    await harness.start()
    yield harness
    await harness.close()


async def a_process(url: str, mode: str = "api") -> Harness:
    service = Service("risk-svc", ServiceSettings(**settings_values(url)), SCHEMA, mode, catalogue=CATALOGUE)
    return await Harness(service_app(service, [], "Numbers")).start()


def day(harness: Harness, ahead: int) -> str:
    return (business_day(harness.service.clock()) + timedelta(days=ahead)).isoformat()


def wanted(harness: Harness, **changes: Any) -> dict[str, Any]:
    return {"code": "rate", "value": "20", "unit": "%", "valid_from": day(harness, 0), "source": "minutes 7",
            "confidence": "P", "reason": "competition"} | changes  # fmt: skip


async def post(harness: Harness, path: str, who: str, json: Any = None, roles: tuple[str, ...] = ("risk-officer",),
               **headers: str) -> Any:  # fmt: skip
    given = harness.signer.headers(*roles, subject=who) | headers
    return await harness.client.post(path, json=json, headers=given)


async def get(harness: Harness, path: str) -> Any:
    answer = await harness.client.get(path, headers=harness.signer.headers("auditor"))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def proposed(harness: Harness, who: str = "ann", **changes: Any) -> str:
    answer = await post(harness, CHANGES, who, wanted(harness, **changes))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_a_value_holds_once_a_second_person_has_approved_it(harness: Harness) -> None:
    change = await proposed(harness)
    assert harness.service.parameters.today()["rate"] == "24"
    for who, status in (("ann", 403), ("bob", 200), ("bob", 409)):
        answer = await post(harness, f"{CHANGES}/{change}/approval", who)
        assert answer.status_code == status, (who, answer.text)
    assert harness.service.parameters.today()["rate"] == "20", "at once in the process that was asked"
    history = (await get(harness, "/v1/admin/parameters?code=rate"))["items"]
    assert [(v["value"], v["valid_to"], v["in_force"], v["approved_by"]) for v in history] == [
        ("20", None, True, "ann, bob"), ("24", day(harness, -1), False, "seed"),
    ]  # fmt: skip
    told = await harness.outbox(AuditRecorded)
    assert [(m.action, m.subject_type, m.subject_id, m.detail["code"], m.detail["value"]) for m in told] == [
        ("propose_parameter_change", "parameter", change, "rate", "20"),
        ("approve_parameter_change", "parameter", change, "rate", "20"),
    ]
    actors = await harness.rows("select actor from outbox order by id")
    assert actors == [("ann",), ("bob",)]
    assert "competition" not in str([m.detail for m in told]), "free text stays in its own table"


async def test_a_process_that_only_serves_requests_sees_what_another_has_approved(
    harness: Harness, database_url: str
) -> None:
    other = await a_process(database_url)
    (job,) = other.service.own_jobs
    assert (other.service.mode, job.period_s) == ("api", 5.0)
    job.period_s = 0.05
    task = asyncio.create_task(job.run())
    try:
        change = await proposed(harness)
        assert (await post(harness, f"{CHANGES}/{change}/approval", "bob")).status_code == 200
        async with asyncio.timeout(10):
            while other.service.parameters.today()["rate"] != "20":
                await asyncio.sleep(0.02)
    finally:
        task.cancel()
        await other.close()


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"code": "rte"}, 422, "parameter-unknown"),
        ({"unit": "BP"}, 422, "parameter-unit"),
        ({"value": "36.01"}, 422, "parameter-value"),
        ({"value": "-1"}, 422, "parameter-value"),
        ({"value": "20.123"}, 422, "parameter-value"),
        ({"value": "2e1"}, 422, "parameter-value"),
        ({"value": "NaN"}, 422, "parameter-value"),
        ({"value": "٢٠"}, 422, "parameter-value"),
        ({"value": "020"}, 422, "parameter-value"),
        ({"value": "2 0"}, 422, "parameter-value"),
        ({"value": 20}, 422, "request-invalid"),
        ({"code": "least", "value": "10.5", "unit": "CNY"}, 422, "parameter-value"),
        ({"code": "least", "value": "101", "unit": "CNY"}, 422, "parameters-contradict"),
        ({"confidence": "sure"}, 422, "request-invalid"),
        ({"code": "authority", "value": "10", "unit": "CNY"}, 403, "permission-missing"),
        ({"valid_from": "2020-01-01", "correction": False}, 422, "parameter-date-passed"),
    ],
)
async def test_what_may_not_be_proposed(harness: Harness, changes: dict[str, Any], status: int, code: str) -> None:
    answer = await post(harness, CHANGES, "ann", wanted(harness, **changes))
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_who_may_not_propose_or_approve(harness: Harness) -> None:
    change = await proposed(harness)
    for role in ("system-administrator", "customer-manager", "operations", "auditor", "approver", "process-designer"):
        refused = await post(harness, f"{CHANGES}/{change}/approval", "eve", roles=(role,))
        assert refused.status_code == 403, role
        refused = await post(harness, CHANGES, "eve", wanted(harness), roles=(role,))
        assert refused.status_code == 403, role


async def test_a_correction_may_begin_in_the_past_and_the_wrong_value_stays_to_be_seen(harness: Harness) -> None:
    again = await post(harness, CHANGES, "ann", wanted(harness, valid_from="2020-01-01", correction=True, value="23.5"))
    assert again.status_code == 201
    assert (await post(harness, f"{CHANGES}/{again.json()['id']}/approval", "bob")).status_code == 200
    rows = (await get(harness, "/v1/admin/parameters?code=rate"))["items"]
    assert [(r["value"], r["in_force"], r["replaced"]) for r in rows] == [("23.5", True, False), ("24", False, True)]
    assert harness.service.parameters.today()["rate"] == "23.5"


async def test_a_day_that_has_its_value_takes_only_a_correction(harness: Harness) -> None:
    first, second = await proposed(harness), await proposed(harness, value="21")
    assert (await post(harness, f"{CHANGES}/{first}/approval", "bob")).status_code == 200
    answer = await post(harness, f"{CHANGES}/{second}/approval", "bob")
    assert (answer.status_code, answer.json()["code"]) == (409, "parameter-day-taken")
    answer = await post(harness, CHANGES, "ann", wanted(harness))
    assert (answer.status_code, answer.json()["code"]) == (409, "parameter-day-taken")


async def test_two_changes_that_fit_alone_and_contradict_together(harness: Harness) -> None:
    least = await proposed(harness, code="least", unit="CNY", value="90")
    most = await proposed(harness, code="most", unit="CNY", value="50", valid_from=day(harness, 5))
    assert (await post(harness, f"{CHANGES}/{most}/approval", "bob")).status_code == 200
    answer = await post(harness, f"{CHANGES}/{least}/approval", "bob")
    assert (answer.status_code, answer.json()["code"]) == (422, "parameters-contradict")
    assert day(harness, 5) in answer.json()["detail"]


async def test_a_proposal_whose_day_has_passed_is_too_late(harness: Harness) -> None:
    change = await proposed(harness, valid_from=day(harness, 1))
    later = harness.service.clock() + timedelta(days=3)
    harness.service.clock = harness.service.transactor._clock = lambda: later
    answer = await post(harness, f"{CHANGES}/{change}/approval", "bob")
    assert (answer.status_code, answer.json()["code"]) == (422, "parameter-date-passed")


async def test_a_value_of_the_future_waits_for_its_day(harness: Harness) -> None:
    change = await proposed(harness, valid_from=day(harness, 3))
    assert (await post(harness, f"{CHANGES}/{change}/approval", "bob")).status_code == 200
    assert harness.service.parameters.today()["rate"] == "24"
    held = (await get(harness, f"/v1/admin/parameters?code=rate&on={day(harness, 3)}"))["items"]
    assert [v["value"] for v in held] == ["20"]


async def test_a_proposal_is_rejected_by_another_and_withdrawn_by_its_author(harness: Harness) -> None:
    rejected, withdrawn = await proposed(harness), await proposed(harness)
    why = {"reason": "not decided yet"}
    assert (await post(harness, f"{CHANGES}/{rejected}/rejection", "ann", why)).status_code == 403
    assert (await post(harness, f"{CHANGES}/{rejected}/rejection", "bob", why)).json()["status"] == "REJECTED"
    assert (await post(harness, f"{CHANGES}/{withdrawn}/withdrawal", "bob")).status_code == 403
    assert (await post(harness, f"{CHANGES}/{withdrawn}/withdrawal", "ann")).json()["status"] == "WITHDRAWN"
    for change in (rejected, withdrawn):
        assert (await post(harness, f"{CHANGES}/{change}/approval", "bob")).status_code == 409
    listed = (await get(harness, f"{CHANGES}?status=REJECTED"))["items"]
    assert [(c["id"], c["decided_by"], c["decision_reason"]) for c in listed] == [(rejected, "bob", "not decided yet")]
    assert harness.service.parameters.today()["rate"] == "24"


async def test_a_stale_look_and_a_repeated_request(harness: Harness) -> None:
    change = await proposed(harness)
    stale = await post(harness, f"{CHANGES}/{change}/approval", "bob", **{"If-Match": '"7"'})
    assert stale.status_code == 412
    key = {"Idempotency-Key": "one-intent", "If-Match": '"1"'}
    first = await post(harness, f"{CHANGES}/{change}/approval", "bob", **key)
    again = await post(harness, f"{CHANGES}/{change}/approval", "bob", **key)
    assert (first.status_code, again.status_code, again.content) == (200, 200, first.content)
    assert len(await harness.rows("select 1 from parameters where code = 'rate'")) == 2


async def test_rows_are_never_altered(harness: Harness) -> None:
    for act in ("update parameters set value = '1'", "delete from parameters"):
        with pytest.raises(DBAPIError, match="rows of parameters stay as they are"):
            async with harness.service.engine.begin() as connection:
                await connection.exec_driver_sql(act)


async def test_the_catalogue_says_what_values_may_be(harness: Harness) -> None:
    kinds = {kind["code"]: kind for kind in (await get(harness, "/v1/admin/parameter-kinds"))["items"]}
    assert set(kinds) == set(CATALOGUE.kinds)
    assert kinds["rate"]["allowed"] == "a number from 0 to 36 (%), with at most 2 decimals"
