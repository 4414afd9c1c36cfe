"""The edge process: issuer and proxy behind one port."""

import uvicorn

from loan_devstack import secret_store
from loan_devstack.edge import Edge
from loan_devstack.issuer import Issuer, load_keys
from loan_devstack.services import SERVICES
from loan_devstack.settings import EDGE_OFFSET, HOST, Settings
from loan_devstack.system import AUDIENCE


def serve(settings: Settings) -> None:
    """Serves until it is told to stop. Raises CannotStart outside the development profile."""
    secrets = secret_store.load(settings.var)
    issuer = Issuer(
        settings.issuer_url, load_keys(settings.var), secrets.clients, settings.profile, AUDIENCE,
        settings.access_token_s,
    )  # fmt: skip
    edge = Edge({service.name: service.url(settings) for service in SERVICES}, issuer.app())
    uvicorn.run(
        edge, host=HOST, port=settings.port_base + EDGE_OFFSET, loop="uvloop", http="httptools", access_log=False,
        log_level="warning", timeout_graceful_shutdown=5, server_header=False, date_header=False,
    )  # fmt: skip
