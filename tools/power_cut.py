"""Kill server and worker at random moments under writing clients; see that nothing is lost.

`power_cut.py [MOMENTS [SEED]]` runs a real installation of its own on SQLite. Every act that a
client was told of must be there once, with its audit entry, its queued work and its file; so must
those told of before a backup, in what is restored from it.
"""

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import psutil
from whole import MARK, Acknowledged, faults, unfinished

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.web.browser.site import GONGKAI, PASSWORD, free_port, wait_for  # noqa: E402

CLIENTS = 50
BODIES = ("wangge", "chengguan", "jiguan")
OFFICER, OFFICE = "wangge.jingban", "wangge"
WORKER = "gongkai.web.project.commands.worker"
TOKEN = "c" * 32
RECEIPT = re.compile(r'<dd><strong class="big">([^<]+)</strong>')
"""On the page of the receipt: number, then query code."""
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
BOUNDARY = "x-part-x"
WITHIN = (0.2, 2.5)
"""Seconds of work between two cuts."""


class Installation:
    """A data folder and the processes that serve it."""

    def __init__(self, data: Path):
        data.mkdir(exist_ok=True)
        self.data, self.port = data, free_port()
        self.environ = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "GONGKAI_PRODUCTION": "off",
            "GONGKAI_DATA": str(data),
            "GONGKAI_PROXIES": "127.0.0.1",
        }
        self.environ.pop("GONGKAI_DATABASE_URL", None)
        self.server: subprocess.Popen[bytes] | None = None

    def run(self, *line: object) -> str:
        """One command of the operator."""
        command = [*GONGKAI, *map(str, line)]
        done = subprocess.run(
            command, env=self.environ, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"gongkai {line[0]}: {done.stdout}{done.stderr}")
        return done.stdout

    def serve(self) -> None:
        with (self.data / "serve.log").open("ab") as log:
            line = [*GONGKAI, "serve", "--port", str(self.port), "--workers", "2"]
            self.server = subprocess.Popen(line, env=self.environ, stdout=log, stderr=log)
        wait_for(f"http://127.0.0.1:{self.port}/ready", 60)

    def processes(self) -> list[psutil.Process]:
        if self.server is None or self.server.poll() is not None:
            return []
        top = psutil.Process(self.server.pid)
        return [top, *top.children(recursive=True)]

    def cut(self, chance: random.Random) -> str:
        """Kill everything, or only what does the queued work; says which."""
        alive = self.processes()
        workers = [each for each in alive if WORKER in line_of(each)]
        if workers and chance.random() < 0.2:
            for each in workers:
                killed(each)
            return "worker"
        self.kill()
        return "all"

    def kill(self) -> None:
        """All its processes at once, without warning."""
        alive = self.processes()
        for each in alive:
            killed(each)
        psutil.wait_procs(alive, timeout=10)

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(timeout=30)


def killed(process: psutil.Process) -> None:
    with suppress(psutil.Error):  # it may have ended by itself
        process.send_signal(signal.SIGKILL)


def line_of(process: psutil.Process) -> list[str]:
    """Its command line; none once it has ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


class Client(threading.Thread):
    """Sends one act after the other and remembers what was acknowledged."""

    def __init__(self, number: int, site: Installation, staff: str):
        super().__init__(daemon=True)
        self.number, self.site, self.staff = number, site, staff
        self.told, self.refused, self.count = Acknowledged(), [], 0
        self.ending = threading.Event()
        self.item = ""

    def run(self) -> None:
        while not self.ending.is_set():
            self.count += 1
            mark = f"{MARK}-{self.number}-{self.count}"
            try:
                self.attach(mark) if self.number % 5 == 0 else self.apply(mark)
            except (OSError, http.client.HTTPException):
                self.ending.wait(0.3)

    def apply(self, mark: str) -> None:
        """An application, and the number that the receipt shows."""
        fields = {
            "applicant": "natural_person",
            "name": "程远山",
            "identity_number": "11010519491231002X",
            "phone": "13800001234",
            "topic": mark,
            "description": "断电试验",
            "delivery": "online",
        }
        body = BODIES[self.number % len(BODIES)]
        status, headers, page = self.post(f"/apply/{body}/", fields)
        if status != 302:
            self.refused.append((status, page[-2000:]))
            return
        self.told.applications[mark] = ""
        session = headers["Set-Cookie"].split(";")[0]
        _status, _headers, page = self.send("GET", "/apply/done", b"", {"Cookie": session})
        if receipt := RECEIPT.findall(page):
            self.told.applications[mark] = receipt[0]

    def attach(self, mark: str) -> None:
        """A file for a draft; a new draft now and then."""
        if not self.item:
            status, headers, page = self.post(
                f"/desk/items/new/{OFFICE}",
                {
                    "title": f"{MARK}的草稿",
                    "kind": "notice",
                    "subject": "综合政务\\政务公开",
                    "made_on": "2026-11-02",
                    "summary": "断电试验用的草稿",
                    "audience": "public",
                    "content": "断电试验用的正文。",
                },
                self.staff,
            )
            if status != 302:
                self.refused.append((status, page[-2000:]))
                return
            self.item = headers["Location"]
        name = f"{mark}.txt"
        part = f'Content-Disposition: form-data; name="file"; filename="{name}"'
        token = f'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{TOKEN}'
        text = f"{mark}\n" * 200
        lines = [f"--{BOUNDARY}", token, f"--{BOUNDARY}", part, "", text, f"--{BOUNDARY}--", ""]
        headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        sent = "\r\n".join(lines).encode()
        status, _headers, page = self.send("POST", f"{self.item}attach", sent, headers, self.staff)
        if status == 302:
            self.told.files.add(name)
        else:
            self.refused.append((status, page[-2000:]))
        if self.count % 20 == 0:
            self.item = ""

    def post(self, path: str, fields: dict[str, str], session: str = ""):
        sent = urlencode({"csrfmiddlewaretoken": TOKEN, **fields}).encode()
        return self.send("POST", path, sent, HEADERS, session)

    def send(self, method: str, path: str, sent: bytes, headers: dict[str, str], session: str = ""):
        """Status, headers and page; each client has an address of its own."""
        peer = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=60)
        cookie = "; ".join(filter(None, (f"csrftoken={TOKEN}", session, headers.get("Cookie"))))
        address = f"10.{self.number}.{self.count // 250 % 250}.{self.count % 250}"
        try:
            peer.request(
                method, path, sent, {**headers, "Cookie": cookie, "X-Forwarded-For": address}
            )
            answer = peer.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            peer.close()


def signed_in(site: Installation) -> str:
    """The session cookie of an officer."""
    first = Client(0, site, "")
    status, headers, page = first.post("/sign-in/", {"login": OFFICER, "password": PASSWORD})
    assert status == 302, page[-2000:]
    cookies = headers.get_all("Set-Cookie")
    return next(each.split(";")[0] for each in cookies if each.startswith("gongkai="))


def together(clients: list[Client]) -> Acknowledged:
    """What all of them were told until now."""
    told = Acknowledged()
    for each in clients:
        told.applications |= dict(each.told.applications)
        told.files |= set(each.told.files)
    return told


def wait_for_worker(site: Installation, seconds: float = 60) -> None:
    """Let the worker finish, or give up once nothing has moved for so many seconds."""
    end, before = time.monotonic() + seconds, sys.maxsize
    while left := unfinished(site.data):
        if len(left) < before:
            end, before = time.monotonic() + seconds, len(left)
        if time.monotonic() > end:
            break
        time.sleep(1)


def trial(site: Installation, folder: Path, moments: int, seed: int) -> list[str]:
    """Everything that was found wrong."""
    chance, found = random.Random(seed), []
    site.run("demo")
    site.serve()
    staff = signed_in(site)
    clients = [Client(number, site, staff) for number in range(CLIENTS)]
    for each in clients:
        each.start()
    backed_up = Acknowledged()
    for moment in range(1, moments + 1):
        time.sleep(chance.uniform(*WITHIN))
        if moment == (moments + 1) // 2:
            backed_up = together(clients)
            site.run("backup", folder / "backup", "--keys", folder / "keys")
        what = site.cut(chance)
        told = together(clients)
        wrong = faults(site.data, told) if what == "all" else []
        found += [f"moment {moment}: {line}" for line in wrong]
        print(f"{moment}/{moments}: {what}, {len(told)} acts, {len(wrong)} faults", flush=True)
        if what == "all":
            site.serve()
    time.sleep(1)
    for each in clients:
        each.ending.set()
    for each in clients:
        each.join(timeout=90)
        found += [f"client {each.number} was refused: {line}" for line in each.refused]
    wait_for_worker(site)
    site.stop()
    found += faults(site.data, together(clients), drained=True)
    print(site.run("audit", "verify").splitlines()[-1])
    found += restored(folder, backed_up)
    print(f"{len(together(clients))} acts acknowledged, {moments} cuts, seed {seed}")
    return found


def restored(folder: Path, promised: Acknowledged) -> list[str]:
    """The same on what is restored from the backup that was taken meanwhile."""
    other = Installation(folder / "restored")
    archive, keys = next((folder / "backup").iterdir()), next((folder / "keys").iterdir())
    print(other.run("restore", archive, "--keys", keys).strip())
    other.run("worker", "--once")
    found = [f"restored: {line}" for line in faults(other.data, promised, drained=True)]
    print(f"restored: {len(promised)} acts had been acknowledged, {len(found)} faults")
    return found


def main(arguments: list[str]) -> int:
    moments, seed = (*map(int, arguments), *(100, random.randrange(10**6))[len(arguments) :])
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gongkai-cut-") as folder:
        site = Installation(Path(folder) / "data")
        try:
            found = trial(site, Path(folder), moments, seed)
        finally:
            site.kill()
    print(*found[:40], sep="\n")
    print(f"{len(found)} faults in {time.monotonic() - start:.0f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
