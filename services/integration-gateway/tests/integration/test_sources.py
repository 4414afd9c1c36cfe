"""Each source over real HTTP: its answer when all is well, for a stranger, and for what a test says about a person."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import orjson
import pytest
from outside_world import AT, FIRST_STORY_ROW, Outside, a_request, consents, number_of

from loan_contracts.facts import CourtFacts, IdentityFacts, RegistryFacts, TaxFacts
from loan_contracts.values import Source, SourceStatus
from loan_datasets.facts import collected_facts
from provider_simulator.profiles import story_borrower

PERSONAL = (Source.IDENTITY, Source.TELECOM, Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE, Source.COURT)


async def test_all_sources_of_a_person_say_what_the_simulator_knows(outside: Outside) -> None:
    collected = await outside.collector().collect(a_request(), PERSONAL, AT)
    assert collected.facts() == collected_facts(story_borrower(FIRST_STORY_ROW), AT)


async def test_an_answer_carries_what_is_stored_with_it(outside: Outside) -> None:
    request = a_request(FIRST_STORY_ROW + 1)
    answer = await outside.identity().check_identity(request, AT)
    assert answer.facts == IdentityFacts(match="00")
    assert (answer.status, answer.code, answer.charged) == (SourceStatus.HIT, "00", True)
    assert answer.source_ref
    assert answer.fetched_at == AT
    assert answer.adapter_version == "nciic-1"
    assert orjson.loads(answer.raw)["request_id"] == str(request.request_id)
    assert answer.raw_hash == hashlib.sha256(answer.raw).hexdigest()


async def test_a_repeated_request_is_charged_once_and_answered_alike(outside: Outside) -> None:
    request = a_request(FIRST_STORY_ROW + 2)
    first, second = [await outside.identity().check_identity(request, AT) for _ in range(2)]
    assert (first.charged, second.charged) == (True, False)
    assert (first.facts, first.source_ref) == (second.facts, second.source_ref)


async def test_a_wrong_name_is_a_mismatch_and_finds_no_records(outside: Outside) -> None:
    collected = await outside.collector().collect(a_request(name="张测试"), PERSONAL, AT)
    facts = collected.facts()
    assert facts.identity is not None
    assert facts.identity.match == "01"
    assert facts.telecom is not None
    assert facts.telecom.three_factor == "2"
    assert facts.missing() == [Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE, Source.COURT]


async def test_a_number_that_nobody_has_is_unknown(outside: Outside) -> None:
    request = a_request()
    stranger = replace(request, subject=replace(request.subject, identity_number="990101199003078017"))
    facts = (await outside.collector().collect(stranger, PERSONAL, AT)).facts()
    assert facts.identity is not None
    assert facts.identity.match == "02"
    assert set(facts.missing()) == set(PERSONAL) - {Source.IDENTITY}


async def test_another_mobile_is_a_mismatch_of_three_factors(outside: Outside) -> None:
    request = a_request()
    other = replace(request, subject=replace(request.subject, mobile="13800000000"))
    facts = (await outside.collector().collect(other, [Source.TELECOM], AT)).facts()
    assert facts.telecom is not None
    assert facts.telecom.three_factor == "2"


async def test_only_the_operator_is_told_the_mobile_number(outside: Outside) -> None:
    request = a_request()
    other = replace(request, subject=replace(request.subject, mobile="13800000000"))
    facts = (await outside.collector().collect(other, PERSONAL, AT)).facts()
    assert facts.missing() == []


async def test_overridden_facts_are_told_by_each_source(outside: Outside) -> None:
    request = a_request(FIRST_STORY_ROW + 3)
    await outside.switch(
        "PUT",
        f"people/{number_of(request)}",
        court={"dishonest": 1, "enforcement": 3, "enforcement_amount_minor": 8_650_001, "judgments": 2},
        identity={"match": "03", "deceased": True},
        telecom={"online_months_band": "0-3", "in_service": False},
        social_insurance={"monthly_income_minor": 654_321, "months_continuous": 7},
        credit_bureau={
            "late_4plus_24m": 3,
            "queries_1m": 2,
            "queries_3m": 6,
            "query_orgs_7d": 1,
            "query_orgs_30d": 2,
            "query_orgs_90d": 5,
            "current_overdue_minor": 12_345,
        },
    )
    facts = (await outside.collector().collect(request, PERSONAL, AT)).facts()
    assert facts.court == CourtFacts(enforcement=3, dishonest=1, judgments=2, enforcement_amount_minor=8_650_001)
    assert facts.identity == IdentityFacts(match="03", deceased=True)
    assert facts.telecom is not None
    assert (facts.telecom.online_months_band, facts.telecom.in_service) == ("0-3", False)
    assert facts.social_insurance is not None
    assert facts.social_insurance.monthly_income_minor == 654_321
    bureau = facts.credit_bureau
    assert bureau is not None
    assert (bureau.late_4plus_24m, bureau.queries_1m, bureau.queries_3m) == (3, 2, 6)
    assert (bureau.query_orgs_7d, bureau.query_orgs_30d, bureau.query_orgs_90d) == (1, 2, 5)
    assert bureau.current_overdue_minor == 12_345
    assert bureau.revolving_utilisation == Decimal("0.21")


async def test_business_sources_answer_for_an_organisation(outside: Outside) -> None:
    request = a_request()
    business = replace(request, subject=replace(request.subject, organisation_code="91990101MA0DEM0051"))
    tax = {"credit_level": "B", "arrears_minor": 5, "sales_12m_minor": 1_234_567_89, "zero_invoice_months_12m": 2}
    registry = {"state": "存续", "months_operating": 89, "abnormal": True}
    await outside.switch("PUT", "people/91990101MA0DEM0051", tax=tax, registry=registry)
    facts = (await outside.collector().collect(business, [Source.TAX, Source.REGISTRY], AT)).facts()
    assert facts.tax == TaxFacts.model_validate(tax)
    assert facts.registry == RegistryFacts(state="存续", months_operating=89, abnormal=True)


COMPANY = "91990101MA0DEM0051"


async def test_the_courts_are_asked_about_the_business_too(outside: Outside) -> None:
    """domain.md §7.6: an owner without a blemish whose company is on the list of the dishonest."""
    request = a_request(FIRST_STORY_ROW + 20)
    owner = replace(request, subject=replace(request.subject, organisation_code=COMPANY))
    await outside.switch("PUT", f"people/{number_of(request)}", court={"judgments": 1})
    await outside.switch("PUT", f"people/{COMPANY}", court={"dishonest": 1, "judgments": 2})
    before = await outside.calls("COURT")
    found = await outside.collector().collect(owner, [Source.COURT], AT)
    assert found.facts().court == CourtFacts(dishonest=1, judgments=3)
    assert found.facts().statuses == {Source.COURT: SourceStatus.HIT}
    assert await outside.calls("COURT") == before + 2
    raw = orjson.loads(found.answers[Source.COURT].raw)
    assert len({answer["request_id"] for answer in raw}) == 2  # each question has its own id (domain.md)

    assert (await outside.collector().collect(request, [Source.COURT], AT)).facts().court == CourtFacts(judgments=1)


async def test_a_business_that_the_courts_have_nothing_on_is_clean(outside: Outside) -> None:
    request = a_request(FIRST_STORY_ROW + 21)
    owner = replace(request, subject=replace(request.subject, organisation_code="91990202MA1DEM015U"))
    facts = (await outside.collector().collect(owner, [Source.COURT, Source.TAX], AT)).facts()
    assert (facts.court, facts.statuses[Source.COURT]) == (CourtFacts(), SourceStatus.HIT)
    assert facts.statuses[Source.TAX] is SourceStatus.MISS


@pytest.mark.parametrize("silent", ["person", "business"])
async def test_where_one_of_two_questions_stays_open_the_source_is_missing_and_what_was_told_counts(
    outside: Outside, silent: str
) -> None:
    request = a_request(FIRST_STORY_ROW + 22)
    owner = replace(request, subject=replace(request.subject, organisation_code=COMPANY))
    broken, told = (number_of(request), COMPANY) if silent == "person" else (COMPANY, number_of(request))
    await outside.switch("PUT", f"people/{broken}", statuses={Source.COURT: SourceStatus.ERROR}, court={})
    await outside.switch("PUT", f"people/{told}", court={"dishonest": 1})
    facts = (await outside.collector().collect(owner, [Source.COURT], AT)).facts()
    assert facts.statuses[Source.COURT] is SourceStatus.ERROR
    assert facts.court == CourtFacts(dishonest=1)


@pytest.mark.parametrize(
    ("told", "recorded"),
    [
        (SourceStatus.MISS, SourceStatus.MISS),
        (SourceStatus.REJECTED, SourceStatus.REJECTED),
        (SourceStatus.ERROR, SourceStatus.ERROR),
        (SourceStatus.TIMEOUT, SourceStatus.TIMEOUT),
    ],
)
async def test_a_silent_source_is_recorded_and_the_others_still_answer(
    outside: Outside, told: SourceStatus, recorded: SourceStatus
) -> None:
    request = a_request(FIRST_STORY_ROW + 4)
    await outside.switch("PUT", f"people/{number_of(request)}", statuses={Source.CREDIT_BUREAU: told})
    collector = outside.collector(bureau_timeout_s=0.3)
    facts = (await collector.collect(request, PERSONAL, AT)).facts()
    assert facts.statuses[Source.CREDIT_BUREAU] is recorded
    assert facts.credit_bureau is None
    assert facts.missing() == [Source.CREDIT_BUREAU]


async def test_without_consent_nothing_is_asked(outside: Outside) -> None:
    before = await outside.calls("CREDIT_BUREAU")
    request = a_request(consents=consents(Source.IDENTITY))
    collected = await outside.collector().collect(request, [Source.IDENTITY, Source.CREDIT_BUREAU], AT)
    assert collected.answers[Source.IDENTITY].status is SourceStatus.HIT
    refused = collected.answers[Source.CREDIT_BUREAU]
    assert (refused.status, refused.code) == (SourceStatus.REJECTED, "no-consent")
    assert await outside.calls("CREDIT_BUREAU") == before


async def test_nothing_to_collect_is_fine(outside: Outside) -> None:
    assert (await outside.collector().collect(a_request(), [], AT)).facts().statuses == {}


@pytest.mark.parametrize(
    "override",
    [
        {"court": {"dishonest": "many"}},
        {"credit_bureau": {"open_accounts": 0, "mortgage_accounts": 4}},
        {"credit_bureau": {"queries_1m": 2, "query_orgs_7d": 3}},
        {"unknown": {}},
        {"statuses": {"BANK": "HIT"}},
    ],
)
async def test_facts_that_cannot_be_are_refused_and_change_nothing(
    outside: Outside, override: dict[str, object]
) -> None:
    request = a_request(FIRST_STORY_ROW + 5)
    async with outside.session.put(f"{outside.url}/admin/people/{number_of(request)}", json=override) as response:
        assert response.status == 422
    facts = (await outside.collector().collect(request, PERSONAL, AT)).facts()
    assert facts == collected_facts(story_borrower(FIRST_STORY_ROW + 5), AT)


async def test_a_consent_that_ended_is_none(outside: Outside) -> None:
    ended = {
        Source.IDENTITY: replace(
            consents(Source.IDENTITY)[Source.IDENTITY], withdrawn_at=datetime(2026, 8, 31, tzinfo=UTC)
        )
    }
    answer = await outside.identity().check_identity(a_request(consents=ended), AT)
    assert answer.status is SourceStatus.REJECTED
