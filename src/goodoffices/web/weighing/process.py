"""One process that weighs: it does a job within its time, or is stopped and started anew."""

from __future__ import annotations

import multiprocessing
import os
import time
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import msgspec

from goodoffices.record import InputError

from .job import Done, Fault, Job, work

__all__ = ["Process", "TooLong"]

_MEMORY = 3 * 1024**3
_ON_THE_CLOCK = 3.0
_LOOK_SECONDS = 0.5
_USER, _SYSTEM = 11, 12
"""Where proc(5) tells the time spent, behind the name of the program."""
_CONTEXT = multiprocessing.get_context("spawn")
"""Not forked: the workbench runs threads, whose locks a fork would copy as they stand."""


class TooLong(InputError):  # noqa: N818  says it all
    """A model takes longer to weigh than one may wait for."""


class Process:
    """One process that weighs, started when it is first needed and again when it had to be stopped."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def do(self, job: Job, seconds: float) -> Done:
        """Do a job.

        Args:
            job: The job.
            seconds: Of work, counted over all cores: a busy machine is not the model's fault. On the clock it may take
                three times as long.

        Raises:
            TooLong: If it takes longer, or more memory than it may.
        """
        pipe = self._ready()
        try:
            pipe.send_bytes(msgspec.msgpack.encode(job))
            if self._answers(pipe, seconds):
                return msgspec.msgpack.decode(pipe.recv_bytes(), type=Done)
        except (EOFError, OSError):
            self.stop()  # it ended by itself: it took too much memory, or somebody ended it
            msg = "this could not be weighed: it takes more memory than a model may; leave out options or issues"
            raise TooLong(msg) from None
        self.stop()
        msg = (
            f"this takes more than {seconds:.0f} seconds of work, and was given up; leave out options or issues, or "
            "weigh it with the command: goodoffices weigh MODEL"
        )
        raise TooLong(msg)

    def _answers(self, pipe: Connection, seconds: float) -> bool:
        begun, before = time.monotonic(), self._spent()
        while time.monotonic() - begun < _ON_THE_CLOCK * seconds:
            if pipe.poll(min(_LOOK_SECONDS, seconds)):
                return True
            if self._spent() - before > seconds:
                return False
        return False

    def _spent(self) -> float:
        """Seconds of work of the process so far; those on the clock where the system does not say."""
        pid = self._process.pid if self._process is not None else None
        try:
            told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            return (int(told[_USER]) + int(told[_SYSTEM])) / os.sysconf("SC_CLK_TCK")
        except (OSError, IndexError, ValueError, AttributeError):
            return time.monotonic()

    def _ready(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.stop()
            self._pipe, other = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(other,), daemon=True, name="goodoffices-scales")
            self._process.start()
            other.close()
        return self._pipe

    def stop(self) -> None:
        """End what it does; the next job starts it anew."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _serve(pipe: Connection) -> None:
    """Do jobs until the other end is closed."""
    _be_modest()
    while True:
        try:
            job = msgspec.msgpack.decode(pipe.recv_bytes(), type=Job)
        except (EOFError, OSError):
            return
        done = work(job)
        try:
            content = msgspec.msgpack.encode(done)
        except MemoryError:
            content = msgspec.msgpack.encode(Done(fault=Fault(words="the answer is too large; leave out options")))
        pipe.send_bytes(content)


def _be_modest() -> None:
    if hasattr(os, "nice"):
        os.nice(5)  # a page that only reads goes first
    try:
        import resource  # noqa: PLC0415  there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # without a limit the system's own holds
