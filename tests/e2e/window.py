# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Drives the real window as a person with a keyboard and a screen reader does.

A Window is one run of the program on a Desk, read through AT-SPI; a WindowTest has both. The
program's path comes in CLOSEOUT.
"""

import functools
import os
import re
import subprocess
import tempfile
import types
from pathlib import Path

from support import EndToEnd
from windowdesk import Desk
from windowparts import ACCESSIBLE, DEADLINE, GRIDS, Gone, wait

pattern = re.compile
BUS_IS_SLOW = pattern(r"^(QSpiApplication::keyEventError|.*contacting registry).*\.NoReply\b"
                      r"|^QSpiApplication::notifyKeyboardListenerCallback with no queued key called")
SHORTCUTS = {"Services": "ctrl+3", "States and tasks": "ctrl+4", "Journal": "ctrl+6"}


class Window:
    """One run of closeout. Whatever it prints on standard error is in errors()."""

    def __init__(self, desk, config, *options, environment=None):
        self.desk = desk
        self._heard = desk.listen("object:state-changed:focused")
        self._focused = None
        self._errors = tempfile.TemporaryFile()
        self.process = desk.run(
            os.environ["CLOSEOUT"], "--config-dir", str(config), *options, stderr=self._errors,
            environment=desk.environment | {"HOME": str(config.parent)} | (environment or {}))
        self.program = self.wait("the window", self._find_program)
        self.frame = self.wait("a window that takes keys", self._find_frame)

    def _find_program(self):
        for program in self.desk.programs():
            try:
                if self.desk.process_id(program.owner) == self.process.pid:
                    return program
            except Gone:  # another one ends just now
                continue
        return None

    def _find_frame(self):
        for node in self.program.look().children:
            if node.role == "frame" and node.has("active", "showing"):
                return node
        return None

    # Ending

    def errors(self):
        """Without what Qt says of an accessibility bus that is slow to answer on a busy machine."""
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").splitlines(keepends=True)
        return "".join(line for line in lines if not BUS_IS_SLOW.search(line))

    def quit(self):
        self.menu("File", "Quit")
        self.ended()

    def ended(self):
        """It has ended by itself, with nothing to complain about."""
        code = self.process.wait(DEADLINE)
        if code != 0 or self.errors():
            raise AssertionError(f"closeout ended with {code} and said:\n{self.errors()}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._errors.close()

    # Finding

    def wait(self, what, condition, seconds=DEADLINE):
        def alive():
            if self.process.poll() is not None:
                raise AssertionError(f"closeout ended with {self.process.returncode} while a test "
                                     f"waited for {what}; it said:\n{self.errors()}")
            return condition()
        return wait(what, alive, seconds)

    def look(self):
        """All that is shown at this moment, without cells."""
        return self.wait("a moment of rest", self.program.look)

    def every(self, role, name=None, under=None):
        """Those that are shown. name: all of it, or a pattern that is found in it."""
        found = []
        for node in (under or self.program).look().walk():
            if said(node.role, role) and node.has("showing") and (
                    name is None or said(node.label, name)):
                found.append(node)
        return found

    def find(self, role, name=None, under=None, states=("enabled",), seconds=DEADLINE):
        def first():
            return next((node for node in self.every(role, name, under) if node.has(*states)), None)
        wanted = f"{' '.join(states)} {role} “{getattr(name, 'pattern', name) or ''}”"
        return self.wait(wanted, first, seconds)

    def label(self, pattern, under=None):
        """The first label that says so."""
        return self.find("label", re.compile(pattern), under, states=())

    def words(self, under=None):
        """All labels that are shown, a line each."""
        return "\n".join(node.name for node in (under or self.program).look().walk()
                         if node.role == "label" and node.name)

    def says(self, *parts, under=None, seconds=DEADLINE):
        """The labels that are shown say all of this, in whatever order and case."""
        def said_all():
            now = self.words(under).lower()
            return all(part.lower() in now for part in parts)
        self.wait(f"words with {parts}", said_all, seconds)

    def focused(self):
        """What a screen reader was told last to have the focus: an editor in a cell is in no tree.
        """
        self.desk.dispatch()
        told = [node for node, event, detail, number, _ in self._heard
                if (event, detail, number) == ("StateChanged", "focused", 1)]
        self._heard[:] = []
        self._focused = told[-1] if told else self._focused
        try:
            return self._focused and self._focused.look()
        except Gone:
            return None

    def tabs_in_front(self):
        """Qt says of the chosen tab that it has the focus, and not that it is selected."""
        return [tab.name for tab in self.every("page tab") if tab.has("focused")]

    def respond(self, seconds=2):
        """It answers an accessibility request in time."""
        try:
            self.frame.bus.ask([self.frame.question(ACCESSIBLE, "GetRoleName")], seconds)
        except Gone as error:
            raise AssertionError(f"the window does not answer: {error}") from error

    # Acting

    def press(self, role, name, under=None):
        node = self.find(role, name, under)
        node.press()
        return node

    def button(self, name, under=None):
        return self.press("push button", name, under)

    def menu(self, *path):
        """Chooses what is in a menu, by the words of the way to it; it must be usable."""
        item = self.menu_item(*path)
        if not item.has("enabled"):
            raise AssertionError(f"{path} cannot be chosen now: {item.description}")
        item.press()

    def menu_bar(self):
        return next(node for node in self.frame.look().children if node.role == "menu bar")

    def menu_item(self, *path):
        def follow():
            node = self.menu_bar()
            for step in path:
                items = node.look(deep=True).children
                menus = [child for item in items for child in [item, *item.children]]
                node = next((item for item in menus if said(item.name, step)), None)
                if node is None:
                    return None
                node = next((child for child in node.children if child.role == "popup menu"), node)
            return node
        return self.wait(f"the menu {path}", follow)

    def focus(self, node):
        """A grid has no action for it, but a shortcut in the menu Go."""
        if node.role in GRIDS and node.name in SHORTCUTS:
            self.key(SHORTCUTS[node.name])
        else:
            node = node.look().field
            node.focus()
        self.wait(f"the focus in {node}", lambda: node.look().has("focused"))
        return node

    def await_focus(self, role, name):
        """Something that is called so gets the focus by itself."""
        def come():
            node = self.focused()
            return node and said(node.role, role) and said(node.label, name) and node
        return self.wait(lambda: f"the focus in {role} “{getattr(name, 'pattern', name)}”, "
                         f"it is in {self.focused()}", come)

    def tab_to(self, node, most=10):
        for _ in range(most):
            before = self.focused()
            self.key("Tab")
            self.wait(f"the focus to leave {before}", lambda: self.focused() != before)
            if node.look().has("focused"):
                return
        raise AssertionError(f"{most} times Tab do not lead to {node}")

    def key(self, *keys):
        """Real keys, as xdotool calls them: ctrl+Return."""
        self.desk.xdotool("key", *keys)

    def type(self, text):
        """Types and waits until it is there: while somebody listens, Qt asks the accessibility bus
        about each key before it goes to a field, and shortcuts overtake them."""
        field = self.wait("a focus", self.focused).field
        self.type_secret(text)
        self.wait(lambda: f"“{text}” at the end of “{field.text}” in {field}",
                  lambda: field.text.endswith(text))

    def type_secret(self, text):
        """What is in a field for passwords cannot be read."""
        self.desk.xdotool("type", "--delay", "4", "--", text)

    def fill(self, label, text):
        """Types into the field with this label, in place of what is in it."""
        field = self.focus(self.find(re.compile("text|combo box|spin box"), label))
        self.await_focus(re.compile("text|combo box|spin box"), label)
        self.key("ctrl+a")
        self.type(text)
        self.wait(f"“{text}” in {field}", lambda: field.text == text)

    def enter(self, name, text):
        """Into an editor that comes by itself, with Return at the end."""
        self.await_focus("text", name)
        self.key("ctrl+a")
        self.type(text)
        self.key("Return")

    def row(self, table, *parts):
        """(number, texts) of the first row that has each of these texts in a cell."""
        def first():
            for number, texts in enumerate(table.rows()):
                if all(part in texts for part in parts):
                    return number, texts
            return None
        return self.wait(f"a row with {parts} in {table}", first)

    def select(self, table, *parts):
        """Makes that row current, with the keyboard."""
        number, texts = self.row(table, *parts)
        self.focus(table)
        self.key("ctrl+Home", *["Down"] * number)
        self.wait(f"row {number} to be current",
                  lambda: any(cell.has("focused") for cell in table.cells()[number]))
        return texts


def said(text, wanted):
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return text == wanted


class WindowTest(EndToEnd):
    """A desk for the class, a window for each test. What fails says what was in the window."""

    size = (1280, 800)

    def __init__(self, name="runTest"):
        super().__init__(name)
        test = getattr(self, name)

        @functools.wraps(test)
        def told(_):
            try:
                test()
            except Exception as error:
                raise self.failureException(f"{error}\n{self.seen()}") from error
        setattr(self, name, types.MethodType(told, self))

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.desk = Desk(*cls.size)
        cls.addClassCleanup(cls.desk.stop)

    def setUp(self):
        super().setUp()
        self.window = None
        self.config.mkdir()
        self.settle(appearance="light", language="en")

    def settle(self, **settings):
        """The settings of the window, before it starts."""
        lines = [f"{key}={value}\n" for key, value in settings.items()]
        (self.config / "window.ini").write_text("[General]\n" + "".join(lines))

    def open(self, *options, password=None, environment=None):
        secret = {"CLOSEOUT_PASSWORD": password} if password is not None else {}
        self.window = Window(self.desk, self.config, *options,
                             environment=secret | (environment or {}))
        self.addCleanup(self.window.kill)
        return self.window

    def picture(self, name):
        """For the manual; only when a folder for pictures is given."""
        folder = os.environ.get("CLOSEOUT_PICTURES")
        if not folder:
            return
        path = Path(folder) / f"{name}.png"
        before = None
        for _ in range(6):  # something may still move, a progress bar for ever
            now = self.desk.picture(path)
            if now == before:
                return
            before = now

    def seen(self):
        if self.window is None:
            return "There was no window yet."
        picture = Path(tempfile.gettempdir()) / f"{self.id()}.png"
        lines = [f"closeout has said: {self.window.errors() or 'nothing'}"]
        try:
            self.desk.picture(picture)
            lines.append(f"A picture of the desk is {picture}")
            if self.window.process.poll() is None:
                lines.append(self.window.look().tree())
        except (Gone, subprocess.SubprocessError) as error:
            lines.append(f"There is no more to see: {error}")
        return "\n".join(lines)

    # The panes, by what they are called

    @property
    def question(self):
        """Where a completion is confirmed: what is around its first button."""
        return self.window.find("push button", "Cancel").parent

    @property
    def services(self):
        return self.window.find("table", "Services")

    @property
    def children(self):
        return self.window.find("table", "States and tasks")

    @property
    def log(self):
        return self.window.find("table", "Journal")

    def show(self, words):
        """Only the services whose rows have these words."""
        self.window.find("text", "Filter").write(words)

    def open_service(self, service_id):
        self.window.select(self.services, service_id)
        self.window.key("Return")
        self.window.label(f"^Service {re.escape(service_id)}( ·|$)")

