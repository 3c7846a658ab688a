# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Application Auto Scaling as boto3 and aws-cli meet it.

usage: test_application_autoscaling.py BLACKSTART [UNITTEST ARGUMENT...]
"""
from pathlib import Path

import harness

SCENARIO = Path(__file__).resolve().parents[2] / "scenarios/platform/autoscaling-fights-fence.yaml"
WORDS = ("DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended")
SUSPENDED = dict.fromkeys(WORDS, True)
DIMENSION = "ecs:service:DesiredCount"


def target(name):
    return {"ServiceNamespace": "ecs", "ResourceId": f"service/{name}", "ScalableDimension": DIMENSION}


class TargetTest(harness.Case):
    def setUp(self):
        super().setUp()
        self.scaling = self.client("application-autoscaling")
        self.ecs = self.client("ecs")
        self.ecs.create_cluster(clusterName="shop")
        self.ecs.register_task_definition(family="web", containerDefinitions=[{"name": "web", "image": "web", "memory": 64}])
        self.ecs.create_service(cluster="shop", serviceName="web", taskDefinition="web", desiredCount=1)

    def register(self, **more):
        return self.scaling.register_scalable_target(**target("shop/web"), **more)

    def test_targets(self):
        with self.refused(self.scaling, "ValidationException"):
            self.register(MinCapacity=1)
        self.register(MinCapacity=1, MaxCapacity=4)
        self.register(MinCapacity=2, SuspendedState={"ScheduledScalingSuspended": True})
        found = self.scaling.describe_scalable_targets(ServiceNamespace="ecs", ResourceIds=["service/shop/web"])
        found = found["ScalableTargets"][0]
        self.assertEqual((found["MinCapacity"], found["MaxCapacity"], found["SuspendedState"]),
                         (2, 4, {**dict.fromkeys(WORDS, False), "ScheduledScalingSuspended": True}))
        self.assertEqual(self.ecs.describe_services(cluster="shop", services=["web"])["services"][0]["desiredCount"], 2)
        found = self.scaling.describe_scaling_activities(ServiceNamespace="ecs")["ScalingActivities"]
        self.assertEqual([each["Description"] for each in found], ["Setting desired count to 2."])
        self.scaling.deregister_scalable_target(**target("shop/web"))
        with self.refused(self.scaling, "ObjectNotFoundException"):
            self.scaling.deregister_scalable_target(**target("shop/web"))

    def test_policies_and_actions(self):
        tracking = {"TargetValue": 50.5, "PredefinedMetricSpecification": {
            "PredefinedMetricType": "ECSServiceAverageCPUUtilization"}}
        with self.refused(self.scaling, "ObjectNotFoundException"):
            self.scaling.put_scaling_policy(**target("shop/web"), PolicyName="cpu", PolicyType="TargetTrackingScaling",
                                            TargetTrackingScalingPolicyConfiguration=tracking)
        self.register(MinCapacity=1, MaxCapacity=4)
        for number in range(12):
            self.scaling.put_scaling_policy(
                **target("shop/web"), PolicyName=f"cpu-{number:02}", PolicyType="TargetTrackingScaling",
                TargetTrackingScalingPolicyConfiguration=tracking)
        pages = list(self.scaling.get_paginator("describe_scaling_policies").paginate(ServiceNamespace="ecs"))
        self.assertEqual([len(page["ScalingPolicies"]) for page in pages], [10, 2])
        self.assertEqual(pages[0]["ScalingPolicies"][0]["TargetTrackingScalingPolicyConfiguration"], tracking)
        self.scaling.put_scheduled_action(**target("shop/web"), ScheduledActionName="night", Schedule="cron(0 22 * * ? *)",
                                          ScalableTargetAction={"MinCapacity": 0})
        found = self.scaling.describe_scheduled_actions(ServiceNamespace="ecs")["ScheduledActions"]
        self.assertEqual(found[0]["ScalableTargetAction"], {"MinCapacity": 0})
        self.scaling.delete_scheduled_action(**target("shop/web"), ScheduledActionName="night")
        self.assertEqual(self.scaling.describe_scheduled_actions(ServiceNamespace="ecs")["ScheduledActions"], [])

    def test_aws_cli(self):
        words = ("--service-namespace", "ecs", "--resource-id", "service/shop/web", "--scalable-dimension", DIMENSION)
        self.aws("application-autoscaling", "register-scalable-target", *words, "--min-capacity", "1", "--max-capacity", "3")
        self.aws("application-autoscaling", "register-scalable-target", *words, "--suspended-state",
                 ",".join(f"{word}=true" for word in WORDS))
        found = self.aws_json("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs")
        self.assertEqual(found["ScalableTargets"][0]["SuspendedState"], SUSPENDED)


class ScenarioTest(harness.Case):
    options = (str(SCENARIO), "--speed", "100")

    def desired(self):
        return self.client("ecs").describe_services(services=["app"])["services"][0]["desiredCount"]

    def test_suspending_reaches_the_world(self):
        scaling = self.client("application-autoscaling")
        self.client("ecs").update_service(service="app", desiredCount=0)
        self.mock.advance("2m")
        self.assertEqual(self.desired(), 2)
        scaling.register_scalable_target(**target("default/app"), SuspendedState=SUSPENDED)
        self.client("ecs").update_service(service="app", desiredCount=0)
        self.mock.advance("2m")
        self.assertEqual(self.desired(), 0)


if __name__ == "__main__":
    harness.main()
