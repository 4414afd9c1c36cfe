"""The supervisor with small real processes."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from loan_devstack.errors import CannotStart
from loan_devstack.running import state, supervisor
from loan_devstack.running.processes import Identity, Process, identify
from loan_devstack.running.state import Phase, ProcessState, SystemState
from loan_devstack.running.supervisor import Supervisor
from loan_devstack.settings import Settings

PATIENCE_S = 15.0


def sleeper(name: str, code: str = "", after: tuple[str, ...] = (), **more: object) -> Process:
    program = f"import time, sys, signal, os, subprocess\n{code}\ntime.sleep(600)"
    return Process(name, lambda: [sys.executable, "-c", program], after=after, **more)  # type: ignore[arg-type]


def settings_of(var: Path) -> Settings:
    return Settings(var=var, environment=dict(os.environ))


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            await asyncio.sleep(0.02)


def now(var: Path, name: str) -> ProcessState:
    found = state.read(var / "run")
    return found.processes[name] if found else ProcessState()


@asynccontextmanager
async def running(var: Path, *processes: Process) -> AsyncIterator[Supervisor]:
    found = Supervisor(settings_of(var), processes)
    task = asyncio.create_task(found.run())
    try:
        yield found
    finally:
        found.stop()
        await task


async def test_a_process_starts_when_those_it_waits_for_are_ready_and_ends_before_them(tmp_path: Path) -> None:
    said = "signal.signal(signal.SIGTERM, lambda *_: (open('order', 'a').write({!r}), sys.exit()))"
    said += "; print('up', flush=True)"
    gate = asyncio.Event()

    async def is_open() -> bool:
        return gate.is_set()

    first = sleeper("first", f"os.chdir({str(tmp_path)!r});" + said.format("first "), ready=is_open)
    second = sleeper("second", f"os.chdir({str(tmp_path)!r});" + said.format("second "), after=("first",))
    async with running(tmp_path, first, second):
        await until(lambda: now(tmp_path, "first").phase is Phase.STARTING)
        assert now(tmp_path, "second").phase is Phase.WAITING
        gate.set()
        await until(lambda: now(tmp_path, "second").phase is Phase.READY)
        for name in ("first", "second"):
            log = tmp_path / "log" / f"{name}.log"
            await until(lambda log=log: log.read_text() == "up\n")
    assert (tmp_path / "order").read_text() == "second first "


async def test_a_killed_process_is_back_within_a_second_or_so(tmp_path: Path) -> None:
    async with running(tmp_path, sleeper("one")):
        await until(lambda: now(tmp_path, "one").phase is Phase.READY)
        before = now(tmp_path, "one").identity
        assert before
        loop = asyncio.get_running_loop()
        killed = loop.time()
        os.kill(before.pid, signal.SIGKILL)
        await until(lambda: now(tmp_path, "one").phase is Phase.READY and now(tmp_path, "one").identity != before)
        assert loop.time() - killed < 5
        assert now(tmp_path, "one").restarts == 1


async def test_the_end_of_the_system_ends_every_process_with_its_children(tmp_path: Path) -> None:
    stubborn = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    parent = "subprocess.Popen(['sleep', '600'])"
    async with running(tmp_path, sleeper("stubborn", stubborn, grace_s=0.3), sleeper("parent", parent)):
        await until(lambda: now(tmp_path, "parent").phase is Phase.READY)
        await until(lambda: _family(tmp_path, "parent"))
        family = [*_family(tmp_path, "parent"), *(i.pid for i in _identities(tmp_path))]
        assert len(family) == 3
    await until(lambda: not any(psutil.pid_exists(pid) for pid in family))


def _family(var: Path, name: str) -> list[int]:
    identity = now(var, name).identity
    process = identity.find() if identity else None
    return [child.pid for child in process.children()] if process else []


def _identities(var: Path) -> list[Identity]:
    found = state.read(var / "run")
    return [p.identity for p in found.processes.values() if p.identity] if found else []


async def test_a_process_that_never_gets_ready_ends_the_system_with_its_last_words(tmp_path: Path) -> None:
    async def never() -> bool:
        return False

    failing = sleeper("failing", "sys.exit('no such flavour')", ready=never)
    other = sleeper("other")
    assert await Supervisor(settings_of(tmp_path), [failing, other]).run() is False
    found = state.read(tmp_path / "run")
    assert found
    assert "failing: it ended with code 1 before it was ready, 3 times" in found.failure
    assert "no such flavour" in found.failure
    assert not found.well


async def test_a_lack_found_while_preparing_is_the_reason_that_is_told(tmp_path: Path) -> None:
    def lacking() -> None:
        raise CannotStart("no coffee")

    assert await Supervisor(settings_of(tmp_path), [sleeper("one", prepare=lacking)]).run() is False
    found = state.read(tmp_path / "run")
    assert found
    assert found.failure == "one: no coffee"


async def test_a_lack_found_while_getting_ready_ends_the_system_though_others_wait_for_the_process(
    tmp_path: Path,
) -> None:
    async def lacking() -> bool:
        raise CannotStart("no sugar")

    first = sleeper("first", "print('stirring', flush=True)", ready=lacking)
    async with asyncio.timeout(PATIENCE_S):
        assert await Supervisor(settings_of(tmp_path), [first, sleeper("second", after=("first",))]).run() is False
    found = state.read(tmp_path / "run")
    assert found
    assert found.failure == "first: no sugar"


async def test_a_process_that_says_that_another_attempt_is_of_no_use_gets_none_and_its_sentence_is_the_reason(
    tmp_path: Path,
) -> None:
    async def never() -> bool:
        return False

    useless = sleeper("useless", "print('no cups: buy some', flush=True); sys.exit(os.EX_CONFIG)", ready=never)
    assert await Supervisor(settings_of(tmp_path), [useless]).run() is False
    found = state.read(tmp_path / "run")
    assert found
    assert found.failure == "useless: no cups: buy some"
    assert (tmp_path / "log" / "useless.log").read_text() == "no cups: buy some\n"


async def test_a_one_shot_is_done_when_it_succeeds_and_what_waits_for_it_follows(tmp_path: Path) -> None:
    once = Process("once", lambda: [sys.executable, "-c", "print('done')"], one_shot=True)
    async with running(tmp_path, once, sleeper("service", after=("once",))):
        await until(lambda: now(tmp_path, "service").phase is Phase.READY)
        assert now(tmp_path, "once").phase is Phase.DONE
    assert (tmp_path / "log" / "once.log").read_text() == "done\n"


async def test_what_a_killed_supervisor_left_is_ended_by_the_next_one(tmp_path: Path) -> None:
    left = await asyncio.create_subprocess_exec("sleep", "600", start_new_session=True)
    stranger = await asyncio.create_subprocess_exec("sleep", "600", start_new_session=True)
    gone = Identity(2**22 - 7, 1.0)
    told = SystemState(gone, 18000, {
        "left": ProcessState(Phase.READY, identify(left.pid)),
        # the number is in use again, by a process that began at another time: not ours
        "dead": ProcessState(Phase.READY, Identity(stranger.pid, 1.0)),
    })  # fmt: skip
    state.write(tmp_path / "run", told)
    assert await asyncio.to_thread(supervisor.end_orphans, tmp_path / "run") == ["left"]
    assert await left.wait() == -signal.SIGTERM
    assert stranger.returncode is None
    stranger.kill()
    await stranger.wait()


async def test_one_system_has_one_supervisor(tmp_path: Path) -> None:
    async with running(tmp_path, sleeper("one")):
        await until(lambda: now(tmp_path, "one").phase is Phase.READY)
        with pytest.raises(CannotStart, match="already runs"):
            await Supervisor(settings_of(tmp_path), [sleeper("one")]).run()


async def test_a_taken_port_is_named_with_its_process_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"{port} \(web.*PORT_BASE"):
            await Supervisor(settings_of(tmp_path), [sleeper("web", ports=(port,))]).run()


async def test_a_log_beyond_its_cap_moves_aside_and_writing_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "LOG_CAP_BYTES", 1000)
    monkeypatch.setattr(supervisor, "LOG_CHECK_S", 0.05)
    chatty = sleeper("chatty", "while True: print('x' * 99, flush=True); time.sleep(0.01)")
    log = tmp_path / "log" / "chatty.log"
    async with running(tmp_path, chatty):
        await until(lambda: log.with_suffix(".log.1").exists())
        await until(lambda: log.exists() and 0 < log.stat().st_size < 1000)


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FREE_SPACE_BYTES", 2**60)
    with pytest.raises(CannotStart, match="MB are free"):
        supervisor.check_space(tmp_path)


async def test_a_process_that_dies_just_after_it_was_ready_is_started_again_and_the_others_wait(tmp_path: Path) -> None:
    deaths = 0

    async def prepare_data() -> None:
        nonlocal deaths
        identity = now(tmp_path, "first").identity
        if deaths < supervisor.ATTEMPTS_TO_START + 1:
            deaths += 1
            assert identity
            os.kill(identity.pid, signal.SIGKILL)
            raise ConnectionError("connection was closed in the middle of operation")

    first = sleeper("first", then=prepare_data)
    async with running(tmp_path, first, sleeper("second", after=("first",))):
        await until(lambda: deaths)
        assert now(tmp_path, "second").phase is Phase.WAITING
        await until(lambda: now(tmp_path, "second").phase is Phase.READY)
        assert now(tmp_path, "first").phase is Phase.READY
        assert now(tmp_path, "first").restarts == supervisor.ATTEMPTS_TO_START + 1


@pytest.mark.parametrize("one_shot", [True, False])
async def test_what_fails_because_another_died_is_no_attempt_and_follows_when_that_is_back(
    tmp_path: Path, one_shot: bool
) -> None:
    """A migration, or a service that starts, while the database dies: it fails more often than a faulty one may."""
    up = tmp_path / "up"

    async def database_is_up() -> bool:
        return up.exists()

    async def answers() -> bool:
        try:
            os.kill(int((tmp_path / "done").read_text()), 0)
        except (FileNotFoundError, ValueError, ProcessLookupError):
            return False
        return True

    program = f"import os, sys\nif not os.path.exists({str(up)!r}): sys.exit('no database')\n"
    says = (
        f"open({str(tmp_path / 'done')!r}, 'w').write(str(os.getpid()))"  # by whom, as an earlier one may have said so
    )
    ends = "" if one_shot else "import time; time.sleep(600)"
    needing = Process(
        "needing", lambda: [sys.executable, "-c", f"{program}{says}\n{ends}"],
        after=("database",), one_shot=one_shot, ready=answers,
    )  # fmt: skip
    up.touch()
    database = sleeper("database", ready=database_is_up)
    gate = sleeper("gate", ready=database_is_up)
    async with running(tmp_path, database, gate, needing) as found:
        # from here on the database is away each time that the other starts
        await until(lambda: now(tmp_path, "database").phase is Phase.READY)
        up.unlink()
        identity = now(tmp_path, "database").identity
        assert identity
        os.kill(identity.pid, signal.SIGKILL)
        await asyncio.sleep(1.0)
        assert not found._stopping.is_set()
        up.touch()
        await until(lambda: now(tmp_path, "needing").phase in supervisor.WELL)


async def test_a_step_after_readiness_that_names_a_lack_ends_the_system_with_it(tmp_path: Path) -> None:
    async def lacking() -> None:
        raise CannotStart("no sugar")

    assert await Supervisor(settings_of(tmp_path), [sleeper("one", then=lacking)]).run() is False
    found = state.read(tmp_path / "run")
    assert found
    assert found.failure == "one: no sugar"
