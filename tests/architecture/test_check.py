#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""check.py itself: each rule is broken once in a small tree, and kept once."""

import tempfile
import unittest
from pathlib import Path

import check

LICENCE = ("// SPDX-FileCopyrightText: 2026 The Closeout developers\n"
           "// SPDX-License-Identifier: MIT\n\n")


def function(lines):
    return "int f(int a)\n{\n" + "    ++a;\n" * (lines - 3) + "}\n"


def includes(*headers):
    return "".join(f"#include {header}\n" for header in headers)


def uses(name, *headers):
    return {name: includes(*headers)}


CMAKE_LICENCE = LICENCE.replace("//", "#")

# The rooms of the small tree, and what the USES of each names.
ROOMS = {
    "contract": "", "json": "", "process": "",
    "edit": "json",
    "client": "contract json Qt6::Network",
    "environments": "contract json client",
    "journal": "contract json",
    "find": "contract json client",
    "close": "contract json client environments journal find",
    "sandbox": "contract json Qt6::Sql",
    "cli": "contract close sandbox",
    "ui/widgets": "contract",
    "ui/payload": "json ui_widgets",
    "ui/find": "find close ui_widgets",
    "ui/close": "close ui_payload ui_widgets",
    "ui": "journal ui_find ui_close ui_widgets",
}


def room(name, used):
    """The CMakeLists.txt of a room, and a file that uses all that it names."""
    words = [word if "::" in word else f"closeout_{word}" for word in used.split()]
    call = "closeout_ui_room" if name.startswith("ui/") else "closeout_room"
    text = f"{call}({name.split('/')[-1]}\n    SOURCES a.cpp # USES closeout_nothing\n"
    folder = name if name.startswith("ui") else f"app/{name}"
    headers = [f'"{word.replace("ui_", "ui/")}/connection.h"'
               for word in used.split() if "::" not in word]
    return {f"{folder}/CMakeLists.txt": f"{text}    USES {' '.join(words)})\n" if used
            else f"{text})\n",
            f"{folder}/used.h": includes(*headers)}


def house(**changed):
    """All rooms; changed: what the USES of some of them names instead ("ui_find" for ui/find)."""
    tree = {}
    for name, used in ROOMS.items():
        tree |= room(name, changed.get(name.replace("/", "_"), used))
    return tree


GOOD = {
    "house": {},
    "room itself": uses("app/json/a.cpp", '"json/b.h"', '"result.h"', "<QtCore/QString>",
                        "<vector>"),
    "allowed rooms": uses("app/close/a.cpp", '"journal/j.h"', '"find/f.h"', '"client/c.h"'),
    "the connection": uses("app/environments/a.h", '"client/connection.h"', "<QtCore/QFile>"),
    "command line": uses("app/cli/a.cpp", '"sandbox/s.h"', '"close/c.h"', "<QtCore/QFile>"),
    "window wires": uses("ui/mainwindow.cpp", '"ui/find/f.h"', '"ui/close/c.h"'),
    "payload in the form": uses("ui/close/a.cpp", '"ui/payload/p.h"', '"ui/widgets/w.h"'),
    "window": uses("ui/find/a.cpp", '"close/c.h"', '"ui/widgets/w.h"', "<QtWidgets/QLabel>"),
    "start of the window": uses("app/main.cpp", '"ui/mainwindow.h"', '"journal/j.h"'),
    "model": uses("ui/find/servicesmodel.h", "<QtCore/QAbstractTableModel>", "<QtGui/QBrush>"),
    "store": uses("app/sandbox/a.cpp", "<QtSql/QSqlQuery>", "<QtNetwork/QTcpServer>",
                  "<QtCore/QVariant>"),
    "folders of a room": uses("app/sandbox/demo/a.cpp", '"sandbox/operations/o.h"',
                              '"sandbox/http/handler.h"', '"sandbox/demo/d.h"', '"json/j.h"'),
    "beside the folders": uses("app/sandbox/server.cpp", '"sandbox/http/httpadapter.h"'),
    "certificate": uses("app/environments/a.cpp", "<QtNetwork/QSslCertificate>", '"a.moc"'),
    "keychain": uses("app/environments/a.cpp", "<qt6keychain/keychain.h>"),
    "words in comments": {"app/json/a.cpp": "// QJsonDocument sorts\n/* QMessageBox */\n"
                                            'const char *s = "processEvents";\n'},
    "the run sends": {"app/close/a.cpp": "auto r = client::complete(a, b, c);\n"},
    "one loop": {"app/cli/a.cpp": "QEventLoop loop;\n", "app/cli/b.cpp": "int i;\n"},
    "message box": {"ui/a.cpp": "QMessageBox box; QVariant v;\n"},
    "longest file": {"app/json/a.cpp": "int i;\n" * 597},
    "longest function": {"app/json/a.cpp": function(80)},
    "long table": {"app/json/a.cpp": "int table[] = {\n" + "    1,\n" * 200 + "};\n"},
    "long class": {"app/json/a.h": "class A\n{\n" + "    int f();\n" * 200 + "};\n"},
    "namespace": {"app/json/a.h": "namespace a\n{\n" + "int f(int a);\n" * 200 + "}\n"},
    "data": {"tests/data/a.cpp": "no licence", "app/json/a.h": ""},
}

BAD = {
    "upwards": (uses("app/json/a.h", '"contract/c.h"'), 'json must not use "contract/c.h"'),
    "sideways": (uses("app/sandbox/a.h", '"client/c.h"'), 'sandbox must not use "client/c.h"'),
    "folder of a room": (uses("app/sandbox/http/a.cpp", '"sandbox/operations/o.h"'),
                         'http must not use "sandbox/operations/o.h"'),
    "more than a header of a folder": (uses("app/sandbox/demo/a.cpp", '"sandbox/http/socket.h"'),
                                       'demo must not use "sandbox/http/socket.h"'),
    "unknown folder of a room": (uses("app/sandbox/misc/a.cpp", '"json/j.h"'),
                                 "misc is no folder of sandbox"),
    "journal sends": (uses("app/journal/a.h", '"client/c.h"'), "journal must not use"),
    "more than the connection": (uses("app/environments/a.h", '"client/transport.h"'),
                                 'environments must not use "client/transport.h"'),
    "sends past the run": ({"app/cli/a.cpp": "auto r = client::complete(a, b, c);\n"},
                           "client::complete would send past the run"),
    "posts on its own": ({"ui/a.cpp": "transport.write(client::WritePermit(), write);\n"},
                         "client::WritePermit would send past the run"),
    "window uses cli": (uses("ui/a.cpp", '"cli/c.h"'), 'ui must not use "cli/c.h"'),
    "start uses cli": (uses("app/main.cpp", '"cli/c.h"'), 'main must not use "cli/c.h"'),
    "not named": (uses("app/find/a.cpp", '"environments/e.h"'),
                  "its USES does not name environments"),
    "named and not used": ({"app/find/used.h": includes('"contract/c.h"', '"json/j.h"')},
                           "find: USES names client, and no file of it does"),
    "named and no room": (room("find", "contract json client nothing"),
                          "find: USES names nothing, which is no room"),
    "alone": (house(json="contract"), "json: stands alone and must not use contract"),
    "not to be taken out": (house(edit="json contract"), "edit: must not use contract"),
    "second reading": (house(sandbox="contract json find"), "sandbox: is a second reading"),
    "room below the window": (house(cli="close ui_find"), "cli: must not use ui/find"),
    "rooms of the window joined": (house(ui_find="find close ui_close"),
                                   "ui/find: must not use ui/close"),
    "payload for the form alone": (house(ui_find="find close ui_payload"),
                                   "ui/find: must not use ui/payload"),
    "room uses window": (uses("app/cli/a.cpp", '"ui/c.h"'), 'cli must not use "ui/c.h"'),
    "rooms of the window": (uses("ui/find/a.cpp", '"ui/close/c.h"'),
                            'ui/find must not use "ui/close/c.h"'),
    "room of the window uses it": (uses("ui/find/a.cpp", '"ui/mainwindow.h"'),
                                   'ui/find must not use "ui/mainwindow.h"'),
    "unknown room of the window": (uses("ui/misc/a.cpp", '"ui/widgets/w.h"'),
                                   "ui/misc is no room"),
    "relative way out": (uses("app/json/a.cpp", '"../client/c.h"'), "json must not use"),
    "unknown room": (uses("app/misc/a.cpp", '"json/b.h"'), "misc is no room"),
    "network": (uses("app/contract/a.cpp", "<QtNetwork/QTcpSocket>"), "contract must not use"),
    "SQL": (uses("app/json/a.cpp", "<QtSql/QSqlQuery>"), "json must not use"),
    "file": (uses("app/json/a.cpp", "<QtCore/QFile>"), "json must not use <QtCore/QFile>"),
    "C file": (uses("app/contract/a.cpp", "<fstream>"), "contract must not use <fstream>"),
    "disk in client": (uses("app/client/a.cpp", "<QtCore/QSaveFile>"), "client must not use"),
    "network in journal": (uses("app/journal/a.cpp", "<QtNetwork/QTcpSocket>"), "journal must not"),
    "sending": (uses("app/environments/a.cpp", "<QtNetwork/QNetworkAccessManager>"),
                "environments"),
    "Gui": (uses("app/close/a.cpp", "<QtGui/QColor>"), "close must not use <QtGui/QColor>"),
    "Widgets": (uses("app/cli/a.cpp", "<QtWidgets/QLabel>"), "cli must not use"),
    "SQL in the window": (uses("ui/a.cpp", "<QtSql/QSqlTableModel>"), "ui must not use"),
    "sending in the window": (uses("ui/a.cpp", "<QtNetwork/QNetworkAccessManager>"), "ui must not"),
    "widget in a model": (uses("ui/find/servicesmodel.cpp", "<QtWidgets/QStyle>"),
                          "a model must not"),
    "short form": (uses("app/json/a.cpp", "<QString>"), "instead of <QString>"),
    "whole module": (uses("app/json/a.cpp", "<QtCore>"), "instead of <QtCore>"),
    "lower-case form": (uses("ui/a.cpp", "<qstring.h>"), "instead of <qstring.h>"),
    "lower-case header": (uses("ui/a.cpp", "<QtCore/qstring.h>"), "instead of <QtCore/qstring.h>"),
    "in quotes": (uses("app/main.cpp", '"QtCore/QString"'), 'must not use "QtCore/QString"'),
    "QJson": ({"ui/a.cpp": "QJsonObject o;\n"}, "QJsonObject loses"),
    "QJson header": (uses("app/cli/a.cpp", "<QtCore/QJsonDocument>"), "QJsonDocument loses"),
    "QVariant": ({"app/close/a.cpp": "QVariant v;\n"}, "QVariant loses"),
    "QVariantMap": ({"app/sandbox/a.cpp": "QVariantMap m;\n"}, "QVariantMap loses"),
    "message box": ({"app/close/a.cpp": "QMessageBox box;\n"}, "QMessageBox belongs in ui"),
    "nested loop": ({"app/client/a.cpp": "QEventLoop loop;\n"}, "QEventLoop belongs"),
    "processEvents": ({"app/cli/a.cpp": "qApp->processEvents();\n"}, "processEvents belongs in ui"),
    "two loops": ({"app/cli/a.cpp": "QEventLoop a;\n", "app/cli/b.cpp": "QEventLoop b;\n"},
                  "one event loop"),
    "long file": ({"tests/a.cpp": "int i;\n" * 598, "app/json/a.h": ""},
                  "601 lines, 600 are allowed"),
    "long function": ({"app/json/a.cpp": function(81)}, "a.cpp:4: a function of 81 lines"),

                       "long method": ({"app/json/a.cpp": "class A\n{\n    void f(int a)\n    {\n"
                     + "        ++a;\n" * 80 + "    }\n};\n"}, "a function of 83 lines"),
    "long constructor": ({"app/json/a.cpp": "A::A()\n    : m_a(1)\n{\n" + "    f();\n" * 80
                          + "}\n"}, "a function of 84 lines"),
    "no licence": ({"tests/json/CMakeLists.txt": "x\n"}, "SPDX"),
}


class CheckTest(unittest.TestCase):
    def grow(self, root, tree):
        for name, text in tree.items():
            path = Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            is_room = "closeout_" in text
            is_ours = path.suffix in (".cpp", ".h") and not name.startswith("tests/data")
            licence = CMAKE_LICENCE if is_room else LICENCE if is_ours else ""
            path.write_text(licence + text)

    def breaches(self, tree):
        with tempfile.TemporaryDirectory() as root:
            self.grow(root, house() | tree)
            return check.check(root)

    def test_good_trees(self):
        for name, tree in GOOD.items():
            with self.subTest(name):
                self.assertEqual(self.breaches(tree), [])

    def test_bad_trees(self):
        for name, (tree, message) in BAD.items():
            with self.subTest(name):
                breaches = self.breaches(tree)
                self.assertEqual(len(breaches), 1, breaches)
                self.assertIn(message, breaches[0])

    def test_rings(self):
        ring = {"contract": [], "find": ["close"], "close": ["journal"], "journal": ["find"]}
        self.assertEqual(list(check.check_table(ring)),
                         [f"{name}: uses itself by way of others"
                          for name in ["find", "close", "journal"]])

    def test_an_empty_tree(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertEqual(check.check(root), [f"{root}: there is no room here to check"])

    def test_sources_without_licence(self):
        for name in ["app/json/b.cpp", "ui/b.h", "tests/a.py", "dev"]:
            with self.subTest(name), tempfile.TemporaryDirectory() as root:
                self.grow(root, house())
                Path(root, name).parent.mkdir(parents=True, exist_ok=True)
                Path(root, name).write_text("int i;\n")
                self.assertEqual(check.check(root), [f"{name}: the two SPDX lines are missing"])


if __name__ == "__main__":
    unittest.main()
