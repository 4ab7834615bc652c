"""The models of this room, where Django looks for them; each has a file of its own."""

from cms.operations.links.address import AddressUse, LinkedAddress
from cms.operations.start.finished_step import FinishedStep
from cms.operations.worker.lease import Lease
from cms.operations.worker.pulse import WorkerPulse
from cms.operations.worker.stored_mark import StoredMark

__all__ = ["AddressUse", "FinishedStep", "Lease", "LinkedAddress", "StoredMark", "WorkerPulse"]
