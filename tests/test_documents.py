"""The handout read back from its PDF: tags, title, language, pages, text, and nothing of the answers."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader


@pytest.fixture(scope="session")
def handout(built: Path) -> Path:
    return built / "documents" / "bridges-handout.pdf"


def test_it_is_tagged_and_says_what_it_is(handout: Path) -> None:
    with pikepdf.open(handout) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == "Your crossing"
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"


def test_it_has_the_worksheet_and_no_answers(handout: Path) -> None:
    reader = PdfReader(handout)
    text = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) <= 4
    for part in ("Your crossing", "Which river?", "What crosses", "How often", "mud", "rock", "Boots", "A tape"):
        assert part in text, part
    assert "1 of 2" in text and "enough words" not in text


def test_pages_are_a4_and_every_figure_has_its_alt_text(handout: Path) -> None:
    with pikepdf.open(handout) as pdf:
        for page in pdf.pages:
            assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
        alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "One arch over a line." in alts


def test_the_page_that_links_it_states_its_real_length(built: Path, handout: Path) -> None:
    overview = (built / "site/modules/bridges/index.html").read_text(encoding="utf-8")
    size = round(handout.stat().st_size / 1024)
    assert f"PDF, {len(PdfReader(handout).pages)} pages, {size} KB" in overview
