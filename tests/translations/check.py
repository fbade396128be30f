#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Checks that the catalogues say all that the sources say, and no more.

    check.py ROOT        prints one line for each gap; the exit code is 1 if there is any
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLACES = re.compile(r"%(?:L?\d+|n)")


def texts(translation):
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def gaps(catalogue):
    """What is missing in a catalogue, or wrong in it."""
    root = ElementTree.parse(catalogue).getroot()
    plain_source = root.get("language") == "en"
    for context in root.findall("context"):
        for message in context.findall("message"):
            source = message.findtext("source") or ""
            where = f"{Path(catalogue).name}: {context.findtext('name')}: “{source[:60]}”"
            translation = message.find("translation")
            state = translation.get("type")
            if state in ("unfinished", "vanished", "obsolete"):
                yield f"{where} is {state}"
                continue
            for text in texts(translation):
                if not text.strip():
                    yield f"{where} is empty"
                elif not same_places(source, text, message.get("numerus") == "yes"):
                    yield f"{where} has other places for values: “{text[:60]}”"
                elif plain_source and "(s)" in text:
                    yield f"{where} is no plural: “{text[:60]}”"


def same_places(source, text, is_plural):
    wanted, found = set(PLACES.findall(source)), set(PLACES.findall(text))
    # One may be said in words: “one service”.
    return wanted == found or (is_plural and wanted - {"%n"} == found - {"%n"})


def updated(root, folder):
    """The catalogues as they would be if they were brought up to date now."""
    for catalogue in sorted((root / "translations").glob("*.ts")):
        shutil.copy(catalogue, folder)
    subprocess.run([root / "translations" / "update.sh", folder], check=True)
    return sorted(Path(folder).glob("*.ts"))


def check(root):
    with tempfile.TemporaryDirectory() as folder:
        catalogues = updated(Path(root), folder)
        if not catalogues:
            return [f"{root}: there are no catalogues"]
        return [gap for catalogue in catalogues for gap in gaps(catalogue)]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    found = check(sys.argv[1])
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
