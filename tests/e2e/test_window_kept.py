# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What a person has done in the window is there again, however it ended; a second window does not
get in its way; and keys do what is meant where they are pressed."""

import subprocess
import unittest

import rawserver
from peerserver import PeerServer
from rawserver import on
from window import WindowTest, pattern
from windowparts import DEADLINE


class Kept(WindowTest):
    def setUp(self):
        super().setUp()
        self.server = self.serve(PeerServer())
        self.write_environments(
            {"name": "Staging", "url": self.server.url, "dialect": "8.5", "safety": "none"})
        self.open("--env", "Staging")

    def settings(self):
        return (self.config / "window.ini").read_text()

    def another(self, *options):
        """closeout, once more, with the same settings."""
        return subprocess.run(
            [*self.window.process.args[3:4], "--config-dir", str(self.config), *options],
            env=self.desk.environment | {"HOME": str(self.scratch)}, timeout=DEADLINE,
            capture_output=True, check=False)

    # A kill

    def test_what_was_looked_at_outlives_a_kill(self):
        self.show("bill")
        self.window.row(self.services, "36981723")
        self.open_service("36981723")
        self.window.fill("Disposition", "10")
        self.window.key("ctrl+3", "space")
        self.window.find("notification", pattern("^1 selected"), states=())
        self.window.wait("it to be kept", lambda: "selected=@ByteArray" in self.settings()
                         and list((self.config / "drafts").glob("*.json")))
        self.window.wait("the filter to be kept", lambda: "i\\0l\\0l" in self.settings())
        self.window.kill()
        self.open()
        self.window.find("notification", pattern("^1 selected"), states=())
        self.assertEqual(self.window.find("text", "Filter").text, "bill")
        self.window.label("^Complete service 36981723$")
        self.assertEqual(self.window.find("combo box", "Disposition").field.text, "10")
        self.window.quit()

    # A second window

    def test_a_second_one_raises_the_first(self):
        second = self.another()
        self.assertEqual((second.returncode, second.stderr), (0, b""))
        self.assertSays(second.stdout.decode(), "open already", "raised")
        self.window.respond()
        self.window.quit()

    def test_a_second_one_for_an_environment_leaves_the_settings_alone(self):
        self.open_service("95")
        self.window.fill("Description", "of the first")
        self.window.wait("the draft to be kept",
                         lambda: list((self.config / "drafts").glob("*.json")))
        first, before = self.window, self.settings()
        kept = {path.name: path.read_bytes() for path in (self.config / "drafts").iterdir()}
        self.open("--env", "Staging")
        self.window.label("^Another window of Closeout is open")
        self.open_service("36981723")
        self.window.fill("Description", "of the second")
        self.window.key("ctrl+q")
        self.window.label("^Closing would lose something$")
        self.window.button("Close Anyway")
        self.window.ended()
        self.assertEqual(
            {path.name: path.read_bytes() for path in (self.config / "drafts").iterdir()}, kept)
        self.window = first
        self.window.quit()
        self.assertNotIn("of the second", self.settings() + before)

    def test_two_windows_end_it_once(self):
        held = rawserver.Never()
        self.addCleanup(held.release)

        def hold(request, answer):
            held(request, answer)
            return answer()
        self.server.fault = on("POST", hold)
        first = self.window
        self.open_service("36981723")
        self.window.fill("Disposition", "10")
        self.open("--env", "Staging")
        self.open_service("36981723")
        self.window.fill("Disposition", "10")
        self.window.button("Complete Service")
        self.assertTrue(held.reached())
        first.button("Complete Service")
        first.label("is being ended at this moment by")
        held.release()
        self.window.label("^Completed: service 36981723$")
        self.only_post(self.server)
        self.assertEqual(self.only_entry()["process"], self.window.process.pid)
        self.window.quit()
        self.window = first
        self.window.kill()

    # Keys

    def test_return_in_the_list_moves_into_the_form(self):
        self.window.select(self.services, "95")
        self.window.key("Return")
        self.window.await_focus("combo box", "Disposition")
        self.window.label("^Complete service 95$")
        self.window.quit()

    def test_the_keys_that_send_are_of_the_form_alone(self):
        self.open_service("36981723")
        self.window.fill("Disposition", "10")
        self.window.key("ctrl+3")
        self.window.await_focus(pattern("table|cell"), pattern("."))
        self.window.key("ctrl+Return")
        self.window.await_focus("combo box", "Disposition")
        self.assertNothingSent(self.server)
        self.window.key("ctrl+Return")
        self.window.label("^Completed: service 36981723$")
        self.only_post(self.server)
        self.window.quit()

    def test_a_key_that_does_nothing_says_why(self):
        self.window.row(self.services, "95")
        self.window.key("ctrl+t")
        self.window.find("notification", pattern("^Prepare Task.*: Choose an open task or state first"),
                         states=())
        self.window.quit()

    # The language

    def test_another_language_leaves_the_focus_where_it_is(self):
        self.open_service("95")
        self.window.fill("Description", "half")
        self.window.key("ctrl+F2")  # German
        self.window.await_focus("text", "Beschreibung")
        self.assertEqual(self.window.focused().text, "half")
        self.window.key("ctrl+q")
        self.window.ended()


if __name__ == "__main__":
    unittest.main()
