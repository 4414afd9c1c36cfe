"""The channel's own book of payments: the witness of what was paid, and how often it was asked to."""

import asyncio
import fcntl
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson


@dataclass(slots=True)
class Entry:
    """One order. `code` is how it stands; `then` what it becomes after some queries, where a test wants it to wait."""

    order_id: str
    biz_no: str
    txn_type: str
    amount_minor: int
    account: str  # masked
    code: str
    query_id: str
    trace_no: str
    settle_date: str
    booked_at: str
    requests: int = 1
    then: str | None = None
    queries_left: int = 0
    trade_date: str = ""  # absent in books of earlier times: that of the booking
    txn_time: str = ""
    queries: int = 0  # about it
    returned_on: str = ""  # the settlement day in whose file its money went back
    filed: str = ""  # how it stands in its day's file, where that is not as it was: LEFT_OUT, or another amount

    @property
    def key(self) -> tuple[str, str]:
        """Number and trade date, which an order is known by."""
        return self.order_id, self.trade_date or self.booked_at[:10].replace("-", "")

    @property
    def state(self) -> str:
        """SUCCESS, PENDING or FAIL."""
        if self.code in ("00", "A6"):
            return "SUCCESS"
        return "PENDING" if self.then is not None else "FAIL"


class BookInUse(RuntimeError):
    """Another simulator writes this book."""


class PaymentBook:
    """Orders by number, kept in a file to which every change is appended and flushed before it is told to anybody.

    The file has one line a change, the last line of an order counts. A line cut off by a crash is dropped: whoever sent
    it got no answer. One simulator at a time may write; what waits for the disk together is written together.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = os.open(folder / "payments.jsonl", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._file)
            raise BookInUse(f"another simulator writes the payment book in {folder}") from error
        self.folder = folder
        self._orders: dict[tuple[str, str], Entry] = {}
        self._size = self._load()
        self._waiting: list[bytes] = []
        self._put = self._durable = 0
        self._writing = asyncio.Lock()

    def __len__(self) -> int:
        return len(self._orders)

    def get(self, order_id: str, trade_date: str) -> Entry | None:
        """The order of that number and date."""
        return self._orders.get((order_id, trade_date))

    def entries(self, biz_no: str | None = None) -> Iterator[Entry]:
        """All orders, or those of one business number, as they came."""
        return (entry for entry in self._orders.values() if biz_no is None or entry.biz_no == biz_no)

    def put(self, entry: Entry) -> None:
        """Enters a new order or a changed one. Nobody may be told before `durable` has returned."""
        self._orders[entry.key] = entry
        self._waiting.append(orjson.dumps(asdict(entry)) + b"\n")
        self._put += 1

    async def durable(self) -> None:
        """Returns when all that was put before is on disk."""
        wanted = self._put
        if self._durable >= wanted:
            return
        async with self._writing:
            if self._durable >= wanted:
                return
            lines, upto = b"".join(self._waiting), self._put
            self._waiting.clear()
            try:
                await asyncio.shield(asyncio.to_thread(self._append, lines))
            except OSError:
                self._waiting.insert(0, lines)
                raise
            self._durable = upto

    def close(self) -> None:
        """Lets another simulator have the book."""
        os.close(self._file)

    def _append(self, lines: bytes) -> None:
        try:
            written = 0
            while written < len(lines):
                written += os.pwrite(self._file, lines[written:], self._size + written)
            os.fdatasync(self._file)
        except OSError:
            os.ftruncate(self._file, self._size)
            raise
        self._size += len(lines)

    def _load(self) -> int:
        """Reads the book, drops a last line that was cut off, and returns the size of what is whole."""
        size = 0
        with os.fdopen(os.dup(self._file), "rb") as stored:
            for line in stored:
                if not line.endswith(b"\n"):
                    break
                entry = Entry(**orjson.loads(line))
                self._orders[entry.key] = entry
                size += len(line)
        os.ftruncate(self._file, size)
        return size
