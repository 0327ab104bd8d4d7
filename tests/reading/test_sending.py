import pickle
from pathlib import Path

from factsheet.reading import look, read_file

ROOT = Path(__file__).resolve().parents[2]


def test_every_file_of_this_repository_is_sent_unchanged() -> None:
    """Files are read in several processes."""
    for file in look(ROOT).records:
        made = read_file(ROOT, file)
        assert pickle.loads(pickle.dumps(made)) == made
