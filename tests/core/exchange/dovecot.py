"""A real IMAP server on this machine: Debian's Dovecot, as a private process."""

import base64
import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.exchange.mail.folders import encode_name, quoted
from tests.core.exchange.servers import HOST, PASSWORD, PATIENCE_SECONDS, USER, Authority

_DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:~/mail
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  {mailbox}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
"""
USERS = 40


@dataclass(frozen=True, slots=True)
class DraftServer:
    """A running IMAP server with a mailbox for each of many users, all with the same password."""

    tls: int
    starttls: int
    folder: Path


@contextmanager
def dovecot(authority: Authority, special: str = "") -> Iterator[DraftServer]:
    """Debian's Dovecot; `special` is the name of its folder for drafts."""
    program = shutil.which(
        "dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    )
    if program is None:
        pytest.skip("dovecot is not installed (packaging/system-packages servers)")
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.getuid())
    with tempfile.TemporaryDirectory(prefix="dovecot-", ignore_cleanup_errors=True) as name:
        server = DraftServer(tls=free_port(), starttls=free_port(), folder=Path(name))
        _prepare(server, authority, owner, special)
        as_root = os.geteuid() == 0
        process = subprocess.Popen(
            [program, "-F", "-c", str(server.folder / "dovecot.conf")],
            user=owner.pw_uid if as_root else None,
            group=owner.pw_gid if as_root else None,
            extra_groups=[] if as_root else None,
        )
        try:
            _wait_until_ready(process, server)
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


def _prepare(
    server: DraftServer, authority: Authority, owner: pwd.struct_passwd, special: str
) -> None:
    folder = server.folder
    authority.write(folder)
    mailbox = (
        f'mailbox "{special}" {{\n auto = create\n special_use = \\Drafts\n }}' if special else ""
    )
    users = [USER, *(f"user{number}" for number in range(USERS))]
    (folder / "users").write_text(
        "".join(
            f"{user}:{{PLAIN.b64}}{base64.b64encode(PASSWORD.encode()).decode()}\n"
            for user in users
        ),
        encoding="utf-8",
    )
    (folder / "dovecot.conf").write_text(
        _DOVECOT.format(
            folder=folder,
            user=owner.pw_name,
            group=grp.getgrgid(owner.pw_gid).gr_name,
            uid=owner.pw_uid,
            gid=owner.pw_gid,
            mailbox=mailbox,
            tls=server.tls,
            starttls=server.starttls,
        ),
        encoding="utf-8",
    )
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, owner.pw_uid, owner.pw_gid)


def _wait_until_ready(process: subprocess.Popen[bytes], server: DraftServer) -> None:
    for _ in range(int(PATIENCE_SECONDS / 0.05)):
        with suppress(OSError), socket.create_connection((HOST, server.tls), 1.0):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
            break
    log = server.folder / "log"
    pytest.fail(f"dovecot does not start: {log.read_text() if log.exists() else 'no log'}")


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


@contextmanager
def signed_in(server: DraftServer, user: str, authority: Authority) -> Iterator[imaplib.IMAP4_SSL]:
    """A mailbox as another program sees it."""
    with imaplib.IMAP4_SSL(HOST, server.tls, ssl_context=authority.client()) as client:
        client.authenticate("PLAIN", lambda _: f"\0{user}\0{PASSWORD}".encode())
        yield client


def kept(server: DraftServer, user: str, authority: Authority, folder: str) -> list[bytes]:
    """Flags and date, then content, of each message in a folder."""
    with signed_in(server, user, authority) as client:
        assert client.select(quoted(encode_name(folder)), readonly=True)[0] == "OK"
        _, found = client.uid("FETCH", "1:*", "(FLAGS INTERNALDATE BODY.PEEK[])")
        return [part for each in found if isinstance(each, tuple) for part in each]
