# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Runs closeoutctl as the process it is. The program's path comes in CLOSEOUTCTL."""

import base64
import json
import os
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

from http11 import header

CLOSEOUTCTL = os.environ["CLOSEOUTCTL"]
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

DONE, REFUSED, UNKNOWN, NOT_SENT, WRONG_USE = 0, 1, 2, 3, 64  # exit codes

# "Complete Service" 8.5 and "Complete Task" 8.1, their examples as a command line
SERVICE_EXAMPLE = [
    "complete", "service", "36981723", "--timestamp", "2009-05-12T12:05:12.145Z",
    "--set", "interaction_id=123ABCAADFJ1259ACF", "--set", "media_type=1",
    "--set", "resource_id=5005", "--set", "resource_type=2",
    "--disposition", "10", "--disposition-desc", "SUCCESS",
    "--data", str(SAMPLES / "complete-service.json")]
TASK_EXAMPLE = [
    "complete", "task", "95", "3", "--set", "interaction_id=0000CSS0FXZUP6UR",
    "--set", "state_id=24", "--disposition", "10", "--disposition-desc", "SUCCESS",
    "--data", str(SAMPLES / "complete-task.json")]


def clean_environment(home):
    kept = {name: value for name, value in os.environ.items()
            if name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")}
    # No session bus, so no keychain; one short attempt at names that do not exist.
    return kept | {"HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris",
                   "RES_OPTIONS": "attempts:1 timeout:2"}


def full_disk(room):
    """What a child does before it starts: from then on no file may grow beyond room bytes."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    return limit


class Finished:
    """What a run of the program left: code, out and err as text, raw as its standard output."""

    def __init__(self, arguments, code, out, err):
        self.arguments, self.code, self.raw = arguments, code, out
        self.out, self.err = out.decode(errors="replace"), err.decode(errors="replace")

    def json(self):
        return json.loads(self.raw)

    def __str__(self):
        return (f"closeoutctl {' '.join(self.arguments)}\nexit {self.code}\n"
                f"--- standard output\n{self.out}\n--- standard error\n{self.err}")


class Sandbox:
    """closeoutctl sandbox, started and ready. It is steered as its README says."""

    def __init__(self, *options, home, environment=None, timeout=30):
        self.arguments = ["sandbox", "--port", "0", *options]
        self._errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [CLOSEOUTCTL, *self.arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self._errors, env=clean_environment(home) | (environment or {}))
        self.ready_line = self._read_line(timeout)
        self.url = self.ready_line.removeprefix("Listening on ").strip()
        self._headers = {"Content-Type": "application/json"}

    def _read_line(self, timeout):
        ends, line, pipe = time.monotonic() + timeout, b"", self.process.stdout.fileno()
        while not line.endswith(b"\n"):
            if not select.select([pipe], [], [], max(0, ends - time.monotonic()))[0]:
                self.process.kill()
                raise AssertionError(f"no ready line after {timeout} s, but {line!r}")
            data = os.read(pipe, 1)
            if not data:
                code = self.process.wait()
                raise AssertionError(f"the sandbox ended with {code}: {self.errors()}")
            line += data
        return line.decode()

    @property
    def port(self):
        return int(self.url.split(":")[2].split("/")[0])

    def errors(self):
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")

    def sign_in(self, user, password):
        credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers["Authorization"] = "Basic " + credentials

    def ask(self, method, path, body=None):
        """The answer to a request past Closeout, as somebody else would send it."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, method=method,
                                         headers=self._headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or "null")

    def misbehave(self, *faults, seed=0):
        """From now on, by these faults alone; without any it behaves."""
        self.ask("PUT", "/sandbox/faults", {"seed": seed, "faults": faults})

    def hits(self):
        """How many requests each fault has hit."""
        return [fault["hit"] for fault in self.ask("GET", "/sandbox/faults")["faults"]]

    def ends(self):
        """What became of each end that it received: (its target, what GET ends says of it)."""
        return [(target, end) for target in self.ask("GET", "/sandbox/ends")["targets"]
                for end in target["ends"]]

    def await_end(self, seconds=20):
        """Until it has received one."""
        until = time.monotonic() + seconds
        while not self.ends():
            if time.monotonic() > until:
                raise AssertionError(f"no end came in {seconds} s")
            time.sleep(0.02)

    def stop(self, how=signal.SIGTERM):
        """Its exit code. What it printed behind the ready line is then in rest."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            out, _ = self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.rest = out.decode()
        return self.process.returncode

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.stdout.close()
        self.process.wait()
        self._errors.close()


class EndToEnd(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="closeout-e2e-"))
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)
        self.config = self.scratch / "config"

    # Running

    def ctl(self, *arguments, stdin=b"", password=None, environment=None, timeout=60, before=None):
        """One run with this test's own configuration folder, no terminal, no keychain."""
        arguments = self.command_line(arguments)
        ran = subprocess.run([CLOSEOUTCTL, *arguments], input=stdin, capture_output=True,
                             timeout=timeout, preexec_fn=before,
                             env=self.environment(password, environment))
        return Finished(arguments, ran.returncode, ran.stdout, ran.stderr)

    def start(self, *arguments, password=None, **more):
        """The same without waiting for its end."""
        return subprocess.Popen([CLOSEOUTCTL, *self.command_line(arguments)],
                                env=self.environment(password), **more)

    def command_line(self, arguments):
        arguments = [str(argument) for argument in arguments]
        if not arguments or arguments[0] in ("json", "help", "sandbox", "--help", "--version"):
            return arguments  # they keep nothing
        return arguments + ["--config-dir", str(self.config)]

    def environment(self, password=None, more=None):
        secret = {"CLOSEOUT_PASSWORD": password} if password is not None else {}
        return clean_environment(self.scratch) | secret | (more or {})

    def serve(self, server):
        self.addCleanup(server.stop)
        return server

    def sandbox(self, *options, **more):
        started = Sandbox(*(options or ("--store", ":memory:", "--seed", "demo")),
                          home=self.scratch, **more)
        self.addCleanup(started.end)
        return started

    def misbehaving(self, *faults):
        """A sandbox with the demonstration's data and these faults."""
        started = self.sandbox()
        started.misbehave(*faults)
        return started

    # Files

    def write(self, name, content):
        path = self.scratch / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_environments(self, *environments):
        self.config.mkdir(exist_ok=True)
        path = self.config / "environments.json"
        path.write_text(json.dumps({"environments": list(environments)}, indent=2))
        return path

    def journal(self):
        """The entries, as `journal --format json` tells them."""
        return self.expect(DONE, "journal", "--format", "json").json()

    # Expecting

    def expect(self, code, *arguments, **more):
        finished = self.ctl(*arguments, **more)
        self.assertEqual(finished.code, code, f"\n{finished}")
        return finished

    def assertSays(self, text, *parts):
        for part in parts:
            self.assertIn(part.lower(), text.lower())

    def assertNothingSent(self, server):
        self.assertEqual(server.posts, [])

    def only_end(self, sandbox):
        """What became of the one end that the sandbox has received."""
        ends = sandbox.ends()
        self.assertEqual(len(ends), 1, ends)
        return ends[0][1]

    def only_post(self, server):
        self.assertEqual(len(server.posts), 1, server.requests)
        return server.posts[0]

    def only_entry(self):
        entries = self.journal()
        self.assertEqual(len(entries), 1, entries)
        return entries[0]


def number(text):
    """What members() makes of a number."""
    return f"number {text}"


def members(body):
    """JSON with nothing lost: an object is a tuple of (key, value) in their order, duplicates
    included, and a number is told by its spelling."""
    return json.loads(body, object_pairs_hook=tuple, parse_int=number, parse_float=number)


def dry_run_parts(finished):
    """(request line, [(name, value)], body bytes) as --dry-run prints them."""
    head, _, body = finished.raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = head.decode().split("\n")
    return lines[0], [header(line) for line in lines[1:]], body
