# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Nothing is changed on its way, and what cannot be sent is named before anything is sent."""

import json
import re
import unittest

from peerserver import PeerServer
from support import DONE, NOT_SENT, EndToEnd, dry_run_parts, members, number

DUPLICATES = '{"b":1,"a":1.10,"big":18446744073709551615,"a":2,"e":1e400}'


class Payload(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def complete(self, code, *options, service="36981723", **more):
        return self.expect(code, "complete", "service", service, "--url", self.peer.url, *options,
                           **more)

    def refused(self, *options, says=(), **more):
        finished = self.complete(NOT_SENT, *options, **more)
        self.assertNothingSent(self.peer)
        self.assertSays(finished.err, *says)
        return finished

    def sent(self, *options, **more):
        self.complete(DONE, *options, **more)
        return self.only_post(self.peer).body

    # Attached data

    def test_duplicate_keys_are_refused_with_both_places(self):
        finished = self.refused("--data", self.write("f.json", DUPLICATES), says=['"a"', "line 1"])
        first, second = (found.start() + 1 for found in re.finditer('"a"', DUPLICATES))
        for column in (first, second):
            self.assertRegex(finished.err, rf"\b{column}\b")

    def test_duplicate_keys_are_sent_when_allowed(self):
        body = self.sent("--data", self.write("f.json", DUPLICATES), "--allow-duplicate-keys")
        self.assertEqual(members(body), (
            ("b", number("1")), ("a", number("1.10")), ("big", number("18446744073709551615")),
            ("a", number("2")), ("e", number("1e400"))))

    def test_every_value_arrives_as_it_was_spelled(self):
        values = ["1.10", "-0", "1E+05", "1e400", "18446744073709551615", "0.1000000000000000055",
                  '"caf\\u00e9"', '"café"', '"\\ud800"', '"\\u0000"', '"a\\/b"', "true", "null",
                  "[]", "{ }", '[1,  2,\t{"z":1,"a":2}]', '{"z": 1, "a": 1.0}', '"😀"']
        data = "{" + ",".join(f'"k{i}":{value}' for i, value in enumerate(values)) + "}"
        body = self.sent("--data", self.write("f.json", data)).decode()
        found = -1
        for i, value in enumerate(values):
            at = re.search(rf'"k{i}"\s*:\s*' + re.escape(value) + r"\s*[,}]", body)
            self.assertIsNotNone(at, value)
            self.assertGreater(at.start(), found, f"{value} has moved")
            found = at.start()

    def test_data_from_standard_input(self):
        body = self.sent("--data", "-", stdin=b'{"Feedback":{"rating":7.0}}')
        self.assertEqual(members(body), (("Feedback", (("rating", number("7.0")),)),))

    def test_no_data_and_no_fields_is_an_empty_object(self):
        self.assertEqual(members(self.sent()), ())

    def test_a_byte_order_mark_does_not_reach_the_server(self):
        body = self.sent("--data", self.write("f.json", b'\xef\xbb\xbf{"a":1}'))
        self.assertEqual(members(body), (("a", number("1")),))

    def test_attached_data_that_are_no_object(self):
        for text in ("[1]", "1", '"text"', "null"):
            with self.subTest(text):
                self.refused("--data", self.write("f.json", text), says=["object"])

    def test_attached_data_that_are_no_json(self):
        for text, line, column in (('{"a":}', 1, 6), ('{\n  "a": 1,\n}', 3, 1), ("", 1, 1),
                                   ('{"a":01}', 1, 7)):
            with self.subTest(text):
                self.refused("--data", self.write("f.json", text),
                             says=["f.json", f"line {line}, column {column}"])

    def test_invalid_utf8(self):
        self.refused("--data", self.write("f.json", b'{"a":"\xff"}'), says=["f.json", "line 1"])

    def test_nesting_deeper_than_1024(self):
        self.refused("--data", self.write("f.json", '{"a":' + "[" * 1024 + "]" * 1024 + "}"),
                     says=["1024"])

    def test_a_missing_file(self):
        self.refused("--data", self.scratch / "nowhere.json", says=["nowhere.json"])

    def test_reserved_names_as_keys(self):
        for name in ("disposition", "timestamp", "service_id", "started", "active_tasks"):
            with self.subTest(name):
                self.refused("--data", self.write("f.json", json.dumps({name: 1})), says=[name])

    # Fields

    def test_limits_count_characters(self):
        for option, name, limit in (("--set=session_id={}", "session_id", 32),
                                    ("--set=interaction_id={}", "interaction_id", 50),
                                    ("--disposition-desc={}", "disposition_desc", 64)):
            for character in ("x", "é", "😀"):
                with self.subTest(name, character=character):
                    printed = self.complete(DONE, "--dry-run", option.format(character * limit))
                    body = json.loads(dry_run_parts(printed)[2])
                    self.assertEqual(body[name], character * limit)
                    self.refused(option.format(character * (limit + 1)),
                                 says=[name, str(limit), str(limit + 1)])

    def test_a_disposition_is_a_number_when_it_reads_as_one(self):
        for given, sent in (("10", "10"), ("-3", "-3"), ('"10"', '"10"'), ("SUCCESS", '"SUCCESS"'),
                            ("9223372036854775807", "9223372036854775807"), ("010", '"010"'),
                            ("1.5", '"1.5"')):
            with self.subTest(given):
                finished = self.complete(DONE, "--dry-run", f"--disposition={given}")
                self.assertRegex(finished.out, r'"disposition"\s*:\s*' + re.escape(sent) + r"\s*}")

    def test_timestamps(self):
        good = "2009-05-12T12:05:12.145Z"
        self.assertIn(good, self.complete(DONE, "--dry-run", "--timestamp", good).out)
        self.assertNotIn("timestamp", self.complete(DONE, "--dry-run", "--timestamp", "server").out)
        self.assertRegex(self.complete(DONE, "--dry-run", "--timestamp", "now").out,
                         r'"timestamp"\s*:\s*"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ"')
        for bad in ("2009-05-12T12:05:12Z", "2009-05-12 12:05:12.145Z",
                    "2009-05-12T12:05:12.145+02:00", "2009-02-30T12:05:12.145Z",
                    "2009-05-12T24:00:00.000Z", "yesterday", ""):
            with self.subTest(bad):
                self.refused("--timestamp", bad, says=["timestamp"])

    def test_fields_of_the_wrong_type(self):
        for name, value in (("resource_id", "abc"), ("resource_id", "1.5"), ("application_id", ""),
                            ("resource_id", "9223372036854775808"), ("ttl", "soon")):
            with self.subTest(name, value=value):
                self.refused("--set", f"{name}={value}", says=[name])

    def test_a_text_field_stays_text(self):
        finished = self.complete(DONE, "--dry-run", "--set", "interaction_id=42")
        self.assertRegex(finished.out, r'"interaction_id"\s*:\s*"42"')

    def test_a_field_that_the_event_does_not_have(self):
        for name in ("dispositon", "state_id", "customer_id"):
            with self.subTest(name):
                finished = self.ctl("complete", "service", "36981723", "--url", self.peer.url,
                                    "--set", f"{name}=1")
                self.assertIn(finished.code, (3, 64), f"\n{finished}")
                self.assertSays(finished.err, name)
                self.assertNothingSent(self.peer)

    # Ids

    def test_an_id_is_encoded_into_the_url(self):
        self.ctl("complete", "service", "a/b c?é#%", "--url", self.peer.url)
        self.assertTrue(self.peer.requests)
        for request in self.peer.requests:
            self.assertTrue(request.target.startswith(
                "/genesys/1/cs/services/a%2Fb%20c%3F%C3%A9%23%25"), request.target)
        self.assertNothingSent(self.peer)

    def test_ids_that_do_not_fit_in_8_1(self):
        old = self.serve(PeerServer("8.1"))
        for target in (["service", "383-f9a62aec"], ["service", "9223372036854775808"],
                       ["service", "-1"], ["task", "95", "2147483648"], ["task", "95", "three"]):
            with self.subTest(target):
                finished = self.expect(NOT_SENT, "complete", *target, "--url", old.url,
                                       "--dialect", "8.1")
                self.assertSays(finished.err, target[-1])
        self.assertEqual(old.requests, [])

    def test_an_empty_id(self):
        finished = self.ctl("complete", "service", "", "--url", self.peer.url)
        self.assertIn(finished.code, (3, 64))
        self.assertEqual(self.peer.requests, [])

    # Checking alone

    def test_json_check(self):
        for text, code in (('{"a":1}', DONE), ("1", DONE), ("[1,]", NOT_SENT), (b"\xff", NOT_SENT),
                           (DUPLICATES, DONE)):
            with self.subTest(text):
                path = self.write("f.json", text)
                self.expect(code, "json", "check", path)
                self.expect(code, "json", "check", "-", stdin=path.read_bytes())

    def test_json_format_keeps_spelling_and_order(self):
        finished = self.expect(DONE, "json", "format", self.write("f.json", DUPLICATES))
        self.assertEqual(members(finished.raw), members(DUPLICATES))
        self.assertIn("1.10", finished.out)
        self.assertGreater(finished.out.count("\n"), 4)


if __name__ == "__main__":
    unittest.main()
