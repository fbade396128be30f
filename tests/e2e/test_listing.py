# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What lists and services show when servers answer in other forms than the documents print."""

import json
import unittest

from http11 import Server, reply
from support import DONE, NOT_SENT, EndToEnd

START = "2026-11-01T10:00:00.000Z"


def service(service_id, start=START, **more):
    return {"service_id": service_id, "started": {"timestamp": start}, **more}


class Listing(EndToEnd):
    def answering(self, body):
        """A server that answers everything with that."""
        return self.serve(Server(fault=lambda request, answer: reply(200, body))).address

    def found(self, url, text):
        lines = self.expect(DONE, "services", "--url", url, "--filter", text, "--columns",
                            "service_id", "--format", "csv").out.split()
        return lines[1:]

    def test_one_zone_for_what_is_shown_and_typed(self):  # Europe/Paris
        url = self.answering([service("late", "2026-10-31T23:30:00.000Z"), service("noon")])
        table = self.expect(DONE, "services", "--url", url).out
        self.assertIn("Started (Europe/Paris)", table)
        self.assertIn("2026-11-01 00:30", table)
        self.assertIn("2026-11-01 00:30:00",
                      self.expect(DONE, "services", "--url", url, "--format", "markdown").out)
        self.assertEqual(self.found(url, "started:2026-11-01"), ["late", "noon"])
        self.assertEqual(self.found(url, "started<2026-11-01 00:31"), ["late"])
        self.assertEqual(self.found(url, "started<2026-11-01T00:31Z"), ["late"])
        self.assertEqual(self.found(url, "started:2026-10-31"), [])
        for options in (("--started-from", "2026-11-01"), ("--started-to", "2026-11-01 00:30:01")):
            table = self.expect(DONE, "services", "--url", url, *options).out
            self.assertIn("late", table)
        programs = self.expect(DONE, "services", "--url", url, "--format", "json").json()
        self.assertEqual(programs[0]["started"], "2026-10-31T23:30:00.000Z")

    def test_moments_in_other_forms(self):
        url = self.answering([service("number", 1793527200000), service("seconds", 1793527200),
                              service("zone", "2026-11-01T11:00:00.000+01:00[Europe/Paris]"),
                              service("bare", "2026-11-1T10:0:0.0Z"),
                              service("java", "Sun Nov 01 10:00:00 UTC 2026"), service("none", "")])
        listing = self.expect(DONE, "services", "--url", url, "--format", "json")
        starts = {entry["service_id"]: entry["started"] for entry in listing.json()}
        self.assertEqual(starts, dict.fromkeys(("number", "seconds", "zone", "bare"), START)
                         | {"java": None, "none": None})
        self.assertSays(listing.err, "1 start could not be read")

    def test_a_byte_order_mark(self):
        url = self.answering(b"\xef\xbb\xbf" + json.dumps([service("a")]).encode())
        self.assertEqual(self.found(url, "a"), ["a"])
        url = self.answering(b"\xef\xbb\xbf" + json.dumps(service("a")).encode())
        self.expect(DONE, "service", "a", "--url", url)
        self.expect(DONE, "services", "--id", "a", "--url", url)

    def test_a_unit_behind_a_blank(self):
        url = self.answering([service("a1", "2020-01-01T00:00:00.000Z", service_type="h"),
                              service("b2", "2020-01-01T00:00:00.000Z")])
        self.assertEqual(self.found(url, "age > 4 h"), ["a1", "b2"])
        self.assertEqual(self.found(url, "age > 4 hours h"), ["a1"])
        refused = self.expect(NOT_SENT, "services", "--url", url, "--filter", "age > 4 hurs")
        self.assertSays(refused.err, "no unit of time")

    def test_tasks_wherever_they_stand(self):
        task = {"task_type": "Survey", "started": {"timestamp": START}}
        url = self.answering(service(
            "s", active_states=[{"state_id": 4, "started": {"timestamp": START},
                                 "active_tasks": [task | {"task_id": 7}]}],
            completed_states=[{"state_id": 3, "completed": {"timestamp": START},
                               "active_tasks": [task | {"task_id": 8}]}],
            active_tasks=[task | {"task_id": 7}, task | {"task_id": 9}]))
        shown = self.expect(DONE, "service", "s", "--url", url).out
        self.assertEqual([shown.count(f"Task {number} ") for number in (7, 8, 9)], [1, 1, 1])
        self.assertIn("state 4", shown)
        listed = self.expect(DONE, "services", "--id", "s", "--url", url, "--tasks",
                             "--format", "json").json()
        self.assertEqual(sorted((row["task_id"], row["state_id"]) for row in listed),
                         [("7", "4"), ("8", "3"), ("9", None)])
        counts = self.expect(DONE, "services", "--id", "s", "--url", url, "--columns",
                             "open_tasks,open_states", "--format", "csv").out.split()
        self.assertEqual(counts[1], "3,1")

    def test_a_hundred_thousand_keys(self):
        """In time that grows with their number: by its square it takes hours."""
        keys = {f"k{number}": 1 for number in range(100_000)}
        url = self.answering(service("s", **keys))
        shown = self.expect(DONE, "service", "s", "--url", url).out
        self.assertIn('"k99999"', shown)
        sent = self.expect(DONE, "complete", "service", "s", "--url", url, "--disposition", "10",
                           "--keep-data", "--dry-run").out
        self.assertIn('"k99999":', sent)

    def test_ids_as_a_spreadsheet_keeps_them(self):
        url = self.answering(service("0042"))
        for name, text in (("formula.csv", 'service_id,type\n="0042",Y\n'),
                           ("apostrophe.csv", "service_id\n'0042\n"),
                           ("invisible.txt", "0042\u200b\n")):
            with self.subTest(name):
                listed = self.expect(DONE, "services", "--url", url, "--ids-from",
                                     self.write(name, text), "--format", "json")
                self.assertEqual([row["service_id"] for row in listed.json()], ["0042"])
                self.assertSays(listed.err, "taken for “0042”")


if __name__ == "__main__":
    unittest.main()
