"""Conditions that an approval depends on: in the contract, before its signature, before the pay-out (R-9.10, R-9.15)."""

from applicants import SHANGHAI, Front, a_decision, confirm, refused, succeeded

from loan_contracts.applications import ContractSigned
from loan_servicekit.testing import Harness, sent

EVIDENCE = {"evidence": "声明书原件，档案第 12 页"}
SIGNED = {"method": "ELECTRONIC", "reference": "sms:20261123-0001"}


async def test_what_is_set_before_the_contract_is_checked_off_before_it_is_signed(
    harness: Harness, channel: Front
) -> None:
    staff = Front(harness, "contract-officer", branch=SHANGHAI, subject="u-contract")
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    path = f"/applications/{made['id']}"
    await harness.deliver(
        a_decision(made["id"], conditions=["ACCOUNT_OPENED"], conditions_before_contract=["CO_OWNER_CONSENT"])
    )
    offer = succeeded(await channel.get(f"{path}/offer"))
    [asked] = offer["conditions"]
    assert (asked["code"], asked["wording"], asked["checked_by"]) == (
        "CO_OWNER_CONSENT",
        "共有人或配偶已书面同意",
        None,
    )
    contract = succeeded(await channel.get(f"{path}/contract"))
    assert list(contract["content"]["conditions_precedent"]) == ["ACCOUNT_OPENED", "CO_OWNER_CONSENT"]
    succeeded(await confirm(channel, path, offer["disclosure_hash"], 10))
    body = {"contract_hash": offer["contract_hash"], **SIGNED}
    assert refused(await channel.post(f"{path}/signature", body)) == (409, "conditions-open")
    assert refused(await staff.post(f"{path}/conditions/ACCOUNT_OPENED", EVIDENCE)) == (404, "condition-unknown")
    succeeded(await staff.post(f"{path}/conditions/CO_OWNER_CONSENT", EVIDENCE))
    assert refused(await staff.post(f"{path}/conditions/CO_OWNER_CONSENT", EVIDENCE)) == (409, "condition-checked")
    [seen] = succeeded(await channel.get(f"{path}/offer"))["conditions"]
    assert (seen["checked_by"], seen["evidence"]) == ("u-contract", EVIDENCE["evidence"])
    succeeded(await channel.post(f"{path}/signature", body))
    told = await sent(harness, ContractSigned)
    assert told.conditions == ("ACCOUNT_OPENED",)
    assert "u-contract" in told.handled_by  # and has the loan paid out by another
