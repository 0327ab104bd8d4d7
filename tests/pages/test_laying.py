import pickle

from factsheet.pages.laying import Layer


def test_what_was_laid_is_read_in_any_order_and_between() -> None:
    with Layer() as layer:
        first, nothing = layer.lay("<p>één</p>".encode()), layer.lay(b"")
        assert first.decode() == "<p>één</p>"
        second = layer.lay(b"two")
        assert [one.decode() for one in (second, nothing, first)] == ["two", "", "<p>één</p>"]


def test_sent_to_another_process_it_is_the_bytes() -> None:
    with Layer() as layer:
        layer.lay(b"before")
        sent = pickle.dumps(layer.lay(b"two"))
    assert pickle.loads(sent) == b"two"
