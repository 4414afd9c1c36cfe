"""What is read out of providers' shapes, and what must not be believed (domain.md §7.1 to §7.7)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from integration_gateway.clients.sources.amounts import fen
from integration_gateway.clients.sources.carrier.wire import read_telecom
from integration_gateway.clients.sources.courts.wire import read_court_records
from integration_gateway.clients.sources.nciic.wire import read_identity
from integration_gateway.clients.sources.pboc.wire import read_report, read_report_about
from integration_gateway.clients.sources.samr.wire import read_registration
from integration_gateway.clients.sources.social_fund.wire import read_contributions
from integration_gateway.clients.sources.tax_bureau.wire import read_tax
from integration_gateway.clients.wire import WrongSubject
from loan_contracts.facts import BureauFacts
from loan_contracts.money import months_later

HANDBOOK = Path(__file__).parents[1] / "handbook"
VECTORS = orjson.loads((Path(__file__).parents[4] / "docs" / "domain_vectors.json").read_bytes())


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
    return {
        "PD01A": {"PD01AD01": kind, "PD01AI02": lender, "PD01AD03": use, "PD01AD07": security},
        "PD01B": {"PD01BD01": state},
        "PD01C": latest,
        "PD01D": {"PD01DH": a_history(months)},
    }


def a_history(codes: str, last: str = "2026-09") -> list[dict[str, str]]:
    """One code a month, oldest first, up to the last month."""
    end = date.fromisoformat(f"{last}-01")
    return [
        {"PD01DR03": months_later(end, at - len(codes) + 1).isoformat()[:7], "PD01DD01": code}
        for at, code in enumerate(codes)
    ]


def test_an_empty_report_is_a_person_without_credit() -> None:
    assert read_report(a_report()) == BureauFacts(
        open_accounts=0, mortgage_accounts=0, revolving_utilisation=Decimal(0), unknown_codes=0
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
            an_account(months="N*1122D3#" + "N" * 13),
            an_account(state="3", months="4567BGZC/MA"),
            an_account("C1", state="2", months="1NNNNNNNNNNNNN"),
        )
    )
    assert (facts.late_1_24m, facts.late_2_24m, facts.late_3_24m, facts.late_4plus_24m) == (3, 2, 2, 7)
    assert (facts.worst_24m, facts.unknown_months_24m, facts.unknown_codes) == (7, 1, 0)


@pytest.mark.parametrize(
    ("codes", "late", "run"),
    [
        ("NN123NNN", 3, 3),  # 90 days late: three instalments in a row
        ("NN111NNN", 3, 3),  # three payments late in a row
        ("NN11N1NN", 3, 2),
        ("NN1N2NNN", 2, 2),  # a month of status 2 says that two instalments are unpaid
        ("N3", 1, 3),
        ("1*1", 2, 1),  # nothing was due between
        ("1M1", 2, 1),  # paid before the month was over
        ("11#1", 3, 3),  # a month that nobody knows ends no run
        ("1", 1, 1),
        ("NNN", 0, 0),
        ("N1N1N1N1N1N1", 6, 1),
        ("D", 1, 3),
        ("NB", 1, 7),
        ("1NNNNNNNNNNNNNNNNNNNNNNNN", 0, 0),  # 25 months ago
        ("1NNNNNNNNNNNNNNNNNNNNNNN", 1, 1),
        ("12" + "N" * 22 + "1", 2, 2),  # longer than 24: the first is too old
    ],
)
def test_months_in_a_row(codes: str, late: int, run: int) -> None:
    """连三 (domain.md §1.3, §7.1)."""
    facts = read_report(a_report(an_account(months=codes)))
    counted = facts.late_1_24m + facts.late_2_24m + facts.late_3_24m + facts.late_4plus_24m
    assert (counted, facts.late_run_24m) == (late, run)
    shuffled = an_account()
    shuffled["PD01D"] = {"PD01DH": sorted(a_history(codes), key=lambda each: each["PD01DR03"][5:])}
    assert read_report(a_report(shuffled)).late_run_24m == run


@pytest.mark.parametrize("vector", VECTORS["LATE"], ids=lambda vector: vector["months"])
def test_the_handbooks_histories_give_the_handbooks_figures(vector: dict[str, Any]) -> None:
    facts = read_report(a_report(an_account(months=vector["months"])))
    assert (facts.late_months_60m, facts.late_run_24m) == (vector["late"], vector["run"])


def test_a_month_counts_once_with_its_worst_status_whatever_the_number_of_accounts() -> None:
    """Six cards that were late in one month are one late month."""
    facts = read_report(a_report(*(an_account("R2", months="NN1NN") for _ in range(6))))
    assert (facts.late_1_24m, facts.late_run_24m, facts.late_months_60m) == (1, 1, 1)
    worse = read_report(a_report(an_account(months="1N"), an_account("R2", months="2N"), an_account(months="11")))
    assert (worse.late_1_24m, worse.late_2_24m, worse.late_run_24m) == (1, 1, 2)


def test_five_years_are_read_beside_the_two_and_the_worse_counts() -> None:
    account = an_account(months="1N")
    account["PD01E"] = {
        "PD01EH": [
            {"PD01ER03": "2026-08", "PD01ED01": "2"},
            {"PD01ER03": "2024-09", "PD01ED01": "5"},
            {"PD01ER03": "2021-10", "PD01ED01": "7"},
            {"PD01ER03": "2021-09", "PD01ED01": "7"},  # 61 months ago
        ]
    }
    facts = read_report(a_report(account))
    assert (facts.late_1_24m, facts.late_2_24m, facts.late_months_60m) == (0, 1, 3)
    assert (facts.worst_12m, facts.worst_24m, facts.worst_60m) == (2, 2, 7)
    account["PD01E"]["PD01EH"] = account["PD01E"]["PD01EH"][1]  # one alone is an object
    assert read_report(a_report(account)).worst_60m == 5


@pytest.mark.parametrize(("month", "worst"), [("2026-09", 3), ("2025-10", 3), ("2025-09", 0)])
def test_the_worst_of_twelve_months_ends_with_the_month_of_the_report(month: str, worst: int) -> None:
    account = an_account()
    account["PD01D"] = {"PD01DH": {"PD01DR03": month, "PD01DD01": "3"}}
    assert read_report(a_report(account)).worst_12m == worst


def test_a_summary_of_lateness_that_is_worse_than_the_months_counts() -> None:
    summary = {"PC02E": a_block("PC02E"), "PC02D": {"PC02DH": {"PC02DD01": "D1", "PC02DS03": "14", "PC02DS04": "9"}}}
    facts = read_report(a_report(an_account(months="1N"), summary=summary))
    assert (facts.late_months_60m, facts.worst_60m, facts.late_1_24m) == (14, 7, 1)


ALL_CLEAR = dict.fromkeys(("overdue_accounts", "bad_debts", "recovered_debts", "recovered_debts_ended", "bad_class_accounts", "watched_accounts", "enforced_accounts", "restricted_accounts", "bad_transactions", "eased_transactions", "unknown_codes"), 0)  # fmt: skip


def found(*accounts: dict[str, Any], **changed: Any) -> dict[str, int]:
    """The figures of bad debts that are not 0."""
    facts = read_report(a_report(*accounts) | changed).model_dump()
    return {name: facts[name] for name in ALL_CLEAR if facts[name]}


STATES: list[tuple[str, str, str | None]] = [
    *((kind, code, "bad_debts") for kind in ("D1", "R1", "R4") for code in ("4", "41", "42")),
    *((kind, code, "bad_debts") for kind in ("R2", "R3") for code in ("5", "41", "42")),
    *((kind, "8", "enforced_accounts") for kind in BLOCKS),
    *((kind, "2", "overdue_accounts") for kind in ("D1", "R1", "R4")),
    *((kind, "6", "restricted_accounts") for kind in ("D1", "R1", "R4")),
    *((kind, code, "restricted_accounts") for kind in ("R2", "R3") for code in ("2", "3", "31")),
    *((kind, "6", None) for kind in ("R2", "R3")),
    *((kind, "99", "unknown_codes") for kind in (*BLOCKS, "C1")),
    *((kind, "", "unknown_codes") for kind in (*BLOCKS, "C1")),
    *((kind, "1", None) for kind in BLOCKS),
    ("D1", "3", None),
    ("D1", "5", None),
    ("D1", "7", "enforced_accounts"),
    ("R1", "5", "restricted_accounts"),
    ("R2", "4", None),
    ("R4", "5", "unknown_codes"),
    ("R1", "7", "unknown_codes"),
    ("C1", "1", "recovered_debts"),
    ("C1", "2", "recovered_debts_ended"),
    ("X9", "1", "unknown_codes"),
]


@pytest.mark.parametrize(("kind", "code", "figure"), STATES)
def test_a_state_means_what_it_means_for_its_kind_of_account(kind: str, code: str, figure: str | None) -> None:
    told = found(an_account(kind, state=code))
    told.pop("recovered_debts", None) if kind == "C1" and figure != "recovered_debts" else None
    assert told == ({figure: 1} if figure else {})
    if kind != "C1":
        in_month = found(an_account(kind, PD01CD01=code))  # the account is normal, its last month is not
        assert in_month == ({figure: 1} if figure else {})


@pytest.mark.parametrize(
    ("code", "figure"),
    [("1", None), ("2", "watched_accounts"), *((bad, "bad_class_accounts") for bad in "3456"), ("7", "unknown_codes"),
     ("9", "unknown_codes")],
)  # fmt: skip
def test_the_class_of_a_loan_counts_wherever_it_is_told(code: str, figure: str | None) -> None:
    for place, field in (("PD01B", "PD01BD03"), ("PD01C", "PD01CD02")):
        account = an_account()
        account[place] = account[place] | {field: code}
        assert found(account) == ({figure: 1} if figure else {})


def test_cards_are_often_not_classified_and_a_settled_loan_of_a_bad_class_is_for_a_person() -> None:
    assert found(an_account("R2", PD01CD02="9")) == {}
    assert found(an_account(state="3", PD01CD02="5")) == {"watched_accounts": 1}


def test_a_bad_debt_that_the_last_state_alone_tells_counts_with_its_balance() -> None:
    account = an_account(security="4", state="4")
    account["PD01B"] |= {"PD01BJ01": "50000", "PD01BD03": "5"}
    del account["PD01C"]
    assert found(account) == {"bad_debts": 1, "bad_class_accounts": 1}
    assert read_report(a_report(account)).unsecured_exposure_minor == 5_000_000


def test_a_debt_that_others_recover_is_a_debt() -> None:
    account = an_account("C1", state="1")
    account["PD01B"]["PD01BJ01"] = "80000"
    facts = read_report(a_report(account, summary={}))
    assert (facts.recovered_debts, facts.unsecured_exposure_minor, facts.open_accounts) == (1, 8_000_000, 0)
    account["PD01B"]["PD01BD01"] = "2"  # ended, and yet something is owed
    assert found(account) == {"recovered_debts": 1}


@pytest.mark.parametrize(
    ("block", "figure"),
    [
        ({"PC02B": {"PC02BS01": "2", "PC02BJ01": "80000"}}, {"recovered_debts": 2}),
        ({"PC02B": {"PC02BS01": "0", "PC02BJ01": "80000"}}, {"recovered_debts": 1}),
        ({"PC02C": {"PC02CS01": "3", "PC02CJ01": "0"}}, {"bad_debts": 3}),
        ({"PC02C": {"PC02CJ01": "50000"}}, {"bad_debts": 1}),
        ({"PC02B": {"PC02BS01": "0", "PC02BJ01": "0"}, "PC02C": {}}, {}),
    ],
)
def test_bad_debts_of_the_summary_count_where_the_detail_knows_none(
    block: dict[str, Any], figure: dict[str, int]
) -> None:
    assert found(an_account(), PCO={"PC02E": a_block("PC02E")} | block) == figure


TRANSACTIONS = [
    *((code, "bad_transactions") for code in ("2", "3", "6", "7", "8", "12", "15", "17")),
    *((code, "eased_transactions") for code in ("1", "9", "11", "13", "14", "16")),
    *((code, None) for code in ("4", "5")),
    *((code, "unknown_codes") for code in ("99", "")),
]


@pytest.mark.parametrize(("code", "figure"), TRANSACTIONS)
def test_a_special_transaction_says_who_has_paid(code: str, figure: str | None) -> None:
    told = {"PD01FD01": code, "PD01FR01": "2024-01-05", "PD01FJ01": "50000"}
    for unit in ({"PD01FS01": "1", "PD01FH": [told]}, {"PD01FH": told}, told, [told]):
        assert found(an_account(state="3") | {"PD01F": unit}) == ({figure: 1} if figure else {})


@pytest.mark.parametrize(
    "latest",
    [
        {"PD01CS02": "1"},
        {"PD01CJ06": "0.01"},
        {"PD01CJ07": "5"},
        {"PD01CJ10": "5"},
        {"PD01CJ11": "5"},
    ],
)
@pytest.mark.parametrize("kind", ["D1", "R2"])
def test_an_account_is_overdue_by_any_figure_that_says_so(kind: str, latest: dict[str, str]) -> None:
    assert found(an_account(kind, **latest)) == {"overdue_accounts": 1}


@pytest.mark.parametrize(("status", "overdue"), [("1", 1), ("7", 1), ("N", 0), ("*", 0)])
def test_the_last_repayment_state_tells_of_what_is_overdue(status: str, overdue: int) -> None:
    account = an_account()
    account["PD01B"]["PD01BD04"] = status
    assert read_report(a_report(account)).overdue_accounts == overdue


@pytest.mark.parametrize(
    ("status", "figure"),
    [("B", "bad_debts"), *((code, "bad_transactions") for code in "DZG"), *((code, None) for code in "NCMA*#/"),
     ("8", "unknown_codes"), ("n", "unknown_codes")],
)  # fmt: skip
def test_the_last_repayment_state_tells_what_the_state_of_the_account_does_not(status: str, figure: str | None) -> None:
    for kind in ("D1", "R2"):
        account = an_account(kind)
        account["PD01B"]["PD01BD04"] = status
        assert found(account) == ({figure: 1} if figure else {})
    bad = an_account(state="4")
    bad["PD01B"]["PD01BD04"] = "B"
    assert found(bad) == {"bad_debts": 1}, "one debt, told twice"


def test_a_loan_of_which_nothing_says_what_is_due_is_not_read_as_one_without_a_burden() -> None:
    account = an_account(PD01CJ01="50000")
    assert found(account) == {"unknown_codes": 1}
    assert found(an_account(PD01CJ01="50000", PD01CJ04="0")) == {}  # nothing was due this month
    del account["PD01C"]
    account["PD01B"]["PD01BJ01"] = "50000"
    assert found(account) == {"unknown_codes": 1}
    assert found(an_account("R2", PD01CJ01="50000")) == {}  # of cards a part of the balance is debt service


def test_recovered_debts_count_where_the_summary_tells_them_by_kind_of_business_alone() -> None:
    by_kind = {"PC02BH": [{"PC02BS03": "1", "PC02BJ02": "80000"}, {"PC02BJ02": "1"}]}
    for block in (by_kind, [by_kind], by_kind | {"PC02BS01": "0"}):
        assert found(an_account(), PCO={"PC02E": a_block("PC02E"), "PC02B": block}) == {"recovered_debts": 2}


@pytest.mark.parametrize(
    ("block", "taxes", "unknown"),
    [
        ({"PC040H": {"PC040D01": "01", "PC040S02": "2"}}, 2, 0),
        ({"PC040H": {"PC040D01": "9", "PC040S02": "2"}}, 0, 2),
        ({"PC040S01": "1"}, 0, 1),
        ({"PC040S01": "2", "PC040H": [{"PC040D01": "1", "PC040S02": "0"}]}, 0, 0),
    ],
)
def test_a_summary_of_public_records_that_no_table_explains_is_not_read_as_clean(
    block: dict[str, Any], taxes: int, unknown: int
) -> None:
    facts = read_report(a_report() | {"PPO": {"PC04": block}})
    assert (facts.tax_arrears_records, facts.unknown_codes) == (taxes, unknown)


@pytest.mark.parametrize("empty", [None, ""])
def test_a_unit_that_is_there_and_empty_is_absent(empty: str | None) -> None:
    units = dict.fromkeys(("PCR", "PPO", "POT", "PCJ", "PCE", "PAP"), empty)
    assert read_report(a_report(an_account() | {"PD01D": empty, "PD01E": empty}) | units).unknown_codes == 0
    for needed in ("PCO", "PQO", "PRH"):
        with pytest.raises(KeyError):
            read_report(a_report() | {needed: empty})


def test_an_account_that_has_ended_and_yet_is_owed_is_not_read_as_clean() -> None:
    assert found(an_account(state="3", PD01CJ01="10")) == {"unknown_codes": 1}
    assert found(an_account("R2", state="4", PD01CJ01="10")) == {"unknown_codes": 1}


def test_a_status_of_no_table_is_counted_and_not_read_as_clean() -> None:
    for code in ("8", "X", "n", "", "0"):
        assert found(an_account() | {"PD01D": {"PD01DH": [{"PD01DR03": "2026-01", "PD01DD01": code}]}}) == {
            "unknown_codes": 1
        }


@pytest.mark.parametrize("month", ["2026-13", "202601", "", "2026-00"])
def test_a_late_month_that_is_no_month_is_malformed(month: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        read_report(a_report(an_account() | {"PD01D": {"PD01DH": [{"PD01DR03": month, "PD01DD01": "1"}]}}))


@pytest.mark.parametrize(
    ("guarantee", "bad", "doubtful", "unknown"),
    [
        ({"PD03AD05": "1", "PD03AS01": "0"}, 0, 0, 0),
        ({}, 0, 0, 0),
        *(({"PD03AD05": kind}, 1, 0, 0) for kind in "3456"),
        ({"PD03AD05": "2"}, 0, 1, 0),
        ({"PD03AD05": "9"}, 0, 0, 1),
        ({"PD03AS01": "1"}, 0, 1, 0),
        ({"PD03AS01": "3"}, 1, 0, 0),
        ({"PD03AD07": "2"}, 0, 1, 0),
        ({"PD03AD07": "B"}, 1, 0, 0),
        ({"PD03AD07": "?"}, 0, 0, 1),
    ],
)
def test_what_others_owe_counts_for_who_answers_for_it(
    guarantee: dict[str, str], bad: int, doubtful: int, unknown: int
) -> None:
    told = {"PD03AJ02": "300000"} | guarantee
    for unit in ([told], told, [{"PD03A": told}], {"PD03A": told}):
        facts = read_report(a_report() | {"PCR": {"PD03": unit}})
        assert (facts.bad_guarantees, facts.doubtful_guarantees, facts.unknown_codes) == (bad, doubtful, unknown)
        assert facts.guarantee_balance_minor == 30_000_000


def test_guarantees_of_the_summary_count_where_they_are_more() -> None:
    summary = {"PC02K": {"PC02KS01": "2", "PC02KH": [{"PC02KJ02": "100"}, {"PC02KJ02": "250"}]}}
    assert read_report(a_report(summary=summary)).guarantee_balance_minor == 35_000


@pytest.mark.parametrize(
    ("unit", "element", "type", "figure"),
    [
        ("POT", "PF01", "1", "tax_arrears_records"),
        ("PCJ", "PF02", "2", "judgment_records"),
        ("PCE", "PF03", "3", "enforcement_records"),
        ("PAP", "PF04", "4", "penalty_records"),
    ],
)
def test_public_records_are_counted_in_detail_and_summary(unit: str, element: str, type: str, figure: str) -> None:
    one = {f"{element}A": {f"{element}AJ01": "1200"}}
    summed = {"PPO": {"PC04": {"PC040S01": "1", "PC040H": {"PC040D01": type, "PC040S02": "3", "PC040J01": "9"}}}}
    for told, count in (({unit: {element: one}}, 1), ({unit: {element: [one, one]}}, 2), (summed, 3)):
        assert read_report(a_report() | told).model_dump()[figure] == count


def test_what_is_owed_on_cards_is_the_more_of_detail_and_summary() -> None:
    def owed(summed: str, detail: str) -> int:
        summary = {"PC02H": a_block("PC02H", limit="90000", used=summed)}
        return read_report(a_report(an_account("R2", PD01CJ02=detail), summary=summary)).card_balance_minor

    assert (owed("31200", "100"), owed("31200", "40000")) == (3_120_000, 4_000_000)
    loan = read_report(a_report(an_account("R1", PD01CJ02="5"), summary={"PC02G": a_block("PC02G", used="5")}))
    assert (loan.card_balance_minor, loan.card_used_minor) == (0, 500)


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
    assert (facts.open_accounts, facts.monthly_debt_service_minor) == (3, 0)


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


@pytest.mark.parametrize(
    ("reason", "counts"), [("02", 1), ("03", 1), ("08", 1), ("24", 1), ("01", 0), ("19", 0), ("09", 0)]
)
def test_the_same_queries_count_in_every_window(reason: str, counts: int) -> None:
    """domain.md §7.1: loan, card, guarantee and financing, in one month as in three."""
    facts = read_report(a_report(queries=[("2026-08-30", reason, "BANKA")]))
    figures = (facts.queries_1m, facts.queries_3m, facts.query_orgs_7d, facts.query_orgs_30d, facts.query_orgs_90d)
    assert figures == (counts,) * 5


@pytest.mark.parametrize(("day", "counts"), [("2026-09-01", 1), ("2026-08-01", 1), ("2026-07-31", 0)])
def test_the_last_month_begins_on_the_same_day_of_the_month_before(day: str, counts: int) -> None:
    assert read_report(a_report(queries=[(day, "08", "BANKA")])).queries_1m == counts


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


def test_who_has_no_housing_fund_has_the_income_that_he_is_insured_for() -> None:
    """Insured without a fund is common, and no fault of the office."""
    social = {"months_continuous": 31, "base": 12800.00}
    facts = read_contributions({"social": social, "fund": None})
    assert (facts.monthly_income_minor, facts.months_continuous) == (1_280_000, 31)
    fund = {"personal_ratio": 0.12, "employer_ratio": 0.12, "monthly_deposit": 3072.00}
    facts = read_contributions({"social": None, "fund": fund})
    assert (facts.monthly_income_minor, facts.months_continuous) == (1_280_000, 0)
    with pytest.raises(ValueError, match="miss"):
        read_contributions({"social": None, "fund": None})


@pytest.mark.parametrize(
    ("name", "number"),
    [("张测试", "990101199003078017"), (" 张 测试", "990101199003078017"), ("张测试", " 990101199003078017")],
)
def test_a_report_about_the_person_asked_about_is_read(name: str, number: str) -> None:
    assert read_report_about(a_report(), name, number) == read_report(a_report())


@pytest.mark.parametrize(
    ("name", "number"), [("李测试", "990101199003078017"), ("张测试", "990101199003078025"), ("", "990101199003078017")]
)
def test_a_report_about_somebody_else_is_not_read(name: str, number: str) -> None:
    with pytest.raises(WrongSubject):
        read_report_about(a_report(), name, number)


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


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("存续", "存续"),
        ("存续（在营、开业、在册）", "存续"),
        ("开业", "开业"),
        ("吊销，未注销", "注销"),
        ("注销", "注销"),
        ("迁移异地", "其他"),
        ("", "其他"),
        ("李演示的公司", "其他"),
    ],
)
def test_the_state_of_a_business_is_one_of_the_known_ones(told: str, state: str) -> None:
    assert read_registration(printed("registry") | {"state": told}, date(2026, 9, 1)).state == state


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
