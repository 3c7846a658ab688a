# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""`blackstart exec` as a judge: the card of what a command did and did not do.

The runbook is aws-cli and curl in a shell script, as people have them; it knows nothing of the mock. Exits with 77
where either is missing.
"""
import hashlib
import json
import shutil
import sys
import unittest
from pathlib import Path

import harness

AWS_CLI = next((path for path in ("/usr/bin/aws", shutil.which("aws")) if path and Path(path).exists()), None)
STAGE = "scenarios/runbooks/warm-standby-asg.yaml"

# What the scenario's operators do by hand: wait until the failure is beyond doubt, promote, scale, look.
RUNBOOK = """#!/bin/sh
set -e
aws() { "$AWS" --region us-west-2 --output text "$@"; }
sleep 150
aws rds promote-read-replica --db-instance-identifier iac-dharma-replica --query DBInstance.DBInstanceStatus
until aws rds describe-db-instances --db-instance-identifier iac-dharma-replica \\
        --query 'DBInstances[0].[DBInstanceStatus, ReadReplicaSourceDBInstanceIdentifier]' | grep -q 'available.None'; do
    sleep 30
done
aws autoscaling set-desired-capacity --auto-scaling-group-name iac-dharma-asg-dr --desired-capacity 8
until [ "$(aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names iac-dharma-asg-dr \\
        --query 'length(AutoScalingGroups[0].Instances[?LifecycleState==`InService`])')" = 8 ]; do
    sleep 30
done
sleep 120
code=$(curl -s -o /dev/null -w '%{http_code}' https://app.iac-dharma.com/health)
echo "the application answers $code"
test "$code" = 200
"""


class Case(harness.Case):
    def exec(self, *command, options=(), scenario=STAGE):
        """The report, what was said beside it, and the exit status."""
        out = self.folder / "out"
        done = self.run_text("exec", scenario, "--quiet", "--out", out, *options, "--", *command,
                             env={"TMPDIR": str(self.folder), "AWS": AWS_CLI or "aws"})
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        self.assertEqual(done.returncode, harness.EXIT_OF_VERDICT[report["verdict"]], done.stderr)
        return report, done

    def records(self, kind):
        lines = (self.folder / "out/history.jsonl").read_text(encoding="utf-8").splitlines()
        return [record for record in map(json.loads, lines) if record["record"] == kind]

    def steps(self, report):
        return {step["id"]: step for step in report["steps"]}

    def invariant(self, report, name):
        return next(each["outcome"] for each in report["invariants"] if each["name"] == name)


@unittest.skipUnless(AWS_CLI and shutil.which("curl"), "no aws-cli, or no curl")
class RunbookTest(Case):
    def run_runbook(self, *options):
        script = self.folder / "failover.sh"
        script.write_text(RUNBOOK, encoding="utf-8")
        script.chmod(0o700)
        return self.exec(script, options=["--speed", "60", *options])

    def test_with_authority(self):
        report, done = self.run_runbook("--authority", "duty-manager")
        self.assertIn("the application answers 200\n", done.stdout)
        self.assertEqual(report["verdict"], "pass", report["verdict_reasons"])
        self.assertTrue(report["achieved"]["recovered"])
        # No sooner than the wait and the promotion, no later than the hour that was promised.
        self.assertGreater(report["achieved"]["rto_s"], 150 + 120)
        self.assertLess(report["achieved"]["rto_s"], 3600)
        self.assertLess(report["achieved"]["rpo_s"], 15 * 60)
        self.assertIn("duty-manager", report["accepted_risks"][0])
        self.assertIn("1 of 1", report["accepted_risks"][0])
        steps = self.steps(report)
        self.assertEqual(set(steps), {
            "PromoteReadReplica iac-dharma-replica", "DescribeDBInstances iac-dharma-replica",
            "SetDesiredCapacity iac-dharma-asg-dr", "DescribeAutoScalingGroups iac-dharma-asg-dr"})
        self.assertEqual({step["state"] for step in steps.values()}, {"completed"})
        self.assertEqual({step["region"] for step in steps.values()}, {"us-west-2"})
        promotion, waiting, scaling = (steps[name] for name in (
            "PromoteReadReplica iac-dharma-replica", "DescribeDBInstances iac-dharma-replica",
            "SetDesiredCapacity iac-dharma-asg-dr"))
        self.assertEqual((promotion["block"], promotion["attempts"]), ("rds:PromoteReadReplica", 1))
        self.assertGreater(waiting["attempts"], 1)
        self.assertLess(promotion["end_s"], waiting["start_s"])
        self.assertLess(waiting["end_s"], scaling["start_s"])
        self.assertEqual([(each["workflow"], each["state"]) for each in report["executions"]],
                         [("failover.sh", "completed")])
        # The Region broke as the script was started; Route 53 failed over by itself.
        self.assertEqual(report["executions"][0]["start_s"], 600)
        self.assertEqual(report["impact_s"], 600)
        self.assertEqual([(each["name"], each["target"]) for each in self.records("dns") if each["at_ns"] > 0][:2],
                         [("app.iac-dharma.com", "alb-dr")] * 2)

    def test_without_authority(self):
        report, _ = self.run_runbook()
        self.assertTrue(report["achieved"]["recovered"])
        self.assertEqual((report["verdict"], self.invariant(report, "no_unguarded_promote")), ("fail", "fail"))

    def test_ecs_and_dns(self):
        """The flagship's own resources: a service of ECS, and a record that somebody has to change."""
        script = ("set -e; aws() { \"$AWS\" --region us-west-2 --output text \"$@\"; }\n"
                  "sleep 400; aws rds promote-read-replica --db-instance-identifier orders-dr >/dev/null\n"
                  "until aws rds describe-db-instances --db-instance-identifier orders-dr "
                  "--query 'DBInstances[0].[DBInstanceStatus, ReadReplicaSourceDBInstanceIdentifier]' "
                  "| grep -q 'available.None'; do sleep 30; done\n"
                  "aws ecs update-service --service app-dr --desired-count 10 >/dev/null\n"
                  "zone=$(aws route53 list-hosted-zones --query 'HostedZones[0].Id')\n"
                  "set -- $(aws elbv2 describe-load-balancers --names lb-dr "
                  "--query 'LoadBalancers[0].[DNSName, CanonicalHostedZoneId]')\n"
                  "aws route53 change-resource-record-sets --hosted-zone-id $zone --change-batch "
                  "'{\"Changes\": [{\"Action\": \"UPSERT\", \"ResourceRecordSet\": {\"Name\": \"app.example.com\", "
                  "\"Type\": \"A\", \"AliasTarget\": {\"DNSName\": \"'$1'\", \"HostedZoneId\": \"'$2'\", "
                  "\"EvaluateTargetHealth\": false}}}]}' >/dev/null\n")
        report, done = self.exec("sh", "-c", script, scenario=harness.FLAGSHIP,
                                 options=["--speed", "60", "--authority", "duty-manager"])
        self.assertTrue(report["achieved"]["recovered"], done.stderr)
        steps = self.steps(report)
        self.assertEqual(steps["UpdateService app-dr"]["state"], "completed")
        self.assertEqual(steps["ChangeResourceRecordSets app.example.com"]["region"], "global")
        self.assertEqual(self.invariant(report, "no_unguarded_promote"), "pass")
        self.assertEqual(self.invariant(report, "no_traffic_before_writable"), "pass")
        effects = {each["step"]: each["effect"] for each in self.records("planned")}
        self.assertEqual((effects["PromoteReadReplica orders-dr"], effects["UpdateService app-dr"],
                          effects["ChangeResourceRecordSets app.example.com"], effects["ListHostedZones"]),
                         ("promotes", "scales", "moves_traffic", "checks"))


@unittest.skipUnless(AWS_CLI, "no aws-cli")
class StepsTest(Case):
    def test_what_failed_is_passed_over(self):
        report, _ = self.exec("sh", "-c", '"$AWS" --region us-west-2 ssm get-parameter --name /none; '
                                          '"$AWS" --region us-west-2 sts get-caller-identity; '
                                          '"$AWS" --region us-west-2 ssm get-parameter --name /neither',
                              options=["--speed", "10"])
        steps = self.steps(report)
        self.assertEqual({name: (step["state"], step["error"]) for name, step in steps.items()}, {
            "GetParameter /none": ("completed_with_exceptions", "ParameterNotFound"),
            "GetCallerIdentity": ("completed", None),
            "GetParameter /neither": ("failed", "ParameterNotFound")})
        self.assertEqual(report["executions"][0]["state"], "failed")
        self.assertEqual([(each["outcome"], each["error"], each["code"]) for each in self.records("answer")],
                         [("error", "not_found", "ParameterNotFound"), ("ok", None, None),
                          ("error", "not_found", "ParameterNotFound")])
        self.assertEqual([each["operation"] for each in self.records("call")],
                         ["ssm:GetParameter", "sts:GetCallerIdentity", "ssm:GetParameter"])
        for name in ("execution_ends", "no_step_after_stop", "breaker_respected"):
            self.assertEqual(self.invariant(report, name), "pass")

    def test_what_hangs_has_no_answer(self):
        report, _ = self.exec("timeout", "4", AWS_CLI, "--region", "us-east-1", "sts", "get-caller-identity",
                              options=["--set", "faults.0.region_loss.connections=hang"])
        self.assertEqual(self.steps(report)["GetCallerIdentity"]["state"], "failed")
        self.assertEqual([each["outcome"] for each in self.records("answer")], ["info"])
        self.assertEqual(report["executions"][0]["state"], "failed")


class TimeTest(Case):
    def test_who_does_nothing(self):
        report, done = self.exec("true")
        self.assertEqual(report["verdict"], "fail")
        self.assertFalse(report["achieved"]["recovered"])
        self.assertEqual(report["phases"][-1]["name"], "unrecovered")
        self.assertEqual(report["faults"][0]["onset_s"], 600)
        self.assertEqual(done.stderr.splitlines()[-1], f"blackstart exec {STAGE} --seed 1 --speed 1 -- true")
        history = (self.folder / "out/history.jsonl").read_bytes()
        self.assertEqual(report["history_sha256"], hashlib.sha256(history).hexdigest())
        self.assertEqual({path.name for path in (self.folder / "out").iterdir()},
                         {"report.txt", "report.json", "report.html", "history.jsonl", "host.json", "scenario.yaml"})

    def test_start_and_end(self):
        for options, start, horizon in (([], 600, 4200), (["--start", "12m", "--after", "2h"], 720, 7920),
                                        (["--start", "0s", "--after", "1m"], 0, 3600)):
            report, _ = self.exec("true", options=options)
            self.assertAlmostEqual(report["executions"][0]["start_s"], start, delta=1)
            observed = self.records("observed")
            last = max(each["from_ns"] // 10**9 + each["seconds"] for each in observed)
            self.assertAlmostEqual(last, horizon, delta=2)
            self.assertEqual(self.records("run")[0]["horizon_ns"], last * 10**9)
            shutil.rmtree(self.folder / "out")

    def test_it_is_the_world_of_a_run(self):
        """Of a command that does nothing, the card is that of a run in which nobody acts."""
        run = json.loads(self.run_text("run", STAGE, "--seed", "3", "--format", "json").stdout)
        report, _ = self.exec("true", options=["--seed", "3", "--after", "0s", "--speed", "20"])
        for key in ("achieved", "outages", "data_stores", "cohorts", "faults", "objectives"):
            self.assertEqual(report[key], run[key])

    def test_sleep_is_of_the_worlds_time(self):
        self.exec("sh", "-c", "sleep 300", options=["--speed", "100"])
        begin, end = (each["at_ns"] for each in self.records("execution"))
        self.assertGreater(end - begin, 300 * 10**9)
        self.assertLess(end - begin, 1500 * 10**9)

    def test_the_worlds_day_ends(self):
        _, done = self.exec("/bin/sleep", "60", options=["--speed", "100000"])
        self.assertIn("was ended at its deadline, the end of the world's day", done.stderr)

    def test_formats(self):
        done = self.run_text("exec", STAGE, "--format", "json", "--", "true")
        self.assertEqual(json.loads(done.stdout)["backend"], "mock")
        done = self.run_text("exec", STAGE, "--", "echo", "said")
        self.assertTrue(done.stdout.startswith("said\nRunbook, warm standby"), done.stdout[:200])
        self.assertIn("\nFAIL ", done.stdout)

    def test_misuse(self):
        for words, message in ((["--after", "2d"], "--start and --after lie within the world's time"),
                               (["--start", "soon"], "--start is a duration"),
                               (["--format", "pdf"], "--format takes text, json"),
                               (["--set", "faults.0.att=1m"], "unknown key 'att'")):
            self.assertIn(message, self.refused("exec", STAGE, *words, "--", "true"))


if __name__ == "__main__":
    harness.main()
