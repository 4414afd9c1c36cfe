"""The golden values of the handbook, and terms of any loan."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def golden() -> dict[str, Any]:
    """docs/domain_vectors.json."""
    content = (Path(__file__).parents[4] / "docs" / "domain_vectors.json").read_text(encoding="utf-8")
    return dict(json.loads(content))
