"""Settings of workflow-svc."""

from pathlib import Path

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """`processes_dir` holds the seed processes: published at the first start, and again when a file has changed."""

    processes_dir: Path = Path(__file__).resolve().parent / "processes"
