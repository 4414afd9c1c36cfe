"""deploy/helm/xinliu/generated/bus.yaml: topics and who may do what with them, from the table of flows."""

from loan_contracts.catalogue.grants import grants
from loan_contracts.messages import TOPICS

HEAD = "# Made by `make docs` from the catalogue of messages."
KINDS = {("TOPIC", "WRITE"): "writes", ("TOPIC", "READ"): "reads", ("GROUP", "READ"): "groups"}


def bus() -> str:
    """The whole file."""
    rights: dict[str, dict[str, list[str]]] = {}
    for grant in sorted(grants()):
        own = rights.setdefault(grant.principal, {kind: [] for kind in KINDS.values()})
        own[KINDS[grant.resource, grant.operation]].append(grant.name)
    lines = [HEAD, "topics:", *(f"  - {topic}" for topic in sorted(TOPICS)), "users:"]
    for user, own in rights.items():
        lines.append(f"  {user}:")
        lines += [f"    {kind}: [{', '.join(names)}]" for kind, names in own.items()]
    return "\n".join(lines) + "\n"
