# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What is read before an end can be anything. Each oddity is one sentence, and nothing is sent."""

import unittest

import faults
import rawserver
from peerserver import PeerServer
from rawserver import on
from support import DONE, REFUSED, EndToEnd

COMPLETE = ("complete", "service", "36981723")
READ = ("service", "36981723")


class Answers(EndToEnd):
    def refused(self, server, *says, options=()):
        """Both a reading and an ending command refuse in words."""
        for command in (READ, COMPLETE):
            finished = self.expect(REFUSED, *command, "--url", server.url, *options)
            self.assertSays(finished.err, *says)
            self.assertEqual(finished.out, "")

    def refused_at(self, ways, *says, options=()):
        """At a sandbox with these faults of its reads, which receives no end."""
        sandbox = self.misbehaving(*ways)
        self.refused(sandbox, *says, options=options)
        self.assertEqual(sandbox.ends(), [])
        return sandbox

    def refused_at_peer(self, fault, *says):
        """At a peer that breaks HTTP itself."""
        server = self.serve(PeerServer(fault=on("GET", fault)))
        self.refused(server, *says)
        self.assertNothingSent(server)

    def test_a_web_page(self):
        self.refused_at([faults.page(200, "read")], "Context Services",
                        "<html><head><title>Gateway")

    def test_truncated_json(self):
        self.refused_at([faults.said(200, faults.TRUNCATED, "read")], "Context Services",
                        '{"service_id"')

    def test_a_body_that_ends_early(self):
        self.refused_at([faults.broken_off("read", after_body_bytes=36)], "127.0.0.1")

    def test_a_compressed_body(self):
        self.refused_at_peer(rawserver.gzip_unasked, "compress")

    def test_garbage_instead_of_http(self):
        self.refused_at_peer(rawserver.garbage, "127.0.0.1")

    def test_broken_off_in_the_status_line(self):
        self.refused_at([faults.broken_off("read", after_bytes=11)], "127.0.0.1")

    def test_dropped(self):
        self.refused_at([faults.lost("read")], "127.0.0.1")

    def test_never_answered(self):
        self.refused_at([faults.silent("read")], "127.0.0.1", options=["--timeout", "1"])

    def test_a_server_error(self):
        self.refused_at([faults.page(500, "read")], "500")

    def test_redirected(self):
        elsewhere = self.serve(rawserver.Elsewhere())
        sandbox = self.sandbox()
        for status in (302, 303, 307):
            with self.subTest(status):
                location = {"Location": elsewhere.address + "/x"}
                sandbox.misbehave(faults.page(status, "read", location))
                self.refused(sandbox, "redirect", str(status))
        self.assertEqual(sandbox.ends(), [])
        self.assertEqual(elsewhere.requests, [])

    def test_forbidden(self):
        self.refused_at([faults.said(*faults.FORBIDDEN, "read")], "Supervisor")

    def test_unauthorized_without_a_user(self):
        sandbox = self.refused_at([faults.page(401, "read", faults.UNAUTHORIZED)], "user",
                                  "password")
        self.assertEqual(sandbox.hits(), [2], "one for each command")

    def test_unauthorized_for_ever_with_a_user(self):
        sandbox = self.misbehaving(faults.page(401, None, faults.UNAUTHORIZED))
        finished = self.expect(REFUSED, *COMPLETE, "--url", sandbox.url, "--user", "demo",
                               password="not-it-7c1b")
        self.assertSays(finished.err, "demo", "password")
        self.assertNotIn("not-it-7c1b", finished.err + finished.out)
        self.assertLessEqual(sandbox.hits()[0], 2)
        self.assertEqual(sandbox.ends(), [])

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
