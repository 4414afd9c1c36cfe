"""Who did what when, for those who may know."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


async def test_a_timeline_is_in_the_order_of_time_whatever_the_order_of_arrival(bus: Any) -> None:
    application, submitted = uuid4(), uuid4()
    await bus.tell(
        bus.record("decision.made", NOON + timedelta(seconds=2), application_id=application, source="workflow-svc",
                   envelope={"actor": "workflow-svc", "causation_id": str(submitted)}, outcome="DECLINED", score=512,
                   reasons=[{"code": "R03", "detail": "debt"}, {"code": "R07"}]),
        bus.record("audit.recorded", NOON + timedelta(seconds=3), application_id=application, action="reveal_customer"),
        bus.record("application.submitted", NOON, id=submitted, application_id=application, source="application-svc",
                   amount_minor=5_000_000,
                   envelope={"actor": "u-zhang", "traceparent": f"00-{TRACE}-00f067aa0ba902b7-01",
                             "causation_id": f"http:{TRACE}"}),
        bus.record("application.submitted", NOON, application_id=uuid4()),
    )  # fmt: skip
    items = (await bus.get(f"/v1/applications/{application}/timeline", "risk-officer"))["items"]
    assert [i["type"] for i in items] == ["application.submitted", "decision.made", "audit.recorded"]
    first, second, third = items
    assert (first["actor"], first["source"], first["trace_id"]) == ("u-zhang", "application-svc", TRACE)
    assert first["figures"]["amount_minor"] == 5_000_000
    assert first["occurred_at"] == "2026-11-23T04:00:00Z"
    assert (second["causation_id"], second["actor"]) == (str(submitted), "workflow-svc")
    assert (second["figures"]["outcome"], second["figures"]["score"]) == ("DECLINED", 512)
    assert second["figures"]["reasons"] == ["R03", "R07"]
    assert third["figures"]["action"] == "reveal_customer"


async def test_messages_of_one_moment_stand_in_the_order_in_which_they_were_made(bus: Any) -> None:
    application = uuid4()
    ids = [UUID(int=n) for n in (1, 2, 3)]
    types = ("fraud-screening.requested", "risk-assessment.requested", "task.created")
    records = [bus.record(t, NOON, id=i, application_id=application) for t, i in zip(types, ids, strict=True)]
    await bus.tell(*reversed(records))
    items = (await bus.get(f"/v1/applications/{application}/timeline", "approver"))["items"]
    assert [i["type"] for i in items] == list(types)


async def test_pages_of_a_timeline_join_without_gap_or_repetition(bus: Any) -> None:
    application = uuid4()
    await bus.tell(*(bus.record("task.claimed", NOON + timedelta(microseconds=n // 2), application_id=application)
                     for n in range(7)))  # fmt: skip
    path, seen, cursor = f"/v1/applications/{application}/timeline", [], {}
    while True:
        part = await bus.get(path, "auditor", limit=3, **cursor)
        seen += [i["message_id"] for i in part["items"]]
        if not part["next_cursor"]:
            break
        cursor = {"cursor": part["next_cursor"]}
    whole = await bus.get(path, "auditor")
    assert seen == [i["message_id"] for i in whole["items"]]
    assert len(set(seen)) == 7


async def test_a_manager_sees_applications_of_the_own_branch_alone(bus: Any) -> None:
    ours, theirs, unknown = uuid4(), uuid4(), uuid4()
    await bus.tell(
        bus.record("application.submitted", application_id=ours, branch="SH-01"),
        bus.record("application.submitted", application_id=theirs, branch="BJ-01"),
        bus.record("decision.made", application_id=unknown),
    )
    headers = bus.harness.signer.headers("customer-manager", branch="SH-01")
    answers = {}
    for application in (ours, theirs, unknown):
        got = await bus.harness.client.get(f"/v1/applications/{application}/timeline", headers=headers)
        answers[application] = (got.status_code, got.json().get("code"))
    assert answers == {ours: (200, None), theirs: (403, "other-branch"), unknown: (404, "application-not-found")}


async def test_an_application_that_nobody_spoke_of_is_not_found(bus: Any) -> None:
    for path, role in (("timeline", "auditor"), ("trace", "operations")):
        problem = await bus.get(f"/v1/applications/{uuid4()}/{path}", role, expect=404)
        assert problem["code"] == "application-not-found"


async def test_keyed_hashes_of_persons_stay_out_of_the_timeline(bus: Any) -> None:
    application = uuid4()
    await bus.tell(bus.record("application.submitted", application_id=application, person_token="PERSON-TOKEN",
                              mobile_token="MOBILE-TOKEN"))  # fmt: skip
    shown = str(await bus.get(f"/v1/applications/{application}/timeline", "auditor"))
    assert "TOKEN" not in shown
