"""Editors see whole articles, whatever the record lets readers see, and each file as it is made."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factsheet.model import Output, Site
from factsheet.pages import setting
from factsheet.preview.editions import Edition, Unmade, at_root, showing
from factsheet.producing import Press, produce
from factsheet.rendering import load_theme
from tests.sites import small_site


def edition(site: Site, folder: Path, before: Edition | None = None) -> Edition:
    return Edition(folder, site, load_theme(folder / "templates"), before)


def itself(output: Output) -> Output:
    return output


def test_an_edition_has_every_file_of_a_build(tmp_path: Path) -> None:
    """But for articles, which are whole, and where the host's root is."""
    site = small_site("https://bridge.example/")
    made = edition(site, tmp_path)
    press = Press(site, load_theme(), setting(site))
    built = {file.path: file.body for file in produce(press, itself)}
    assert set(made) == set(built)
    assert len(made) == len(built)
    other = {path for path in built if made[path] != built[path]}
    assert {path.partition("/")[0] for path in other} == {"sources"}


def test_a_file_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    made = edition(small_site(), tmp_path)
    assert "index.html" in made
    assert "claims/nowhere.html" not in made
    assert "data/nothing.json" not in made
    assert "data/claims.json" in made
    assert made["index.html"] is made["index.html"]
    with pytest.raises(KeyError):
        made["claims/nowhere.html"]


def test_only_the_source_that_is_looked_at_is_shown_whole() -> None:
    site = small_site()
    path = f"sources/{next(iter(site.sources))}.html"
    shown = [source.record.display for source in showing(path, site).sources.values()]
    assert shown.count("full") == 1
    assert showing("index.html", site) is site


def test_a_template_that_cannot_be_used_is_told_where_the_page_would_be(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/about.html").write_text("{{ page.nothing }}", "utf-8")
    made = edition(small_site(), tmp_path)
    assert made["index.html"]
    with pytest.raises(Unmade) as told:
        made["about.html"]
    assert (told.value.fault.rule, told.value.fault.line) == ("bad-template", 1)


def test_samples_try_every_template_that_the_site_has_a_page_for(tmp_path: Path) -> None:
    samples = set(edition(small_site(), tmp_path).samples())
    folders = {path.rpartition("/")[0] for path in samples} - {""}
    assert folders == {"claims", "entities", "sources", "topics"}
    assert {"index.html", "404.html", "audit.html", "figures.html"} <= samples


def test_an_edition_of_the_same_site_looks_the_same(tmp_path: Path) -> None:
    site = small_site()
    first = edition(site, tmp_path)
    assert edition(site, tmp_path, first) == first
    named = replace(site, record=replace(site.record, title="Another"))
    assert edition(named, tmp_path, first) != first
    assert first != dict(first)


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://bridge.example/", "https://bridge.example/"),
        ("https://news.example/desk/bridge/", "https://news.example/"),
        ("", ""),
    ],
)
def test_the_preview_stands_at_the_root_of_its_host(base_url: str, expected: str) -> None:
    assert at_root(small_site(base_url)).record.base_url == expected
