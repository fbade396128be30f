# SPDX-FileCopyrightText: 2026 The Closeout developers
# SPDX-License-Identifier: MIT

"""Certificates for one test run, made with the openssl program: a CA, a good server certificate of
it, one that has expired, one of another host, one whose common name alone is right, and one that signed itself."""

import subprocess
from pathlib import Path

CONFIGURATION = """
[ca]
default_ca = ours
[ours]
dir = {folder}
database = {folder}/index.txt
serial = {folder}/serial
new_certs_dir = {folder}
certificate = {folder}/ca.pem
private_key = {folder}/ca.key
default_md = sha256
policy = anything
x509_extensions = server
[anything]
commonName = supplied
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, DNS:localhost, DNS:gms.invalid
[elsewhere]
basicConstraints = CA:FALSE
subjectAltName = DNS:elsewhere.example
"""


class Certificates:
    """Each of good, expired, other_host, common_name, self_signed is a pair (certificate file, key file)."""

    def __init__(self, folder):
        self._folder = Path(folder)
        (self._folder / "index.txt").write_text("")
        (self._folder / "serial").write_text("01\n")
        (self._folder / "openssl.cnf").write_text(CONFIGURATION.format(folder=self._folder))
        self.ca = self._folder / "ca.pem"
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out",
                      "ca.pem", "-subj", "/CN=Closeout test CA", "-days", "2")
        self.good = self._signed("good", "-days", "2")
        self.expired = self._signed("expired", "-startdate", "20200101000000Z", "-enddate",
                                    "20200201000000Z")
        self.common_name = self._signed("common", "-days", "2", "-extensions", "elsewhere",
                                        name="127.0.0.1")
        self.other_host = self._signed("other", "-days", "2", "-extensions", "elsewhere")
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "self.key",
                      "-out", "self.pem", "-subj", "/CN=127.0.0.1",
                      "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2")
        self.self_signed = (self._folder / "self.pem", self._folder / "self.key")

    def _signed(self, file, *validity, name=None):
        self._openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{file}.key",
                      "-out", f"{file}.csr", "-subj", f"/CN={name or file}")
        self._openssl("ca", "-batch", "-notext", "-config", "openssl.cnf", "-in", f"{file}.csr",
                      "-out", f"{file}.pem", *validity)
        return self._folder / f"{file}.pem", self._folder / f"{file}.key"

    def _openssl(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self._folder, check=True, capture_output=True)
