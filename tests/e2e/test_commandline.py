# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The command line itself: what is wrong with it, and how it explains itself."""

import subprocess
import unittest

from peerserver import PeerServer
from support import CLOSEOUTCTL, DONE, WRONG_USE, EndToEnd

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
        self.assertSays(overview, *COMMANDS)
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
        """What bash offers behind these words."""
        script = self.write("completion.bash", self.expect(DONE, "help", "--bash-completion").raw)
        path = f"{CLOSEOUTCTL.rpartition('/')[0]}:/usr/bin:/bin"
        ran = subprocess.run(["bash", "--norc", "-c", OFFERED, "bash", script, "closeoutctl",
                              *words], capture_output=True, text=True,
                             env=self.environment(more={"PATH": path}))
        self.assertEqual((ran.returncode, ran.stderr), (0, ""), ran)
        return [word.strip() for word in ran.stdout.split()]

    def test_bash_completion(self):
        self.assertLessEqual(set(COMMANDS), set(self.complete_words("")))
        self.assertEqual(sorted(self.complete_words("serv")), ["service", "services"])
        self.assertEqual(sorted(self.complete_words("complete", "")), ["service", "task"])
        self.assertIn("--disposition", self.complete_words("complete", "service", "1", "--disp"))
        self.assertEqual(sorted(self.complete_words("services", "--format", "")),
                         ["csv", "json", "jsonl", "markdown", "table"])

    def test_options_before_and_behind_and_with_an_equals_sign(self):
        peer = self.serve(PeerServer())
        for arguments in (["95", "--url", peer.url], ["--url", peer.url, "95"],
                          [f"--url={peer.url}", "95"]):
            with self.subTest(arguments):
                self.expect(DONE, "service", *arguments)


if __name__ == "__main__":
    unittest.main()
