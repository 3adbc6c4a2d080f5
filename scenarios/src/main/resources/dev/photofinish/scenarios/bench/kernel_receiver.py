# Answers every request 200 at once and has the kernel stamp the arrival of the byte that completed it, which Java cannot.
# Prints its port first; when its standard input ends, one line a request: its path and the time in nanoseconds.
import re
import selectors
import socket
import struct
import sys

SO_TIMESTAMPNS = 35  # Linux
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


def stamp(ancillary):
    for _, kind, data in ancillary:
        if kind == SO_TIMESTAMPNS:
            seconds, nanos = struct.unpack("qq", data[:16])
            return seconds * 10**9 + nanos
    raise SystemExit("this kernel does not stamp what arrives")


def is_complete(request):
    head = request.find(b"\r\n\r\n")
    length = LENGTH.search(request[:head]) if head >= 0 else None
    return head >= 0 and len(request) >= head + 4 + (int(length.group(1)) if length else 0)


listening = socket.socket()
listening.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)  # connections inherit it
listening.bind(("127.0.0.1", 0))
listening.listen(50)
print(listening.getsockname()[1], flush=True)

selector = selectors.DefaultSelector()
selector.register(listening, selectors.EVENT_READ)
selector.register(sys.stdin, selectors.EVENT_READ)
requests, arrivals = {}, []
asked_to_end = False
while not asked_to_end:
    for key, _ in selector.select():
        if key.fileobj is sys.stdin:
            asked_to_end = True
        elif key.fileobj is listening:
            connection, _ = listening.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(connection, selectors.EVENT_READ)
            requests[connection] = b""
        else:
            connection = key.fileobj
            try:
                data, ancillary, _, _ = connection.recvmsg(65536, 256)
            except ConnectionError:
                data = b""
            if not data:
                selector.unregister(connection)
                connection.close()
                continue
            requests[connection] += data
            if is_complete(requests[connection]):
                arrivals.append((requests[connection].split(b" ", 2)[1].decode(), stamp(ancillary)))
                requests[connection] = b""
                connection.sendall(ANSWER)
for path, nanos in arrivals:
    print(path, nanos)
