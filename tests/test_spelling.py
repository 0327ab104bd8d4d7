"""The name that somebody may have meant."""

from factsheet.spelling import nearest, suggestion

KNOWN = ("ferromex", "eagle-pass", "el-paso")


def test_a_slip_is_recognised() -> None:
    assert nearest("ferumex", KNOWN) == "ferromex"
    assert suggestion("ferumex", KNOWN) == "did you mean `ferromex`?"


def test_nothing_near_is_nothing() -> None:
    assert nearest("washington", KNOWN) is None
    assert suggestion("washington", ()) == ""


def test_the_answer_does_not_hang_on_the_order() -> None:
    assert nearest("aa", ("ab", "ac")) == nearest("aa", ("ac", "ab"))
