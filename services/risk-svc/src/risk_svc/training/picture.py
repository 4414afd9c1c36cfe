"""The picture of a model card: defaults expected and observed, by tenth."""

from collections.abc import Sequence

import pygal

from risk_svc.domain.monitoring.model_gate import Tenth


def calibration_picture(tenths: Sequence[Tenth], model_version: str) -> bytes:
    """An SVG of the share of defaults in each tenth, expected beside observed, on a scale of powers of ten."""
    chart = pygal.Bar(
        title=f"Defaults expected and observed, {model_version}",
        x_title="tenth of borrowers, safest first",
        y_title="defaults, % of the tenth",
        logarithmic=True,
        js=[],
        pretty_print=True,
        disable_xml_declaration=True,
        legend_at_bottom=True,
        no_prefix=True,
    )
    chart.x_labels = [tenth.name for tenth in tenths]
    chart.add("expected", [round(float(100 * t.expected / t.rows), 3) for t in tenths])
    chart.add("observed", [round(100 * t.observed / t.rows, 3) or None for t in tenths])
    return str(chart.render(is_unicode=True)).encode()
