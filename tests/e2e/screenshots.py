# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The pictures of the manual, taken of the real window:  python3 screenshots.py FOLDER

Needs CLOSEOUT and CLOSEOUTCTL as the tests do. The troubles are those that the tests make."""

import os
import re
import sys
import unittest
from pathlib import Path

from test_window_troubles import Troubles  # which takes a picture of each
from window import WindowTest

ENVIRONMENTS = [
    {"name": "Production", "url": "https://gms.example.com:8443/genesys/1/cs", "dialect": "8.5",
     "user": "supervisor", "safety": "confirm-count", "colour": "#b3261e",
     "headers": ["ContactCenterId: 1"]},
    {"name": "Staging", "url": "https://gms.staging.example.com/genesys/1/cs", "dialect": "8.5",
     "user": "supervisor", "safety": "confirm", "colour": "#b26a00"},
    {"name": "Old cluster", "url": "http://cs81.example.com:9080", "dialect": "8.1",
     "safety": "read-only", "colour": "#5c6bc0"},
]


class Pictures(WindowTest):
    """With keys alone, because they are the same in every language."""

    def start(self, appearance="light", language="en", **environment):
        self.settle(appearance=appearance, language=language)
        self.open(environment=environment)
        self.window.label("^40[0-9] ")

    def open_service_by_keys(self, service_id="36981723"):
        self.window.key("ctrl+f")
        self.window.await_focus("text", re.compile("."))
        self.window.type(service_id)
        self.window.label("^1 ")  # the list has followed what was typed
        self.window.key("Down")
        self.window.await_focus(re.compile("table|cell"), re.compile("."))
        self.window.key("Return")
        self.window.label(f"[^:]{service_id}")
        self.window.key("ctrl+f", "Escape")

    def fill_in(self):
        self.window.key("ctrl+5")
        form = self.window.await_focus("combo box", re.compile("."))
        self.window.type("10")
        self.window.key("Tab")
        self.window.wait("the description", lambda: self.window.focused() not in (None, form))
        self.window.type("SUCCESS")
        self.window.label("^7/64$")

    def main_window(self, name, **settings):
        self.start(**settings)
        self.open_service_by_keys()
        self.fill_in()
        self.picture(name)
        self.window.kill()

    def test_main_window(self):
        for appearance in ("light", "dark"):
            for language in ("en", "de"):
                self.main_window(f"main-{appearance}-{language}", appearance=appearance,
                                 language=language)

    def test_high_contrast(self):
        self.main_window("main-high-contrast-en", appearance="high-contrast")

    def test_attached_data(self):
        self.start()
        self.open_service_by_keys()
        self.fill_in()
        self.window.key("ctrl+shift+1")
        tree = self.window.find("tree", "Attached data")
        self.window.focus(self.window.find("page tab list", "Tree"))
        self.window.tab_to(tree)
        self.window.key("Home")
        self.window.wait("the first row", lambda: tree.cells()[0][0].has("focused"))
        self.window.key("Insert")
        self.window.enter("Key", "Survey")
        self.window.enter("Value of Survey", "{")
        self.window.await_focus("tree item", re.compile("^Survey, object"))
        self.window.key("shift+Insert")
        self.window.enter("Key", "question1")
        self.window.enter("Value of question1", "7")
        self.window.await_focus("tree item", re.compile("^question1, number"))
        self.picture("attached-data")
        self.window.key("Home")
        self.window.wait("the first row", lambda: tree.cells()[0][0].has("focused"))
        self.window.key("Delete")
        self.window.key("ctrl+shift+2")
        self.window.find("table", "Changes of attached data")
        self.picture("changes")
        self.window.key("ctrl+shift+3")
        self.window.find("text", "Request", states=())
        self.picture("preview")
        self.window.key("ctrl+Return")
        self.window.await_focus("push button", "Cancel")
        self.picture("confirmation")
        self.window.button("Complete Service", self.question)
        self.window.label("^Completed: service 36981723$")
        self.window.key("ctrl+6", "ctrl+alt+r")
        self.window.find("text", "Raw exchange", states=())
        self.picture("journal")
        self.window.kill()

    def test_environments(self):
        self.write_environments(*ENVIRONMENTS)
        self.start()
        self.window.key("ctrl+shift+e")
        self.window.find("text", "Name")
        self.window.focus(self.window.find("text", "Name"))
        self.picture("environments")
        self.window.kill()

    def test_sandbox(self):
        self.start()
        self.window.key("ctrl+shift+s")
        self.window.find("push button", re.compile("Start Afresh"))
        self.picture("sandbox")
        self.window.kill()

    def test_command_palette(self):
        self.start()
        self.open_service_by_keys()
        self.window.key("ctrl+k")
        self.window.await_focus("text", "Command")
        self.window.type("copy")
        self.window.wait("few commands", lambda: len(
            self.window.find("list", "Commands").rows()) < 12)
        self.picture("command-palette")
        self.window.kill()


class LargePictures(Pictures):
    """At 200 %."""

    size = (2560, 1600)

    def test_main_window(self):
        self.main_window("main-light-en-200", QT_SCALE_FACTOR="2")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: screenshots.py FOLDER")
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["CLOSEOUT_PICTURES"] = str(folder)
    load = unittest.TestLoader().loadTestsFromTestCase
    tests = [load(Pictures), LargePictures("test_main_window"), load(Troubles)]
    sys.exit(not unittest.TextTestRunner().run(unittest.TestSuite(tests)).wasSuccessful())


if __name__ == "__main__":
    main()
