# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""CloudWatch as boto3 and aws-cli meet it.

usage: test_cloudwatch.py BLACKSTART [UNITTEST ARGUMENT...]
"""
import datetime
import gzip
import urllib.parse

import harness
from harness import ACCOUNT, OTHER_REGION, REGION

MINUTE = datetime.timedelta(minutes=1)
ALARM = {"AlarmName": "errors", "Namespace": "Shop", "MetricName": "Errors", "Statistic": "Sum", "Period": 60,
         "EvaluationPeriods": 1, "Threshold": 5.5, "ComparisonOperator": "GreaterThanThreshold"}


class CloudWatchCase(harness.Case):
    def setUp(self):
        super().setUp()
        self.cloudwatch = self.client("cloudwatch")
        now = self.mock.control("/_blackstart/clock")["date"]
        self.now = datetime.datetime.strptime(now, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)

    def put(self, value, at=None, name="Errors", **more):
        self.cloudwatch.put_metric_data(Namespace="Shop", MetricData=[
            {"MetricName": name, "Value": value, "Timestamp": at or self.now, "Unit": "Count", **more}])


class MetricTest(CloudWatchCase):
    def setUp(self):
        super().setUp()
        self.start = (self.now - 10 * MINUTE).replace(second=0)

    def test_statistics(self):
        for value in (1, 2, 6.25):
            self.put(value, self.start + MINUTE)
        self.put(5, self.start + 3 * MINUTE)
        found = self.cloudwatch.get_metric_statistics(
            Namespace="Shop", MetricName="Errors", StartTime=self.start, EndTime=self.start + 5 * MINUTE, Period=60,
            Statistics=["Sum", "Average", "Maximum", "SampleCount"])
        points = sorted(found["Datapoints"], key=lambda point: point["Timestamp"])
        self.assertEqual([(point["Timestamp"], point["Sum"], point["Maximum"], point["SampleCount"]) for point in points],
                         [(self.start + MINUTE, 9.25, 6.25, 3), (self.start + 3 * MINUTE, 5, 5, 1)])
        self.assertAlmostEqual(points[0]["Average"], 9.25 / 3, places=9)

    def test_math(self):
        self.put(4, self.start, "Errors")
        self.put(8, self.start, "Requests")
        stat = {"Period": 60, "Stat": "Sum"}
        queries = [{"Id": name[0].lower(), "ReturnData": False,
                    "MetricStat": {"Metric": {"Namespace": "Shop", "MetricName": name}, **stat}} for name in ("Errors", "Requests")]
        queries.append({"Id": "share", "Expression": "100 * e / r", "Label": "share"})
        found = self.cloudwatch.get_metric_data(MetricDataQueries=queries, StartTime=self.start,
                                                EndTime=self.start + MINUTE)["MetricDataResults"]
        self.assertEqual([(each["Id"], each["Values"], each["StatusCode"]) for each in found], [("share", [50], "Complete")])

    def test_listing(self):
        self.put(1, Dimensions=[{"Name": "Stage", "Value": "live & well"}])
        self.put(1, name="Other")
        found = self.cloudwatch.list_metrics(Namespace="Shop", MetricName="Errors")["Metrics"]
        self.assertEqual(found, [{"Namespace": "Shop", "MetricName": "Errors",
                                  "Dimensions": [{"Name": "Stage", "Value": "live & well"}]}])
        self.assertEqual(self.client("cloudwatch", region=OTHER_REGION).list_metrics(Namespace="Shop")["Metrics"], [])


class CompressedTest(CloudWatchCase):
    """Debian's boto3 is too old to compress: this does so between it and its signer."""

    def compressing(self, operation, squeeze):
        def compress(params, **_):
            body = params["body"] if isinstance(params["body"], (str, bytes)) else urllib.parse.urlencode(params["body"])
            params["body"] = squeeze(body.encode() if isinstance(body, str) else body)
            params["headers"]["Content-Encoding"] = "gzip"

        events = self.cloudwatch.meta.events
        events.register(f"before-call.cloudwatch.{operation}", compress)
        self.addCleanup(events.unregister, f"before-call.cloudwatch.{operation}", compress)

    def test_metrics(self):
        self.compressing("PutMetricData", gzip.compress)
        self.put(1)
        self.assertEqual(len(self.cloudwatch.list_metrics(Namespace="Shop")["Metrics"]), 1)

    def test_what_is_not_gzip(self):
        self.compressing("PutMetricData", lambda body: gzip.compress(body)[:-9])
        with self.refused(self.cloudwatch, None, 400, "MalformedQueryString"):
            self.put(1)

    def test_what_becomes_too_large(self):
        self.compressing("PutMetricData", lambda body: gzip.compress(body + b"&x=" + bytes(65 << 20)))
        with self.refused(self.cloudwatch, None, 413, "RequestEntityTooLarge"):
            self.put(1)
        self.assertEqual(self.cloudwatch.list_metrics(Namespace="Shop")["Metrics"], [])

    def test_operations_that_take_no_compression(self):
        self.compressing("ListMetrics", gzip.compress)
        with self.assertRaises(self.cloudwatch.exceptions.ClientError):
            self.cloudwatch.list_metrics(Namespace="Shop")


class AlarmTest(CloudWatchCase):
    def state(self):
        return self.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]["StateValue"]

    def test_life(self):
        topic = f"arn:aws:sns:{REGION}:{ACCOUNT}:alarms"
        self.cloudwatch.put_metric_alarm(**ALARM, AlarmActions=[topic], AlarmDescription="<5> & more",
                                         Dimensions=[{"Name": "Stage", "Value": "live"}])
        found = self.cloudwatch.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]
        self.assertEqual({name: found[name] for name in ALARM}, ALARM)
        self.assertEqual((found["AlarmActions"], found["AlarmDescription"]), ([topic], "<5> & more"))
        self.cloudwatch.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="a drill")
        self.cloudwatch.get_waiter("alarm_exists").wait(AlarmNames=["errors"], WaiterConfig={"Delay": 1, "MaxAttempts": 2})
        history = self.cloudwatch.describe_alarm_history(AlarmName="errors", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
        self.assertIn("Alarm updated from INSUFFICIENT_DATA to ALARM", [each["HistorySummary"] for each in history])
        self.cloudwatch.delete_alarms(AlarmNames=["errors"])
        self.assertEqual(self.cloudwatch.describe_alarms()["MetricAlarms"], [])

    def test_pages(self):
        for number in range(12):
            self.cloudwatch.put_metric_alarm(**{**ALARM, "AlarmName": f"a-{number:02}"})
        pages = self.cloudwatch.get_paginator("describe_alarms").paginate(PaginationConfig={"PageSize": 5})
        self.assertEqual([len(page["MetricAlarms"]) for page in pages], [5, 5, 2])
        self.assertEqual(len(self.cloudwatch.describe_alarms(AlarmNamePrefix="a-1")["MetricAlarms"]), 2)

    def test_tags(self):
        self.cloudwatch.put_metric_alarm(**ALARM, Tags=[{"Key": "a", "Value": "1"}])
        name = {"ResourceARN": f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:errors"}
        self.cloudwatch.tag_resource(**name, Tags=[{"Key": "b", "Value": "2 & 3"}])
        self.cloudwatch.untag_resource(**name, TagKeys=["a"])
        self.assertEqual(self.cloudwatch.list_tags_for_resource(**name)["Tags"], [{"Key": "b", "Value": "2 & 3"}])

    def test_errors(self):
        with self.refused(self.cloudwatch, None, 404, "ResourceNotFound"):
            self.cloudwatch.set_alarm_state(AlarmName="missing", StateValue="OK", StateReason="x")
        with self.refused(self.cloudwatch, None, 400, "ValidationError"):
            self.cloudwatch.put_metric_alarm(**{**ALARM, "Period": 7})
        with self.refused(self.cloudwatch, None, 404, "ResourceNotFound"):
            self.cloudwatch.get_dashboard(DashboardName="missing")

    def test_command_line(self):
        self.aws("cloudwatch", "put-metric-data", "--namespace", "Shop", "--metric-name", "Errors", "--value", "3")
        self.assertIn("Errors", self.aws("cloudwatch", "list-metrics", "--namespace", "Shop", "--output", "table"))
        self.assertIn("(ResourceNotFound)", self.aws("cloudwatch", "set-alarm-state", "--alarm-name", "x", "--state-value",
                                                     "OK", "--state-reason", "x", status=254))


class TimeTest(CloudWatchCase):
    options = ()

    def test_an_alarm_follows_its_metric(self):
        self.mock.control("/_blackstart/clock", {"pause": True})
        self.addCleanup(self.mock.control, "/_blackstart/clock", {"pause": False})
        self.cloudwatch.put_metric_alarm(**ALARM, TreatMissingData="notBreaching")
        self.mock.advance("3m")
        self.assertEqual(self.state(), "OK")
        self.put(9, self.now + 3 * MINUTE)
        self.mock.advance("3m")
        history = self.cloudwatch.describe_alarm_history(AlarmName="errors", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
        self.assertIn("Alarm updated from OK to ALARM", [each["HistorySummary"] for each in history])

    state = AlarmTest.state


if __name__ == "__main__":
    harness.main()
