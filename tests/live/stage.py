# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""A game day of the flagship in an account of `blackstart mock`, over HTTPS: both programs, and what they write.

The account's owner looks up what is called how in it, as anybody would, and says so in the scenario's live section.
"""
import json
import os
import ssl
import subprocess
import time
import urllib.request
from pathlib import Path

import botocore.session

KEY = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
PLAN = "Warm standby"
SPEED = 10
TRIALS = 10  # Of the prediction: the world does not wait for them.
RESOLVERS = "abcd"
REGIONS = {"lb": "us-east-1", "lb-dr": "us-west-2"}
READS = ("Get", "Describe", "List")
# The Region is lost sooner, and less is waited for after it: for what does not measure.
SOONER_S = 120
SOONER = {"faults": [{"name": "us-east-1 lost", "at": f"{SOONER_S}s", "region_loss": "primary"}],
          "objectives": {"served": {"success": "95%", "within": "5s", "hold": "1m"}}}
FINAL = ("completed", "completed_with_exceptions", "rolled_back", "canceled", "timed_out", "failed")


class Stage:
    """`changes` are what the scenario has otherwise, for the mock and for the game day alike."""

    def __init__(self, program, source, folder, seed=1, changes=None):
        self.program = os.path.abspath(program)
        self.folder = Path(folder)
        self.scenario = self.folder / "live.yaml"
        self.processes = []
        self.clients = []
        base = {"blackstart": "scenario/1", "name": "Live", "about": "The flagship, live.",
                "extends": str(Path(source).resolve() / "scenarios/live/region-loss.yaml"), **(changes or {})}
        self.write("world.yaml", base)
        self.authority = self.folder / "ca.pem"
        self.mock = self.start("mock", "world.yaml", "--listen", "127.0.0.0/8:0", "--dns", "127.0.0.1:0", "--tls", "ca.pem",
                               "--speed", SPEED, "--seed", seed, "--credential", ":".join(KEY), name="mock")
        self.url, dns = (self.line_of("mock", i) for i in range(2))
        self.session = self.client("sts", "us-east-2").get_session_token()["Credentials"]
        self.secrets = [KEY[1], self.session["SecretAccessKey"], self.session["SessionToken"]]
        self.write("live.yaml", {**base, "live": self.live(dns.removeprefix("dns://"))})

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
        for client in self.clients:
            client.close()

    def write(self, name, scenario):
        (self.folder / name).write_text(json.dumps(scenario, indent=1), encoding="utf-8")

    # The account, as its owner sees it.

    def client(self, service, region):
        client = botocore.session.Session().create_client(service, region_name=region, endpoint_url=self.url,
                                                          verify=str(self.authority), aws_access_key_id=KEY[0],
                                                          aws_secret_access_key=KEY[1])
        self.clients.append(client)
        return client

    def live(self, dns):
        names = {}
        for balancer, region in REGIONS.items():
            client = self.client("elbv2", region)
            about = client.describe_load_balancers(Names=[balancer])["LoadBalancers"][0]
            group = client.describe_target_groups(LoadBalancerArn=about["LoadBalancerArn"])["TargetGroups"][0]
            names[balancer] = {"dns_name": about["DNSName"], "alias_zone": about["CanonicalHostedZoneId"],
                               "target_group_arn": group["TargetGroupArn"]}
        topic = self.client("sns", "us-east-2").list_topics()["Topics"][0]
        zone = self.client("route53", "us-east-1").list_hosted_zones()["HostedZones"][0]["Id"]
        return {"names": {**names, "alerts": {"topic_arn": topic["TopicArn"]}},
                "records": {"app.example.com": {"hosted_zone": zone.rsplit("/", 1)[1]}},
                "application": {"port": int(self.url.rsplit(":", 1)[1])},
                "probes": {"resolvers": {each: {"address": dns} for each in RESOLVERS}}}

    # Programs. What they say is kept in files, for nothing secret may be in it.

    def start(self, *words, name, environment=None):
        with open(self.folder / f"{name}.out", "ab") as out, open(self.folder / f"{name}.err", "ab") as err:
            process = subprocess.Popen([self.program, *map(str, words)], cwd=self.folder, stdin=subprocess.DEVNULL,
                                       stdout=out, stderr=err, env=environment)
        self.processes.append(process)
        return process

    def line_of(self, name, number, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            lines = (self.folder / f"{name}.out").read_text(encoding="utf-8").splitlines(keepends=True)
            if number < len(lines) and lines[number].endswith("\n"):
                return lines[number].strip()
            time.sleep(0.02)
        raise TimeoutError((self.folder / f"{name}.err").read_text(encoding="utf-8"))

    def live_environment(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "AWS_CA_BUNDLE": str(self.authority),
                "AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": self.url,
                "AWS_ACCESS_KEY_ID": self.session["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": self.session["SecretAccessKey"],
                "AWS_SESSION_TOKEN": self.session["SessionToken"]}

    def gameday(self, *words):
        return self.start("gameday", "live.yaml", "--time-scale", SPEED, *words, name="gameday",
                          environment=self.live_environment())

    def begin(self):
        return self.gameday("--confirm", PLAN, "--reason", "a test", "--journal", "journal", "--out", "out", "--trials", TRIALS)

    def resume(self):
        return self.start("resume", "journal", name="gameday", environment=self.live_environment())

    def dry_run(self):
        return self.gameday("--dry-run", "--trials", TRIALS).wait(timeout=120)

    def hold(self, kills=(), timeout=400):
        """The whole game day, killed at those instants of its own time and resumed at once. Its exit status."""
        process = self.begin()
        while not (self.folder / "journal.drill").exists() and process.poll() is None:
            time.sleep(0.005)
        began = time.monotonic()
        for at in sorted(kills):
            time.sleep(max(0, began + at / SPEED - time.monotonic()))
            process.kill()
            process.wait()
            process = self.resume()
        return process.wait(timeout=timeout)

    # What has become of it.

    def ask(self, path):
        context = ssl.create_default_context(cafile=str(self.authority))
        with urllib.request.urlopen(self.url + path, timeout=30, context=context) as answer:
            return answer.read().decode()

    def requests(self):
        text = self.ask("/_blackstart/requests")
        (self.folder / "requests").write_text(text, encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def card(self):
        return json.loads((self.folder / "out/report.json").read_text(encoding="utf-8"))

    def history(self):
        return [json.loads(line) for line in (self.folder / "out/history.jsonl").read_text(encoding="utf-8").splitlines()]

    def said(self):
        return (self.folder / "gameday.err").read_text(encoding="utf-8")

    def leaks(self):
        """Files with a secret in them, and how many were looked at."""
        (self.folder / "world.history").write_text(self.ask("/_blackstart/history"), encoding="utf-8")
        self.requests()
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [str(path) for path in files if any(secret.encode() in path.read_bytes() for secret in self.secrets)], \
            len(files)


def judge(stage):
    """What is wrong with how it went, in words; and what the crash matrix calls it: resumed, safe_stop, violated."""
    card = stage.card()
    states = [each["state"] for each in stage.history() if each["record"] == "execution"]
    wrong = [f"{each['name']}: {each['reason']}" for each in card["invariants"] if each["outcome"] == "fail"]
    promoted = [each for each in stage.requests() if each["operation"] == "PromoteReadReplica" and each["status"] == 200]
    if len(promoted) != 1:
        wrong.append(f"promoted {len(promoted)} times")
    if not card["achieved"]["recovered"]:
        wrong.append("not recovered")
    if wrong:
        return wrong, "violated"
    return wrong, "resumed" if states and states[-1] in FINAL else "safe_stop"


def simulated_rtos(program, scenario, trials):
    """Of seeds 1 to `trials`, sorted; None for those that did not recover, at the end."""
    found = []
    for seed in range(1, trials + 1):
        done = subprocess.run([program, "run", scenario, "--seed", str(seed), "--format", "json"], capture_output=True,
                              text=True, check=False)
        found.append(json.loads(done.stdout)["achieved"]["rto_s"])
    return sorted(found, key=lambda rto: float("inf") if rto is None else rto)


def central(values, share):
    """The bounds of the central share of sorted values."""
    outside = int(len(values) * (1 - share) / 2)
    return values[outside], values[len(values) - 1 - outside]
