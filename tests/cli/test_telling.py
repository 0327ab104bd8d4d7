from factsheet.cli.telling import tally
from factsheet.diagnostics import Diagnostic, Place

ERROR = Diagnostic("a-rule", "a message", Place("f"))
WARNING = Diagnostic("a-rule", "a message", Place("f"), severity="warning")


def test_tally_counts_errors_and_warnings() -> None:
    assert tally(()) == "0 errors, 0 warnings"
    assert tally((ERROR, WARNING, WARNING)) == "1 error, 2 warnings"


def test_tally_tells_of_what_is_accepted_when_there_is_any() -> None:
    assert tally((WARNING,), 3) == "0 errors, 1 warning, 3 accepted"
