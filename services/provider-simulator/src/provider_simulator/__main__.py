"""`python -m provider_simulator`: the outside world on a port of this machine."""

import argparse
import gc
import os
import socket
import sys
from datetime import timedelta
from pathlib import Path

import uvicorn
from pydantic import ValidationError

from loan_datasets import gmsc, people
from loan_datasets.borrower import Borrower
from loan_datasets.facts import collected_facts
from loan_servicekit.core import utc_now
from provider_simulator.app import Simulator
from provider_simulator.keys import Keys
from provider_simulator.payment_book import BookInUse, PaymentBook
from provider_simulator.profiles import BorrowerOf, Profiles
from provider_simulator.replies import Refused
from provider_simulator.scenarios.scenario import Scenario

DEVELOPMENT = "development"
LARGEST_QUEUE = 2_048
LITTLE_GARBAGE = 20_000


def main() -> int:
    """Serves until it is told to end; 1 where it cannot start, EX_CONFIG where another attempt is of no use."""
    options = _options()
    if (profile := os.environ.get("PROFILE", "none")) != DEVELOPMENT:
        print(f"the simulator moves no money and knows nobody: it does not run with PROFILE={profile}", file=sys.stderr)
        return os.EX_CONFIG
    try:
        borrower_of = _nobody if options.without_data else _from_data_set()
        book = PaymentBook(options.book)
    except (gmsc.DataSetUnavailable, BookInUse) as problem:
        print(problem, file=sys.stderr)
        return os.EX_CONFIG if isinstance(problem, gmsc.DataSetUnavailable) else 1
    window = timedelta(seconds=options.order_window)
    profiles = Profiles(borrower_of, collected_facts, options.seed)
    keys = Keys.of(options.credentials or options.book / "credentials")
    app = Simulator(profiles, book, keys, utc_now, order_window=window)
    if options.scenario is not None and (wrong := _applied(app, options.scenario)):
        print(wrong, file=sys.stderr)
        return os.EX_CONFIG
    listener = socket.create_server((options.host, options.port), backlog=LARGEST_QUEUE)
    gc.freeze()  # the data set and the code stay: no need to look through them again and again
    gc.set_threshold(LITTLE_GARBAGE)  # answers make no cycles; looking for some cost a tenth of the time
    print(f"simulator: http://{options.host}:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(
        uvicorn.Config(
            app,
            loop="uvloop",
            http="httptools",
            ws="none",
            lifespan="off",
            access_log=False,
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=90,  # longer than the gateway keeps a connection: it is never closed under a request
            timeout_graceful_shutdown=1,  # calls that hang on purpose do not hold up the end
        )
    ).run(sockets=[listener])
    return 0


def _applied(app: Simulator, file: Path) -> str | None:
    """What is wrong with a scenario, if something is; else it is switched on."""
    try:
        app.apply(Scenario.model_validate_json(file.read_bytes()))
    except (OSError, ValidationError, Refused) as problem:
        return f"the scenario {file} cannot be: {problem}"
    return None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m provider_simulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument(
        "--port", type=int, default=int(os.environ.get("SIMULATOR_PORT", "18008")), help="0: any free one"
    )
    parser.add_argument("--book", type=Path, default=Path(os.environ.get("SIMULATOR_BOOK", "var/simulator")))
    told = os.environ.get("SIMULATOR_CREDENTIALS")
    parser.add_argument(
        "--credentials",
        type=Path,
        default=Path(told) if told else None,
        help="made at the first start; beside the book unless told",
    )
    parser.add_argument("--seed", type=int, default=int(os.environ.get("SIMULATOR_SEED", str(people.SEED))))
    parser.add_argument(
        "--order-window",
        type=int,
        default=int(os.environ.get("SIMULATOR_ORDER_WINDOW_S", "120")),
        help="seconds; an order of another time than now is refused",
    )
    scenario = os.environ.get("SIMULATOR_SCENARIO")
    parser.add_argument(
        "--scenario", type=Path, default=Path(scenario) if scenario else None, help="what is wrong from the start: JSON"
    )
    parser.add_argument("--without-data", action="store_true", help="answer for story people only")
    return parser.parse_args()


def _from_data_set() -> BorrowerOf:
    data = gmsc.load()
    return lambda row: data.borrower(row) if row < len(data) else None


def _nobody(row: int) -> Borrower | None:
    return None


if __name__ == "__main__":
    sys.exit(main())
