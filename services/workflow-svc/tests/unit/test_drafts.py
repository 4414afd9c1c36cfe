"""What a draft changes, and what would become of cases on it."""

from datetime import datetime

from workflow_svc.engine import Change, Definition, Facts, ProcessEngine, play

CLEAN = {
    "external-data.requested": [{"missing_required": False}],
    "fraud-screening.requested": [{"fraud_outcome": "PASS"}],
    "risk-assessment.requested": [{"risk_outcome": "APPROVE", "offerable": True}],
}
GIVEN = {"amount_minor": 3_000_000, "auto_authority_minor": 5_000_000, "committee_over_minor": 50_000_000}


def test_the_difference_names_elements_attributes_conditions_and_figures(
    engine: ProcessEngine, personal_credit: bytes
) -> None:
    after = (
        personal_credit.replace(b'value="300000000"', b'value="200000000"')
        .replace(b"PT10M", b"PT20M")
        .replace("人工复核".encode(), "复核".encode())
    )
    found = engine.changes(personal_credit, after)
    assert Change("personal-credit", "property credit_committee_over_minor", "300000000", "200000000") in found
    assert Change("collect_data_timeout", "duration", "PT10M", "PT20M") in found
    assert {each.part for each in found if each.element == "manual_review"} == {"name"}
    assert engine.changes(after, after) == ()


def test_a_new_element_and_one_that_is_gone_are_told_as_such(engine: ProcessEngine, personal_credit: bytes) -> None:
    after = personal_credit.replace(b"committee_review", b"panel_review")
    whole = [each for each in engine.changes(personal_credit, after) if not each.part]
    assert Change("panel_review", "", None, "userTask") in whole
    assert Change("committee_review", "", "userTask", None) in whole


def test_clean_facts_are_approved_without_a_person(
    engine: ProcessEngine, definition: Definition, now: datetime
) -> None:
    played = play(engine, definition, Facts("clean", GIVEN, CLEAN), now)
    assert (played.result, played.tasks, played.timers_s) == ("APPROVED", (), 0)
    assert played.path == ("collect_data", "fraud_screening", "risk_assessment")


def test_what_the_facts_do_not_answer_runs_out_of_time(
    engine: ProcessEngine, definition: Definition, now: datetime
) -> None:
    silent = CLEAN | {"manual_review": [{"outcome": "DECLINE"}]}
    del silent["external-data.requested"]
    played = play(engine, definition, Facts("silent", GIVEN, silent), now)
    assert (played.result, played.tasks, played.timers_s, played.due_hours) == ("DECLINED", ("approver",), 600, 4)


def test_where_nobody_decides_it_says_at_which_step(
    engine: ProcessEngine, definition: Definition, now: datetime
) -> None:
    referred = CLEAN | {"fraud-screening.requested": [{"fraud_outcome": "REVIEW"}]}
    played = play(engine, definition, Facts("referred", GIVEN, referred), now)
    assert (played.result, played.waits_for) == (None, "manual_review")
