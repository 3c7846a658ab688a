# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""ECS as boto3 and aws-cli meet it.

usage: test_ecs.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import ACCOUNT, OTHER_REGION, REGION

TASK = {"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
        "containerDefinitions": [{"name": "web", "image": "example/web:1", "essential": True,
                                  "portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp"}],
                                  "environment": [{"name": "STAGE", "value": "a=\"b\" & ü"}]}]}
NETWORK = {"awsvpcConfiguration": {"subnets": ["subnet-0123456789abcdef0"], "assignPublicIp": "DISABLED"}}


class EcsCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.ecs = self.client("ecs")
        self.cluster = self.ecs.create_cluster(clusterName="shop")["cluster"]
        self.task = self.ecs.register_task_definition(**TASK)["taskDefinition"]

    def create(self, name="web", count=2, **more):
        return self.ecs.create_service(cluster="shop", serviceName=name, taskDefinition="web", desiredCount=count,
                                       launchType="FARGATE", networkConfiguration=NETWORK, **more)["service"]

    def service(self, name="web"):
        return self.ecs.describe_services(cluster="shop", services=[name])["services"][0]


class ServiceTest(EcsCase):
    def test_life(self):
        made = self.create()
        self.assertEqual(made["serviceArn"], f"arn:aws:ecs:{REGION}:{ACCOUNT}:service/shop/web")
        self.ecs.get_waiter("services_stable").wait(cluster="shop", services=["web"],
                                                    WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        found = self.service()
        self.assertEqual((found["status"], found["runningCount"], found["desiredCount"], len(found["deployments"])),
                         ("ACTIVE", 2, 2, 1))
        self.ecs.update_service(cluster="shop", service="web", desiredCount=5)
        self.assertEqual(self.service()["runningCount"], 5)
        tasks = self.ecs.list_tasks(cluster="shop", serviceName="web")["taskArns"]
        found = self.ecs.describe_tasks(cluster="shop", tasks=tasks)["tasks"]
        self.assertEqual({each["lastStatus"] for each in found}, {"RUNNING"})
        with self.refused(self.ecs, "InvalidParameterException"):
            self.ecs.delete_service(cluster="shop", service="web")
        self.ecs.update_service(cluster="shop", service="web", desiredCount=0)
        self.ecs.delete_service(cluster="shop", service="web")
        self.ecs.get_waiter("services_inactive").wait(cluster="shop", services=["web"],
                                                      WaiterConfig={"Delay": 1, "MaxAttempts": 3})

    def test_deployment(self):
        self.create()
        second = self.ecs.register_task_definition(**{**TASK, "memory": "1024"})["taskDefinition"]
        self.assertEqual(second["revision"], 2)
        self.ecs.update_service(cluster="shop", service="web", taskDefinition="web:2")
        self.assertEqual(self.service()["taskDefinition"], second["taskDefinitionArn"])

    def test_failures_and_errors(self):
        found = self.ecs.describe_services(cluster="shop", services=["missing"])
        self.assertEqual([each["reason"] for each in found["failures"]], ["MISSING"])
        with self.refused(self.ecs, "ClusterNotFoundException"):
            self.ecs.describe_services(cluster="missing", services=["web"])
        with self.refused(self.ecs, "ServiceNotFoundException"):
            self.ecs.update_service(cluster="shop", service="missing", desiredCount=1)
        with self.refused(self.client("ecs", region=OTHER_REGION), "ClusterNotFoundException"):
            self.client("ecs", region=OTHER_REGION).list_tasks(cluster="shop")
        self.create()
        with self.refused(self.ecs, "ClusterContainsServicesException"):
            self.ecs.delete_cluster(cluster="shop")

    def test_pages(self):
        for number in range(12):
            self.create(f"service-{number:02}", 0)
        pages = self.ecs.get_paginator("list_services").paginate(cluster="shop", PaginationConfig={"PageSize": 5})
        self.assertEqual([len(page["serviceArns"]) for page in pages], [5, 5, 2])

    def test_tags(self):
        name = {"resourceArn": self.create(tags=[{"key": "a", "value": "1"}])["serviceArn"]}
        self.ecs.tag_resource(**name, tags=[{"key": "b", "value": ""}])
        self.ecs.untag_resource(**name, tagKeys=["a"])
        self.assertEqual(self.ecs.list_tags_for_resource(**name)["tags"], [{"key": "b", "value": ""}])


class TaskTest(EcsCase):
    def test_definitions(self):
        found = self.ecs.describe_task_definition(taskDefinition="web")["taskDefinition"]
        given = found["containerDefinitions"][0]
        wanted = TASK["containerDefinitions"][0]
        self.assertEqual({name: given[name] for name in wanted}, wanted)
        self.assertEqual((found["cpu"], found["memory"], found["status"], found["revision"]), ("256", "512", "ACTIVE", 1))
        self.ecs.deregister_task_definition(taskDefinition="web:1")
        self.assertEqual(self.ecs.list_task_definitions(familyPrefix="web")["taskDefinitionArns"], [])
        with self.refused(self.ecs, "ClientException"):
            self.ecs.describe_task_definition(taskDefinition="missing")

    def test_life(self):
        task = self.ecs.run_task(cluster="shop", taskDefinition="web", launchType="FARGATE", count=1,
                                 networkConfiguration=NETWORK)["tasks"][0]["taskArn"]
        self.ecs.get_waiter("tasks_running").wait(cluster="shop", tasks=[task], WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        self.ecs.stop_task(cluster="shop", task=task, reason="enough")
        self.ecs.get_waiter("tasks_stopped").wait(cluster="shop", tasks=[task], WaiterConfig={"Delay": 1, "MaxAttempts": 3})
        found = self.ecs.describe_tasks(cluster="shop", tasks=[task])["tasks"][0]
        self.assertEqual((found["lastStatus"], found["stoppedReason"]), ("STOPPED", "enough"))


class TimeTest(EcsCase):
    options = ("--speed", "120")

    def test_waiter(self):
        self.create()
        self.assertLess(self.service()["runningCount"], 2)
        self.ecs.get_waiter("services_stable").wait(cluster="shop", services=["web"],
                                                    WaiterConfig={"Delay": 1, "MaxAttempts": 20})
        self.assertEqual(self.service()["runningCount"], 2)


class CommandLineTest(EcsCase):
    def test_life(self):
        self.create()
        self.aws("ecs", "update-service", "--cluster", "shop", "--service", "web", "--desired-count", "3")
        self.aws("ecs", "wait", "services-stable", "--cluster", "shop", "--services", "web")
        found = self.aws("ecs", "describe-services", "--cluster", "shop", "--services", "web", "--query",
                         "services[].[status,runningCount]", "--output", "text")
        self.assertEqual(found, "ACTIVE\t3\n")
        self.assertIn("(ServiceNotFoundException)", self.aws("ecs", "update-service", "--cluster", "shop", "--service",
                                                             "missing", status=254))


if __name__ == "__main__":
    harness.main()
