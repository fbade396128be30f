# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""As much of HTTP/1.1 as the test servers need, on sockets, so that the raw bytes are at hand."""

import json
import socket
import socketserver
import ssl
import threading
from urllib.parse import parse_qs, urlsplit

CLOSE = None  # an answer that is none: the connection is closed


class Final(bytes):
    """Bytes to send before the connection is closed."""


def header(line):
    """(name, value)"""
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


class Request:
    def __init__(self, head, body, connection=0):
        lines = head.decode("latin-1").split("\r\n")
        self.head = head  # request line and headers, up to and with the empty line
        self.body = body
        self.request_line = lines[0]
        self.method, self.target, _ = lines[0].split(" ", 2)
        self.headers = [header(line) for line in lines[1:] if line]
        self.connection = connection  # which one it came on, counted from 1
        self.query = parse_qs(urlsplit(self.target).query)
        self.path = urlsplit(self.target).path

    def header(self, name):
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return found[0] if found else None

    def __repr__(self):
        return f"<{self.request_line}, {len(self.body)} bytes>"


def read_request(stream, connection=0):
    """The next request of a binary stream, None at its end. ValueError: this is no HTTP."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline(65537)
        if not line:
            return None
        head += line
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
        if name.strip().lower() == b"transfer-encoding":
            raise ValueError("a body of unknown length")
    body = stream.read(length)
    return Request(head, body, connection) if len(body) == length else None


def reply(status, body=b"", content_type="application/json;charset=utf-8", headers=()):
    """The bytes of one whole answer. body: bytes, text, or what json.dumps takes."""
    if not isinstance(body, (bytes, str)):
        body = json.dumps(body)
    if isinstance(body, str):
        body = body.encode()
    reasons = {200: "OK", 201: "Created", 204: "No Content", 302: "Found", 303: "See Other",
               307: "Temporary Redirect", 400: "Bad Request", 401: "Unauthorized",
               403: "Forbidden", 404: "Not Found", 500: "Internal Server Error",
               503: "Service Unavailable"}
    lines = [f"HTTP/1.1 {status} {reasons.get(status, 'Whatever')}"]
    lines += [f"{name}: {value}" for name, value in headers]
    if status != 204:
        lines += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + (b"" if status == 204 else body)


class Server:
    """Listens on a loopback port of the system's choice and answers with what answer() says.

    fault(request, answer), when given, is asked instead: it returns bytes, Final or CLOSE, and may
    call answer() for the honest bytes (and for their effect).
    """

    def __init__(self, fault=None, tls=None):
        self.fault = fault
        self.requests = []  # in the order in which they had arrived whole
        self.connections = 0
        self.stopping = threading.Event()
        self.lock = threading.RLock()
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                outer._serve(self.request)

        class Listener(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 128

            def handle_error(self, request, client_address):
                pass  # a client may do what it likes

        self._tls = None
        if tls:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(*tls)
        self._listener = Listener(("127.0.0.1", 0), Handler)
        self.port = self._listener.server_address[1]
        threading.Thread(target=self._listener.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, request):
        raise NotImplementedError

    def stop(self):
        self.stopping.set()
        self._listener.shutdown()
        self._listener.server_close()

    @property
    def address(self):
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def posts(self):
        with self.lock:
            return [request for request in self.requests if request.method == "POST"]

    def _serve(self, connection):
        with self.lock:
            self.connections += 1
            number = self.connections
        if self._tls:
            connection = self._tls.wrap_socket(connection, server_side=True)
        with connection, connection.makefile("rb") as stream:
            while not self.stopping.is_set():
                request = read_request(stream, number)
                if request is None:
                    return
                with self.lock:
                    self.requests.append(request)
                honest = lambda: self.answer(request)
                said = self.fault(request, honest) if self.fault else honest()
                if said is not CLOSE:
                    connection.sendall(said)
                if said is CLOSE or isinstance(said, Final):
                    connection.shutdown(socket.SHUT_RDWR)
                    return
                if (request.header("Connection") or "").lower() == "close":
                    return
