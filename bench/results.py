"""Results of benchmarks: printed, and kept as bench/results/<name>.json."""

import json
import os
import platform
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"


def machine() -> str:
    """Where it was measured."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def keep(name: str, value: float, unit: str, floor: float | None, setup: str, **more: Any) -> None:
    """Prints a figure beside its floor and writes it down. `ratio` is value to floor; None where there is no floor."""
    ratio = round(value / floor, 2) if floor else None
    result = {
        "name": name,
        "value": value,
        "unit": unit,
        "floor": floor,
        "ratio": ratio,
        "setup": f"{setup}; {machine()}",
    }
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(result | more, indent=2) + "\n")
    beside = f"   floor {floor:g} {unit}, ratio {ratio:g}" if floor else ""
    print(f"{name:<34}{value:>10g} {unit}{beside}")
