# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What a server, a file or a name says can neither command a terminal nor pass for what the program
says; and who no longer reads is not read for."""

import csv
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import termios
import threading
import time
import unittest

from http11 import Server, reply
from peerserver import CUSTOMER, PeerServer
from rawserver import on
from support import CLOSEOUTCTL, DONE, NOT_SENT, REFUSED, EndToEnd

READER_GONE = 23
COMPLETE = ("complete", "service", "36981723")

# Escape sequences, C1, lines of another's making, directions, nothing at all, a tag.
TRICKS = "a\x1b[31mb\x9b2Jc\x07d\x00e\x7ff\u0085g\u2028h\u202ei\u200bj\u061ck\ufeffl\U000e0041m"
SPOOF = "no\u201d\ncloseoutctl: The service 36981723 was ended after all.\r\n\n$ " + TRICKS

# What must not reach a terminal: controls but for \n, \t and \r before \n, and what is not seen.
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e"
                    "\u2060-\u2069\ufeff\U000e0000-\U000e007f]|\r(?!\n)")


class Terminal(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def assertTame(self, text):
        found = OBEYED.search(text)
        self.assertIsNone(found, found and text[max(0, found.start() - 40):found.end() + 40])

    def assertOurLines(self, errors, *beginnings):
        for line in errors.splitlines():
            self.assertTrue(line.startswith(("closeoutctl: ", *beginnings)), errors)

    def on_terminal(self, *arguments):
        """Standard output, which is a terminal, and standard error, which is not."""
        master, slave = pty.openpty()
        process = self.start(*arguments, stdin=subprocess.DEVNULL, stdout=slave,
                             stderr=subprocess.PIPE)
        os.close(slave)
        shown = []

        def collect():
            try:
                while data := os.read(master, 65536):
                    shown.append(data)
            except OSError:
                pass  # it has ended

        reader = threading.Thread(target=collect)
        reader.start()
        errors = process.communicate(timeout=60)[1].decode()
        reader.join()
        os.close(master)
        # The terminal makes \r\n of each \n.
        return process.returncode, b"".join(shown).decode().replace("\r\n", "\n"), errors

    def converse(self, *arguments, waits_for, types):
        """All that a person sees, who types when it is asked; and the exit code."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(CLOSEOUTCTL, [CLOSEOUTCTL, *self.command_line(arguments)],
                      self.environment())
        shown, echoes, ends = b"", None, time.monotonic() + 60
        while time.monotonic() < ends:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            shown += data
            if types is not None and waits_for in shown:
                echoes = termios.tcgetattr(terminal)[3] & termios.ECHO
                os.write(terminal, types)
                types = None
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        echoes_after = termios.tcgetattr(terminal)[3] & termios.ECHO
        os.close(terminal)
        return code, shown.decode(), echoes, bool(echoes_after)

    def tricky_service(self):
        bill = self.peer.services["36981723"]
        bill.fields["service_type"] = json.dumps(TRICKS, ensure_ascii=False)
        bill.fields["Att"] = json.dumps({"x": TRICKS}, ensure_ascii=False)

    # Standard error

    def test_a_server_makes_no_lines_of_its_own(self):
        self.peer.fault = on("POST", lambda request, answer: reply(
            400, json.dumps({"message": SPOOF, "exception": "x.y"}, ensure_ascii=False)))
        finished = self.expect(REFUSED, *COMPLETE, "--url", self.peer.url)
        self.assertTame(finished.err)
        self.assertOurLines(finished.err, "Warning: ")
        self.assertIn("\u27e8U+000A\u27e9closeoutctl: The service", finished.err)
        for listing in (["journal"], ["journal", "--exchanges"]):
            shown = self.expect(DONE, *listing).out
            self.assertTame(shown)
            self.assertFalse([line for line in shown.splitlines()
                              if line.startswith(("closeoutctl", "$"))], shown)

    def test_a_file_makes_no_lines_of_its_own(self):
        self.config.mkdir()
        (self.config / "environments.json").write_text(json.dumps({"environments": [
            {"name": SPOOF, "url": self.peer.url, "safety": SPOOF, SPOOF: 1}]}))
        for arguments in (["environment", "list"], ["services", "--env", "A"]):
            finished = self.expect(NOT_SENT, *arguments)
            self.assertTame(finished.err)
            self.assertOurLines(finished.err, str(self.config))
        path = self.write("odd.json", '{"a\\u001b[31m": 1, "a\\u001b[31m": 2, "\u202e\u0085": 1, '
                                      '"\u202e\u0085": 2}')
        finished = self.expect(DONE, "json", "check", str(path))
        self.assertTame(finished.err)
        self.assertOurLines(finished.err, "Note: ", "Valid JSON")

    def test_a_wrong_filter_is_marked_where_it_is_shown(self):
        finished = self.expect(NOT_SENT, "services", "--url", self.peer.url, "--filter",
                               "media:1\u202e agge>4h")
        self.assertTame(finished.err)
        lines = finished.err.splitlines()
        self.assertEqual(lines[2].index("^"), lines[1].index("agge"), finished.err)

    # Standard output

    def test_a_terminal_obeys_nothing_in_a_listing(self):
        self.tricky_service()
        for form in ("table", "json", "jsonl", "csv", "spreadsheet", "markdown"):
            with self.subTest(form):
                code, shown, errors = self.on_terminal(
                    "services", "--url", self.peer.url, "--customer", CUSTOMER, "--format", form,
                    "--columns", "service_id,service_type,data.Att.x")
                self.assertEqual(code, DONE, errors)
                self.assertTame(shown)
                self.assertIn("\u27e8U+202E\u27e9i", shown)
                self.assertEqual(len([line for line in shown.splitlines()
                                      if "36981723" in line]), 1, shown)

    def test_a_pipe_gets_what_the_server_said(self):
        self.tricky_service()
        where = ["services", "--url", self.peer.url, "--customer", CUSTOMER, "--columns",
                 "service_id,service_type", "--format"]
        rows = dict(csv.reader(io.StringIO(self.expect(DONE, *where, "csv").raw.decode(),
                                           newline="")))
        self.assertEqual(rows["36981723"], TRICKS)
        types = {row["service_id"]: row["service_type"]
                 for row in self.expect(DONE, *where, "json").json()}
        self.assertEqual(types["36981723"], TRICKS)
        for form in ("table", "markdown"):  # are for people wherever they go
            self.assertTame(self.expect(DONE, *where, form).raw.decode())

    def test_a_terminal_obeys_nothing_in_a_record(self):
        self.tricky_service()
        for arguments in (["service", "36981723"], ["service", "36981723", "--format", "json"],
                          [*COMPLETE, "--keep-data", "--dry-run"],
                          [*COMPLETE, "--keep-data", "--dry-run", "--format", "json"]):
            with self.subTest(arguments):
                code, shown, errors = self.on_terminal(*arguments, "--url", self.peer.url)
                self.assertEqual(code, DONE, errors)
                self.assertTame(shown)
                self.assertTame(errors)
        raw = self.expect(DONE, *COMPLETE, "--keep-data", "--dry-run", "--url", self.peer.url).raw
        self.assertIn(json.dumps(TRICKS, ensure_ascii=False).encode(), raw)

    # Questions

    def test_the_question_shows_what_is_asked_about(self):
        name = "Prod\u202e\x1b[2J"
        self.peer.services["36\u200b"] = self.peer.services["36981723"]
        self.write_environments({"name": name, "url": self.peer.url, "safety": "confirm"})
        code, shown, *_ = self.converse("complete", "service", "36981723", "--env", name,
                                        waits_for=b"yes", types=b"no\n")
        self.assertEqual(code, NOT_SENT, shown)
        self.assertTame(shown.replace("\r\n", "\n"))
        self.assertIn("Prod\u27e8U+202E\u27e9\u27e8U+001B\u27e9[2J", shown)

    def test_a_password_is_not_shown(self):
        where = ("services", "--url", self.peer.url, "--user", "ada\x1b[31m")
        for types in (b"s3cret\n", b"s3cret\x03"):  # entered; and stopped with Ctrl+C
            with self.subTest(types):
                code, shown, echoes, echoes_after = self.converse(
                    *where, waits_for=b"Password", types=types)
                self.assertNotIn("s3cret", shown)
                self.assertTame(shown.replace("\r\n", "\n"))
                self.assertEqual(echoes, 0, shown)
                self.assertTrue(echoes_after)
        self.assertEqual(code, -signal.SIGINT)

    # A reader that has gone

    def test_a_reader_that_has_gone_is_not_read_for(self):
        sent = []

        class Endless(Server):
            """An export that does not end by itself; each piece is a service."""

            def _serve(self, connection):
                with connection:
                    connection.recv(65536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\n"
                                       b"Content-Type: application/json\r\n\r\n[")
                    try:
                        while not self.stopping.wait(0.02):
                            connection.sendall(b'{"service_id":"%d"},' % len(sent) * 100)
                            sent.append(1)
                    except OSError:
                        pass

        for options in ([], ["--format", "jsonl"], ["--filter", "type:nothing"]):
            with self.subTest(options):
                server = self.serve(Endless())
                process = self.start("services", "--url", f"{server.address}/x", *options,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                if not options or "jsonl" in options:
                    self.assertNotEqual(process.stdout.readline(), b"")
                process.stdout.close()
                errors = process.stderr.read()
                process.stderr.close()
                self.assertEqual(process.wait(30), READER_GONE, errors)


if __name__ == "__main__":
    unittest.main()
