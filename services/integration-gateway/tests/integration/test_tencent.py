"""Tencent Cloud API 3.0 over real HTTP, against a simulator that checks every signature."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest
from outside_world import AT, FIRST_STORY_ROW, TEMPLATES, Outside, a_request, consents, number_of

from integration_gateway.clients.notifications.tencent_sms.adapter import TencentMessages
from integration_gateway.clients.payments.tencent_cards.adapter import TencentCards
from integration_gateway.clients.sources.tencent_identity.adapter import TencentIdentityCheck
from integration_gateway.clients.sources.tencent_telecom.adapter import TencentTelecom
from integration_gateway.domain.notifications.notice import Channel, Notice
from integration_gateway.domain.payments.card import CardQuestion
from loan_contracts.cards import CardCheck
from loan_contracts.facts import TelecomFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import new_id

HIT, ERROR = SourceStatus.HIT, SourceStatus.ERROR
ROW = FIRST_STORY_ROW + 3_000


@pytest.mark.parametrize(
    ("row", "name", "match", "charged"),
    [(ROW, None, "00", True), (ROW, "另一个", "01", True), (99_999_999, None, "02", False)],
)
async def test_name_and_number_belong_together_or_do_not(
    outside: Outside, row: int, name: str | None, match: str, charged: bool
) -> None:
    request = a_request(ROW, name=name)
    if row != ROW:
        await outside.switch("PUT", f"people/{number_of(request)}", identity={"match": "02"})
    answer = await TencentIdentityCheck(outside.tencent().faceid).check_identity(request, AT)
    assert answer.facts is not None
    assert (answer.status, answer.facts.match, answer.charged) == (HIT, match, charged)
    assert answer.raw_hash and answer.source_ref


async def test_without_consent_the_cloud_is_not_asked(outside: Outside) -> None:
    before = await outside.calls("IDENTITY")
    request = a_request(ROW, consents=consents(Source.COURT))
    answer = await TencentIdentityCheck(outside.tencent().faceid).check_identity(request, AT)
    assert (answer.status, answer.code) == (SourceStatus.REJECTED, "no-consent")
    assert await outside.calls("IDENTITY") == before


@pytest.mark.parametrize("band", ["0-3", "3-6", "6-12", "12-24", "24+"])
@pytest.mark.parametrize("in_service", [True, False])
async def test_a_number_is_told_with_its_time_and_state(outside: Outside, band: str, in_service: bool) -> None:
    request = a_request(ROW + 1)
    facts = {"three_factor": "1", "online_months_band": band, "in_service": in_service}
    await outside.switch("PUT", f"people/{number_of(request)}", telecom=facts)
    answer = await TencentTelecom(outside.tencent().faceid).check_mobile(request, AT)
    assert answer.facts == TelecomFacts.model_validate(facts)


async def test_what_is_known_of_another_s_number_is_not_asked_for(outside: Outside) -> None:
    before = await outside.calls("TELECOM_STATE")
    request = a_request(ROW + 2, name="另一个")
    answer = await TencentTelecom(outside.tencent().faceid).check_mobile(request, AT)
    assert answer.facts is not None and answer.facts.three_factor == "2"
    assert await outside.calls("TELECOM_STATE") == before


@pytest.mark.parametrize(
    ("changes", "check"),
    [({}, CardCheck.MATCHED), ({"name": "另一个"}, CardCheck.DIFFERS), ({"card": "1"}, CardCheck.DIFFERS)],
)
async def test_the_four_elements_of_a_card(outside: Outside, changes: dict[str, str], check: CardCheck) -> None:
    who = a_request(ROW).subject
    told = {"card": who.card or "", "name": who.name, "identity_number": who.identity_number, "mobile": who.mobile}
    answer = await TencentCards(outside.tencent().faceid).verify(CardQuestion("YZ1", **told | changes))
    assert answer.check is check


@pytest.mark.parametrize(
    ("error", "code"),
    [("RequestLimitExceeded", "tencent-requestlimitexceeded"), ("InternalError", "tencent-internalerror")],
)
async def test_an_error_of_the_cloud_is_no_answer_about_anybody(outside: Outside, error: str, code: str) -> None:
    await outside.switch("PUT", "faults/IDENTITY", error=error)
    answer = await TencentIdentityCheck(outside.tencent().faceid).check_identity(a_request(ROW), AT)
    assert (answer.status, answer.code, answer.facts) == (ERROR, code, None)


async def test_a_secret_that_is_not_the_account_s_is_refused_and_a_replaced_one_counts(
    outside: Outside, tmp_path: Path
) -> None:
    folder = tmp_path / "tencent"
    cloud = TencentIdentityCheck(outside.tencent(credentials=str(folder)).faceid)
    assert (await cloud.check_identity(a_request(ROW), AT)).code == "credentials-unusable"
    shutil.copytree(outside.credentials / "gateway/tencent", folder)
    right = (folder / "secret_key").read_text()
    (folder / "secret_key").write_text("of somebody else")
    refused = await TencentIdentityCheck(outside.tencent(credentials=str(folder)).faceid).check_identity(
        a_request(ROW), AT
    )
    assert (refused.status, refused.code) == (ERROR, "tencent-authfailure-signaturefailure")
    (folder / "secret_key").write_text(right)
    assert (await cloud.check_identity(a_request(ROW), AT)).status is HIT


def a_notice(recipient: str = "16400000000", template: str = "loan-disbursed", **changes: bool) -> Notice:
    notice_id: UUID = new_id()
    return Notice(notice_id, Channel.SMS, recipient, template, {"loan_no": "L1", "documents": "A"}, **changes)


def messages(outside: Outside) -> TencentMessages:
    cloud = outside.tencent()
    return TencentMessages(cloud.sms, cloud.row)


async def test_texts_go_out_by_template_and_a_wrong_number_fails_alone(outside: Outside) -> None:
    before = await outside.calls("MESSAGE")
    good, bad, other = a_notice(), a_notice("12345"), a_notice("16400000001", "supplement-requested")
    unknown = a_notice(template="nobody-has-approved-it")
    deliveries = await messages(outside).send([good, bad, other, unknown])
    assert [each.notice_id for each in deliveries] == [each.notice_id for each in (good, bad, other, unknown)]
    assert [(each.delivered, each.code) for each in deliveries] == [
        (True, "Ok"),
        (False, "InvalidParameterValue.IncorrectPhoneNumber"),
        (True, "Ok"),
        (False, "template-unknown"),
    ]
    assert await outside.calls("MESSAGE") == before + 2
    sent = [item for item in (await outside.look("messages"))["items"] if other.notice_id.hex in item.get("mark", "")]
    assert [(item["to"], item["template"]) for item in sent] == [
        ("164****0001", TEMPLATES["supplement-requested"]["id"])
    ]


async def test_a_text_whose_answer_was_lost_is_looked_for_and_not_sent_again(outside: Outside) -> None:
    await outside.switch("PUT", "faults/MESSAGE", status=500, delay_ms=1, times=1)  # after it has gone out
    lost = a_notice("16400000077")
    [first] = await messages(outside).send([lost])
    assert (first.delivered, first.answered) == (False, False)
    again = Notice(lost.notice_id, lost.channel, lost.recipient, lost.template, lost.parameters, sent_before=True)
    [second] = await messages(outside).send([again])
    assert second.delivered
    items = (await outside.look("messages"))["items"]
    assert len([item for item in items if lost.notice_id.hex in item.get("mark", "")]) == 1
    never = a_notice("16400000078", sent_before=True)
    assert (await messages(outside).send([never]))[0].delivered
