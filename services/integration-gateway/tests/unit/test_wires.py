"""Providers' samples as the handbook prints them, and what must not be believed (domain.md §7.1 to §7.7)."""

from datetime import date
from decimal import Decimal

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
from loan_contracts.facts import (
    BureauFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)

REPORT = orjson.loads("""
{"PRH":{"PA01":{"PA01A":{"PA01AI01":"2026090112000000000001","PA01AR01":"2026-09-01T12:00:00"}}},
 "PSM":{"PC01":{"PC010Q01":"712","PC010Q02":">63%"}},
 "PCO":{"PC02":{"PC02E":{"PC02ES01":"2","PC02ES02":"3","PC02EJ01":"260000","PC02EJ02":"148200","PC02EJ03":"6120"},
  "PC02H":{"PC02HS01":"2","PC02HS02":"3","PC02HJ01":"90000","PC02HJ02":"50000","PC02HJ03":"20000",
    "PC02HJ04":"31200","PC02HJ05":"28800"}}},
 "PQO":{"PC05":{"PC05B":{"PC05BS01":"2","PC05BS02":"0","PC05BS03":"2","PC05BS04":"0","PC05BS05":"1",
    "PC05BS06":"14","PC05BS07":"0","PC05BS08":"0"}}},
 "PDA":{"PD01":[{"PD01A":{"PD01AI01":"1","PD01AD01":"D1","PD01AD03":"91","PD01AR01":"2025-03-10",
    "PD01AJ01":"100000","PD01AR02":"2028-03-10","PD01AD05":"11","PD01AD06":"03","PD01AS01":"36","PD01AD07":"4"},
   "PD01B":{"PD01BD01":"1","PD01BJ01":"56210","PD01BD03":"1","PD01BR03":"2026-08-31"},
   "PD01C":{"PD01CR01":"2026-08","PD01CD01":"1","PD01CJ01":"56210","PD01CS01":"19","PD01CJ04":"3240",
    "PD01CJ05":"3240","PD01CS02":"0","PD01CJ06":"0"},
   "PD01E":{"PD01ER01":"2025-03","PD01ER02":"2026-08","PD01EH":[{"PD01ER03":"2026-05","PD01ED01":"N",
    "PD01EJ01":"0"},{"PD01ER03":"2026-04","PD01ED01":"1","PD01EJ01":"3240"},{"PD01ER03":"2026-03","PD01ED01":"N",
    "PD01EJ01":"0"}]}}]},
 "POQ":{"PH01":[{"PH010R01":"2026-08-20","PH010D01":"11","PH010Q02":"BANKA",
    "PH010Q03":"02"},{"PH010R01":"2026-08-02","PH010D01":"22","PH010Q02":"CFCB","PH010Q03":"02"}]}}
""")


def test_the_sample_report_gives_the_figures_a_reader_takes_from_it() -> None:
    assert read_report(REPORT) == BureauFacts(
        open_accounts=1,
        mortgage_accounts=0,
        card_limit_minor=9_000_000,
        card_used_minor=3_120_000,
        revolving_utilisation=Decimal("0.346667"),
        monthly_debt_service_minor=324_000,
        late_1_24m=1,
        queries_1m=2,
        queries_3m=2,
        unsecured_exposure_minor=3_120_000 + 5_621_000,
    )


def a_report(*accounts: dict[str, object], queries: tuple[tuple[str, str], ...] = ()) -> dict[str, object]:
    return {
        "PRH": REPORT["PRH"],
        "PDA": {"PD01": list(accounts)},
        "POQ": {"PH01": [{"PH010R01": day, "PH010Q03": reason} for day, reason in queries]},
    }


def an_account(
    kind: str = "D1", use: str = "91", state: str = "1", months: str = "", security: str = "3", **latest: str
) -> dict[str, object]:
    history = [{"PD01DR03": "2026-01", "PD01DD01": code} for code in months]
    return {
        "PD01A": {"PD01AD01": kind, "PD01AD03": use, "PD01AD07": security},
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
    assert read_report(a_report(queries=((day, reason),))).queries_3m == counts


@pytest.mark.parametrize("spoil", ["PRH", "PCO", "PDA"])
def test_a_report_with_a_broken_unit_is_malformed(spoil: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        read_report({**REPORT, spoil: {"PA01": {}, "PC02": {"PC02H": {}}, "PD01": [{}]}})


def test_the_identity_sample() -> None:
    sample = (
        '{"match":"00","photo_match_score":91.3,"liveness":"PASS","verify_level":"TWO_FACTOR_FACE","dead_flag":false}'
    )
    assert read_identity(orjson.loads(sample)) == IdentityFacts(match="00", deceased=False)
    with pytest.raises(ValueError, match="unknown"):
        read_identity({"match": "07", "dead_flag": False})


def test_the_telecom_sample() -> None:
    sample = """{"three_factor":"1","online_months_band":"24+","state":"正常","portability":false,"reassigned":false,
        "monthly_bill_band":"50-100","city_match":"SAME_CITY"}"""
    data = orjson.loads(sample)
    assert read_telecom(data) == TelecomFacts(three_factor="1", online_months_band="24+", in_service=True)
    assert not read_telecom({**data, "state": "停机"}).in_service
    for wrong in ({"state": "飞行"}, {"three_factor": "4"}, {"online_months_band": "25"}):
        with pytest.raises((ValueError, KeyError)):
            read_telecom({**data, **wrong})


def test_the_fund_sample_gives_an_income_of_12800_yuan() -> None:
    sample = """{"social":{"city":"990100","employer":"示例科技有限公司","status":"参保缴费","months_total":68,
        "months_continuous":31,"base":12800.00,"last_month":"2026-08"},"fund":{"open_month":"2020-11","status":"缴存",
        "personal_ratio":0.12,"employer_ratio":0.12,"monthly_deposit":3072.00,"balance":81230.55,
        "paid_through":"2026-08","has_hf_loan":false}}"""
    facts = read_contributions(orjson.loads(sample))
    assert facts == SocialInsuranceFacts(monthly_income_minor=1_280_000, months_continuous=31)


def test_the_income_is_rounded_half_up_to_the_fen() -> None:
    fund = {"personal_ratio": 0.05, "employer_ratio": 0.07, "monthly_deposit": 100.00}  # 100 / 0.12 = 833.333...
    data = {"fund": fund, "social": {"months_continuous": 1}}
    assert read_contributions(data).monthly_income_minor == 83_333
    with pytest.raises(ValueError, match="ratio"):
        read_contributions({**data, "fund": {**fund, "personal_ratio": 0, "employer_ratio": 0}})


def test_the_court_sample() -> None:
    sample = """{"zhixing":[{"case_no":"（2025）示0101执1234号","court":"示例区人民法院","filed":"2025-06-11",
        "amount":86500.00,"status":"在执"}],"shixin":[],"limit_consume":[],"zhongben":[],
        "judgments":[{"case_no":"（2024）示0101民初88号","cause":"买卖合同纠纷","role":"被告","amount":52000.00}]}"""
    data = orjson.loads(sample)
    assert read_court_records(data) == CourtFacts(enforcement=1, judgments=1, enforcement_amount_minor=8_650_000)


def test_a_hit_by_the_name_alone_is_not_counted() -> None:
    lists = {"zhixing": [], "limit_consume": [], "zhongben": [], "judgments": []}
    shixin = [{"match_by": "NAME"}, {"match_by": "NAME_ID"}, {}]
    assert read_court_records({**lists, "shixin": shixin}).dishonest == 2


def test_the_tax_sample() -> None:
    sample = """{"uscc":"91990101MA0DEM0051","credit_level":"B","score":86,"arrears":0.00,"illegal_cases":0,
        "vat_type":"一般纳税人","monthly":[{"m":"2026-08","sales":986500.00,"vat_paid":22890.12,"invoices":143,
        "red_ratio":0.012,"top5_buyer_share":0.46}],"last24m_sales":22100340.00,"yoy":0.118,"gap_months_12m":0}"""
    assert read_tax(orjson.loads(sample)) == TaxFacts(credit_level="B", sales_12m_minor=98_650_000)


def test_sales_are_those_of_the_last_twelve_months() -> None:
    months = [{"m": f"{2025 + at // 12}-{at % 12 + 1:02d}", "sales": 1.00, "invoices": at % 2} for at in range(20)]
    facts = read_tax({"credit_level": "A", "arrears": 12.34, "monthly": months})
    assert (facts.sales_12m_minor, facts.zero_invoice_months_12m, facts.arrears_minor) == (1_200, 6, 1_234)
    with pytest.raises(ValueError, match="level"):
        read_tax({"credit_level": "E", "arrears": 0, "monthly": []})


def test_the_registry_sample() -> None:
    data = {"state": "存续", "found": "2019-04-02", "abnormal": False, "serious_illegal": False}
    assert read_registration(data, date(2026, 9, 1)) == RegistryFacts(state="存续", months_operating=88)
    assert read_registration(data, date(2026, 9, 2)).months_operating == 89


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
