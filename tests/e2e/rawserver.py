# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Ways in which a server, or what stands before it, misbehaves that the sandbox does not play
(faults.py): where HTTP is broken, and where a test needs the requests themselves.

Each is a fault for a Server of http11.py: fault(request, answer) returns what is sent instead of
answer(), which gives the honest bytes and has their effect.
"""

import gzip
import io
import socket
import threading

from http11 import CLOSE, Final, Server, read_request, reply

HTML = "<html><head><title>Gateway</title></head><body>Sign in to the network</body></html>"


def on(method, fault):
    """The fault for requests of one method; the others are answered honestly."""
    return lambda request, answer: fault(request, answer) if request.method == method else answer()


def drop(request, answer):
    return CLOSE


def apply_and_drop(request, answer):
    answer()
    return CLOSE


def gzip_unasked(request, answer):
    head, _, body = answer().partition(b"\r\n\r\n")
    packed = gzip.compress(body)
    return (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
            b"Content-Length: %d\r\n\r\n" % len(packed)) + packed


def garbage(request, answer):
    return Final(b"SSH-2.0-OpenSSH_9.2p1\r\n\x00\x01\x02\x03")


def web_page(request, answer):
    return reply(200, HTML, "text/html")


def unauthorized(request, answer):
    return reply(401, HTML, "text/html", [("WWW-Authenticate", 'Basic realm="anything"')])


def broken(request, answer):
    return reply(500, HTML, "text/html")


class Never:
    """No answer, until release(); reached() is true when a request waits."""

    def __init__(self):
        self._arrived = threading.Event()
        self._released = threading.Event()

    def __call__(self, request, answer):
        self._arrived.set()
        self._released.wait(60)
        return CLOSE

    def reached(self, seconds=20):
        return self._arrived.wait(seconds)

    def release(self):
        self._released.set()


class Elsewhere(Server):
    """Where nobody should come: it counts who does."""

    def answer(self, request):
        return reply(200, {})


class Recorder:
    """Stands before another server and passes every byte on; keeps what the clients sent."""

    def __init__(self, port):
        self._target = port
        self._sent = []  # one bytearray a connection
        self._open = 0  # connections on which something may still come
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self):
        self._listener.shutdown(socket.SHUT_RDWR)  # whoever waits for the next one is woken
        self._listener.close()

    @property
    def requests(self):
        found = []
        for number, sent in enumerate(list(self._sent), 1):
            stream = io.BytesIO(bytes(sent))
            while (request := read_request(stream, number)) is not None:
                found.append(request)
        return found

    @property
    def posts(self):
        return [request for request in self.requests if request.method == "POST"]

    def is_busy(self):
        with self._lock:
            return self._open > 0

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            sent = bytearray()
            with self._lock:
                self._open += 1
            self._sent.append(sent)
            threading.Thread(target=self._pass_on, args=(client, sent), daemon=True).start()

    def _pass_on(self, client, sent):
        try:
            with client, socket.create_connection(("127.0.0.1", self._target)) as server:
                back = threading.Thread(target=self._pump, args=(server, client, None), daemon=True)
                back.start()
                self._pump(client, server, sent)
                back.join()
        finally:
            with self._lock:
                self._open -= 1

    @staticmethod
    def _pump(source, sink, keep):
        try:
            while data := source.recv(65536):
                if keep is not None:
                    keep += data
                sink.sendall(data)
        except OSError:
            pass
        try:
            sink.shutdown(socket.SHUT_WR)  # a sender that was killed is gone as well
        except OSError:
            pass
