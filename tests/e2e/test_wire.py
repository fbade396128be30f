# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What stands on a connection besides the answer to what was asked."""

import os
import shutil
import tempfile
import threading
import time
import unittest

from certificates import Certificates
from http11 import Final, reply
from peerserver import NOT_FOUND, PeerServer
from rawserver import on
from support import DONE, REFUSED, UNKNOWN, EndToEnd

COMPLETE = ("complete", "service", "36981723")
READ = ("service", "36981723")
NO_CONTENT = b"HTTP/1.1 204 No Content\r\n\r\n"
OPEN = {"service_id": "36981723", "started": {"timestamp": "2026-01-01T00:00:00.000Z"}}


class Wire(EndToEnd):
    def end(self, code, fault, outcome, **peer):
        server = self.serve(PeerServer(fault=fault, **peer))
        finished = self.expect(code, *COMPLETE, "--url", server.url)
        post = self.only_post(server)
        self.assertNotIn(post.connection, [request.connection for request in server.requests
                                           if request is not post])
        self.assertEqual(self.only_entry()["outcome"], outcome, f"\n{finished}")
        return finished

    def test_an_answer_too_many_on_the_connection_of_the_check(self):
        def twice(request, answer):
            return answer() + (NO_CONTENT if request.method == "GET" else b"")
        self.end(DONE, twice, "completed")

    def test_the_record_still_open_as_the_answer(self):
        self.end(UNKNOWN, on("POST", lambda request, answer: reply(200, OPEN)), "unknown")

    def test_a_success_that_says_no(self):
        for said in ({"error": "unauthorized"}, {"message": "Service not found"},
                     {"success": False}):
            with self.subTest(said):
                server = self.serve(PeerServer(
                    fault=on("POST", lambda request, answer: reply(200, said))))
                self.expect(UNKNOWN, *COMPLETE, "--url", server.url)
                self.only_post(server)

    def test_a_success_that_says_more_and_was_done(self):
        def done(request, answer):
            answer()
            return reply(200, {"service_id": "36981723"})
        self.end(DONE, on("POST", done), "completed")

    def test_broken_chunks(self):
        broken = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
        self.end(UNKNOWN, on("POST", lambda request, answer: Final(broken)), "unknown")

    def test_interim_answers(self):
        interim = b"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
        finished = self.end(DONE, lambda request, answer: interim + answer(), "completed")
        self.assertEqual(finished.err.count("102"), 0)

    def test_switching_protocols(self):
        switch = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"
        self.end(UNKNOWN, on("POST", lambda request, answer: Final(switch)), "unknown")

    def test_a_proxy_that_asks_another_node(self):
        def asked_twice(request, answer):
            answer()  # by the node whose answer was lost
            return reply(400, {"message": "There are no service", "exception": NOT_FOUND})
        self.end(DONE, on("POST", asked_twice), "completed")

    def test_not_found_and_still_there(self):
        missing = reply(404, "")
        finished = self.end(UNKNOWN, on("POST", lambda request, answer: missing), "unknown")
        self.assertSays(finished.err, "although it was read just before")

    def test_a_byte_a_second(self):
        stop = threading.Event()
        self.addCleanup(stop.set)

        class Dripping(PeerServer):
            def _serve(self, connection):
                with connection, connection.makefile("rb") as stream:
                    head = b""
                    while not head.endswith(b"\r\n\r\n"):
                        head += stream.readline()
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
                    while not stop.wait(0.3):  # never as long as the time-out
                        connection.sendall(b" ")
        server = self.serve(Dripping())
        began = time.monotonic()
        finished = self.expect(REFUSED, *READ, "--url", server.url, "--timeout", "1", timeout=30)
        self.assertLess(time.monotonic() - began, 15)
        self.assertSays(finished.err, "too slowly")

    # Descriptors

    def test_closed_standard_descriptors(self):
        evil = "k\nPOST /genesys/1/cs/services/OTHER/end HTTP/1.1\nHost: x\nContent-Length: 0\n\n"
        for closed in ((0, 1, 2), (2,), (0, 2)):
            with self.subTest(closed):
                server = self.serve(PeerServer())
                server.services["36981723"].attached[evil] = "1"
                finished = self.ctl(*COMPLETE, "--url", server.url,
                                    before=lambda: [os.close(each) for each in closed])
                self.assertEqual(finished.code, REFUSED if 1 in closed else DONE)
                lines = [request.request_line for request in server.requests]
                self.assertEqual([line for line in lines if "OTHER" in line], [], lines)
                self.assertEqual(self.only_post(server).path, "/genesys/1/cs/services/36981723/end")

    # An old server

    def test_an_old_server_that_refuses_to_show_everything(self):
        def refuse(request, answer):
            if "extensions" in request.query or "active_tasks" in request.query:
                return reply(400, {"code": 7, "description": "Unknown extension *"})
            return answer()
        server = self.serve(PeerServer("8.1", fault=refuse))
        options = ("--url", server.url, "--dialect", "8.1")
        for command in (READ, ("tasks", "95"), ("services", "--id", "36981723")):
            with self.subTest(command):
                finished = self.expect(DONE, *command, *options)
                self.assertSays(finished.err, "refuses to show attached data")
        listed = self.expect(DONE, "services", "--id", "36981723", "--format", "json", *options)
        self.assertIsNone(listed.json()[0]["open_tasks"])  # which is not 0
        finished = self.expect(DONE, *COMPLETE, *options)
        self.assertSays(finished.err, "unknown which attached data")
        self.only_post(server)

    def test_the_sandbox_plays_old_servers(self):
        for answered, says in (("refuse", "refuses to show"), ("ignore", "may have some all the same")):
            with self.subTest(answered):
                sandbox = self.sandbox("--dialect", "8.1", "--store", ":memory:", "--seed", "demo",
                                       "--extensions-star", answered)
                options = ("--url", sandbox.url, "--dialect", "8.1")
                customers = self.expect(DONE, "services", "--customer", "00018b9GQ5KS03BW",
                                        "--format", "json", *options).json()
                self.assertTrue(customers)
                # What refuses attached data alone shows states and tasks.
                self.assertIsNotNone(customers[0]["open_tasks"])
                finished = self.expect(DONE, "complete", "service",
                                       str(customers[0]["service_id"]), *options)
                self.assertSays(finished.err, says)


class NamesOfCertificates(EndToEnd):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="closeout-e2e-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.certificates = Certificates(folder)

    def test_the_common_name_does_not_count_beside_others(self):
        server = self.serve(PeerServer(tls=self.certificates.common_name))
        for command in (READ, COMPLETE):
            finished = self.expect(REFUSED, *command, "--url", server.url,
                                   "--ca-file", self.certificates.ca)
            self.assertSays(finished.err, "certificate", "elsewhere.example")
        self.assertEqual(server.requests, [])

    def test_an_end_over_tls(self):
        server = self.serve(PeerServer(tls=self.certificates.good))
        self.expect(DONE, *COMPLETE, "--url", server.url, "--ca-file", self.certificates.ca)
        self.only_post(server)

    def test_a_success_of_unknown_length_that_breaks_off(self):
        cut = on("POST", lambda request, answer: Final(b"HTTP/1.1 200 OK\r\n\r\n"))
        server = self.serve(PeerServer(tls=self.certificates.good, fault=cut))
        self.expect(UNKNOWN, *COMPLETE, "--url", server.url, "--ca-file", self.certificates.ca)
        self.only_post(server)


if __name__ == "__main__":
    unittest.main()
