# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Servers that are reached through a proxy: the one that the environment names."""

import base64
import socket
import threading
import unittest
from urllib.parse import urlsplit

from certificates import Certificates
from http11 import Request, Server, read_request, reply
from peerserver import PeerServer
from support import DONE, REFUSED, EndToEnd

GMS = "http://gms.invalid:8080"
COMPLETE = ("complete", "service", "36981723", "--url", GMS)
READ = ("service", "36981723", "--url", GMS)


class Proxy(Server):
    """Answers for every host, as a peer would; signed in to with Basic if there are credentials."""

    def __init__(self, credentials=None, scheme="Basic"):
        self.peer = PeerServer()
        self._credentials = credentials
        self._scheme = scheme
        super().__init__()

    def stop(self):
        self.peer.stop()
        super().stop()

    def answer(self, request):
        given = request.header("Proxy-Authorization")
        wanted = self._credentials and "Basic " + base64.b64encode(self._credentials).decode()
        if wanted and given != wanted:
            return reply(407, "", headers=[("Proxy-Authenticate", f'{self._scheme} realm="corp"')])
        parts = urlsplit(request.target)
        assert parts.netloc == "gms.invalid:8080", request.target
        inner = Request(request.head.replace(b"http://gms.invalid:8080", b"", 1), request.body)
        return self.peer.answer(inner)


class Tunnel(Server):
    """Leads every host to one server of this machine: CONNECT, signed in to with Basic."""

    def __init__(self, port, credentials):
        self._target = port
        self._wanted = "Basic " + base64.b64encode(credentials).decode()
        self.refused = 0
        super().__init__()

    def _serve(self, connection):
        with connection, connection.makefile("rb", buffering=0) as stream:
            while (request := read_request(stream)) is not None:
                assert request.request_line == "CONNECT gms.invalid:8443 HTTP/1.1"
                if request.header("Proxy-Authorization") == self._wanted:
                    connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                    self._lead(connection)
                    return
                self.refused += 1
                connection.sendall(reply(407, "", headers=[
                    ("Proxy-Authenticate", 'Basic realm="corp"'), ("Connection", "keep-alive")]))

    def _lead(self, client):
        with socket.create_connection(("127.0.0.1", self._target)) as server:
            back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
            back.start()
            self._pump(client, server)
            back.join()

    @staticmethod
    def _pump(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class Proxies(EndToEnd):
    def through(self, proxy, user="", **more):
        return {"http_proxy": f"http://{user}127.0.0.1:{proxy.port}"} | more

    def test_read_and_write(self):
        proxy = self.serve(Proxy())
        self.expect(DONE, *READ, environment=self.through(proxy))
        self.expect(DONE, *COMPLETE, environment=self.through(proxy))
        self.assertEqual(self.only_post(proxy).target, GMS + "/genesys/1/cs/services/36981723/end")
        self.assertEqual(self.only_post(proxy).header("Host"), "gms.invalid:8080")

    def test_with_its_credentials(self):
        proxy = self.serve(Proxy(b"pu:p@w-long"))
        environment = self.through(proxy, "pu:p%40w-long@")
        self.expect(DONE, *READ, environment=environment)
        finished = self.expect(DONE, *COMPLETE, environment=environment)
        self.only_post(proxy)
        told = self.expect(DONE, "journal", "--exchanges")
        for text in (finished.out, finished.err, told.out):
            self.assertNotIn("p@w-long", text)

    def test_over_tls(self):
        certificates = Certificates(self.scratch)
        peer = self.serve(PeerServer(tls=certificates.good))
        tunnel = self.serve(Tunnel(peer.port, b"pu:p@w-long"))
        to = ("--url", "https://gms.invalid:8443", "--ca-file", certificates.ca)
        right = {"https_proxy": f"http://pu:p%40w-long@127.0.0.1:{tunnel.port}"}
        self.expect(DONE, "service", "36981723", *to, environment=right)
        self.expect(DONE, "complete", "service", "36981723", *to, environment=right)
        self.assertIsNone(self.only_post(peer).header("Proxy-Authorization"))
        wrong = {"https_proxy": f"http://pu:wrong-one@127.0.0.1:{tunnel.port}"}
        finished = self.expect(REFUSED, "service", "95", *to, environment=wrong)
        self.assertSays(finished.err, f"proxy 127.0.0.1:{tunnel.port}", "does not accept")
        self.assertNotIn("wrong-one", finished.err)

    def test_without_or_with_wrong_ones(self):
        proxy = self.serve(Proxy(b"pu:ppw"))
        finished = self.expect(REFUSED, *READ, environment=self.through(proxy))
        self.assertSays(finished.err, f"proxy 127.0.0.1:{proxy.port}", "wants", "407", "http_proxy")
        finished = self.expect(REFUSED, *READ, environment=self.through(proxy, "pu:wrong@"))
        self.assertSays(finished.err, f"proxy 127.0.0.1:{proxy.port}", "does not accept")
        self.assertNotIn("wrong", finished.err)
        self.assertLess(len(proxy.requests), 6)

    def test_a_dead_one(self):
        finished = self.expect(REFUSED, *READ,
                               environment={"http_proxy": "http://127.0.0.1:9"})
        self.assertSays(finished.err, "proxy 127.0.0.1:9", "http_proxy")
        self.assertNotIn("gms.invalid", finished.err)

    def test_one_that_is_not_there(self):
        finished = self.expect(REFUSED, *READ, environment={"http_proxy": "http://p.invalid:1"})
        self.assertSays(finished.err, "proxy", "p.invalid")

    def test_exceptions(self):
        proxy = self.serve(Proxy())
        for exceptions in ("*", "gms.invalid", "other, .invalid"):
            with self.subTest(exceptions):
                finished = self.expect(REFUSED, *READ,
                                       environment=self.through(proxy, no_proxy=exceptions))
                self.assertSays(finished.err, "no host named", "gms.invalid")
        self.assertEqual(proxy.requests, [])

    def test_this_machine_needs_none(self):
        peer = self.serve(PeerServer())
        self.expect(DONE, "complete", "service", "36981723", "--url", peer.url,
                    environment={"http_proxy": "http://127.0.0.1:9"})
        self.only_post(peer)


if __name__ == "__main__":
    unittest.main()
