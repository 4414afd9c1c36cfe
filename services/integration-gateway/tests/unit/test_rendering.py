"""What the simulator tells is what the adapters read: reading(rendering(facts)) == facts."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_gateway.clients.carrier.wire import read_telecom
from integration_gateway.clients.courts.wire import read_court_records
from integration_gateway.clients.nciic.wire import read_identity
from integration_gateway.clients.pboc.wire import read_report
from integration_gateway.clients.samr.wire import read_registration
from integration_gateway.clients.social_fund.wire import read_contributions
from integration_gateway.clients.tax_bureau.wire import read_tax
from integration_gateway.simulator import answers, credit_report
from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.values import Source
from loan_datasets import gmsc
from loan_datasets.facts import collected_facts

NUMBER = "991150199003078017"
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
COUNTS = st.integers(0, 40)
AMOUNTS = st.integers(0, 10**9)


def told(source: Source, facts: Any, at: datetime) -> Any:
    block = {source.value.lower(): facts}
    return orjson.loads(answers.rendered(source, CollectedFacts(collected_at=at, statuses={}, **block), at))


def reported(facts: BureauFacts, at: datetime) -> BureauFacts:
    return read_report(orjson.loads(credit_report.rendered(facts, "张测试", NUMBER, at)))


@st.composite
def bureau_facts(draw: st.DrawFn) -> BureauFacts:
    """Figures that one person may have; the limit in steps that tell a utilisation of six decimals exactly."""
    accounts = draw(st.integers(0, 60))
    mortgages = draw(st.integers(0, accounts))
    tens = draw(st.integers(0, 500))
    utilisation = Decimal(draw(st.integers(0, 5_000_000))).scaleb(-6) if tens else Decimal(0)
    used = int(utilisation * tens * 1_000_000)
    recent = draw(COUNTS)
    return BureauFacts(
        open_accounts=accounts,
        mortgage_accounts=mortgages,
        card_limit_minor=tens * 1_000_000,
        card_used_minor=used,
        revolving_utilisation=utilisation,
        monthly_debt_service_minor=draw(AMOUNTS),
        late_1_24m=draw(COUNTS),
        late_2_24m=draw(COUNTS),
        late_3_24m=draw(COUNTS),
        late_4plus_24m=draw(COUNTS),
        current_overdue_minor=draw(AMOUNTS),
        queries_1m=recent,
        queries_3m=recent + draw(COUNTS),
        unsecured_exposure_minor=used + (draw(AMOUNTS) if accounts > mortgages else 0),
    )


@given(bureau_facts(), MOMENTS)
def test_a_credit_report_says_what_the_facts_say(facts: BureauFacts, at: datetime) -> None:
    assert reported(facts, at) == facts


@given(st.sampled_from(["00", "01", "02", "03"]), st.booleans(), MOMENTS)
def test_an_identity_answer_says_what_the_facts_say(match: str, deceased: bool, at: datetime) -> None:
    facts = IdentityFacts(match=match, deceased=deceased)
    assert read_identity(told(Source.IDENTITY, facts, at)) == facts


@given(
    st.sampled_from(["1", "2", "3"]), st.sampled_from(["0-3", "3-6", "6-12", "12-24", "24+"]), st.booleans(), MOMENTS
)
def test_a_telecom_answer_says_what_the_facts_say(factor: str, band: str, in_service: bool, at: datetime) -> None:
    facts = TelecomFacts(three_factor=factor, online_months_band=band, in_service=in_service)
    assert read_telecom(told(Source.TELECOM, facts, at)) == facts


@given(AMOUNTS, st.integers(0, 480), MOMENTS)
def test_contributions_say_what_the_facts_say(income: int, months: int, at: datetime) -> None:
    facts = SocialInsuranceFacts(monthly_income_minor=income, months_continuous=months)
    assert read_contributions(told(Source.SOCIAL_INSURANCE, facts, at)) == facts


@given(st.lists(st.integers(0, 5), min_size=5, max_size=5), AMOUNTS, MOMENTS)
def test_court_records_say_what_the_facts_say(counts: list[int], amount: int, at: datetime) -> None:
    lists = ("enforcement", "dishonest", "spending_restricted", "enforcement_ended", "judgments")
    facts = CourtFacts(**dict(zip(lists, counts, strict=True)), enforcement_amount_minor=amount if counts[0] else 0)
    assert read_court_records(told(Source.COURT, facts, at)) == facts


@given(st.sampled_from("AMBCD"), AMOUNTS, AMOUNTS, st.integers(0, 12), MOMENTS)
def test_a_tax_standing_says_what_the_facts_say(level: str, arrears: int, sales: int, idle: int, at: datetime) -> None:
    facts = TaxFacts(credit_level=level, arrears_minor=arrears, sales_12m_minor=sales, zero_invoice_months_12m=idle)
    assert read_tax(told(Source.TAX, facts, at)) == facts


@given(st.sampled_from(["存续", "注销"]), st.integers(0, 600), st.booleans(), st.booleans(), MOMENTS)
def test_a_registration_says_what_the_facts_say(
    state: str, months: int, abnormal: bool, serious: bool, at: datetime
) -> None:
    facts = RegistryFacts(state=state, months_operating=months, abnormal=abnormal, serious_illegal=serious)
    on = at.astimezone(answers.CHINA).date()
    assert read_registration(told(Source.REGISTRY, facts, at), on) == facts


@pytest.mark.parametrize(
    "facts",
    [
        BureauFacts(open_accounts=1, mortgage_accounts=2, revolving_utilisation=Decimal(0)),
        BureauFacts(open_accounts=1, mortgage_accounts=1, revolving_utilisation=Decimal(0), unsecured_exposure_minor=1),
        BureauFacts(
            open_accounts=1,
            mortgage_accounts=0,
            card_limit_minor=100,
            card_used_minor=100,
            revolving_utilisation=Decimal(1),
            unsecured_exposure_minor=99,
        ),
    ],
)
def test_figures_that_contradict_each_other_cannot_be_told(facts: BureauFacts) -> None:
    with pytest.raises(ValueError, match=r"unsecured|housing"):
        reported(facts, datetime(2026, 9, 1, tzinfo=UTC))


@pytest.mark.dataset
def test_real_borrowers_come_through_unchanged() -> None:
    data = gmsc.load()
    at = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
    for borrower in data.borrowers(range(0, len(data), 53)):
        facts = collected_facts(borrower, at)
        assert facts.credit_bureau is not None
        assert reported(facts.credit_bureau, at) == facts.credit_bureau, borrower.row
        if facts.social_insurance is not None:
            insured = read_contributions(told(Source.SOCIAL_INSURANCE, facts.social_insurance, at))
            assert insured == facts.social_insurance, borrower.row
