# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Environments: what their safety level forbids, their file, and what stays secret."""

import base64
import json
import os
import pty
import select
import shutil
import subprocess
import tempfile
import time
import unittest

from certificates import Certificates
from peerserver import PeerServer
from support import DONE, NOT_SENT, REFUSED, EndToEnd, full_disk

PASSWORD = "s3cret-Pässword-91f"
COMPLETE = ("complete", "service", "36981723")


class Environments(EndToEnd):
    def setUp(self):
        super().setUp()
        self.peer = self.serve(PeerServer())

    def have(self, **settings):
        return self.write_environments(
            {"name": "Staging", "url": self.peer.url, "dialect": "8.5"} | settings)

    def complete(self, code, *options, **more):
        finished = self.expect(code, *COMPLETE, "--env", "Staging", *options, **more)
        if code == NOT_SENT:
            self.assertNothingSent(self.peer)
            self.assertSays(finished.err, "Staging")
        return finished

    # Safety levels

    def test_read_only(self):
        self.have(safety="read-only")
        self.complete(NOT_SENT)
        self.complete(NOT_SENT, "--yes")
        self.expect(DONE, "service", "36981723", "--env", "Staging")

    def test_confirm_without_a_terminal(self):
        self.have(safety="confirm")
        self.assertSays(self.complete(NOT_SENT).err, "--yes")
        self.complete(DONE, "--yes")
        self.only_post(self.peer)

    def test_a_missing_level_means_confirm(self):
        self.have()
        self.complete(NOT_SENT)
        self.complete(DONE, "--yes")

    def test_confirm_with_the_count(self):
        self.have(safety="confirm-count")
        self.complete(NOT_SENT)
        self.complete(NOT_SENT, "--yes")
        self.complete(NOT_SENT, "--yes", "2")
        self.complete(DONE, "--yes", "1")
        self.only_post(self.peer)

    def test_none(self):
        self.have(safety="none")
        self.complete(DONE)
        self.only_post(self.peer)

    def test_a_dry_run_needs_no_confirmation(self):
        for level in ("read-only", "confirm", "confirm-count"):
            with self.subTest(level):
                self.have(safety=level)
                self.complete(DONE, "--dry-run")
                self.assertNothingSent(self.peer)

    def test_an_unknown_level_is_no_licence(self):
        self.have(safety="whatever")
        finished = self.ctl(*COMPLETE, "--env", "Staging")
        self.assertEqual(finished.code, NOT_SENT, f"\n{finished}")
        self.assertNothingSent(self.peer)

    def ask_on_terminal(self, answer):
        """Runs the completion on a terminal and types the answer; (exit code, what was shown)."""
        pid, terminal = pty.fork()
        if pid == 0:
            program = os.environ["CLOSEOUTCTL"]
            os.execve(program, [program, *COMPLETE, "--env", "Staging", "--config-dir",
                                str(self.config)], self.environment())
        shown, answered, ends = b"", False, time.monotonic() + 30
        while time.monotonic() < ends:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            try:
                data = os.read(terminal, 4096)
            except OSError:
                break
            if not data:
                break
            shown += data
            if not answered and b"Staging" in shown:
                os.write(terminal, answer.encode() + b"\n")
                answered = True
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()

    def test_asked_on_a_terminal(self):
        self.have(safety="confirm")
        for answer in ("no", ""):
            code, shown = self.ask_on_terminal(answer)
            self.assertEqual(code, NOT_SENT, shown)
            self.assertSays(shown, "Staging", "36981723")
            self.assertNothingSent(self.peer)
        code, shown = self.ask_on_terminal("yes")
        self.assertEqual(code, DONE, shown)
        self.only_post(self.peer)

    def test_asked_for_the_count_on_a_terminal(self):
        self.have(safety="confirm-count")
        for answer in ("yes", "2"):
            code, shown = self.ask_on_terminal(answer)
            self.assertEqual(code, NOT_SENT, shown)
        code, shown = self.ask_on_terminal("1")
        self.assertEqual(code, DONE, shown)
        self.only_post(self.peer)

    # The file

    def test_everything_an_environment_says_is_used(self):
        self.peer.tenant = "1"
        self.peer.credentials = b"demo:" + PASSWORD.encode()
        self.have(user="demo", headers=["ContactCenterId: 1", "GroupId: 2"], safety="none")
        self.complete(DONE, password=PASSWORD)
        self.assertEqual(self.only_post(self.peer).header("GroupId"), "2")
        self.assertEqual(self.only_entry()["environment"], "Staging")

    def test_the_other_dialect(self):
        old = self.serve(PeerServer("8.1"))
        self.have(url=old.url, dialect="8.1", safety="none")
        self.complete(DONE)
        self.assertEqual(self.only_post(old).path, "/services/36981723/end")

    def test_an_environment_that_is_not_there(self):
        self.have()
        finished = self.ctl(*COMPLETE, "--env", "Production")
        self.assertIn(finished.code, (3, 64), f"\n{finished}")
        self.assertSays(finished.err, "Production", "Staging")

    def test_a_broken_file_is_kept_aside(self):
        for text in ("{", '{"environments":[{"name":"A",', "", "\xff", '["no"]'):
            with self.subTest(text):
                path = self.have()
                path.write_text(text, encoding="latin-1")
                before = set(self.config.iterdir()) - {path}
                finished = self.ctl(*COMPLETE, "--env", "Staging")
                self.assertIn(finished.code, (3, 64), f"\n{finished}")
                aside = [file for file in set(self.config.iterdir()) - before - {path}
                         if file.read_bytes() == text.encode("latin-1")]
                self.assertEqual(len(aside), 1, list(self.config.iterdir()))
                self.assertSays(finished.err, "environments.json", aside[0].name)
                self.assertFalse(path.exists() and path.read_bytes() == text.encode("latin-1"))
        self.assertEqual(self.peer.requests, [])

    def test_a_broken_file_does_not_disturb_a_bare_url(self):
        self.have().write_text("{")
        self.expect(DONE, *COMPLETE, "--url", self.peer.url)

    def test_set_up_by_command(self):
        self.expect(DONE, "environment", "add", "Staging", "--url", self.peer.url,
                    "--header", "ContactCenterId: 1", "--safety", "confirm-count")
        self.peer.tenant = "1"
        self.complete(NOT_SENT, "--yes")
        self.complete(DONE, "--yes", "1")
        listed = self.expect(DONE, "environment", "list", "--format", "json").json()
        self.assertEqual([entry["name"] for entry in listed], ["Staging"])
        self.assertIn(self.peer.url, (self.config / "environments.json").read_text())
        self.expect(DONE, "environment", "remove", "Staging")
        self.assertEqual(self.expect(DONE, "environment", "list", "--format", "json").json(), [])

    def test_a_ca_file_is_kept_with_its_whole_path(self):
        with tempfile.TemporaryDirectory() as folder:
            authorities = Certificates(folder).ca
            self.expect(DONE, "environment", "add", "Staging", "--url", self.peer.url,
                        "--ca-file", os.path.relpath(authorities))
            kept = (self.config / "environments.json").read_text()
            self.assertIn(json.dumps(str(authorities)), kept)

    def test_a_password_that_is_not_forgotten_is_told(self):
        for name, *user in (("Mine", "--user", "ada"), ("Also mine", "--user", "ada"),
                            ("Nobody's",)):
            self.expect(DONE, "environment", "add", name, "--url", self.peer.url, *user)
        removed = self.expect(DONE, "environment", "remove", "Nobody's")
        self.assertNotIn("password", removed.err)  # it has none
        removed = self.expect(DONE, "environment", "remove", "Also mine")
        self.assertNotIn("password", removed.err)  # it is in use still
        removed = self.expect(DONE, "environment", "remove", "Mine")
        self.assertSays(removed.err, "Mine is removed", "password", "keychain")  # there is none
        self.assertEqual(self.expect(DONE, "environment", "list", "--format", "json").json(), [])

    def test_a_full_disk_leaves_the_old_file(self):
        before = self.have(safety="read-only").read_bytes()
        for room in (0, 100, len(before)):
            with self.subTest(room):
                finished = self.expect(NOT_SENT, "environment", "add", "Other", "--url",
                                       self.peer.url, before=full_disk(room))
                self.assertSays(finished.err, "environments.json cannot be written")
                self.assertNotIn("Added", finished.err)
                self.assertEqual((self.config / "environments.json").read_bytes(), before)
        self.complete(NOT_SENT, "--yes")

    def test_environments_that_are_added_at_once(self):
        names = [f"Site {number}" for number in range(8)]
        running = [self.start("environment", "add", name, "--url", self.peer.url,
                              stderr=subprocess.DEVNULL) for name in names]
        self.assertEqual([process.wait(60) for process in running], [DONE] * len(names))
        listed = self.expect(DONE, "environment", "list", "--format", "json").json()
        self.assertEqual(sorted(entry["name"] for entry in listed), names)

    def test_of_two_safety_levels_the_stricter_one_holds(self):
        self.config.mkdir()
        for levels in (("read-only", "none"), ("none", "read-only")):
            with self.subTest(levels):
                (self.config / "environments.json").write_text(
                    '{"environments":[{"name":"Staging","url":%s,"safety":"%s","safety":"%s"}]}'
                    % (json.dumps(self.peer.url), *levels))
                self.assertSays(self.complete(NOT_SENT, "--yes").err, "twice", "read-only")
                listed = self.ctl("environment", "list")
                self.assertSays(listed.out, "read-only")
                self.assertSays(listed.err, "safety", "twice")

    def test_a_file_that_is_none_is_told(self):
        path = self.config / "environments.json"
        for make in (path.mkdir, lambda: os.mkfifo(path), lambda: path.symlink_to(path)):
            self.config.mkdir()
            make()
            for code, command in ((REFUSED, ["environment", "list"]),
                                  (NOT_SENT, [*COMPLETE, "--env", "Staging", "--yes"])):
                finished = self.expect(code, *command, timeout=20)
                self.assertSays(finished.err, "environments.json cannot be read")
                self.assertEqual(finished.out, "")
            shutil.rmtree(self.config)
        self.assertEqual(self.peer.requests, [])

    def test_what_is_left_out_of_an_unusable_entry_is_not_guessed(self):
        before = self.have(safety="readonly").read_bytes()
        finished = self.expect(NOT_SENT, "environment", "add", "Staging", "--user", "ada")
        self.assertSays(finished.err, "Staging", "readonly")
        self.assertEqual((self.config / "environments.json").read_bytes(), before)

    # Secrets

    def test_secrets_are_nowhere(self):
        self.peer.credentials = b"demo:" + PASSWORD.encode()
        self.have(user="demo", safety="none")
        said = []
        for code, command in ((DONE, [*COMPLETE, "--env", "Staging", "--dry-run"]),
                              (DONE, [*COMPLETE, "--env", "Staging"]),
                              (NOT_SENT, [*COMPLETE, "--env", "Staging"]),
                              (DONE, ["service", "95", "--env", "Staging", "--format", "json"]),
                              (DONE, ["journal"]), (DONE, ["journal", "--format", "json"])):
            finished = self.expect(code, *command, password=PASSWORD)
            said += [finished.raw, finished.err.encode()]
        self.only_post(self.peer)
        said += [file.read_bytes() for file in self.config.rglob("*") if file.is_file()]
        for secret in (PASSWORD.encode(), base64.b64encode(PASSWORD.encode()),
                       base64.b64encode(b"demo:" + PASSWORD.encode()),
                       json.dumps(PASSWORD).strip('"').encode()):
            for text in said:
                self.assertNotIn(secret, text)

    def test_no_password_to_be_had(self):
        self.have(user="demo", safety="none")
        finished = self.expect(NOT_SENT, *COMPLETE, "--env", "Staging")
        self.assertSays(finished.err, "demo", "CLOSEOUT_PASSWORD")
        self.assertEqual(self.peer.requests, [])

    def test_a_wrong_password(self):
        self.peer.credentials = b"demo:" + PASSWORD.encode()
        self.have(user="demo", safety="none")
        finished = self.complete(REFUSED, password="wrong")
        self.assertSays(finished.err, "demo", "password")

    def test_what_is_kept_is_for_its_owner_alone(self):
        self.have(safety="none")
        self.complete(DONE)
        for path in self.config.glob("journal*"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_an_umask_makes_nothing_public(self):
        def no_mask():
            os.umask(0)
        self.expect(DONE, "environment", "add", "Staging", "--url", self.peer.url, "--safety",
                    "none", before=no_mask)
        self.complete(DONE, before=no_mask)
        self.expect(NOT_SENT, "services", "--env", "Staging", "--view", "none", before=no_mask)
        kept = [self.config, *self.config.rglob("*")]
        self.assertGreater(len(kept), 4)
        for path in kept:
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)


if __name__ == "__main__":
    unittest.main()
