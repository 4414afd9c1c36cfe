"""Draws what an application costs and how long a decision takes at each rate, from bench/results."""

import json
import sys
from pathlib import Path
from typing import Any

import pygal

from bench.results import FOLDER

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
LINES = (
    ("cpu", "CPU an application, ms", (("CPU", "cpu_ms"),)),
    ("decision", "POST to decision, ms", (("p50", "decision_p50_ms"), ("p99", "decision_p99_ms"))),
)


def draw() -> list[Path]:
    """Writes a picture of the CPU and one of the time to a decision; none where the curve was not measured."""
    kept = FOLDER / "curve.json"
    if not kept.exists():
        return []
    found = json.loads(kept.read_text())
    pictures = []
    for name, title, lines in LINES:
        pictures.append(PICTURES / f"curve_{name}.svg")
        pictures[-1].write_text(picture(title, lines, found["points"], found["beside"]) + "\n")
    return pictures


def picture(
    title: str, lines: tuple[tuple[str, str], ...], points: list[dict[str, Any]], floor: list[dict[str, Any]]
) -> str:
    """An SVG of some columns of the points over the offered rate, the floor of the same run beside."""
    chart = pygal.XY(
        title=title,
        x_title="applications offered a second",
        js=[],
        pretty_print=True,
        disable_xml_declaration=True,
        legend_at_bottom=True,
        no_prefix=True,
        include_x_axis=True,
        show_y_guides=True,
    )
    for label, column in lines:
        chart.add(label, [(point["offered"], point[column]) for point in points])
        if floor:
            chart.add(f"{label}, floor", [(p["offered"], p[column]) for p in floor], stroke_style={"dasharray": "4, 4"})
    return str(chart.render(is_unicode=True))


if __name__ == "__main__":
    for path in draw():
        sys.stdout.write(f"{path}\n")
