# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""An end is sent at most once, whatever happens to its answer, and what is unknown is called so."""

import signal
import subprocess
import unittest

import rawserver
from peerserver import PeerServer
from rawserver import fresh_connections, on
from support import DONE, NOT_SENT, REFUSED, UNKNOWN, EndToEnd

SERVICE = ("complete", "service", "36981723", "--disposition", "10")
TASK = ("complete", "task", "95", "3", "--disposition", "10")


class AtMostOnce(EndToEnd):
    def end(self, code, fault, outcome, command=SERVICE, options=(), **peer):
        """One end against a peer with that fault: one POST comes, and this is recorded."""
        server = self.serve(PeerServer(fault=fault, **peer))
        finished = self.expect(code, *command, "--url", server.url, *options)
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], outcome, f"\n{finished}")
        return finished, server

    # The connection is dropped behind the request

    def test_dropped_on_a_fresh_connection(self):
        finished, _ = self.end(UNKNOWN, fresh_connections(on("POST", rawserver.drop)), "unknown")
        self.assertSays(finished.out, "36981723", "unknown")
        self.assertSays(finished.err, "36981723", "127.0.0.1")

    def test_dropped_where_connections_are_kept(self):
        _, server = self.end(UNKNOWN, on("POST", rawserver.drop), "unknown")
        post = server.posts[0]
        others = [request.connection for request in server.requests if request is not post]
        self.assertNotIn(post.connection, others)

    def test_dropped_for_a_task(self):
        finished, _ = self.end(UNKNOWN, on("POST", rawserver.drop), "unknown", TASK)
        self.assertSays(finished.out, "95/3", "unknown")
        self.assertSays(finished.err, "95/3", "127.0.0.1")

    def test_a_script_that_tries_again(self):
        fault = on("POST", rawserver.drop)
        server = self.serve(PeerServer(fault=lambda *request: fault(*request)))
        self.expect(UNKNOWN, *SERVICE, "--url", server.url)
        fault = on("POST", rawserver.web_page)
        finished = self.expect(NOT_SENT, *SERVICE, "--url", server.url)
        self.assertSays(finished.err, "36981723", "had no answer", "Nothing was sent",
                        "--even-if-unknown")
        self.only_post(server)
        self.expect(UNKNOWN, *SERVICE, "--even-if-unknown", "--url", server.url)
        self.assertEqual(len(server.posts), 2)

    # An answer that is no word of the server

    def test_a_page_that_says_200(self):
        for fault in (rawserver.web_page, rawserver.half_a_body, rawserver.truncated_json):
            with self.subTest(fault.__name__):
                server = self.serve(PeerServer(fault=on("POST", fault)))
                self.expect(UNKNOWN, *SERVICE, "--url", server.url)
                self.only_post(server)

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
        never = rawserver.Never()
        self.addCleanup(never.release)
        server = self.serve(PeerServer(fault=on("POST", never)))
        process = self.start(*SERVICE, "--url", server.url, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.assertTrue(never.reached())
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
        self.assertEqual(process.returncode, UNKNOWN)
        self.assertIn(b"nobody can say", errors)

    def test_done_and_dropped_is_settled_by_reading_again(self):
        for command in (SERVICE, TASK):
            with self.subTest(command):
                server = self.serve(PeerServer(fault=on("POST", rawserver.apply_and_drop)))
                self.expect(DONE, *command, "--url", server.url)
                self.only_post(server)
                self.assertEqual([e["outcome"] for e in self.journal()].count("completed"),
                                 len(self.journal()))

    def test_done_and_dropped_with_a_stale_read_first(self):
        server = self.serve(PeerServer(fault=on("POST", rawserver.apply_and_drop)))
        server.stale_reads = 1
        self.expect(DONE, *SERVICE, "--url", server.url)
        self.only_post(server)
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

    # The answer is odd

    def test_broken_off_in_the_status_line(self):
        self.end(UNKNOWN, on("POST", rawserver.half_a_status_line), "unknown")

    def test_garbage_instead_of_an_answer(self):
        self.end(UNKNOWN, on("POST", rawserver.garbage), "unknown")

    def test_a_server_error_says_nothing_about_the_effect(self):
        self.end(UNKNOWN, on("POST", rawserver.broken), "unknown")

    def test_a_late_answer_is_waited_for(self):
        self.end(DONE, on("POST", rawserver.late(1.5)), "completed", options=["--timeout", "30"])

    def test_no_answer_in_time(self):
        never = rawserver.Never()
        self.addCleanup(never.release)
        finished, _ = self.end(UNKNOWN, on("POST", never), "unknown", options=["--timeout", "1"])
        self.assertSays(finished.err, "36981723")

    # A clear no is no unknown

    def test_forbidden(self):
        finished, _ = self.end(REFUSED, on("POST", rawserver.forbidden), "failed")
        self.assertSays(finished.err, "Administrator")

    def test_unauthorized(self):
        self.end(REFUSED, on("POST", rawserver.unauthorized), "failed")

    def test_redirected(self):
        elsewhere = self.serve(rawserver.Elsewhere())
        # A 302 may follow the deed (post, redirect, get); a 307 says that it was not done here.
        outcomes = []
        for status, code, outcome in ((302, UNKNOWN, "unknown"), (307, REFUSED, "failed")):
            with self.subTest(status):
                outcomes.append(outcome)
                fault = on("POST", rawserver.redirect(status, elsewhere.address + "/x"))
                server = self.serve(PeerServer(fault=fault))
                self.expect(code, *SERVICE, "--url", server.url)
                self.only_post(server)
                self.assertEqual([e["outcome"] for e in self.journal()], outcomes)
        self.assertEqual(elsewhere.requests, [])

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
        never = rawserver.Never()
        self.addCleanup(never.release)
        server = self.serve(PeerServer(fault=on("POST", never)))
        process = self.start(*SERVICE, "--url", server.url, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        self.assertTrue(never.reached())
        process.send_signal(signal.SIGINT)
        self.assertNotEqual(process.wait(30), 0)
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], "unknown")


if __name__ == "__main__":
    unittest.main()
