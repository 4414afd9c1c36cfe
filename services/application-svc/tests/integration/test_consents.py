"""Consents: given in the form that the law asks, withdrawn as easily, and needed for every source."""

from uuid import uuid4

from applicants import Front, an_application, consent, pointers, refused, succeeded

from loan_contracts.operations import AuditRecorded
from loan_servicekit.testing import Harness


async def test_consents_are_listed_newest_first_and_withdrawn_once(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[consent("COURT")])
    path = f"/customers/{made['id']}/consents"
    granted = await channel.post(path, {"consents": [consent("TELECOM"), consent("TAX", form="WRITTEN")]})
    assert granted.status_code == 201
    first_page = succeeded(await channel.get(path, limit=2))
    second_page = succeeded(await channel.get(path, limit=2, cursor=first_page["next_cursor"]))
    assert [c["source"] for c in first_page["items"] + second_page["items"]] == ["TAX", "TELECOM", "COURT"]
    assert second_page["next_cursor"] is None

    tax = first_page["items"][0]
    ended = succeeded(await channel.post(f"/consents/{tax['id']}/withdrawal"))
    assert ended["withdrawn_at"] is not None
    answer = await channel.post(f"/consents/{tax['id']}/withdrawal")
    assert refused(answer) == (409, "consent-already-withdrawn")
    told = [m for m in await harness.outbox(AuditRecorded) if m.action in ("grant_consents", "withdraw_consent")]
    assert [(m.action, m.subject_id) for m in told] == [
        ("grant_consents", made["id"]), ("grant_consents", made["id"]), ("withdraw_consent", made["id"]),
    ]  # fmt: skip
    assert told[1].detail.keys() == {"TELECOM", "TAX"}


async def test_consents_for_two_purposes_of_one_source_are_both_recorded(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[consent("CREDIT_BUREAU"), consent("CREDIT_BUREAU", purpose="01")])
    (told,) = [m for m in await harness.outbox(AuditRecorded) if m.action == "grant_consents"]
    assert told.detail == {"CREDIT_BUREAU": ",".join(c["id"] for c in made["consents"])}


async def test_a_consent_in_too_weak_a_form_or_for_the_past_names_its_place(harness: Harness, channel: Front) -> None:
    made = await channel.register(0, consents=[])
    weak = [
        consent("COURT"),
        consent("CREDIT_BUREAU", form="GENERAL"),
        consent("TAX", valid_until="2020-01-01T00:00:00Z"),
    ]
    answer = await channel.post(f"/customers/{made['id']}/consents", {"consents": weak})
    assert refused(answer) == (422, "consent-invalid")
    assert pointers(answer) == {
        "/consents/1/form": "consent-form-insufficient",
        "/consents/2/valid_until": "consent-period-invalid",
    }
    assert await harness.rows("select count(*) from consents") == [(0,)]


async def test_a_withdrawn_consent_no_longer_carries_an_application(harness: Harness, channel: Front) -> None:
    made = await channel.register(0)
    bureau = next(c for c in made["consents"] if c["source"] == "CREDIT_BUREAU")
    await channel.submit(made["id"])
    succeeded(await channel.post(f"/consents/{bureau['id']}/withdrawal"))
    answer = await channel.post("/applications", an_application(made["id"]))
    assert refused(answer) == (422, "consent-missing")
    assert pointers(answer) == {"/consents/CREDIT_BUREAU": "consent-missing"}
    assert "WRITTEN" in answer.json()["errors"][0]["detail"]
    assert await harness.rows("select count(*) from applications") == [(1,)]


async def test_consents_of_another_branch_cannot_be_changed(manager: Front, stranger: Front) -> None:
    made = await manager.register(0)
    for path, body in (
        (f"/customers/{made['id']}/consents", {"consents": [consent("TAX")]}),
        (f"/consents/{made['consents'][0]['id']}/withdrawal", {}),
    ):
        assert refused(await stranger.post(path, body)) == (403, "other-branch")
    assert refused(await manager.post(f"/consents/{uuid4()}/withdrawal")) == (404, "consent-not-found")
