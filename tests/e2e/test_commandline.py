# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The command line itself: what is wrong with it, and how it explains itself."""

import os
import subprocess
import unittest

from peerserver import PeerServer
from support import CLOSEOUTCTL, DONE, NOT_SENT, WRONG_USE, EndToEnd

COMMANDS = ("sandbox", "services", "service", "tasks", "complete", "journal", "json")

# What bash does on the tab key: bash -c OFFERED bash SCRIPT closeoutctl WORD...
OFFERED = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
function=$(complete -p closeoutctl | sed 's/.*-F \\([^ ]*\\).*/\\1/')
"$function" closeoutctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


class CommandLine(EndToEnd):
    def test_what_is_wrong_with_the_command_line(self):
        peer = self.serve(PeerServer())
        where = ["--url", peer.url]
        for arguments in ([], ["destroy"], ["complete"], ["complete", "customer", "1", *where],
                          ["complete", "service", *where],
                          ["complete", "service", "1", "2", *where],
                          ["complete", "task", "95", *where], ["service", "95", *where, "--colour"],
                          ["service", "95", "--url"], ["service", "95"],
                          ["tasks", "95", *where, "--state", "x"],
                          ["service", "95", *where, "--format", "xml"],
                          ["journal", "--last", "some"],
                          ["service", "95", *where, "--env", "Staging"], ["json", "burn"],
                          ["service", "95", *where, "--timeout", "soon"],
                          ["service", "95", *where, "--dialect", "9"],
                          ["service", "95", *where, "--timeout", "-1"]):
            with self.subTest(arguments):
                finished = self.expect(WRONG_USE, *arguments)
                self.assertEqual(finished.out, "")
                self.assertNotEqual(finished.err, "")
        self.assertEqual(peer.requests, [])

    def test_version(self):
        self.assertRegex(self.expect(DONE, "--version").out, r"^closeoutctl \d+\.\d+\.\d+\n$")

    def test_help(self):
        overview = self.expect(DONE, "help").out
        self.assertEqual(self.expect(DONE, "--help").out, overview)
        self.assertSays(overview, *COMMANDS, "as in “| head”")
        for command in COMMANDS:
            with self.subTest(command):
                text = self.expect(DONE, "help", command).out
                self.assertEqual(self.expect(DONE, command, "--help").out, text)
                self.assertSays(text, f"closeoutctl {command}", "example")
                prose = [line for line in text.splitlines() if " closeoutctl " not in line]
                self.assertLessEqual(max(map(len, prose)), 100)
        self.assertSays(self.expect(DONE, "help", "complete").out, "--disposition", "--keep-data",
                        "--dry-run", "--allow-duplicate-keys", "--even-if-completed", "--timestamp")

    def test_the_manual_page(self):
        page = self.expect(DONE, "help", "--man").out.replace("\\-", "-")
        self.assertSays(page, ".TH", ".SH NAME", ".SH SYNOPSIS", "--disposition", *COMMANDS, "64")

    def complete_words(self, *words):
        """What bash offers behind these words, which are as it takes them apart."""
        script = self.write("completion.bash", self.expect(DONE, "help", "--bash-completion").raw)
        path = f"{CLOSEOUTCTL.rpartition('/')[0]}:/usr/bin:/bin"
        ran = subprocess.run(["bash", "--norc", "-c", OFFERED, "bash", script, "closeoutctl",
                              *words], capture_output=True, text=True, cwd=self.scratch,
                             env=self.environment(more={"PATH": path}))
        self.assertEqual((ran.returncode, ran.stderr), (0, ""), ran)
        return [word for word in ran.stdout.splitlines() if word]

    def test_bash_completion(self):
        self.assertLessEqual(set(COMMANDS), set(self.complete_words("")))
        self.assertEqual(sorted(self.complete_words("serv")), ["service", "services"])
        self.assertEqual(sorted(self.complete_words("complete", "")), ["service", "state", "task"])
        self.assertIn("--disposition", self.complete_words("complete", "service", "1", "--disp"))
        self.assertEqual(sorted(self.complete_words("services", "--format", "")),
                         ["csv", "json", "jsonl", "markdown", "spreadsheet", "table"])

    def test_bash_completion_with_an_equals_sign(self):
        # As bash takes it apart, and as it does where "=" is no break between words.
        self.assertEqual(sorted(self.complete_words("services", "--format", "=", "js")),
                         ["json", "jsonl"])
        self.assertIn("table", self.complete_words("services", "--format", "="))
        self.assertEqual(self.complete_words("services", "--format=ma"), ["--format=markdown"])
        self.assertEqual(self.complete_words("services", "--url", "http", ":", "//x", "--format",
                                             "ta"), ["table"])

    def test_bash_completion_behind_options(self):
        for options in (["--config-dir", "/a b"], ["--config-dir", "=", "/a"], ["--url", "x"]):
            with self.subTest(options):
                self.assertEqual(sorted(self.complete_words(*options, "serv")),
                                 ["service", "services"])
                self.assertEqual(self.complete_words(*options, "complete", "ta"), ["task"])
                self.assertEqual(self.complete_words(*options, "tasks", "--state", "comp"),
                                 ["completed"])

    def test_bash_completion_of_files(self):
        for name in ("my ids.csv", "my=ids.csv", "other"):
            self.write(name, "1")
        self.assertEqual(self.complete_words("services", "--ids-from", "my i"), ["my ids.csv"])
        self.assertEqual(self.complete_words("services", "--ids-from", "my\\ i"), ["my ids.csv"])
        self.assertEqual(self.complete_words("services", "--ids-from", "=", "oth"), ["other"])
        self.assertEqual(self.complete_words("services", "--ids-from", "my", "=", "i"),
                         ["ids.csv"])
        self.assertEqual(self.complete_words("json", "check", "oth"), ["other"])
        self.assertEqual(self.complete_words("services", "--url", "oth"), [])  # is no file

    def test_options_before_and_behind_and_with_an_equals_sign(self):
        peer = self.serve(PeerServer())
        for arguments in (["95", "--url", peer.url], ["--url", peer.url, "95"],
                          [f"--url={peer.url}", "95"]):
            with self.subTest(arguments):
                self.expect(DONE, "service", *arguments)

    def test_options_before_the_command(self):
        peer = self.serve(PeerServer())
        for arguments in (["--url", peer.url, "service", "95"],
                          [f"--url={peer.url}", "--format", "json", "service", "95"],
                          ["--config-dir", str(self.config), "--url", peer.url, "complete",
                           "service", "95", "--dry-run"]):
            with self.subTest(arguments):
                ran = subprocess.run([CLOSEOUTCTL, *arguments], capture_output=True,
                                     env=self.environment())
                self.assertEqual(ran.returncode, DONE, ran)
        for arguments in (["--colour", "service", "95"], ["--url", peer.url],
                          ["--url", "service", "95"], ["--tasks", "service", "95"]):
            with self.subTest(arguments):
                self.assertNotEqual(self.expect(WRONG_USE, *arguments).err, "")

    def test_where_everything_is_kept(self):
        """Never silently in another place: the doubts are in the journal."""
        peer = self.serve(PeerServer())
        complete = [CLOSEOUTCTL, "complete", "service", "36981723", "--url", peer.url]
        usual = {name: value for name, value in self.environment().items() if name != "HOME"}
        home = str(self.scratch)
        for more, said in (({"HOME": home, "XDG_DATA_HOME": "data"}, "XDG_DATA_HOME"),
                           ({"HOME": home, "XDG_CONFIG_HOME": "./c"}, "XDG_CONFIG_HOME"),
                           ({"HOME": "home"}, "HOME"),
                           ({b"HOME": os.fsencode(home) + b"/\xe4"}, "HOME")):
            with self.subTest(more):
                ran = subprocess.run(complete, capture_output=True, cwd=self.scratch,
                                     env=usual | more)
                self.assertEqual(ran.returncode, NOT_SENT, ran)
                self.assertSays(ran.stderr.decode(), said, "--config-dir")
        self.assertEqual(list(self.scratch.iterdir()), [])
        self.assertEqual(peer.requests, [])
        ran = subprocess.run(complete, capture_output=True, env=usual | {
            "HOME": home, "XDG_DATA_HOME": home + "/kept"})
        self.assertEqual(ran.returncode, DONE, ran)
        self.assertTrue((self.scratch / "kept/closeout/journal.sqlite").exists())


if __name__ == "__main__":
    unittest.main()
