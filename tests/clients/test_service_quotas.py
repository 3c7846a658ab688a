# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Service Quotas as boto3 and aws-cli meet it.

usage: test_service_quotas.py BLACKSTART [UNITTEST ARGUMENT...]
"""
from pathlib import Path

import harness
from harness import ACCOUNT, OTHER_REGION, REGION

SCENARIO = Path(__file__).resolve().parents[2] / "scenarios/platform/region-loss.yaml"
FARGATE = {"ServiceCode": "fargate", "QuotaCode": "L-3032A538"}
VPCS = {"ServiceCode": "vpc", "QuotaCode": "L-F678F1CE"}


class QuotaTest(harness.Case):
    options = ()

    def setUp(self):
        super().setUp()
        self.quotas = self.client("service-quotas")

    def test_values(self):
        quota = self.quotas.get_service_quota(**FARGATE)["Quota"]
        self.assertEqual((quota["Value"], quota["QuotaArn"]),
                         (6.0, f"arn:aws:servicequotas:{REGION}:{ACCOUNT}:fargate/L-3032A538"))
        with self.refused(self.quotas, "NoSuchResourceException"):
            self.quotas.get_service_quota(ServiceCode="fargate", QuotaCode="L-00000000")
        pages = self.quotas.get_paginator("list_service_quotas").paginate(
            ServiceCode="elasticloadbalancing", PaginationConfig={"PageSize": 2})
        self.assertEqual([len(page["Quotas"]) for page in pages], [2, 2, 1])
        with self.refused(self.quotas, "InvalidPaginationTokenException"):
            self.quotas.list_services(NextToken="nonsense")

    def test_a_request(self):
        asked = self.quotas.request_service_quota_increase(**VPCS, DesiredValue=12.5)["RequestedQuota"]
        self.assertEqual((asked["Status"], asked["DesiredValue"]), ("PENDING", 12.5))
        with self.refused(self.quotas, "ResourceAlreadyExistsException"):
            self.quotas.request_service_quota_increase(**VPCS, DesiredValue=20)
        with self.refused(self.quotas, "IllegalArgumentException"):
            self.quotas.request_service_quota_increase(**FARGATE, DesiredValue=1)
        self.mock.advance("2m")
        found = self.quotas.get_requested_service_quota_change(RequestId=asked["Id"])["RequestedQuota"]
        self.assertEqual(found["Status"], "CASE_OPENED")
        self.mock.advance("1h")
        found = self.quotas.list_requested_service_quota_change_history_by_quota(**VPCS)["RequestedQuotas"]
        self.assertEqual([each["Status"] for each in found], ["APPROVED"])
        self.assertEqual(self.quotas.get_service_quota(**VPCS)["Quota"]["Value"], 12.5)
        self.assertEqual(self.quotas.get_aws_default_service_quota(**VPCS)["Quota"]["Value"], 5.0)

    def test_aws_cli(self):
        found = self.aws_json("service-quotas", "get-service-quota", "--service-code", "rds", "--quota-code", "L-7B6409FD")
        self.assertEqual((found["Quota"]["QuotaName"], found["Quota"]["Value"]), ("DB instances", 40.0))


class ScenarioTest(harness.Case):
    options = (str(SCENARIO), "--speed", "100")

    def test_fargates_quota_is_the_worlds(self):
        client = self.client("service-quotas", region=OTHER_REGION)
        self.assertEqual(client.get_service_quota(**FARGATE)["Quota"]["Value"], 20.0)


if __name__ == "__main__":
    harness.main()
