"""Customers: registered once, kept sealed, shown masked, read in full only with a purpose and a trace."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from applicants import KEYS, PEOPLE, SHANGHAI, SOURCES, Front, consent, pointers, refused, settings, succeeded

from application_svc.wiring import build
from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import TaskClaimed, TaskCompleted, TaskCreated
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import business_day
from loan_servicekit.testing import Harness, sent

EVERYTHING = "select string_agg(t::text, ' ') from {} t"
TABLES = ("customers", "sealed_details", "consents", "identity_reads", "idempotency", "outbox")


async def kept_in(harness: Harness) -> str:
    """All that the database holds, as text; binary columns are looked into."""
    texts = [str((await harness.rows(EVERYTHING.format(table)))[0][0]) for table in TABLES]
    for sql in ("select value from outbox", "select body from idempotency"):
        texts += [bytes(row[0]).decode() for row in await harness.rows(sql)]
    return " ".join(texts)


async def test_a_customer_is_answered_masked_and_nothing_is_kept_in_clear(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, employer="示例华信科技有限公司", address="示例市示范区人民路1号")
    assert made["name"] == "张**"
    assert made["identity_number"] == "9901************17"
    assert made["mobile"] == "138****1111"
    assert made["card_number"] == "620999*********0011"
    assert (made["branch"], made["already_registered"], made["birth_year"]) == (SHANGHAI, False, 1990)
    assert {c["source"] for c in made["consents"]} == set(SOURCES)
    read = succeeded(await channel.get(f"/customers/{made['id']}"))
    assert read == {name: made[name] for name in read}
    kept = await kept_in(harness)
    for clear in (*PEOPLE[0].values(), "示例华信科技有限公司", "示例市示范区人民路1号"):
        assert clear not in kept
    actions = [(m.action, m.subject_id) for m in await harness.outbox(AuditRecorded)]
    assert actions == [("register_customer", made["id"]), ("grant_consents", made["id"])]


async def test_every_wrong_field_is_named_at_once_and_nothing_is_left_behind(harness: Harness, channel: Front) -> None:
    answer = await channel.post(
        "/customers",
        {
            "name": "张3",
            "identity_number": "110105194912310021",
            "mobile": "12800001111",
            "card_number": "6221550000000000",
            "id_expires_on": "2020-01-01",
        },
    )
    assert refused(answer) == (422, "customer-invalid")
    assert pointers(answer) == {
        "/name": "name-malformed",
        "/identity_number": "identity-number-check-digit",
        "/mobile": "mobile-malformed",
        "/card_number": "card-not-debit",
        "/id_expires_on": "identity-document-expired",
    }
    assert "X" in answer.json()["detail"]
    for table in ("customers", "sealed_details", "outbox", "idempotency"):
        assert await harness.rows(f"select count(*) from {table}") == [(0,)]


async def test_a_card_that_fails_luhn_is_a_warning_only(channel: Front) -> None:
    made = await channel.register(0, card_number="6209990000000000012")
    assert made["card_warnings"] == ["LUHN_FAILED"]


async def test_test_persons_are_refused_in_production(database: str, tmp_path: Path) -> None:
    bus = {"kafka_security_protocol": "SASL_SSL", "kafka_username": "u", "kafka_password": "p"}
    harness = await Harness(build(settings(database, tmp_path, profile="production", **bus), "api")).start()
    try:
        answer = await Front(harness, "channel").post("/customers", PEOPLE[0])
        assert pointers(answer) == {"/identity_number": "identity-number-synthetic"}
    finally:
        await harness.close()


async def test_who_comes_again_is_the_same_customer_and_his_new_consents_are_kept(
    harness: Harness, channel: Front, manager: Front
) -> None:
    first = await channel.register(0, consents=[])
    again = await channel.register(0, consents=[consent("COURT")])
    by_staff = await manager.register(0, consents=[])
    assert first["id"] == again["id"] == by_staff["id"]
    assert (again["already_registered"], by_staff["already_registered"]) == (True, True)
    assert await harness.rows("select count(*) from customers") == [(1,)]
    listed = succeeded(await channel.get(f"/customers/{first['id']}/consents"))["items"]
    assert [c["source"] for c in listed] == ["COURT"]


@pytest.mark.parametrize("dot", ["·", "•", "・", "．", "·", " · "])
async def test_a_name_is_the_same_however_its_separator_was_typed(harness: Harness, channel: Front, dot: str) -> None:
    first = await channel.register(0, name="阿卜杜拉·买买提")
    again = await channel.register(0, name=f"阿卜杜拉{dot}买买提")
    assert (again["id"], again["already_registered"]) == (first["id"], True)
    gateway = Front(harness, "identity-reader")
    (told,) = succeeded(
        await gateway.post("/customers/identities", {"ids": [first["id"]], "purpose": "LOAN_APPROVAL"})
    )["items"]
    assert told["name"] == "阿卜杜拉·买买提"


async def test_the_first_time_may_be_typed_otherwise_too(harness: Harness, channel: Front) -> None:
    first = await channel.register(0, name="阿卜杜拉•买买提")
    assert (await channel.register(0, name="阿卜杜拉·买买提"))["id"] == first["id"]
    body = {
        "fields": ["name"],
        "purpose": "PHONE_VERIFICATION",
        "application_id": (await channel.submit(first["id"]))["id"],
    }
    shown = succeeded(await Front(harness, "risk-officer").post(f"/customers/{first['id']}/reveals", body))
    assert shown["values"] == {"name": "阿卜杜拉·买买提"}


async def test_a_name_that_was_kept_otherwise_is_brought_into_today_s_form(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, name="阿卜杜拉·买买提")
    vault = harness.app.state.ports.vault
    old = vault.seal(UUID(made["id"]), {"name": "阿卜杜拉•买买提"})["name"]
    async with harness.service.engine.begin() as connection:
        sql = "update sealed_details set name = $1, details_token = 'old', name_form = 0"
        await connection.exec_driver_sql(sql, (old,))
    assert await vault.rotate(harness.service.engine, harness.service.clock) == 1
    assert await vault.rotate(harness.service.engine, harness.service.clock) == 0
    assert (await channel.register(0, name="阿卜杜拉·买买提"))["id"] == made["id"]


@pytest.mark.parametrize("name", ["\U00031350一", "李\U0002ebf0", "JOHN SMITH"])
async def test_names_of_every_extension_and_of_latin_letters_are_registered(channel: Front, name: str) -> None:
    assert (await channel.register(0, name=name))["already_registered"] is False


@pytest.mark.parametrize("name", ["😀😀", "··", "=HYPERLINK(a)", "@张三", "+1", "-张三"])
async def test_what_is_no_name_is_not_registered(channel: Front, name: str) -> None:
    answer = await channel.post("/customers", PEOPLE[0] | {"name": name, "employer": "=1+1", "address": "@a1"})
    assert refused(answer) == (422, "customer-invalid")
    assert pointers(answer) == {"/name": "name-malformed", "/employer": "text-malformed", "/address": "text-malformed"}


@pytest.mark.parametrize("number", ["932682198501010017", "KAZ110090123105", "830000199201300022"])
async def test_foreign_permanent_residents_and_residents_from_taiwan_are_registered(
    channel: Front, number: str
) -> None:
    made = await channel.register(0, identity_number=number)
    assert made["birth_year"] in (1985, 1990, 1992)


async def test_a_person_who_is_registered_by_several_at_once_is_one_customer(harness: Harness, channel: Front) -> None:
    made = await asyncio.gather(*(channel.register(0) for _ in range(6)))
    assert len({customer["id"] for customer in made}) == 1
    assert sorted(customer["already_registered"] for customer in made) == [False] + [True] * 5
    assert await harness.rows("select count(*) from sealed_details") == [(1,)]


async def test_a_known_person_with_other_details_is_refused(channel: Front) -> None:
    made = await channel.register(0)
    answer = await channel.post("/customers", PEOPLE[0] | {"mobile": "13900001111"})
    assert refused(answer) == (409, "customer-details-differ")
    assert f"POST /v1/customers/{made['id']}/details" in answer.json()["detail"]


NEW = {"mobile": "13900001111", "card_number": "6209990000000000029", "id_expires_on": "2099-01-31"}


async def test_what_changes_of_a_customer_is_sealed_and_compared_anew(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, address="示例市1号", employer="示例公司")
    changed = await channel.post(f"/customers/{made['id']}/details", NEW | {"address": "示例市2号"})
    shown = succeeded(changed)
    assert (shown["mobile"], shown["card_number"]) == ("139****1111", "620999*********0029")
    assert (shown["id_expires_on"], shown["name"], shown["id"]) == ("2099-01-31", "张**", made["id"])
    assert changed.headers["etag"] == f'"{made["sequence"] + 1}"'
    assert succeeded(await channel.get(f"/customers/{made['id']}")) == shown

    officer = Front(harness, "risk-officer")
    case = {"purpose": "PHONE_VERIFICATION", "application_id": (await channel.submit(made["id"]))["id"]}
    body = {"fields": ["name", "mobile", "card_number", "employer", "address"]} | case
    assert succeeded(await officer.post(f"/customers/{made['id']}/reveals", body))["values"] == {
        "name": "张示例", "mobile": "13900001111", "card_number": "6209990000000000029", "employer": "示例公司",
        "address": "示例市2号",
    }  # fmt: skip
    tokens = await harness.rows("select person_token, mobile_token, card_token from customers")
    told = await channel.register(0, **NEW)
    assert (told["id"], told["already_registered"]) == (made["id"], True)
    assert refused(await channel.post("/customers", PEOPLE[0])) == (409, "customer-details-differ")
    sent_tokens = await sent(harness, ApplicationSubmitted)
    assert [(sent_tokens.person_token, sent_tokens.mobile_token, sent_tokens.card_token)] == tokens

    audits = [m for m in await harness.outbox(AuditRecorded) if m.action == "change_customer_details"]
    assert [(m.subject_id, m.detail) for m in audits] == [
        (made["id"], {"fields": "mobile,card_number,address,id_expires_on", "card_warnings": ""})
    ]
    kept = await kept_in(harness)
    assert not any(clear in kept for clear in (*NEW.values(), "示例市2号") if clear != NEW["id_expires_on"])


async def test_what_is_left_out_stays_and_null_says_for_life_or_none(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, address="示例市1号", employer="示例公司", id_expires_on="2099-01-01")
    path = f"/customers/{made['id']}/details"
    shown = succeeded(await channel.post(path, {"id_expires_on": None, "employer": None}))
    assert (shown["id_expires_on"], shown["mobile"]) == (None, made["mobile"])
    case = {"purpose": "PHONE_VERIFICATION", "application_id": (await channel.submit(made["id"]))["id"]}
    body = {"fields": ["employer", "address"]} | case
    values = succeeded(await Front(harness, "risk-officer").post(f"/customers/{made['id']}/reveals", body))["values"]
    assert values == {"employer": None, "address": "示例市1号"}

    sealed = await harness.rows("select mobile, sealed_at from sealed_details")
    same = succeeded(await channel.post(path, {"mobile": PEOPLE[0]["mobile"], "id_expires_on": None}))
    assert same["sequence"] == shown["sequence"]
    assert await harness.rows("select mobile, sealed_at from sealed_details") == sealed


async def test_a_card_that_fails_luhn_can_be_replaced(channel: Front) -> None:
    made = await channel.register(0, card_number="6209990000000000012")
    shown = succeeded(await channel.post(f"/customers/{made['id']}/details", {"card_number": "6209990000000000011"}))
    assert (made["card_warnings"], shown["card_warnings"]) == (["LUHN_FAILED"], [])


WRONG_CHANGES = [
    ({"mobile": "12800001111", "card_number": "6221550000000000", "id_expires_on": "2020-01-01"}, "customer-invalid",
     {"/mobile": "mobile-malformed", "/card_number": "card-not-debit", "/id_expires_on": "identity-document-expired"}),
    ({}, "request-invalid", {"/": "value_error"}),
    ({"card_number": None}, "request-invalid", {"/card_number": "value_error"}),
    ({"mobile": None}, "request-invalid", {"/mobile": "value_error"}),
    ({"id_issued_on": "2026-01-01"}, "request-invalid", {"/": "value_error"}),
    ({"name": "张三"}, "request-invalid", {"/name": "extra_forbidden"}),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code", "wrong"), WRONG_CHANGES)
async def test_a_wrong_change_names_its_fields_and_leaves_nothing_behind(
    harness: Harness, channel: Front, change: dict[str, object], code: str, wrong: dict[str, str]
) -> None:
    made = await channel.register(0)
    answer = await channel.post(f"/customers/{made['id']}/details", change)
    assert refused(answer) == (422, code)
    assert pointers(answer) == wrong
    assert succeeded(await channel.get(f"/customers/{made['id']}"))["sequence"] == made["sequence"]


async def test_only_the_branch_that_keeps_a_customer_changes_what_it_has_seen(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    made = await manager.register(0)
    path = f"/customers/{made['id']}/details"
    etag = (await manager.get(f"/customers/{made['id']}")).headers["etag"]
    assert refused(await stranger.post(path, NEW)) == (403, "other-branch")
    assert refused(await manager.post(f"/customers/{uuid4()}/details", NEW)) == (404, "customer-not-found")
    assert refused(await Front(harness, "approver").post(path, NEW)) == (403, "permission-missing")
    succeeded(await manager.post(path, {"mobile": "13900002222"}, If_Match=etag))
    assert refused(await manager.post(path, NEW, If_Match=etag)) == (412, "precondition-failed")
    key, body = str(uuid4()), {"mobile": "13900003333"}
    first, again = [await manager.post(path, body, Idempotency_Key=key) for _ in range(2)]
    assert (first.json(), again.headers["idempotent-replayed"]) == (again.json(), "true")


async def test_changes_of_one_customer_at_once_all_count(harness: Harness, channel: Front) -> None:
    made = await channel.register(0)
    path = f"/customers/{made['id']}/details"
    answers = await asyncio.gather(*(
        channel.post(path, {field: value}) for field, value in (NEW | {"employer": "示例公司"}).items()
    ))  # fmt: skip
    assert {answer.status_code for answer in answers} == {200}
    told = await channel.register(0, **NEW)
    assert (told["id"], told["already_registered"]) == (made["id"], True)


async def test_another_branch_learns_only_that_the_person_is_a_customer(manager: Front, stranger: Front) -> None:
    made = await manager.register(0)
    answer = await stranger.post("/customers", PEOPLE[0])
    assert refused(answer) == (409, "customer-exists")
    assert made["id"] not in answer.text
    for path in (f"/customers/{made['id']}", f"/customers/{made['id']}/consents"):
        assert refused(await stranger.get(path)) == (403, "other-branch")


async def test_who_tries_identity_numbers_is_seen_and_stopped(
    harness: Harness, channel: Front, manager: Front, stranger: Front
) -> None:
    await manager.register(0)
    bounds, today = harness.app.state.ports.bounds, business_day(datetime.now(UTC))
    bounds._by_day = {today: replace(bounds.on(today), refusals_per_hour=2)}
    for _ in range(2):
        assert refused(await stranger.post("/customers", PEOPLE[0])) == (409, "customer-exists")
    stopped = await stranger.post("/customers", PEOPLE[1])
    assert (refused(stopped), stopped.headers["retry-after"]) == ((429, "registrations-too-many"), "600")
    acts = [m for m in await harness.outbox(AuditRecorded) if m.action == "refuse_registration"]
    assert [act.detail for act in acts] == [{"code": "customer-exists"}] * 2
    await manager.register(1)  # nobody else waits for him
    for _ in range(4):
        assert refused(await channel.post("/customers", PEOPLE[0] | {"mobile": "13900001111"}))[0] == 409


async def test_staff_register_for_their_own_branch_only(manager: Front) -> None:
    answer = await manager.post("/customers", PEOPLE[0] | {"branch": "440300-01"})
    assert refused(answer) == (403, "other-branch")


async def test_a_list_of_customers_leaves_out_other_branches(channel: Front, manager: Front) -> None:
    mine = await channel.register(0)
    other = await channel.register(1, branch="440300-01")
    body = {"ids": [mine["id"], other["id"], str(uuid4())]}
    assert len(succeeded(await channel.post("/customers/masked", body))["items"]) == 2
    shown = succeeded(await manager.post("/customers/masked", body))["items"]
    assert [c["id"] for c in shown] == [mine["id"]]


def a_task(application: dict[str, str], role: str = "risk-officer", sequence: int = 1) -> TaskCreated:
    return TaskCreated(
        case_id=uuid4(), application_id=UUID(application["id"]), task_id=uuid4(), stage="manual_review", role=role,
        branch=SHANGHAI, amount_minor=1, due_at=datetime.now(UTC), sequence=sequence,
    )  # fmt: skip


def taken(task: TaskCreated, by: str, sequence: int = 2) -> TaskClaimed:
    return TaskClaimed(case_id=task.case_id, application_id=task.application_id, task_id=task.task_id, assignee=by,
                       sequence=sequence)  # fmt: skip


async def test_a_look_at_protected_values_is_recorded_and_never_kept(harness: Harness, channel: Front) -> None:
    made = await channel.register(0)
    application = await channel.submit(made["id"])
    created = a_task(application)
    await harness.deliver(created)
    officer, task = Front(harness, "risk-officer", subject="risk"), str(created.task_id)
    body = {"fields": ["name", "mobile"], "purpose": "PHONE_VERIFICATION", "task_id": task}
    path = f"/customers/{made['id']}/reveals"
    for _ in range(2):
        shown = await officer.post(path, body)
        assert shown.json()["values"] == {"name": "张示例", "mobile": "13800001111"}
        assert shown.headers["cache-control"] == "no-store"
    assert (
        await harness.rows("select purpose, fields, task_id::text, read_by from identity_reads")
        == [("PHONE_VERIFICATION", "name,mobile", task, "risk")] * 2
    )
    audits = [m for m in await harness.outbox(AuditRecorded) if m.action == "reveal_customer"]
    assert [m.subject_id for m in audits] == [made["id"]] * 2
    assert audits[0].detail == {"purpose": "PHONE_VERIFICATION", "fields": "name,mobile", "task_id": task}
    assert str(audits[0].application_id) == application["id"]
    assert "13800001111" not in await kept_in(harness)

    assert refused(await channel.post(path, body)) == (403, "permission-missing")
    assert refused(await officer.post(f"/customers/{uuid4()}/reveals", body)) == (404, "customer-not-found")
    far_collector = Front(harness, "collector", branch="440300-01")
    assert refused(await far_collector.post(path, body)) == (403, "other-branch")
    assert refused(await officer.post(path, body | {"fields": ["pin"]})) == (422, "request-invalid")
    assert await harness.rows("select count(*) from identity_reads") == [(2,)]

    file = succeeded(await channel.get(f"/customers/{made['id']}/reveals"))["items"]
    told = {"fields": ["name", "mobile"], "purpose": "PHONE_VERIFICATION", "task_id": task, "read_by": "risk",
            "application_id": application["id"]}  # fmt: skip
    assert [{name: look[name] for name in told} for look in file] == [told] * 2


async def test_a_look_belongs_to_an_open_task_of_ones_own_or_to_a_stated_case(harness: Harness, channel: Front) -> None:
    made, other = await channel.register(0), await channel.register(1)
    application, foreign = await channel.submit(made["id"]), await channel.submit(other["id"])
    waiting, claimed, elsewhere, committee = (
        a_task(application), a_task(application), a_task(foreign), a_task(application, "committee-member")
    )  # fmt: skip
    done = TaskCompleted(case_id=waiting.case_id, application_id=waiting.application_id, task_id=waiting.task_id,
                         stage="manual_review", outcome="APPROVE", assignee="risk", completed_at=datetime.now(UTC), sequence=3)  # fmt: skip
    await harness.deliver(taken(claimed, "another"))  # it may come before the task itself
    await harness.deliver(waiting, claimed, elsewhere, committee)
    officer = Front(harness, "risk-officer", subject="risk")
    body = {"fields": ["name"], "purpose": "REVIEW"}

    async def look(**named: Any) -> tuple[int, str]:
        answer = await officer.post(f"/customers/{made['id']}/reveals", body | {k: str(v) for k, v in named.items()})
        return (200, "") if answer.status_code == 200 else refused(answer)

    assert await look() == (422, "reveal-needs-a-case")
    assert await look(task_id=uuid4()) == (403, "reveal-without-task")
    assert await look(task_id=claimed.task_id) == (403, "reveal-without-task")
    assert await look(task_id=committee.task_id) == (403, "reveal-without-task")
    assert await look(task_id=elsewhere.task_id) == (403, "reveal-without-case")
    assert await look(task_id=waiting.task_id, application_id=foreign["id"]) == (403, "reveal-without-case")
    assert await look(application_id=foreign["id"]) == (403, "reveal-without-case")
    assert await look(application_id=uuid4()) == (403, "reveal-without-case")
    assert await look(task_id=waiting.task_id) == await look(application_id=application["id"]) == (200, "")
    await harness.deliver(taken(claimed, "risk", sequence=4))
    assert await look(task_id=claimed.task_id) == (200, "")
    await harness.deliver(done)
    assert await look(task_id=waiting.task_id) == (403, "reveal-without-task")
    succeeded(await channel.post(f"/applications/{application['id']}/withdrawal"))
    assert await look(application_id=application["id"]) == (403, "reveal-without-case")


@pytest.mark.parametrize("purpose", ["11010519491231002X", "because", "", "phone_verification", None])
async def test_the_purpose_of_a_look_is_one_of_the_codes(harness: Harness, channel: Front, purpose: Any) -> None:
    made = await channel.register(0)
    case = {"application_id": (await channel.submit(made["id"]))["id"]}
    body = {"fields": ["name"], "purpose": purpose} | case
    officer = Front(harness, "risk-officer")
    assert refused(await officer.post(f"/customers/{made['id']}/reveals", body)) == (422, "request-invalid")
    assert await harness.rows("select count(*) from identity_reads") == [(0,)]


async def test_a_person_looks_at_so_many_customers_an_hour(harness: Harness, channel: Front) -> None:
    made = [await channel.register(who) for who in range(3)]
    cases = [await channel.submit(customer["id"]) for customer in made]
    bounds = harness.app.state.ports.bounds
    today = business_day(datetime.now(UTC))
    bounds._by_day = {today: replace(bounds.on(today), reveals_per_hour=2)}
    officer, colleague = (Front(harness, "risk-officer", subject=subject) for subject in ("risk", "risk-2"))

    async def look(front: Front, who: int) -> httpx.Response:
        body = {"fields": ["name"], "purpose": "REVIEW", "application_id": cases[who]["id"]}
        return await front.post(f"/customers/{made[who]['id']}/reveals", body)

    assert [(await look(officer, who)).status_code for who in (0, 1, 0, 1)] == [200] * 4
    assert refused(await look(officer, 2)) == (429, "reveals-too-many")
    assert (await look(colleague, 2)).status_code == 200
    at_once = await asyncio.gather(*(look(Front(harness, "approver", subject="third"), who) for who in range(3)))
    assert sorted(answer.status_code for answer in at_once) == [200, 200, 429]


async def test_a_service_gets_identities_in_clear_and_one_message_tells_of_the_call(
    harness: Harness, channel: Front
) -> None:
    first, second = await channel.register(0), await channel.register(1, card_number=None, consents=[])
    withdrawn = first["consents"][0]
    succeeded(await channel.post(f"/consents/{withdrawn['id']}/withdrawal"))
    service = Front(harness, "identity-reader", subject="integration-gateway")
    body = {"ids": [first["id"], second["id"], str(uuid4())], "purpose": "LOAN_APPROVAL"}
    answer = await service.post("/customers/identities", body)
    found = {item["customer_id"]: item for item in succeeded(answer)["items"]}
    assert found.keys() == {first["id"], second["id"]}
    one = found[first["id"]]
    assert (one["name"], one["identity_number"], one["mobile"], one["card"]) == tuple(PEOPLE[0].values())
    in_force = {(c["consent_id"], c["source"], c["purpose_code"]) for c in one["consents"]}
    assert in_force == {(c["id"], c["source"], "02") for c in first["consents"] if c is not withdrawn}
    assert (found[second["id"]]["card"], found[second["id"]]["consents"]) == (None, [])

    reads = await harness.rows("select customer_id::text, purpose, read_by from identity_reads order by id")
    assert reads == [(c["id"], "LOAN_APPROVAL", "integration-gateway") for c in (first, second)]
    told = [m for m in await harness.outbox(AuditRecorded) if m.action == "identify_customers"]
    assert [m.detail for m in told] == [{"purpose": "LOAN_APPROVAL", "customers": "2"}]
    assert refused(await channel.post("/customers/identities", body)) == (403, "permission-missing")


@pytest.mark.parametrize("purpose", ["MARKETING", "loan_approval", "", None])
async def test_an_unknown_purpose_gets_nothing(harness: Harness, channel: Front, purpose: str | None) -> None:
    made = await channel.register(0)
    answer = await Front(harness, "identity-reader").post(
        "/customers/identities", {"ids": [made["id"]], "purpose": purpose}
    )
    assert refused(answer) == (422, "request-invalid")
    assert pointers(answer) == {"/purpose": "enum"}
    assert all(allowed in answer.json()["detail"] for allowed in ("LOAN_APPROVAL", "PAYMENT", "NOTIFICATION"))
    assert await harness.rows("select count(*) from identity_reads") == [(0,)]


async def test_a_purpose_gets_what_it_needs_and_no_more(harness: Harness, channel: Front) -> None:
    made = await channel.register(0)
    service, empty = Front(harness, "identity-reader"), {"organisation_code": None, "consents": [], "payees": []}
    name, number, mobile, card = PEOPLE[0].values()
    [(card_token,)] = await harness.rows("select card_token from customers")
    for purpose, answered in {
        "PAYMENT": {"name": name, "identity_number": number, "mobile": "", "card": card, "card_token": card_token},
        "NOTIFICATION": {"name": "", "identity_number": "", "mobile": mobile, "card": None, "card_token": None},
    }.items():
        body = {"ids": [made["id"]], "purpose": purpose}
        (item,) = succeeded(await service.post("/customers/identities", body))["items"]
        assert item == {"customer_id": made["id"], **answered, **empty}
    assert await harness.rows("select purpose, fields from identity_reads order by id") == [
        ("PAYMENT", "name,identity_number,card_number"), ("NOTIFICATION", "mobile")]  # fmt: skip


@pytest.fixture
def with_keys(database: str, tmp_path: Path) -> Callable[[str], Harness]:
    """The same database under other keys."""
    return lambda keys: Harness(build(settings(database, tmp_path, field_keys=keys), "api"))


async def test_keys_rotate_while_values_stay_readable(
    harness: Harness, channel: Front, with_keys: Callable[[str], Harness]
) -> None:
    made = [await channel.register(0, address="示例市1号"), await channel.register(1)]
    rotating = await with_keys(f"k2:{KEYS['k2']},k1:{KEYS['k1']}").start()
    vault = rotating.app.state.ports.vault
    assert (await mobiles(rotating, made)) == {"13800001111", "13800002222"}
    assert await vault.rotate(rotating.service.engine, rotating.service.clock) == 2
    assert await vault.rotate(rotating.service.engine, rotating.service.clock) == 0
    (told,) = [m for m in await rotating.outbox(AuditRecorded) if m.subject_type == "vault"]
    assert (told.action, told.detail["customers"]) == ("rotate", "2")
    assert await rotating.rows("select distinct key_id from sealed_details") == [("k2",)]
    await rotating.close()

    only_new = await with_keys(f"k2:{KEYS['k2']}").start()
    assert (await mobiles(only_new, made)) == {"13800001111", "13800002222"}
    again = await Front(only_new, "channel").register(0)
    assert (again["id"], again["already_registered"]) == (made[0]["id"], True)
    await only_new.close()


async def mobiles(harness: Harness, customers: list[dict[str, str]]) -> set[str]:
    """The mobile numbers as a service reads them."""
    body = {"ids": [customer["id"] for customer in customers], "purpose": "NOTIFICATION"}
    answer = await Front(harness, "identity-reader").post("/customers/identities", body)
    return {item["mobile"] for item in succeeded(answer)["items"]}


async def test_values_sealed_for_one_customer_do_not_open_for_another(harness: Harness, channel: Front) -> None:
    first, second = await channel.register(0), await channel.register(1)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update sealed_details set mobile = (select mobile from sealed_details where customer_id = $1)"
            " where customer_id = $2", (first["id"], second["id"]),
        )  # fmt: skip
    vault = harness.app.state.ports.vault
    rows = await harness.rows("select mobile from sealed_details where customer_id = $1", second["id"])
    with pytest.raises(ValueError, match="belongs to another field"):
        vault.open(second["id"], {"mobile": rows[0][0]}, ["mobile"])


async def test_a_branch_finds_its_customers_by_the_end_of_their_number(manager: Front, stranger: Front) -> None:
    first, second = [(await manager.register(who))["id"] for who in (0, 1)]
    listed = [each["id"] for each in succeeded(await manager.get("/customers"))["items"]]
    assert listed == [second, first]
    assert [each["id"] for each in succeeded(await manager.get("/customers", last_four="1111"))["items"]] == [first]
    assert succeeded(await stranger.get("/customers", last_four="1111"))["items"] == []
    page = succeeded(await manager.get("/customers", limit=1))
    assert [each["id"] for each in succeeded(await manager.get("/customers", cursor=page["next_cursor"]))["items"]] == [
        first
    ]
