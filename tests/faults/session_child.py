"""Runs sessions, each in a fork of itself with its own fault. Started with the shim preloaded, by ``failing_calls``.

One request per line of standard input, one answer per line of standard output, both JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.faults.sessions import SESSIONS

LONGEST_S = 30


def main() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.write(json.dumps(_run_apart(request)) + "\n")
        sys.stdout.flush()


def _run_apart(request: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        signal.alarm(LONGEST_S)
        _run(request, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = told.read().splitlines()
    _, status = os.waitpid(child, 0)
    return {"told": [json.loads(line) for line in lines], "status": os.waitstatus_to_exitcode(status)}


def _run(request: dict[str, Any], pipe: int) -> None:
    shim = ctypes.CDLL(None)
    shim.faults_counted.restype = ctypes.c_long

    def tell(kind: str, value: object) -> None:
        os.write(pipe, (json.dumps([kind, value]) + "\n").encode())

    root = os.fsencode(request["root"])
    shim.faults_arm(root, request["kinds"], request["error"], ctypes.c_long(request["nth"]), request["from_on"])
    try:
        SESSIONS[request["session"]](Path(request["root"]), lambda step: tell("step", step))
    except BaseException:  # noqa: BLE001 - whatever a person would have seen as a crash
        tell("crash", traceback.format_exc())
    tell("counted", shim.faults_counted())


if __name__ == "__main__":
    main()
