"""What a screen reader gets: run by the system's Python, which has AT-SPI, beside the program in practice.

``read_screen.py PYTHON``: starts the program with that interpreter, works it through actions of the accessibility bus
alone, and writes what was heard as one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

import gi  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the system's own

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: E402

PATIENCE_S = 60
HEARD: list[str] = []
Found = TypeVar("Found")


def on_said(event: Atspi.Event) -> None:
    HEARD.append(str(event.any_data))


def wait(what: Callable[[], Found]) -> Found | None:
    """Let the bus work until there is something. What goes away while it is read is looked for once more."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        with suppress(GLib.GError):
            found = what()
            if found:
                return found
        time.sleep(0.1)
    return None


def shown(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """The node and all below it that is on the screen."""
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from shown(child)


def told(node: Atspi.Accessible) -> dict[str, object]:
    """One thing as it would be read."""
    states = node.get_state_set()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "focused": states.contains(Atspi.StateType.FOCUSED),
        "checked": states.contains(Atspi.StateType.CHECKED),
        "actions": [node.get_action_name(number) for number in range(node.get_n_actions())],
    }


def whole(window: Atspi.Accessible) -> list[dict[str, object]]:
    return wait(lambda: [told(node) for node in shown(window)]) or []


def find(window: Atspi.Accessible, role: str, name: str) -> Atspi.Accessible:
    def look() -> Atspi.Accessible:
        for node in shown(window):
            if node.get_role_name() == role and node.get_name().startswith(name):
                return node
        return None

    found = wait(look)
    if found is None:
        sys.exit(f"nothing is heard of a {role} {name!r}; heard: {[(n['role'], n['name']) for n in whole(window)]}")
    return found


def press(window: Atspi.Accessible, role: str, name: str) -> None:
    node = find(window, role, name)
    names = [node.get_action_name(number) for number in range(node.get_n_actions())]
    wanted = next(number for number, one in enumerate(names) if one in ("Press", "Toggle"))
    node.do_action(wanted)


def work(window: Atspi.Accessible) -> dict[str, object]:
    """A new report to its second question, then a setting of the desk."""
    find(window, "push button", "New report")
    found: dict[str, object] = {"title": window.get_name(), "today": whole(window)}
    press(window, "push button", "New report")
    find(window, "push button", "Go on")
    found["question"] = whole(window)
    press(window, "radio button", "Advocate with")
    node = find(window, "radio button", "Advocate with")
    found["is_chosen"] = bool(wait(lambda: node.get_state_set().contains(Atspi.StateType.CHECKED)))
    before = {one["name"] for one in whole(window) if one["role"] == "radio button"}
    press(window, "push button", "Go on")
    wait(lambda: {one["name"] for one in whole(window) if one["role"] in ("radio button", "check box")} - before)
    found["next_question"] = whole(window)
    press(window, "push button", "Desk")
    press(window, "radio button", "10 minutes")
    wait(lambda: any("Kept" in one for one in HEARD))
    found["desk"] = whole(window)
    found["said"] = HEARD
    return found


def main() -> None:
    Atspi.set_timeout(PATIENCE_S * 1000, PATIENCE_S * 1000)  # a press is answered when its screen is made
    listener = Atspi.EventListener.new(on_said)
    listener.register("object:announcement")
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
    program = subprocess.Popen([sys.argv[1], "-m", "ui", "--practice"], env=environment, stdout=subprocess.DEVNULL)
    try:
        desktop = Atspi.get_desktop(0)
        window = wait(lambda: next((one for one in windows_of(desktop)), None))
        if window is None:
            sys.exit("the program did not come to the accessibility bus")
        sys.stdout.write("\n" + json.dumps(work(window)))  # the bus writes lines of its own before
    finally:
        program.kill()
        program.wait()


def windows_of(desktop: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_name() == "forthright":
            yield from (program.get_child_at_index(one) for one in range(program.get_child_count()))


main()
