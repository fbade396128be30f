# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Every point at which closeoutctl can die, or be let down by the system, while it ends something.

strace kills it, or makes a call fail, at the Nth call of a kind, for every N there is. Then it is
looked whether the server got one end at most, whether all that was said is true, and whether what
was not sent can be sent and what is not known can be found out.

The points are calls on the journal's files, and of the rest those of the main thread, which sends
the end; the other threads only read. Locks are no points: they go with the process.

CLOSEOUT_LONG=1 takes every pair of a point and a point of the run after it, else a sample is taken.
CLOSEOUT_REPLAY='service pwrite64 17 SIGKILL' plays that alone, as a failure prints it.
"""

import collections
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import time
import unittest
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from rawserver import Recorder
from support import CLOSEOUTCTL, DONE, NOT_SENT, REFUSED, UNKNOWN, EndToEnd, Finished

KILLED = -9
# The Nth call of a kind in a run of the program is what this befalls: SIGKILL or an error number;
# with a "+" all calls from the Nth on.
Fault = collections.namedtuple("Fault", "call nth effect")

FILE_CALLS = ("pwrite64", "fdatasync", "openat", "ftruncate", "unlink", "fchown", "mkdir")
CHANGES = ("pwrite64", "fdatasync", "unlink", "connect")  # what others can see
KILLS = [("service", call, "SIGKILL") for call in FILE_CALLS + ("write", "connect", "socket")]
KILLS += [("task", call, "SIGKILL") for call in CHANGES]
ERRORS = [("service", "pwrite64", "EIO"), ("task", "pwrite64", "ENOSPC+"),
          ("service", "fdatasync", "EIO"), ("task", "fdatasync", "EIO+"),
          ("service", "ftruncate", "EIO"), ("service", "unlink", "EIO"),
          ("service", "mkdir", "ENOSPC"), ("service", "openat", "ENOSPC"),
          ("service", "openat", "EMFILE"), ("task", "openat", "EMFILE+"),
          ("service", "socket", "EMFILE+"), ("service", "connect", "ECONNREFUSED"),
          ("task", "connect", "ENETUNREACH+")]
SAMPLE = 40  # pairs


class Scene:
    """A target of its own at the sandbox and a journal of its own, and what becomes of both."""

    def __init__(self, world, target, faults):
        self.world, self.target, self.faults = world, target, faults
        self.config = world.scratch / f"config-{next(world.numbers)}"
        self.log = self.config.with_suffix(".strace")
        if target == "task":  # into a journal that is there; the service's is yet to be made
            shutil.copytree(world.config, self.config)
        self.recorder = Recorder(world.sandbox.port)
        url = world.sandbox.url
        self.url = url.replace(str(world.sandbox.port), str(self.recorder.port))
        self.service = world.start_service()
        self.record_url = f"{url}/services/{self.service}"
        self.completing = ["complete", target, self.service]
        if target == "task":
            self.record_url += "/tasks/0"
            self.completing.append("0")
        self.completing += ["--disposition", "10", "--url", self.url, "--format", "json"]
        self.told = {}  # entry of the journal -> outcome, as it was told last

    def settling(self, entry):
        return ["journal", "settle", str(entry), "--url", self.url]

    # Running

    def run(self, arguments, before=()):
        arguments = [*arguments, "--config-dir", str(self.config)]
        ran = subprocess.run([*before, CLOSEOUTCTL, *arguments], capture_output=True, timeout=100,
                             stdin=subprocess.DEVNULL, env=self.world.environment())
        # What was sent arrives, though its sender is dead.
        deadline = time.monotonic() + 20
        while self.recorder.is_busy():
            assert time.monotonic() < deadline, "the sandbox does not let go"
            time.sleep(0.001)
        return Finished(arguments, ran.returncode, ran.stdout, ran.stderr)

    def suffer(self, arguments, fault):
        """A run that meets the fault; whether it did."""
        effect, more = fault.effect.rstrip("+"), "+" if fault.effect.endswith("+") else ""
        what = "signal=SIGKILL" if effect == "SIGKILL" else f"error={effect}"
        strace = ["strace", "-qq", "-o", str(self.log), "-e", f"trace={fault.call}",
                  "-e", f"inject={fault.call}:{what}:when={fault.nth}{more}"]
        if fault.call in FILE_CALLS:
            for end in ("", "-wal", "-shm", "-journal", ".sending", ".lock"):
                strace += ["-P", str(self.config / f"journal.sqlite{end}")]
            strace += ["-P", str(self.config)]
        posts = self.posts()
        finished = self.run(arguments, strace)
        if finished.code != KILLED and arguments[0] == "complete":
            self.check_report(finished, self.posts() - posts)
        log = self.log.read_text(errors="replace")
        was_met = "(INJECTED)" in log or "killed by SIGKILL" in log
        if was_met and any("POST" in line for line in log.splitlines()[-2:]):
            self.world.seen["before the end itself"] += 1
        return was_met

    # What is

    def posts(self):
        return len(self.recorder.posts)

    def is_ended(self):
        return "completed" in self.world.get(self.record_url)

    def outcomes(self):
        finished = self.run(["journal", "--format", "json"])
        assert finished.code == DONE, f"the journal cannot be read:\n{finished}"
        return {entry["entry"]: entry["outcome"] for entry in finished.json()
                if self.service in entry["target"]}

    # What must be

    def check_truth(self):
        """What the journal says, which is true; the doubts are its entries of unknown outcome."""
        posts, ended, known = self.posts(), self.is_ended(), self.outcomes()
        said = collections.Counter(known.values())
        assert posts <= 1, f"{posts} ends were sent"
        assert ended == (posts == 1), f"{posts} ends were sent, ended: {ended}"
        assert set(said) <= {"completed", "unknown", "failed", "held"}, said
        assert said["completed"] <= posts, f"{posts} ends were sent, the journal says {known}"
        assert posts <= said["completed"] + said["unknown"], f"one was sent, it says {known}"
        for entry, outcome in self.told.items():
            assert entry in known, f"entry {entry} is lost, which was {outcome}"
            assert outcome in ("unknown", known[entry]), f"{entry}: {outcome}, now {known[entry]}"
        self.told = known
        return [entry for entry, outcome in known.items() if outcome == "unknown"]

    def check_report(self, finished, posts):
        """What a program said that ended by itself, and that had sent so many."""
        assert finished.raw, f"nothing on standard output:\n{finished}"
        report, = finished.json()
        outcome, entry = report["outcome"], report["entry"]
        codes = {"completed": (DONE, UNKNOWN), "unknown": (UNKNOWN,), "failed": (REFUSED,),
                 "held": (NOT_SENT, REFUSED), "skipped": (NOT_SENT,)}
        assert finished.code in codes[outcome], f"\n{finished}"
        assert outcome != "completed" or posts == 1, f"\n{finished}"
        assert posts == 0 or outcome in ("completed", "unknown"), f"one was sent:\n{finished}"
        assert posts == 0 or report["sent"], f"one was sent:\n{finished}"
        if entry and finished.code != UNKNOWN:  # which says that the journal may lack the outcome
            self.told[entry] = outcome

    def recover(self):
        """Whoever comes next sends what was not sent, and finds out what is not known."""
        doubts, ended, posts = self.check_truth(), self.is_ended(), self.posts()
        self.world.seen[", ".join([*self.told.values(), "ended" if ended else "open"])] += 1
        finished = self.run(self.completing)
        self.check_report(finished, self.posts() - posts)
        want = NOT_SENT if ended or doubts else DONE
        assert finished.code == want, f"not {want}, ended: {ended}, doubts: {doubts}\n{finished}"
        assert self.posts() - posts == (want == DONE), f"{self.posts()} were sent\n{finished}"
        for doubt in doubts:
            settled = self.run(self.settling(doubt))
            assert settled.code == (DONE if ended else UNKNOWN), f"\n{settled}"
        self.check_truth()

    def play(self):
        """Whether the last of the faults was met."""
        was_met = False
        try:
            for number, fault in enumerate(self.faults):
                doubts = self.check_truth() if number else []
                was_met = self.suffer(self.settling(doubts[0]) if doubts else self.completing,
                                      fault)
            self.recover()
        except Exception as error:
            line = " | ".join(" ".join(map(str, fault)) for fault in self.faults)
            self.world.failures.append(f"CLOSEOUT_REPLAY='{self.target} {line}'\n"
                                       f"{type(error).__name__}: {error}")
        self.recorder.stop()
        shutil.rmtree(self.config, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        return was_met


class CrashPoints(EndToEnd):
    def setUp(self):
        super().setUp()
        tried = subprocess.run("strace -qq -o /dev/null true", shell=True, capture_output=True)
        self.assertEqual(tried.returncode, 0, "strace does not work here, so nothing is shown. "
                         "./dev test installs it; a container must be allowed to use it (docker "
                         "run --cap-add SYS_PTRACE).\n" + tried.stderr.decode())
        self.sandbox = self.sandbox("--store", ":memory:", "--seed", "0")
        self.numbers, self.failures, self.seen = itertools.count(), [], collections.Counter()
        self.points = collections.Counter()
        self.expect(DONE, "complete", "task", self.start_service(), "1", "--url", self.sandbox.url)

    # The sandbox

    @staticmethod
    def get(request):
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def start_service(self):
        """Its id; it has the tasks 0 and 1."""
        def start(path):
            return self.get(urllib.request.Request(
                f"{self.sandbox.url}/{path}/start", b'{"contact_key":"whoever"}',
                {"Content-Type": "application/json"}))
        service = start("services")["service_id"]
        for _ in range(2):
            start(f"services/{service}/tasks")
        return service

    # Playing

    def play(self, target, *faults):
        """Whether the last of the faults was met."""
        was_met = Scene(self, target, faults).play()
        self.points[" | ".join(f"{fault.call} {fault.effect}" for fault in faults)] += was_met
        return was_met

    def series(self, target, call, effect, first=()):
        """Every point of a kind; how many there are."""
        for nth in itertools.count(1):
            if len(self.failures) > 3 or not self.play(target, *first, Fault(call, nth, effect)):
                return nth - 1

    def side_by_side(self, play, jobs):
        began = time.monotonic()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda job: play(*job), jobs))
        print(f"{self.id()}: {sum(self.points.values())} points in {time.monotonic() - began:.0f} s"
              f"\n  points: {dict(self.points)}\n  left: {dict(self.seen)}", file=sys.stderr)
        if self.failures:
            self.fail("\n".join(["", *self.failures]))
        return results

    def test_killed_at_every_point(self):
        self.side_by_side(self.series, KILLS)
        # How often threads wake each other differs from run to run, so the end may be missed.
        for _ in range(10):
            if not self.seen["before the end itself"]:
                self.side_by_side(self.series, [("service", "write", "SIGKILL")])
        for state in ("before the end itself", "open", "unknown, open", "unknown, ended",
                      "completed, ended"):
            self.assertGreater(self.seen[state], 0, state)

    def test_every_call_that_fails(self):
        self.side_by_side(self.series, ERRORS)

    def test_killed_again_in_the_run_after_it(self):
        if "CLOSEOUT_LONG" in os.environ:
            firsts = [(target, call, nth) for target, call, effect in KILLS if call in CHANGES
                      for nth in range(1, 1 + self.series(target, call, effect))]
            jobs = [(target, call, "SIGKILL", (Fault(first, nth, "SIGKILL"),))
                    for target, first, nth in firsts for call in CHANGES]
            self.side_by_side(self.series, jobs)
            return
        chance = random.Random(2026)
        pairs = [("task", *(Fault(call, chance.randint(1, most), "SIGKILL")
                            for call, most in (("pwrite64", 43), chance.choice(
                                [("pwrite64", 9), ("fdatasync", 3), ("connect", 2)]))))
                 for _ in range(SAMPLE)]
        met = self.side_by_side(self.play, pairs)
        self.assertGreater(sum(met), SAMPLE / 2)  # others had nothing left to write

    def test_of_a_failure(self):
        line = os.environ.get("CLOSEOUT_REPLAY", "service write 1 SIGKILL")
        target, _, faults = line.partition(" ")
        faults = [fault.split() for fault in faults.split(" | ")]
        self.side_by_side(self.play, [(target, *(Fault(call, int(nth), effect)
                                                 for call, nth, effect in faults))])


if __name__ == "__main__":
    unittest.main()
