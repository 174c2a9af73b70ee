"""A line to a database server that can be cut, refuse whoever calls, or fall silent; the server itself is left alone."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

RESET = struct.pack("ii", 1, 0)
"""Option of a socket by which closing it is a reset, as when a server dies."""


class Proxy:
    """Forwards what is sent to its port."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._flows = threading.Event()
        self._flows.set()
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = self._listen(0)
        self.port: int = self._listener.getsockname()[1]

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Cut all lines and refuse new ones."""
        self.close()
        try:
            yield
        finally:
            self._listener = self._listen(self.port)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Take what is sent, and new lines, and answer nothing."""
        self._flows.clear()
        try:
            yield
        finally:
            self._flows.set()

    def close(self) -> None:
        """Cut all lines."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # lets the thread that waits for callers end
        self._listener.close()
        with self._lock:
            ends, self._ends = self._ends, []
        for end in ends:
            with suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                caller, _address = listener.accept()
            except OSError:
                return
            callee = socket.create_connection(self._server)
            with self._lock:
                self._ends += [caller, callee]
            for ends in ((caller, callee), (callee, caller)):
                threading.Thread(target=self._forward, args=ends, daemon=True).start()

    def _forward(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                self._flows.wait()
                target.sendall(data)
        self._flows.wait()
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
