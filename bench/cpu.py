"""CPU seconds of processes and of all below them, from /proc."""

import os
from collections.abc import Mapping

import psutil

TICK = os.sysconf("SC_CLK_TCK")


def seconds(pid: int) -> float:
    """User and system time of a process, its dead and its living descendants."""
    total = 0.0
    try:
        root = psutil.Process(pid)
        for process in [root, *root.children(recursive=True)]:
            total += _own(process.pid)
        total += _of_dead_children(pid)
    except psutil.NoSuchProcess:
        pass
    return total


def _fields(pid: int) -> list[str]:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):  # it ends while it is read
        return []


def _own(pid: int) -> float:
    fields = _fields(pid)
    return (int(fields[11]) + int(fields[12])) / TICK if fields else 0.0


def _of_dead_children(pid: int) -> float:
    fields = _fields(pid)
    return (int(fields[13]) + int(fields[14])) / TICK if fields else 0.0


class Meter:
    """What each of some processes has used since the meter was started."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self._pids = dict(pids)
        self._start = {name: seconds(pid) for name, pid in self._pids.items()}

    def read(self) -> dict[str, float]:
        """CPU seconds by process."""
        return {name: seconds(pid) - self._start[name] for name, pid in self._pids.items()}
