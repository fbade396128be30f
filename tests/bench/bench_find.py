#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
"""Finding among a million services: the command line against curl and jq, and the window.

The data come as a static file from nginx, and once more from the sandbox that was seeded with as
many. Usage: bench_find.py CLOSEOUTCTL [SERVICES], with the other programs of the benchmarks beside it
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_start import line_with

CLOSEOUTCTL = Path(sys.argv[1]).resolve()
SERVICES = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
TIMES = 3
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


def median(command, **options):
    runs = [timed(command, **options) for _ in range(TIMES)]
    return statistics.median(run[0] for run in runs), max(run[1] for run in runs)


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


def command_line(url, file):
    ours, memory = median([CLOSEOUTCTL, "services", "--url", url, "--format", "csv", "--columns",
                           COLUMNS])
    curl, _ = median(["curl", "-sf", "-o", os.devnull, url + STREAM])
    walk = statistics.median(float(subprocess.run([beside("walkjson"), file], check=True,
                                                  capture_output=True, text=True).stdout)
                             for _ in range(TIMES))
    filtered, _ = median([CLOSEOUTCTL, "services", "--url", url, "--format", "csv", "--filter",
                          "age>4h type:3"])
    usual, _ = median([CLOSEOUTCTL, "services", "--url", url, "--format", "csv"])
    row("closeoutctl services, five columns as CSV", ours, "s")
    row("the same with its usual columns, for which it reads all", usual, "s")
    row("its peak resident memory", memory, "MiB", "goal: under 64")
    row("curl to nothing", curl, "s")
    row("a bare simdjson walk of the same bytes", walk, "s")
    row("closeoutctl against both", ours / (curl + walk), "×", "goal: at most 1.5")
    row("closeoutctl services with a filter of two terms", filtered, "s")
    jq, jq_memory = timed(["sh", "-c", f"curl -sf '{url}{STREAM}' | jq -r '{JQ}'"])
    row("curl | jq, the same five columns", jq, "s", f"{jq_memory:.0f} MiB")
    row("closeoutctl is faster by", jq / ours, "×", "goal: at least 10")
    return ours, usual


def window(url, folder, command_line_seconds, of_all_seconds):
    config = folder / "config"
    config.mkdir()
    (config / "environments.json").write_text(json.dumps({"environments": [
        {"name": "Bench", "url": url, "safety": "none"}]}), encoding="utf-8")
    with subprocess.Popen(["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1280x800x24"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen:
        display = ":" + line_with(screen.stdout, b"\n").decode().strip()
        told = subprocess.run([beside("windowprobe"), config, "Bench"], check=True, text=True,
                              capture_output=True,
                              env=os.environ | {"DISPLAY": display, "HOME": str(folder)})
        screen.terminate()
    values = {name: float(value) for name, value in
              (line.split() for line in told.stdout.splitlines())}
    row("window: first rows after the first bytes", values["first_rows"], "ms", "goal: under 500")
    row("window: all rows loaded", values["load"] / 1000, "s")
    row("window: the same against the command line", values["load"] / 1000 / command_line_seconds,
        "×", "goal: at most 2")
    row("window: against the command line that reads all, too",
        values["load"] / 1000 / of_all_seconds, "×")
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
            window(url, folder, *command_line(url, file))
        finally:
            server.terminate()
            server.wait()
    sandbox()


if __name__ == "__main__":
    sys.exit(main())
