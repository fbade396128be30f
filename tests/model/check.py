# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Has spin go through every state of fence.pml, and find what is wrong with each of its mutants.

CLOSEOUT_LONG=1 takes the largest case as well: 12 million states, about a minute.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

MODEL = Path(__file__).with_name("fence.pml")
CASES = [{"ATTEMPTS": 2, "CRASHES": 2, "INSISTENCES": 0},
         {"ATTEMPTS": 1, "CRASHES": 2, "INSISTENCES": 1}]
LARGEST = {"ATTEMPTS": 2, "CRASHES": 2, "INSISTENCES": 1}
MUTANTS = ("NO_CLAIM", "SEND_FIRST", "LOST_IS_FAILED", "NO_MARK", "LATE_WORD", "BELIEVE_OPEN")


class Fence(unittest.TestCase):
    def setUp(self):
        for tool in ("spin", "gcc"):
            self.assertTrue(shutil.which(tool), f"{tool} is missing; ./dev test installs it")
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_in_folder(self, *command):
        ran = subprocess.run(command, cwd=self.folder.name, text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
        self.assertEqual(ran.returncode, 0, f"{command}\n{ran.stdout}")
        return ran.stdout

    def explore(self, *definitions):
        """What spin says of the model with these definitions."""
        self.run_in_folder("spin", "-a", *definitions, str(MODEL))
        self.run_in_folder("gcc", "-w", "-O1", "-DSAFETY", "-DCOLLAPSE", "-o", "pan", "pan.c")
        said = self.run_in_folder("./pan", "-m100000")
        self.assertNotIn("max search depth too small", said)
        return said

    def trail(self, *definitions):
        """The steps to what was found, the last of them."""
        steps = self.run_in_folder("spin", "-t", "-p", "-g", *definitions, str(MODEL))
        return "\n".join(steps.splitlines()[-80:])

    def test_the_fence_holds(self):
        for case in CASES + [LARGEST] * ("CLOSEOUT_LONG" in os.environ):
            definitions = [f"-D{name}={value}" for name, value in case.items()]
            said = self.explore(*definitions)
            states = re.search(r"(\d+) states, stored", said).group(1)
            print(f"{' '.join(definitions)}: {states} states", file=sys.stderr)
            if "errors: 0" not in said:
                self.fail(f"{said}\n{self.trail(*definitions)}")
            # Of a step that cannot be reached nothing is shown; to insist is one, where none may.
            unreached = re.search(r"proctype Program(?:\n\t/.*)*\n\t\((\d+) of", said).group(1)
            self.assertEqual(int(unreached), case["INSISTENCES"] == 0, said)

    def test_every_mutant_is_found(self):
        for mutant in MUTANTS:
            with self.subTest(mutant):
                said = self.explore(f"-D{mutant}", "-DINSISTENCES=0")
                self.assertIn("assertion violated", said)


if __name__ == "__main__":
    unittest.main()
