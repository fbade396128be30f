#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
"""From the start of the window to its first painted list, against an empty window and the request.

Each program is started in turn on a display of its own; what counts is the median of the rounds'
ratios. The rest of the window is made behind the list; when that is painted, too, is told beside it.
Usage: bench_start.py [--quick] CLOSEOUTCTL, with closeout and emptywindow beside it
"""

import json
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inturn import Ratio, in_turn, is_quick, tell_noise

TIMES = 5 if is_quick() else 15
CLOSEOUTCTL = Path(sys.argv[1]).resolve()
CLOSEOUT = CLOSEOUTCTL.with_name("closeout")
EMPTY = CLOSEOUTCTL.with_name("emptywindow")
DEADLINE = 30


def line_with(pipe, text, said=b""):
    ends = time.monotonic() + DEADLINE
    while text not in said:
        if not select.select([pipe], [], [], max(0, ends - time.monotonic()))[0]:
            raise TimeoutError(f"no “{text}” in {said!r}")
        data = os.read(pipe.fileno(), 4096)
        if not data:
            raise EOFError(f"ended with {said!r}")
        said += data
    return said


def resident(pid):
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0


def started(command, texts, environment):
    """For each text, the milliseconds until it says so and the MiB it holds by then."""
    begin, said, measured = time.monotonic(), b"", []
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          env=environment) as process:
        for text in texts:
            said = line_with(process.stderr, text, said)
            milliseconds = (time.monotonic() - begin) * 1000
            measured.append((milliseconds, resident(process.pid)))
        process.kill()
    return measured


def request(url):
    stream = (f"{url}/maintenance/services/stream?time_from=1970-01-01T00:00:00.000Z"
              "&export_content=true&filter_state=active")
    told = subprocess.run(["curl", "-sf", "-o", "/dev/null", "-w", "%{time_total}", stream],
                          check=True, capture_output=True, text=True)
    return float(told.stdout) * 1000


def main():
    with tempfile.TemporaryDirectory() as scratch, \
            subprocess.Popen(["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0",
                               "1280x800x24"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen, \
            subprocess.Popen([CLOSEOUTCTL, "sandbox", "--port", "0", "--store", ":memory:",
                              "--seed", "demo"], stdout=subprocess.PIPE) as sandbox:
        try:
            measure(Path(scratch), screen, sandbox)
        finally:
            sandbox.terminate()
            screen.terminate()


def measure(scratch, screen, sandbox):
    display = ":" + line_with(screen.stdout, b"\n").decode().strip()
    url = line_with(sandbox.stdout, b"\n").decode().removeprefix("Listening on ").strip()
    (scratch / "environments.json").write_text(json.dumps({"environments": [
        {"name": "Bench", "url": url, "safety": "none"}]}), encoding="utf-8")
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment = kept | {"DISPLAY": display, "HOME": str(scratch), "LC_ALL": "C.UTF-8",
                          "XDG_RUNTIME_DIR": str(scratch),
                          "QT_LOGGING_RULES": "closeout.start=true"}
    ours = [CLOSEOUT, "--config-dir", scratch, "--env", "Bench"]
    alone = [CLOSEOUT, "--config-dir", scratch / "alone"]
    def window():
        return started(ours, [b"list painted", b"window complete"], environment)

    report(in_turn(TIMES, {
        "window": window,
        "empty": lambda: started([EMPTY], [b"painted"], environment)[0],
        "table": lambda: started([EMPTY, "--table"], [b"painted"], environment)[0],
        "sandbox": lambda: started(alone, [b"list painted"], environment)[0],
        "request": lambda: (request(url), 0),
    }))


def report(rows):
    rows["list"] = [moments[0] for moments in rows["window"]]
    rows["whole"] = [moments[1] for moments in rows.pop("window")]
    time_of = {name: [row[0] for row in values] for name, values in rows.items()}
    memory_of = {name: statistics.median(row[1] for row in values) for name, values in rows.items()}
    for name, what in (("empty", "an empty QMainWindow, painted"),
                       ("table", "a QMainWindow with a QTableWidget, painted"),
                       ("request", "the request of the list alone (curl)"),
                       ("list", "closeout, list painted"),
                       ("whole", "closeout, window complete"),
                       ("sandbox", "closeout on its own sandbox, list painted")):
        memory = f"{memory_of[name]:8.1f} MiB resident" if memory_of[name] else ""
        print(f"{what:<44}{statistics.median(time_of[name]):8.1f} ms{memory}")
    for peer, what in (("empty", "against the empty window and the request"),
                       ("table", "against the window with a table and the request")):
        both = [shown + asked for shown, asked in zip(time_of[peer], time_of["request"])]
        print(f"{'  ' + what:<50}{Ratio(time_of['list'], both).told(what)}")
    tell_noise()


if __name__ == "__main__":
    sys.exit(main())
