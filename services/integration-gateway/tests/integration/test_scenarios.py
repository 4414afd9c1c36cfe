"""Every scenario that the simulator can make, and what the gateway makes of it: one table."""

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from outside_world import AT, COMPANY, FIRST_STORY_ROW, PATIENT_S, Outside, a_request, for_a_business

from integration_gateway.clients.qichacha.envelope import Qichacha
from integration_gateway.clients.qichacha.row import QichachaRow
from integration_gateway.clients.signatures.esign.adapter import Esign
from integration_gateway.clients.signatures.esign.row import EsignRow
from integration_gateway.clients.sources.qichacha_registry.adapter import QichachaRegistry
from integration_gateway.clients.sources.tencent_identity.adapter import TencentIdentityCheck
from integration_gateway.clients.sources.vendor_courts.persons import PersonCourts
from integration_gateway.clients.sources.vendor_courts.row import PersonCourtsRow
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState, order_id
from integration_gateway.use_cases.signatures.ports import NoAnswer
from loan_contracts.lending import PaymentDirection
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import business_day, new_id, utc_now
from provider_simulator.faults import Flap, Latency

HIT, ERROR, TIMEOUT = SourceStatus.HIT, SourceStatus.ERROR, SourceStatus.TIMEOUT
ROW = FIRST_STORY_ROW + 6_000
SLOW = {"p50_ms": 20, "p95_ms": 40, "p99_ms": 60, "max_ms": 80}
HOURS = 3_600_000
PERSONAL = (Source.IDENTITY, Source.TELECOM, Source.COURT)

OF_A_SOURCE: dict[str, tuple[dict[str, Any], float, SourceStatus, str]] = {
    "a distribution of latencies": ({"latency": SLOW}, PATIENT_S, HIT, "00"),
    "a distribution beyond the budget": (
        {"latency": dict.fromkeys(SLOW, 60_000) | {"p50_ms": 50_000}}, 0.3, TIMEOUT, "timeout",
    ),
    "hang": ({"hang": True}, 0.3, TIMEOUT, "timeout"),
    "reset": ({"reset": True}, PATIENT_S, ERROR, "network"),
    "4xx": ({"status": 403}, PATIENT_S, ERROR, "http-403"),
    "5xx": ({"status": 500}, PATIENT_S, ERROR, "http-500"),
    "a closed front": ({"status": 503}, PATIENT_S, ERROR, "http-503"),
    "rate limit": ({"per_second": 1}, PATIENT_S, ERROR, "http-429"),
    "malformed": ({"malformed": True}, PATIENT_S, ERROR, "malformed"),
    "slow drip": ({"drip_ms": 1_000}, 0.3, TIMEOUT, "timeout"),
    "a drip within the budget": ({"drip_ms": 1}, PATIENT_S, HIT, "00"),
    "flapping, away": ({"flap": {"up_ms": 1, "down_ms": HOURS}}, PATIENT_S, ERROR, "http-503"),
    "flapping, well": ({"flap": {"up_ms": HOURS, "down_ms": 1}}, PATIENT_S, HIT, "00"),
    "another person": ({"about_another": True}, PATIENT_S, ERROR, "wrong-subject"),
    "packed": ({"writing": "gzip"}, PATIENT_S, HIT, "00"),
    "a mark at its head": ({"writing": "mark"}, PATIENT_S, HIT, "00"),
    "another charset": ({"writing": "gbk"}, PATIENT_S, HIT, "00"),
    "now and then": ({"status": 500, "ratio": 0.5}, PATIENT_S, ERROR, "http-500"),
}  # fmt: skip


@pytest.mark.parametrize("name", OF_A_SOURCE)
async def test_what_is_made_of_a_source_s_trouble(outside: Outside, name: str) -> None:
    """Each is told by its code, none is taken for a clean answer, and all is well again afterwards."""
    fault, budget_s, status, code = OF_A_SOURCE[name]
    bureau, request = outside.bureau(timeout_s=budget_s), a_request(ROW)
    patient = outside.bureau()
    assert (await patient.credit_report(request, AT)).status is HIT
    await outside.switch("PUT", "faults/CREDIT_BUREAU", **fault)
    answers = [await bureau.credit_report(request, AT) for _ in range(2)]
    assert (answers[-1].status, answers[-1].code) == (status, code)
    assert (answers[-1].facts is not None) == (status is HIT)
    await outside.switch("DELETE", "faults")
    assert (await patient.credit_report(request, AT)).status is HIT


OF_AN_ORDER: dict[str, tuple[dict[str, Any], str]] = {
    "wrong signature": ({"wrong_signature": True}, "bad-signature"),
    "expired certificate": ({"expired_certificate": True}, "bad-signature"),
    "another order": ({"about_another": True}, "wrong-subject"),
    "reset": ({"reset": True}, "network"),
    "hang": ({"hang": True}, "timeout"),
    "slow drip": ({"drip_ms": 5_000}, "timeout"),
    "malformed": ({"malformed": True}, "bad-signature"),
    "lost behind the front": ({"status": 504, "delay_ms": 1}, "http-504"),
    "rate limit": ({"per_second": 1}, "http-429"),
}


def an_order(name: str, amount_minor: int = 100_000) -> PaymentOrder:
    return PaymentOrder(
        order_id=order_id(new_id(), PaymentDirection.PAY_OUT), direction=PaymentDirection.PAY_OUT,
        amount_minor=amount_minor, ordered_at=utc_now().replace(microsecond=0), biz_no=f"S {name}",
        card="6209990000000000011", name="张测试", identity_number="990101199003078017",
    )  # fmt: skip


@pytest.mark.parametrize("name", OF_AN_ORDER)
async def test_what_is_made_of_the_channel_s_trouble(outside: Outside, name: str) -> None:
    """An order whose answer cannot be used is neither paid nor failed; the channel's own book is the witness that it
    was booked once at most."""
    fault, code = OF_AN_ORDER[name]
    order = an_order(name)
    if name == "rate limit":  # the first second's call is let through
        await outside.switch("PUT", "faults/PAYMENT", **fault)
        await outside.payments().send(an_order("the first"))
    else:
        await outside.switch("PUT", "faults/PAYMENT", **fault)
    sent = await outside.payments(timeout_s=1.0).send(order)
    assert (sent.state, sent.code) in {(PaymentState.UNKNOWN, code), (PaymentState.UNKNOWN, "malformed")}
    await outside.switch("DELETE", "faults")
    book = (await outside.look(f"payments?biz_no={order.biz_no.replace(' ', '%20')}"))["items"]
    assert len(book) == (0 if name == "rate limit" else 1)
    found = await outside.payments().look_up(order)
    assert (found.state, found.code) == ((PaymentState.SUCCESS, "00") if book else (PaymentState.UNKNOWN, "34"))


async def test_a_settlement_day_s_file_can_be_broken_in_three_ways(outside: Outside) -> None:
    """长款, 短款, another amount: what the gateway reads is what the file says; the book says otherwise."""
    day = business_day(utc_now()) - timedelta(days=3)
    settles = f"{day:%m%d}"
    left_out, other, stranger = an_order("left out"), an_order("other", 200_000), "DFSTRANGER000000001"
    for order in (left_out, other):
        assert (await outside.settle(order)).state is PaymentState.SUCCESS
    broken = [
        {"kind": "LEFT_OUT", "order_id": left_out.order_id, "settle_date": settles},
        {"kind": "OTHER_AMOUNT", "order_id": other.order_id, "amount_minor": 200_001, "settle_date": settles},
        {"kind": "STRANGER", "order_id": stranger, "amount_minor": 700, "settle_date": settles},
    ]
    await outside.switch(
        "POST", "scenarios", breaks=broken, returns=[{"order_id": other.order_id, "settle_date": settles}]
    )
    file = await outside.network().files().settled_on(day)
    assert file is not None
    amounts = {each.order_id: each.amount_minor for each in file.settled}
    assert amounts[other.order_id] == 200_001 and amounts[stranger] == 700 and left_out.order_id not in amounts
    assert len(file.returned) == 1


async def test_a_scenario_is_told_in_one_piece_by_switch_and_by_file(outside: Outside) -> None:
    number = a_request(ROW + 1).subject.identity_number
    scenario: dict[str, Any] = {
        "people": {number: {"court": {"dishonest": 1}}},
        "faults": {"TELECOM": {"status": 500}},
        "payment_scripts": [{"biz_no": "S scripted", "code": "64"}],
        "balances": {"6209990000000000029": {"balance_minor": 5}},
        "invoices": {
            "26990000000000000001": {"issued_on": "2026-08-15", "seller": "a", "buyer": "b", "amount_minor": 1}
        },
    }
    await outside.switch("POST", "scenarios", **scenario)
    facts = (await outside.collector().collect(a_request(ROW + 1), PERSONAL, AT)).facts()
    assert facts.court is not None and facts.court.dishonest == 1
    assert [source.value for source in facts.missing()] == ["TELECOM"]
    assert (await outside.settle(an_order("scripted"))).code == "64"
    for wrong in ({"faults": {"BANK": {}}}, {"faults": {"TAX": {"slow": 1}}}, {"weather": {}}):
        async with outside.session.post(f"{outside.url}/admin/scenarios", data=orjson.dumps(wrong)) as refused:
            assert refused.status == 422


def test_shares_of_a_distribution_and_of_a_day() -> None:
    latency = Latency(p50_ms=20, p95_ms=40, p99_ms=60, max_ms=100)
    assert [latency.at(share) for share in (0, 0.25, 0.5, 0.95, 0.99, 1)] == [0, 10, 20, 40, 60, 100]
    with pytest.raises(ValueError):
        Latency(p50_ms=20, p95_ms=10, p99_ms=60, max_ms=100)
    flap = Flap(up_ms=1_000, down_ms=500)
    assert [flap.is_down(seconds) for seconds in (0, 0.9, 1.2, 1.6, 2.6)] == [False, False, True, False, True]


Asked = Callable[[], Awaitable[str]]


def _providers(outside: Outside, folder: Path) -> dict[str, tuple[str, Asked, str, str]]:
    """By provider: the file of his secret, a call, and what it says with a wrong and with the right one."""
    request = for_a_business(ROW + 2)

    async def tencent() -> str:
        return (await cloud.check_identity(request, AT)).code

    async def unionpay() -> str:
        return (await payments.send(an_order("rotated"))).code

    async def esign() -> str:
        try:
            return str(await signatures.state("nobody-s"))
        except NoAnswer as silence:
            return silence.code

    async def qichacha() -> str:
        return (await registry.registration(request, AT)).code

    async def person_courts() -> str:
        return (await courts.records(request, AT)).code

    own = outside.rows()
    cloud = TencentIdentityCheck(outside.tencent(credentials=str(folder / "tencent")).faceid)
    payments = outside.network(credentials=str(folder / "unionpay")).payments()
    signatures = Esign(
        EsignRow.model_validate(own["esign"] | {"credentials": folder / "esign"}), outside.line_to, utc_now
    )
    registry = QichachaRegistry(
        Qichacha.of(
            QichachaRow.model_validate(own["qichacha"] | {"credentials": folder / "qichacha"}), outside.line_to, utc_now
        )
    )
    courts = PersonCourts(
        PersonCourtsRow.model_validate(own["person_courts"] | {"credentials": folder / "person_courts"}),
        outside.line_to,
        utc_now,
    )
    return {
        "tencent": ("secret_key", tencent, "tencent-authfailure-signaturefailure", "result0"),
        "unionpay": ("merchant.key.pem", unionpay, "11", "accepted"),
        "esign": ("app_secret", esign, "http-401", "esign-1435002"),
        "qichacha": ("secret_key", qichacha, "qichacha-102", "status200"),
        "person_courts": ("app_secret", person_courts, "vendor-401", "200"),
    }


async def test_credentials_of_every_provider_are_rotated_without_a_restart_and_never_logged(
    outside: Outside, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    await outside.switch("PUT", f"people/{COMPANY}", registry={"state": "存续", "months_operating": 3})
    theirs = outside.credentials / "gateway"
    providers = _providers(outside, tmp_path)
    assert set(providers) == {each.name for each in theirs.iterdir()}
    secrets: list[str] = []
    for name, (file, ask, wrong, right) in providers.items():
        assert (await ask()) in ("credentials-unusable",), name
        shutil.copytree(theirs / name, tmp_path / name)
        kept, other = (theirs / name / file).read_text(), "of somebody else"
        if name == "unionpay":
            key = generate_private_key(65_537, 2_048)
            other = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        secrets += [
            kept.strip().splitlines()[-1 if name != "unionpay" else 1],
            other.splitlines()[-1 if name != "unionpay" else 1],
        ]
        (tmp_path / name / file).write_text(other)
        assert await _said(ask, wrong) == wrong, name
        (tmp_path / name / file).write_text(kept)
        assert await _said(ask, right) == right, name
    said = caplog.text + "".join(capfd.readouterr())
    assert not [each for each in secrets if each in said]


async def _said(ask: Asked, wanted: str) -> str:
    """What a provider says, once the folder was looked at again."""
    until = time.monotonic() + 20
    while (told := await ask()) != wanted and time.monotonic() < until:
        await asyncio.sleep(0.3)
    return told
