"""Reading many documents side by side, on an executor of the standard library's kind."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from typing import Self, TypeVar

from pipelines.derive.documents.apart import read_safely
from pipelines.derive.documents.ocr import Ocr
from pipelines.derive.documents.text import DocumentText, Limits

Key = TypeVar("Key")


class Workers:
    """Reads documents, each in a process with limits; a document that ends its process costs nothing but itself.

    An executor only says where `read_safely` is called. By default that is a thread for each core, which waits for its
    process. Any executor with the interface of concurrent.futures will do, one that runs on many machines
    (`dask.distributed.Client.get_executor()`) too.
    """

    def __init__(
        self, executor: Executor | None = None, *, limits: Limits | None = None, ocr: Ocr | None = None
    ) -> None:
        self._is_own = executor is None
        self._executor = executor or ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="documents")
        self._limits = limits
        self._ocr = ocr

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """An executor that was handed in is left running: it is its maker's."""
        if self._is_own:
            self._executor.shutdown(cancel_futures=True)

    def read(self, body: bytes, *, name: str = "") -> "Future[DocumentText]":
        return self._executor.submit(read_safely, body, name=name, limits=self._limits, ocr=self._ocr)

    def read_all(
        self, files: Iterable[tuple[Key, str, bytes]], *, ahead: int = 8
    ) -> Iterator[tuple[Key, DocumentText]]:
        """The documents of (key, name, bytes), each as soon as it was read.

        Takes no more than `ahead` files before it hands on a result: an archive's documents don't fit into memory.
        """
        waiting: dict[Future[DocumentText], Key] = {}
        for key, name, body in files:
            waiting[self.read(body, name=name)] = key
            if len(waiting) >= ahead:
                yield from _done(waiting)
        while waiting:
            yield from _done(waiting)


def _done(waiting: "dict[Future[DocumentText], Key]") -> Iterator[tuple[Key, DocumentText]]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), future.result()
