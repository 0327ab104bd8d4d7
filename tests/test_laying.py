import gc
import pickle

from factsheet.laying import Layer


def test_what_was_laid_is_read_in_any_order_and_between() -> None:
    layer = Layer()
    first, nothing = layer.lay("<p>één</p>".encode()), layer.lay(b"")
    assert first.decode() == "<p>één</p>"
    second = layer.lay(b"two")
    assert [one.decode() for one in (second, nothing, first)] == ["two", "", "<p>één</p>"]


def test_what_was_laid_outlives_the_layer() -> None:
    """Nothing warns of a file that was not closed either."""
    laid = Layer().lay(b"one")
    gc.collect()
    assert bytes(laid) == b"one"
    del laid
    gc.collect()


def test_sent_to_another_process_it_is_the_bytes() -> None:
    layer = Layer()
    layer.lay(b"before")
    sent = pickle.dumps(layer.lay(b"two"))
    assert pickle.loads(sent) == b"two"
