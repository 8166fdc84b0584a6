"""A PostgreSQL server of the tests' own, from what Debian installs; it is reached through a socket file alone."""

import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

__all__ = ["Server", "programs"]

_VERSIONS = Path("/usr/lib/postgresql")
_MEMORY = Path("/dev/shm")  # noqa: S108
_ROOM = 4 << 30
"""Bytes that all ledgers of a run of the tests have room in."""
# Safety from a failing machine is no test's matter; the rest is for a server that is small.
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
}
_PEOPLE = "local all stranger scram-sha-256\nlocal all all trust\n"


def programs() -> Path | None:
    """Where the newest server's programs are; None where there is none."""
    versions = sorted(_VERSIONS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


def _is_roomy(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > _ROOM


class Server:
    """Databases that sort as people of a country do, so that a ledger has to say how it sorts. `stop` it."""

    def __init__(self, bin_: Path) -> None:
        self._bin = bin_
        self._numbers = count()
        self.folder = Path(tempfile.mkdtemp(prefix="purport-pg-", dir=_MEMORY if _is_roomy(_MEMORY) else None))
        # The server refuses to run as root; Debian's package brings a user for it.
        self._user = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        os.chown(self.folder, self._user.pw_uid, self._user.pw_gid)
        collation = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=uk-UA")
        self._run("initdb", "--no-sync", "--username=owner", *collation)
        (self.folder / "data" / "pg_hba.conf").write_text(_PEOPLE)
        self.start()

    def start(self) -> None:
        settings = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder}/log", "-o", f"-k {self.folder} {settings}")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(self.folder)

    def restart(self) -> None:
        self._run("pg_ctl", "stop", "--mode=fast")
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        said = self.folder / "said"
        with said.open("wb") as out:  # a pipe would be open for as long as the server
            result = subprocess.run(
                [str(self._bin / program), f"--pgdata={self.folder}/data", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                user=self._user.pw_uid if os.geteuid() == 0 else None,
                group=self._user.pw_gid if os.geteuid() == 0 else None,
                check=False,
            )
        assert result.returncode == 0, said.read_text()

    def url(self, database: str, user: str = "owner", **more: str) -> str:
        """As `--ledger` takes it."""
        query = "&".join(f"{key}={quote(value, safe='')}" for key, value in {"host": str(self.folder), **more}.items())
        return f"postgresql://{user}@/{database}?{query}"

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the owner, each by itself."""
        url = self.url(database).replace("postgresql", "postgresql+psycopg", 1)
        engine = sa.create_engine(url, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)

    def new_database(self) -> str:
        """The URL of a database in which nothing is."""
        name = f"book{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def new_schema(self) -> str:
        """The URL of a schema in which nothing is, in a database that holds others."""
        name = f"book{next(self._numbers)}"
        self.execute(f"CREATE SCHEMA {name}")
        return self.url("postgres", options=f"-csearch_path={name}")
