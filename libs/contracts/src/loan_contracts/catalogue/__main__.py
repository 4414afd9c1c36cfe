"""`python -m loan_contracts.catalogue write|check [ROOT]`: ROOT is the repository, this checkout unless told."""

import json
import sys
from pathlib import Path

from loan_contracts.catalogue.files import catalogue_files, obstacles, stale

CHECKOUT = Path(__file__).resolve().parents[5]


def main(arguments: list[str]) -> int:
    """The exit code: 0 where all is well."""
    match arguments:
        case ["write" | "check" as mode]:
            root = CHECKOUT
        case ["write" | "check" as mode, given]:
            root = Path(given)
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    if found := obstacles(root):
        sys.stderr.write("".join(f"{line}\n" for line in found))
        return 1
    differing = stale(root)
    if mode == "check":
        sys.stderr.write("".join(f"{path} is not what the classes say: run `write`\n" for path in differing))
        return 1 if differing else 0
    for path in differing:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(catalogue_files()[path], encoding="utf-8")
    sys.stdout.write(json.dumps({"written": [str(path) for path in differing]}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
