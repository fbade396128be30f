# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Eight programs at once want the same targets, one after the other, with one journal: one of them
ends a target, and the others say who has it. CLOSEOUT_LONG=1 goes on for minutes."""

import collections
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
import unittest
import urllib.request

from rawserver import Recorder
from support import DONE, NOT_SENT, EndToEnd, Finished

PROGRAMS = 8
TARGETS = 200
SECONDS = 60 if "CLOSEOUT_LONG" in os.environ else 12
# What tells a program that somebody else has the target, or had it.
CAUSES = {"under-way", "shown-open", "already-completed"}


class TwoAtOnce(EndToEnd):
    def setUp(self):
        super().setUp()
        self.sandbox = self.sandbox("--store", ":memory:", "--seed", str(TARGETS))
        self.recorder = self.serve(Recorder(self.sandbox.port))
        self.url = self.sandbox.url.replace(str(self.sandbox.port), str(self.recorder.port))
        self.causes = collections.Counter()

    def targets(self):
        """Open services, for as long as it is to go on."""
        listed = self.expect(DONE, "services", "--url", self.sandbox.url, "--format", "json")
        until = time.monotonic() + SECONDS
        for service in listed.json():
            if time.monotonic() > until:
                return
            yield service["service_id"]

    def all_at(self, service, insistence=(), killed_after=lambda number: None):
        """(process id, Finished) of each program. The odd ones insist; some are killed."""
        command = ("complete", "service", service, "--disposition", "10", "--url", self.url,
                   "--format", "json")
        running = []
        for number in range(PROGRAMS):
            process = self.start(*command, *insistence * (number % 2), stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            running.append(process)
            if (seconds := killed_after(number)) is not None:
                threading.Timer(seconds, process.kill).start()
        finished = []
        for process in running:
            out, err = process.communicate(timeout=100)
            finished.append((process.pid, Finished(command, process.returncode, out, err)))
        return finished

    def ends(self):
        """How often each service was ended."""
        paths = (re.search(r"/services/([^/]+)/end$", post.path) for post in self.recorder.posts)
        return collections.Counter(path.group(1) for path in paths)

    def entries(self):
        listed = self.expect(DONE, "journal", "--last", "10000", "--format", "json").json()
        entries = collections.defaultdict(list)
        for entry in listed:
            entries[entry["service_id"]].append(entry)
        return entries

    def is_ended(self, service):
        with urllib.request.urlopen(f"{self.sandbox.url}/services/{service}") as answer:
            return "completed" in json.loads(answer.read())

    def check_losers(self, winner, losers):
        for _, loser in losers:
            self.assertEqual(loser.code, NOT_SENT, f"\n{loser}")
            report, = loser.json()
            self.assertIn(report["cause"], CAUSES, f"\n{loser}")
            self.assertFalse(report["sent"], f"\n{loser}")
            self.causes[report["cause"]] += 1
            if report["cause"] == "under-way":
                self.assertSays(loser.err, "is being ended at this moment", f"process {winner}")
            else:
                self.assertSays(loser.err, "completed")

    def test_one_of_eight_ends_it(self):
        winners = {}
        for service in self.targets():
            finished = self.all_at(service, ("--even-if-unknown",))  # it is known who has it
            won = [(pid, each) for pid, each in finished if each.code == DONE]
            self.assertEqual(len(won), 1, "\n".join(str(each) for _, each in finished))
            (winners[service], _), = won
            self.check_losers(winners[service], [each for each in finished if each not in won])
        self.assertEqual(self.ends(), collections.Counter(winners.keys()))
        entries = self.entries()
        self.assertEqual({service: [(e["outcome"], e["process"]) for e in of]
                          for service, of in entries.items()},
                         {service: [("completed", pid)] for service, pid in winners.items()})
        print(f"{self.id()}: {len(winners)} targets, {PROGRAMS} programs at each; the losers were "
              f"told {dict(self.causes)}", file=sys.stderr)
        self.assertGreater(self.causes["under-way"], 0)

    def test_some_of_eight_are_killed(self):
        chance = random.Random(2026)
        said, left = {}, collections.Counter()
        for service in self.targets():
            finished = self.all_at(service, killed_after=lambda number: (
                chance.uniform(0.02, 0.3) if number < PROGRAMS - 2 else None))
            said[service] = collections.Counter(each.code for _, each in finished)
        while self.recorder.is_busy():
            time.sleep(0.01)
        ends, entries = self.ends(), self.entries()
        for service, codes in said.items():
            known = [entry["outcome"] for entry in entries[service]]
            story = f"{service}: {dict(codes)}, {ends[service]} ends, the journal says {known}"
            self.assertLessEqual(ends[service], 1, story)
            self.assertLessEqual(codes[DONE], ends[service], story)
            self.assertLessEqual(known.count("completed"), ends[service], story)
            self.assertLessEqual(ends[service],
                                 known.count("completed") + known.count("unknown"), story)
            self.assertEqual(self.is_ended(service), ends[service] > 0, story)
            left[f"{ends[service]} ends, {', '.join(sorted(known)) or 'no entry'}"] += 1
        print(f"{self.id()}: {len(said)} targets; left were {dict(left)}", file=sys.stderr)


if __name__ == "__main__":
    unittest.main()
