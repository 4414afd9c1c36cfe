"""What the demonstration looks at before it sends anybody."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from loan_devstack.running.control import System

pytestmark = pytest.mark.stack


def test_the_back_test_is_looked_for_where_the_models_are_before_anybody_applies() -> None:
    with tempfile.TemporaryDirectory(prefix="xinliu-") as name:
        models = Path(name) / "models"
        with System(Path(name) / "var", only=["edge"]) as system:
            environment = {**os.environ, "XINLIU_VAR": str(system.settings.var), "MODELS_DIR": str(models)}
            environment.pop("PORT_BASE", None)
            answer = subprocess.run(
                [sys.executable, "-m", "loan_replay", "demo", "1"], env=environment, capture_output=True, text=True,
                timeout=60,
            )  # fmt: skip
            assert answer.returncode == 1
            assert answer.stderr == (
                f"{models / 'backtest.json'} is not there: `make train` writes it, MODELS_DIR names its folder\n"
            )
            assert not (system.settings.var / "demo-borrowers").exists()
