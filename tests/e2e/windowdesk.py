# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""A display of its own, with a window manager and the accessibility bus."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from gi.repository import GLib

from support import clean_environment
from windowparts import ACCESSIBLE, DEADLINE, Accessible, Bus, wait

REGISTRY = "org.a11y.atspi.Registry"

BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
  </policy>
</busconfig>
"""

# No frame and no keys of its own, so that window and pictures have a known place and size.
OPENBOX_CONFIGURATION = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard/>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/>
    </mousebind></context></mouse>
  <applications><application class="*"><decor>no</decor></application>
    <application class="closeout" type="normal"><decor>no</decor><maximized>yes</maximized>
    </application></applications>
</openbox_config>
"""


class Desk:
    """Stops what it started with stop(), also when this process is killed."""

    def __init__(self, width=1280, height=800):
        self._folder = Path(tempfile.mkdtemp(prefix="closeout-desk-"))
        self._processes = []
        self._bus = None
        try:
            self._start(width, height)
        except BaseException:
            self.stop()
            raise

    def _start(self, width, height):
        runtime = self._folder / "runtime"
        runtime.mkdir(mode=0o700)
        reading, writing = os.pipe()
        self.environment = clean_environment(self._folder) | {
            "XDG_RUNTIME_DIR": str(runtime), "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.run("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
                 "-nolisten", "tcp", "-noreset", pass_fds=[writing])
        os.close(writing)
        with open(reading, encoding="ascii") as pipe:
            self.display = ":" + pipe.readline().strip()
        configuration = self._folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(folder=runtime))
        daemon = self.run("dbus-daemon", f"--config-file={configuration}", "--nofork",
                          "--print-address", stdout=subprocess.PIPE)
        self.session = daemon.stdout.readline().decode().strip()
        daemon.stdout.close()
        self.environment |= {"DISPLAY": self.display, "DBUS_SESSION_BUS_ADDRESS": self.session}
        manager = self._folder / "openbox.xml"
        manager.write_text(OPENBOX_CONFIGURATION)
        self.run("openbox", "--sm-disable", "--config-file", str(manager))
        self.run("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        self._bus = Bus(self._accessibility_address())
        wait("the accessibility registry", self._has_registry)
        wait("the window manager", self._has_manager)

    def _accessibility_address(self):
        session = Bus(self.session)
        address = wait("the accessibility bus", lambda: session.call(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
        session.close()
        return address

    def _has_registry(self):
        self._bus.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "StartServiceByName",
                       GLib.Variant("(su)", (REGISTRY, 0)))
        return True

    def _has_manager(self):
        try:
            return self.xdotool("get_num_desktops")
        except subprocess.CalledProcessError:
            return None

    def run(self, *command, environment=None, **more):
        """A process that ends when this one does."""
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", *command], stdin=subprocess.DEVNULL,
            env=environment or self.environment,
            **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | more)
        self._processes.append(process)
        return process

    def stop(self):
        if self._bus:
            self._bus.close()
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    # Accessibility

    def programs(self):
        root = Accessible(self._bus, REGISTRY, "/org/a11y/atspi/accessible/root")
        return [Accessible(self._bus, *reference)
                for reference in root.ask(ACCESSIBLE, "GetChildren")]

    def process_id(self, owner):
        return self._bus.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus",
                              "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))

    def listen(self, *kinds):
        """A list that grows by (Accessible, event, detail, number, value) with each dispatch()."""
        heard = []
        for kind in kinds:
            self._bus.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                           GLib.Variant("(sass)", (kind, [], "")))
        self._bus.subscribe(
            "org.a11y.atspi.Event.Object",
            lambda sender, path, member, said: heard.append(
                (Accessible(self._bus, sender, path), member, said[0], said[1], said[3])))
        return heard

    def dispatch(self):
        self._bus.dispatch()

    # Hands and eyes

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *arguments], env=self.environment, timeout=DEADLINE,
                              capture_output=True, check=True)
        return done.stdout.decode()

    def picture(self, path):
        """The bytes of the picture, which is in the file as well."""
        subprocess.run(["import", "-window", "root", "-silent", "-strip", f"png:{path}"],
                       env=self.environment, timeout=DEADLINE, check=True, stdin=subprocess.DEVNULL)
        return Path(path).read_bytes()
