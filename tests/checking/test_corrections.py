"""The lines that a silent change proposes; tests/cases/ has the messages."""

from pathlib import Path

from msgspec.structs import replace

from factsheet.examining import examine
from factsheet.releases import as_json
from factsheet.releasing import release_of
from tests.casefiles import laid_over_base


def changed_site(folder: Path) -> Path:
    """Return a folder whose claim had another sentence at its release."""
    laid_over_base([], folder)
    site = examine(folder).site
    assert site is not None
    release = release_of(site)
    first, *others = release.claims
    before = replace(release, claims=(replace(first, claim='It "said": nothing.'), *others))
    (folder / "released.json").write_text(as_json(before), encoding="utf-8")
    return folder


def with_lines(folder: Path, lines: str) -> list[str]:
    """Return the rules that the site breaks with these lines in its first claim."""
    claims = folder / "content/claims/harbour.yaml"
    before = claims.read_text(encoding="utf-8")
    indented = "".join(f"  {line}\n" for line in lines.splitlines())
    claims.write_text(before.replace("  cites:\n", f"{indented}  cites:\n", 1), encoding="utf-8")
    rules = [fault.rule for fault in examine(folder).diagnostics]
    claims.write_text(before, encoding="utf-8")
    return rules


def test_proposed_lines_pass_only_when_they_are_filled_in(tmp_path: Path) -> None:
    folder = changed_site(tmp_path)
    (fault,) = examine(folder).diagnostics
    assert fault.rule == "changed-without-correction"
    assert with_lines(folder, fault.mend) == ["bad-date", "bad-value"]
    dated = fault.mend.replace("YYYY-MM-DD", "2024-04-02")
    assert with_lines(folder, dated) == ["bad-value"]
    assert with_lines(folder, f"{dated} The article says more.") == []
