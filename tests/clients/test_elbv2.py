# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Elastic Load Balancing as boto3 and aws-cli meet it.

usage: test_elbv2.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import REGION


class BalancerCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.elb = self.client("elbv2")
        ec2 = self.client("ec2")
        self.vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnets = [ec2.create_subnet(VpcId=self.vpc, CidrBlock=f"10.0.{number}.0/24", AvailabilityZone=REGION + zone)
                        ["Subnet"]["SubnetId"] for number, zone in enumerate("ab")]

    def balancer(self, name="shop", **more):
        return self.elb.create_load_balancer(Name=name, Subnets=self.subnets, **more)["LoadBalancers"][0]["LoadBalancerArn"]

    def group(self, name="web", **more):
        return self.elb.create_target_group(Name=name, Protocol="HTTP", Port=80, VpcId=self.vpc, TargetType="ip",
                                            **more)["TargetGroups"][0]["TargetGroupArn"]

    def listener(self, balancer, actions, port=80):
        return self.elb.create_listener(LoadBalancerArn=balancer, Protocol="HTTP", Port=port,
                                        DefaultActions=actions)["Listeners"][0]["ListenerArn"]


class BalancerTest(BalancerCase):
    def test_life(self):
        balancer = self.balancer()
        self.elb.get_waiter("load_balancer_available").wait(Names=["shop"], WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        found = self.elb.describe_load_balancers(Names=["shop"])["LoadBalancers"][0]
        self.assertEqual((found["LoadBalancerArn"], found["State"]["Code"], found["Type"], found["VpcId"],
                          sorted(each["SubnetId"] for each in found["AvailabilityZones"])),
                         (balancer, "active", "application", self.vpc, sorted(self.subnets)))
        self.assertTrue(found["DNSName"].endswith(f".{REGION}.elb.amazonaws.com"))
        self.elb.modify_load_balancer_attributes(LoadBalancerArn=balancer, Attributes=[
            {"Key": "idle_timeout.timeout_seconds", "Value": "30"}])
        attributes = self.elb.describe_load_balancer_attributes(LoadBalancerArn=balancer)["Attributes"]
        self.assertIn({"Key": "idle_timeout.timeout_seconds", "Value": "30"}, attributes)
        self.elb.delete_load_balancer(LoadBalancerArn=balancer)
        with self.refused(self.elb, "LoadBalancerNotFoundException", 400, "LoadBalancerNotFound"):
            self.elb.describe_load_balancers(Names=["shop"])

    def test_errors(self):
        self.balancer()
        with self.refused(self.elb, "DuplicateLoadBalancerNameException", 400, "DuplicateLoadBalancerName"):
            self.elb.create_load_balancer(Name="shop", Subnets=self.subnets, Scheme="internal")
        with self.refused(self.elb, "TargetGroupNotFoundException", 400, "TargetGroupNotFound"):
            self.elb.describe_target_groups(Names=["missing"])
        with self.refused(self.elb, "SubnetNotFoundException", 400, "SubnetNotFound"):
            self.elb.create_load_balancer(Name="x", Subnets=["subnet-00000000000000000", self.subnets[0]])

    def test_pages(self):
        for number in range(7):
            self.group(f"group-{number}")
        pages = self.elb.get_paginator("describe_target_groups").paginate(PaginationConfig={"PageSize": 3})
        self.assertEqual([len(page["TargetGroups"]) for page in pages], [3, 3, 1])

    def test_tags(self):
        balancer = self.balancer(Tags=[{"Key": "a", "Value": "1"}])
        self.elb.add_tags(ResourceArns=[balancer], Tags=[{"Key": "b", "Value": "2 & 3"}])
        self.elb.remove_tags(ResourceArns=[balancer], TagKeys=["a"])
        found = self.elb.describe_tags(ResourceArns=[balancer])["TagDescriptions"]
        self.assertEqual([(each["ResourceArn"], each["Tags"]) for each in found],
                         [(balancer, [{"Key": "b", "Value": "2 & 3"}])])


class ListenerTest(BalancerCase):
    def test_weights(self):
        groups = [self.group("blue"), self.group("green")]
        weighted = [{"Type": "forward", "ForwardConfig": {"TargetGroups": [
            {"TargetGroupArn": group, "Weight": weight} for group, weight in zip(groups, (90, 10))]}}]
        listener = self.listener(self.balancer(), weighted)
        weighted[0]["ForwardConfig"]["TargetGroups"][0]["Weight"] = 0
        self.elb.modify_listener(ListenerArn=listener, DefaultActions=weighted)
        found = self.elb.describe_listeners(ListenerArns=[listener])["Listeners"][0]["DefaultActions"][0]["ForwardConfig"]
        self.assertEqual(found["TargetGroups"], weighted[0]["ForwardConfig"]["TargetGroups"])
        with self.refused(self.elb, "ResourceInUseException", 400, "ResourceInUse"):
            self.elb.delete_target_group(TargetGroupArn=groups[0])

    def test_rules(self):
        reply = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "503", "ContentType": "text/plain",
                                                                   "MessageBody": "<closed> & gone"}}
        listener = self.listener(self.balancer(), [reply])
        condition = {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/api/*"]}}
        rule = self.elb.create_rule(ListenerArn=listener, Priority=10, Conditions=[condition],
                                    Actions=[{"Type": "forward", "TargetGroupArn": self.group()}])["Rules"][0]["RuleArn"]
        found = self.elb.describe_rules(ListenerArn=listener)["Rules"]
        self.assertEqual([(each["Priority"], each["IsDefault"]) for each in found], [("10", False), ("default", True)])
        self.assertEqual(found[1]["Actions"][0]["FixedResponseConfig"], reply["FixedResponseConfig"])
        self.elb.set_rule_priorities(RulePriorities=[{"RuleArn": rule, "Priority": 5}])
        with self.refused(self.elb, "PriorityInUseException", 400, "PriorityInUse"):
            self.elb.create_rule(ListenerArn=listener, Priority=5, Conditions=[condition], Actions=[reply])
        self.elb.delete_rule(RuleArn=rule)
        with self.refused(self.elb, "RuleNotFoundException", 400, "RuleNotFound"):
            self.elb.describe_rules(RuleArns=[rule])


class TargetTest(BalancerCase):
    def test_health(self):
        group = self.group(HealthCheckPath="/health?deep=1", HealthCheckIntervalSeconds=10)
        self.listener(self.balancer(), [{"Type": "forward", "TargetGroupArn": group}])
        targets = [{"Id": "10.0.0.4", "Port": 80}, {"Id": "10.0.1.4", "Port": 80}]
        self.elb.register_targets(TargetGroupArn=group, Targets=targets)
        self.elb.get_waiter("target_in_service").wait(TargetGroupArn=group, WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        found = self.elb.describe_target_health(TargetGroupArn=group)["TargetHealthDescriptions"]
        self.assertEqual(sorted(each["Target"]["Id"] for each in found), ["10.0.0.4", "10.0.1.4"])
        self.elb.deregister_targets(TargetGroupArn=group, Targets=targets)
        self.elb.get_waiter("target_deregistered").wait(TargetGroupArn=group, Targets=targets,
                                                         WaiterConfig={"Delay": 1, "MaxAttempts": 3})

    def test_command_line(self):
        self.balancer()
        self.aws("elbv2", "wait", "load-balancer-available", "--names", "shop")
        found = self.aws("elbv2", "describe-load-balancers", "--query", "LoadBalancers[].State.Code", "--output", "text")
        self.assertEqual(found, "active\n")
        self.assertIn("(LoadBalancerNotFound)", self.aws("elbv2", "describe-load-balancers", "--names", "x", status=254))


if __name__ == "__main__":
    harness.main()
