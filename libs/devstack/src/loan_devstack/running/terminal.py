"""What commands write to: a terminal, a file, or a pipe whose reader may go (`... | head`)."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from rich.console import Console


class Terminal(Console):
    """A console that leaves a reader who has gone to `piped`."""

    def on_broken_pipe(self) -> NoReturn:
        """Is called while the error is handled."""
        raise BrokenPipeError


def piped(run: Callable[[], int]) -> int:
    """The exit code of a command. A reader who has gone is nobody's fault: nothing is said of it, neither now nor when
    the interpreter flushes at its end."""
    try:
        try:
            return run()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
