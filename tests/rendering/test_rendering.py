import ast
import os
import pickle
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import html5lib
import jinja2
import pytest
from msgspec.structs import replace

from factsheet.model import Name, RelationRecord, Review, Sic, Site, Topic
from factsheet.pages import claim_pages, setting
from factsheet.rendering import (
    FILTERS,
    BrokenTemplate,
    assets,
    bare,
    card,
    count,
    load_theme,
    render,
    sentence,
)
from tests.pages.making import every_page
from tests.sites import day, small_site

ROOT = Path(__file__).resolve().parents[2]

MAY_MAKE_MARKUP = {
    "factsheet/markup/__init__.py",
    "factsheet/pages/marks.py",
    "factsheet/rendering/parts.py",
}
"""The only modules that make HTML out of text (R-301)."""

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'"
)


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """Return the HTML of every page of the small site by its path."""
    theme = load_theme()
    site = small_site("https://bridge.example/facts/")
    outputs = [render(page, theme) for page in every_page(site, theme)]
    return {output.path: output.body.decode() for output in outputs}


def rich_site() -> Site:
    """Return the small site with everything that a page can show and the small one does not."""
    site = small_site("https://bridge.example/")
    claims, topic = dict(site.claims), site.topics["bridge"]
    chamber = site.entities["santa-rita-chamber"]
    gazette, post = site.sources.values()
    gazette = replace(gazette, record=replace(gazette.record, display="none", license="CC0-1.0"))
    place = post.record.place
    post = replace(
        post,
        record=replace(
            post.record,
            author=(Name("Ruiz", "Ana"),),
            url_status="dead",
            archive_url="https://archive.example/1",
            archive_date=day("2024-03-09"),
            quotes_reliable=False,
            language="es",
            via=(chamber.id,),
            sic=(Sic("river rose", "water rose", "so others say", place),),
            note="A *note*.",
            display="full",
        ),
    )
    entity = replace(
        chamber,
        as_of=day("2024-03-01"),
        same_as=("https://www.example.org/chamber",),
        coordinates=(Decimal(1), Decimal(2)),
        description="It trades.",
    )
    closing = claims["bridge-closing"]
    cited = replace(closing.cites[0], source=post, via=(entity, entity))
    citation = replace(cited, record=replace(cited.record, relation="disputes", note="Hm."))
    relation = RelationRecord("disputes", "bridge-losses", place, "they differ")
    record = replace(
        closing.record,
        claim="The [bridge](topics/bridge.html) closed.",
        note="Seen.",
        relations=(relation,),
    )
    claims["bridge-closing"] = replace(closing, record=record, cites=(citation,), about=(entity,))
    child = replace(
        topic.record, id="arch", parent="bridge", reviewed=Review("", day("2024-03-09"))
    )
    return replace(
        site,
        record=replace(site.record, repository="https://code.example/bridge"),
        claims=claims,
        sources={gazette.id: gazette, post.id: post},
        topics={"bridge": topic, "arch": Topic(child, ())},
        entities={entity.id: entity},
    )


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [(element.tag, dict(element.items())) for element in tree.iter()]


def own(folder: Path, name: str, text: str) -> Path:
    """Write a site's own template and return the folder of all of them."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def first_page(folder: Path | None) -> str:
    theme = load_theme(folder)
    (page,) = (page for page in every_page(small_site()) if page.path == "index.html")
    return render(page, theme).body.decode()


def broken(folder: Path) -> BrokenTemplate:
    with pytest.raises(BrokenTemplate) as caught:
        first_page(folder)
    return caught.value


def test_the_same_page_gives_the_same_bytes() -> None:
    """R-520: also from a theme that was loaded anew."""
    first, second = (
        [render(page, theme) for page in every_page(small_site(), theme)]
        for theme in (load_theme(), load_theme())
    )
    assert first == second


def test_a_page_is_the_same_whatever_was_rendered_before_it() -> None:
    """R-520: what is rendered once and joined never comes from another page or another site."""
    theme = load_theme()
    for site in (small_site("https://bridge.example/facts/"), rich_site(), small_site()):
        fresh = load_theme()
        pages = list(every_page(site, fresh))
        alone = [render(page, fresh) for page in pages]
        assert [render(page, theme) for page in pages] == alone
        assert [render(page, theme) for page in reversed(pages)] == alone[::-1]


def test_every_page_has_one_heading_and_the_policy(bodies: dict[str, str]) -> None:
    for html in bodies.values():
        found = elements(html)
        assert html.startswith("<!doctype html>\n")
        assert [tag for tag, _ in found].count("h1") == 1
        policies = [a["content"] for tag, a in found if a.get("http-equiv")]
        assert policies == [CSP]
        assert found[0][1]["lang"] == "en"


def test_headings_leave_no_level_out(bodies: dict[str, str]) -> None:
    for path, html in bodies.items():
        levels = [int(tag[1]) for tag, _ in elements(html) if tag in ("h1", "h2", "h3", "h4")]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_no_page_holds_script_or_inline_style(bodies: dict[str, str]) -> None:
    """R-701."""
    for html in bodies.values():
        for tag, attributes in elements(html):
            assert tag not in ("script", "style", "iframe", "object", "base")
            assert not any(name == "style" or name.startswith("on") for name in attributes)


def test_ids_are_unique_and_the_templates_own_hold_an_underscore(bodies: dict[str, str]) -> None:
    """R-204."""
    records = {"bridge-closing", "bridge-losses", "bridge-opening"}
    for html in bodies.values():
        ids = Counter(a["id"] for _, a in elements(html) if "id" in a)
        assert max(ids.values()) == 1
        assert all("_" in one or one.rpartition("-")[0] in records or one in records for one in ids)


def test_links_inside_the_site_lead_somewhere(bodies: dict[str, str]) -> None:
    outputs = {*bodies, "feed.xml", "corrections.xml", "manifest.json"}
    outputs |= {"data/claims.json", "data/sources.json", "data/figures.csv"}
    outputs |= {output.path for output in assets(load_theme())}
    for path, html in bodies.items():
        for _, attributes in elements(html):
            href = attributes.get("href", "")
            if path == "404.html" or ":" in href or not href:
                continue
            target, _, anchor = href.partition("#")
            page = os.path.normpath(str(Path(path).parent / target)) if target else path
            assert page in outputs, (path, href)
            assert not anchor or f'id="{anchor}"' in bodies[page], (path, href)


@pytest.mark.parametrize("site", [small_site(), rich_site()])
def test_everything_that_a_page_can_show_is_well_formed(site: Site) -> None:
    theme = load_theme()
    for page in every_page(site, theme):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree = parser.parse(render(page, theme).body.decode())
        assert tree.find(".//main") is not None


def test_a_source_of_which_only_the_reference_is_published_keeps_its_anchors() -> None:
    pages = {page.path: page for page in every_page(rich_site())}
    html = render(pages["sources/river-gazette.html"], load_theme()).body.decode()
    assert '<p id="bridge-opening-2">The words of this passage are not shown.</p>' in html
    assert "traffic to cross" not in html


def test_links_out_carry_rel(bodies: dict[str, str]) -> None:
    """R-702."""
    for html in bodies.values():
        for tag, attributes in elements(html):
            if tag == "a" and attributes["href"].startswith("http"):
                assert {"noopener", "noreferrer"} <= set(attributes["rel"].split())


def test_text_of_records_is_escaped(bodies: dict[str, str]) -> None:
    """R-301."""
    page = bodies["sources/river-gazette.html"]
    assert "<h1>Bridge &amp; river: what we know</h1>" in page
    assert "What is known of the flood &amp; the bridge." in bodies["index.html"]


def test_not_found_works_at_any_depth(bodies: dict[str, str]) -> None:
    links = [a["href"] for _, a in elements(bodies["404.html"]) if a.get("href", "#")[:1] == "/"]
    assert links
    assert all(link.startswith("/facts/") for link in links)


def test_assets_are_named_by_their_content(tmp_path: Path) -> None:
    """R-707."""
    packaged = {output.path for output in assets(load_theme())}
    changed = load_theme(own(tmp_path, "assets/style.css", "body{}"))
    style = [output for output in assets(changed) if output.path.startswith("assets/style.")]
    assert [output.body for output in style] == [b"body{}"]
    assert style[0].path not in packaged
    assert style[0].path in first_page(tmp_path)


def test_own_template_wins_and_can_extend_the_packaged_one(tmp_path: Path) -> None:
    text = '{% extends "default/home.html" %}{% block main %}{{ super() }}<p>Ours</p>{% endblock %}'
    html = first_page(own(tmp_path, "home.html", text))
    assert "<p>Ours</p>" in html
    assert html.replace("<p>Ours</p>", "") == first_page(None)


def test_digest_changes_with_any_file(tmp_path: Path) -> None:
    """R-508."""
    assert load_theme().digest == load_theme().digest
    assert load_theme(own(tmp_path, "new.html", "x")).digest != load_theme().digest


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("<p>\n{{ page.titel }}", 2, "titel"),
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("{{ asset('assets/gone.css') }}", 1, "gone.css"),
        ("{% include 'gone.html' %}", 1, "gone.html"),
        ('{% extends "home.html" %}', 1, "default/"),
        ("{{ page.counts.claims / 0 }}", 1, "zero"),
    ],
)
def test_a_fault_of_a_template_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    diagnostic = broken(own(tmp_path, "home.html", text)).diagnostic
    assert diagnostic.rule == "bad-template"
    assert diagnostic.place.file == "templates/home.html"
    assert diagnostic.place.line == line
    assert words in diagnostic.message


def test_a_fault_in_a_partial_names_the_partial(tmp_path: Path) -> None:
    folder = own(
        tmp_path,
        "partials/words.html",
        "{% macro source_lines(root, lines) %}\n{{ lines.nope }}{% endmacro %}",
    )
    assert broken(folder).diagnostic.place.file == "templates/partials/words.html"


def test_a_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_bytes(b"\xff")
    assert "not UTF-8" in broken(tmp_path).diagnostic.message


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_links_are_refused(tmp_path: Path, link: object) -> None:
    """R-401."""
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    assert callable(link)
    link(secret, tmp_path / "templates" / "home.html")
    assert broken(tmp_path / "templates").diagnostic.place.file == "templates/home.html"


def test_hidden_files_are_no_templates(tmp_path: Path) -> None:
    theme = load_theme(own(tmp_path, ".hidden.html", "x"))
    with pytest.raises(jinja2.TemplateNotFound):
        theme.environment.get_template(".hidden.html")


def test_a_card_carries_what_its_claims_page_shows() -> None:
    """What is joined into lists is what the claim's own page has, where it says the same."""
    theme = load_theme()
    for page in claim_pages(site := small_site(), setting(site), site.claims):
        grounds = bytes(card(page, theme).grounds)
        assert page.beside or grounds in render(page, theme).body


def test_a_fault_in_the_grounds_is_told_from_a_card_too(tmp_path: Path) -> None:
    folder = own(tmp_path, "partials/grounds.html", "<p>\n{{ claim.nope }}")
    site = small_site()
    page = next(claim_pages(site, setting(site), site.claims))
    for make in (card, render):
        with pytest.raises(BrokenTemplate) as caught:
            make(page, load_theme(folder))
        place = caught.value.diagnostic.place
        assert (place.file, place.line) == ("templates/partials/grounds.html", 2)


def test_autoescape_is_on_whatever_the_name() -> None:
    """R-301."""
    environment = load_theme().environment
    assert environment.autoescape is True
    assert environment.undefined is jinja2.StrictUndefined
    assert environment.bytecode_cache is None
    assert environment.from_string("{{ x }}").render(x="<&>") == "&lt;&amp;&gt;"
    again = (
        "{% set y %}{{ x }}{% endset %}{% macro m(z) %}{{ z }}{% endmacro %}{{ m(y) }}{{ x ~ y }}"
    )
    shown = environment.from_string(again).render(x="<'\"")
    assert shown == 3 * "&lt;&#39;&#34;"
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ x }}").render()


def test_only_listed_modules_make_markup() -> None:
    """R-301."""
    making = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "factsheet").rglob("*.py")
        if any(
            isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Markup"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert making == MAY_MAKE_MARKUP


def test_no_template_switches_escaping_off() -> None:
    """R-301."""
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text


def test_filters() -> None:
    assert {function.__name__ for function in FILTERS} <= set(load_theme().environment.filters)
    assert (count(1, "claim"), count(2041, "claim")) == ("1 claim", "2,041 claims")
    assert bare("https://www.a.example/b/?c=1#d") == "a.example/b/?c=1"
    assert bare("mailto:a@b.example") == "mailto:a@b.example"
    assert sentence("the year of the report") == "The year of the report."
    assert sentence("It says “so.”") == "It says “so.”"
    assert sentence("") == ""


def test_a_theme_can_be_sent(tmp_path: Path) -> None:
    """What arrives makes the same bytes."""
    theme = load_theme(own(tmp_path, "claim.html", "<p>{{ page.title }}</p>"))
    sent = pickle.loads(pickle.dumps(theme))
    assert (sent.digest, assets(sent)) == (theme.digest, assets(theme))
    for page in every_page(rich_site(), theme):
        assert render(page, sent) == render(page, theme)
