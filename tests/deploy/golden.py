"""`python tests/deploy/golden.py` writes the golden renders anew: what a change of the chart changes is read as a diff.

One service stands for all, since they come from the same templates; what is made from the catalogue of messages and from
the table of roles is looked at by tests of its own.
"""

import re
from pathlib import Path

import yaml
from tools import CHART, Resource, rendered

HERE = Path(__file__).parent
VALUES = ("-f", str(HERE / "values.yaml"))
SHOWN = {
    "medium": ("-f", str(CHART / "values-medium.yaml"), *VALUES),
    "upgrade": (*VALUES, "--is-upgrade", "--set", "secrets.external.enabled=true,secrets.external.store.name=vault"),
}
EXAMPLE = "integration-gateway"
SHARED = {"Kafka", "KafkaNodePool", "ObjectStore", "PodMonitor"}
VARIES = re.compile(r"^ *(helm\.sh/chart|app\.kubernetes\.io/version): .*\n|(?<=/xinliu/integration-gateway):\S+", re.M)


def golden(name: str) -> str:
    """The text of one of them."""
    shown = [each for each in rendered(*SHOWN[name]) if each["kind"] in SHARED or _is_of_the_example(each)]
    text: str = yaml.safe_dump_all(shown, sort_keys=False, width=120)
    return VARIES.sub("", text)  # what is another with each release


def place(name: str) -> Path:
    """Where it lies."""
    return HERE / "golden" / f"{name}.yaml"


def _is_of_the_example(resource: Resource) -> bool:
    named = resource["metadata"].get("labels", {}).get("app.kubernetes.io/name")
    return named == EXAMPLE and resource["kind"] not in ("KafkaUser", "PrometheusRule")


if __name__ == "__main__":
    for each in SHOWN:
        place(each).parent.mkdir(exist_ok=True)
        place(each).write_text(golden(each), encoding="utf-8")
