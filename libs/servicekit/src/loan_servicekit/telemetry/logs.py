"""JSON lines on standard output: an event name, its figures, and the correlation id.
Never message or request bodies."""

import logging
import sys
from datetime import UTC, datetime

import orjson

from loan_servicekit.telemetry.failures import traced

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}


class JsonFormatter(logging.Formatter):
    """One record, one JSON object."""

    def __init__(self, service: str) -> None:
        super().__init__()
        self._service = service

    def format(self, record: logging.LogRecord) -> str:
        """The line of one record."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "service": self._service,
            "event": record.getMessage(),
            **{k: v for k, v in record.__dict__.items() if k not in _STANDARD},
        }
        if record.exc_info:
            line["error"] = traced(record.exc_info[1]) if record.exc_info[1] else ""
        return orjson.dumps(line, default=str).decode()


def configure_logging(service: str, level: str) -> None:
    """Sends all logging of the process to standard output as JSON lines."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter(service))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for noisy in ("aiokafka", "alembic.runtime", "uvicorn.access", "httpx", "opentelemetry", "spiff"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.getLogger("aiokafka.consumer.group_coordinator").setLevel(logging.ERROR)
    logging.getLogger("aiokafka.cluster").setLevel(logging.ERROR)
