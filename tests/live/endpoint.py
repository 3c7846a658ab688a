# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
"""The other side of the live driver: an HTTP server on loopback that answers from a script, and misbehaves."""
import socket
import ssl
import struct
import subprocess
import threading
import time

RESET = struct.pack("ii", 1, 0)


def xml(status, body, *headers):
    return (status, ["Content-Type: text/xml", *headers], body.encode())


def json(status, body, *headers):
    return (status, ["Content-Type: application/x-amz-json-1.1", *headers], body.encode())


class Endpoint:
    """`answer(request)` gives (status, headers, body), or a word for misbehaviour: hang, reset, close, half, drip.

    A request is a dictionary: method, target, headers (lower-case names), body. All of them are kept in
    `requests`; `connections` counts how many were opened.
    """

    def __init__(self, answer, context=None, host="127.0.0.1", port=0):
        self.answer = answer
        self.context = context
        self.requests = []
        self.connections = 0
        self.listener = socket.create_server((host, port))
        self.port = self.listener.getsockname()[1]
        self.is_over = threading.Event()
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def url(self):
        return f"{'https' if self.context else 'http'}://localhost:{self.port}"

    def close(self):
        self.is_over.set()
        self.listener.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            with connection:
                while self.exchange(connection):
                    pass
        except (OSError, ssl.SSLError):
            pass

    def exchange(self, connection):
        request = self.read(connection)
        if request is None:
            return False
        self.requests.append(request)
        answer = self.answer(request)
        if isinstance(answer, str):
            self.misbehave(connection, answer)
            return False
        status, headers, body = answer
        head = "\r\n".join([f"HTTP/1.1 {status} X", *headers, f"Content-Length: {len(body)}", "", ""])
        connection.sendall(head.encode() + body)
        return True

    def misbehave(self, connection, how):
        if how == "hang":
            self.is_over.wait(30)
        elif how == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            connection.close()
        elif how == "half":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        elif how == "garbage":
            connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
        elif how == "drip":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while not self.is_over.wait(0.05):
                connection.sendall(b"x")

    @staticmethod
    def read(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return None
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        while len(body) < int(headers.get("content-length", "0")):
            body += connection.recv(65536)
        return {"method": method, "target": target, "headers": headers, "body": body.decode()}


def closed_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def make_certificate(folder, name="localhost"):
    """A certificate that signs itself; gives (path, context of a server)."""
    path = folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                    "2", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", path, "-out",
                    folder / f"{name}.crt"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.crt", path)
    return folder / f"{name}.crt", context


def wait_until(condition, seconds=5):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()
