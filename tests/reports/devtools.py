# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A browser without a window, talked to over a pair of pipes.

Messages of the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/) are JSON with a NUL behind
each; the browser reads them from its file descriptor 3 and writes to 4 (`--remote-debugging-pipe`). So there is no
port, no WebSocket and nothing to install beside the browser.
"""
import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
         "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--disable-crash-reporter")
ANSWER_SECONDS_MAX = 60
END_SECONDS_MAX = 10
READ_BYTES = 1 << 20
FREE_DESCRIPTOR_MIN = 10


def find_browser():
    """The path of a browser, or None."""
    return next((path for path in map(shutil.which, NAMES) if path is not None), None)


def high_pipe():
    """A pipe whose ends are far from the descriptors that the browser expects its own at."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FREE_DESCRIPTOR_MIN) for end in ends]
    for end in ends:
        os.close(end)
    return high


class BrowserError(Exception):
    pass


class Browser:
    """One browser with a profile of its own, which ends with the `with`."""

    def __init__(self, path):
        self.folder = tempfile.mkdtemp(prefix="blackstart-browser-")
        self.buffer = b""
        self.number = 0
        self.events = []
        commands, self.writer = high_pipe()
        self.reader, answers = high_pipe()
        log = os.open(os.path.join(self.folder, "log"), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        flags = [*FLAGS, f"--user-data-dir={self.folder}/profile"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # It refuses to be root inside its own.
        try:
            self.process = os.posix_spawn(
                path, [path, *flags], {**os.environ, "HOME": self.folder, "XDG_CONFIG_HOME": self.folder,
                                       "XDG_CACHE_HOME": self.folder},
                file_actions=[(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, log, 1),
                              (os.POSIX_SPAWN_DUP2, log, 2), (os.POSIX_SPAWN_DUP2, commands, 3),
                              (os.POSIX_SPAWN_DUP2, answers, 4)],
                setpgroup=0)
        finally:
            for end in (commands, answers, log):
                os.close(end)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (BrowserError, OSError):
            pass
        self.wait_for_end()
        os.close(self.writer)
        os.close(self.reader)
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait_for_end(self):
        """Waits for the browser, and not for ever."""
        deadline = time.monotonic() + END_SECONDS_MAX
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.killpg(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                return
            time.sleep(0.02)

    def log(self):
        with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as file:
            return file.read()[-2000:]

    def read_message(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.reader], [], [], max(0, deadline - time.monotonic()))
            more = os.read(self.reader, READ_BYTES) if ready else b""
            if not more:
                raise BrowserError(f"the browser {'is gone' if ready else 'does not answer'}: {self.log()}")
            self.buffer += more
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        """The answer to a command; events that come before it are kept."""
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.writer, rest):]
        deadline = time.monotonic() + ANSWER_SECONDS_MAX
        while True:
            answer = self.read_message(deadline)
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method, session):
        """The next event of that name that has not been waited for."""
        deadline = time.monotonic() + ANSWER_SECONDS_MAX
        seen = 0
        while True:
            for place, event in enumerate(self.events[seen:], seen):
                if event.get("method") == method and event.get("sessionId") == session and not event.get("taken"):
                    event["taken"] = True
                    return self.events[place]
            seen = len(self.events)
            self.events.append(self.read_message(deadline))

    def open_page(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        return Page(self, target)


class Page:
    """A tab, with what it asked for and what it complained of."""

    def __init__(self, browser, target):
        self.browser = browser
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)

    def load(self, url):
        self.call("Page.navigate", url=url)
        self.browser.wait_for("Page.loadEventFired", self.session)

    def show(self, width, scheme, media="screen"):
        """As seen on a screen so wide, by somebody who likes it light or dark; or on paper."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                  mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def evaluate(self, expression):
        """The value of an expression, which must be plain data."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def own_events(self, method):
        return [event["params"] for event in self.browser.events
                if event.get("sessionId") == self.session and event.get("method") == method]

    def requests(self):
        return [event["request"]["url"] for event in self.own_events("Network.requestWillBeSent")]

    def complaints(self):
        """What its console shows: errors, warnings, refusals, and anything that it printed."""
        return ([event["entry"]["text"] for event in self.own_events("Log.entryAdded")]
                + [event["exceptionDetails"]["text"] for event in self.own_events("Runtime.exceptionThrown")]
                + [event["type"] for event in self.own_events("Runtime.consoleAPICalled")])

    def screenshot(self):
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])
