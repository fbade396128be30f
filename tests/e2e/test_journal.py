# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The journal has the intention before anything is sent; what it cannot hold is not sent."""

import copy
import csv
import getpass
import io
import subprocess
import unittest

from http11 import reply
from peerserver import PeerServer
from rawserver import on
from support import DONE, NOT_SENT, REFUSED, SERVICE_EXAMPLE, EndToEnd, full_disk

COMPLETE = ("complete", "service", "36981723")


class Journal(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def complete(self, code, **more):
        finished = self.expect(code, *COMPLETE, "--url", self.peer.url, **more)
        if code == NOT_SENT:
            self.assertNothingSent(self.peer)
            self.assertSays(finished.err, "journal")
        return finished

    def test_a_whole_exchange(self):
        self.expect(DONE, *SERVICE_EXAMPLE, "--url", self.peer.url)
        entry = self.only_entry()
        self.assertRegex(entry["at"], r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
        self.assertEqual(entry["url"], self.peer.url)
        self.assertEqual(entry["user"], getpass.getuser())
        self.assertEqual(entry["target"], "service 36981723")
        self.assertEqual((entry["outcome"], entry["status"], entry["method"]),
                         ("completed", 204, "POST"))
        self.assertEqual(entry["request_body"].encode(), self.only_post(self.peer).body)

    def test_last_and_the_table(self):
        self.expect(DONE, "complete", "task", "95", "3", "--url", self.peer.url)
        self.expect(DONE, *COMPLETE, "--url", self.peer.url)
        self.assertEqual(len(self.journal()), 2)
        last = self.expect(DONE, "journal", "--last", "1", "--format", "json").json()
        self.assertEqual([entry["target"] for entry in last], ["service 36981723"])
        table = self.expect(DONE, "journal")
        self.assertSays(table.out, "36981723", "95/3", "completed", "204")
        text = self.expect(DONE, "journal", "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual([row["target"] for row in rows], ["task 95/3", "service 36981723"])

    def test_an_empty_journal(self):
        self.assertEqual(self.journal(), [])
        self.expect(DONE, "journal")

    def test_a_server_cannot_command_the_terminal(self):
        self.peer.fault = on("POST", lambda request, answer: reply(
            400, {"message": "\x1b[2Jgone", "exception": "SomeException"}))
        finished = self.complete(REFUSED)
        self.assertNotIn("\x1b", finished.err + finished.out)
        self.assertNotIn("\x1b", self.expect(DONE, "journal").out)

    # It cannot be written

    def test_a_folder_stands_in_its_place(self):
        (self.config / "journal.sqlite").mkdir(parents=True)
        self.complete(NOT_SENT)

    def test_a_file_stands_in_the_folders_place(self):
        self.config.write_text("in the way")
        self.complete(NOT_SENT)

    def test_the_file_is_no_journal(self):
        self.config.mkdir()
        (self.config / "journal.sqlite").write_bytes(b"This is a letter, not a data base.\n" * 300)
        self.complete(NOT_SENT)
        self.assertIn(b"a letter", (self.config / "journal.sqlite").read_bytes())

    def test_the_disk_is_full(self):
        self.complete(NOT_SENT, before=full_disk(0))

    def test_the_disk_is_full_later(self):
        self.expect(DONE, "complete", "task", "95", "3", "--url", self.peer.url)
        self.peer.requests.clear()
        self.complete(NOT_SENT, before=full_disk(0))
        self.assertEqual(len(self.journal()), 1)

    def test_whatever_room_is_left_nothing_goes_unreported(self):
        for room in [4096 * pages for pages in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)]:
            with self.subTest(room=room):
                self.config = self.scratch / f"config-{room}"
                peer = self.serve(PeerServer())
                finished = self.ctl(*COMPLETE, "--url", peer.url, before=full_disk(room))
                if not peer.posts:
                    self.assertEqual(finished.code, NOT_SENT, f"\n{finished}")
                    continue
                self.only_post(peer)
                self.assertNotEqual(finished.code, NOT_SENT, f"\n{finished}")
                entry = self.only_entry()
                self.assertEqual(entry["target"], "service 36981723")
                if entry["outcome"] != "completed":
                    self.assertSays(finished.err, "journal")

    # Two at a time

    def test_many_at_once_are_all_recorded(self):
        names = [f"9000{number}" for number in range(6)]
        for name in names:
            self.peer.services[name] = copy.deepcopy(self.peer.services["36981723"])
            self.peer.services[name].fields["service_id"] = f'"{name}"'
        running = [self.start("complete", "service", name, "--url", self.peer.url,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                   for name in names]
        self.assertEqual([process.wait(60) for process in running], [0] * 6)
        self.assertEqual([entry["outcome"] for entry in self.journal()], ["completed"] * 6)
        self.assertEqual(len(self.peer.posts), 6)


if __name__ == "__main__":
    unittest.main()
