"""What a site keeps when claims come in place of others is what linking all of them comes to."""

import random

import pytest
from msgspec.structs import replace

from factsheet.linking.exchanges import citations_by_source, exchange
from factsheet.model import Claim
from tests.sites import small_site


def variants() -> list[dict[str, Claim]]:
    """Return the claims of the small site, each of them there, changed or not there."""
    chosen, site = random.Random(0), small_site()
    made = []
    for _ in range(20):
        claims = {}
        for id, claim in site.claims.items():
            cites = claim.cites[: chosen.randint(1, len(claim.cites))]
            other = replace(claim, cites=cites)
            if (one := chosen.choice((claim, claim, other, None))) is not None:
                claims[id] = one
        made.append(claims)
    return made


def test_what_is_the_same_object_is_not_exchanged() -> None:
    claims = dict(small_site().claims)
    first, *_ = claims
    other = replace(claims[first])
    found = exchange(claims, {**claims, first: other})
    assert found.gone[0] is claims[first]
    assert found.come[0] is other
    assert (len(found.gone), len(found.come)) == (1, 1)
    assert found.topics == set(other.record.topics)
    assert exchange(claims, claims) == exchange({}, {})


@pytest.mark.parametrize("then", variants())
def test_sources_are_cited_by_what_is_there(then: dict[str, Claim]) -> None:
    site = small_site()
    for now in variants():
        before = replace(site, claims=then)
        before = replace(before, cited_by=citations_by_source(site.sources, exchange({}, then)))
        taken_over = citations_by_source(site.sources, exchange(then, now), before)
        assert taken_over == citations_by_source(site.sources, exchange({}, now))
