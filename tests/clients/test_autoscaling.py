# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""EC2 Auto Scaling as boto3 and aws-cli meet it.

usage: test_autoscaling.py BLACKSTART [UNITTEST ARGUMENT...]
"""
from pathlib import Path

import harness

SCENARIO = Path(__file__).resolve().parents[2] / "scenarios/runbooks/warm-standby-asg.yaml"
ZONES = ["us-east-1a", "us-east-1b"]


class GroupTest(harness.Case):
    options = ("--transitions", "instant")

    def setUp(self):
        super().setUp()
        self.scaling = self.client("autoscaling")
        self.scaling.create_launch_configuration(LaunchConfigurationName="small", ImageId="ami-1", InstanceType="t3.small",
                                                 SecurityGroups=["sg-1"], UserData="IyEvYmluL3NoCg==")

    def create(self, name="web", **more):
        return self.scaling.create_auto_scaling_group(**{
            "AutoScalingGroupName": name, "LaunchConfigurationName": "small", "MinSize": 1, "MaxSize": 4,
            "AvailabilityZones": ZONES, **more})

    def group(self, name="web"):
        found = self.scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
        return found[0] if found else None

    def test_life(self):
        self.create(DesiredCapacity=2, Tags=[{"Key": "team", "Value": "shop", "PropagateAtLaunch": True}])
        with self.refused(self.scaling, "AlreadyExistsFault", code="AlreadyExists"):
            self.create()
        found = self.group()
        self.assertEqual((found["MinSize"], found["MaxSize"], found["DesiredCapacity"]), (1, 4, 2))
        self.assertEqual({each["AvailabilityZone"] for each in found["Instances"]}, set(ZONES))
        self.assertEqual({each["LifecycleState"] for each in found["Instances"]}, {"InService"})
        self.assertEqual(found["Tags"], [{"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "team",
                                          "Value": "shop", "PropagateAtLaunch": True}])
        self.scaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=4)
        self.assertEqual(len(self.group()["Instances"]), 4)
        self.scaling.update_auto_scaling_group(AutoScalingGroupName="web", MaxSize=3, DefaultCooldown=60)
        self.assertEqual((len(self.group()["Instances"]), self.group()["DefaultCooldown"]), (3, 60))
        activities = self.scaling.describe_scaling_activities(AutoScalingGroupName="web")["Activities"]
        self.assertEqual([each["StatusCode"] for each in activities], ["Successful"] * 5)
        self.assertIn("Terminating EC2 instance: i-", activities[0]["Description"])
        gone = self.scaling.terminate_instance_in_auto_scaling_group(
            InstanceId=self.group()["Instances"][0]["InstanceId"], ShouldDecrementDesiredCapacity=True)["Activity"]
        self.assertEqual((gone["AutoScalingGroupName"], self.group()["DesiredCapacity"]), ("web", 2))
        with self.refused(self.scaling, "ResourceInUseFault", code="ResourceInUse"):
            self.scaling.delete_auto_scaling_group(AutoScalingGroupName="web")
        self.scaling.delete_auto_scaling_group(AutoScalingGroupName="web", ForceDelete=True)
        self.assertIsNone(self.group())
        self.scaling.delete_launch_configuration(LaunchConfigurationName="small")

    def test_pages(self):
        for number in range(7):
            self.create(f"web-{number}", MinSize=2)
        for operation, key, count in (("describe_auto_scaling_groups", "AutoScalingGroups", 7),
                                      ("describe_auto_scaling_instances", "AutoScalingInstances", 14),
                                      ("describe_scaling_activities", "Activities", 14),
                                      ("describe_launch_configurations", "LaunchConfigurations", 1)):
            pages = list(self.scaling.get_paginator(operation).paginate(PaginationConfig={"PageSize": 3}))
            sizes = [len(page[key]) for page in pages]
            self.assertEqual((sum(sizes), max(sizes)), (count, min(count, 3)))
        with self.refused(self.scaling, "InvalidNextToken"):
            self.scaling.describe_auto_scaling_groups(NextToken="none of ours")

    def test_processes_and_tags(self):
        self.create()
        self.scaling.suspend_processes(AutoScalingGroupName="web", ScalingProcesses=["Launch", "AZRebalance"])
        self.assertEqual([each["ProcessName"] for each in self.group()["SuspendedProcesses"]], ["Launch", "AZRebalance"])
        self.scaling.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=2)
        self.assertEqual(len(self.group()["Instances"]), 1)
        self.scaling.resume_processes(AutoScalingGroupName="web")
        self.assertEqual((len(self.group()["Instances"]), self.group()["SuspendedProcesses"]), (2, []))
        tag = {"ResourceId": "web", "ResourceType": "auto-scaling-group", "Key": "tier"}
        self.scaling.create_or_update_tags(Tags=[{**tag, "Value": "1", "PropagateAtLaunch": False}])
        pages = self.scaling.get_paginator("describe_tags").paginate(Filters=[{"Name": "key", "Values": ["tier"]}])
        self.assertEqual([each["Value"] for page in pages for each in page["Tags"]], ["1"])
        self.scaling.delete_tags(Tags=[tag])
        self.assertEqual(self.scaling.describe_tags()["Tags"], [])

    def test_aws_cli(self):
        self.aws("autoscaling", "create-auto-scaling-group", "--auto-scaling-group-name", "cli", "--min-size", "0",
                 "--max-size", "3", "--availability-zones", *ZONES, "--launch-configuration-name", "small")
        self.aws("autoscaling", "set-desired-capacity", "--auto-scaling-group-name", "cli", "--desired-capacity", "3")
        found = self.aws_json("autoscaling", "describe-auto-scaling-groups", "--auto-scaling-group-names", "cli")
        self.assertEqual(len(found["AutoScalingGroups"][0]["Instances"]), 3)
        self.aws("autoscaling", "set-desired-capacity", "--auto-scaling-group-name", "cli", "--desired-capacity", "4",
                 status=254)


class ScenarioTest(harness.Case):
    options = (str(SCENARIO), "--speed", "10")

    def group(self):
        scaling = self.client("autoscaling", region="us-west-2")
        return scaling, scaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]

    def test_scaling_takes_the_worlds_time(self):
        scaling, found = self.group()
        self.assertEqual((found["AutoScalingGroupName"], len(found["Instances"]), found["MaxSize"]),
                         ("iac-dharma-asg-dr", 2, 12))
        scaling.set_desired_capacity(AutoScalingGroupName="iac-dharma-asg-dr", DesiredCapacity=6)
        states = [each["LifecycleState"] for each in self.group()[1]["Instances"]]
        self.assertEqual((states.count("InService"), states.count("Pending")), (2, 4))
        self.mock.advance("5m")
        self.assertEqual({each["LifecycleState"] for each in self.group()[1]["Instances"]}, {"InService"})

    def test_a_record_that_fails_over(self):
        route53 = self.client("route53")
        zone = route53.list_hosted_zones()["HostedZones"][0]["Id"]
        records = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        found = {each["Failover"]: each for each in records if "Failover" in each}
        self.assertEqual(set(found), {"PRIMARY", "SECONDARY"})
        self.assertEqual(found["PRIMARY"]["HealthCheckId"], "iac-dharma-primary-health")
        answer = route53.test_dns_answer(HostedZoneId=zone, RecordName="app.iac-dharma.com", RecordType="A")
        before = answer["RecordData"]
        self.mock.advance("15m")
        answer = route53.test_dns_answer(HostedZoneId=zone, RecordName="app.iac-dharma.com", RecordType="A")
        self.assertNotEqual(answer["RecordData"], before)


if __name__ == "__main__":
    harness.main()
