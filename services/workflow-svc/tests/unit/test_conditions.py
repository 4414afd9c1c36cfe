"""Conditions are judged by zen, fail closed, and see nothing of Python."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow_svc.domain.definitions.vocabulary import Variable, VariableKind
from workflow_svc.engine.conditions import ConditionRefused, Conditions, Fault, compile_condition, names_in

VARIABLES = {
    "amount_minor": Variable(VariableKind.INTEGER),
    "limit_minor": Variable(VariableKind.INTEGER),
    "grade": Variable(VariableKind.TEXT),
    "missing": Variable(VariableKind.FLAG),
}


def holds(text: str, **values: int | str | bool | None) -> tuple[bool, list[Fault]]:
    faults: list[Fault] = []
    conditions = Conditions({0: compile_condition("f", text, VARIABLES)}, figures={})
    return conditions.judge(values, faults)(0), faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amount_minor <= limit_minor", True),
        ("amount_minor < limit_minor", False),
        ('grade == "A" or amount_minor > 1', True),
        ('grade in ["A", "B"]', False),
        ("missing == false and not (amount_minor > limit_minor)", True),
    ],
)
def test_a_condition_compares_figures(text: str, expected: bool) -> None:
    assert holds(text, amount_minor=5, limit_minor=5, grade="C", missing=False) == (expected, [])


def test_whole_numbers_are_compared_exactly() -> None:
    assert holds("amount_minor > limit_minor", amount_minor=2**53 + 1, limit_minor=2**53) == (True, [])


@pytest.mark.parametrize("values", [{}, {"amount_minor": None, "limit_minor": 1}])
def test_a_missing_figure_does_not_hold_and_is_told(values: dict[str, int | None]) -> None:
    verdict, (fault,) = holds("amount_minor <= limit_minor", **values)
    assert verdict is False
    assert fault.flow == "f"
    assert fault.problem


def test_a_missing_text_equals_nothing() -> None:
    assert holds('grade == "A"') == (False, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("amount_minor >= 1 or missing.thing", "condition-malformed"),
        ("amount_minor >= 1 or grade > 5", "condition-malformed"),
        ("amount_minor > 1 and not grade", "condition-malformed"),
        ("amount_minor >= 1 or (limit_minor < 1 and (missing or grade))", "condition-not-boolean"),
        ("amount_minor >= 1 or limit_minor", "condition-not-boolean"),
        ('amount_minor >= 1 or missing == "yes"', "condition-malformed"),
        ("amount_minor == grade", "condition-malformed"),
        ("5 != grade", "condition-malformed"),
        ("grade in [1, 2]", "condition-malformed"),
        ('grade in ["A"] or amount_minor in ["A"]', "condition-malformed"),
        ('outcome in ["PASS", "PAST"]', "value-unknown"),
        ('"PAST" != outcome', "value-unknown"),
        ("missing ? amount_minor > 1 : grade", "condition-malformed"),
        (" or ".join(["missing"] * 12), "condition-malformed"),
    ],
)
def test_no_part_of_a_condition_hides_that_it_can_never_be_computed(text: str, code: str) -> None:
    """`and` and `or` end early: what stands behind them is tried, too."""
    known = VARIABLES | {"outcome": Variable(VariableKind.TEXT, ("PASS", "STOP"))}
    with pytest.raises(ConditionRefused) as refused:
        compile_condition("f", text, known)
    assert refused.value.code == code


def test_what_was_published_before_each_part_was_looked_at_runs_on() -> None:
    condition = compile_condition("f", "amount_minor >= 1 or grade > 5", VARIABLES, thorough=False)
    assert Conditions({0: condition}, figures={}).judge({"amount_minor": 1, "grade": "A"}, [])(0)


def test_names_in_texts_are_no_variables() -> None:
    assert names_in('grade == "amount_minor" and missing == true') == {"grade", "missing"}


@given(st.text(alphabet="abcdefgx_().,[]{}:;'\"=<>!+-*/ 0123456789&|#$@lambdimportexec", max_size=40))
def test_no_text_whatever_is_run(text: str) -> None:
    """Whatever is written, it compiles to a comparison of known variables or is refused with a stable code."""
    try:
        condition = compile_condition("f", text, VARIABLES)
    except ConditionRefused as refused:
        assert refused.code.startswith(("condition-", "variable-", "value-"))
    else:
        assert condition.reads <= VARIABLES.keys()
