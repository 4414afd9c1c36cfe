"""How long assessments are kept (domain.md §7.9)."""

from loan_servicekit.core.retention import Keeping, Taking, Unit

RULES = (
    Keeping(
        record="assessment",
        table="assessments",
        since="assessed_at",
        key="t.id",
        takes=(Taking("assessments", "x.id = due.key"),),
        subjects=("t.application_id",),
        period=10,
        unit=Unit.YEAR,
        least=5,
        most=30,
        source="domain.md §7.9; PIPL 24",
        confidence="P",
        why="what a decision was made of: as long as identification data, longer than most loans and their limitation",
    ),
)
