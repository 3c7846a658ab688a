# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""What the orchestrator says to AWS, compared with what AWS's own client library says and understands.

usage: test_botocore.py WIRE_TOOL

Requests: botocore checks the same parameters against its service models and writes them; method, target, headers
and body must mean the same. Answers: documents are made from botocore's models, read back by botocore's parsers to
prove them right, and given to the decoders. Endpoints: all Regions of the partitions that are supported.
"""
import json
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

try:
    import botocore.loaders
    import botocore.model
    import botocore.parsers
    import botocore.regions
    import botocore.serialize
    import botocore.validate
except ImportError:
    print("python3-botocore is not installed: skipped")
    sys.exit(77)

TOOL = ""
LOADER = botocore.loaders.Loader()
# Services whose models speak several protocols are called by the one that all of their versions speak.
PROTOCOLS = {"cloudwatch": "query"}
NOW = "2026-11-21T02:45:00Z"
SG = {"GroupId": "sg-0a1b2c3d",
      "IpPermissions": [{"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432,
                         "UserIdGroupPairs": [{"GroupId": "sg-0f9e8d7c"}]}]}


def record_set(target, host, weight, ttl):
    return {"Action": "UPSERT", "ResourceRecordSet": {
        "Name": "shop.example.com", "Type": "CNAME", "SetIdentifier": target, "Weight": weight, "TTL": ttl,
        "ResourceRecords": [{"Value": host}]}}


def records(east, west, ttl):
    return {"HostedZoneId": "Z1PA6795UKMFR9", "ChangeBatch": {"Changes": [
        record_set("alb-east", "alb-east-5678.us-east-1.elb.amazonaws.com", east, ttl),
        record_set("alb-west", "alb-west-1234.us-west-2.elb.amazonaws.com", west, ttl)]}}


LEASE = {
    "TableName": "drills", "Key": {"id": {"S": "lease"}},
    "ConditionExpression": "attribute_not_exists(#token) OR attribute_exists(#owner.#me) OR #until < :over",
    "UpdateExpression": "SET #token = if_not_exists(#token, :zero) + if_not_exists(#owner.#me, :one), "
                        "#owner = :owner, #holder = :holder, #until = :until, "
                        "#left = if_not_exists(#memo, :zero), #memo = :memo",
    "ExpressionAttributeNames": {"#token": "token", "#owner": "owner", "#holder": "holder", "#until": "until",
                                 "#left": "left", "#memo": "memo", "#me": "18446744073709551615"},
    "ExpressionAttributeValues": {
        ":zero": {"N": "0"}, ":one": {"N": "1"}, ":holder": {"N": "18446744073709551615"},
        ":owner": {"M": {"18446744073709551615": {"N": "0"}}},
        ":until": {"N": "1795229130000000000"}, ":over": {"N": "1795229099500000000"},
        ":memo": {"N": "4611686018427387904"}},
    "ReturnValues": "ALL_NEW"}

# operation of the typed call: service, operation, parameters
CALLS = {
    "ROUTE53_GET_HEALTH_CHECK_STATUS": ("route53", "GetHealthCheckStatus",
                                        {"HealthCheckId": "abcdef11-2222-3333-4444-555555fedcba"}),
    "ROUTE53_CHANGE_RECORD": ("route53", "ChangeResourceRecordSets", records(3, 1, 60)),
    "ROUTE53_CHANGE_TTL": ("route53", "ChangeResourceRecordSets", records(100, 0, 10)),
    "ROUTE53_GET_CHANGE": ("route53", "GetChange", {"Id": "C2682N5HXP0BZ4"}),
    "CLOUDWATCH_DESCRIBE_ALARM": ("cloudwatch", "DescribeAlarms",
                                  {"AlarmNames": ["shop-5xx"], "AlarmTypes": ["MetricAlarm", "CompositeAlarm"]}),
    "CLOUDWATCH_GET_METRIC": ("cloudwatch", "GetMetricData", {
        "MetricDataQueries": [{"Id": "lag", "MetricStat": {
            "Metric": {"Namespace": "AWS/RDS", "MetricName": "ReplicaLag",
                       "Dimensions": [{"Name": "DBInstanceIdentifier", "Value": "orders-prod-2"}]},
            "Period": 60, "Stat": "Maximum"}}],
        "StartTime": "2026-11-21T02:40:00Z", "EndTime": "2026-11-21T02:45:01Z", "ScanBy": "TimestampDescending"}),
    "RDS_DESCRIBE_INSTANCE": ("rds", "DescribeDBInstances", {"DBInstanceIdentifier": "orders-prod-2"}),
    "RDS_PROMOTE_READ_REPLICA": ("rds", "PromoteReadReplica", {"DBInstanceIdentifier": "orders-prod-2"}),
    "RDS_CREATE_READ_REPLICA": ("rds", "CreateDBInstanceReadReplica", {
        "DBInstanceIdentifier": "orders-prod-2", "KmsKeyId": "arn:aws:kms:us-west-2:123456789012:key/k",
        "SourceDBInstanceIdentifier": "arn:aws:rds:us-east-1:123456789012:db:orders-prod-1"}),
    "RDS_DELETE_INSTANCE": ("rds", "DeleteDBInstance", {
        "DBInstanceIdentifier": "orders-prod-2", "SkipFinalSnapshot": False,
        "FinalDBSnapshotIdentifier": "orders-prod-2-final-1795229100"}),
    "ECS_DESCRIBE_SERVICE": ("ecs", "DescribeServices", {"cluster": "west", "services": ["shop"]}),
    "ECS_UPDATE_SERVICE": ("ecs", "UpdateService", {"cluster": "west", "service": "shop", "desiredCount": 12}),
    "QUOTAS_GET_TASKS": ("service-quotas", "GetServiceQuota",
                         {"ServiceCode": "fargate", "QuotaCode": "L-3032A538"}),
    "AUTOSCALING_SET_SUSPENDED": ("application-autoscaling", "RegisterScalableTarget", {
        "ServiceNamespace": "ecs", "ResourceId": "service/west/shop",
        "ScalableDimension": "ecs:service:DesiredCount",
        "SuspendedState": {"DynamicScalingInSuspended": True, "DynamicScalingOutSuspended": True,
                           "ScheduledScalingSuspended": True}}),
    "ECR_DESCRIBE_IMAGE": ("ecr", "DescribeImages",
                           {"repositoryName": "team/shop", "imageIds": [{"imageTag": "v1.2"}]}),
    "ELB_DESCRIBE_TARGET_HEALTH": ("elbv2", "DescribeTargetHealth", {
        "TargetGroupArn":
            "arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/shop/73e2d6bc24d8a067"}),
    "EC2_REVOKE_INGRESS": ("ec2", "RevokeSecurityGroupIngress", SG),
    "EC2_AUTHORIZE_INGRESS": ("ec2", "AuthorizeSecurityGroupIngress", SG),
    "SSM_PUT_PARAMETER": ("ssm", "PutParameter", {"Name": "/shop/active-region", "Value": 'us-west-2 "ä&<',
                                                  "Type": "String", "Overwrite": True}),
    "SNS_PUBLISH": ("sns", "Publish", {"TopicArn": "arn:aws:sns:us-west-2:123456789012:pagers",
                                       "Message": "50 % moved & more: ä+~"}),
    "DYNAMODB_PUT_ITEM": ("dynamodb", "PutItem",
                          {"TableName": "drills", "Item": {"id": {"S": "last"}, "value": {"S": "moved"}}}),
    "DYNAMODB_TAKE_LEASE": ("dynamodb", "UpdateItem", LEASE),
}
ONCE = ("RDS_PROMOTE_READ_REPLICA", "RDS_CREATE_READ_REPLICA", "RDS_DELETE_INSTANCE")


def change_info(state):
    return {"ChangeInfo": {"Id": "/change/C1", "Status": state, "SubmittedAt": NOW, "Comment": "x & y"}}


def observation(status):
    return {"Region": "us-east-1", "IPAddress": "203.0.113.9",
            "StatusReport": {"Status": status, "CheckedTime": NOW}}


def metric(values):
    return {"MetricDataResults": [{"Id": "lag", "Label": "ReplicaLag", "StatusCode": "Complete",
                                   "Timestamps": ["2026-11-21T02:44:00Z", "2026-11-21T02:43:00Z"][:len(values)],
                                   "Values": values}], "Messages": []}


LEASED = {"id": {"S": "lease"}, "token": {"N": "7"}, "holder": {"N": "18446744073709551615"},
          "left": {"N": "4611686018427387907"}, "until": {"N": "1"},
          "owner": {"M": {"18446744073709551615": {"N": "0"}}}}
SERVICE = {"serviceName": "shop", "status": "ACTIVE", "desiredCount": 12, "runningCount": 7, "pendingCount": 5}

# operation, output by the model, what the answer must say
OUTPUTS = (
    ("ROUTE53_GET_HEALTH_CHECK_STATUS", {"HealthCheckObservations": [
        observation("Success: HTTP Status Code 200, OK"), observation("Failure: Connection timed out"),
        observation("Success: HTTP Status Code 200, OK")]}, {"state": "healthy", "running": 2, "total": 3}),
    ("ROUTE53_GET_HEALTH_CHECK_STATUS", {"HealthCheckObservations": [
        observation("Failure: HTTP Status Code 503")]}, {"state": "unhealthy", "running": 0, "total": 1}),
    ("ROUTE53_CHANGE_RECORD", change_info("PENDING"), {"state": "PENDING", "change": 2}),
    ("ROUTE53_CHANGE_TTL", change_info("PENDING"), {"state": "PENDING", "change": 3}),
    ("ROUTE53_GET_CHANGE", change_info("INSYNC"), {"state": "INSYNC"}),
    ("CLOUDWATCH_DESCRIBE_ALARM", {"CompositeAlarms": [], "MetricAlarms": [
        {"AlarmName": "shop-5xx", "StateValue": "ALARM", "StateReason": "1 > 0", "Threshold": 1.0}]},
     {"state": "ALARM"}),
    ("CLOUDWATCH_DESCRIBE_ALARM", {"CompositeAlarms": [
        {"AlarmName": "shop-5xx", "StateValue": "INSUFFICIENT_DATA"}], "MetricAlarms": []},
     {"state": "INSUFFICIENT_DATA"}),
    ("CLOUDWATCH_DESCRIBE_ALARM", {"CompositeAlarms": [], "MetricAlarms": []},
     {"outcome": "error", "error": "not_found", "code": "ResourceNotFound"}),
    ("CLOUDWATCH_GET_METRIC", metric([1.5, 0.25]),
     {"has_metric": True, "metric_ns": 1500000000, "metric_at_ns": 3540 * 10**9}),
    ("CLOUDWATCH_GET_METRIC", metric([]), {"has_metric": False}),
    ("CLOUDWATCH_GET_METRIC", metric([-1.0]), {"has_metric": False}),
    ("RDS_DESCRIBE_INSTANCE", {"DBInstances": [
        {"DBInstanceIdentifier": "orders-prod-2", "DBInstanceStatus": "backing-up", "AllocatedStorage": 20,
         "Endpoint": {"Address": "a.b", "Port": 5432, "HostedZoneId": "Z"},
         "ReadReplicaSourceDBInstanceIdentifier": "arn:aws:rds:us-east-1:123456789012:db:orders-prod-1"}]},
     {"state": "backing-up", "is_replica": True, "source": "orders"}),
    ("RDS_DESCRIBE_INSTANCE", {"DBInstances": [
        {"DBInstanceIdentifier": "orders-prod-2", "DBInstanceStatus": "available"}]},
     {"state": "available", "is_replica": False, "source": ""}),
    ("RDS_PROMOTE_READ_REPLICA", {"DBInstance": {"DBInstanceStatus": "modifying"}}, {}),
    ("RDS_CREATE_READ_REPLICA", {"DBInstance": {"DBInstanceStatus": "creating"}}, {}),
    ("RDS_DELETE_INSTANCE", {"DBInstance": {"DBInstanceStatus": "deleting"}}, {}),
    ("ECS_DESCRIBE_SERVICE", {"services": [SERVICE], "failures": []}, {"desired": 12, "running": 7}),
    ("ECS_DESCRIBE_SERVICE", {"services": [], "failures": [{"arn": "a", "reason": "MISSING"}]},
     {"outcome": "error", "error": "not_found", "code": "ServiceNotFoundException"}),
    ("ECS_UPDATE_SERVICE", {"service": SERVICE}, {"desired": 12, "running": 7}),
    ("QUOTAS_GET_TASKS", {"Quota": {"ServiceCode": "fargate", "QuotaCode": "L-3032A538", "Value": 6.0}},
     {"running": 12}),
    ("AUTOSCALING_SET_SUSPENDED", {}, {}),
    ("ECR_DESCRIBE_IMAGE", {"imageDetails": [{"imageDigest": "sha256:0", "imageTags": ["v1.2"]}]}, {"running": 1}),
    ("ELB_DESCRIBE_TARGET_HEALTH", {"TargetHealthDescriptions": [
        {"Target": {"Id": "10.0.0.1", "Port": 80}, "TargetHealth": {"State": "healthy"}},
        {"Target": {"Id": "10.0.0.2", "Port": 80}, "TargetHealth": {"State": "unhealthy"}},
        {"Target": {"Id": "10.0.0.3", "Port": 80}, "TargetHealth": {"State": "healthy"}}]},
     {"running": 2, "total": 3}),
    ("ELB_DESCRIBE_TARGET_HEALTH", {"TargetHealthDescriptions": []}, {"running": 0, "total": 0}),
    ("EC2_REVOKE_INGRESS", {"Return": True}, {}),
    ("EC2_AUTHORIZE_INGRESS", {"Return": True, "SecurityGroupRules": [{"GroupId": "sg-0a1b2c3d"}]}, {}),
    ("SSM_PUT_PARAMETER", {"Version": 3, "Tier": "Standard"}, {}),
    ("SNS_PUBLISH", {"MessageId": "94f20ce6"}, {}),
    ("DYNAMODB_PUT_ITEM", {}, {}),
    ("DYNAMODB_TAKE_LEASE", {"Attributes": LEASED}, {"change": 7, "memo": 2**62 + 3}),
)

# Codes of the models that callers act on; a code of no row must be of no class but by its status.
CLASSES = {
    "DBInstanceNotFound": "not_found", "InvalidDBInstanceState": "invalid_state",
    "InsufficientDBInstanceCapacity": "capacity", "NoSuchHealthCheck": "not_found",
    "NoSuchHostedZone": "not_found", "NoSuchChange": "not_found", "PriorRequestNotComplete": "throttled",
    "InvalidInput": "other", "InvalidChangeBatch": "other", "ServiceNotFoundException": "not_found",
    "ClusterNotFoundException": "not_found", "ServiceNotActiveException": "invalid_state",
    "AccessDeniedException": "denied", "TooManyRequestsException": "throttled",
    "ServiceException": "unavailable", "ServerException": "unavailable", "ImageNotFoundException": "not_found",
    "RepositoryNotFoundException": "not_found", "TargetGroupNotFound": "not_found",
    "HealthUnavailable": "unavailable", "TooManyUpdates": "throttled", "InternalServerError": "unavailable",
    "NotFound": "not_found", "AuthorizationError": "denied",
    "ConditionalCheckFailedException": "condition", "ProvisionedThroughputExceededException": "throttled",
    "ResourceNotFoundException": "not_found", "RequestLimitExceeded": "throttled",
    "ValidationException": "other",
}


def model_of(service):
    return botocore.model.ServiceModel(LOADER.load_service_model(service, "service-2"), service)


def protocol_of(model):
    return PROTOCOLS.get(model.service_name, model.metadata["protocol"])


def run(mode, text):
    done = subprocess.run([TOOL, mode], input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode().splitlines()


def tree_of(element):
    """An XML element as what counts: name, text, children in order."""
    return (element.tag, (element.text or "").strip(), [tree_of(child) for child in element])


class Requests(unittest.TestCase):
    def test_are_what_botocore_sends(self):
        requests = {request["operation"]: request for request in map(json.loads, run("requests", ""))}
        self.assertEqual(sorted(requests), sorted(CALLS))
        for operation, (service, name, parameters) in CALLS.items():
            with self.subTest(operation):
                self.compare(requests[operation], model_of(service), name, parameters)

    def test_experiments(self):
        parameters = {"StartExperiment": {"clientToken": "token-1", "experimentTemplateId": "EXT 1/ä"}}
        ours = list(map(json.loads, run("experiments", "")))
        self.assertEqual([request["name"] for request in ours],
                         ["GetExperimentTemplate", "StartExperiment", "GetExperiment", "StopExperiment"])
        for request in ours:
            with self.subTest(request["name"]):
                self.compare(request, model_of("fis"), request["name"], parameters.get(request["name"], {"id": "EXT 1/ä"}))

    def compare(self, ours, model, name, parameters):
        shape = model.operation_model(name)
        problems = botocore.validate.ParamValidator().validate(parameters, shape.input_shape)
        self.assertFalse(problems.has_errors(), problems.generate_report())
        serializer = botocore.serialize.create_serializer(protocol_of(model), include_validation=False)
        theirs = serializer.serialize_to_request(parameters, shape)
        self.assertEqual(ours["service"], model.metadata["serviceId"])
        self.assertEqual(ours["name"], name)
        self.assertEqual((ours["method"], ours["target"]), (theirs["method"], theirs["url_path"]))
        body = theirs["body"]
        if protocol_of(model) in ("query", "ec2"):
            self.assertEqual(sorted(parse_qsl(ours["body"], keep_blank_values=True, strict_parsing=True)),
                             sorted((key, self.text(value)) for key, value in body.items()))
        elif body and "json" in protocol_of(model):
            self.assertEqual(json.loads(ours["body"]), json.loads(body))
        elif body:
            self.assertEqual(tree_of(ElementTree.fromstring(ours["body"])),
                             tree_of(ElementTree.fromstring(body)))
        else:
            self.assertEqual(ours["body"], "")
        for header, value in theirs["headers"].items():
            self.assertEqual(ours["headers"].get(header), value)

    @staticmethod
    def text(value):
        return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def write_xml(shape, value, name):
    """A value as the XML protocols write it, in a shape of the model."""
    if shape.type_name == "structure":
        inner = "".join(write_member(shape.members[member], value[member],
                                     shape.members[member].serialization.get("name", member))
                        for member in reversed(list(value)))
    elif shape.type_name == "list":
        item = shape.member.serialization.get("name", "member")
        inner = "".join(write_xml(shape.member, element, item) for element in value)
    else:
        inner = escape(Requests.text(value))
    return f"<{name}>{inner}</{name}>"


def write_member(shape, value, name):
    if shape.type_name == "list" and shape.serialization.get("flattened"):
        item = shape.member.serialization.get("name", name)
        return "".join(write_xml(shape.member, element, item) for element in value)
    return write_xml(shape, value, name)


def write_output(model, name, output):
    """The body of a success. Members come in another order than the model's, with one that no model has."""
    shape = model.operation_model(name).output_shape
    protocol = protocol_of(model)
    if protocol == "json":
        return json.dumps({"unknown": {"a": [1e40, None, 123456789012345678901234567890]}, **output})
    if protocol == "query":
        wrapper = (shape.serialization.get("resultWrapper") if shape else None) or f"{name}Result"
        result = write_xml(shape, output, wrapper).replace(f"</{wrapper}>", f"<unknown><a/></unknown></{wrapper}>")
        return (f'<{name}Response xmlns="{model.metadata["xmlNamespace"]}">{result}'
                f"<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{name}Response>")
    root = f"{name}Response"
    text = write_xml(shape, output, root).replace(f"</{root}>", f"<unknown/></{root}>")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text


def parse(model, name, status, headers, body):
    parser = botocore.parsers.create_parser(protocol_of(model))
    response = {"body": body.encode(), "headers": headers, "status_code": status}
    return parser.parse(response, model.operation_model(name).output_shape)


def plain(value):
    """What botocore has parsed, without its own additions and with times as text."""
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items() if key != "ResponseMetadata"}
    if isinstance(value, list):
        return [plain(element) for element in value]
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if hasattr(value, "strftime") else value


def answers(cases):
    """What the decoders make of (operation, status, body)."""
    text = "".join(f"{operation} {status} {len(body.encode())}\n{body}" for operation, status, body in cases)
    return [json.loads(line) for line in run("answers", text)]


class Answers(unittest.TestCase):
    def test_of_every_operation(self):
        self.assertEqual({operation for operation, _, _ in OUTPUTS}, set(CALLS))
        bodies = []
        for operation, output, _ in OUTPUTS:
            service, name, _ = CALLS[operation]
            body = write_output(model_of(service), name, output)
            self.assertEqual(plain(parse(model_of(service), name, 200, {}, body)), output, operation)
            bodies.append((operation, 200, body))
        for (operation, _, expected), answer in zip(OUTPUTS, answers(bodies), strict=True):
            with self.subTest(operation, expected=expected):
                expected = {"outcome": "ok", **expected}
                self.assertEqual({key: answer[key] for key in expected}, expected)

    def test_cut_off_anywhere_are_malformed(self):
        cases = [(operation, 200, write_output(model_of(CALLS[operation][0]), CALLS[operation][1], output)[:-3])
                 for operation, output, _ in OUTPUTS]
        for (operation, _, _), answer in zip(cases, answers(cases), strict=True):
            with self.subTest(operation):
                self.assertEqual((answer["error"], answer["code"]), ("other", "MalformedResponse"))
                self.assertIn(answer["outcome"], ("error", "info"))

    def test_errors_of_the_models(self):
        cases, expected = [], []
        for operation, (service, name, _) in CALLS.items():
            model = model_of(service)
            shapes = [(shape.metadata.get("error", {}), shape.name)
                      for shape in model.operation_model(name).error_shapes]
            for error, shape_name in shapes + [({}, "AccessDeniedException")]:
                code = error.get("code", shape_name)
                status = error.get("httpStatusCode", 400)
                body = self.body(model, code)
                parsed = parse(model, name, status, {}, body)
                self.assertEqual(parsed["Error"]["Code"], code)
                cases.append((operation, status, body))
                expected.append((code, status))
        self.assertGreater(len(cases), 100)
        for case, (code, status), answer in zip(cases, expected, answers(cases), strict=True):
            with self.subTest(case[0], code=code):
                self.assertEqual(answer["code"], code)
                if code in CLASSES:
                    self.assertEqual(answer["error"], CLASSES[code])
                is_unknown = case[0] in ONCE and status >= 500
                self.assertEqual(answer["outcome"], "info" if is_unknown else "error")

    @staticmethod
    def body(model, code):
        protocol = protocol_of(model)
        if protocol == "json":
            return json.dumps({"message": "no", "__type": f"com.amazonaws.x#{code}"})
        if protocol == "ec2":
            return (f"<Response><Errors><Error><Code>{code}</Code><Message>no</Message></Error></Errors>"
                    "<RequestID>r</RequestID></Response>")
        return (f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error>"
                "<RequestId>r</RequestId></ErrorResponse>")


class Endpoints(unittest.TestCase):
    def test_of_all_regions(self):
        resolver = botocore.regions.EndpointResolver(LOADER.load_data("endpoints"))
        cases = [(model_of(service).endpoint_prefix, region)
                 for service in sorted({service for service, _, _ in CALLS.values()} | {"sts", "fis"})
                 for partition in ("aws", "aws-cn", "aws-us-gov")
                 for region in self.regions(resolver, partition)]
        self.assertGreater(len(cases), 200)
        ours = run("endpoints", "".join(f"{prefix} {region}\n" for prefix, region in cases))
        for (prefix, region), line in zip(cases, ours, strict=True):
            theirs = resolver.construct_endpoint(prefix, region)
            signing = theirs.get("credentialScope", {}).get("region", region)
            with self.subTest(prefix, region=region):
                self.assertEqual(line, f"https://{theirs['hostname']} {signing}")

    @staticmethod
    def regions(resolver, partition):
        data = next(data for data in resolver._endpoint_data["partitions"] if data["partition"] == partition)
        return sorted(data["regions"])


if __name__ == "__main__":
    TOOL = sys.argv.pop(1)
    unittest.main()
