"""Languages are told apart by script and function words; too little text falls back on what is declared."""

import pytest

from dragoman.reading.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army said that it had freed the men and that they were on their way to the city after the talks.", "en"),
        (
            "El ejército dijo que los hombres fueron liberados y que están en camino a la ciudad después del acuerdo.",
            "es",
        ),
        ("Die Armee teilte mit, dass die Männer nach den Gesprächen frei sind und in die Stadt gebracht werden.", "de"),
        ("Армия сообщила, что они были освобождены и что после переговоров их отправили в город на автобусах.", "ru"),
        ("Армія повідомила, що їх було звільнено та що після переговорів вони їдуть до міста на автобусах.", "uk"),
        ("وقال الجيش إن الرجال أطلق سراحهم بعد المحادثات التي جرت في المدينة وقد عادوا إلى منازلهم مع عائلاتهم", "ar"),
        ("軍は協議の後に男性たちが解放されたと発表した。", "ja"),
        ("军方表示谈判之后这些人已经获释。", "zh"),
        ("צבא הודיע כי האנשים שוחררו לאחר השיחות", "he"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language(text) == code


def test_short_texts_take_the_declared_language() -> None:
    assert language("Rebels seize Goma airport") == "en"
    assert language("Ardana", "fr-FR") == "fr"


def test_the_text_is_believed_over_the_declaration() -> None:
    text = "The army said that it had freed the men and that they were on their way to the city after the talks."
    assert language(text, "de") == "en"
