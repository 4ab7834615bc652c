"""The server of files does not answer."""


class StorageAwayError(Exception):
    """It does not answer, or refuses us. No OSError: a file that is not there is another matter, and no reason to wait.

    A job that ends with it is tried again (see cms.operations.worker.task_runner); a request is answered 503.
    """
