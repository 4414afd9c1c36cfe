"""`python -m loan_reference write|check`: makes the generated pages of docs/, or says which are out of date.

`python -m loan_reference openapi FOLDER`: writes each service's OpenAPI document there.
"""

import sys
from pathlib import Path

from loan_reference.console import write_documents
from loan_reference.pages import stale, write


def main(arguments: list[str]) -> int:
    """The exit code: 0 where all is well."""
    match arguments:
        case ["write"]:
            sys.stdout.write("".join(f"written: {path}\n" for path in write()))
            return 0
        case ["check"]:
            found = stale()
            sys.stderr.write("".join(f"{path} is not what the code says: run `make docs`\n" for path in found))
            return 1 if found else 0
        case ["openapi", folder]:
            write_documents(Path(folder))
            return 0
    sys.stderr.write(f"{__doc__}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
