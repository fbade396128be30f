# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Wrong addresses and certificates: one sentence naming host, cause and what to check."""

import shutil
import socket
import tempfile
import unittest

from certificates import Certificates
from peerserver import PeerServer
from support import DONE, NOT_SENT, REFUSED, EndToEnd

COMPLETE = ("complete", "service", "36981723")


def unused_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Connection(EndToEnd):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="closeout-e2e-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.certificates = Certificates(folder)

    def secure(self, certificate):
        return self.serve(PeerServer(tls=certificate))

    def refused(self, url, *says, options=(), code=REFUSED):
        finished = self.expect(code, *COMPLETE, "--url", url, *options)
        self.assertSays(finished.err, *says)
        self.assertLessEqual(len(finished.err.strip().splitlines()), 3, finished.err)
        return finished

    def test_nobody_listens(self):
        port = unused_port()
        host = f"127.0.0.1:{port}"
        self.refused(f"http://{host}/genesys/1/cs", host, "refuse", "check")

    def test_no_such_host(self):
        self.refused("http://nowhere.invalid/genesys/1/cs", "nowhere.invalid", "check")

    def test_a_wrong_path(self):
        server = self.serve(PeerServer())
        self.refused(server.address + "/genesys/2/cs", "not found", "base URL", "127.0.0.1",
                     code=NOT_SENT)
        self.assertNothingSent(server)

    def test_the_other_dialect(self):
        server = self.serve(PeerServer())
        self.refused(server.address, "not found", "dialect", options=["--dialect", "8.1"],
                     code=NOT_SENT)
        self.assertNothingSent(server)

    def test_a_url_without_a_path_gets_the_prefix_of_the_dialect(self):
        server = self.serve(PeerServer())
        self.expect(DONE, *COMPLETE, "--url", server.address)
        self.assertEqual(self.only_post(server).path, "/genesys/1/cs/services/36981723/end")

    def test_a_trailing_slash(self):
        server = self.serve(PeerServer())
        self.expect(DONE, *COMPLETE, "--url", server.url + "/")
        self.assertEqual(self.only_post(server).path, "/genesys/1/cs/services/36981723/end")

    def test_what_cannot_be_a_base_url(self):
        for url in ("", "ftp://127.0.0.1/", "127.0.0.1", "http://", "http://a:b@127.0.0.1/",
                    "http://127.0.0.1/?x=1", "http://127.0.0.1:99999/"):
            with self.subTest(url):
                finished = self.ctl(*COMPLETE, "--url", url)
                self.assertIn(finished.code, (3, 64), f"\n{finished}")
                self.assertSays(finished.err, "URL")

    # Certificates

    def test_a_certificate_of_a_known_authority(self):
        server = self.secure(self.certificates.good)
        self.expect(DONE, *COMPLETE, "--url", server.url, "--ca-file", self.certificates.ca)
        self.only_post(server)

    def test_a_certificate_of_an_unknown_authority(self):
        server = self.secure(self.certificates.good)
        self.refused(server.url, "127.0.0.1", "certificate", "CA file")
        self.assertEqual(server.requests, [])

    def test_an_expired_certificate(self):
        server = self.secure(self.certificates.expired)
        self.refused(server.url, "127.0.0.1", "certificate", "expired",
                     options=["--ca-file", self.certificates.ca])
        self.assertEqual(server.requests, [])

    def test_a_certificate_that_signed_itself(self):
        server = self.secure(self.certificates.self_signed)
        self.refused(server.url, "127.0.0.1", "certificate", "self-signed")
        self.assertEqual(server.requests, [])

    def test_a_certificate_for_another_host(self):
        server = self.secure(self.certificates.other_host)
        self.refused(server.url, "127.0.0.1", "certificate",
                     options=["--ca-file", self.certificates.ca])
        self.assertEqual(server.requests, [])

    def test_a_missing_ca_file(self):
        server = self.secure(self.certificates.good)
        for path in (self.scratch / "nowhere.pem", self.write("empty.pem", "")):
            with self.subTest(path):
                finished = self.ctl(*COMPLETE, "--url", server.url, "--ca-file", path)
                self.assertIn(finished.code, (3, 64), f"\n{finished}")
                self.assertSays(finished.err, path.name)
        self.assertEqual(server.requests, [])

    def test_tls_where_there_is_none(self):
        server = self.serve(PeerServer())
        self.refused(server.url.replace("http:", "https:"), "127.0.0.1", options=["--timeout", "2"])
        self.assertNothingSent(server)

    def test_no_tls_where_there_is_some(self):
        server = self.secure(self.certificates.good)
        self.refused(server.url.replace("https:", "http:"), "127.0.0.1")
        self.assertNothingSent(server)


if __name__ == "__main__":
    unittest.main()
