"""Language: told from the words, not from the names in them."""

from __future__ import annotations

import pytest

from goodoffices.read.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks resumed in Cairo.", "en"),
        ("Hamas rejects plan", "en"),
        ("U.S.-Iran talks in Oman", "en"),
        ("Houthi delegation arrives in Muscat", "en"),
        ("Les négociations ont repris au Caire mardi, ont indiqué des responsables des deux délégations.", "fr"),
        ("Las delegaciones se reunieron en La Habana y acordaron seguir hablando de la tierra.", "es"),
        ("Переговоры возобновились в Каире во вторник.", "ru"),
        ("المفاوضات في القاهرة مستمرة منذ يوم الثلاثاء", "ar"),
        ("和平谈判星期二在开罗恢复", "zh"),
        ("123 456", "und"),
        ("", "und"),
        ("A", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    """Short headlines in English stay English; other languages and wordless texts are told apart."""
    assert detect_language(text) == language


def test_a_long_text_is_sampled() -> None:
    """The beginning, the middle and the end decide, so the time does not grow with the length."""
    assert detect_language("Die Gespräche gehen in Genf weiter, sagte der Vermittler. " * 50_000) == "de"
