"""What may be said of a failure in logs, traces and letters. A driver quotes rows and arguments in its messages, and
those name persons: of a database error only its class, SQLSTATE and constraint are told."""

import traceback

DATABASE = ("asyncpg", "sqlalchemy")
MOST_FRAMES = 30


def described(error: BaseException) -> str:
    """The failure in one line, without a value of any row or statement."""
    name = type(error).__name__
    if not type(error).__module__.startswith(DATABASE):
        return f"{name}: {error}" if str(error) else name
    below = getattr(error, "orig", None)
    driver = getattr(below, "__cause__", None) or below or error
    told = [type(driver).__name__]
    told += [str(value) for field in ("sqlstate", "constraint_name") if (value := getattr(driver, field, None))]
    return f"{name}: {' '.join(told)}" if driver is not error else " ".join(told)


def traced(error: BaseException) -> str:
    """The failure and those that led to it, the first first, each with its place in the code."""
    chain: list[BaseException] = []
    seen: BaseException | None = error
    while seen is not None and seen not in chain:
        chain.append(seen)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    lines: list[str] = []
    for each in reversed(chain):
        lines += traceback.format_tb(each.__traceback__, limit=-MOST_FRAMES)
        lines.append(f"{described(each)}\n")
    return "".join(lines).rstrip()
