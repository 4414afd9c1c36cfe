"""What the simulator tells is what the adapters read: reading(rendering(facts)) == facts."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_gateway.clients.sources.carrier.wire import read_telecom
from integration_gateway.clients.sources.courts.wire import read_court_records
from integration_gateway.clients.sources.nciic.wire import read_identity
from integration_gateway.clients.sources.pboc.wire import read_report
from integration_gateway.clients.sources.samr.wire import read_registration
from integration_gateway.clients.sources.social_fund.wire import read_contributions
from integration_gateway.clients.sources.tax_bureau.wire import read_tax
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
from provider_simulator import answers, credit_report

NUMBER = "991150199003078017"
AT = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
HANDBOOK = Path(__file__).parents[1] / "handbook"
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
COUNTS = st.integers(0, 40)
FEW = st.integers(0, 3)
AMOUNTS = st.integers(0, 10**9)


def told(source: Source, facts: Any, at: datetime) -> Any:
    block = {source.value.lower(): facts}
    return orjson.loads(answers.rendered(source, CollectedFacts(collected_at=at, statuses={}, **block), NUMBER, at))


def reported(facts: BureauFacts, at: datetime) -> BureauFacts:
    return read_report(orjson.loads(credit_report.rendered(facts, "张测试", NUMBER, at)))


def figures(history: list[int]) -> dict[str, int]:
    """What 60 months of statuses, oldest first, come to (domain.md §7.1): written down once more, from the definitions."""
    recent = history[-24:]
    worst = max(recent)
    runs = [0]
    for status in recent:
        runs.append(runs[-1] + 1 if status else 0)
    return {
        "late_1_24m": recent.count(1),
        "late_2_24m": recent.count(2),
        "late_3_24m": recent.count(3),
        "late_4plus_24m": sum(status >= 4 for status in recent),
        "late_run_24m": max(*runs, worst),
        "late_months_60m": sum(status > 0 for status in history),
        "worst_12m": max(recent[-12:]),
        "worst_24m": worst,
        "worst_60m": max(history),
    }


STATUSES = st.one_of(st.just(0), st.just(0), st.just(0), st.integers(0, 7))
HISTORIES = st.one_of(
    st.just([0] * 60),
    st.lists(STATUSES, min_size=60, max_size=60),
    st.builds(lambda recent: [0] * 36 + recent, st.lists(st.integers(0, 7), min_size=24, max_size=24)),
)


@given(HISTORIES, MOMENTS)
def test_a_history_can_be_told_by_its_figures_alone(history: list[int], at: datetime) -> None:
    facts = BureauFacts(
        open_accounts=2, mortgage_accounts=0, revolving_utilisation=Decimal(0), unknown_codes=0, **figures(history)
    )
    assert reported(facts, at) == facts


@st.composite
def bureau_facts(draw: st.DrawFn) -> BureauFacts:
    """Figures that one person may have; the limit in steps that tell a utilisation of six decimals exactly."""
    accounts = draw(st.integers(0, 60))
    few = st.integers(0, min(accounts, 3))
    overdue = draw(few)
    history = draw(HISTORIES)
    mortgages = draw(st.integers(0, accounts))
    tens = draw(st.integers(0, 500))
    utilisation = Decimal(draw(st.integers(0, 5_000_000))).scaleb(-6) if tens else Decimal(0)
    used = int(utilisation * tens * 1_000_000)
    recent, earlier = draw(COUNTS), draw(COUNTS)
    month = draw(st.integers(min(1, recent), recent))
    quarter = month + draw(st.integers(min(1, earlier) if not month else 0, earlier))
    return BureauFacts(
        open_accounts=accounts,
        mortgage_accounts=mortgages,
        card_limit_minor=tens * 1_000_000,
        card_used_minor=used,
        revolving_utilisation=utilisation,
        card_balance_minor=used,
        monthly_debt_service_minor=draw(AMOUNTS),
        **figures(history),
        unknown_months_24m=draw(st.integers(0, 0 if any(history) else 24)),
        current_overdue_minor=draw(AMOUNTS) if overdue else 0,
        overdue_accounts=overdue,
        bad_debts=draw(FEW),
        recovered_debts=draw(FEW),
        recovered_debts_ended=draw(FEW),
        bad_class_accounts=draw(st.integers(0, accounts // 2)),
        watched_accounts=draw(st.integers(0, accounts // 2)),
        enforced_accounts=draw(st.integers(0, accounts // 2)),
        restricted_accounts=draw(st.integers(0, accounts // 2)),
        bad_transactions=draw(FEW),
        eased_transactions=draw(FEW),
        guarantee_balance_minor=draw(AMOUNTS),
        bad_guarantees=draw(FEW),
        doubtful_guarantees=draw(FEW),
        tax_arrears_records=draw(FEW),
        judgment_records=draw(FEW),
        enforcement_records=draw(FEW),
        penalty_records=draw(FEW),
        unknown_codes=draw(FEW),
        queries_1m=recent,
        queries_3m=recent + earlier,
        query_orgs_7d=draw(st.integers(0, month)),
        query_orgs_30d=month,
        query_orgs_90d=quarter,
        unsecured_exposure_minor=used + (draw(AMOUNTS) if accounts > mortgages else 0),
    )


@given(bureau_facts(), MOMENTS)
def test_a_credit_report_says_what_the_facts_say(facts: BureauFacts, at: datetime) -> None:
    assert reported(facts, at) == facts


@given(st.integers(1, 40), COUNTS, MOMENTS)
def test_institutions_that_no_facts_tell_are_drawn_by_the_number_and_go_with_the_queries(
    recent: int, earlier: int, at: datetime
) -> None:
    asked = BureauFacts(
        open_accounts=0,
        mortgage_accounts=0,
        revolving_utilisation=Decimal(0),
        queries_1m=recent,
        queries_3m=recent + earlier,
    )
    first, again = reported(asked, at), reported(asked, at)
    assert first == again
    assert (first.queries_1m, first.queries_3m) == (recent, recent + earlier)
    assert 1 <= first.query_orgs_7d <= first.query_orgs_30d <= min(recent, first.query_orgs_90d)
    assert first.query_orgs_90d <= recent + earlier


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


EXAMPLES = CollectedFacts(
    collected_at=AT,
    statuses={},
    identity=IdentityFacts(match="03"),
    telecom=TelecomFacts(three_factor="1", online_months_band="24+"),
    social_insurance=SocialInsuranceFacts(monthly_income_minor=1_280_000, months_continuous=31),
    tax=TaxFacts(credit_level="B", sales_12m_minor=98_650_000),
    court=CourtFacts(enforcement=1, judgments=1, enforcement_amount_minor=8_650_000),
    registry=RegistryFacts(state="存续", months_operating=88),
)


def fields(answer: Any, path: str = "") -> set[str]:
    """The paths of all fields; those of a list's items are one."""
    if isinstance(answer, dict):
        return {f"{path}/{name}" for name in answer}.union(*(fields(v, f"{path}/{k}") for k, v in answer.items()))
    return set().union(*(fields(each, path) for each in answer)) if isinstance(answer, list) else set()


@pytest.mark.parametrize("source", sorted(set(Source) - {Source.CREDIT_BUREAU, Source.FACE}))
def test_the_simulator_leaves_out_no_field_of_the_handbooks_sample(source: Source) -> None:
    printed = orjson.loads((HANDBOOK / f"{source.value.lower()}.json").read_bytes())["data"]
    rendered = orjson.loads(answers.rendered(source, EXAMPLES, NUMBER, AT))
    shareholders_changes = {"/changes/date", "/changes/item"}  # there are none of them
    assert fields(printed) - fields(rendered) <= shareholders_changes


@pytest.mark.parametrize("source", [Source.TAX, Source.REGISTRY])
def test_an_organisation_is_told_by_the_code_it_was_asked_about(source: Source) -> None:
    told_of = orjson.loads(answers.rendered(source, EXAMPLES, "91990202MA1DEM015U", AT))
    assert told_of["uscc"] == "91990202MA1DEM015U"
    assert orjson.loads(answers.rendered(source, EXAMPLES, NUMBER, AT))["uscc"] != NUMBER


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
        BureauFacts(open_accounts=1, mortgage_accounts=0, revolving_utilisation=Decimal(0), late_1_24m=1, worst_24m=2),
        BureauFacts(
            open_accounts=1, mortgage_accounts=0, revolving_utilisation=Decimal(0), late_2_24m=2, late_run_24m=3
        ),
        BureauFacts(open_accounts=1, mortgage_accounts=0, revolving_utilisation=Decimal(0), late_2_24m=1, worst_12m=1),
        BureauFacts(open_accounts=1, mortgage_accounts=0, revolving_utilisation=Decimal(0), late_1_24m=25),
        BureauFacts(open_accounts=1, mortgage_accounts=0, revolving_utilisation=Decimal(0), overdue_accounts=2),
        *(
            BureauFacts(open_accounts=0, mortgage_accounts=0, revolving_utilisation=Decimal(0), **queries)
            for queries in (
                {"query_orgs_7d": 1},
                {"query_orgs_90d": 1},
                {"queries_1m": 2, "queries_3m": 2, "query_orgs_30d": 3, "query_orgs_90d": 3},
                {"queries_1m": 2, "queries_3m": 4, "query_orgs_30d": 2, "query_orgs_90d": 5},
                {"queries_1m": 2, "queries_3m": 2, "query_orgs_7d": 2, "query_orgs_30d": 1, "query_orgs_90d": 2},
                {"queries_1m": 2, "queries_3m": 3, "query_orgs_90d": 1},
            )
        ),
    ],
)
def test_figures_that_contradict_each_other_cannot_be_told(facts: BureauFacts) -> None:
    with pytest.raises(ValueError, match=r"unsecured|housing|institutions|bad|history|24|run"):
        reported(facts, datetime(2026, 9, 1, tzinfo=UTC))


@pytest.mark.dataset
def test_real_borrowers_come_through_unchanged() -> None:
    data = gmsc.load()
    for borrower in data.borrowers(range(0, len(data), 53)):
        facts = collected_facts(borrower, AT)
        assert facts.credit_bureau is not None
        assert reported(facts.credit_bureau, AT) == facts.credit_bureau, borrower.row
        if facts.social_insurance is not None:
            insured = read_contributions(told(Source.SOCIAL_INSURANCE, facts.social_insurance, AT))
            assert insured == facts.social_insurance, borrower.row
