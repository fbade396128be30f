# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What is read before an end can be anything. Each oddity is one sentence, and nothing is sent."""

import unittest

import rawserver
from peerserver import PeerServer
from rawserver import on
from support import DONE, REFUSED, EndToEnd

COMPLETE = ("complete", "service", "36981723")
READ = ("service", "36981723")


class Answers(EndToEnd):
    def refused(self, fault, *says, options=()):
        """Both a reading and an ending command refuse in words; no POST is made."""
        server = self.serve(PeerServer(fault=on("GET", fault)))
        for command in (READ, COMPLETE):
            finished = self.expect(REFUSED, *command, "--url", server.url, *options)
            self.assertSays(finished.err, *says)
            self.assertEqual(finished.out, "")
        self.assertNothingSent(server)
        return server

    def test_a_web_page(self):
        self.refused(rawserver.web_page, "Context Services", "<html><head><title>Gateway")

    def test_truncated_json(self):
        self.refused(rawserver.truncated_json, "Context Services", '{"service_id"')

    def test_a_body_that_ends_early(self):
        self.refused(rawserver.half_a_body, "127.0.0.1")

    def test_a_compressed_body(self):
        self.refused(rawserver.gzip_unasked, "compress")

    def test_garbage_instead_of_http(self):
        self.refused(rawserver.garbage, "127.0.0.1")

    def test_broken_off_in_the_status_line(self):
        self.refused(rawserver.half_a_status_line, "127.0.0.1")

    def test_dropped(self):
        self.refused(rawserver.drop, "127.0.0.1")

    def test_never_answered(self):
        never = rawserver.Never()
        self.addCleanup(never.release)
        self.refused(never, "127.0.0.1", options=["--timeout", "1"])

    def test_a_server_error(self):
        self.refused(rawserver.broken, "500")

    def test_redirected(self):
        elsewhere = self.serve(rawserver.Elsewhere())
        for status in (302, 303, 307):
            with self.subTest(status):
                fault = rawserver.redirect(status, elsewhere.address + "/x")
                self.refused(fault, "redirect", str(status))
        self.assertEqual(elsewhere.requests, [])

    def test_forbidden(self):
        self.refused(rawserver.forbidden, "Supervisor")

    def test_unauthorized_without_a_user(self):
        server = self.refused(rawserver.unauthorized, "user", "password")
        self.assertEqual(len(server.requests), 2, "one for each command")

    def test_unauthorized_for_ever_with_a_user(self):
        server = self.serve(PeerServer(fault=rawserver.unauthorized))
        finished = self.expect(REFUSED, *COMPLETE, "--url", server.url, "--user", "demo",
                               password="not-it-7c1b")
        self.assertSays(finished.err, "demo", "password")
        self.assertNotIn("not-it-7c1b", finished.err + finished.out)
        self.assertLessEqual(len(server.requests), 2)
        self.assertNothingSent(server)

    def test_the_right_password(self):
        server = self.serve(PeerServer(user="demo", password="pässword:1"))
        options = ["--url", server.url, "--user", "demo"]
        self.expect(DONE, *READ, *options, password="pässword:1")
        self.expect(DONE, *COMPLETE, *options, password="pässword:1")
        self.expect(REFUSED, *READ, *options, password="wrong")

    def test_tenant_headers(self):
        server = self.serve(PeerServer(tenant="7"))
        finished = self.expect(REFUSED, *COMPLETE, "--url", server.url)
        self.assertSays(finished.err, "no tenant specified in multi-tenant environment")
        finished = self.expect(REFUSED, *COMPLETE, "--url", server.url,
                               "--header", "ContactCenterId: 8")
        self.assertSays(finished.err, "'ContactCenterId'='8' not configured")
        self.assertNothingSent(server)
        self.expect(DONE, *COMPLETE, "--url", server.url, "--header", "ContactCenterId: 7",
                    "--header", "GroupId: east")
        self.assertEqual(self.only_post(server).header("ContactCenterId"), "7")
        self.assertEqual(self.only_post(server).header("GroupId"), "east")

    def test_a_header_that_breaks_the_request(self):
        server = self.serve(PeerServer())
        for header in ("no colon", "X: a\r\nY: b", ": empty", "Content-Length: 3",
                       "Host: elsewhere"):
            with self.subTest(header):
                finished = self.ctl(*READ, "--url", server.url, "--header", header)
                self.assertIn(finished.code, (3, 64), f"\n{finished}")
        self.assertEqual(server.requests, [])


if __name__ == "__main__":
    unittest.main()
