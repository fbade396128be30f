# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""An end is sent at most once, whatever happens to its answer, and what is unknown is called so."""

import signal
import subprocess
import unittest

import faults
import rawserver
from peerserver import PeerServer
from rawserver import on
from support import DONE, NOT_SENT, REFUSED, UNKNOWN, EndToEnd

SERVICE = ("complete", "service", "36981723", "--disposition", "10")
TASK = ("complete", "task", "95", "3", "--disposition", "10")


class AtMostOnce(EndToEnd):
    def end(self, code, ways, outcome, command=SERVICE, options=()):
        """One end at a sandbox with these faults: it receives one, and this is recorded."""
        sandbox = self.misbehaving(*ways)
        finished = self.expect(code, *command, "--url", sandbox.url, *options)
        self.only_end(sandbox)
        self.assertEqual(self.only_entry()["outcome"], outcome, f"\n{finished}")
        return finished

    def end_at_peer(self, code, fault, outcome, options=()):
        """The same at a peer that breaks HTTP itself."""
        server = self.serve(PeerServer(fault=on("POST", fault)))
        finished = self.expect(code, *SERVICE, "--url", server.url, *options)
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], outcome, f"\n{finished}")
        return server

    def waiting(self, **more):
        """A program that waits for the answer to its end, and the sandbox that says nothing."""
        sandbox = self.misbehaving(faults.silent())
        process = self.start(*SERVICE, "--url", sandbox.url, stdin=subprocess.DEVNULL,
                             **({"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | more))
        sandbox.await_end()
        return process, sandbox

    # The connection is dropped behind the request

    def test_dropped(self):
        finished = self.end(UNKNOWN, [faults.lost()], "unknown")
        self.assertSays(finished.out, "36981723", "unknown")
        self.assertSays(finished.err, "36981723", "127.0.0.1")

    def test_dropped_where_connections_are_kept(self):
        server = self.end_at_peer(UNKNOWN, rawserver.drop, "unknown")
        post = server.posts[0]
        others = [request.connection for request in server.requests if request is not post]
        self.assertNotIn(post.connection, others)

    def test_dropped_for_a_task(self):
        finished = self.end(UNKNOWN, [faults.lost()], "unknown", TASK)
        self.assertSays(finished.out, "95/3", "unknown")
        self.assertSays(finished.err, "95/3", "127.0.0.1")

    def test_a_script_that_tries_again(self):
        sandbox = self.misbehaving(faults.lost())
        self.expect(UNKNOWN, *SERVICE, "--url", sandbox.url)
        sandbox.misbehave(faults.page(200))
        finished = self.expect(NOT_SENT, *SERVICE, "--url", sandbox.url)
        self.assertSays(finished.err, "36981723", "had no answer", "Nothing was sent",
                        "--even-if-unknown")
        self.only_end(sandbox)
        self.expect(UNKNOWN, *SERVICE, "--even-if-unknown", "--url", sandbox.url)
        self.assertEqual(len(sandbox.ends()), 2)

    # An answer that is no word of the server

    def test_a_page_that_says_200(self):
        for name, said in (("a page", [faults.page(200)]),
                           ("truncated JSON", [faults.said(200, faults.TRUNCATED)]),
                           ("half a body", [faults.broken_off(after_body_bytes=36),
                                            faults.said(200, faults.TRUNCATED)])):
            with self.subTest(name):
                sandbox = self.misbehaving(*said)
                self.expect(UNKNOWN, *SERVICE, "--url", sandbox.url)
                self.only_end(sandbox)

    def test_another_record_than_asked_for(self):
        server = self.serve(PeerServer())
        server.services["36981723"].fields["service_id"] = "2"
        finished = self.expect(REFUSED, *SERVICE, "--url", server.url)
        self.assertSays(finished.err, "something else", "Nothing was sent")
        self.assertNothingSent(server)

    def test_sent_but_not_printed(self):
        # 3 would mean that nothing was sent, and be taken for leave to send again.
        server = self.serve(PeerServer())
        with open("/dev/full", "wb") as full:
            process = self.start(*SERVICE, "--url", server.url, stdout=full,
                                 stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
            self.assertEqual(process.wait(30), REFUSED)
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], "completed")

    def test_stopped_while_it_waits(self):
        process, _ = self.waiting(stderr=subprocess.PIPE)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        self.assertEqual(process.returncode, UNKNOWN)
        self.assertIn(b"nobody can say", errors)

    def test_done_and_dropped_is_settled_by_reading_again(self):
        for command in (SERVICE, TASK):
            with self.subTest(command):
                sandbox = self.misbehaving(faults.done_and_lost())
                self.expect(DONE, *command, "--url", sandbox.url)
                self.assertTrue(self.only_end(sandbox)["effect"])
                self.assertEqual([e["outcome"] for e in self.journal()].count("completed"),
                                 len(self.journal()))

    def test_done_and_dropped_with_a_stale_read_first(self):
        sandbox = self.misbehaving(faults.done_and_lost(), faults.stale())
        self.expect(DONE, *SERVICE, "--url", sandbox.url)
        self.assertTrue(self.only_end(sandbox)["effect"])
        self.assertEqual(self.only_entry()["outcome"], "completed")

    def test_dropped_and_never_to_be_reached_again(self):
        def drop_for_good(request, answer):
            server.stop()
            return rawserver.CLOSE
        server = PeerServer(fault=on("POST", drop_for_good))
        self.addCleanup(server.stopping.set)
        self.expect(UNKNOWN, *SERVICE, "--url", server.url)
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], "unknown")

    def test_many_at_once_among_faults(self):
        sandbox = self.sandbox()
        services = [record["service_id"] for record in sandbox.ask(
            "GET", "/maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z"
            "&export_content=true&filter_state=active")][:24]
        sandbox.misbehave(*(fault | {"probability": 0.2} for fault in (
            faults.stale(), faults.done_and_lost(), faults.broken_off(after_bytes=11),
            faults.lost(), faults.page(500), faults.silent(), faults.lost("read"))), seed=1)
        running = [self.start("complete", "service", service, "--disposition", "10", "--url",
                              sandbox.url, "--timeout", "2", stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                   for service in services]
        codes = dict(zip(services, (process.wait(60) for process in running)))
        ends = {target["service_id"]: end for target, end in sandbox.ends()}
        self.assertEqual(len(ends), len(sandbox.ends()), "no service was ended twice")
        entries = self.expect(DONE, "journal", "--last", "99", "--format", "json").json()
        outcomes = {entry["service_id"]: entry["outcome"] for entry in entries
                    if entry["service_id"] in ends}
        self.assertEqual(set(outcomes), set(ends), "each end is recorded")
        for service, end in ends.items():
            with self.subTest(service, end=end):
                told = outcomes[service], codes[service]
                self.assertIn(told, [("completed", DONE), ("unknown", UNKNOWN)])
                if told[1] == DONE:
                    self.assertTrue(end["effect"])
        for service in set(services) - set(ends):
            self.assertIn(codes[service], (REFUSED, NOT_SENT))
        self.assertEqual(set(outcomes.values()), {"completed", "unknown"})

    # The answer is odd

    def test_broken_off_in_the_status_line(self):
        self.end(UNKNOWN, [faults.broken_off(after_bytes=11), faults.said(204)], "unknown")

    def test_done_and_broken_off_in_the_status_line(self):
        self.end(DONE, [faults.broken_off(after_bytes=11)], "completed")

    def test_garbage_instead_of_an_answer(self):
        self.end_at_peer(UNKNOWN, rawserver.garbage, "unknown")

    def test_a_server_error_says_nothing_about_the_effect(self):
        self.end(UNKNOWN, [faults.page(500)], "unknown")

    def test_a_late_answer_is_waited_for(self):
        self.end(DONE, [faults.late(1.5)], "completed", options=["--timeout", "30"])

    def test_no_answer_in_time(self):
        finished = self.end(UNKNOWN, [faults.silent()], "unknown", options=["--timeout", "1"])
        self.assertSays(finished.err, "36981723")

    # A clear no is no unknown

    def test_forbidden(self):
        finished = self.end(REFUSED, [faults.said(*faults.FORBIDDEN)], "failed")
        self.assertSays(finished.err, "Administrator")

    def test_unauthorized(self):
        self.end(REFUSED, [faults.page(401, headers=faults.UNAUTHORIZED)], "failed")

    def test_redirected(self):
        elsewhere = self.sandbox()
        # A 302 may follow the deed (post, redirect, get); a 307 says that it was not done here.
        outcomes = []
        for status, code, outcome in ((302, UNKNOWN, "unknown"), (307, REFUSED, "failed")):
            with self.subTest(status):
                outcomes.append(outcome)
                location = {"Location": elsewhere.url + "/services/36981723/end"}
                sandbox = self.misbehaving(faults.page(status, headers=location))
                self.expect(code, *SERVICE, "--url", sandbox.url)
                self.only_end(sandbox)
                self.assertEqual([e["outcome"] for e in self.journal()], outcomes)
        self.assertEqual(elsewhere.ends(), [])

    # The program itself is killed

    def test_killed_while_it_waits(self):
        never = rawserver.Never()
        self.addCleanup(never.release)
        server = self.serve(PeerServer(fault=on("POST", never)))
        process = self.start(*SERVICE, "--url", server.url, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        self.assertTrue(never.reached())
        process.kill()
        process.wait()
        entry = self.only_entry()
        self.assertEqual(entry["target"], "service 36981723")
        self.assertEqual(entry["outcome"], "unknown")
        self.assertEqual(entry["request_body"].encode(), server.posts[0].body)

    def test_interrupted_while_it_waits(self):
        process, sandbox = self.waiting()
        process.send_signal(signal.SIGINT)
        self.assertNotEqual(process.wait(30), 0)
        self.only_end(sandbox)
        self.assertEqual(self.only_entry()["outcome"], "unknown")


if __name__ == "__main__":
    unittest.main()
