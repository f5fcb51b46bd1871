"""Which languages can be proofread here, and what to install for the others."""

from pathlib import Path

from core.exchange.languages import proofreading
from core.settings import CHOICES


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.dic").touch()
        (folder / f"{name}.aff").touch()


def test_english_needs_no_dictionary(tmp_path: Path) -> None:
    found = proofreading((tmp_path,))
    assert found.state == "English can be proofread here."
    assert found.remedy == (
        "For German, French and Spanish, install Hunspell dictionaries, such as hunspell-de-de, "
        "hunspell-fr and hunspell-es, then start Afterword anew."
    )


def test_what_is_installed_counts_whichever_country_it_is_of(tmp_path: Path) -> None:
    lay(tmp_path, "de_AT", "es_MX")
    found = proofreading((tmp_path,))
    assert found.state == "English, German and Spanish can be proofread here."
    assert found.remedy == (
        "For French, install a Hunspell dictionary, such as hunspell-fr, then start Afterword anew."
    )


def test_nothing_is_asked_for_where_all_are_there(tmp_path: Path) -> None:
    lay(tmp_path, "de_DE", "fr", "es_ES")
    found = proofreading((tmp_path,))
    assert found.remedy == ""
    assert {each.code for each in found.read} == set(CHOICES["letter_language"])
