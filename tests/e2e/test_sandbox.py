# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The sandbox as a process: its ready line, its end, its store, and that it outlives bad guests."""

import json
import re
import signal
import socket
import unittest
import urllib.request
from datetime import datetime

import faults
from certificates import Certificates
from support import DONE, NOT_SENT, REFUSED, SERVICE_EXAMPLE, TASK_EXAMPLE, EndToEnd


def get(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return json.loads(answer.read())


class SandboxProcess(EndToEnd):
    def seeded(self, *options, **more):
        return self.sandbox("--store", ":memory:", "--seed", "demo", *options, **more)

    def test_one_line_when_it_is_ready(self):
        for dialect, path in (("8.5", "/genesys/1/cs"), ("8.1", "")):
            sandbox = self.seeded("--dialect", dialect)
            self.assertRegex(sandbox.ready_line,
                             rf"^Listening on http://127\.0\.0\.1:[1-9]\d*{re.escape(path)}\n$")
            get(sandbox.url + "/services/36981723")
            self.assertEqual(sandbox.stop(), DONE)
            self.assertEqual(sandbox.rest, "")

    def test_it_stops_cleanly_on_both_signals(self):
        for how in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(how):
                sandbox = self.seeded()
                idle = socket.create_connection(("127.0.0.1", sandbox.port))
                self.addCleanup(idle.close)
                self.assertEqual(sandbox.stop(how), DONE, sandbox.errors())

    def test_the_demo_data_are_believable(self):
        for dialect in ("8.5", "8.1"):
            with self.subTest(dialect):
                sandbox = self.seeded("--dialect", dialect)
                where = ["--url", sandbox.url, "--dialect", dialect, "--format", "json"]
                for target in ("36981723", "95"):
                    record = self.expect(DONE, "service", target, *where).json()
                    self.assertNotIn("completed", record)
                tasks = self.expect(DONE, "tasks", "95", *where, "--state", "active").json()
                self.assertIn("3", [str(task["task_id"]) for task in tasks])
        sandbox = self.seeded()
        active = self.expect(DONE, "services", "--url", sandbox.url, "--format", "json").json()
        self.assertGreater(len(active), 350)
        self.assertLess(len(active), 450)
        self.assertGreater(len({json.dumps(service.get("service_type")) for service in active}), 3)
        finished = self.expect(DONE, "services", "--url", sandbox.url, "--format", "json",
                               "--state", "completed").json()
        self.assertGreater(len(finished), 10)

    def test_a_seed_of_so_many(self):
        sandbox = self.sandbox("--store", ":memory:", "--seed", "25")
        found = self.expect(DONE, "services", "--url", sandbox.url, "--state", "all",
                            "--format", "json")
        self.assertEqual(len(found.json()), 25)

    def test_a_restart_keeps_the_store(self):
        store = self.scratch / "store.sqlite"
        first = self.sandbox("--store", str(store), "--seed", "demo")
        self.expect(DONE, *SERVICE_EXAMPLE, "--url", first.url)
        before = get(first.url + "/services/36981723?extensions=*")
        self.assertIn("completed", before)
        first.stop()
        second = self.sandbox("--store", str(store), "--seed", "demo")
        self.assertEqual(get(second.url + "/services/36981723?extensions=*"), before)
        second.process.kill()
        second.process.wait()
        third = self.sandbox("--store", str(store))
        self.assertEqual(get(third.url + "/services/36981723?extensions=*"), before)

    def test_sign_in(self):
        sandbox = self.seeded("--user", "demo", environment={"CLOSEOUT_PASSWORD": "right"})
        where = ["--url", sandbox.url]
        self.expect(DONE, "service", "95", *where, "--user", "demo", password="right")
        self.expect(REFUSED, "service", "95", *where, "--user", "demo", password="wrong")
        self.expect(REFUSED, *TASK_EXAMPLE, *where)
        self.expect(DONE, *TASK_EXAMPLE, *where, "--user", "demo", password="right")

    def test_tls(self):
        certificates = Certificates(self.scratch)
        certificate, key = certificates.good
        sandbox = self.seeded("--certificate", str(certificate), "--key", str(key))
        self.assertTrue(sandbox.url.startswith("https://127.0.0.1:"), sandbox.ready_line)
        self.expect(DONE, *TASK_EXAMPLE, "--url", sandbox.url, "--ca-file", certificates.ca)
        self.expect(REFUSED, "service", "95", "--url", sandbox.url)

    def test_it_does_not_listen_beyond_this_machine_without_a_password(self):
        for options in ([], ["--user", "demo"]):
            with self.subTest(options):
                finished = self.ctl("sandbox", "--port", "0", "--address", "0.0.0.0", *options)
                self.assertEqual(finished.code, NOT_SENT, f"\n{finished}")
                self.assertSays(finished.err, "password")

    def test_a_value_that_the_business_attributes_do_not_know(self):
        sandbox = self.seeded("--data-validation", "true")
        finished = self.expect(REFUSED, "complete", "service", "36981723", "--url", sandbox.url,
                               "--disposition", "no such outcome")
        self.assertSays(finished.err, "disposition", "no such outcome")
        self.assertEqual(self.only_entry()["outcome"], "failed")
        self.assertNotIn("completed", get(sandbox.url + "/services/36981723"))

    def test_it_takes_any_value_as_a_server_that_is_installed_does(self):
        for options in ((), ("--data-validation", "false")):
            with self.subTest(options):
                sandbox = self.seeded(*options)
                self.expect(DONE, "complete", "service", "36981723", "--url", sandbox.url,
                            "--disposition", "no such outcome")
                record = get(sandbox.url + "/services/36981723")
                self.assertEqual(record["disposition"], "no such outcome")

    def test_both_readings_of_replacing_attached_data(self):
        first = self.write("first.json", '{"A":1,"B":2}')
        second = self.write("second.json", '{"B":3}')
        for reading, kept in (("replace-all", {"B": 3}), ("replace-keys", {"A": 1, "B": 3})):
            with self.subTest(reading):
                sandbox = self.seeded("--attached-data", reading)
                for data in (first, second):
                    self.expect(DONE, "complete", "service", "36981723", "--url", sandbox.url,
                                "--even-if-completed", "--data", data)
                record = get(sandbox.url + "/services/36981723?extensions=*")
                self.assertEqual({k: v for k, v in record.items() if k in ("A", "B")}, kept)

    def test_it_is_steered_while_it_runs(self):
        for dialect in ("8.5", "8.1"):
            with self.subTest(dialect):
                sandbox = self.seeded("--dialect", dialect, "--user", "demo",
                                      environment={"CLOSEOUT_PASSWORD": "right"})
                sandbox.sign_in("demo", "right")
                sandbox.misbehave(faults.done_and_lost("completeTask"), faults.stale(reads=1))
                where = ["--url", sandbox.url, "--dialect", dialect, "--user", "demo"]
                self.expect(DONE, *TASK_EXAMPLE, *where, password="right")
                (target, end), = sandbox.ends()
                self.assertEqual((target["kind"], target["service_id"], target["task_id"]),
                                 ("task", "95", "3"))
                self.assertEqual((end["effect"], end["status"]), (True, None))
                self.assertEqual(sandbox.hits(), [1, 1])
                before = sandbox.ask("GET", "/server/status")["system_time"]
                sandbox.ask("POST", "/sandbox/clock", {"forward": 4 * 3600})
                after = sandbox.ask("GET", "/server/status")["system_time"]
                hours = datetime.fromisoformat(after[:-1]) - datetime.fromisoformat(before[:-1])
                self.assertEqual(hours.total_seconds() // 60, 240)

    def test_bad_guests(self):
        sandbox = self.seeded()
        guests = [b"\x00\xff\x00garbage\r\n\r\n", b"GET\r\n\r\n", b"POST / HTTP/1.1\r\n",
                  b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n\r\n",
                  b"POST /genesys/1/cs/services/95/end HTTP/1.1\r\nHost: x\r\nContent-Length: "
                  b"99999999999999999999\r\n\r\n{}",
                  b"POST /genesys/1/cs/services/95/end HTTP/1.1\r\nHost: x\r\n"
                  b"Content-Length: 50\r\n\r\n{"]
        for guest in guests:
            with socket.create_connection(("127.0.0.1", sandbox.port), 10) as connection:
                try:
                    connection.sendall(guest)
                    connection.shutdown(socket.SHUT_WR)
                    while connection.recv(65536):
                        pass
                except OSError:
                    pass  # a reset is an answer, too
            self.assertNotIn("completed", get(sandbox.url + "/services/95"))
        self.assertEqual(sandbox.stop(), DONE)

    def test_a_port_in_use(self):
        sandbox = self.seeded()
        finished = self.ctl("sandbox", "--port", sandbox.port, "--store", ":memory:")
        self.assertNotEqual(finished.code, DONE)
        self.assertSays(finished.err, str(sandbox.port))

    def test_a_store_that_cannot_be_one(self):
        for store in (self.scratch, self.scratch / "nowhere" / "store.sqlite",
                      self.write("letter.txt", "not a data base\n" * 300)):
            with self.subTest(store):
                finished = self.ctl("sandbox", "--port", "0", "--store", store)
                self.assertNotEqual(finished.code, DONE)
                self.assertSays(finished.err, store.name)


if __name__ == "__main__":
    unittest.main()
