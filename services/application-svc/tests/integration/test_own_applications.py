"""A borrower's own doors: his applications and offers, and of nobody else's that they exist."""

from typing import Any
from uuid import uuid4

import pytest
from applicants import PEOPLE, Borrower, Front, a_decision, changed, refused, succeeded

from loan_contracts.applications import ContractSigned
from loan_servicekit.testing import Harness, sent

READS = ("", "/offer", "/contract")
ACTS: dict[str, dict[str, Any]] = {
    "disclosure-deliveries": {},
    "disclosure-confirmation": {"disclosure_hash": "a" * 64},
    "signature": {"contract_hash": "a" * 64, "reference": "sms:1"},
}


async def test_a_borrower_reads_his_offer_and_signs_it_himself(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    other = await channel.register(1)
    await channel.submit(other["id"])
    await harness.deliver(a_decision(made["id"]))
    borrower, path = Borrower(harness, customer["id"]), f"/applications/{made['id']}"
    assert [line["id"] for line in succeeded(await borrower.get("/applications"))["items"]] == [made["id"]]
    shown = succeeded(await borrower.get(path))
    assert (shown["status"], shown["contract_status"]) == ("APPROVED", "DRAFTED")
    assert shown["decision"]["decided_by"] == "" and not {"form", "branch", "created_by"} & shown.keys()
    offer = succeeded(await borrower.get(f"{path}/offer"))
    given = succeeded(await borrower.post(f"{path}/disclosure-deliveries"))
    read = {"disclosure_hash": given["disclosure_hash"]}
    assert refused(await borrower.post(f"{path}/disclosure-confirmation", read)) == (409, "disclosure-read-too-short")
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '10 seconds'")
    succeeded(await borrower.post(f"{path}/disclosure-confirmation", read))
    signature = {"contract_hash": offer["contract_hash"], "reference": "sms:1"}
    assert succeeded(await borrower.post(f"{path}/signature", signature))["contract_status"] == "SIGNED"
    assert str((await sent(harness, ContractSigned)).application_id) == made["id"]


@pytest.mark.parametrize("path", READS)
async def test_another_borrowers_application_is_answered_as_one_that_is_not_there(
    harness: Harness, channel: Front, path: str
) -> None:
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    await harness.deliver(a_decision(made["id"]))
    stranger = Borrower(harness, str(uuid4()))
    assert refused(await stranger.get(f"/applications/{made['id']}{path}")) == (404, "application-not-found")
    assert refused(await stranger.get(f"/applications/{uuid4()}{path}")) == (404, "application-not-found")
    assert succeeded(await stranger.get("/applications"))["items"] == []


@pytest.mark.parametrize("act", ACTS)
async def test_nobody_acts_on_another_borrowers_offer(harness: Harness, channel: Front, act: str) -> None:
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    await harness.deliver(a_decision(made["id"]))
    stranger = Borrower(harness, str(uuid4()))
    answer = await stranger.post(f"/applications/{made['id']}/{act}", ACTS[act])
    assert refused(answer) == (404, "application-not-found")
    assert await harness.rows("select count(*) from disclosure_deliveries") == [(0,)]


async def test_whose_a_number_is_the_channel_learns_for_a_sign_in(harness: Harness, channel: Front) -> None:
    customer = await channel.register(0)
    mobile = PEOPLE[0]["mobile"]
    assert succeeded(await channel.post("/customers/found", {"mobile": mobile})) == {"customer_id": customer["id"]}
    assert refused(await channel.post("/customers/found", {"mobile": "13899990000"})) == (404, "customer-not-found")
    assert refused(await channel.post("/customers/found", {"mobile": "12"})) == (422, "mobile-malformed")
    await channel.register(1, mobile=mobile)
    assert refused(await channel.post("/customers/found", {"mobile": mobile})) == (404, "customer-not-found")
