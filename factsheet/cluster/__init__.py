"""Shares of a site made on several machines, by an engine that runs already: dask.distributed.

The library is loaded when a build asks for a cluster. A worker that is killed costs time and
nothing else: the scheduler gives its shares to others, and what they need is sent again.
"""

from factsheet.cluster.crews import Cluster
from factsheet.cluster.hiring import hired

__all__ = ["Cluster", "hired"]
