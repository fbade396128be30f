# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""services, service and tasks, against a server that answers as the documents say."""

import csv
import io
import json
import re
import subprocess
import unittest

from http11 import reply
from peerserver import CONTACT_KEY, CUSTOMER, JOURNEY, PeerServer
from support import DONE, NOT_SENT, EndToEnd

KNOWN = {"36981723", "95", JOURNEY, "15"}


def ids(listing):
    return [str(entry["service_id"]) for entry in listing]


class Reading(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def services(self, *options, peer=None, **more):
        url = (peer or self.peer).url
        return ids(self.expect(DONE, "services", "--url", url, "--format", "json", *options,
                               **more).json())

    # Listing services

    def test_all_active_from_the_export_stream(self):
        for export in ("as asked", "ids", "strings"):
            with self.subTest(export):
                peer = self.serve(PeerServer(export=export))
                self.assertEqual(sorted(self.services(peer=peer)), sorted(KNOWN - {"15"}))
                self.assertEqual(sorted(self.services("--state", "all", peer=peer)), sorted(KNOWN))
                self.assertEqual(self.services("--state", "completed", peer=peer), ["15"])

    def test_of_a_customer(self):
        self.assertEqual(self.services("--customer", CUSTOMER), ["36981723", "95"])
        self.assertEqual(self.services("--customer", CUSTOMER, "--state", "completed"), ["15"])
        self.assertEqual(self.services("--customer", "nobody"), [])

    def test_of_a_contact_key(self):
        self.assertEqual(self.services("--contact-key", CONTACT_KEY), [JOURNEY])

    def test_of_several(self):
        found = self.services("--customer", CUSTOMER, "--contact-key", CONTACT_KEY, "--id", "95")
        self.assertEqual(sorted(found), sorted(["36981723", "95", JOURNEY]))

    def test_by_ids(self):
        self.assertEqual(sorted(self.services("--id", "95", "--id", "36981723")),
                         ["36981723", "95"])

    def test_ids_from_a_file_and_from_standard_input(self):
        text = b"95\n\n  36981723 \r\n"
        path = self.write("ids.txt", text)
        for found in (self.services("--ids-from", path),
                      self.services("--ids-from", "-", stdin=text)):
            self.assertEqual(sorted(found), ["36981723", "95"])

    def test_ids_from_a_column_of_a_table(self):
        table = self.write("stuck.csv", b"\xef\xbb\xbfKunde;service_id;customer_id\r\n"
                           b'"Doe; Jane";"95";x\r\n;36981723 ;y\r\n;95;z\r\n')
        for column in ((), ("--column", "Service_ID"), ("--column", "2")):
            self.assertEqual(sorted(self.services("--ids-from", table, *column)),
                             ["36981723", "95"])
        customers = self.write("customers.csv", f"n,customer\n1,{CUSTOMER}\n2,nobody\n".encode())
        self.assertEqual(self.services("--customers-from", customers), ["36981723", "95"])
        keys = self.write("keys.txt", f"# of today\n{CONTACT_KEY}\n".encode())
        self.assertEqual(self.services("--contact-keys-from", keys), [JOURNEY])

    def test_refused_ids_are_told_before_anything_is_asked(self):
        for text, says in ((b"95\n1.2E+18\n", ("line 2, column 1", "1.2E+18", "rounded")),
                           (b"service_id;n\n1,2E+18;x\n95;y\n", ("line 2", "1,2E+18")),
                           (b"95\n9\x01\n", ("line 2", "control character")),
                           (b"9" * 1001, ("line 1", "1000 characters")),
                           (b"a,b\n1,2\n3,4\n", ("several columns", "--column")),
                           (b"# nothing\n\n", ("no id",)),
                           (b"PK\x03\x04\x00\x00", ("no text",))):
            with self.subTest(text[:20]):
                path = self.write("ids.txt", text)
                finished = self.ctl("services", "--url", self.peer.url, "--ids-from", path)
                self.assertEqual(finished.code, 3, f"\n{finished}")
                self.assertSays(finished.err, *says)
                self.assertEqual(finished.out, "")
        finished = self.ctl("services", "--url", self.peer.url, "--column", "2")
        self.assertEqual(finished.code, 3, f"\n{finished}")
        self.assertEqual(self.peer.requests, [])

    def test_an_id_that_is_not_there_does_not_hide_the_others(self):
        finished = self.ctl("services", "--url", self.peer.url, "--format", "json", "--id", "4711",
                            "--id", "95")
        self.assertEqual(finished.code, 1, f"\n{finished}")
        self.assertEqual(ids(finished.json()), ["95"])
        self.assertSays(finished.err, "4711", "not found")

    def test_when_started(self):
        self.assertEqual(
            sorted(self.services("--started-from", "2010-01-01T00:00:00.000Z",
                                 "--started-to", "2011-01-01T00:00:00.000Z", "--state", "all")),
            ["15", "95"])

    def test_a_range_that_ends_before_it_begins(self):
        view = self.write("view.json", json.dumps({"name": "V", "sources": {
            "customers": [CUSTOMER], "started_from": "2026-11-02T00:00:00.000Z"}}).encode())
        for arguments in (["--started-from", "2026-11-02", "--started-to", "2026-11-01"],
                          ["--started-from", "2026-11-01", "--started-to", "2026-11-01"],
                          ["--view", view, "--started-to", "2026-11-01"]):
            with self.subTest(arguments):
                finished = self.expect(NOT_SENT, "services", "--url", self.peer.url, *arguments)
                self.assertSays(finished.err, "2026-11-01", "must be the earlier one")
                self.assertEqual(finished.out, "")
        self.assertEqual(self.peer.requests, [])

    def test_8_1_cannot_list_across_customers(self):
        old = self.serve(PeerServer("8.1"))
        finished = self.ctl("services", "--url", old.url, "--dialect", "8.1")
        self.assertIn(finished.code, (3, 64), f"\n{finished}")
        self.assertSays(finished.err, "8.1", "customers")
        self.assertEqual(old.requests, [])

    def test_8_1_by_customer(self):
        old = self.serve(PeerServer("8.1"))
        self.assertEqual(self.services("--dialect", "8.1", "--customer", CUSTOMER, peer=old),
                         ["36981723", "95"])
        self.assertEqual(self.services("--dialect", "8.1", "--contact-key", CONTACT_KEY, peer=old),
                         ["9223372036854775807"])

    def test_the_formats_agree(self):
        wanted = self.services("--customer", CUSTOMER)
        where = ["services", "--url", self.peer.url, "--customer", CUSTOMER]
        rows = list(csv.reader(io.StringIO(self.expect(DONE, *where, "--format", "csv").out)))
        self.assertEqual(len({len(row) for row in rows}), 1, rows)
        column = next(i for i, cell in enumerate(rows[1]) if cell in wanted)
        self.assertEqual([row[column] for row in rows[1:]], wanted)
        table = self.expect(DONE, *where)
        for service_id in wanted:
            self.assertIn(service_id, table.out)
        self.assertSays(table.out, "Bill Payment")

    def test_a_filter(self):
        self.assertEqual(self.services("--filter", 'type:"bill payment" age>1h'), ["36981723"])
        self.assertEqual(self.services("--filter", "service:36981723"), ["36981723"])
        self.assertEqual(self.services("--filter", "is:completed", "--state", "all"), ["15"])
        self.assertEqual(self.services("--filter", "age<0s"), [])

    def test_a_filter_that_is_wrong_asks_for_nothing(self):
        finished = self.ctl("services", "--url", self.peer.url, "--filter", "media:1 agge>4h")
        self.assertEqual(finished.code, 3, f"\n{finished}")
        self.assertSays(finished.err, "agge", "Did you mean", "\n  media:1 agge>4h\n          ^^^^")
        self.assertEqual(self.peer.requests, [])

    def test_columns_and_lines(self):
        finished = self.expect(DONE, "services", "--url", self.peer.url, "--id", "36981723",
                               "--format", "jsonl", "--columns",
                               "service_id,type,data.Offer,open_tasks")
        lines = [json.loads(line) for line in finished.out.splitlines()]
        self.assertEqual(list(lines[0]), ["service_id", "service_type", "data.Offer", "open_tasks"])
        self.assertEqual(lines[0]["service_type"], "Bill Payment")
        finished = self.expect(DONE, "services", "--url", self.peer.url, "--id", "36981723",
                               "--format", "markdown", "--columns", "service_id,type")
        self.assertEqual(finished.out.splitlines()[0], "| Service | Type |")
        self.assertEqual(finished.out.splitlines()[2], "| 36981723 | Bill Payment |")
        for wrong in ("nonsense", "data."):
            finished = self.ctl("services", "--url", self.peer.url, "--columns", wrong)
            self.assertEqual(finished.code, 3, f"\n{finished}")

    def test_each_column_alone(self):
        """Nothing is missing that no other column asks for."""
        where = ["services", "--url", self.peer.url, "--state", "all", "--format", "csv",
                 "--columns"]
        names = re.search(r"commas between: (.*?)\.", " ".join(
            self.expect(DONE, "help", "services").out.split())).group(1).split(", ") + ["data.Offer"]
        def columns(*wanted):
            rows = csv.reader(io.StringIO(self.expect(DONE, *where, ",".join(wanted)).out))
            return list(zip(*rows))
        said = {column[0]: column[1:] for column in columns(*names)}
        self.assertGreater(len(said), 20)
        for name in names:
            alone = columns("service_id", name)
            self.assertEqual(alone[0][1:], said["service_id"])
            if not name.endswith(("age", "idle", "overdue", "_in")):  # which the clock changes
                self.assertEqual(alone[1], (name, *said[name]))
            self.assertEqual([cell == "" for cell in alone[1][1:]],
                             [cell == "" for cell in said[name]], name)

    def test_why_it_is_stuck(self):
        finished = self.expect(DONE, "services", "--url", self.peer.url, "--format", "csv",
                               "--columns", "service_id,stuck", "--filter", "stuck:yes")
        rows = dict(csv.reader(io.StringIO(finished.out)))
        self.assertIn("36981723", rows)
        self.assertNotIn("", rows.values())
        self.expect(DONE, "environment", "add", "Odd", "--url", self.peer.url)
        file = self.config / "environments.json"
        text = json.loads(file.read_text(encoding="utf-8"))
        text["environments"][0]["stuck_rules"] = ["billed: type:bill*"]
        file.write_text(json.dumps(text), encoding="utf-8")
        finished = self.expect(DONE, "services", "--env", "Odd", "--columns", "service_id,stuck")
        stuck = [line for line in finished.out.splitlines() if "billed" in line]
        self.assertEqual(len(stuck), 1, f"\n{finished}")
        self.assertIn("36981723", stuck[0])
        text["environments"][0]["stuck_rules"] = ["billed: type:bill*", "Billed: age>1h"]
        file.write_text(json.dumps(text), encoding="utf-8")
        finished = self.expect(NOT_SENT, "services", "--env", "Odd", "--filter", "stuck:billed")
        self.assertSays(finished.err, "Odd: There are two rules with the name “Billed”.")
        self.expect(DONE, "services", "--env", "Odd")  # which has nothing to do with them

    def test_the_table_stays_in_line(self):
        """What is long is cut, but for ids and what stands last."""
        long_type = "billed and unpaid " * 4
        where = ["environment", "add", "Lines", "--url", self.peer.url]
        self.expect(DONE, *where)
        file = self.config / "environments.json"
        text = json.loads(file.read_text(encoding="utf-8"))
        text["environments"][0]["stuck_rules"] = [long_type.strip() + ": type:bill*"]
        file.write_text(json.dumps(text), encoding="utf-8")
        where = ["services", "--env", "Lines", "--id", "36981723", "--columns"]
        heading, row = self.expect(DONE, *where, "stuck,service_id").out.splitlines()
        self.assertEqual(heading.index("Service"), row.index("36981723"))
        self.assertIn("billed and", row)
        self.assertIn("…", row)
        heading, row = self.expect(DONE, *where, "service_id,stuck").out.splitlines()
        self.assertTrue(row.endswith(long_type.strip()), row)

    def test_a_saved_view(self):
        view = {"name": "Mine", "sources": {"customers": [CUSTOMER], "state": "all"},
                "filter": "is:completed", "columns": ["service_id", "disposition"],
                "sort": {"by": "age"}}
        folder = self.config / "views"
        folder.mkdir(parents=True)
        file = folder / "mine.json"
        file.write_text(json.dumps(view), encoding="utf-8")
        for named in (str(file), "Mine"):
            finished = self.expect(DONE, "services", "--url", self.peer.url, "--view", named)
            self.assertEqual(finished.out.splitlines()[0].split(), ["Service", "Disposition"])
            self.assertSays(finished.err, "not in the order of the view")
            self.assertEqual(self.services("--view", named), ["15"])
        # What is said beside it is taken instead.
        self.assertEqual(self.services("--view", "Mine", "--filter", "", "--state", "active"),
                         ["36981723", "95"])
        self.assertEqual(self.services("--view", "Mine", "--id", "95", "--filter", ""), ["95"])

    def test_a_saved_view_that_is_none(self):
        folder = self.config / "views"
        folder.mkdir(parents=True)
        (folder / "odd.json").write_text('{"name": "Odd", "filter": "agge>4h"}', encoding="utf-8")
        for wrong, said in (("Other", "Odd"), ("Odd", "Did you mean"),
                            (str(folder / "odd.json"), "Did you mean"), (str(folder), "neither")):
            finished = self.ctl("services", "--url", self.peer.url, "--view", wrong)
            self.assertEqual(finished.code, 3, f"\n{finished}")
            self.assertSays(finished.err, said)
        self.assertEqual(self.peer.requests, [])

    def test_an_empty_listing(self):
        for form in ("table", "json", "csv"):
            finished = self.expect(DONE, "services", "--url", self.peer.url, "--customer", "nobody",
                                   "--format", form)
            if form == "json":
                self.assertEqual(finished.json(), [])

    # One service

    def test_one_service_keeps_its_spelling(self):
        finished = self.expect(DONE, "service", "36981723", "--url", self.peer.url,
                               "--format", "json")
        record = finished.json()
        self.assertEqual(str(record["service_id"]), "36981723")
        for spelled in ("1.10", "18446744073709551615", "caf\\u00e9"):
            self.assertIn(spelled, finished.out)
        self.assertSays(self.expect(DONE, "service", "36981723", "--url", self.peer.url).out,
                        "36981723", "Bill Payment", CUSTOMER, "Offer")

    def test_one_service_byte_for_byte(self):
        body = (b'\xef\xbb\xbf \r\n{ "service_id" : "9\\u0031", "n":1.10,"n":1.1, "e":{} ,'
                b'"t":"\xe2\x80\xa8\xef\xb7\x90\x7f" }\n\n \t')
        self.peer.fault = lambda request, answer: reply(200, body)
        finished = self.expect(DONE, "service", "91", "--url", self.peer.url, "--format", "json")
        self.assertEqual(finished.raw, body)

    def test_one_service_for_programs(self):
        self.peer.services["36981723"].fields["est_duration"] = "3600"
        for form in ("csv", "spreadsheet"):
            finished = self.expect(DONE, "service", "36981723", "--url", self.peer.url, "--format",
                                   form)
            rows = dict(csv.reader(io.StringIO(finished.raw.decode("utf-8-sig"))))
            self.assertEqual(rows["Started"].lstrip("'"), "2009-05-12T11:58:02.001Z")
            self.assertEqual(rows["Expected"], "3600")
            self.assertNotIn(" ago", finished.out)

    def test_the_states_and_tasks_of_a_service(self):
        shown = self.expect(DONE, "service", "95", "--url", self.peer.url).out
        self.assertSays(shown, "24", "2010-05-20")

    def test_one_service_that_is_not_there(self):
        finished = self.ctl("service", "4711", "--url", self.peer.url)
        self.assertEqual(finished.code, 1, f"\n{finished}")
        self.assertSays(finished.err, "4711", "not found")
        self.assertEqual(finished.out, "")

    # Tasks

    def test_tasks(self):
        def tasks(*options):
            listing = self.expect(DONE, "tasks", "95", "--url", self.peer.url, "--format", "json",
                                  *options)
            return [str(task["task_id"]) for task in listing.json()]
        self.assertEqual(tasks("--state", "active"), ["3"])
        self.assertEqual(tasks("--state", "completed"), ["2"])
        self.assertEqual(sorted(tasks("--state", "all")), ["2", "3"])

    def test_the_shape_of_json(self):
        """As docs/output.md has it, whatever the server spells as a number or as a string."""
        tasks = self.peer.services["95"].tasks
        for disposition in ("10", '"10"'):
            with self.subTest(disposition):
                tasks["2"].fields["disposition"] = disposition
                found = {task["task_id"]: task for task in self.expect(
                    DONE, "tasks", "95", "--url", self.peer.url, "--format", "json").json()}
                self.assertEqual(list(found["3"]), ["task_id", "task_type", "state_id", "started",
                                                    "est_duration", "completed", "disposition"])
                self.assertIsNone(found["3"]["completed"])
                self.assertIsNone(found["3"]["disposition"])
                self.assertEqual(found["2"]["disposition"], json.loads(disposition))
                self.assertRegex(found["2"]["completed"], r"^2\d{3}-\d\d-\d\dT[0-9:.]+Z$")
                self.peer.services["36981723"].fields["disposition"] = disposition
                service, = self.expect(DONE, "services", "--url", self.peer.url, "--id", "36981723",
                                       "--format", "json").json()
                self.assertEqual(service["disposition"], json.loads(disposition))
                self.assertEqual(service["service_id"], "36981723")
                self.assertIsNone(service["completed"])

    def test_what_a_spreadsheet_would_change(self):
        bill = self.peer.services["36981723"]
        bill.fields["service_type"] = json.dumps('=HYPERLINK("x")')
        where = ["services", "--url", self.peer.url, "--customer", CUSTOMER, "--columns",
                 "service_type,service_id,open_tasks", "--format"]
        raw = self.expect(DONE, *where, "spreadsheet").raw
        self.assertTrue(raw.startswith(b"\xef\xbb\xbfservice_type,"), raw)
        rows = {row[1]: row for row in csv.reader(io.StringIO(raw.decode("utf-8-sig")))}
        self.assertEqual(rows["36981723"][0], '\'=HYPERLINK("x")')
        self.assertRegex(rows["36981723"][2], "^[0-9]+$")
        plain = self.expect(DONE, *where, "csv").out
        self.assertIn('"=HYPERLINK(""x"")",36981723', plain)

    def test_tasks_of_all_services(self):
        url = self.sandbox().url
        services = self.expect(DONE, "services", "--url", url, "--format", "json", "--columns",
                               "service_id,open_tasks,service_type").json()
        def tasks(*options):
            return self.expect(DONE, "services", "--tasks", "--url", url, "--format", "jsonl",
                               *options).out.splitlines()
        found = [json.loads(line) for line in tasks()]
        self.assertEqual(len(found), sum(service["open_tasks"] for service in services))
        self.assertEqual(len({(task["service_id"], task["task_id"]) for task in found}), len(found))
        types = {str(service["service_id"]): str(service["service_type"]) for service in services}
        self.assertTrue(all(task["service_type"] == types[task["service_id"]] for task in found))
        kind = found[0]["task_type"]
        of_kind = [task for task in found if task["task_type"] == kind]
        self.assertTrue(0 < len(of_kind) < len(found))
        wanted = ("--filter", f'tasktype:"{kind}"', "--columns", "task_id,task_type,stuck")
        self.assertEqual([json.loads(line)["task_id"] for line in tasks(*wanted)],
                         [task["task_id"] for task in of_kind])
        table = self.expect(DONE, "services", "--tasks", "--url", url, *wanted)
        self.assertEqual(table.out.splitlines()[0].split(), ["Task", "Task", "type", "Stuck"])
        self.assertSays(table.err, f"{len(of_kind)} task")
        view = str(self.write("tasks.json", json.dumps(
            {"name": "Of a kind", "subject": "task", "filter": wanted[1]})))
        for options in (("--view", view), ("--tasks", "--view", view)):
            out = self.expect(DONE, "services", "--url", url, "--format", "csv", *options).out
            self.assertEqual(len(list(csv.reader(io.StringIO(out)))), len(of_kind) + 1)

    def test_a_view_of_services_is_none_of_tasks(self):
        view = self.write("view.json", '{"name": "Services", "filter": "tasks>0"}')
        finished = self.expect(NOT_SENT, "services", "--tasks", "--url", self.peer.url, "--view",
                               str(view))
        self.assertSays(finished.err, "is a view of services")
        finished = self.expect(NOT_SENT, "services", "--tasks", "--url", self.peer.url, "--filter",
                               "tasks>0")
        self.assertSays(finished.err, "--filter: ")
        self.assertEqual(self.peer.requests, [])

    def test_durations_are_seconds_for_programs_and_words_for_people(self):
        """And nothing where it is not overdue, as in the window."""
        self.peer.services["36981723"].fields["est_duration"] = "2000000000"
        where = ["services", "--url", self.peer.url, "--id", "36981723", "--columns", "age,overdue"]
        age, overdue = self.expect(DONE, *where, "--format", "csv").out.splitlines()[1].split(",")
        self.assertGreater(int(age), 3600)
        self.assertEqual(overdue, "")
        self.assertIsNone(self.expect(DONE, *where, "--format", "json").json()[0]["overdue"])
        row = self.expect(DONE, *where, "--format", "markdown").out.splitlines()[2]
        self.assertRegex(row, r"^\| [0-9]+ d( [0-9]+ h)? \|  \|$")

    def test_what_a_terminal_would_obey_is_not_shown_raw(self):
        bill = self.peer.services["36981723"]
        bill.fields["service_type"] = json.dumps("Bill\x1b[31m\nPayment")
        shown = self.expect(DONE, "services", "--url", self.peer.url, "--customer", CUSTOMER).out
        self.assertNotIn("\x1b", shown)
        self.assertEqual(len([line for line in shown.splitlines() if "36981723" in line]), 1)

    def test_standard_output_that_is_closed_is_no_crash(self):
        process = self.start("services", "--url", self.peer.url, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        process.wait(30)
        self.assertNotIn(b"AddressSanitizer", errors)
        self.assertNotIn(process.returncode, (-6, -11))


if __name__ == "__main__":
    unittest.main()
