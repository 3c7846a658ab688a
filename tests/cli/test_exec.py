# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart exec`: the environment of the command, signals, what is left behind, exit statuses, and clients of
AWS that others wrote, who find the mock without being told of it."""
import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

import harness

BOTO3 = subprocess.run([sys.executable, "-c", "import boto3"], capture_output=True, check=False).returncode == 0
AWS_CLI = next((path for path in ("/usr/bin/aws", shutil.which("aws")) if path and Path(path).exists()), None)
NODE = shutil.which("node")
CURL = shutil.which("curl")
REAL = {"AWS_SESSION_TOKEN": "real-token", "AWS_PROFILE": "real", "AWS_ACCESS_KEY_ID": "REALKEY",
        "AWS_SECRET_ACCESS_KEY": "real-secret", "AWS_ROLE_ARN": "arn:aws:iam::1:role/real", "AWS_REGION": "eu-north-1",
        "AWS_ENDPOINT_URL_RDS": "https://real.example.net", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://10.0.0.1",
        "NO_PROXY": "amazonaws.com", "no_proxy": "*", "AWS_CONFIG_FILE": "real-config", "KEPT": "as it was"}


class Case(harness.Case):
    def setUp(self):
        super().setUp()
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        # Where nothing breaks, whatever a command does or leaves undone is well.
        self.calm = self.folder / "calm.yaml"
        self.calm.write_text(f"blackstart: scenario/1\nextends: {self.source / harness.FLAGSHIP}\n"
                             "name: Calm\nabout: Nothing breaks.\nfaults: []\nplan: ~\n", encoding="utf-8")

    def exec(self, *command, options=(), env=None):
        done = self.run_text("exec", self.calm, "--quiet", *options, "--", *command,
                             env={"TMPDIR": str(self.temporary), **(env or {})})
        self.assertEqual(list(self.temporary.iterdir()), [])
        return done

    def python(self, text, **options):
        return self.exec(sys.executable, "-c", text, **options)

    def start(self, *command, options=(), **more):
        process = subprocess.Popen([self.binary, "exec", self.calm, "--quiet", *options, "--", *command], cwd=self.source,
                                   env={**os.environ, "TMPDIR": str(self.temporary)}, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, **more)
        self.addCleanup(process.kill)
        return process

    def end(self, process):
        said, complaint = process.communicate(timeout=harness.RUN_SECONDS_MAX)
        self.assertEqual(list(self.temporary.iterdir()), [])
        return process.returncode, said, complaint


class EnvironmentTest(Case):
    def environment(self):
        done = self.python("import json, os; print(json.dumps(dict(os.environ)))", env=REAL)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def test_it_names_the_mock_alone(self):
        found = self.environment()
        self.assertRegex(found["AWS_ENDPOINT_URL"], r"^http://127\.0\.0\.1:\d+$")
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            self.assertRegex(found[name], r"^http://127\.0\.0\.1:\d+$")
            self.assertEqual(found[name.lower()], found[name])
            self.assertNotEqual(found[name], found["AWS_ENDPOINT_URL"])
        self.assertEqual({found[name] for name in ("NO_PROXY", "no_proxy")}, {"127.0.0.1,localhost,::1"})
        self.assertEqual({found[name] for name in ("AWS_REGION", "AWS_DEFAULT_REGION")}, {"us-east-1"})
        self.assertEqual(found["AWS_EC2_METADATA_DISABLED"], "true")
        self.assertEqual(found["KEPT"], "as it was")

    def test_nothing_real_is_left(self):
        found = self.environment()
        for name in ("AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_ROLE_ARN", "AWS_ENDPOINT_URL_RDS",
                     "AWS_CONTAINER_CREDENTIALS_FULL_URI"):
            self.assertNotIn(name, found)
        for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
            self.assertEqual(found[name], os.devnull)

    def test_keys_are_drawn_anew(self):
        first, second = self.environment(), self.environment()
        self.assertRegex(first["AWS_ACCESS_KEY_ID"], r"^AKIA[A-Z2-7]{16}$")
        self.assertRegex(first["AWS_SECRET_ACCESS_KEY"], r"^[A-Za-z0-9+/]{40}$")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            self.assertNotEqual(first[name], second[name])

    def test_authority(self):
        done = self.python(
            "import json, os, stat\n"
            "names = 'AWS_CA_BUNDLE CURL_CA_BUNDLE SSL_CERT_FILE REQUESTS_CA_BUNDLE NODE_EXTRA_CA_CERTS'.split()\n"
            "paths = {os.environ[name] for name in names}\n"
            "path = paths.pop()\n"
            "print(json.dumps([len(paths), stat.S_IMODE(os.stat(path).st_mode), open(path).read(),"
            " stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), os.listdir(os.path.dirname(path))]))")
        others, mode, text, folder_mode, files = json.loads(done.stdout)
        self.assertEqual((others, mode, folder_mode, files), (0, 0o600, 0o700, ["authority.pem"]))
        self.assertTrue(text.startswith("-----BEGIN CERTIFICATE-----"))
        self.assertEqual(text.count("-----BEGIN"), 1)

    def test_signals_and_files_are_as_any_commands(self):
        masks = self.exec("sed", "-nE", "s/^Sig(Blk|Ign):.//p", "/proc/self/status").stdout.split()
        own = 3 << 31  # The C library's, whose signals 32 and 33 are ignored in what it spawns.
        self.assertEqual([int(mask, 16) & ~own for mask in masks], [0, 0])
        self.assertEqual(self.exec("sh", "-c", "ls /proc/self/fd | wc -l").stdout.strip(), "4")

    def test_words_and_input(self):
        words = [str(number) for number in range(300)] + ["--help", "--", "", "a b"]
        done = self.python("import sys; print(sys.argv[1:])")
        done = self.exec(sys.executable, "-c", "import sys; print(sys.argv[1:])", *words)
        self.assertEqual(done.stdout, f"{words}\n")
        process = self.start("cat", stdin=subprocess.PIPE)
        process.stdin.write("through\n")
        self.assertEqual(self.end(process), (0, "through\n", ""))


class StatusTest(Case):
    def test_statuses(self):
        for command, status, message in (
                ("true", 0, ""), ("exit 3", 0, "blackstart exec: sh ended with status 3\n"),
                ("kill -KILL $$", 0, "blackstart exec: sh was killed by signal 9\n")):
            done = self.exec("sh", "-c", command)
            self.assertEqual((done.returncode, done.stderr), (status, message))

    def test_deadline(self):
        begin = time.monotonic()
        done = self.exec("sleep", "100", options=["--deadline", "1s"])
        self.assertEqual((done.returncode, done.stderr),
                         (0, "blackstart exec: sleep was ended at its deadline of 1s\n"))
        self.assertLess(time.monotonic() - begin, 8)

    def test_deadline_of_one_who_does_not_listen(self):
        begin = time.monotonic()
        done = self.exec("sh", "-c", "trap '' TERM; while :; do sleep 1; done", options=["--deadline", "1s"])
        self.assertEqual(done.returncode, 0)
        self.assertGreater(time.monotonic() - begin, 10)

    def test_misuse(self):
        flagship = harness.FLAGSHIP
        for words, message in (
                ([flagship], "COMMAND follows '--'"), ([flagship, "--"], "COMMAND follows '--'"),
                (["--", "true"], "usage: blackstart exec SCENARIO [OPTIONS] -- COMMAND..."),
                ([flagship, "--speed", "0", "--", "true"], "--speed is more than 0"),
                ([flagship, "--deadline", "soon", "--", "true"], "--deadline is a duration"),
                ([flagship, "--sped", "1", "--", "true"], "did you mean '--speed'?"),
                (["missing.yaml", "--", "true"], "missing.yaml"),
                ([flagship, "--", "./no-such-command"], "cannot run './no-such-command': No such file")):
            self.assertIn(message, self.refused("exec", *words, env={"TMPDIR": str(self.temporary)}))
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_no_room_for_the_authority(self):
        done = self.run_text("exec", harness.FLAGSHIP, "--", "true", env={"TMPDIR": str(self.folder / "missing")})
        self.assertEqual(done.returncode, 69)
        self.assertIn("cannot make a folder", done.stderr)


class SignalTest(Case):
    def test_signals_are_passed_on(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.start("sh", "-c", f"trap 'echo caught; exit 5' {number.name[3:]}; echo ready; "
                                             "while :; do sleep 0.05; done")
            self.assertEqual(process.stdout.readline(), "ready\n")
            process.send_signal(number)
            status, said, complaint = self.end(process)
            self.assertEqual((status, said), (0, "caught\n"))
            self.assertTrue(complaint.endswith("blackstart exec: sh ended with status 5\n"), complaint)

    def test_without_a_trap(self):
        process = self.start("sh", "-c", "echo ready; sleep 100")
        self.assertEqual(process.stdout.readline(), "ready\n")
        process.send_signal(signal.SIGTERM)
        self.assertEqual(self.end(process), (0, "", "blackstart exec: sh was killed by signal 15\n"))

    def test_what_the_command_leaves_is_ended(self):
        done = self.exec("sh", "-c", "sleep 100 >/dev/null 2>&1 & echo $!")
        deadline = time.monotonic() + 5
        while Path(f"/proc/{done.stdout.strip()}/exe").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertFalse(Path(f"/proc/{done.stdout.strip()}/exe").exists())

    def test_stopped_goes_on(self):
        done = self.exec("sh", "-c", "kill -STOP $$; echo on")
        self.assertEqual((done.returncode, done.stdout), (0, "on\n"))

    def on_terminal(self, *words):
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.source)
            os.environ["TMPDIR"] = str(self.temporary)
            os.execv(words[0], words)
        self.addCleanup(os.close, terminal)
        return pid, terminal

    def test_terminal(self):
        """A question to the operator is answered; Ctrl-C is the command's."""
        pid, terminal = self.on_terminal(self.binary, "exec", str(self.calm), "--quiet", "--", "sh", "-c",
                                         "trap 'echo interrupted; exit 0' INT; read answer; echo got $answer; "
                                         "while :; do sleep 0.05; done")
        os.write(terminal, b"yes\n")
        self.read_until(terminal, b"got yes")
        os.write(terminal, b"\x03")
        self.read_until(terminal, b"interrupted")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)

    def test_background_of_a_terminal(self):
        """Whoever asks from the background waits until the shell lets it."""
        pid, terminal = self.on_terminal("/bin/bash", "--norc", "-i")
        os.write(terminal, f"{self.binary} exec {self.calm} --quiet -- "
                           "sh -c 'read answer; echo got-$answer' &\n".encode())
        deadline = time.monotonic() + harness.RUN_SECONDS_MAX
        os.write(terminal, b"until jobs | grep -q Stopped; do sleep 0.1; done; echo now-$((1 + 1))\n")
        self.read_until(terminal, b"now-2")
        os.write(terminal, b"fg\n")
        self.read_until(terminal, b"exec")
        os.write(terminal, b"yes\n")
        self.read_until(terminal, b"got-yes")
        os.write(terminal, b"exit\n")
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0)
        self.assertLess(time.monotonic(), deadline)

    def read_until(self, terminal, words):
        text = b""
        while words not in text:
            self.assertTrue(select.select([terminal], [], [], harness.RUN_SECONDS_MAX)[0], text)
            text += os.read(terminal, 1000)


class RefusalTest(Case):
    def test_hosts_of_others_are_listed(self):
        done = self.python("import urllib.error, urllib.request\n"
                           "for url in ('http://hooks.example.net/a', 'https://hooks.example.net/b'):\n"
                           "    try: urllib.request.urlopen(url)\n"
                           "    except urllib.error.HTTPError as error: print(error.code, error.read().decode())\n"
                           "    except OSError as error: print(error)\n")
        self.assertRegex(done.stdout, r"(?s)403 blackstart: hooks.example.net is neither .*Tunnel connection failed: 403")
        self.assertEqual(done.stderr.splitlines(), [
            f"blackstart exec: refused hooks.example.net:{port}, asked for 1 time: nobody answers for it here"
            for port in (80, 443)])


class ClientsTest(Case):
    def answer(self, done):
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    @unittest.skipUnless(CURL, "no curl")
    def test_curl(self):
        text = self.answer(self.exec("sh", "-c", "curl -sS $AWS_ENDPOINT_URL/_blackstart/health; "
                                     "curl -sS -o /dev/null -w '%{http_code}' https://rds.us-east-1.amazonaws.com; "
                                     "curl -sS -o /dev/null https://app.example.com/health"))
        self.assertTrue(text.endswith("403"), text)

    @unittest.skipUnless(BOTO3, "no boto3")
    def test_boto3(self):
        text = self.answer(self.python(
            "import boto3\n"
            "print(boto3.client('sts').get_caller_identity()['Account'])\n"
            "s3 = boto3.client('s3', config=boto3.session.Config(s3={'addressing_style': 'virtual'}))\n"
            "s3.create_bucket(Bucket='a-bucket')\n"
            "s3.put_object(Bucket='a-bucket', Key='a/key', Body=bytes(9000000))\n"
            "print(len(s3.get_object(Bucket='a-bucket', Key='a/key')['Body'].read()))\n"
            "ssm = boto3.client('ssm', region_name='eu-west-1')\n"
            "ssm.put_parameter(Name='/a', Value='b', Type='String')\n"
            "print(ssm.get_parameter(Name='/a')['Parameter']['ARN'])\n"))
        self.assertEqual(text, "123456789012\n9000000\narn:aws:ssm:eu-west-1:123456789012:parameter/a\n")

    @unittest.skipUnless(AWS_CLI, "no aws-cli")
    def test_aws_cli(self):
        text = self.answer(self.exec("sh", "-c", '"$0" sts get-caller-identity --query Account --output text; '
                                     '"$0" --region eu-west-1 ssm get-parameters --names /a '
                                     "--query InvalidParameters --output text", AWS_CLI))
        self.assertEqual(text, "123456789012\n/a\n")

    @unittest.skipUnless(NODE, "no node")
    def test_node(self):
        """Node has no proxy of its own accord, but trusts the authority."""
        program = """
            const http = require('http'), https = require('https'), proxy = new URL(process.env.HTTPS_PROXY);
            const host = 'sts.eu-west-1.amazonaws.com';
            http.request({host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: host + ':443'})
              .on('connect', (response, socket) => https.get({host, path: '/', socket, agent: false},
                (answer) => { console.log(answer.statusCode, answer.socket.authorized); answer.resume();
                              answer.on('end', () => process.exit(0)); }))
              .end();"""
        self.assertEqual(self.answer(self.exec(NODE, "-e", program)), "403 true\n")


if __name__ == "__main__":
    harness.main()
