# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""Just enough of an account for a small failover, by AWS's documentation: a stand-in with state, and its application.

A service and a database in two Regions, a record, a topic. `break_primary()` takes the first Region's application away.
"""
import json as json_text
import re
import socket
import threading
import time
from urllib.parse import parse_qs

from endpoint import Endpoint, json, xml
from test_dns import Resolver, address

R53 = 'xmlns="https://route53.amazonaws.com/doc/2013-04-01/"'
LOAD_BALANCERS = {"lb.elb.example": "127.0.0.2", "lb-dr.elb.example": "127.0.0.3"}
TTL_S = 5
PROMOTION_S = 1


class Account:
    def __init__(self, number="123456789012"):
        self.number = number
        self.lock = threading.RLock()
        self.running = {"app": 4, "app-dr": 1}
        self.promoted_at = None
        self.target = "lb.elb.example"
        self.change = 0
        self.log = []
        self.published = []
        self.is_broken = False
        self.is_fenced = False
        self.rows = {"127.0.0.2": set(), "127.0.0.3": set()}
        self.replicates = True
        self.faults = {}  # Name of an operation: what happens to its next calls, in order.
        self.alarms = {"checkout": "OK"}
        self.experiments = {}  # Client token: status.
        self.api = Endpoint(self.answer)
        self.port, self.applications = self.open_applications()
        self.resolver = Resolver(self.resolve)

    def open_applications(self):
        """At one port of two addresses, that somebody else may take while it is looked for."""
        for _ in range(20):
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            made = {}
            try:
                for host in LOAD_BALANCERS.values():
                    made[host] = Endpoint(lambda request, host=host: self.serve(host, request), host=host, port=port)
                return port, made
            except OSError:
                for endpoint in made.values():
                    endpoint.close()
        raise OSError("no port is free at both addresses")

    def close(self):
        for endpoint in (self.api, *self.applications.values()):
            endpoint.close()
        self.resolver.socket.close()

    def break_primary(self):
        self.is_broken = True

    # ---- The application, and its name

    def resolve(self, _):
        name = self.resolver.queries[-1][12:].split(b"\0", 1)[0]
        labels = []
        while name:
            labels.append(name[1:1 + name[0]].decode())
            name = name[1 + name[0]:]
        name = ".".join(labels).lower()
        target = self.target if name == "app.example.com" else name
        if target not in LOAD_BALANCERS:
            return (3, [])
        return (0, [address(name, TTL_S, LOAD_BALANCERS[target])])

    def is_writable(self, host):
        if host == "127.0.0.2":
            return not self.is_fenced
        return (self.promoted_at is not None and time.monotonic() >= self.promoted_at)

    def serve(self, host, request):
        with self.lock:
            path, _, query = request["target"].partition("?")
            if host == "127.0.0.2" and self.is_broken:
                return "reset"
            if host == "127.0.0.3" and self.running["app-dr"] == 0:
                return (503, [], b"")
            if path == "/write":
                if not self.is_writable(host):
                    return (503, [], b"")
                self.rows[host].add(query)
                if host == "127.0.0.2" and self.replicates:
                    self.rows["127.0.0.3"].add(query)
                return (200, [], b"")
            if path == "/read" and query:
                return (200 if query in self.rows[host] else 404, [], b"")
            return (200, [], b"")

    # ---- The APIs

    def answer(self, request):
        with self.lock:
            name, handler, words = self.operation(request)
            self.log.append(name)
            trouble = self.faults.get(name, [])
            if trouble:
                how = trouble.pop(0)
                if how == "lost":
                    handler(words)
                    return "reset"
                return how
            return handler(words)

    def operation(self, request):
        target = request["headers"].get("x-amz-target")
        if target:
            name = target.rsplit(".", 1)[1]
            return name, getattr(self, "do_" + name), json_text.loads(request["body"])
        if request["target"].startswith("/experiment"):
            return self.experiment_operation(request)
        if "/2013-04-01/" in request["target"]:
            if request["target"].startswith("/2013-04-01/change/"):
                return "GetChange", self.do_GetChange, {}
            if "/healthcheck/" in request["target"]:
                return "GetHealthCheckStatus", self.do_GetHealthCheckStatus, {}
            name = "ListResourceRecordSets" if request["method"] == "GET" else "ChangeResourceRecordSets"
            return name, getattr(self, "do_" + name), request["body"]
        words = {key: values[0] for key, values in parse_qs(request["body"]).items()}
        return words["Action"], getattr(self, "do_" + words["Action"]), words

    # The Fault Injection Service: one template, whose experiments take the application away until they are stopped.

    def experiment_operation(self, request):
        what, _, identifier = request["target"].strip("/").partition("/")
        if what == "experimentTemplates":
            return "GetExperimentTemplate", self.do_GetExperimentTemplate, identifier
        names = {"POST": "StartExperiment", "GET": "GetExperiment", "DELETE": "StopExperiment"}
        name = names[request["method"]]
        words = json_text.loads(request["body"]) if name == "StartExperiment" else identifier
        return name, getattr(self, "do_" + name), words

    def experiment(self, token):
        number = list(self.experiments).index(token) + 1
        return json(200, json_text.dumps({"experiment": {
            "id": f"EXP{number}", "experimentTemplateId": "EXTbreak",
            "state": {"status": self.experiments[token], "reason": "as asked"}}}))

    @staticmethod
    def not_found():
        return json(404, json_text.dumps({"message": "no such thing"}), "x-amzn-ErrorType: ResourceNotFoundException:x")

    def do_GetExperimentTemplate(self, identifier):
        if identifier != "EXTbreak":
            return self.not_found()
        return json(200, json_text.dumps({"experimentTemplate": {
            "id": identifier, "description": "Takes it away", "actions": {"away": {"actionId": "aws:x:y"}},
            "stopConditions": [{"source": "none"}]}}))

    def do_StartExperiment(self, words):
        if words["experimentTemplateId"] != "EXTbreak":
            return self.not_found()
        if words["clientToken"] not in self.experiments:
            self.experiments[words["clientToken"]] = "running"
            self.is_broken = True
        return self.experiment(words["clientToken"])

    def do_GetExperiment(self, identifier):
        return self.experiment(list(self.experiments)[int(identifier.removeprefix("EXP")) - 1])

    def do_StopExperiment(self, identifier):
        token = list(self.experiments)[int(identifier.removeprefix("EXP")) - 1]
        self.experiments[token] = "stopped"
        self.is_broken = False
        return self.experiment(token)

    def do_DescribeAlarms(self, words):
        name = words["AlarmNames.member.1"]
        members = f"<member><AlarmName>{name}</AlarmName><StateValue>{self.alarms[name]}</StateValue></member>" \
            if name in self.alarms else ""
        return xml(200, f"<DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms>{members}</MetricAlarms>"
                        "</DescribeAlarmsResult></DescribeAlarmsResponse>")

    def do_GetCallerIdentity(self, _):
        return xml(200, f"<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::{self.number}:user/drill"
                        f"</Arn><UserId>A</UserId><Account>{self.number}</Account></GetCallerIdentityResult>"
                        "</GetCallerIdentityResponse>")

    def do_ListResourceRecordSets(self, _):
        return xml(200, f"<ListResourceRecordSetsResponse {R53}><ResourceRecordSets><ResourceRecordSet><Name>"
                        "app.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z</HostedZoneId><DNSName>"
                        f"{self.target}.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>"
                        "</ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems>"
                        "</ListResourceRecordSetsResponse>")

    def do_ChangeResourceRecordSets(self, body):
        self.target = re.search(r"<DNSName>(.*?)</DNSName>", body).group(1)
        self.change += 1
        return xml(200, f"<ChangeResourceRecordSetsResponse {R53}><ChangeInfo><Id>/change/C{self.change}</Id><Status>"
                        "PENDING</Status><SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo>"
                        "</ChangeResourceRecordSetsResponse>")

    def do_GetChange(self, _):
        return xml(200, f"<GetChangeResponse {R53}><ChangeInfo><Id>/change/C{self.change}</Id><Status>INSYNC</Status>"
                        "<SubmittedAt>2026-01-01T00:00:00Z</SubmittedAt></ChangeInfo></GetChangeResponse>")

    def do_GetHealthCheckStatus(self, _):
        status = "Failure" if self.is_broken else "Success: HTTP Status Code 200, OK"
        return xml(200, f"<GetHealthCheckStatusResponse {R53}><HealthCheckObservations><HealthCheckObservation><Region>"
                        f"us-west-1</Region><StatusReport><Status>{status}</Status></StatusReport>"
                        "</HealthCheckObservation></HealthCheckObservations></GetHealthCheckStatusResponse>")

    def do_DescribeServices(self, words):
        name = words["services"][0]
        return json(200, json_text.dumps({"services": [{
            "serviceName": name, "status": "ACTIVE", "desiredCount": self.running[name],
            "runningCount": self.running[name]}], "failures": []}))

    def do_UpdateService(self, words):
        if words["service"] == "app" and self.is_broken:
            return "reset"
        self.running[words["service"]] = words["desiredCount"]
        return json(200, json_text.dumps({"service": {"serviceName": words["service"], "status": "ACTIVE",
                                                      "desiredCount": words["desiredCount"], "runningCount": 0}}))

    def do_DescribeDBInstances(self, words):
        name = words["DBInstanceIdentifier"]
        status, source = "available", ""
        if name == "orders-dr" and not self.is_writable("127.0.0.3"):
            status = "available" if self.promoted_at is None else "modifying"
            source = ("<ReadReplicaSourceDBInstanceIdentifier>arn:aws:rds:us-east-1:1:db:orders"
                      "</ReadReplicaSourceDBInstanceIdentifier>")
        return xml(200, "<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>"
                        f"<DBInstanceIdentifier>{name}</DBInstanceIdentifier><DBInstanceStatus>{status}"
                        f"</DBInstanceStatus>{source}</DBInstance></DBInstances></DescribeDBInstancesResult>"
                        "</DescribeDBInstancesResponse>")

    def do_PromoteReadReplica(self, _):
        if self.promoted_at is not None:
            return xml(400, "<ErrorResponse><Error><Code>InvalidDBInstanceState</Code></Error></ErrorResponse>")
        self.promoted_at = time.monotonic() + PROMOTION_S
        return xml(200, "<PromoteReadReplicaResponse><PromoteReadReplicaResult/></PromoteReadReplicaResponse>")

    def do_RevokeSecurityGroupIngress(self, _):
        if self.is_broken:
            return "reset"
        self.is_fenced = True
        return xml(200, "<RevokeSecurityGroupIngressResponse><return>true</return></RevokeSecurityGroupIngressResponse>")

    def do_DescribeTargetHealth(self, _):
        return xml(200, "<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions><member>"
                        "<Target><Id>10.0.0.1</Id></Target><TargetHealth><State>healthy</State></TargetHealth></member>"
                        "</TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>")

    def do_Publish(self, words):
        self.published.append(words["Message"])
        return xml(200, "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>")
