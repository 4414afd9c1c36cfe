"""From the decision to an effective contract: offer, cost disclosure, signature, pay-out."""

import asyncio
import hashlib
import json
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from applicants import (
    SHANGHAI,
    SHENZHEN,
    Front,
    a_decision,
    a_disbursement,
    changed,
    confirm,
    refused,
    succeeded,
)

from loan_contracts.applications import ContractSigned, DisclosureConfirmed, OfferMade
from loan_contracts.cards import CardCheck, CardVerificationRequested, CardVerified
from loan_contracts.decisions import Outcome, case_id_of
from loan_contracts.lending import LoanChanged, LoanSettled
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Reason, RepaymentMethod
from loan_servicekit.testing import Harness, sent
from loan_servicekit.testing.harness import SEALS

SIGNED = {"method": "ELECTRONIC", "reference": "sms:20261123-0001"}


class Offered:
    """An application with an offer: 100,000 yuan, 12 %, 12 months."""

    def __init__(self, channel: Front, id: str, customer_id: str, line: dict[str, str]) -> None:
        self.channel, self.id, self.customer_id, self.path = channel, id, customer_id, f"/applications/{id}"
        self.disclosure_hash, self.contract_hash = line["disclosure_hash"], line["contract_hash"]

    async def confirm(self, hash: str | None = None, seconds: float = 10) -> httpx.Response:
        """The disclosure is given out and read for so long."""
        return await confirm(self.channel, self.path, hash or self.disclosure_hash, seconds)

    async def claim(self, front: Front | None = None, **body: Any) -> httpx.Response:
        """Somebody says that the disclosure was read."""
        body = {"disclosure_hash": self.disclosure_hash} | body
        return await (front or self.channel).post(f"{self.path}/disclosure-confirmation", body)

    async def sign(self, hash: str | None = None) -> httpx.Response:
        """The contract is signed."""
        return await self.channel.post(
            f"{self.path}/signature", {"contract_hash": hash or self.contract_hash, **SIGNED}
        )

    async def state(self) -> tuple[str, str | None]:
        """Where it stands."""
        shown = succeeded(await self.channel.get(self.path))
        return shown["status"], shown["contract_status"]


@pytest.fixture
async def offered(harness: Harness, channel: Front) -> Offered:
    """An offer that waits, found by its list line."""
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    await harness.deliver(a_decision(made["id"]))
    page = succeeded(await channel.get("/applications", status="APPROVED", contract_status="DRAFTED"))
    (line,) = page["items"]
    assert (line["id"], line["forced_read_seconds"]) == (made["id"], 10)
    return Offered(channel, made["id"], customer["id"], line)


def canonical(content: object) -> str:
    """SHA-256 of compact JSON with sorted keys: what anybody can check the hashes with."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


async def test_an_approval_becomes_an_offer_with_everything_it_costs(harness: Harness, offered: Offered) -> None:
    offer = succeeded(await offered.channel.get(f"{offered.path}/offer"))
    table = offer["disclosure"]
    assert (offer["principal_minor"], offer["annual_rate"], offer["contract_status"]) == (10_000_000, "0.12", "DRAFTED")
    assert table["first_instalment_minor"] == 888_488  # domain.md E1: 8,884.88
    assert abs(Decimal(table["total_annual_rate"]) - Decimal("0.12")) < Decimal("0.00001")  # no fees: the rate itself
    assert (table["method"], table["forced_read_seconds"]) == ("IRR", 10)
    normal = [item["code"] for item in table["items"] if not item["contingent"]]
    assert normal == ["INTEREST"]
    assert offer["disclosure_hash"] == offered.disclosure_hash
    told = await sent(harness, OfferMade)
    assert (told.disclosure_hash, told.amount_minor, told.contract_no) == (
        offered.disclosure_hash, 10_000_000, offer["contract_no"],
    )  # fmt: skip


async def test_hashes_are_those_of_the_content_that_is_shown(harness: Harness, offered: Offered) -> None:
    contract = succeeded(await offered.channel.get(f"{offered.path}/contract"))
    assert canonical(contract["content"]) == contract["hash"] == offered.contract_hash
    assert contract["content"]["disclosure_hash"] == offered.disclosure_hash
    assert contract["signature"] is None
    ((stored, hash),) = await harness.rows("select disclosure, disclosure_hash from papers")
    assert hashlib.sha256(stored.encode()).hexdigest() == hash == offered.disclosure_hash


async def test_a_confirmed_disclosure_and_a_signature_make_a_contract_and_the_pay_out_makes_it_effective(
    harness: Harness, offered: Offered
) -> None:
    assert succeeded(await offered.confirm())["contract_status"] == "DISCLOSED"
    assert (await sent(harness, DisclosureConfirmed)).read_seconds == 10
    assert succeeded(await offered.sign())["contract_status"] == "SIGNED"
    told = await sent(harness, ContractSigned)
    assert (told.application_id, told.customer_id) == (UUID(offered.id), UUID(offered.customer_id))
    assert (told.amount_minor, told.term_months, told.annual_rate) == (10_000_000, 12, Decimal("0.12"))
    assert (told.penalty_multiple, told.grace_days, told.contract_hash) == (Decimal("1.5"), 3, offered.contract_hash)
    contract = succeeded(await offered.channel.get(f"{offered.path}/contract"))
    assert contract["signature"]["reference"] == SIGNED["reference"]

    loan = a_disbursement(offered.id, offered.customer_id)
    settled = LoanSettled(loan_id=loan.loan_id, application_id=loan.application_id, settled_on=loan.maturity_date)
    await harness.deliver(settled, twice=False)  # has overtaken the pay-out, and is tried again
    await harness.deliver(loan)
    assert await offered.state() == ("APPROVED", "EFFECTIVE")
    shown = succeeded(await offered.channel.post("/applications/statuses", {"ids": [offered.id]}))
    assert shown["items"][0]["loan_id"] == str(loan.loan_id)
    assert await harness.rows("select state, reason from dead_letters") == [("RETRYING", "loan-not-found")]

    await harness.deliver(settled)
    assert await offered.state() == ("APPROVED", "TERMINATED")


async def test_a_claim_that_is_sold_ends_the_contract_to_us_and_holds_again_when_that_is_taken_back(
    harness: Harness, offered: Offered
) -> None:
    succeeded(await offered.confirm())
    succeeded(await offered.sign())
    loan = a_disbursement(offered.id, offered.customer_id)
    await harness.deliver(loan)

    def changed(
        kind: str, status: str, sequence: int, reverses: UUID | None = None, line_id: UUID | None = None
    ) -> LoanChanged:
        return LoanChanged(
            loan_id=loan.loan_id, application_id=loan.application_id, change_id=uuid4(), kind=kind, reverses=reverses,
            value_date=loan.value_date, business_date=loan.value_date, status=status, annual_rate=Decimal("0.12"),
            maturity_date=loan.maturity_date, schedule_version=2, outstanding_principal_minor=0, sequence=sequence,
            line_id=line_id,
        )  # fmt: skip

    await harness.deliver(changed("TRANSFER", "TRANSFERRED", 19, line_id=uuid4()))  # a draw: others are owed
    await harness.deliver(changed("WAIVER", "ACTIVE", 20))
    assert await offered.state() == ("APPROVED", "EFFECTIVE")
    sale = changed("TRANSFER", "TRANSFERRED", 21)
    await harness.deliver(sale)
    assert await offered.state() == ("APPROVED", "TERMINATED")
    assert await harness.rows("select ended_at is null from applications") == [(False,)]
    await harness.deliver(changed("TRANSFER", "OVERDUE", 22, sale.change_id))
    assert await offered.state() == ("APPROVED", "EFFECTIVE")
    assert await harness.rows("select ended_at is null from applications") == [(True,)]


async def test_staff_of_the_branch_take_down_a_signature_on_paper(harness: Harness, offered: Offered) -> None:
    officer, elsewhere = (
        Offered(Front(harness, "contract-officer", branch=branch, subject="contract"), offered.id, offered.customer_id,
                {"disclosure_hash": offered.disclosure_hash, "contract_hash": offered.contract_hash})
        for branch in (SHANGHAI, SHENZHEN)
    )  # fmt: skip
    table = {"disclosure_hash": offered.disclosure_hash, "document_id": str(uuid4())}
    assert refused(await elsewhere.channel.post(f"{offered.path}/signed-disclosure", table)) == (403, "other-branch")
    assert refused(await elsewhere.sign()) == (403, "other-branch")
    assert refused(await officer.claim()) == (403, "permission-missing")  # what he says he has read, is not his to read
    manager = Front(harness, "customer-manager", branch=SHANGHAI, subject="manager")
    own = succeeded(await officer.channel.upload(offered.id, "SIGNED_DISCLOSURE"))
    for table["document_id"], expected in (
        (str(uuid4()), (422, "document-not-signed-table")),
        (own["id"], (403, "maker-not-checker")),
    ):
        assert refused(await officer.channel.post(f"{offered.path}/signed-disclosure", table)) == expected
    scan = succeeded(await manager.upload(offered.id, "SIGNED_DISCLOSURE"))
    table["document_id"] = scan["id"]
    assert refused(await offered.channel.post(f"{offered.path}/signed-disclosure", table)) == (
        403,
        "permission-missing",
    )
    confirmed = succeeded(await officer.channel.post(f"{offered.path}/signed-disclosure", table))
    assert confirmed["contract_status"] == "DISCLOSED"
    told = await sent(harness, DisclosureConfirmed)
    assert (told.method, told.scan_sha256, told.read_seconds) == ("SIGNED_TABLE", scan["sha256"], 0)
    assert refused(await elsewhere.sign()) == (403, "other-branch")
    paper = {"contract_hash": offered.contract_hash, "method": "PAPER", "reference": "archive:310000-01/2026/17"}
    assert succeeded(await officer.channel.post(f"{offered.path}/signature", paper))["contract_status"] == "SIGNED"
    signature = succeeded(await officer.channel.get(f"{offered.path}/contract"))["signature"]
    assert (signature["method"], signature["signed_by"]) == ("PAPER", "contract")
    assert "contract" in (await sent(harness, ContractSigned)).handled_by
    assert refused(await officer.channel.post(f"{offered.path}/withdrawal")) == (403, "permission-missing")


async def test_who_decided_an_application_signs_it_for_nobody_whatever_roles_he_holds(
    harness: Harness, channel: Front
) -> None:
    """R-9.10, R-9.15: a person's decision, disclosure and signature are of different people."""
    customer = await channel.register(0)
    made = await channel.submit(customer["id"])
    await harness.deliver(a_decision(made["id"], automatic=False, decided_by="u-1,contract"))
    path = f"/applications/{made['id']}"
    offer = succeeded(await channel.get(f"{path}/offer"))
    scan = succeeded(await Front(harness, "customer-manager", branch=SHANGHAI, subject="u-9").upload(
        made["id"], "SIGNED_DISCLOSURE"))  # fmt: skip
    table = {"disclosure_hash": offer["disclosure_hash"], "document_id": scan["id"]}
    contract = succeeded(await channel.get(f"{path}/contract"))
    paper = {"contract_hash": contract["hash"], "method": "PAPER", "reference": "archive:310000-01/2026/18"}
    for subject in ("u-1", "contract"):
        both = Front(harness, "contract-officer", branch=SHANGHAI, subject=subject)
        for step, body in (("signed-disclosure", table), ("signature", paper)):
            assert refused(await both.post(f"{path}/{step}", body)) == (403, "maker-not-checker"), step
    officer = Front(harness, "contract-officer", branch=SHANGHAI, subject="u-2")
    for step, body in (("signed-disclosure", table), ("signature", paper)):
        succeeded(await officer.post(f"{path}/{step}", body))
    told = await sent(harness, ContractSigned)
    assert set(told.handled_by) >= {"u-1", "contract", "u-2"}


async def test_an_offer_that_is_withdrawn_waits_for_nobody_any_more(harness: Harness, offered: Offered) -> None:
    succeeded(await offered.channel.post(f"{offered.path}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert await offered.state() == ("WITHDRAWN", "TERMINATED")
    assert succeeded(await offered.channel.get("/applications", contract_status="DRAFTED"))["items"] == []
    (line,) = succeeded(await offered.channel.get("/applications", contract_status="TERMINATED"))["items"]
    assert line["id"] == offered.id
    assert refused(await offered.claim()) == (409, "application-not-approved")
    assert await harness.rows("select open_until from applications") == [(None,)]


async def test_a_disclosure_counts_only_as_it_is_and_after_the_forced_time(harness: Harness, offered: Offered) -> None:
    assert refused(await offered.claim()) == (409, "disclosure-not-delivered")
    short = await offered.confirm(seconds=0)
    assert refused(short) == (409, "disclosure-read-too-short")
    assert "10 of 10 seconds remain" in short.json()["detail"]
    assert refused(await offered.claim(read_seconds=86_400)) == (409, "disclosure-read-too-short")  # a word is no time
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '7 seconds'")
    assert "3 of 10 seconds remain" in (await offered.claim()).json()["detail"]
    assert refused(await offered.confirm(hash="0f" * 32)) == (409, "disclosure-differs")
    succeeded(await offered.claim(read_seconds=0))
    assert refused(await offered.claim()) == (409, "disclosure-already-confirmed")
    told = await sent(harness, DisclosureConfirmed)
    ((delivered_at,),) = await harness.rows("select delivered_at from disclosure_deliveries")
    assert (told.read_seconds, told.method, told.delivered_at) == (17, "FORCED_READING", delivered_at)


async def test_what_is_given_out_is_the_table_itself_and_the_first_time_counts(
    harness: Harness, offered: Offered
) -> None:
    first, again = [succeeded(await offered.channel.post(f"{offered.path}/disclosure-deliveries")) for _ in range(2)]
    assert canonical(first["disclosure"]) == first["disclosure_hash"] == offered.disclosure_hash
    assert (again["delivered_at"], again["confirmable_at"]) == (first["delivered_at"], first["confirmable_at"])
    assert await harness.rows("select disclosure_hash, delivered_to from disclosure_deliveries") == [
        (offered.disclosure_hash, "u-test")
    ]


async def test_tables_are_given_out_and_confirmed_side_by_side(harness: Harness, channel: Front) -> None:
    """Acts of several borrowers share a transaction: what one needs to know is not forgotten over another's."""
    made = [await channel.submit((await channel.register(row))["id"]) for row in range(3)]
    await harness.deliver(*(a_decision(each["id"]) for each in made))
    page = succeeded(await channel.get("/applications", status="APPROVED", contract_status="DRAFTED"))
    offers = [Offered(channel, line["id"], "", line) for line in page["items"]]
    reading, waiting = offers[:2], offers[2:] * 3
    for each in reading:
        succeeded(await channel.post(f"{each.path}/disclosure-deliveries"))
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '1 hour'")
    answers = await asyncio.gather(
        *(each.claim() for each in reading), *(channel.post(f"{each.path}/disclosure-deliveries") for each in waiting)
    )
    assert [answer.status_code for answer in answers] == [200] * 5, [answer.text for answer in answers]


async def test_a_table_given_to_one_client_is_not_confirmed_by_another(harness: Harness, offered: Offered) -> None:
    other = Front(harness, "channel", subject="another-front-end")
    await offered.confirm(seconds=0)
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '1 hour'")
    assert refused(await offered.claim(other)) == (409, "disclosure-not-delivered")
    succeeded(await other.post(f"{offered.path}/disclosure-deliveries"))
    assert refused(await offered.claim(other)) == (409, "disclosure-read-too-short")  # each has its own time
    succeeded(await offered.claim())


async def test_a_table_given_out_before_the_offer_changed_opens_nothing(harness: Harness, offered: Offered) -> None:
    await offered.confirm(seconds=0)
    new = "ab" * 32
    await changed(
        harness, f"update applications set offer = jsonb_set(offer::jsonb, '{{disclosure_hash}}', '\"{new}\"')"
    )
    await changed(harness, f"update papers set disclosure_hash = '{new}'")
    await changed(harness, "update disclosure_deliveries set delivered_at = delivered_at - interval '1 hour'")
    assert refused(await offered.claim()) == (409, "disclosure-differs")
    assert refused(await offered.claim(disclosure_hash=new)) == (409, "disclosure-not-delivered")
    assert refused(await offered.confirm(new, seconds=0)) == (409, "disclosure-read-too-short")


async def test_the_time_is_measured_by_the_database_whatever_the_clock_of_the_process(
    harness: Harness, offered: Offered
) -> None:
    await offered.confirm(seconds=0)
    right = harness.service.transactor._clock
    harness.service.transactor._clock = lambda: right() + timedelta(minutes=5)
    assert refused(await offered.claim()) == (409, "disclosure-read-too-short")


async def test_the_parameter_says_how_long_is_read_and_what_was_offered_stays(
    harness: Harness, channel: Front, offered: Offered
) -> None:
    await changed(
        harness,
        "insert into parameters values ('disclosure.forced_read_seconds', '25', 'second', current_date - 1, null,"
        " 'a longer time', 'P', 'test')",
    )
    await harness.service.parameters.refresh()  # the parameters are read again
    made = await channel.submit(offered.customer_id)
    await harness.deliver(a_decision(made["id"]))
    times = {
        line["id"]: line["forced_read_seconds"]
        for line in succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    }
    assert times == {offered.id: 10, made["id"]: 25}
    succeeded(await offered.confirm(seconds=10))


async def test_a_table_that_cannot_be_accepted_any_more_is_not_given_out(harness: Harness, offered: Offered) -> None:
    stranger = Front(harness, "customer-manager", branch=SHENZHEN, subject="m2")
    path = f"{offered.path}/disclosure-deliveries"
    assert refused(await stranger.post(path)) == (403, "permission-missing")
    succeeded(await offered.channel.post(f"{offered.path}/withdrawal", {"reason": "CHANGED_MIND"}))
    assert refused(await offered.channel.post(path)) == (409, "application-not-approved")
    draft = f"/applications/{uuid4()}/disclosure-deliveries"
    assert refused(await offered.channel.post(draft)) == (404, "application-not-found")


async def test_nothing_is_signed_without_the_confirmed_disclosure_or_with_another_content(
    harness: Harness, offered: Offered
) -> None:
    assert refused(await offered.sign()) == (409, "disclosure-not-confirmed")
    succeeded(await offered.confirm())
    assert refused(await offered.sign(hash="0f" * 32)) == (409, "contract-differs")
    succeeded(await offered.sign())
    assert refused(await offered.sign()) == (409, "contract-already-signed")
    answer = await offered.channel.post(f"{offered.path}/withdrawal")
    assert refused(answer) == (409, "application-not-withdrawable")
    assert len(await harness.outbox(ContractSigned)) == 1


async def test_an_offer_whose_confirmed_disclosure_is_another_ones_cannot_be_signed(
    harness: Harness, offered: Offered
) -> None:
    succeeded(await offered.confirm())
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update applications set confirmation = jsonb_set(confirmation::jsonb, '{disclosure_hash}', '\"changed\"')"
        )
    assert refused(await offered.sign()) == (409, "disclosure-not-confirmed")


async def test_nobody_signs_with_an_expired_identity_document(harness: Harness, offered: Offered) -> None:
    succeeded(await offered.confirm())
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update customers set id_expires_on = '2026-01-01'")
    assert refused(await offered.sign()) == (409, "identity-document-expired")


async def test_a_second_decision_changes_nothing(harness: Harness, offered: Offered) -> None:
    outcomes = await harness.deliver(a_decision(offered.id, Outcome.DECLINED))
    assert outcomes[0].code == "application-already-decided"
    assert await harness.rows("select refused from inbox order by received_at") == [
        (None,), ("application-already-decided",),
    ]  # fmt: skip
    assert await offered.state() == ("APPROVED", "DRAFTED")
    assert len(await harness.outbox(OfferMade)) == 1


async def test_two_decisions_in_one_batch_count_once(harness: Harness, channel: Front) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    outcomes = await harness.deliver(a_decision(made["id"]), a_decision(made["id"], amount_minor=9_000_000))
    assert [getattr(outcome, "code", None) for outcome in outcomes] == [None, "application-already-decided"]
    assert (await sent(harness, OfferMade)).amount_minor == 10_000_000


async def test_a_decline_carries_its_reasons_for_staff_with_their_detail(
    harness: Harness, channel: Front, manager: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    await harness.deliver(
        a_decision(made["id"], Outcome.DECLINED, reasons=[Reason(code="R03", detail="ratio too high")])
    )
    path = f"/applications/{made['id']}"
    shown = succeeded(await manager.get(path))
    assert (shown["status"], [r["code"] for r in shown["decision"]["reasons"]]) == ("DECLINED", ["R03"])
    outside = succeeded(await channel.get(path))["decision"]
    assert (outside["outcome"], outside["decided_by"]) == ("DECLINED", "")
    assert [(r["code"], r["detail"]) for r in outside["reasons"]] == [
        ("R03", "存在逾期记录")
    ]  # in the borrower's words
    assert refused(await channel.get(f"{path}/offer")) == (404, "offer-not-found")
    told = [m for m in await harness.outbox(AuditRecorded) if m.action == "record_decision"]
    assert told[0].detail == {"outcome": "DECLINED", "reasons": "R03"}


async def test_a_loan_that_would_cost_more_than_the_product_allows_gets_no_offer(
    harness: Harness, channel: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    await harness.deliver(a_decision(made["id"], annual_rate=Decimal("0.25")))
    assert refused(await channel.get(f"/applications/{made['id']}/offer")) == (404, "offer-not-found")
    assert await harness.outbox(OfferMade) == []
    assert await harness.rows("select state, reason from dead_letters") == [("DEAD", "decision-beyond-product")]


INCREDIBLE: list[tuple[str, dict[str, Any]]] = [
    ("decision-of-another-case", {"case_id": UUID(int=1)}),
    ("decision-of-another-case", {"case_id": case_id_of(UUID(int=1))}),
    ("decision-of-another-case", {"case_id": UUID(int=1), "outcome": Outcome.DECLINED}),
    ("decision-incomplete", {"amount_minor": 0}),
    ("decision-incomplete", {"amount_minor": -10_000_000}),
    ("decision-incomplete", {"term_months": 0}),
    ("decision-incomplete", {"annual_rate": None}),
    ("decision-incomplete", {"outcome": Outcome.CONDITIONAL, "amount_minor": 0}),
    ("decision-beyond-request", {"amount_minor": 200_000_000, "annual_rate": Decimal("0.01")}),
    ("decision-beyond-request", {"amount_minor": 10_000_001}),
    ("decision-beyond-request", {"amount_minor": 9_999_999}),
    ("decision-beyond-request", {"outcome": Outcome.CONDITIONAL, "amount_minor": 10_000_001}),
    ("decision-beyond-request", {"outcome": Outcome.CONDITIONAL}),
    ("decision-beyond-request", {"term_months": 24}),
    ("decision-beyond-request", {"outcome": Outcome.CONDITIONAL, "amount_minor": 5_000_000, "term_months": 24}),
    ("decision-beyond-request", {"repayment_method": RepaymentMethod.INTEREST_FIRST}),
    ("decision-beyond-product", {"outcome": Outcome.CONDITIONAL, "amount_minor": 1}),
    ("decision-beyond-product", {"outcome": Outcome.CONDITIONAL, "amount_minor": 5_000_000, "term_months": 1}),
    ("decision-beyond-product", {"annual_rate": Decimal("0.240001")}),
    ("decision-beyond-product", {"annual_rate": Decimal("1")}),
    ("decision-beyond-product", {"annual_rate": Decimal("0")}),
    ("decision-beyond-product", {"annual_rate": Decimal("-0.01")}),
]


async def test_a_decision_that_cannot_follow_from_the_request_is_a_dead_letter_and_the_right_one_still_counts(
    harness: Harness, channel: Front
) -> None:
    made = await channel.submit((await channel.register(0))["id"])
    forged = [harness.record(a_decision(made["id"], **changed)) for _, changed in INCREDIBLE]
    await harness.worker.handle(forged)
    letters = await harness.rows('select state, reason from dead_letters order by "offset"')
    assert letters == [("DEAD", code) for code, _ in INCREDIBLE]
    assert await harness.outbox(OfferMade) == []
    shown = succeeded(await channel.get(f"/applications/{made['id']}"))
    assert (shown["status"], shown["contract_status"]) == ("SUBMITTED", None)
    await harness.deliver(a_decision(made["id"]))
    assert (await sent(harness, OfferMade)).amount_minor == 10_000_000
    await harness.worker.handle([harness.record(a_decision(made["id"], case_id=UUID(int=1)))])
    assert len(await harness.rows("select 1 from dead_letters")) == len(INCREDIBLE) + 1, "also when it is decided"


async def test_the_signed_contract_names_the_borrowers_card_and_bears_our_seal(
    harness: Harness, offered: Offered
) -> None:
    succeeded(await offered.confirm())
    succeeded(await offered.sign())
    signed = await sent(harness, ContractSigned)
    assert [(signed.card_token,)] == await harness.rows("select card_token from customers")
    assert SEALS[ContractSigned.TYPE].bears(signed)
    assert not SEALS["payment.requested"].bears(signed)


async def test_an_offer_runs_out_and_cannot_be_signed_then(harness: Harness, offered: Offered) -> None:
    succeeded(await offered.confirm())
    job = next(job for job in harness.service.jobs if job.name == "expire_offers")
    timer = job._step.__self__  # as wiring gave it
    assert await timer.expire_due() == 0
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update applications set open_until = now() - interval '1 minute',"
            " offer = jsonb_set(offer::jsonb, '{expires_at}', to_jsonb(now() - interval '1 minute'))"
        )
    assert refused(await offered.sign()) == (409, "offer-expired")
    assert await timer.expire_due() == 1
    assert await offered.state() == ("EXPIRED", "TERMINATED")
    assert await timer.expire_due() == 0
    assert refused(await offered.sign()) == (409, "application-not-approved")


async def test_a_card_that_was_changed_is_confirmed_by_the_bank_before_anything_is_signed_or_paid(
    harness: Harness, offered: Offered
) -> None:
    """domain.md R-6.2, R-6.3: between approval and pay-out the money can go to no card that the bank has not confirmed."""
    succeeded(await offered.confirm())
    gateway = Front(harness, "identity-reader")

    async def cards(purpose: str) -> list[str | None]:
        answer = await gateway.post("/customers/identities", {"ids": [offered.customer_id], "purpose": purpose})
        return [item["card"] for item in succeeded(answer)["items"]]

    async def change(**values: str) -> dict[str, Any]:
        return succeeded(await offered.channel.post(f"/customers/{offered.customer_id}/details", values))

    assert await cards("PAYMENT") == ["6209990000000000011"]
    assert (await change(card_number="6209990000000000029"))["card_state"] == "UNVERIFIED"
    asked = await sent(harness, CardVerificationRequested)
    assert str(asked.customer_id) == offered.customer_id
    assert await cards("PAYMENT") == [None]
    assert await cards("CARD_VERIFICATION") == ["6209990000000000029"]
    assert refused(await offered.sign()) == (409, "card-not-verified")

    def answer(to: CardVerificationRequested, outcome: CardCheck) -> CardVerified:
        return CardVerified(customer_id=to.customer_id, verification_id=to.verification_id, card_token=to.card_token,
                            outcome=outcome, code="00")  # fmt: skip

    await harness.deliver(answer(asked, CardCheck.DIFFERS))
    assert refused(await offered.sign()) == (409, "card-not-verified")
    assert await cards("PAYMENT") == [None]
    assert (await change(card_number="6209990000000000037"))["card_state"] == "UNVERIFIED"
    await harness.deliver(answer(asked, CardCheck.MATCHED))  # it was about the card before
    assert refused(await offered.sign()) == (409, "card-not-verified")
    asked_again = (await harness.outbox(CardVerificationRequested))[-1]
    await harness.deliver(answer(asked_again, CardCheck.MATCHED))
    assert await cards("PAYMENT") == ["6209990000000000037"]
    assert succeeded(await offered.sign())["contract_status"] == "SIGNED"
    assert (await change(card_number="6209990000000000011"))["card_state"] == "UNVERIFIED"
    assert await cards("PAYMENT") == [None], "after signing the money goes to no other card either"


PAYEE = {"name": "示例装饰有限公司", "account": "1001234567890123456", "registration": "91350100M000100Y43"}


async def test_above_the_line_a_contract_is_signed_with_its_counterparty_and_paid_to_it(
    harness: Harness, channel: Front, offered: Offered
) -> None:
    """受托支付, R-2.6a: with a line of 80,000 yuan, for a loan of 100,000."""
    await changed(
        harness,
        "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
        " values ('pay.entrusted.consumer_over.temp', '80000', 'CNY', date '2026-01-01', 'test', 'P', 'test')",
    )
    for begin in harness.service.on_start:  # reads the parameters again
        await begin()
    succeeded(await offered.confirm())
    assert refused(await offered.sign()) == (409, "counterparty-missing")

    path = f"{offered.path}/counterparty"
    proof = succeeded(await channel.upload(offered.id, "PURPOSE_PROOF"))["id"]
    assert refused(await channel.post(path, PAYEE | {"document_id": str(uuid4())})) == (
        422,
        "document-not-purpose-proof",
    )
    succeeded(await channel.post(path, PAYEE | {"document_id": proof}))
    succeeded(await offered.sign())
    [contract] = await harness.outbox(ContractSigned)
    assert (contract.pay_mode, contract.card_token, contract.purpose) == ("ENTRUSTED", None, "DECORATION")
    seals = SEALS[ContractSigned.TYPE]
    assert seals.bears(contract) and not seals.bears(contract.model_copy(update={"payee_token": "t-x"}))

    gateway = Front(harness, "identity-reader", subject="integration-gateway")
    body = {"ids": [offered.customer_id], "purpose": "PAYMENT"}
    [told] = succeeded(await gateway.post("/customers/identities", body))["items"]
    assert told["payees"] == [PAYEE | {"token": contract.payee_token}]
    [told] = succeeded(await gateway.post("/customers/identities", body | {"purpose": "NOTIFICATION"}))["items"]
    assert told["payees"] == [], "who asks for another purpose is told none"
    sent_out = " ".join([row[0] for row in await harness.rows("select value::text from outbox")])
    assert not [each for each in PAYEE.values() if each in sent_out], "nothing of the payee is on the bus"


async def test_what_names_a_counterparty_is_kept_sealed_and_sealed_anew(
    harness: Harness, channel: Front, offered: Offered
) -> None:
    proof = succeeded(await channel.upload(offered.id, "PURPOSE_PROOF"))["id"]
    succeeded(await channel.post(f"{offered.path}/counterparty", PAYEE | {"document_id": proof}))
    [(name, account, registration)] = await harness.rows("select name, account, registration from counterparties")
    assert not {name, account, registration} & set(PAYEE.values())
    vault = harness.app.state.ports.vault
    sealed = {"name": name, "account": account, "registration": registration}
    assert vault.open(UUID(offered.id), sealed, list(sealed)) == PAYEE
