# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What a screen reader sees: the objects of the accessibility bus, over D-Bus itself. The libraries
above it keep copies, and a test must see what is there now."""

import time

from gi.repository import Gio, GLib

DEADLINE = 60  # seconds; a busy machine is slow
PAUSE = 0.05  # between two looks

STATES = (
    "invalid active armed busy checked collapsed defunct editable enabled expandable expanded "
    "focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque "
    "pressed resizable selectable selected sensitive showing single-line stale transient vertical "
    "visible manages-descendants indeterminate required truncated animated invalid-entry "
    "supports-autocompletion selectable-text is-default visited checkable has-popup read-only"
).split()
GRIDS = ("table", "tree", "list")  # of cells, which may be many
LABELLED_BY = 2  # AtspiRelationType

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
TABLE = "org.a11y.atspi.Table"
TEXT = "org.a11y.atspi.Text"
NOTHING = "/org/a11y/atspi/null"


class Gone(Exception):
    """What was asked is no longer there."""


def wait(what, condition, seconds=DEADLINE):
    """What condition() returns, as soon as that is true."""
    ends = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except Gone:
            value = None
        if value:
            return value
        if time.monotonic() > ends:
            raise AssertionError(f"waited {seconds} s for {what() if callable(what) else what}")
        time.sleep(PAUSE)


class Bus:
    """A D-Bus connection for many questions at a time."""

    def __init__(self, address):
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def call(self, name, path, interface, method, arguments=None, seconds=DEADLINE):
        return self.ask([(name, path, interface, method, arguments)], seconds)[0]

    def ask(self, questions, seconds=DEADLINE):
        """What each (name, path, interface, method, arguments) returns; Gone if one fails."""
        answers, left = [None] * len(questions), len(questions)

        def take(connection, result, place):
            nonlocal left
            left -= 1
            try:
                answers[place] = connection.call_finish(result).unpack()
            except GLib.Error as error:
                answers[place] = error

        for place, (name, path, interface, method, arguments) in enumerate(questions):
            self._connection.call(name, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NO_AUTO_START, int(seconds * 1000), None, take,
                                  place)
        context = GLib.MainContext.default()
        while left > 0:
            context.iteration(True)
        for answer, question in zip(answers, questions):
            if isinstance(answer, GLib.Error):
                raise Gone(f"{answer.message} ({question[3]})")
        return [answer[0] if answer else None for answer in answers]

    def post(self, name, path, interface, method, arguments=None):
        """Does not wait: what it starts may go on for long, a menu that is open for example."""
        self._connection.call(name, path, interface, method, arguments, None,
                              Gio.DBusCallFlags.NO_AUTO_START, DEADLINE * 1000, None, None)

    def subscribe(self, interface, take):
        self._connection.signal_subscribe(
            None, interface, None, None, None, Gio.DBusSignalFlags.NONE,
            lambda _, sender, path, _interface, member, arguments:
                take(sender, path, member, arguments.unpack()))

    def dispatch(self):
        while GLib.MainContext.default().iteration(False):
            pass

    def close(self):
        self._connection.close_sync(None)


class Accessible:
    """One object of the window. Role, name, states and children are as they were when it was read;
    look() reads again."""

    def __init__(self, bus, owner, path, parent=None):
        self.bus, self.owner, self.path, self.parent = bus, owner, path, parent
        self.role, self.name, self.states, self.children = "", "", frozenset(), []

    def __eq__(self, other):
        return isinstance(other, Accessible) and (
            (self.owner, self.path) == (other.owner, other.path))

    def __hash__(self):
        return hash((self.owner, self.path))

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    # Reading

    def question(self, interface, method, arguments=None):
        return (self.owner, self.path, interface, method, arguments)

    def ask(self, interface, method, arguments=None, seconds=DEADLINE):
        return self.bus.ask([self.question(interface, method, arguments)], seconds)[0]

    def property_question(self, interface, name):
        return self.question(PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))

    def read(self, interface, name):
        return self.bus.ask([self.property_question(interface, name)])[0]

    def look(self, deep=False):
        """Reads it and what is shown below it. deep: cells and what is not shown as well."""
        read_all(self.bus, [self], deep)
        return self

    @property
    def description(self):
        return self.read(ACCESSIBLE, "Description")

    @property
    def text(self):
        return self.ask(TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))

    @property
    def extents(self):
        """x, y, width, height on the screen."""
        return self.ask(COMPONENT, "GetExtents", GLib.Variant("(u)", (0,)))

    @property
    def label(self):
        """What a person reads beside it. The name of a combo box is what is chosen in it: there it
        is the name of the field inside, or of the label that belongs to it."""
        if self.role == "combo box":
            fields = [child for child in self.children if child.role == "text" and child.name]
            labels = [Accessible(self.bus, *target).look()
                      for kind, targets in self.ask(ACCESSIBLE, "GetRelationSet")
                      for target in targets if kind == LABELLED_BY]
            return " ".join(node.name for node in fields or labels)
        return self.name

    @property
    def field(self):
        """What takes the text: of a combo box it is inside."""
        return next((node for node in self.walk() if node.role == "text"), self)

    def has(self, *states):
        return all(state in self.states for state in states)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def tree(self, indent=0):
        """Role, name and the states that tell something, a line for each object."""
        telling = ("focused", "checked", "selected", "expanded", "busy", "read-only")
        told = [state for state in telling if state in self.states]
        if self.states and "enabled" not in self.states:
            told.append("disabled")
        line = f"{'  ' * indent}{self.role} “{self.name}”{' ' if told else ''}{' '.join(told)}\n"
        if not self.name and self.role in ("filler", "panel", "split pane", "layered pane"):
            line, indent = "", indent - 1
        return line + "".join(child.tree(indent + 1) for child in self.children
                              if child.has("showing"))

    # Cells

    def owner_grid(self):
        """What a cell is in."""
        return Accessible(self.bus, *self.read(ACCESSIBLE, "Parent"))

    def column_header(self, column):
        header = self.ask(TABLE, "GetColumnHeader", GLib.Variant("(i)", (column,)))
        return Accessible(self.bus, *header).look()

    @property
    def columns(self):
        count = self.read(TABLE, "NColumns")
        return self.bus.ask([self.question(TABLE, "GetColumnDescription",
                                           GLib.Variant("(i)", (column,)))
                             for column in range(count)])

    def cells(self, most=200):
        """A list of Accessibles for each of the first rows."""
        rows, columns = self.bus.ask([self.property_question(TABLE, "NRows"),
                                      self.property_question(TABLE, "NColumns")])
        rows = min(rows, most)
        places = [(row, column) for row in range(rows) for column in range(columns)]
        found = self.bus.ask([self.question(TABLE, "GetAccessibleAt", GLib.Variant("(ii)", place))
                              for place in places])
        cells = [Accessible(self.bus, *reference, parent=self) for reference in found]
        read_each(self.bus, cells)
        return [cells[row * columns:(row + 1) * columns] for row in range(rows)]

    def rows(self, most=200):
        return [[cell.name for cell in row] for row in self.cells(most)]

    # Acting

    def press(self):
        """Its first action: what a click does."""
        self.bus.post(*self.question(ACTION, "DoAction", GLib.Variant("(i)", (0,))))

    def focus(self):
        self.ask(COMPONENT, "GrabFocus")

    def write(self, text):
        """Puts a text in place of what is in it, as dictation does."""
        self.ask(EDITABLE_TEXT, "SetTextContents", GLib.Variant("(s)", (text,)))


def read_each(bus, nodes):
    """Role, name and states of each, without children."""
    answers = bus.ask([question for node in nodes for question in (
        node.question(ACCESSIBLE, "GetRoleName"), node.property_question(ACCESSIBLE, "Name"),
        node.question(ACCESSIBLE, "GetState"))])
    for place, node in enumerate(nodes):
        role, name, (low, high) = answers[3 * place:3 * place + 3]
        bits = low | high << 32
        node.role, node.name = role, name
        node.states = frozenset(state for bit, state in enumerate(STATES) if bits >> bit & 1)


def read_all(bus, nodes, deep):
    """Level by level, so that a window is read with a few dozen waits and not with thousands."""
    while nodes:
        read_each(bus, nodes)
        opened = [node for node in nodes if deep or (
            node.role not in GRIDS and (node.has("showing") or node.role == "application"))]
        for node in nodes:
            node.children = []
        below = bus.ask([node.question(ACCESSIBLE, "GetChildren") for node in opened])
        nodes = []
        for node, references in zip(opened, below):
            node.children = [Accessible(bus, *reference, parent=node)
                             for reference in references if reference[1] != NOTHING]
            nodes += node.children
