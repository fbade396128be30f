#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
"""Finding among a million services: the command line against curl and jq, and the window.

The data come as a static file from nginx, and once more from the sandbox that was seeded with as
many. What is compared is measured in turn; what counts is the median of the rounds' ratios.
Usage: bench_find.py [--quick] CLOSEOUTCTL [SERVICES], with the other programs of the benchmarks beside it
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from inturn import Ratio, in_turn, is_quick, tell_noise

QUICK = is_quick()
CLOSEOUTCTL = Path(sys.argv[1]).resolve()
SERVICES = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000 if QUICK else 1_000_000
ROUNDS = 2 if QUICK else 3
COLUMNS = "service_id,service_type,customer_id,contact_key,started"
JQ = ".[] | [.service_id, .service_type, .customer_id, .contact_key, .started.timestamp] | @csv"
STREAM = ("/maintenance/services/stream?time_from=1970-01-01T00:00:00.000Z&filter_events=started"
          "&export_content=true&filter_state=active")


def beside(name):
    return CLOSEOUTCTL.with_name(name)


def row(what, value, unit, remark=""):
    print(f"{what:<58}{value:10.2f} {unit:<5} {remark}", flush=True)


def timed(command, **options):
    """Seconds and the MiB that the largest of its processes held at the most."""
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, **options) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - begin
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def ratio(what, ours, theirs, remark=""):
    print(f"{what:<58}{Ratio(ours, theirs).told(what):>28} {remark}", flush=True)


def serve(folder):
    """nginx on a port of its own choice is not to be had: the first free one of a few."""
    for port in range(18600, 18650):
        configuration = folder / "nginx.conf"
        places = "".join(f"{name}_temp_path {folder}/{name};" for name in
                         ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        configuration.write_text(
            f"worker_processes 1; daemon off; pid {folder}/pid; error_log stderr;\n"
            "events { worker_connections 64; }\n"
            f"http {{ access_log off; sendfile on; {places}\n"
            f"server {{ listen 127.0.0.1:{port}; default_type application/json; root {folder};\n"
            "location / { try_files /services.json =404; } } }\n", encoding="utf-8")
        server = subprocess.Popen(["nginx", "-c", configuration, "-p", folder],
                                  stderr=subprocess.DEVNULL)
        for _ in range(100):
            if server.poll() is not None:
                break
            probe = subprocess.run(["curl", "-sfI", f"http://127.0.0.1:{port}/"], check=False,
                                   stdout=subprocess.DEVNULL)
            if probe.returncode == 0:
                return server, f"http://127.0.0.1:{port}"
            time.sleep(0.05)
    raise RuntimeError("nginx does not start")


def probed(url, folder):
    """A window of its own on the services: name of a figure → its value."""
    with tempfile.TemporaryDirectory(dir=folder) as config, \
            subprocess.Popen(["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1280x800x24"],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen:
        Path(config, "environments.json").write_text(json.dumps({"environments": [
            {"name": "Bench", "url": url, "safety": "none"}]}), encoding="utf-8")
        display = ":" + screen.stdout.readline().decode().strip()
        told = subprocess.run([beside("windowprobe"), config, "Bench"], check=True, text=True,
                              capture_output=True,
                              env=os.environ | {"DISPLAY": display, "HOME": str(folder)})
        screen.terminate()
    return {name: float(value) for name, value in
            (line.split() for line in told.stdout.splitlines())}


def measure(url, file, folder):
    listed = [CLOSEOUTCTL, "services", "--url", url, "--format", "csv"]
    return in_turn(ROUNDS, {
        "five": lambda: timed([*listed, "--columns", COLUMNS]),
        "curl": lambda: timed(["curl", "-sf", "-o", os.devnull, url + STREAM])[0],
        "walk": lambda: float(subprocess.run([beside("walkjson"), file], check=True, text=True,
                                             capture_output=True).stdout),
        "jq": lambda: timed(["sh", "-c", f"curl -sf '{url}{STREAM}' | jq -r '{JQ}'"]),
        "usual": lambda: timed(listed)[0],
        "filtered": lambda: timed([*listed, "--filter", "age>4h type:3"])[0],
        "window": lambda: probed(url, folder),
    })


def tell_command_line(given):
    five = [seconds for seconds, _ in given["five"]]
    jq = [seconds for seconds, _ in given["jq"]]
    both = [curl + walk for curl, walk in zip(given["curl"], given["walk"])]
    row("closeoutctl services, five columns as CSV", statistics.median(five), "s")
    row("the same with its usual columns, for which it reads all",
        statistics.median(given["usual"]), "s")
    row("its peak resident memory", max(memory for _, memory in given["five"]), "MiB",
        "goal: under 64")
    row("curl to nothing", statistics.median(given["curl"]), "s")
    row("a bare simdjson walk of the same bytes", statistics.median(given["walk"]), "s")
    ratio("closeoutctl against both", five, both, "goal: at most 1.5")
    row("closeoutctl services with a filter of two terms", statistics.median(given["filtered"]), "s")
    row("curl | jq, the same five columns", statistics.median(jq), "s",
        f"{max(memory for _, memory in given['jq']):.0f} MiB")
    ratio("closeoutctl is faster by", jq, five, "goal: at least 10")


def tell_window(given):
    load = [values["load"] / 1000 for values in given["window"]]
    values = {name: statistics.median(values[name] for values in given["window"])
              for name in given["window"][0]}
    row("window: first rows after the first bytes", values["first_rows"], "ms", "goal: under 500")
    row("window: all rows loaded", values["load"] / 1000, "s")
    ratio("window: the same against the command line", load,
          [seconds for seconds, _ in given["five"]], "goal: at most 2")
    ratio("window: against the command line that reads all, too", load, given["usual"])
    row("window: memory for a row", values["bytes_a_row"], "bytes",
        "goal: under 300; with attached data")
    row("window: slowest filter of two terms, drawn", values["filter"], "ms", "goal: under 100")
    row("window: slowest sort, drawn", values["sort"], "ms", "goal: under 500")
    row("window: select all", values["select_all"], "ms")
    row("window: refresh", values["refresh"] / 1000, "s")
    for during in ("load", "filter", "sort", "select_all", "refresh"):
        if f"{during}_blocked_longest" in values:
            row(f"window: its thread blocked during {during}",
                values[f"{during}_blocked_longest"], "ms",
                f"at worst (goal: 50); 99 of 100 knocks: {values[f'{during}_blocked_typically']}"
                " (goal: 16)")


def sandbox():
    begin = time.monotonic()
    with subprocess.Popen([CLOSEOUTCTL, "sandbox", "--port", "0", "--store", ":memory:", "--seed",
                           str(SERVICES)], stdout=subprocess.PIPE) as server:
        try:
            while b"Listening on " not in (said := server.stdout.readline()):
                pass
            row("sandbox: seeded", time.monotonic() - begin, "s", "goal: under 60")
            url = said.decode().removeprefix("Listening on ").strip()
            told = subprocess.run(["curl", "-sf", "-o", os.devnull, "-w",
                                   "%{size_download} %{time_total}", url + STREAM], check=True,
                                  capture_output=True, text=True).stdout.split()
            row("sandbox: streams", float(told[0]) / 1e6 / float(told[1]), "MB/s",
                "goal: over 100")
            listed, _ = timed([CLOSEOUTCTL, "services", "--url", url, "--format", "csv",
                               "--columns", COLUMNS])
            row("sandbox: closeoutctl lists them", listed, "s")
        finally:
            server.terminate()


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)  # the worker of nginx is another user
        file = folder / "services.json"
        with file.open("wb") as out:
            subprocess.run([beside("exportdata"), str(SERVICES)], check=True, stdout=out)
        print(f"{SERVICES} services, {file.stat().st_size / 1e6:.0f} MB")
        server, url = serve(folder)
        try:
            given = measure(url, file, folder)
            tell_command_line(given)
            tell_window(given)
        finally:
            server.terminate()
            server.wait()
    sandbox()
    tell_noise()


if __name__ == "__main__":
    sys.exit(main())
