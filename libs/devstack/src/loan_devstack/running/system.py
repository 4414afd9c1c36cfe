"""What the system is: every process, what it waits for, how it is started and when it is ready. One table."""

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import Callable, Collection
from functools import partial

from loan_devstack.broker import kafka
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.running.processes import Process
from loan_devstack.secret_store import Secrets
from loan_devstack.services import BY_NAME, SERVICES, Service
from loan_devstack.settings import (
    DEVELOPMENT,
    EDGE_OFFSET,
    HOST,
    KAFKA_CONTROLLER_OFFSET,
    KAFKA_OFFSET,
    SIMULATOR_OFFSET,
    Settings,
)

AUDIENCE = "xinliu"
SEAL_KEY_ID = "k1"
READY_PATH = "/health/ready"
SIMULATOR = "simulator"
INFRASTRUCTURE = ("postgres", "kafka", "edge")
# Only who keeps personal fields has the key to them, and each its own.
FIELD_KEYS: dict[str, Callable[[Secrets], str]] = {
    "application-svc": lambda secrets: f"k1:{secrets.field_key}",
    "integration-gateway": lambda secrets: f"g1:{secrets.gateway_field_key}",
}
INDEX_KEY_FOR = ("application-svc",)
# A seal is between who gives an order and who carries it out.
CONTRACT_SEAL_FOR = ("application-svc", "postloan-svc")
KEEPER_OF_DAYS = "postloan-svc"
ORDER_SEAL_FOR = ("postloan-svc", "integration-gateway")
ASKS_PROVIDERS = "integration-gateway"
ORDER_WINDOW_S = "8"
TEMPLATES = {  # what the platform tells customers, as the message provider has approved it
    "decision-declined": {"id": "1001"},
    "decision-approved": {"id": "1002"},
    "supplement-requested": {"id": "1003", "parameters": ["documents"]},
    "loan-disbursed": {"id": "1004", "parameters": ["loan_no"]},
    "sign-in-code": {"id": "1006", "parameters": ["code"]},
    "loan-repriced": {"id": "1007", "parameters": ["annual_rate", "on"]},
    "claim-transferred": {"id": "1008", "parameters": ["on"]},
    "debit-returned": {"id": "1009", "parameters": ["amount", "on"]},
    "repayment-reminder": {"id": "1010", "parameters": ["days", "due_on", "amount"]},
}
LENDER = "信流示范银行"
REPAYMENT_ACCOUNT = f"{LENDER} 9550 0000 0000 0000 001"  # of nobody
SPAN_RECEIVER, SCORER = "reporting-svc", "risk-svc"


def processes(settings: Settings, secrets: Secrets, only: Collection[str] | None = None) -> tuple[Process, ...]:
    """The table, or those rows of it that `only` names. Raises CannotStart for a name that is none."""
    every = (
        _postgres(settings, secrets),
        _kafka(settings, secrets),
        _edge(settings),
        _simulator(settings),
        _migrate(settings),
        *(_service(service, settings, secrets) for service in SERVICES),
    )
    if unknown := set(only or ()) - {process.name for process in every}:
        raise CannotStart(
            f"No process is called {', '.join(sorted(unknown))}; there are {', '.join(p.name for p in every)}"
        )
    return tuple(
        process
        for process in every
        if (only is None or process.name in only) and not (process.name == "kafka" and settings.external_kafka)
    )


def _postgres(settings: Settings, secrets: Secrets) -> Process:
    return Process(
        "postgres",
        partial(postgres.command, settings),
        prepare=partial(postgres.prepare, settings, secrets),
        ready=partial(postgres.is_ready, settings, secrets),
        then=partial(postgres.make_databases, settings, secrets),
        user=postgres.system_user(),
        stop_signal=signal.SIGINT,  # "fast": sessions are ended, data are written
        grace_s=30,
    )


def _kafka(settings: Settings, secrets: Secrets) -> Process:
    return Process(
        "kafka",
        partial(kafka.command, settings),
        environment=kafka.environment(),
        ports=(settings.port_base + KAFKA_OFFSET, settings.port_base + KAFKA_CONTROLLER_OFFSET),
        prepare=partial(kafka.prepare, settings, secrets),
        ready=partial(kafka.is_ready, settings),
        then=partial(kafka.make_usable, settings, secrets),
        grace_s=30,
    )


def _edge(settings: Settings) -> Process:
    port = settings.port_base + EDGE_OFFSET
    return Process(
        "edge",
        lambda: [sys.executable, "-m", "loan_devstack", "edge"],
        environment=own_environment(settings),
        ports=(port,),
        ready=partial(answers, port, "/auth/.well-known/openid-configuration"),
    )


def _simulator(settings: Settings) -> Process:
    port = settings.port_base + SIMULATOR_OFFSET
    return Process(
        SIMULATOR,
        lambda: [sys.executable, "-m", "provider_simulator"],
        environment={
            "PROFILE": settings.profile,
            "HOST": HOST,
            "PORT": str(port),
            "SIMULATOR_PORT": str(port),
            "SIMULATOR_BOOK": str(settings.var / "simulator"),
            "SIMULATOR_CREDENTIALS": str(settings.var / "simulator/credentials"),
            "SIMULATOR_ORDER_WINDOW_S": ORDER_WINDOW_S,
            "XDG_CACHE_HOME": str(settings.cache.parent),
        },
        ports=(port,),
        ready=partial(answers, port, "/", any_status=True),
        start_timeout_s=300,  # the first start fetches the data set
    )


def _migrate(settings: Settings) -> Process:
    return Process(
        "migrate",
        lambda: [sys.executable, "-m", "loan_devstack", "migrate"],
        after=("postgres", "kafka"),
        environment=own_environment(settings),
        one_shot=True,
    )


def _service(service: Service, settings: Settings, secrets: Secrets) -> Process:
    port = service.port(settings)
    return Process(
        service.name,
        lambda: [sys.executable, "-m", service.package, "run"],
        after=("postgres", "kafka", "edge", "migrate"),
        environment=service_environment(service, settings, secrets),
        ports=(port,),
        ready=partial(answers, port, READY_PATH),
    )


def service_environment(service: Service, settings: Settings, secrets: Secrets) -> dict[str, str]:
    """What a service is told: the same variables as in compose and Kubernetes, with the values of this system."""
    addresses = {other.variable: other.url(settings) for other in SERVICES}
    told = {
        "PROFILE": settings.profile,
        "HOST": HOST,
        "PORT": str(service.port(settings)),
        "ROOT_PATH": f"/api/{service.name}",
        "DATABASE_URL": postgres.url(settings, secrets, service.package),
        "TOPIC_PREFIX": "",
        "OIDC_ISSUER": settings.issuer_url,
        "OIDC_AUDIENCE": AUDIENCE,
        "OIDC_CLIENT_ID": service.name,
        "OIDC_CLIENT_SECRET": secrets.clients[service.name],
        "OTEL_EXPORTER_OTLP_ENDPOINT": f"{BY_NAME[SPAN_RECEIVER].url(settings)}/v1/otlp",
        "OTEL_EXPORTER_OTLP_HEADERS": f"authorization=Bearer%20{secrets.otlp_token}",
        "PROVIDERS_URL": f"http://{HOST}:{settings.port_base + SIMULATOR_OFFSET}",
        "DOCUMENT_STORE_URL": (settings.var / "documents").as_uri(),
    }
    return (
        told | kafka.access(settings, secrets, service.name).variables() | addresses | _own(service, settings, secrets)
    )


def _own(service: Service, settings: Settings, secrets: Secrets) -> dict[str, str]:
    """What this service alone is told."""
    own = {}
    if service.name in FIELD_KEYS:
        own["FIELD_KEYS"] = FIELD_KEYS[service.name](secrets)
    if service.name in INDEX_KEY_FOR:
        own["INDEX_KEY"] = secrets.index_key
    if service.name in CONTRACT_SEAL_FOR:
        own["CONTRACT_SEAL_KEYS"] = f"{SEAL_KEY_ID}:{secrets.contract_seal_key}"
    if service.name in ORDER_SEAL_FOR:
        own["ORDER_SEAL_KEYS"] = f"{SEAL_KEY_ID}:{secrets.order_seal_key}"
    if service.name == ASKS_PROVIDERS:
        own["PROVIDER_ROWS"] = json.dumps(_provider_rows(service, settings))
        own["BORROWER_PAGES_URL"] = f"{settings.edge_url}/b.html#/applications"
    if service.name == KEEPER_OF_DAYS:
        own |= {"REPAYMENT_ACCOUNT": REPAYMENT_ACCOUNT, "LENDER": LENDER}
    if service.name == KEEPER_OF_DAYS and settings.profile == DEVELOPMENT:
        own["DAYS_RUN_AHEAD"] = "true"  # a loan's life is shown and tested in minutes
    if service.name == SPAN_RECEIVER:
        own["OTLP_TOKEN"] = secrets.otlp_token
        own["EVIDENCE_KEYS"] = f"{SEAL_KEY_ID}:{secrets.evidence_key}"
    if service.name == SCORER and settings.models:
        own["MODELS_DIR"] = str(settings.models)
    return own


def _provider_rows(service: Service, settings: Settings) -> dict[str, object]:
    """What the simulator's providers are like: the payment channel settles at once, and refuses late orders sooner than
    the gateway orders anew."""
    outside = f"http://{HOST}:{settings.port_base + SIMULATOR_OFFSET}"
    credentials = settings.var / "simulator/credentials"
    return {
        "unionpay": {
            "url": f"{outside}/unionpay",
            "file_url": f"{outside}/unionpay/file",
            "merchant": "777290058110048",
            "back_url": f"{service.url(settings)}/v1/notices/unionpay",
            "credentials": str(credentials / "gateway/unionpay"),
            "holder": "00040000:SIGN",
            "queries_s": [0, 0.2, 1, 1, 2, 3, 3, 5, 10, 30],
            "absent_after_s": 10,
        },
        "tencent": {
            "credentials": str(credentials / "gateway/tencent"),
            "faceid_url": f"{outside}/",
            "sms_url": f"{outside}/",
            "ocr_url": f"{outside}/",
            "sms_app": "1400000001",
            "sms_signature": "信流",
            "sms_templates": TEMPLATES,
        },
        "esign": {
            "credentials": str(credentials / "gateway/esign"),
            "url": f"{outside}/esign",
            "notify_url": f"{service.url(settings)}/v1/notices/esign",
        },
        "qichacha": {"credentials": str(credentials / "gateway/qichacha"), "url": f"{outside}/qichacha"},
        "person_courts": {
            "credentials": str(credentials / "gateway/person_courts"),
            "url": f"{outside}/person-courts",
            "lists": {
                "enforcement": "/enterprise/enforcement",
                "spending_restricted": "/enterprise/limit-consume",
                "enforcement_ended": "/enterprise/end-enforcement",
                "judgments": "/enterprise/judgments",
            },
        },
    }


def own_environment(settings: Settings) -> dict[str, str]:
    """What a process of this package is told to find the system it belongs to."""
    told = {
        "XINLIU_VAR": str(settings.var),
        "PORT_BASE": str(settings.port_base),
        "PROFILE": settings.profile,
        "ACCESS_TOKEN_S": str(settings.access_token_s),
        "XDG_CACHE_HOME": str(settings.cache.parent),
        "PYTHONUNBUFFERED": "1",
    }
    if settings.wal_archive:
        told["WAL_ARCHIVE"] = str(settings.wal_archive)
    return told | (settings.external_kafka.variables() if settings.external_kafka else {})


async def answers(port: int, path: str, any_status: bool = False) -> bool:
    """Whether an HTTP server answers a GET with 200, or at all."""
    with contextlib.suppress(OSError, TimeoutError, ValueError, IndexError):
        async with asyncio.timeout(3):
            reader, writer = await asyncio.open_connection(HOST, port)
            try:
                writer.write(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode())
                status = int((await reader.readline()).split()[1])
            finally:
                writer.close()
        return any_status or status == 200
    return False
