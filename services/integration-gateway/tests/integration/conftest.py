"""The simulator in a thread of its own, on a free port, and the providers as tests see them."""

import asyncio
import socket
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import uvicorn

from integration_gateway.clients.outbound import http_session
from loan_datasets.facts import collected_facts
from loan_servicekit.core import utc_now
from provider_simulator.app import Simulator
from provider_simulator.keys import Keys
from provider_simulator.payment_book import PaymentBook
from provider_simulator.profiles import Profiles

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from outside_world import AT, Outside


@pytest.fixture(scope="session")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of credentials that the simulator has made."""
    folder = Path(tmp_path_factory.mktemp("credentials"))
    Keys.of(folder)
    return folder


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PaymentBook]:
    """The payment channel's book."""
    kept = PaymentBook(Path(tmp_path_factory.mktemp("book")))
    yield kept
    kept.close()


@pytest.fixture(scope="session")
def simulator_url(book: PaymentBook, credentials: Path) -> Iterator[str]:
    """A simulator that knows story people only, at a fixed time (but for payments, which are of now), on a free port."""
    app = Simulator(Profiles(lambda row: None, collected_facts), book, Keys.of(credentials), lambda: AT, utc_now)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, lifespan="off", access_log=False, log_level="warning", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
async def outside(simulator_url: str, credentials: Path) -> AsyncIterator[Outside]:
    """The providers without any fault, override or script."""
    async with http_session() as session:
        providers = Outside(session, simulator_url, credentials)
        yield providers
        for switches in ("faults", "people", "payment-scripts", "balances"):
            await providers.switch("DELETE", switches)


@pytest.fixture
def unused_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
