# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The live driver against `blackstart mock`, as programs that know nothing of each other: a dry run of the flagship.

usage: test_mock.py BLACKSTART SOURCE_DIR
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

try:
    import botocore.session
except ImportError:
    sys.exit(77)

KEY = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
READS = ("Get", "Describe", "List")


class Flagship(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="blackstart-mock-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.mock = subprocess.Popen([BLACKSTART, "mock", SOURCE / "scenarios/platform/region-loss.yaml", "--listen",
                                      "127.0.0.1:0", "--speed", "10", "--credential", ":".join(KEY)],
                                     stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.mock.wait)
        self.addCleanup(self.mock.kill)
        self.url = self.mock.stdout.readline().strip()
        self.addCleanup(self.mock.stdout.close)

    def client(self, service, region):
        return botocore.session.Session().create_client(service, region_name=region, endpoint_url=self.url,
                                                        aws_access_key_id=KEY[0], aws_secret_access_key=KEY[1])

    def names(self):
        """What an owner of the account would look up."""
        names = {"app": {"cluster": "default"}, "app-dr": {"cluster": "default"}}
        for balancer, region in (("lb", "us-east-1"), ("lb-dr", "us-west-2")):
            client = self.client("elbv2", region)
            about = client.describe_load_balancers()["LoadBalancers"][0]
            group = client.describe_target_groups()["TargetGroups"][0]
            names[balancer] = {"dns_name": about["DNSName"], "alias_zone": about["CanonicalHostedZoneId"],
                               "target_group_arn": group["TargetGroupArn"]}
        topic = self.client("sns", "us-east-2").list_topics()["Topics"][0]
        return {**names, "alerts": {"topic_arn": topic["TopicArn"]}, "state": {"key_attribute": "key"}}

    def write(self):
        zone = self.client("route53", "us-east-1").list_hosted_zones()["HostedZones"][0]["Id"]
        scenario = {"blackstart": "scenario/1", "name": "Live", "about": "The flagship, live.",
                    "extends": str(SOURCE / "scenarios/platform/region-loss.yaml"),
                    "live": {"account": "123456789012", "names": self.names(),
                             "records": {"app.example.com": {"hosted_zone": zone.rsplit("/", 1)[1]}},
                             "allow": ["app", "app-dr", "orders", "orders-dr", "app.example.com", "active", "alerts",
                                       "state"]}}
        path = self.folder / "live.yaml"
        path.write_text(json.dumps(scenario), encoding="utf-8")
        return path

    def test_a_dry_run_reads_everything_and_changes_nothing(self):
        path = self.write()
        done = subprocess.run([BLACKSTART, "gameday", path, "--dry-run", "--endpoint-url", self.url, "--time-scale", "10"],
                              capture_output=True, text=True, timeout=60, check=False, cwd=self.folder,
                              env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "AWS_ACCESS_KEY_ID": KEY[0],
                                   "AWS_SECRET_ACCESS_KEY": KEY[1], "AWS_EC2_METADATA_DISABLED": "true"})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("10 running", done.stdout)
        self.assertRegex(done.stdout, r"health_check +app +global +healthy")
        with urllib.request.urlopen(self.url + "/_blackstart/requests", timeout=10) as answer:
            calls = [json.loads(line) for line in answer.read().decode().splitlines()]
        self.assertGreater(len(calls), 10)
        self.assertIn("GetCallerIdentity", [call["operation"] for call in calls])
        for call in calls:
            self.assertTrue(call["operation"].startswith(READS), call)
            self.assertEqual(call["status"], 200, call)


if __name__ == "__main__":
    BLACKSTART = os.path.abspath(sys.argv.pop(1))
    SOURCE = Path(sys.argv.pop(1)).resolve()
    unittest.main()
