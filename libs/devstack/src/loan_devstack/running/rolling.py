"""Renews a service without refusing a request: its successor serves beside it before it ends, as in a cluster.

The supervisor keeps one process a service on one port. So a second one is started beside it on a free port, serves with
it for a while and then alone; the first is ended in good order and started anew from the code that is there now, serves
beside the second one, and the second ends in good order.
"""

import asyncio
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from loan_devstack.errors import CannotStart
from loan_devstack.origin import endpoints
from loan_devstack.running.control import System
from loan_devstack.running.supervisor import tail
from loan_devstack.running.system import READY_PATH, answers, service_environment
from loan_devstack.services import BY_NAME, Service
from loan_devstack.settings import HOST

TOGETHER_S = 1.0  # both serve
DRAIN_S = 0.5  # nobody is sent there any more, before it ends: what preStop is in the chart
READY_WITHIN_S = 120.0
GRACE_S = 45.0  # as terminationGracePeriodSeconds of the chart
POLL_S = 0.1

Told = Callable[[str], None]


def roll(system: System, name: str, told: Told = lambda _: None) -> None:
    """Renews the process of a service. Raises CannotStart where its successor does not get ready; it goes on then."""
    service = BY_NAME[name]
    usual = service.url(system.settings)
    with beside(system, service) as (successor, _):
        try:
            _serve(system, name, [usual, successor], TOGETHER_S)
            told(f"{name}: old and new serve")
            _serve(system, name, [successor], DRAIN_S)
            system.restart(name, READY_WITHIN_S)
            _serve(system, name, [usual, successor], TOGETHER_S)
        finally:
            _serve(system, name, [usual], DRAIN_S)
    told(f"{name}: renewed")


def _serve(system: System, name: str, addresses: list[str], for_s: float) -> None:
    """Has the edge ask these processes, for so long at least."""
    endpoints.tell(system.settings, {name: addresses})
    system.kill("edge", signal.SIGHUP)
    time.sleep(for_s)


@contextmanager
def beside(system: System, service: Service) -> Iterator[tuple[str, int]]:
    """Address and number of another process of the service, once it is ready; it ends in good order with the block."""
    port = _free_port()
    settings = system.settings
    environment = {
        **settings.environment,
        **service_environment(service, settings, system.secrets()),
        "PORT": str(port),
    }
    log = settings.logs / f"{service.name}-successor.log"
    with log.open("ab") as output:
        command = [sys.executable, "-m", service.package, "run"]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment)
    try:
        deadline = time.monotonic() + READY_WITHIN_S
        while not asyncio.run(answers(port, READY_PATH)):
            if process.poll() is not None or time.monotonic() > deadline:
                raise CannotStart(f"The successor of {service.name} did not get ready: {tail(log, 1)}; see {log}")
            time.sleep(POLL_S)
        yield f"http://{HOST}:{port}", process.pid
    finally:
        process.terminate()
        try:
            process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
