"""How long screenings and what they compare are kept (domain.md §7.9)."""

from loan_servicekit.core.retention import Keeping, Taking, Unit

RULES = (
    Keeping(
        record="sighting-device",
        table="sightings",
        since="at",
        key="t.application_id",
        takes=(Taking("sightings", "x.application_id = due.key", ("device_token",)),),
        subjects=("t.application_id",),
        period=730,
        unit=Unit.DAY,
        least=180,  # the longest window that asks for a device is 30 days
        most=1095,
        source="domain.md §7.9; PIPL 6, 28",
        confidence="P",
        why="devices: 24 months",
    ),
    Keeping(
        record="sighting",
        table="sightings",
        since="at",
        key="t.application_id",
        takes=(Taking("sightings", "x.application_id = due.key"),),
        subjects=("t.application_id",),
        period=10,
        unit=Unit.YEAR,
        least=5,
        most=30,
        source="反洗钱法(2024) 34",
        confidence="P",
        why="which person, number and card applied: as long as identification data",
    ),
    Keeping(
        record="screening",
        table="screenings",
        since="screened_at",
        key="t.id",
        takes=(Taking("screenings", "x.id = due.key"),),
        subjects=("t.application_id",),
        period=10,
        unit=Unit.YEAR,
        least=5,
        most=30,
        source="反洗钱法(2024) 34",
        confidence="P",
        why="what a decision was made of: as long as identification data",
    ),
)
