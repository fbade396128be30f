# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What is told before an end is sent: already completed, not found, data that would be lost."""

import json
import re
import unittest

from peerserver import PeerServer
from support import DONE, NOT_SENT, EndToEnd, members, number

# The spelling in which the peer holds it
OFFER = '{"rate":1.10,"limit":18446744073709551615,"name":"caf\\u00e9"}'


class Verdicts(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def complete(self, code, *target, options=(), peer=None):
        return self.expect(code, "complete", *target, "--url", (peer or self.peer).url, *options)

    # Completed by somebody else meanwhile

    def test_a_completed_service(self):
        finished = self.complete(NOT_SENT, "service", "15")
        self.assertSays(finished.err, "15", "already", "completed", "--even-if-completed")
        self.assertNothingSent(self.peer)
        self.assertNotIn("completed", [entry["outcome"] for entry in self.journal()])

    def test_a_completed_task(self):
        finished = self.complete(NOT_SENT, "task", "95", "2")
        self.assertSays(finished.err, "95", "2", "already", "completed")
        self.assertNothingSent(self.peer)

    def test_even_if_completed(self):
        self.complete(DONE, "service", "15", options=["--even-if-completed"])
        self.only_post(self.peer)
        self.assertEqual(self.only_entry()["outcome"], "completed")

    def test_ending_twice(self):
        self.complete(DONE, "task", "95", "3")
        self.complete(NOT_SENT, "task", "95", "3")
        self.only_post(self.peer)

    # Not there

    def test_what_is_not_there(self):
        for dialect in ("8.5", "8.1"):
            peer = self.serve(PeerServer(dialect))
            for target in (["service", "4711"], ["task", "95", "99"], ["task", "4711", "3"]):
                with self.subTest(target, dialect=dialect):
                    finished = self.complete(NOT_SENT, *target, peer=peer,
                                             options=["--dialect", dialect])
                    self.assertSays(finished.err, "not found")
            self.assertNothingSent(peer)

    # Attached data that would be lost

    def test_lost_keys_are_named(self):
        data = self.write("data.json", '{"Feedback":{"rating":7}}')
        finished = self.complete(DONE, "service", "36981723", options=["--data", data])
        self.assertSays(finished.err, "Offer", "--keep-data")
        self.assertNotIn("Feedback", finished.err)
        self.assertEqual(members(self.only_post(self.peer).body),
                         (("Feedback", (("rating", number("7")),)),))

    def test_lost_keys_of_a_task_are_named(self):
        finished = self.complete(DONE, "task", "95", "3")
        self.assertSays(finished.err, "Survey")

    def test_nothing_is_named_when_nothing_is_lost(self):
        data = self.write("data.json", '{"Feedback":1,"Offer":2,"More":3}')
        finished = self.complete(DONE, "service", "36981723", options=["--data", data])
        self.assertNotIn("--keep-data", finished.err)

    def test_keep_data_sends_what_is_there_beside_the_new(self):
        data = self.write("data.json", '{"Feedback":{"rating":7},"More":[1.50]}')
        finished = self.complete(DONE, "service", "36981723",
                                 options=["--data", data, "--keep-data"])
        self.assertNotIn("lost", finished.err)
        body = self.only_post(self.peer).body.decode()
        self.assertRegex(body, r'"Offer"\s*:\s*' + re.escape(OFFER))
        self.assertEqual(sorted(key for key, _ in members(body)), ["Feedback", "More", "Offer"])
        self.assertEqual(dict(members(body))["Feedback"], (("rating", number("7")),))

    def test_keep_data_alone(self):
        self.complete(DONE, "service", "36981723", options=["--keep-data"])
        self.assertEqual([key for key, _ in members(self.only_post(self.peer).body)],
                         ["Offer", "Feedback"])

    def test_keep_data_keeps_nothing_that_is_not_seen(self):
        for answered in ("refuse", "ignore"):
            with self.subTest(answered):
                sandbox = self.sandbox("--store", ":memory:", "--seed", "demo", "--dialect", "8.1",
                                       "--extensions-star", answered)
                where = ["--url", sandbox.url, "--dialect", "8.1"]
                refused = self.expect(NOT_SENT, "complete", "service", "36981723", "--keep-data",
                                      *where)
                self.assertSays(refused.err, "Nothing was sent.", "--keep-data cannot keep them")
                record = self.expect(DONE, "service", "36981723", *where, "--format", "json")
                self.assertNotIn("completed", record.json())

    def test_a_dry_run_with_keep_data_prints_what_would_be_sent(self):
        printed = self.complete(DONE, "service", "36981723", options=["--keep-data", "--dry-run"])
        self.assertNothingSent(self.peer)
        self.complete(DONE, "service", "36981723", options=["--keep-data"])
        self.assertIn(self.only_post(self.peer).body, printed.raw)

    # Open children

    def test_open_tasks_and_states_are_told(self):
        finished = self.complete(DONE, "service", "95")
        self.assertSays(finished.err, "task", "state")
        self.assertNotIn("task", self.complete(DONE, "service", "36981723").err)

    # What the journal keeps of it

    def test_a_dry_run_leaves_no_trace(self):
        self.complete(DONE, "service", "36981723", options=["--dry-run"])
        self.assertEqual(self.journal(), [])

    def test_the_outcome_as_json(self):
        finished = self.complete(DONE, "service", "36981723", options=["--format", "json"])
        told = json.loads(finished.out)
        self.assertIn("completed", json.dumps(told))
        self.assertIn("36981723", json.dumps(told))


if __name__ == "__main__":
    unittest.main()
