#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""check.py itself: each gap once, and a catalogue without any."""

import tempfile
import unittest
from pathlib import Path

import check


def catalogue(message, language="de"):
    return (f'<TS version="2.1" language="{language}"><context><name>C</name>'
            f"{message}</context></TS>")


def message(source, translation, attributes=""):
    return f"<message{attributes}><source>{source}</source>{translation}</message>"


PLURAL = ' numerus="yes"'
FORMS = "<translation><numerusform>{}</numerusform><numerusform>{}</numerusform></translation>"

GOOD = [
    message("Save", "<translation>Sichern</translation>"),
    message("%1 of %2", "<translation>%2, davon %1</translation>"),
    message("%n service(s)", FORMS.format("ein Service", "%n Services"), PLURAL),
]

BAD = {
    "unfinished": message("Save", '<translation type="unfinished"></translation>'),
    "vanished": message("Save", '<translation type="vanished">Sichern</translation>'),
    "empty": message("Save", "<translation></translation>"),
    "other places": message("%1 of %2", "<translation>%1</translation>"),
    "is empty": message("%n service(s)", FORMS.format("ein Service", ""), PLURAL),
}


class Gaps(unittest.TestCase):
    def gaps(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "c.ts"
            path.write_text(text, encoding="utf-8")
            return list(check.gaps(path))

    def test_nothing_is_missing(self):
        for good in GOOD:
            self.assertEqual(self.gaps(catalogue(good)), [], good)

    def test_each_gap_is_found(self):
        for said, bad in BAD.items():
            found = self.gaps(catalogue(bad))
            self.assertEqual(len(found), 1, bad)
            self.assertIn(said, found[0])

    def test_english_plurals_are_plurals(self):
        lazy = message("%n service(s)", FORMS.format("%n service(s)", "%n services"), PLURAL)
        self.assertEqual(len(self.gaps(catalogue(lazy, "en"))), 1)


if __name__ == "__main__":
    unittest.main()
