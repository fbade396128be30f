# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""What can go wrong while the window is open: it answers at once, says what happened and what to do
now, and the journal has the truth."""

import signal
import unittest

import rawserver
from peerserver import PeerServer
from rawserver import on
from window import WindowTest, pattern

SERVICE = "36981723"
PASSWORD = "s3cret-91f"


class Troubles(WindowTest):
    def peer(self, fault=None, **more):
        return self.serve(PeerServer(fault=fault, **more))

    def never(self):
        never = rawserver.Never()
        self.addCleanup(never.release)
        return never

    def open_at(self, server, password=None, **settings):
        self.write_environments({"name": "Staging", "url": server.url, "dialect": server.dialect,
                                 "safety": "none"} | settings)
        return self.open("--env", "Staging", password=password)

    def begin(self, server, **settings):
        """The form of the service, filled in."""
        self.open_at(server, **settings)
        self.open_service(SERVICE)
        self.window.label(f"^Complete service {SERVICE}$")
        self.window.fill("Disposition", "10")

    def send(self):
        self.window.key("ctrl+Return")

    def assertRecorded(self, outcome):
        """In the journal on disk and on the screen."""
        self.window.row(self.log, "Staging", f"Service {SERVICE}", outcome.capitalize())
        self.assertEqual(self.only_entry()["outcome"], outcome)

    # The answer

    def test_the_answer_is_lost(self):
        server = self.peer(on("POST", rawserver.drop))
        self.begin(server)
        self.send()
        self.window.label(f"^Unknown outcome: service {SERVICE}$")
        self.window.says("Read it again before", "twice")
        self.picture("trouble-lost-answer")
        self.only_post(server)
        self.assertRecorded("unknown")
        self.window.button("Read Again")
        self.window.label("^An earlier end of it had no answer")
        self.send()
        self.window.says("completed already", under=self.question)
        self.window.await_focus("push button", "Cancel")
        self.window.key("Return")
        self.window.find("push button", "Complete Service")
        self.only_post(server)
        self.window.quit()

    def test_done_but_the_answer_is_lost(self):
        server = self.peer(on("POST", rawserver.apply_and_drop))
        self.begin(server)
        self.send()
        self.window.label(f"reading again shows it completed: service {SERVICE}$")
        self.only_post(server)
        self.assertRecorded("completed")
        self.window.quit()

    def test_a_page_instead_of_an_answer(self):
        server = self.peer(on("POST", rawserver.web_page))
        self.begin(server)
        self.send()
        self.window.label(f"^Unknown outcome: service {SERVICE}$")
        self.window.says("not a Context Services answer", "<html>", "Read it again before")
        self.picture("trouble-page-instead-of-answer")
        self.only_post(server)
        self.assertRecorded("unknown")
        self.window.quit()

    def test_a_page_instead_of_the_services(self):
        self.open_at(self.peer(on("GET", rawserver.web_page)))
        self.window.label("^No services could be loaded$")
        self.window.says("not a Context Services answer", "127.0.0.1", "check host")
        self.picture("trouble-page-instead-of-services")
        self.window.find("push button", "Try Again")
        self.window.quit()

    # Who may

    def test_the_wrong_password(self):
        server = self.peer(user="agent", password=PASSWORD)
        self.open_at(server, user="agent", password="wrong")
        self.window.await_focus("text", pattern("^Password"))
        self.window.says("password", "agent", "Staging", "Password needed")
        self.picture("trouble-wrong-password")
        self.window.type_secret(PASSWORD)
        self.window.key("Return")
        self.window.row(self.services, SERVICE)
        self.window.label("^Signed in as agent$")
        self.window.quit()

    def test_sending_is_not_allowed(self):
        server = self.peer(on("POST", rawserver.unauthorized), user="agent", password=PASSWORD)
        self.begin(server, user="agent", password=PASSWORD)
        self.send()
        self.window.label(f"^Not completed: service {SERVICE}$")
        self.window.says("401", "password")
        self.picture("trouble-unauthorized")
        self.only_post(server)
        self.assertRecorded("failed")
        self.window.find("text", pattern("^Password"))
        self.window.quit()

    def test_a_read_only_environment(self):
        server = self.peer()
        self.begin(server, safety="read-only")
        self.window.label("^The environment Staging is read-only")
        self.window.label("^Read-only$")
        self.assertFalse(self.window.find("push button", "Complete Service", states=()).has("enabled"))
        self.window.says("nothing can be completed in it")
        self.picture("trouble-read-only")
        self.assertFalse(self.window.menu_item("Completion", "Complete Service").has("enabled"))
        self.send()
        self.window.key("ctrl+shift+3")
        self.window.find("text", "Request", states=())
        self.assertNothingSent(server)
        self.window.quit()
        self.assertEqual(self.journal(), [])

    # The record

    def test_somebody_else_was_faster(self):
        server = self.peer()
        self.begin(server)
        server.complete(SERVICE)
        self.send()
        self.window.label(f"^Already completed: service {SERVICE}$")
        self.window.says("Nothing was sent")
        self.picture("trouble-somebody-was-faster")
        self.assertNothingSent(server)
        self.window.button("Read Again")
        self.window.label("^The service 36981723 is already completed")
        self.assertNothingSent(server)
        self.assertEqual(self.journal(), [])
        self.window.quit()

    def test_the_journal_cannot_be_written(self):
        (self.config / "journal.sqlite").mkdir()
        server = self.peer()
        self.begin(server)
        self.window.label("^The journal cannot be read$")
        self.send()
        self.window.label(f"Not (sent|completed): service {SERVICE}$")
        self.window.says("journal", "Nothing was sent", str(self.config))
        self.picture("trouble-journal-not-writable")
        self.assertNothingSent(server)
        self.window.quit()

    def test_the_draft_cannot_be_kept(self):
        (self.config / "drafts").write_text("")
        server = self.peer()
        self.begin(server)
        self.window.says("draft", str(self.config))
        self.picture("trouble-draft-not-kept")
        self.send()
        self.window.label(f"^Completed: service {SERVICE}$")
        self.only_post(server)
        self.window.quit()

    # The server goes away

    def test_gone_while_loading(self):
        never = self.never()
        server = self.peer(on("GET", never))
        self.open_at(server)
        self.assertTrue(never.reached())
        self.window.find("push button", "Cancel Loading")
        self.window.respond()
        server.stop()
        never.release()
        self.window.label("^No services could be loaded$")
        self.window.respond()
        self.window.says("127.0.0.1", "check")
        self.picture("trouble-gone-while-loading")
        self.window.find("push button", "Try Again")
        self.window.quit()

    def test_gone_while_sending(self):
        never = self.never()
        server = self.peer(on("POST", never))
        self.begin(server)
        self.send()
        self.assertTrue(never.reached())
        self.window.label("^Sending to Staging")
        self.window.respond()
        server.stop()
        never.release()
        self.window.label(f"^Unknown outcome: service {SERVICE}$")
        self.window.respond()
        self.window.says("Read it again before")
        self.picture("trouble-gone-while-sending")
        self.only_post(server)
        self.assertRecorded("unknown")
        self.window.quit()

    def test_gone_while_nothing_happens(self):
        server = self.peer()
        self.begin(server)
        server.fault = lambda request, answer: rawserver.CLOSE  # for connections that are open
        server.stop()
        self.window.key("F5")
        self.window.label("^The service could not be read again")
        self.window.respond()
        self.window.says("127.0.0.1", "check")
        self.picture("trouble-gone-while-idle")
        self.assertEqual(self.window.find("combo box", "Disposition").field.text, "10")
        self.window.find("push button", "Try Again")
        self.window.quit()

    # Closing

    def test_closed_while_sending(self):
        never = self.never()
        server = self.peer(on("POST", never))
        self.begin(server)
        self.send()
        self.assertTrue(never.reached())
        self.window.key("ctrl+q")
        self.window.label("^An end is under way$")
        self.window.says("stays open", "journal")
        self.picture("trouble-closed-while-sending")
        self.window.respond()
        self.window.button("Close When It Is Done")
        self.window.label("^Closeout closes when")
        never.release()
        self.window.ended()
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], "unknown")

    def test_an_end_that_is_waited_for_instead_of_closing(self):
        never = self.never()
        self.begin(self.peer(on("POST", never)))
        self.send()
        self.assertTrue(never.reached())
        self.window.key("ctrl+q")
        banner = self.window.label("^An end is under way$")
        self.window.await_focus("push button", pattern("^Stop If Nothing"))
        never.release()
        self.window.label("^Unknown outcome")
        self.window.await_focus("push button", "Read Again")
        self.window.wait("the banner to go", lambda: not banner.look().has("showing"))
        self.window.quit()

    def test_asked_to_stop(self):
        self.begin(self.peer())
        self.window.key("ctrl+shift+2")
        self.window.wait("the tab", lambda: "Changes" in self.window.tabs_in_front())
        self.window.process.send_signal(signal.SIGTERM)
        self.window.ended()
        self.open()
        self.open_service(SERVICE)
        self.window.label(f"^Complete service {SERVICE}$")
        self.assertEqual(self.window.find("combo box", "Disposition").field.text, "10")
        self.assertIn("Changes", self.window.tabs_in_front())
        self.window.process.send_signal(signal.SIGINT)
        self.window.ended()

    def test_asked_to_stop_while_sending(self):
        never = self.never()
        server = self.peer(on("POST", never))
        self.begin(server)
        self.send()
        self.assertTrue(never.reached())
        self.window.process.send_signal(signal.SIGTERM)
        self.window.label("^Closeout closes when")
        self.window.respond()
        never.release()
        self.window.ended()
        self.only_post(server)
        self.assertEqual(self.only_entry()["outcome"], "unknown")

    def kill_while_sending(self):
        """And open it again, with the service that it was about."""
        never = self.never()
        self.begin(self.peer(on("POST", never)))
        self.send()
        self.assertTrue(never.reached())
        self.window.process.kill()
        self.window.process.wait()
        never.release()
        self.open()
        self.open_service(SERVICE)
        self.window.label(f"^Complete service {SERVICE}$")

    def test_killed_while_sending(self):
        self.kill_while_sending()
        self.assertRecorded("unknown")
        self.assertEqual(self.window.find("combo box", "Disposition").field.text, "10")
        self.window.quit()

    def test_a_doubt_outlives_the_program(self):
        self.kill_while_sending()
        self.window.label("^An earlier end of it had no answer")
        self.send()
        self.window.says("completed already", under=self.question)
        self.window.quit()


if __name__ == "__main__":
    unittest.main()
