"""Settings of risk-svc."""

from pathlib import Path

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """`models_dir` is where training leaves its artefacts; absent, what is registered already stays in force."""

    models_dir: Path | None = None
    policy_file: Path = Path(__file__).resolve().parents[2] / "policies" / "personal-credit.json"
