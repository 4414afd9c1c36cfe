"""How long cases are kept, with their tasks, notes and what became of them (domain.md §7.9)."""

from loan_servicekit.core.retention import Keeping, Taking, Unit

RULES = (
    Keeping(
        record="case",
        table="cases",
        since="ended_at",
        key="t.id",
        takes=(
            Taking("tasks", "x.case_id = due.key"),
            Taking("task_notes", "x.case_id = due.key"),
            Taking("checkpoints", "x.case_id = due.key"),
            Taking("loans", "x.case_id = due.key"),
            Taking("decision_evaluations", "x.case_id = due.key"),
            Taking("cases", "x.id = due.key"),
        ),
        subjects=("t.application_id", "t.customer_id"),
        period=10,
        unit=Unit.YEAR,
        least=5,
        most=30,
        source="domain.md §7.9; PIPL 24, 反洗钱法 34",
        confidence="P",
        why="how an application was decided, by whom and on what, from its decision or withdrawal on",
    ),
)
