"""Topics of the platform on a broker: made once, never altered here."""

from loan_servicekit.broker.topics import PARTITIONS as PARTITIONS
from loan_servicekit.broker.topics import create_topics as create_topics
