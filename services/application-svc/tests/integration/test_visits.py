"""Visits to customers: who goes there tells of it once, with pictures and position; a second person vouches for it."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from applicants import PDF, SHANGHAI, Front, pointers, refused, succeeded

from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness

JPEG = b"\xff\xd8\xff\xe0" + b"a photograph of a gate"
PLACE = "示例路 1 号 2 楼"
NOTE = "经营正常，在岗 12 人，设备运转。"
HERE = {"latitude_e6": 31_230_400, "longitude_e6": 121_473_700, "accuracy_m": 12}


def now() -> datetime:
    return datetime.now(UTC)


def today() -> str:
    return now().astimezone(ZoneInfo("Asia/Shanghai")).date().isoformat()


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


async def planned(manager: Front, **changed: Any) -> dict[str, Any]:
    customer = await manager.register(0, address="客户路 9 号")
    body = {"customer_id": customer["id"], "purpose": "SITE_CHECK", "planned_at": now().isoformat(), "place": PLACE}
    return succeeded(await manager.post("/visits", body | changed))


async def photograph(front: Front, visit: str, content: bytes = JPEG, **changed: Any) -> httpx.Response:
    about = {"kind": "PHOTOGRAPH", "taken_at": now().isoformat(), "position": HERE | {"at": now().isoformat()}}
    return await front.harness.client.post(
        f"/v1/visits/{visit}/papers", headers=front.headers(), data={"about": json.dumps(about | changed)},
        files={"file": ("shot", content, "image/jpeg")},
    )  # fmt: skip


def a_report(**changed: Any) -> dict[str, Any]:
    return {
        "outcome": "MET", "arrived_at": now().isoformat(), "note": NOTE, "position": HERE | {"at": now().isoformat()},
        "papers": [hash_of(JPEG)], "companion": "risk",
    } | changed  # fmt: skip


async def test_a_visit_is_told_of_once_with_its_pictures_and_a_second_person_vouches_for_it(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    visit = await planned(manager)
    path = f"/visits/{visit['id']}"
    assert refused(await stranger.post("/visits", {"customer_id": visit["customer_id"], "purpose": "PAPERS", "planned_at": now().isoformat()})) == (403, "other-branch")  # fmt: skip
    assert refused(await photograph(stranger, visit["id"])) == (403, "visit-of-another")
    day = succeeded(await manager.get(f"/visits/days/{today()}"))["items"]
    assert [(each["place"], each["customer_name"], each["status"]) for each in day] == [(PLACE, "张**", "PLANNED")]
    assert succeeded(await stranger.get(f"/visits/days/{today()}"))["items"] == []

    assert pointers(await manager.post(f"{path}/report", a_report(position=None))) == {
        "/position": "visit-position-missing", "/papers": "visit-unproven",
    }  # fmt: skip
    kept = succeeded(await photograph(manager, visit["id"]))
    assert kept["sha256"] == hash_of(JPEG)
    assert succeeded(await photograph(manager, visit["id"]))["id"] == kept["id"]  # the same picture again
    told = succeeded(await manager.post(f"{path}/report", a_report()))
    assert (told["status"], told["outcome"], told["confirmed_at"]) == ("REPORTED", "MET", None)
    assert refused(await manager.post(f"{path}/report", a_report())) == (409, "visit-reported")
    assert refused(await photograph(manager, visit["id"], JPEG + b"later")) == (409, "visit-reported")

    risk = Front(harness, "risk-officer", subject="risk")
    assert refused(await manager.post(f"{path}/confirmation")) == (403, "visit-of-another")
    assert succeeded(await risk.post(f"{path}/confirmation"))["confirmed_at"] is not None
    record = succeeded(await risk.get(f"{path}/record"))
    assert hash_of(record["record"].encode()) == record["record_sha256"] == told["record_sha256"]
    assert json.loads(record["record"])["report"]["note"] == NOTE
    picture = await harness.client.get(f"/v1{path}/papers/{kept['id']}/content", headers=risk.headers())
    assert (picture.content, picture.headers["cache-control"]) == (JPEG, "no-store")
    assert refused(await stranger.get(f"{path}/record")) == (403, "other-branch")
    acts = [m.action for m in await harness.outbox(AuditRecorded) if m.subject_type == "visit"]
    assert acts == [
        "plan_visit", "read_visit_place", "keep_visit_paper", "keep_visit_paper", "report_visit", "confirm_visit",
        "read_visit_record", "read_visit_paper",
    ]  # fmt: skip


async def test_where_a_visit_goes_and_what_was_told_lies_nowhere_in_clear(harness: Harness, manager: Front) -> None:
    visit = await planned(manager, place=None, purpose="INTERVIEW")
    succeeded(await photograph(manager, visit["id"]))
    succeeded(await manager.post(f"/visits/{visit['id']}/report", a_report()))
    rows = await harness.rows("select v::text, p::text from visits v join visit_papers p on p.visit_id = v.id")
    messages = [m.model_dump_json() for m in await harness.outbox(AuditRecorded)]
    for secret in ("客户路", NOTE[:4], "31230400", "121473700"):
        assert secret not in str(rows) and secret not in str(messages)
    record = succeeded(await manager.get(f"/visits/{visit['id']}/record"))
    assert record["place"] == "客户路 9 号"  # the address that he has told


async def test_what_is_no_visit_of_his_or_lacks_something_is_refused(harness: Harness, manager: Front) -> None:
    yesterday = (now() - timedelta(days=2)).isoformat()
    customer = await manager.register(1)
    body = {"customer_id": customer["id"], "purpose": "SIGNING", "planned_at": now().isoformat()}
    assert pointers(await manager.post("/visits", body)) == {"/place": "visit-place-missing"}
    assert pointers(await manager.post("/visits", body | {"place": PLACE, "planned_at": yesterday})) == {
        "/planned_at": "visit-in-the-past"
    }
    other = {"place": PLACE, "application_id": customer["id"]}
    assert pointers(await manager.post("/visits", body | other)) == {"/application_id": "visit-application-foreign"}
    visit = succeeded(await manager.post("/visits", body | {"place": PLACE}))
    path = f"/visits/{visit['id']}"
    assert refused(await photograph(manager, visit["id"], PDF)) == (415, "document-type-differs")
    assert pointers(await photograph(manager, visit["id"], kind="FILM")) == {"/about/kind": "enum"}
    unknown = {"papers": [hash_of(b"never sent")], "companion": "manager", "arrived_at": "2099-01-01T00:00:00Z"}
    assert pointers(await manager.post(f"{path}/report", a_report(**unknown))) == {
        "/arrived_at": "visit-not-made-yet", "/companion": "visit-companion-same", "/papers": "visit-unproven",
    }  # fmt: skip
    absent = a_report(outcome="ABSENT", papers=[], position=None, no_position="UNAVAILABLE", companion=None)
    colleague = Front(harness, "customer-manager", branch=SHANGHAI, subject="manager-3")
    assert refused(await colleague.post(f"{path}/report", absent)) == (403, "visit-of-another")
    assert refused(await colleague.post(f"{path}/cancellation")) == (403, "visit-of-another")
    assert succeeded(await manager.post(f"{path}/cancellation"))["status"] == "CANCELLED"
    assert refused(await manager.post(f"{path}/report", absent)) == (409, "visit-cancelled")
    listed = succeeded(await manager.get("/visits", customer_id=customer["id"]))["items"]
    assert [each["status"] for each in listed] == ["CANCELLED"]
    assert succeeded(await manager.get("/visits", application_id=customer["id"]))["items"] == []


async def test_a_day_that_nobody_means_is_refused(manager: Front) -> None:
    for day in ("0", "0001-01-01", "9999-12-31", "2026-13-01"):
        assert (await manager.get(f"/visits/days/{day}")).status_code == 422
    assert succeeded(await manager.get("/visits/days/2199-12-31"))["items"] == []
