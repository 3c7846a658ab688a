# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Route 53 as boto3 and aws-cli meet it.

usage: test_route53.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import harness
from harness import OTHER_REGION


def change(action, name, values=("192.0.2.1",), kind="A", ttl=60, **more):
    return {"Action": action, "ResourceRecordSet": {"Name": name, "Type": kind, "TTL": ttl, "ResourceRecords":
                                                    [{"Value": value} for value in values], **more}}


class Route53Case(harness.Case):
    def setUp(self):
        super().setUp()
        self.route53 = self.client("route53")
        made = self.route53.create_hosted_zone(Name="example.com", CallerReference="1")
        self.zone = made["HostedZone"]["Id"]
        self.made = made

    def change(self, *changes):
        return self.route53.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch={"Changes": list(changes)})

    def records(self, **more):
        pages = self.route53.get_paginator("list_resource_record_sets").paginate(HostedZoneId=self.zone, **more)
        return [each for page in pages for each in page["ResourceRecordSets"]]


class ZoneTest(Route53Case):
    def test_life(self):
        self.assertRegex(self.zone, "^/hostedzone/Z[0-9A-Z]+$")
        self.assertTrue(self.made["Location"].endswith(self.zone))
        self.assertEqual(self.made["ResponseMetadata"]["HTTPStatusCode"], 201)
        self.assertEqual(len(self.made["DelegationSet"]["NameServers"]), 4)
        found = self.route53.get_hosted_zone(Id=self.zone)["HostedZone"]
        self.assertEqual((found["Name"], found["ResourceRecordSetCount"]), ("example.com.", 2))
        self.route53.update_hosted_zone_comment(Id=self.zone, Comment="it's <ours> & more")
        self.assertEqual(self.route53.get_hosted_zone(Id=self.zone)["HostedZone"]["Config"]["Comment"], "it's <ours> & more")
        self.change(change("CREATE", "www.example.com"))
        with self.refused(self.route53, "HostedZoneNotEmpty"):
            self.route53.delete_hosted_zone(Id=self.zone)
        self.change(change("DELETE", "www.example.com"))
        self.route53.delete_hosted_zone(Id=self.zone)
        with self.refused(self.route53, "NoSuchHostedZone", 404):
            self.route53.get_hosted_zone(Id=self.zone)

    def test_it_is_global(self):
        found = self.client("route53", region=OTHER_REGION).list_hosted_zones()["HostedZones"]
        self.assertEqual([each["Id"] for each in found], [self.zone])

    def test_listing(self):
        for number in range(8):
            self.route53.create_hosted_zone(Name=f"zone{number}.example", CallerReference=str(number + 2))
        pages = self.route53.get_paginator("list_hosted_zones").paginate(PaginationConfig={"PageSize": 4})
        self.assertEqual([len(page["HostedZones"]) for page in pages], [4, 4, 1])
        found = self.route53.list_hosted_zones_by_name(DNSName="zone3.example", MaxItems="2")["HostedZones"]
        self.assertEqual([each["Name"] for each in found], ["zone3.example.", "zone4.example."])

    def test_errors(self):
        with self.refused(self.route53, "HostedZoneAlreadyExists", 409):
            self.route53.create_hosted_zone(Name="example.com", CallerReference="1")
        with self.refused(self.route53, "InvalidDomainName"):
            self.route53.create_hosted_zone(Name="no..good", CallerReference="9")
        with self.refused(self.route53, "NoSuchChange", 404):
            self.route53.get_change(Id="C0000000000000")

    def test_tags(self):
        subject = {"ResourceType": "hostedzone", "ResourceId": self.zone.split("/")[-1]}
        self.route53.change_tags_for_resource(**subject, AddTags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
        self.route53.change_tags_for_resource(**subject, RemoveTagKeys=["a"])
        found = self.route53.list_tags_for_resource(**subject)["ResourceTagSet"]
        self.assertEqual((found["ResourceId"], found["Tags"]), (subject["ResourceId"], [{"Key": "b", "Value": "2"}]))


class RecordTest(Route53Case):
    def test_life(self):
        self.change(change("CREATE", "www.example.com", ("192.0.2.1", "192.0.2.2")))
        self.change(change("UPSERT", "www.example.com", ("192.0.2.3",), ttl=30))
        found = [each for each in self.records() if each["Name"] == "www.example.com."]
        self.assertEqual(found, [{"Name": "www.example.com.", "Type": "A", "TTL": 30,
                                  "ResourceRecords": [{"Value": "192.0.2.3"}]}])
        answer = self.route53.test_dns_answer(HostedZoneId=self.zone, RecordName="www.example.com", RecordType="A")
        self.assertEqual((answer["ResponseCode"], answer["RecordData"]), ("NOERROR", ["192.0.2.3"]))
        self.change(change("DELETE", "www.example.com", ("192.0.2.3",), ttl=30))
        self.assertEqual([each["Type"] for each in self.records()], ["NS", "SOA"])

    def test_values_come_back_as_sent(self):
        text = '"v=spf1 include:example.net ~all" "two <parts> & \\"quotes\\""'
        self.change(change("CREATE", "example.com", (text,), "TXT"), change("CREATE", "*.example.com"),
                    change("CREATE", "example.com", ("10 mail.example.com",), "MX"))
        found = {(each["Name"], each["Type"]): each["ResourceRecords"][0]["Value"] for each in self.records()}
        self.assertEqual(found[("example.com.", "TXT")], text)
        self.assertIn(("\\052.example.com.", "A"), found)

    def test_policies(self):
        check = self.route53.create_health_check(CallerReference="1", HealthCheckConfig={
            "Type": "HTTPS", "FullyQualifiedDomainName": "www.example.com", "Port": 443, "ResourcePath": "/health",
            "RequestInterval": 10, "FailureThreshold": 3})["HealthCheck"]["Id"]
        self.change(change("CREATE", "w.example.com", SetIdentifier="one", Weight=90),
                    change("CREATE", "w.example.com", ("192.0.2.2",), SetIdentifier="two", Weight=10),
                    change("CREATE", "f.example.com", SetIdentifier="first", Failover="PRIMARY", HealthCheckId=check),
                    change("CREATE", "f.example.com", ("192.0.2.2",), SetIdentifier="second", Failover="SECONDARY"))
        found = {each["SetIdentifier"]: each for each in self.records() if "SetIdentifier" in each}
        self.assertEqual((found["one"]["Weight"], found["two"]["Weight"], found["first"]["Failover"],
                          found["first"]["HealthCheckId"]), (90, 10, "PRIMARY", check))
        self.assertEqual([each["SetIdentifier"] for each in self.records(PaginationConfig={"PageSize": 1})
                          if "SetIdentifier" in each], ["first", "second", "one", "two"])

    def test_pages(self):
        self.change(*(change("CREATE", f"h{number:03}.example.com") for number in range(50)))
        self.assertEqual(len(self.records(PaginationConfig={"PageSize": 7})), 52)

    def test_errors(self):
        self.change(change("CREATE", "www.example.com"))
        for wrong, message in ((change("CREATE", "www.example.com"), "already exists"),
                               (change("DELETE", "other.example.com"), "not found"),
                               (change("CREATE", "www.example.net"), "not permitted"),
                               (change("CREATE", "x.example.com", ("no address",)), "ddress")):
            with self.subTest(wrong), self.refused(self.route53, "InvalidChangeBatch", message=message):
                self.change(wrong)
        with self.refused(self.route53, "InvalidChangeBatch"):
            self.change(change("CREATE", "good.example.com"), change("CREATE", "www.example.com"))
        self.assertNotIn("good.example.com.", [each["Name"] for each in self.records()])


class HealthCheckTest(Route53Case):
    def test_life(self):
        config = {"Type": "HTTP", "IPAddress": "192.0.2.1", "Port": 80, "ResourcePath": "/a?b=c&d"}
        made = self.route53.create_health_check(CallerReference="1", HealthCheckConfig=config)
        self.assertEqual(made["ResponseMetadata"]["HTTPStatusCode"], 201)
        name = {"HealthCheckId": made["HealthCheck"]["Id"]}
        found = self.route53.get_health_check(**name)["HealthCheck"]["HealthCheckConfig"]
        self.assertEqual({key: found[key] for key in config}, config)
        self.route53.update_health_check(**name, FailureThreshold=5, Inverted=True)
        found = self.route53.get_health_check(**name)["HealthCheck"]
        self.assertEqual((found["HealthCheckConfig"]["FailureThreshold"], found["HealthCheckVersion"]), (5, 2))
        observed = self.route53.get_health_check_status(**name)["HealthCheckObservations"]
        self.assertTrue(all(each["StatusReport"]["Status"] for each in observed))
        self.route53.delete_health_check(**name)
        with self.refused(self.route53, "NoSuchHealthCheck", 404):
            self.route53.get_health_check(**name)


class TimeTest(Route53Case):
    options = ()

    def test_a_change_is_pending_until_it_has_propagated(self):
        self.mock.control("/_blackstart/clock", {"pause": True})
        self.addCleanup(self.mock.control, "/_blackstart/clock", {"pause": False})
        info = self.change(change("CREATE", "www.example.com"))["ChangeInfo"]
        self.assertEqual(info["Status"], "PENDING")
        self.assertEqual(self.route53.get_change(Id=info["Id"])["ChangeInfo"]["Status"], "PENDING")
        self.mock.advance("10m")
        self.route53.get_waiter("resource_record_sets_changed").wait(Id=info["Id"],
                                                                     WaiterConfig={"Delay": 1, "MaxAttempts": 1})


class CommandLineTest(Route53Case):
    def test_life(self):
        batch = '{"Changes": [{"Action": "UPSERT", "ResourceRecordSet": {"Name": "cli.example.com", "Type": "CNAME", ' \
                '"TTL": 60, "ResourceRecords": [{"Value": "www.example.com"}]}}]}'
        info = self.aws_json("route53", "change-resource-record-sets", "--hosted-zone-id", self.zone.split("/")[-1],
                             "--change-batch", batch)["ChangeInfo"]
        self.aws("route53", "wait", "resource-record-sets-changed", "--id", info["Id"])
        found = self.aws("route53", "list-resource-record-sets", "--hosted-zone-id", self.zone, "--query",
                         "ResourceRecordSets[?Type=='CNAME'].Name", "--output", "text")
        self.assertEqual(found, "cli.example.com.\n")
        self.assertIn("(NoSuchHostedZone)", self.aws("route53", "get-hosted-zone", "--id", "Z0000", status=254))


if __name__ == "__main__":
    harness.main()
