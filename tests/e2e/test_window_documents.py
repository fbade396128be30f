# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""The examples of the two documents through the window, typed by keyboard as a person would: what
is seen in the preview is what arrives, byte for byte."""

import json
import shutil
import tempfile
import unittest

from certificates import Certificates
from peerserver import CUSTOMER, PeerServer
from support import SAMPLES, members
from window import WindowTest, pattern

USER, PASSWORD = "agent", "s3cret-91f"

SERVICE_FIELDS = {
    "Disposition": "10", "Description": "SUCCESS", "Interaction": "123ABCAADFJ1259ACF",
    "Resource type": "2", "Resource": "5005", "Media type": "1"}
SERVICE_MEMBERS = {
    "interaction_id": "123ABCAADFJ1259ACF", "media_type": 1, "resource_id": 5005,
    "resource_type": 2, "disposition": 10, "disposition_desc": "SUCCESS"}
TASK_FIELDS = {
    "Disposition": "10", "Description": "SUCCESS", "Interaction": "0000CSS0FXZUP6UR", "State": "24"}
TASK_MEMBERS = {
    "interaction_id": "0000CSS0FXZUP6UR", "state_id": 24, "disposition": 10,
    "disposition_desc": "SUCCESS"}


def sample(kind):
    return (SAMPLES / f"complete-{kind}.json").read_bytes()


class DocumentExamples(WindowTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.mkdtemp(prefix="closeout-e2e-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.certificates = Certificates(folder)

    # Filling in

    def fill_in(self, fields):
        if not self.window.every("text", "Interaction"):
            self.window.key("ctrl+m")
        for label, text in fields.items():
            self.window.fill(label, text)

    def focus_tree(self):
        self.window.key("ctrl+shift+1")
        self.window.focus(self.window.find("page tab list", "Tree"))
        tree = self.window.find("tree", "Attached data")
        self.window.tab_to(tree)
        return tree

    def type_member(self, key, value, how):
        """One row of the tree. how: the key that adds it; key: a name, or the number of an element.
        """
        self.window.key(how)
        if isinstance(key, str):
            self.window.enter("Key", key)
        kind = {dict: "object", list: "array"}.get(type(value))
        typed = {"object": "{", "array": "["}.get(kind) or (
            value if isinstance(value, str) else json.dumps(value))
        self.window.enter(f"Value of {key}", typed)
        row = pattern(rf"^{key}, {kind or ''}")
        self.window.await_focus("tree item", row)
        if kind is None:
            return
        how, inside = "shift+Insert", []
        for inside in value.items() if kind == "object" else enumerate(value):
            self.type_member(*inside, how)
            how = "Insert"
        if inside and isinstance(inside[1], (dict, list)):
            self.window.key("Left")  # closes it; the next one goes up
        self.window.key("Left")
        self.window.await_focus("tree item", row)

    def type_attached_data(self, kind):
        """In place of what is there."""
        tree = self.focus_tree()
        while self.window.every("tree", "Attached data"):
            count = len(tree.rows())
            self.window.key("Home")
            self.window.wait("the first row", lambda: tree.cells()[0][0].has("focused"))
            self.window.key("Delete")
            self.window.wait("a row less", lambda: not tree.look().has("showing")
                             or len(tree.rows()) < count)
        for key, value in json.loads(sample(kind)).items():
            if not self.window.every("tree", "Attached data"):
                self.window.await_focus("push button", "Add")
            self.type_member(key, value, "Insert")

    # Looking

    def preview(self):
        """(request line, {header: value}, body bytes) as the window shows them."""
        self.window.key("ctrl+shift+3")
        text = self.window.find("text", "Request", states=()).text
        head, _, body = text.partition("\n\n")
        line, *headers = head.split("\n")
        return line, dict(header.split(": ", 1) for header in headers), body.encode()

    def assertIsSentAsShown(self, request, preview):
        line, headers, body = preview
        self.assertEqual(request.request_line, line)
        self.assertEqual(request.body, body)
        self.assertEqual(set(headers), {name for name, _ in request.headers})
        for name, value in request.headers:
            if name == "Authorization":
                self.assertNotEqual(headers[name], value, "a secret is shown")
            else:
                self.assertEqual(headers[name], value)

    def assertCarries(self, body, fields, attached):
        event = json.loads(body)
        for name, value in fields.items():
            self.assertEqual((type(event[name]), event[name]), (type(value), value), name)
        self.assertEqual([pair for pair in members(body) if pair[0] not in fields], attached)

    def complete(self, what, target, confirmed=False):
        """Sends with the keyboard what is filled in, and looks at what the window says of it."""
        before = len(self.journal())
        self.window.key("ctrl+Return")
        if confirmed:
            self.window.await_focus("push button", "Cancel")
            self.window.button(f"Complete {what}", self.question)
        self.window.label(f"^Completed: {target}$")
        rows = self.log.rows()
        self.assertEqual(len(rows), before + 1)
        self.assertIn("204", rows[0])
        self.assertIn("Completed", rows[0])
        entries = self.journal()
        self.assertEqual(len(entries), before + 1)
        self.assertEqual((entries[-1]["target"], entries[-1]["outcome"]), (target, "completed"))
        return entries[-1]

    def assertLeftTheList(self, service_id):
        self.window.wait(f"{service_id} to leave the list", lambda: not any(
            service_id in row for table in self.window.every("table", "Services")
            for row in table.rows()))

    # The sandbox

    def test_the_sandbox(self):
        self.open()
        self.complete_task_in_sandbox()
        self.complete_service_in_sandbox()
        self.window.quit()

    def complete_task_in_sandbox(self):
        self.show("95")
        self.open_service("95")
        self.window.select(self.children, "Task 3")
        self.window.key("ctrl+t")
        self.window.label("^Complete task 3 of service 95$")
        self.fill_in(TASK_FIELDS)
        self.type_attached_data("task")
        line, _, body = self.preview()
        self.assertEqual(line, "POST /genesys/1/cs/services/95/tasks/3/end HTTP/1.1")
        self.assertCarries(body, TASK_MEMBERS, list(members(sample("task"))))
        entry = self.complete("Task", "task 95/3")
        self.assertEqual(entry["request_body"].encode(), body)
        self.window.row(self.children, "Task 3", "Completed")
        self.window.row(self.services, "95")

    def complete_service_in_sandbox(self):
        self.show("36981723")
        self.open_service("36981723")
        self.window.label("^Complete service 36981723$")
        self.fill_in(SERVICE_FIELDS)
        self.type_attached_data("service")
        line, _, body = self.preview()
        self.assertEqual(line, "POST /genesys/1/cs/services/36981723/end HTTP/1.1")
        self.assertCarries(body, SERVICE_MEMBERS, list(members(sample("service"))))
        confirmed = bool(self.window.every("label", pattern("may be lost|stay open")))
        entry = self.complete("Service", "service 36981723", confirmed)
        self.assertEqual(entry["request_body"].encode(), body)
        self.assertLeftTheList("36981723")

    # A server that is not ours

    def have(self, server, **settings):
        self.write_environments({"name": "Staging", "url": server.url, "dialect": server.dialect,
                                 "user": USER, "ca_file": str(self.certificates.ca),
                                 "safety": "confirm"} | settings)

    def secure(self, dialect):
        return self.serve(PeerServer(dialect, user=USER, password=PASSWORD,
                                     tls=self.certificates.good))

    def test_a_server_8_5_with_the_password_of_the_environment(self):
        server = self.secure("8.5")
        self.have(server)
        self.open("--env", "Staging", password=PASSWORD)
        self.open_service("36981723")
        self.window.label("^Complete service 36981723$")
        self.fill_in(SERVICE_FIELDS)
        self.focus_tree()
        self.window.key("End", "Left")  # from the last member to what it belongs to
        self.window.await_focus("tree item", pattern("^Feedback"))
        self.type_member("Satisfaction", [{"rating": 2, "usefull": True, "place": "Paris"}],
                         "Insert")
        shown = self.preview()
        # What came from the server goes back in its spelling.
        self.assertIn(b'"Offer":{"rate":1.10,"limit":18446744073709551615,"name":"caf\\u00e9"}',
                      shown[2])
        kept = [(key, members(text)) for key, text in server.services["36981723"].attached.items()]
        added = members(b'{"Satisfaction":[{"rating":2,"usefull":true,"place":"Paris"}]}')
        self.assertCarries(shown[2], SERVICE_MEMBERS, [*kept, *added])
        entry = self.complete("Service", "service 36981723", confirmed=True)
        request = self.only_post(server)
        self.assertIsSentAsShown(request, shown)
        self.assertEqual(entry["request_body"].encode(), request.body)
        self.assertLeftTheList("36981723")
        self.window.quit()

    def test_a_server_8_1_with_a_typed_password(self):
        server = self.secure("8.1")
        self.have(server)
        self.open("--env", "Staging")
        self.window.await_focus("text", pattern("^Password"))
        self.window.type_secret(PASSWORD)
        self.window.key("Return")
        self.window.label("^An 8.1 server cannot list")
        self.window.key("alt+c")
        self.window.await_focus("text", pattern("^Customer ids"))
        self.window.type(CUSTOMER)
        self.window.key("ctrl+l")
        self.open_service("95")
        self.window.select(self.children, "Task 3")
        self.window.key("ctrl+t")
        self.window.label("^Complete task 3 of service 95$")
        self.fill_in(TASK_FIELDS)
        shown = self.preview()
        self.complete("Task", "task 95/3", confirmed=True)
        self.assertIsSentAsShown(server.posts[0], shown)
        self.window.find("push button", "Next State (1 left)")  # which is left open here
        self.window.key("ctrl+shift+t")
        self.window.label("^Complete service 95$")
        self.window.fill("Disposition", "10")
        shown = self.preview()
        self.complete("Service", "service 95", confirmed=True)
        self.assertEqual(len(server.posts), 2)
        self.assertIsSentAsShown(server.posts[1], shown)
        self.assertLeftTheList("95")
        self.window.quit()
        self.assertNotIn(PASSWORD.encode(), b"".join(
            path.read_bytes() for path in self.config.rglob("*") if path.is_file()))

    # Another day

    def test_what_was_begun_is_there_again(self):
        server = self.serve(PeerServer())
        self.have(server, user="", ca_file="")
        self.open("--env", "Staging")
        self.open_service("36981723")
        self.window.fill("Disposition", "10")
        self.complete("Service", "service 36981723", confirmed=True)
        self.open_service("95")
        self.window.fill("Description", "half a sent")
        self.window.focus(self.find_stamp("Now"))
        self.window.key("space")
        self.window.key("ctrl+m", "ctrl+shift+2")
        self.window.find("text", "Interaction")
        places = self.layout()
        self.window.quit()

        self.open()  # where it was the last time
        self.window.label("^Complete service 95$")
        self.window.find("text", "Interaction")
        self.assertEqual(self.window.find("text", "Description").text, "half a sent")
        self.assertTrue(self.find_stamp("Now").has("checked"))
        self.window.row(self.log, "Staging", "Completed")
        self.window.wait(f"the layout {places}", lambda: self.layout() == places)
        self.window.quit()

    def find_stamp(self, name):
        return self.window.find("radio button", name)

    def layout(self):
        """Where the panes are, and which tab is in front."""
        panes = [self.services, self.children, self.log]
        return [pane.extents for pane in panes] + self.window.tabs_in_front()


if __name__ == "__main__":
    unittest.main()
