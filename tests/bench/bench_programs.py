#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT
"""closeoutctl as a process, against what one would otherwise type: curl and jq.

Both sides do the same work against the same sandbox in the same run, in turn; what counts is the
median of the pairs' ratios. Usage: bench_programs.py [--quick] CLOSEOUTCTL
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from inturn import Ratio, in_turn, is_quick, tell_noise

QUICK = is_quick()
CLOSEOUTCTL = sys.argv[1]
SERVICES = 2000 if QUICK else 20000
ENDS = 10 if QUICK else 60


def timed(command, **options):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    return time.monotonic() - start


def compare(rounds, what, ours, theirs, peer):
    seconds = in_turn(rounds, {"ours": ours, "theirs": theirs})
    ratio = Ratio(seconds["ours"], seconds["theirs"])
    ours, theirs = (statistics.median(seconds[side]) for side in ("ours", "theirs"))
    print(f"{what:<46}{ours * 1000:9.1f} ms{theirs * 1000:9.1f} ms  {peer:<9} {ratio.told(what)}",
          flush=True)


def bench_ends(url, folder):
    """One completion with its check: a GET and a POST. Ours keeps a journal besides."""
    data = os.path.join(folder, "data.json")
    body = os.path.join(folder, "body.json")
    with open(data, "w", encoding="utf-8") as file:
        file.write('{"Feedback":{"rating":7}}')
    with open(body, "w", encoding="utf-8") as file:
        file.write('{"disposition":10,"Feedback":{"rating":7}}')
    listing = subprocess.run([CLOSEOUTCTL, "services", "--url", url, "--format", "csv"], check=True,
                             capture_output=True, text=True)
    ids = iter([row.split(",")[0] for row in listing.stdout.splitlines()[1:]])

    def ours():
        return timed([CLOSEOUTCTL, "complete", "service", next(ids), "--disposition", "10", "--data",
                      data, "--url", url, "--config-dir", folder], stderr=subprocess.DEVNULL)

    def theirs():
        service = f"{url}/services/{next(ids)}"
        return timed(["sh", "-c", f"curl -sf '{service}?active_tasks=true&extensions=*' >/dev/null && "
                      f"curl -sf -H 'Content-Type: application/json' -d @{body} {service}/end"])

    compare(ENDS, "end one service (curl: no check, no journal)", ours, theirs, "curl")


def bench_listing(url):
    since = "2000-01-01T00:00:00.000Z"
    stream = (f"{url}/maintenance/services/stream?time_from={since}&export_content=true"
              "&filter_state=active")
    program = ".[] | [.service_id, .service_type, .customer_id, .contact_key, .started.timestamp] | @csv"

    def ours():
        return timed([CLOSEOUTCTL, "services", "--url", url, "--format", "csv"])

    def theirs():
        return timed(["sh", "-c", f"curl -sf '{stream}' | jq -r '{program}'"])

    compare(5, f"list {SERVICES} services as CSV", ours, theirs, "curl | jq")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{'(largest process of this run so far, resident)':<46}{peak / 1024:9.1f} MiB")


def bench_format(folder):
    path = os.path.join(folder, "large.json")
    record = '{"id":18446744073709551615,"price":1.10,"name":"Terranova","tags":["a","b",null,true]}'
    with open(path, "w", encoding="utf-8") as file:
        file.write("[" + ",".join([record] * (15 * SERVICES)) + "]")

    def ours():
        return timed([CLOSEOUTCTL, "json", "format", path])

    def theirs():
        return timed(["jq", ".", path])

    size = os.path.getsize(path) >> 20
    compare(5, f"format {size} MiB of JSON", ours, theirs, "jq")


def bench_start():
    def ours():
        return timed([CLOSEOUTCTL, "--version"])

    def theirs():
        return timed(["curl", "--version"])

    compare(10 if QUICK else 40, "start and say the version", ours, theirs, "curl")


def main():
    with tempfile.TemporaryDirectory() as folder:
        command = [CLOSEOUTCTL, "sandbox", "--seed", str(SERVICES)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
            url = sandbox.stdout.readline().split()[-1]
            print(f"{'':<46}{'Closeout':>12}{'peer':>12}  {'':<9} ratio of the pairs")
            bench_start()
            bench_listing(url)
            bench_ends(url, folder)
            bench_format(folder)
            sandbox.terminate()
    tell_noise()


main()
