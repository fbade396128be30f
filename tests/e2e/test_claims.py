# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""One target, several who want to end it: programs at once, one after the other, and a person who
finds out what came of an end that nobody saw."""

import json
import os
import signal
import sqlite3
import subprocess
import time
import unittest

import faults
from http11 import reply
from peerserver import PeerServer
from rawserver import on
from support import DONE, NOT_SENT, REFUSED, UNKNOWN, EndToEnd

SERVICE = ("complete", "service", "36981723", "--disposition", "10")


class Claims(EndToEnd):
    def started(self, *arguments):
        process = self.start(*arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             stdin=subprocess.DEVNULL)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        return process

    def under_way(self):
        """An end that reached the sandbox, which says nothing, and the program that waits."""
        sandbox = self.misbehaving(faults.silent())
        process = self.started(*SERVICE, "--url", sandbox.url)
        sandbox.await_end()
        return sandbox, process

    def json_of(self, code, *arguments, **more):
        finished = self.expect(code, *arguments, "--format", "json", **more)
        report, = finished.json()
        return report

    # At once

    def test_two_at_once(self):
        sandbox, first = self.under_way()
        for insistence in ((), ("--even-if-unknown", "--even-if-completed")):
            second = self.expect(NOT_SENT, *SERVICE, *insistence, "--url", sandbox.url)
            self.assertSays(second.err, "being ended at this moment", str(first.pid),
                            "Nothing was sent")
        self.assertTrue(self.only_entry()["under_way"])
        self.only_end(sandbox)
        sandbox.stop()
        first.wait(30)

    def test_many_at_once_end_it_once(self):
        sandbox = self.misbehaving(faults.late(0.3))
        running = [self.started(*SERVICE, "--url", sandbox.url) for _ in range(6)]
        codes = sorted(process.wait(60) for process in running)
        self.assertEqual(codes, [DONE] + [NOT_SENT] * 5)
        self.only_end(sandbox)

    # Another name of the same server

    def test_the_same_server_spelled_otherwise(self):
        sandbox = self.misbehaving(faults.lost())
        self.expect(UNKNOWN, *SERVICE, "--url", sandbox.url)
        for url in (sandbox.url + "/", sandbox.url.removesuffix("/genesys/1/cs"),
                    sandbox.url.replace("127.0.0.1", "localhost"),
                    sandbox.url.replace("http", "HTTP").replace("127.0.0.1", "LocalHost")):
            with self.subTest(url):
                self.assertSays(self.expect(NOT_SENT, *SERVICE, "--url", url).err, "had no answer")
        self.only_end(sandbox)

    def test_two_addresses_of_one_deployment(self):
        north = self.misbehaving(faults.lost())
        south = self.sandbox()
        self.expect(UNKNOWN, *SERVICE, "--url", north.url)  # before anybody knew that they are one
        for name, server in (("North", north), ("South", south)):
            self.expect(DONE, "environment", "add", name, "--url", server.url, "--safety", "none",
                        "--deployment", "cluster")
        for place in (("--env", "South"), ("--url", south.url), ("--env", "North")):
            with self.subTest(place):
                self.assertSays(self.expect(NOT_SENT, *SERVICE, *place).err, "had no answer")
        self.assertEqual(south.ends(), [])
        self.expect(DONE, *SERVICE, "--env", "South", "--even-if-unknown")
        self.assertEqual([entry["insisted"] for entry in self.journal()], [None, "even-if-unknown"])

    # Known to be done, and shown open

    def test_a_stale_reading(self):
        sandbox = self.misbehaving(faults.stale(reads=9))  # a node that has not heard of it
        self.expect(DONE, *SERVICE, "--url", sandbox.url)
        again = self.expect(NOT_SENT, *SERVICE, "--url", sandbox.url)
        self.assertSays(again.err, "was completed at", "still shown open", "--even-if-completed")
        self.only_end(sandbox)
        self.expect(DONE, *SERVICE, "--url", sandbox.url, "--even-if-completed")
        self.assertEqual(len(sandbox.ends()), 2)

    # Settled by a person

    def test_a_doubt_is_settled(self):
        sandbox, process = self.under_way()
        process.kill()
        process.wait()
        sandbox.misbehave()
        self.expect(NOT_SENT, *SERVICE, "--url", sandbox.url)
        seen = self.expect(UNKNOWN, "journal", "settle", "1", "--url", sandbox.url)
        self.assertSays(seen.out, "unknown", "still shows it open")
        self.expect(NOT_SENT, *SERVICE, "--url", sandbox.url)
        self.expect(DONE, "journal", "settle", "1", "--as", "not-done")
        self.assertEqual(self.only_entry()["outcome"], "failed")
        self.assertEqual(self.only_entry()["review"]["outcome"], "failed")
        self.expect(DONE, *SERVICE, "--url", sandbox.url)
        self.expect(NOT_SENT, "journal", "settle", "1", "--as", "completed")  # it is known

    def test_reading_again_finds_it_completed(self):
        sandbox, process = self.under_way()
        self.expect(NOT_SENT, "journal", "settle", "1", "--url", sandbox.url)  # it is under way
        process.kill()
        process.wait()
        sandbox.misbehave()
        sandbox.ask("POST", "/services/36981723/end", {"disposition": 10})
        elsewhere = self.sandbox()
        self.expect(NOT_SENT, "journal", "settle", "1", "--url", elsewhere.url)
        seen = self.expect(DONE, "journal", "settle", "1", "--url", sandbox.url)
        self.assertSays(seen.out, "completed")
        self.assertEqual(self.only_entry()["outcome"], "completed")
        self.assertEqual([e["purpose"] for e in self.only_entry()["exchanges"]],
                         ["check", "settle"])

    # Stopped

    def test_stopped_while_the_journal_is_held(self):
        server = self.serve(PeerServer())
        self.expect(DONE, "complete", "task", "95", "3", "--url", server.url)
        holder = sqlite3.connect(self.config / "journal.sqlite", isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN IMMEDIATE")
        reads = len(server.requests)
        process = self.started(*SERVICE, "--url", server.url)
        deadline = time.monotonic() + 30
        while len(server.requests) < reads + 3 and time.monotonic() < deadline:
            time.sleep(0.02)  # it has read twice, and once more because it waits
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(30), NOT_SENT)
        self.assertLess(time.monotonic() - began, 10)
        self.assertEqual(len(server.posts), 1)  # the task's

    # What is printed

    def test_the_report_has_one_shape(self):
        server = self.serve(PeerServer())
        shape = None
        def check(code, *arguments, **expected):
            nonlocal shape
            report = self.json_of(code, *arguments)
            shape = shape or list(report)
            self.assertEqual(list(report), shape)
            for name, value in expected.items():
                self.assertEqual(report[name], value, f"{name} of {report}")
            return report
        url = ("--url", server.url)
        done = check(DONE, *SERVICE, *url, outcome="completed", cause=None, kind="service",
                     service_id="36981723", task_id=None, status=204, sent=True, entry=1,
                     event={"disposition": 10}, answer=None, message=None)
        self.assertIsInstance(done["milliseconds"], int)
        check(NOT_SENT, *SERVICE, *url, outcome="skipped", cause="already-completed", sent=False,
              entry=None, status=None)
        check(NOT_SENT, "complete", "task", "95", "77", *url, outcome="held", cause="not-found",
              kind="task", task_id="77")
        check(NOT_SENT, "complete", "task", "95", "3", "--disposition", '"10"', "--set", "x=1", *url,
              cause="invalid")
        check(REFUSED, *SERVICE, "--url", "http://127.0.0.1:1", cause="connection-failed",
              sent=False)
        server.fault = on("POST", lambda request, answer: reply(409, {"message": "no"}))
        refused = check(REFUSED, "complete", "task", "95", "3", "--disposition", '"10"', *url,
                        outcome="failed", cause="refused", status=409, sent=True,
                        event={"disposition": "10"})
        self.assertEqual(json.loads(refused["answer"]), {"message": "no"})

    def test_bytes_that_are_no_text(self):
        server = self.serve(PeerServer(fault=on("POST", lambda request, answer: reply(
            409, b"\xff\xfe no", "text/plain"))))
        report = self.json_of(REFUSED, *SERVICE, "--url", server.url)
        self.assertEqual(report["answer"], {"base64": "//4gbm8="})
        send = self.only_entry()["exchanges"][1]
        self.assertEqual(send["answer_body"], {"base64": "//4gbm8="})

    # The file itself

    def test_what_cannot_be_read_is_not_empty(self):
        self.config.mkdir()
        journal = self.config / "journal.sqlite"
        for name, make in (("loop", lambda: os.symlink(journal, journal)),
                           ("pipe", lambda: os.mkfifo(journal)),
                           ("nowhere", lambda: os.symlink("/nowhere/at/all", journal)),
                           ("garbage", lambda: journal.write_bytes(b"x" * 5000))):
            with self.subTest(name):
                make()
                finished = self.expect(REFUSED, "journal", timeout=20)
                self.assertSays(finished.err, str(journal))
                server = self.serve(PeerServer())
                self.expect(NOT_SENT, *SERVICE, "--url", server.url, timeout=20)
                self.assertNothingSent(server)
                journal.unlink()

    def test_a_folder_that_cannot_be_written(self):
        server = self.serve(PeerServer())
        self.expect(DONE, *SERVICE, "--url", server.url)
        self.scratch.chmod(0o755)
        (self.config / "journal.sqlite").chmod(0o444)
        self.config.chmod(0o555)
        self.addCleanup(self.config.chmod, 0o755)
        nobody = 65534

        def lose_rights():  # whoever runs the tests: the administrator may write anywhere
            if os.getuid() == 0:
                os.setgid(nobody)
                os.setuid(nobody)
        shown = self.expect(DONE, "journal", before=lose_rights)
        self.assertSays(shown.out, "36981723", "completed")


if __name__ == "__main__":
    unittest.main()
