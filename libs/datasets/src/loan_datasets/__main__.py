"""`python -m loan_datasets fetch`: gets the data set into the cache and says what is there."""

import argparse
import sys

from loan_datasets import gmsc
from loan_datasets.cache import cache_home


def main() -> int:
    """Runs the command; 1 where the data set cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m loan_datasets", description="Public data sets of the platform")
    parser.add_argument("command", choices=["fetch"], help="download the data set, unless it is in the cache already")
    parser.parse_args()
    try:
        data = gmsc.load()
    except gmsc.DataSetUnavailable as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{gmsc.NAME}: {len(data):,} borrowers in {cache_home()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
