# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What was given as a secret is seen by the server alone, even where the server quotes it."""

import base64
import unittest
from urllib.parse import quote

from http11 import reply
from peerserver import PeerServer
from rawserver import on
from support import DONE, NOT_SENT, REFUSED, UNKNOWN, EndToEnd

PASSWORD = "s3cret/Pass+word 91f"
PAIR = base64.b64encode(f"demo:{PASSWORD}".encode()).decode()
COMPLETE = ("complete", "service", "36981723")
READ = ("service", "36981723")


def echo(status):
    """An answer that quotes what it was sent, in every spelling, in its head and its body."""
    def fault(request, answer):
        given = " ".join(value for name, value in request.headers
                         if name in ("Authorization", "Cookie", "X-Api-Key"))
        said = f"{given} {quote(given, safe='')} {PASSWORD} {quote(PASSWORD, safe='')}"
        return reply(status, {"message": f"you sent {said}", "exception": "x.EchoException"},
                     headers=[("X-Echo", said)])
    return fault


class Secrets(EndToEnd):
    def assertSecret(self, finished, *secrets):
        """Neither in what was printed, nor in any file."""
        secrets = secrets or (PASSWORD, PAIR, quote(PASSWORD, safe=""), quote(PAIR, safe=""))
        kept = [path.read_bytes() for path in self.config.rglob("*") if path.is_file()]
        shown = [finished.raw, finished.err.encode()] + kept
        for secret in secrets:
            for text in shown:
                self.assertNotIn(secret.encode(), text)

    def journalled(self, *secrets):
        told = self.expect(DONE, "journal", "--exchanges")
        self.assertSecret(told, *secrets)
        self.assertIn("********", told.out)
        return told

    def test_quoted_in_a_refusal(self):
        server = self.serve(PeerServer(fault=on("POST", echo(403))))
        finished = self.expect(REFUSED, *COMPLETE, "--url", server.url, "--user", "demo",
                               password=PASSWORD)
        self.assertEqual(self.only_post(server).header("Authorization"), f"Basic {PAIR}")
        self.assertSecret(finished)
        self.assertSays(finished.err, "you sent Basic ********")
        self.journalled()

    def test_quoted_in_an_answer_that_says_nothing(self):
        server = self.serve(PeerServer(fault=on("POST", echo(200))))
        finished = self.expect(UNKNOWN, *COMPLETE, "--url", server.url, "--user", "demo",
                               password=PASSWORD)
        self.assertSecret(finished)
        self.journalled()

    def test_quoted_to_a_reader(self):
        server = self.serve(PeerServer(fault=echo(500)))
        self.assertSecret(self.expect(REFUSED, *READ, "--url", server.url, "--user", "demo",
                                      password=PASSWORD))

    # In the address

    def test_in_the_url(self):
        for command in (READ, COMPLETE, ("services",)):
            finished = self.expect(NOT_SENT, *command, "--user", "demo",
                                   "--url", "http://demo:TOPSECRET@127.0.0.1:1")
            self.assertNotIn("TOPSECRET", finished.err + finished.out)
            self.assertSays(finished.err, "URL", "user name")

    # Headers

    def test_headers_from_a_file(self):
        server = self.serve(PeerServer(fault=on("POST", echo(403))))
        headers = self.write("headers", "# a comment\n\nAuthorization: Bearer tok3n-abcdef\n"
                             "Cookie: JSESSIONID=s3ss10n-xyz\r\nContactCenterId: 1\n")
        finished = self.expect(REFUSED, *COMPLETE, "--url", server.url, "--header-file", headers)
        post = self.only_post(server)
        self.assertEqual(post.header("Authorization"), "Bearer tok3n-abcdef")
        self.assertEqual(post.header("Cookie"), "JSESSIONID=s3ss10n-xyz")
        self.assertEqual(post.header("ContactCenterId"), "1")
        self.assertSecret(finished, "tok3n-abcdef", "s3ss10n-xyz")
        self.journalled("tok3n-abcdef", "s3ss10n-xyz")

    def test_a_header_file_that_is_none(self):
        server = self.serve(PeerServer())
        for text in ("s3cret-without-name", "Host: elsewhere", "X y: 1"):
            headers = self.write("headers", f"ContactCenterId: 1\n{text}\n")
            finished = self.expect(NOT_SENT, *READ, "--url", server.url, "--header-file", headers)
            self.assertSays(finished.err, "Line 2", "headers")
            self.assertNotIn("s3cret", finished.err)
        finished = self.expect(NOT_SENT, *READ, "--url", server.url,
                               "--header-file", self.scratch / "nowhere")
        self.assertSays(finished.err, "nowhere")
        self.assertEqual(server.requests, [])

    def test_two_ways_to_sign_in(self):
        server = self.serve(PeerServer())
        finished = self.expect(NOT_SENT, *READ, "--url", server.url, "--user", "demo",
                               "--header", "Authorization: Bearer x", password=PASSWORD)
        self.assertSays(finished.err, "Authorization", "two ways")
        self.assertEqual(server.requests, [])

    def test_a_header_in_the_dry_run(self):
        server = self.serve(PeerServer())
        finished = self.expect(DONE, *COMPLETE, "--dry-run", "--url", server.url,
                               "--header", "Authorization: Bearer tok3n-abcdef")
        self.assertSecret(finished, "tok3n-abcdef")
        self.assertSays(finished.out, "Authorization: Bearer ********")

    def test_no_environment_keeps_them(self):
        for header in ("X-Jwt: abc-def", "X-Pwd: abc-def", "X-Who: Bearer abc-def",
                       "Authorization: Basic abc-def", "Cookie: a=abc-def"):
            with self.subTest(header):
                finished = self.expect(NOT_SENT, "environment", "add", "A", "--url",
                                       "http://127.0.0.1:1", "--header", header)
                self.assertSecret(finished, "abc-def")
                self.assertSays(finished.err, "--header-file")

    # Other ways to sign in

    def test_the_schemes_that_are_asked_for(self):
        for asked, named in (
                (['Digest realm="x", nonce="abc", qop="auth", algorithm=SHA-256'], "Digest"),
                (["Negotiate", "NTLM"], "Negotiate, NTLM"), (['Bearer realm="gw"'], "Bearer")):
            headers = [("WWW-Authenticate", value) for value in asked]
            server = self.serve(PeerServer(
                fault=lambda request, answer: reply(401, "", headers=headers)))
            for options in ([], ["--user", "demo"]):
                with self.subTest(named, options=options):
                    finished = self.expect(REFUSED, *READ, "--url", server.url, *options,
                                           password=PASSWORD)
                    self.assertSays(finished.err, f"with {named},", "Authorization")
                    self.assertNotIn("does not accept the password", finished.err)
        both = [("WWW-Authenticate", 'Digest realm="x", Basic realm="y"')]
        server = self.serve(PeerServer(
            fault=lambda request, answer: reply(401, "", headers=both)))
        finished = self.expect(REFUSED, *READ, "--url", server.url, "--user", "demo",
                               password=PASSWORD)
        self.assertSays(finished.err, "does not accept the password")


if __name__ == "__main__":
    unittest.main()
