"""A real IMAP server: Debian's Dovecot as a process of the test, configured by it."""

import grp
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from contextlib import suppress
from datetime import timedelta
from imaplib import IMAP4
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from gongkai.web.ui import clock

DOVECOT = Path("/usr/sbin/dovecot")
USER, PASSWORD = "xxgk", "geheim-mail"
NOBODY = 65534
SETTINGS = """
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/log
protocols = imap
ssl = yes
ssl_cert = <{root}/cert.pem
ssl_key = <{root}/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = {name}
default_internal_group = {group}
default_login_user = {name}
first_valid_uid = 1
mail_location = maildir:{root}/mail
passdb {{
  driver = passwd-file
  args = {root}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {plain}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {tls}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


class ImapServer:
    """Dovecot on loopback; as root it runs as nobody, for it serves root no mail."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="gongkai-imap-"))
        self.port, self.tls_port = _free(), _free()
        self.uid = os.getuid() or NOBODY
        self.account = pwd.getpwuid(self.uid)
        self.certificate = self.root / "cert.pem"
        _certify(self.root)
        (self.root / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n")
        settings = SETTINGS.format(
            root=self.root, name=self.account.pw_name, uid=self.uid, gid=self.account.pw_gid,
            group=grp.getgrgid(self.account.pw_gid).gr_name, plain=self.port, tls=self.tls_port,
        )  # fmt: skip
        (self.root / "dovecot.conf").write_text(settings)
        if os.getuid() == 0:
            for path in (self.root, *self.root.iterdir()):
                os.chown(path, self.uid, self.account.pw_gid)
        self.start()

    def start(self) -> None:
        own = {"user": self.uid, "group": self.account.pw_gid, "extra_groups": []}
        self.process = subprocess.Popen(
            [DOVECOT, "-F", "-c", self.root / "dovecot.conf"],
            start_new_session=True,
            **(own if os.getuid() == 0 else {}),
        )
        until = time.monotonic() + 10
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise RuntimeError((self.root / "log").read_text())

    def stop(self) -> None:
        """With every process that serves a client: connections break off."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(10)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.root)

    def link(self, folder: str = "INBOX") -> IMAP4:
        found = IMAP4("127.0.0.1", self.port, timeout=10)
        found.login(USER, PASSWORD)
        found.select(folder)
        return found

    def put(self, *messages: bytes) -> None:
        """Let messages arrive."""
        with self.link() as link:
            for each in messages:
                assert link.append("INBOX", None, None, each)[0] == "OK"

    def count(self, words: str = "ALL", folder: str = "INBOX") -> int:
        with self.link(folder) as link:
            return len(link.search(None, words)[1][0].split())

    def begin_anew(self) -> None:
        """Change UIDVALIDITY, as a server does that was restored from a backup."""
        self.stop()
        for path in (self.root / "mail").glob("dovecot*"):
            path.unlink()
        (self.root / "mail" / "dovecot-uidvalidity").write_text("")
        self.start()

    def empty(self) -> None:
        with self.link() as link:
            if link.search(None, "ALL")[1][0]:
                link.store("1:*", "+FLAGS.SILENT", r"(\Deleted)")
                link.expunge()
            link.delete("&XfJ2e4uw-")


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def _certify(folder: Path) -> None:
    """A certificate for 127.0.0.1 by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    assert ssl.create_default_context(cafile=folder / "cert.pem")
