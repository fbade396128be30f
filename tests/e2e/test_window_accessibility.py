# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The whole window for somebody who has a keyboard and a screen reader: everything has a name, the
Tab key leads to everything and back, tables name their columns, what happens is announced."""

import unittest

import rawserver
from peerserver import PeerServer
from rawserver import on
from support import DONE
from window import WindowTest, pattern
from windowparts import GRIDS

SERVICE = "36981723"
FIELDS = ("text", "password text", "combo box", "spin box")
BUTTONS = ("push button", "toggle button", "button menu", "check box", "radio button", "menu item",
           "page tab")
CELLS = ("cell", "table cell", "tree item", "list item")
CONTROLS = FIELDS + BUTTONS + GRIDS
SPOKEN = ("notification", "alert")  # roles that a screen reader speaks when they are shown


def where(node):
    names = []
    while node:
        if node.name:
            names.insert(0, f"{node.role} “{node.name}”")
        node = node.parent
    return " › ".join(names[1:])


def is_inside(node, *roles):
    while node := node.parent:
        if node.role in roles:
            return True
    return False


def pane(node):
    """The part of the window that it is in: what stands in another one is not about it."""
    while node and not (node.role == "filler" and node.name):
        node = node.parent
    return node.name if node else None


def goes_back(place, place_after):
    x, y, width, height = place
    x2, y2, width2, height2 = place_after
    is_above = y2 + height2 <= y
    shares_column = x < x2 + width2 and x2 < x + width
    is_left = abs(y - y2) < min(height, height2) and x2 + width2 <= x
    return is_above and shares_column or is_left


class Accessibility(WindowTest):
    def setUp(self):
        super().setUp()
        self.server = self.serve(PeerServer())
        self.write_environments(
            {"name": "Staging", "url": self.server.url, "dialect": "8.5", "safety": "confirm"})

    def work(self):
        """The page of every day, with all there is on it."""
        self.server.services["95"].attached["Offer"] = '{"rate":1.10,"name":"caf\\u00e9"}'
        self.open("--env", "Staging")
        self.open_service("95")
        self.window.label("^Complete service 95$")
        self.window.key("ctrl+m")
        self.window.find("text", "Interaction")

    def ask(self):
        """With the keys that send: Return has opened the service in its form."""
        self.window.key("ctrl+Return")
        self.window.await_focus("push button", "Cancel")

    def shown(self):
        return [node for node in self.window.look().walk() if node.has("showing")]

    # Names

    def assertNamed(self):
        nameless = [f"{node.role} in {where(node)}" for node in self.shown()
                    if node.role in CONTROLS and not node.label]
        self.assertEqual(nameless, [])

    def assertCalledAsTheyAreLabelled(self):
        """What stands in the same line at the left of a field, or else close above it, is its name.
        """
        nodes = self.shown()
        labels = [(node.name, node.extents, pane(node)) for node in nodes
                  if node.role == "label" and node.name]
        wrong = []
        for field in nodes:
            if field.role not in FIELDS or is_inside(field, *FIELDS):
                continue
            x, y, _, height = field.extents
            middle = y + min(height, 32) // 2
            beside = [(place[0], name) for name, place, of in labels
                      if of == pane(field) and place[1] <= middle <= place[1] + place[3]
                      and x - 200 < place[0] + place[2] <= x + 2]
            if beside and field.label.rstrip(":") != max(beside)[1].rstrip(":"):
                wrong.append((field.label, max(beside)[1]))
        self.assertEqual(wrong, [])

    def assertTablesHaveHeaders(self):
        for grid in [node for node in self.shown() if node.role in ("table", "tree")]:
            columns = grid.columns
            self.assertEqual([name for name in columns if not name], [], grid)
            self.assertEqual(len(set(columns)), len(columns), grid)
            for number, name in enumerate(columns):
                header = grid.column_header(number)
                self.assertEqual((header.role, header.name), ("column header", name), grid)

    def assertGood(self):
        self.assertNamed()
        self.assertCalledAsTheyAreLabelled()
        self.assertTablesHaveHeaders()
        self.assertReachedByTab()

    # The Tab key

    def go_round(self, key):
        """What has the focus, one after the other, until it is where it began."""
        order = [self.stop(self.window.wait("a focus", self.window.focused))]
        self.places = {order[0]: order[0].extents}  # as they are reached: some are scrolled to
        while len(order) < 120:
            node = self.stop(self.leave(order[-1], key))
            if node in order:
                self.assertEqual(node, order[0], f"{key} is caught in {order}")
                return order
            self.assertTrue(node.has("showing"), f"{key} leads to {node}, which is not shown")
            order.append(node)
            self.places[node] = node.extents
        raise AssertionError(f"there is no end: {order}")

    def stop(self, node):
        """A grid is one stop, whichever of its cells has the focus, and so is a row of tabs."""
        if node.role == "page tab":
            return next(bar for bar in self.shown()
                        if bar.role == "page tab list" and bar.label == node.label)
        return node.owner_grid().look() if node.role in CELLS else node

    def leave(self, node, key):
        self.window.key(key)
        self.window.wait(f"{key} to lead away from {node}",
                         lambda: self.window.focused() not in (None, node), 20)
        return self.window.focused()

    def assertReachedByTab(self):
        self.go_round("Tab")  # a table has a current row from now on, and buttons that act on it
        nodes = self.shown()
        order = self.go_round("Tab")
        reached = set(order)
        missing = [where(node) for node in nodes
                   if node.role in CONTROLS and node.has("focusable", "enabled")
                   and not is_inside(node, *FIELDS, *GRIDS, "page tab list", "menu bar")
                   and not reached & self.same_stop(node, nodes)]
        self.assertEqual(missing, [])
        nameless = [node.role for node in order if not node.label]
        self.assertEqual(nameless, [], order)
        self.assertInReadingOrder(order)
        # A group of radio buttons is entered at its other end.
        back = self.go_round("shift+Tab")
        self.assertEqual([repr(node) for node in back[1:] if node.role != "radio button"],
                         [repr(node) for node in order[:0:-1] if node.role != "radio button"])

    def assertInReadingOrder(self, order):
        """From one to the next it goes right or down, or on to the top of another column.

        Where Tab has scrolled, it does so when it comes there or once all has been seen.
        """
        at_last = {node: node.extents for node in order}
        wrong = [f"{node} → {after}" for node, after in zip(order, order[1:])
                 if goes_back(self.places[node], self.places[after])
                 and goes_back(at_last[node], at_last[after])]
        self.assertEqual(wrong, [])

    @staticmethod
    def same_stop(node, nodes):
        """One of a group of radio buttons is enough; a combo box may hand on to its field."""
        if node.role == "radio button":
            return {other for other in nodes
                    if other.role == node.role and other.parent == node.parent}
        return set(node.walk()) if node.role in FIELDS else {node}

    # Pages

    def test_the_work_page(self):
        self.work()
        self.assertGood()
        for tab, key in (("Changes", "ctrl+shift+2"), ("Preview", "ctrl+shift+3")):
            with self.subTest(tab):
                self.window.key(key)
                self.window.wait(tab, lambda: tab in self.window.tabs_in_front())
                self.assertGood()
        self.window.quit()

    def test_a_chosen_moment(self):
        self.work()
        radio = self.window.focus(self.window.find("radio button", "Chosen"))
        self.window.key("space")
        moment = self.window.find("spin box", pattern("UTC"))
        self.assertNamed()
        self.assertEqual(self.leave(radio, "Tab"), moment)
        self.window.key(*["Tab"] * 7)  # its parts
        self.window.await_focus("check box", pattern("^More fields"))
        self.window.quit()

    def test_a_question_and_an_outcome(self):
        self.work()
        self.ask()
        self.assertGood()
        self.window.button("Complete Service", self.question)
        self.window.label("^Completed: service 95$")
        # It is read again and leaves the list; until then what Tab reaches changes.
        self.window.wait("service 95 to leave the list", lambda: not any(
            node.name == "95" for node in self.shown() if node.role == "table cell"))
        self.window.key("ctrl+alt+r")
        self.window.find("text", "Raw exchange", states=())
        self.assertGood()
        self.window.quit()

    def test_the_environments_page(self):
        self.open("--env", "Staging")
        self.window.key("ctrl+shift+e")
        self.window.find("text", "Name")
        self.assertGood()
        self.window.key("ctrl+shift+n")
        self.window.await_focus("text", "Name")
        self.assertGood()
        self.window.quit()

    def test_the_sandbox_page(self):
        self.open()
        self.window.key("ctrl+shift+s")
        self.window.find("push button", pattern("Start Afresh"))
        self.assertGood()
        self.window.quit()

    def test_the_sign_in(self):
        self.write_environments({"name": "Staging", "url": self.server.url, "user": "agent"})
        self.open("--env", "Staging")
        self.window.await_focus("text", pattern("^Password"))
        self.assertGood()
        self.window.quit()

    def test_the_command_palette(self):
        self.work()
        self.window.key("ctrl+k")
        self.window.await_focus("text", "Command")
        self.assertNamed()
        self.window.type("preview of the")
        commands = self.window.find("list", "Commands")
        self.window.wait("one command", lambda: [
            name for name in commands.rows() if "Preview of the Request" in name[0]]
            and len(commands.rows()) == 1)
        self.window.key("Return")
        self.window.find("text", "Request", states=())
        self.window.key("ctrl+k")
        self.window.await_focus("text", "Command")
        self.window.key("Escape")
        self.window.wait("the palette to go", lambda: not self.window.every("list", "Commands"))
        self.window.quit()

    def menu_items(self, menu=None, path=()):
        """(path, item) of all that can be chosen in the menus."""
        for item in (menu or self.window.menu_bar()).look(deep=True).children:
            if item.role != "menu item":
                continue
            here = (*path, item.name)
            below = next((child for child in item.children if child.role == "popup menu"), None)
            if below:
                yield from self.menu_items(below, here)
            else:
                yield here, item

    def test_the_menus(self):
        self.work()
        items = list(self.menu_items())
        self.assertGreater(len(items), 50)
        self.assertEqual([path for path, item in items if not item.name], [])
        names = [path for path, _ in items]
        self.assertEqual(len(set(names)), len(names), "two of the same name in one menu")
        self.window.key("alt+f")
        self.window.wait("the menu File", lambda: [
            item for item in self.window.menu_bar().children for menu in item.children
            if item.name == "File" and menu.has("showing")])
        self.window.key("Escape", "Escape")
        self.window.quit()

    def shortcuts(self):
        """(action, its keys) as the command palette tells them."""
        self.window.key("ctrl+k")
        self.window.await_focus("text", "Command")
        lines = [row[0] for row in self.window.find("list", "Commands").rows()]
        self.window.key("Escape")
        self.assertGreater(len(lines), 50)
        # Behind the keys: why it cannot be done now.
        return [(line.split("    ") + [""])[:2] for line in lines]

    def test_every_action_has_a_shortcut_of_its_own(self):
        self.work()
        actions = {}
        for action, keys in self.shortcuts():
            actions.setdefault(keys, []).append(action)
        self.assertEqual(actions.get("", []), [])
        self.assertEqual([both for both in actions.values() if len(both) > 1], [])
        # Letters with Alt could be those of a menu as well; Qt complains when they are pressed.
        for keys in actions:
            if len(keys) == len("Alt+A") and keys.startswith("Alt+"):
                self.window.key(keys.lower())
        self.window.quit()

    # What a screen reader does instead of a click

    def test_a_toggle_is_a_click(self):
        self.work()
        self.window.press("radio button", "Now")
        self.window.key("ctrl+shift+3")
        self.window.find("text", "Request", states=())
        self.window.says("moment of sending")
        self.window.press("check box", "Service Ids")
        self.window.label("^Service ids, one per line$")
        self.window.press("check box", pattern("^More fields"))
        self.window.wait("fewer fields", lambda: not self.window.every("text", "Interaction"))
        self.window.quit()

    def test_the_row_with_the_focus_is_selected(self):
        self.open("--env", "Staging")
        self.window.row(self.services, "95")
        for table, key in (("Services", "ctrl+3"), ("States and tasks", "ctrl+4")):
            self.window.key(key)
            table = self.window.find("table", table)
            self.window.key("Down")  # the focus alone chooses none
            self.window.wait(f"a row in {table}", lambda: any(
                cell.has("focused", "selected") for row in table.cells() for cell in row))
            self.window.key("Down", "Return")  # opens it, for the next table
        self.window.quit()

    def test_the_focus_is_told_of_where_it_is(self):
        """What is heard last is where a person goes on: not in a table that follows its newest."""
        self.work()
        self.window.fill("Description", "as before")
        field = self.window.focused()
        self.expect(DONE, "complete", "service", SERVICE, "--keep-data", "--env", "Staging", "--yes")
        self.window.key("F5")
        self.window.row(self.log, f"Service {SERVICE}", "Completed")
        self.assertEqual(self.window.focused(), field)
        self.window.quit()

    # Announcing

    def hear(self):
        self.heard = self.desk.listen("object:state-changed", "object:property-change")

    def assertAnnounced(self, *words):
        """Something whose role is spoken comes into sight, or is shown anew, and says so."""
        def announced():
            self.desk.dispatch()
            for node, event, detail, number, _ in list(self.heard):
                if (event, detail, number) == ("StateChanged", "showing", 1):
                    node.look()
                    if node.role in SPOKEN and all(word in node.name for word in words):
                        return node
            return None
        self.window.wait(f"an announcement of {words}", announced)
        self.heard.clear()

    def test_outcomes_are_announced(self):
        self.work()
        self.hear()
        self.ask()
        self.assertAnnounced("Complete 1 service (95)?", "Staging")
        self.window.button("Complete Service", self.question)
        self.assertAnnounced("Completed: service 95")
        self.window.quit()

    def test_the_count_of_services_is_announced(self):
        self.open("--env", "Staging")
        self.window.row(self.services, "95")
        self.hear()
        self.server.complete(SERVICE)
        self.window.key("ctrl+l")
        self.assertAnnounced("2 active service")
        self.window.quit()

    def test_failures_are_announced(self):
        self.work()
        self.hear()
        self.server.fault = on("GET", rawserver.broken)
        self.window.key("F5")
        self.assertAnnounced("could not be read")
        self.window.quit()


if __name__ == "__main__":
    unittest.main()
