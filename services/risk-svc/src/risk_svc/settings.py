"""Settings of risk-svc."""

from pathlib import Path

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Where models and the first policy come from."""

    models_dir: Path | None = Field(
        None, description="Where training leaves its artefacts; absent, what is registered already stays in force"
    )
    policy_file: Path = Field(
        Path(__file__).resolve().parents[2] / "policies" / "personal-credit.json",
        description="The policy of a database that has none yet",
    )
