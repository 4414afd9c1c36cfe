"""Who works here: told by whoever signs people in, changed by two persons, never by him whom it is about, never so that
nobody could change it again."""

from typing import Any

import httpx
from casework import Casework, refused

from loan_contracts.operations import AuditRecorded

PEOPLE = [
    {"subject": "u-system", "roles": ["system-administrator"], "branch": "100000-00"},
    {"subject": "u-security", "roles": ["security-administrator"], "branch": "100000-00"},
    {"subject": "u-manager", "roles": ["customer-manager"], "branch": "310000-01"},
]


async def told(casework: Casework, people: list[dict[str, Any]]) -> int:
    answer = await casework.post("/v1/staff/reports", "directory", subject="identity-provider", json={"people": people})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["changed"])


async def proposed(casework: Casework, subject: str, *roles: str, by: str = "u-system", **more: Any) -> httpx.Response:
    body = {"subject": subject, "roles": list(roles), "branch": "310000-01", "reason": "人事令 2026-018"} | more
    return await casework.post("/v1/role-changes", "system-administrator", subject=by, json=body)


async def decided(casework: Casework, change: str, what: str, by: str = "u-security") -> httpx.Response:
    return await casework.post(f"/v1/role-changes/{change}/{what}", "security-administrator", subject=by, json={})


async def staff(casework: Casework) -> dict[str, list[str]]:
    items = (await casework.get("/v1/staff", "security-administrator")).json()["items"]
    return {each["subject"]: each["roles"] for each in items}


async def orders(casework: Casework) -> list[tuple[str, list[str]]]:
    items = (await casework.get("/v1/staff/orders", "directory")).json()["items"]
    return [(each["subject"], each["roles"]) for each in items]


async def test_a_role_is_given_by_two_and_counts_once_it_is_carried_out(casework: Casework) -> None:
    assert (await told(casework, PEOPLE), await told(casework, PEOPLE)) == (3, 0)
    change = (await proposed(casework, "u-manager", "approver")).json()
    assert (change["before_roles"], change["roles"], change["status"]) == (
        ["customer-manager"],
        ["approver"],
        "PROPOSED",
    )
    assert refused(await proposed(casework, "u-manager", "finance")) == (409, "role-change-open")
    assert refused(await decided(casework, change["id"], "approval", "u-system")) == (403, "second-person-required")
    assert refused(await decided(casework, change["id"], "approval", "u-manager")) == (403, "own-roles")
    assert await orders(casework) == []
    assert (await decided(casework, change["id"], "approval")).json()["carried_out_at"] is None
    assert await orders(casework) == [("u-manager", ["approver"])]
    assert (await staff(casework))["u-manager"] == ["customer-manager"]  # told, not assumed
    assert refused(await decided(casework, change["id"], "rejection")) == (409, "proposal-decided")

    assert await told(casework, [*PEOPLE[:2], PEOPLE[2] | {"roles": ["approver"]}]) == 1
    assert (await staff(casework))["u-manager"] == ["approver"] and await orders(casework) == []
    [listed] = (await casework.get("/v1/role-changes", "auditor")).json()["items"]
    assert listed["carried_out_at"] is not None
    acts = [m.action for m in await casework.harness.outbox(AuditRecorded) if m.subject_type == "role-change"]
    assert acts == ["propose_role_change", "approve_role_change", "carry_out_role_change"]


async def test_roles_that_no_one_holds_together_or_that_are_none_are_refused(casework: Casework) -> None:
    await told(casework, PEOPLE)
    for roles, code in (
        (("customer-manager", "approver"), "roles-held-apart"),
        (("audit-administrator", "auditor"), "roles-held-apart"),
        (("system-administrator", "security-administrator"), "roles-held-apart"),
        (("channel",), "role-unknown"),
        (("borrower",), "role-unknown"),
    ):
        assert refused(await proposed(casework, "u-new", *roles)) == (422, code)
    assert refused(await proposed(casework, "u-system", "finance")) == (403, "own-roles")
    assert (await proposed(casework, "u-new", "finance", "collector")).status_code == 201


async def test_the_last_administrator_stays(casework: Casework) -> None:
    await told(casework, PEOPLE)
    assert refused(await proposed(casework, "u-security")) == (409, "last-administrator")
    assert refused(await proposed(casework, "u-system", by="u-system-2")) == (409, "last-administrator")
    second = (await proposed(casework, "u-security-2", "security-administrator")).json()["id"]
    leaving = refused(await proposed(casework, "u-security"))
    assert leaving == (409, "last-administrator")  # the second one is not decided on yet
    assert (await decided(casework, second, "approval")).status_code == 200
    left = (await proposed(casework, "u-security")).json()["id"]
    both = (await proposed(casework, "u-security-2", by="u-system")).json()["id"]
    assert (await decided(casework, left, "approval", "u-management")).status_code == 200
    assert refused(await decided(casework, both, "approval", "u-management")) == (409, "last-administrator")
    assert (await decided(casework, both, "rejection", "u-management")).status_code == 200


async def test_who_is_not_told_of_any_more_has_left(casework: Casework) -> None:
    await told(casework, PEOPLE)
    own = (await proposed(casework, "u-manager")).json()["id"]
    answer = await casework.post(
        f"/v1/role-changes/{own}/withdrawal", "system-administrator", subject="u-other", json={}
    )
    assert refused(answer) == (403, "not-own-proposal")
    assert await told(casework, PEOPLE[:2]) == 1
    assert (await staff(casework))["u-manager"] == []
    assert refused(await casework.get("/v1/staff", "approver")) == (403, "permission-missing")
