# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The examples of the two documents, through the command line, in both dialects."""

import json
import unittest
import urllib.request

from peerserver import PeerServer
from rawserver import Recorder
from support import (DONE, NOT_SENT, REFUSED, SAMPLES, SERVICE_EXAMPLE, TASK_EXAMPLE, EndToEnd,
                     dry_run_parts, members)

SERVICE_FIELDS = {
    "timestamp": "2009-05-12T12:05:12.145Z", "interaction_id": "123ABCAADFJ1259ACF",
    "media_type": 1, "resource_id": 5005, "resource_type": 2, "disposition": 10,
    "disposition_desc": "SUCCESS"}
TASK_FIELDS = {
    "interaction_id": "0000CSS0FXZUP6UR", "state_id": 24, "disposition": 10,
    "disposition_desc": "SUCCESS"}


def sample_members(kind):
    return members((SAMPLES / f"complete-{kind}.json").read_bytes())


class DocumentExamples(EndToEnd):
    def assertSentAsPrinted(self, request, dry_run):
        line, headers, body = dry_run_parts(dry_run)
        method, url = line.split()[:2]
        self.assertEqual(method, "POST")
        self.assertTrue(url.endswith(request.target), url)
        self.assertEqual(sorted(headers), sorted(request.headers))
        self.assertIn(body, (request.body, request.body + b"\n"))

    def assertCarries(self, request, fields, kind):
        body = json.loads(request.body)
        for name, value in fields.items():
            self.assertEqual((type(body[name]), body[name]), (type(value), value), name)
        attached = [pair for pair in members(request.body) if pair[0] not in fields]
        self.assertEqual(attached, list(sample_members(kind)))
        self.assertEqual(len(body), len(fields) + len(attached))
        self.assertEqual(request.header("Content-Length"), str(len(request.body)))
        self.assertTrue(request.header("Content-Type").lower().startswith("application/json"))

    def complete_both(self, server, url, dialect):
        prefix = "/genesys/1/cs" if dialect == "8.5" else ""
        where = ["--url", url, "--dialect", dialect]
        cases = [
            (TASK_EXAMPLE, TASK_FIELDS, "task", "/services/95/tasks/3/end", "task 95/3"),
            (SERVICE_EXAMPLE, SERVICE_FIELDS, "service", "/services/36981723/end",
             "service 36981723"),
        ]
        for number, (example, fields, kind, path, target) in enumerate(cases, 1):
            printed = self.expect(DONE, *example, *where, "--dry-run")
            self.assertEqual(len(server.posts), number - 1, "a dry run sent something")
            self.expect(DONE, *example, *where)
            self.assertEqual(len(server.posts), number)
            request = server.posts[-1]
            self.assertEqual(request.request_line, f"POST {prefix}{path} HTTP/1.1")
            self.assertEqual(request.header("Host"), url.split("/")[2])
            self.assertSentAsPrinted(request, printed)
            self.assertCarries(request, fields, kind)
            self.assertRecorded(target, request)
        self.assertEqual(len(self.journal()), 2)

    def assertRecorded(self, target, request):
        entry = next(entry for entry in self.journal() if entry["target"] == target)
        self.assertEqual(entry["outcome"], "completed")
        self.assertEqual(entry["status"], 204)
        self.assertEqual(entry["method"], "POST")
        self.assertEqual(entry["request_body"].encode(), request.body)

    def test_a_server_of_the_documents_8_5(self):
        server = self.serve(PeerServer("8.5"))
        self.complete_both(server, server.url, "8.5")

    def test_a_server_of_the_documents_8_1(self):
        server = self.serve(PeerServer("8.1"))
        self.complete_both(server, server.url, "8.1")

    def complete_in_sandbox(self, dialect):
        sandbox = self.sandbox("--store", ":memory:", "--seed", "demo", "--dialect", dialect)
        recorder = self.serve(Recorder(sandbox.port))
        url = sandbox.url.replace(str(sandbox.port), str(recorder.port))
        self.complete_both(recorder, url, dialect)
        for path, kind in (("/services/36981723", "service"), ("/services/95/tasks/3", "task")):
            with urllib.request.urlopen(f"{sandbox.url}{path}?extensions=*") as answer:
                record = members(answer.read())
            self.assertIn("completed", [key for key, _ in record])
            kept = [pair for pair in record if pair in sample_members(kind)]
            self.assertEqual(kept, list(sample_members(kind)))

    def test_the_sandbox_8_5(self):
        self.complete_in_sandbox("8.5")

    def test_the_sandbox_8_1(self):
        self.complete_in_sandbox("8.1")

    def test_the_sandbox_8_1_refuses_an_extension_without_a_schema(self):
        sandbox = self.sandbox("--store", ":memory:", "--seed", "demo", "--dialect", "8.1")
        data = self.write("data.json", '{"NobodyMadeASchema":{"a":1}}')
        finished = self.expect(REFUSED, "complete", "task", "95", "3", "--data", data,
                               "--url", sandbox.url, "--dialect", "8.1")
        self.assertSays(finished.err, "NobodyMadeASchema")
        self.assertEqual(self.only_entry()["outcome"], "failed")
        self.expect(DONE, *TASK_EXAMPLE, "--url", sandbox.url, "--dialect", "8.1")

    def test_a_state_is_ended_like_the_others(self):
        for dialect in ("8.5", "8.1"):
            with self.subTest(dialect):
                sandbox = self.sandbox("--store", ":memory:", "--seed", "demo",
                                       "--dialect", dialect)
                where = ["--url", sandbox.url, "--dialect", dialect]
                record = self.expect(DONE, "service", "95", *where, "--format", "json").json()
                state = str(record["active_states"][0]["state_id"])
                ended = self.expect(DONE, "complete", "state", "95", state, "--disposition", "10",
                                    *where, "--format", "json").json()[0]
                self.assertEqual(
                    [ended[name] for name in ("outcome", "kind", "service_id", "state_id",
                                              "task_id")],
                    ["completed", "state", "95", state, None])
                again = self.expect(NOT_SENT, "complete", "state", "95", state, *where)
                self.assertSays(again.err, f"state 95/{state} is already completed",
                                "disposition 10")
                self.assertEqual(self.journal()[-1]["target"], f"state 95/{state}")


if __name__ == "__main__":
    unittest.main()
