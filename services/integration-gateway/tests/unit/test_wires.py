"""What is read out of providers' shapes, and what must not be believed (domain.md §7.1 to §7.7)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from integration_gateway.clients.amounts import fen
from integration_gateway.clients.carrier.wire import read_telecom
from integration_gateway.clients.courts.wire import read_court_records
from integration_gateway.clients.nciic.wire import read_identity
from integration_gateway.clients.pboc.wire import read_report
from integration_gateway.clients.samr.wire import read_registration
from integration_gateway.clients.social_fund.wire import read_contributions
from integration_gateway.clients.tax_bureau.wire import read_tax
from loan_contracts.facts import BureauFacts

HANDBOOK = Path(__file__).parents[1] / "handbook"


def printed(name: str) -> dict[str, Any]:
    """A sample as the handbook prints it; of an envelope, the data."""
    answer = orjson.loads((HANDBOOK / f"{name}.json").read_bytes())
    return dict(answer.get("data", answer))


REPORT = printed("credit_bureau")


def a_report(
    *accounts: dict[str, Any],
    queries: Sequence[tuple[str, str, str]] = (),  # day, reason, institution
    last_month: tuple[int, int] = (0, 0),  # queries for loans, for cards
    summary: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """A report of 2026-09-01 about these accounts; without a summary of its own, one that counts each kind of them."""
    kinds = Counter(account["PD01A"]["PD01AD01"] for account in accounts)
    counted = {BLOCKS[kind]: a_block(BLOCKS[kind], count) for kind, count in kinds.items() if kind in BLOCKS}
    return {
        "PRH": REPORT["PRH"],
        "PCO": counted if summary is None else summary,
        "PQO": {"PC05": {"PC05B": {"PC05BS03": str(last_month[0]), "PC05BS04": str(last_month[1])}}},
        "PDA": {"PD01": list(accounts)},
        "POQ": {"PH01": [{"PH010R01": day, "PH010Q03": reason, "PH010Q02": who} for day, reason, who in queries]},
    }


BLOCKS = {"D1": "PC02E", "R4": "PC02F", "R1": "PC02G", "R2": "PC02H", "R3": "PC02I"}


def a_block(block: str, accounts: int = 1, limit: str = "0", used: str = "0") -> dict[str, str]:
    """A block of the credit summary. Of cards the fourth amount is what is used, of revolving loans the second."""
    return {f"{block}S02": str(accounts), f"{block}J01": limit, f"{block}J02": used, f"{block}J04": used}


def an_account(
    kind: str = "D1",
    use: str = "91",
    state: str = "1",
    months: str = "",
    security: str = "3",
    lender: str = "BANKA",
    **latest: str,
) -> dict[str, Any]:
    history = [{"PD01DR03": "2026-01", "PD01DD01": code} for code in months]
    return {
        "PD01A": {"PD01AD01": kind, "PD01AI02": lender, "PD01AD03": use, "PD01AD07": security},
        "PD01B": {"PD01BD01": state},
        "PD01C": latest,
        "PD01D": {"PD01DH": history},
    }


def test_an_empty_report_is_a_person_without_credit() -> None:
    assert read_report(a_report()) == BureauFacts(
        open_accounts=0, mortgage_accounts=0, revolving_utilisation=Decimal(0)
    )


@pytest.mark.parametrize(
    ("kind", "state", "counts"),
    [
        ("D1", "1", True),
        ("D1", "2", True),
        ("D1", "3", False),  # settled
        ("D1", "4", True),
        ("D1", "5", False),  # transferred out
        ("R4", "1", True),
        ("R2", "1", True),
        ("R2", "3", True),  # a card's 3 is no settlement
        ("R2", "4", False),  # cancelled
        ("C1", "1", False),
    ],
)
def test_open_accounts_are_those_not_settled_transferred_or_cancelled(kind: str, state: str, counts: bool) -> None:
    assert read_report(a_report(an_account(kind, state=state))).open_accounts == int(counts)


def test_a_housing_loan_is_of_business_type_11_and_open() -> None:
    facts = read_report(a_report(an_account(use="11"), an_account(use="11", state="3"), an_account(use="91")))
    assert (facts.open_accounts, facts.mortgage_accounts) == (2, 1)


def test_late_months_are_counted_by_the_severity_of_the_handbook_and_over_closed_accounts_too() -> None:
    facts = read_report(
        a_report(
            an_account(months="N*1122D3#"), an_account(state="3", months="4567BGZC/MA"), an_account("C1", months="1")
        )
    )
    assert (facts.late_1_24m, facts.late_2_24m, facts.late_3_24m, facts.late_4plus_24m) == (3, 2, 2, 7)


@pytest.mark.parametrize(("month", "counts"), [("2026-09", 1), ("2024-10", 1), ("2024-09", 0), ("2019-01", 0)])
def test_24_months_end_with_the_month_of_the_report(month: str, counts: int) -> None:
    account = an_account()
    account["PD01D"] = {"PD01DH": [{"PD01DR03": month, "PD01DD01": "2"}]}
    assert read_report(a_report(account)).late_2_24m == counts
    del account["PD01D"]
    account["PD01E"] = {"PD01EH": [{"PD01ER03": month, "PD01ED01": "2"}]}
    assert read_report(a_report(account)).late_2_24m == counts


def test_dues_are_those_of_loans_and_overdue_is_that_of_all() -> None:
    facts = read_report(
        a_report(
            an_account("D1", PD01CJ04="3240", PD01CJ06="10"),
            an_account("R1", PD01CJ04="100.50"),
            an_account("R2", PD01CJ04="5000", PD01CJ02="5000", PD01CJ06="20"),
            an_account("C1", PD01CJ06="3"),
        )
    )
    assert facts.monthly_debt_service_minor == 334_050
    assert facts.current_overdue_minor == 3_300


def test_unsecured_exposure_leaves_out_security_and_what_is_settled() -> None:
    facts = read_report(
        a_report(
            an_account("D1", security="4", PD01CJ01="100"),
            an_account("D1", security="4", state="3", PD01CJ01="1000"),
            an_account("D1", security="2", use="11", PD01CJ01="900000"),
            an_account("R4", security="4", PD01CJ01="7"),
        )
    )
    assert facts.unsecured_exposure_minor == 10_700


def test_what_we_lent_ourselves_is_left_to_our_own_books() -> None:
    """99DEMO is who asked for the report; an account without an institution may be anybody's."""
    ours = an_account("D1", security="4", lender="99DEMO", PD01CJ01="100", PD01CJ04="9")
    unnamed = an_account("D1", security="4", PD01CJ01="20")
    del unnamed["PD01A"]["PD01AI02"]
    facts = read_report(a_report(ours, unnamed, an_account("D1", security="4", PD01CJ01="3")))
    assert facts.unsecured_exposure_minor == 2_300
    assert (facts.open_accounts, facts.monthly_debt_service_minor) == (3, 900)


@pytest.mark.parametrize(
    ("day", "reason", "counts"),
    [
        ("2026-09-01", "02", 1),
        ("2026-06-01", "03", 1),  # three months ago to the day
        ("2026-05-31", "02", 0),
        ("2026-08-20", "01", 0),  # looking after a running loan
        ("2026-08-20", "08", 1),
        ("2026-08-20", "24", 1),
        ("2026-08-20", "19", 0),
    ],
)
def test_queries_of_three_months_are_those_for_new_credit(day: str, reason: str, counts: int) -> None:
    assert read_report(a_report(queries=[(day, reason, "BANKA")])).queries_3m == counts


@pytest.mark.parametrize(
    ("day", "institutions"),
    [
        ("2026-09-02", (0, 0, 0)),  # windows end with the report
        ("2026-09-01", (1, 1, 1)),
        ("2026-08-25", (1, 1, 1)),
        ("2026-08-24", (0, 1, 1)),
        ("2026-08-02", (0, 1, 1)),
        ("2026-08-01", (0, 0, 1)),
        ("2026-06-03", (0, 0, 1)),
        ("2026-06-02", (0, 0, 0)),
    ],
)
def test_institutions_are_counted_in_windows_of_7_30_and_90_days(
    day: str, institutions: tuple[int, int, int]
) -> None:  # F-01
    facts = read_report(a_report(queries=[(day, "02", "BANKA")]))
    assert (facts.query_orgs_7d, facts.query_orgs_30d, facts.query_orgs_90d) == institutions


def test_a_summary_that_counts_more_queries_than_there_are_records_is_malformed() -> None:
    old = [("2026-07-31", "02", "BANKA"), ("2026-08-20", "02", "BANKA")]
    assert read_report(a_report(queries=old, last_month=(1, 0))).queries_1m == 1
    with pytest.raises(ValueError, match="queries"):
        read_report(a_report(queries=old, last_month=(1, 1)))


def test_an_institution_counts_once_and_only_for_new_credit_and_we_do_not_count_ourselves() -> None:
    facts = read_report(
        a_report(
            queries=[
                ("2026-08-31", "02", "BANKA"),
                ("2026-08-30", "03", "BANKA"),
                ("2026-08-30", "02", "CFCB"),
                ("2026-08-30", "01", "BANKC"),
                ("2026-08-30", "02", "99DEMO"),
            ],
            last_month=(3, 1),
        )
    )
    assert (facts.queries_1m, facts.queries_3m, facts.query_orgs_7d) == (4, 4, 2)


@pytest.mark.parametrize(("kind", "block"), [("R2", "PC02H"), ("R3", "PC02I"), ("R1", "PC02G")])
def test_what_is_drawn_stands_in_the_summary_and_a_summary_without_it_is_malformed(kind: str, block: str) -> None:
    account = an_account(kind, security="4")
    facts = read_report(a_report(account, summary={block: a_block(block, limit="1000", used="250.50")}))
    assert (facts.card_limit_minor, facts.card_used_minor) == (100_000, 25_050)
    assert facts.unsecured_exposure_minor == 25_050
    for summary in ({"PC02E": a_block("PC02E")}, {"PC02": {block: a_block(block)}}, {}, {block: {}}):
        with pytest.raises((ValueError, KeyError)):
            read_report(a_report(account, summary=summary))


def test_a_cancelled_card_need_not_be_in_the_summary() -> None:
    assert read_report(a_report(an_account("R2", state="4"), summary={})).card_limit_minor == 0


@pytest.mark.parametrize("spoil", ["PRH", "PCO", "PQO", "PDA", "POQ"])
def test_a_report_without_a_unit_or_with_a_broken_one_is_malformed_and_no_clean_one(spoil: str) -> None:
    """domain.md R-7.3: the summaries of the handbook's sample count accounts and queries, so that they have to be there."""
    broken = {"PA01": {}, "PC02H": {}, "PC05": {}, "PD01": [{}], "PH01": [{}]}
    for report in ({**REPORT, spoil: broken}, {unit: value for unit, value in REPORT.items() if unit != spoil}):
        with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
            read_report(report)


def test_an_identity_answer_of_an_unknown_code_is_malformed() -> None:
    with pytest.raises(ValueError, match="unknown"):
        read_identity(printed("identity") | {"match": "07"})


def test_a_mobile_number_out_of_service_is_told_and_unknown_codes_are_malformed() -> None:
    data = printed("telecom")
    assert not read_telecom({**data, "state": "停机"}).in_service
    for wrong in ({"state": "飞行"}, {"three_factor": "4"}, {"online_months_band": "25"}):
        with pytest.raises((ValueError, KeyError)):
            read_telecom({**data, **wrong})


def test_the_income_is_rounded_half_up_to_the_fen() -> None:
    fund = {"personal_ratio": 0.05, "employer_ratio": 0.07, "monthly_deposit": 100.00}  # 100 / 0.12 = 833.333...
    data = {"fund": fund, "social": {"months_continuous": 1}}
    assert read_contributions(data).monthly_income_minor == 83_333
    with pytest.raises(ValueError, match="ratio"):
        read_contributions({**data, "fund": {**fund, "personal_ratio": 0, "employer_ratio": 0}})


def test_a_hit_by_the_name_alone_is_not_counted() -> None:
    lists = {"zhixing": [], "limit_consume": [], "zhongben": [], "judgments": []}
    shixin = [{"match_by": "NAME"}, {"match_by": "NAME_ID"}, {}]
    assert read_court_records({**lists, "shixin": shixin}).dishonest == 2


def test_sales_are_those_of_the_last_twelve_months() -> None:
    months = [{"m": f"{2025 + at // 12}-{at % 12 + 1:02d}", "sales": 1.00, "invoices": at % 2} for at in range(20)]
    facts = read_tax({"credit_level": "A", "arrears": 12.34, "monthly": months})
    assert (facts.sales_12m_minor, facts.zero_invoice_months_12m, facts.arrears_minor) == (1_200, 6, 1_234)
    with pytest.raises(ValueError, match="level"):
        read_tax({"credit_level": "E", "arrears": 0, "monthly": []})


@pytest.mark.parametrize(("on", "months"), [(date(2026, 9, 1), 88), (date(2026, 9, 2), 89)])
def test_a_month_of_a_business_is_full_on_its_day(on: date, months: int) -> None:  # founded on 2019-04-02
    assert read_registration(printed("registry"), on).months_operating == months


@pytest.mark.parametrize(
    ("yuan", "minor"),
    [("0", 0), ("148200", 14_820_000), ("2131.79", 213_179), ("0.05", 5), ("1.5", 150), (86500.0, 8_650_000),
     (22890.12, 2_289_012), (0.29, 29), (3, 300), ("-1.20", -120), ("1e2", 10_000)],
)  # fmt: skip
def test_yuan_become_fen_exactly(yuan: object, minor: int) -> None:
    assert fen(yuan) == minor


@pytest.mark.parametrize(
    "yuan", [None, True, "", "abc", "1.234", 0.001, "NaN", "Infinity", [], {}, "1,000", "１２", "--", ".."]
)
def test_what_is_no_amount_is_refused(yuan: object) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        fen(yuan)
