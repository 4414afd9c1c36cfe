"""The edge process: issuer and proxy behind one port."""

import signal

from loan_devstack import secret_store
from loan_devstack.origin import endpoints
from loan_devstack.origin.borrowers import PlatformBorrowers
from loan_devstack.origin.directory import Directory, platform
from loan_devstack.origin.edge import Edge
from loan_devstack.origin.issuer import BORROWER_APP, CONSOLE, Issuer, load_keys
from loan_devstack.origin.site import Site
from loan_devstack.running.system import AUDIENCE
from loan_devstack.settings import EDGE_OFFSET, HOST, SIMULATOR_OFFSET, Settings
from loan_servicekit.wire.server import serve as run


def serve(settings: Settings) -> None:
    """Serves until it is told to stop. Raises CannotStart outside the development profile."""
    secrets = secret_store.load(settings.var)
    issuer = Issuer(
        settings.issuer_url,
        load_keys(settings.var),
        secrets.clients,
        settings.profile,
        AUDIENCE,
        settings.access_token_s,
        PlatformBorrowers(settings.issuer_url, settings.edge_url, secrets.clients[secret_store.CHANNEL]),
    )
    issuer.directory = Directory(settings.var, platform(settings.edge_url, issuer.own_token))
    endpoints.forget(settings)
    site = Site(settings.console, settings.issuer_url, CONSOLE, BORROWER_APP)
    simulator = f"http://{HOST}:{settings.port_base + SIMULATOR_OFFSET}"
    edge = Edge(endpoints.usual(settings), issuer.app(), site, simulator)
    signal.signal(signal.SIGHUP, lambda *_: edge.ask(endpoints.told(settings)))
    run(
        edge,
        HOST,
        settings.port_base + EDGE_OFFSET,
        log_level="warning",
        timeout_graceful_shutdown=5,
        date_header=False,
    )
