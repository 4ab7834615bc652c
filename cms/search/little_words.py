"""Words that say little of what is searched for: they are not asked for, and hardly weigh.

Vietnamese ones as exact keys' spellings, so that "đã" is one and "đá" is not; of those who type without accents only
the few that hardly mean anything else.
"""

from functools import cache

from cms.search.words import Word, exact_key

VIETNAMESE = (
    "ai anh bao bị bởi các cái chị cho chúng có cũng của dù đã đang để đến đều đó đây được em gì hay hoặc họ khi không "
    "là làm lại mà mình mỗi muốn một nào này nên nếu nhé nhiêu như những nó ở phải ra rằng rồi sao sau sẽ tại ta theo "
    "thế thì tôi trên trong từ từng và vậy vẫn về vì với vào xin"
)
WITHOUT_ACCENTS = "ai bao cac cua duoc gi hoac khi la nao nay neu nhieu nhu nhung rang roi se thi toi va vay voi xin"
ENGLISH = (
    "a about am an and any are as at be been but by can could do does for from had has have how i if in is it its may "
    "me my no not of on or our shall should so than that the their them there these they this to us was we were what "
    "when where which who why will with would you your"
)


@cache
def _keys(text: str) -> frozenset[str]:
    return frozenset(exact_key(word) for word in text.split())


def is_little(word: Word, language: str, *, is_accented: bool) -> bool:
    """Whether a word says little; `is_accented` is whether its query is typed with accents."""
    if language == "en":
        return word.exact in _keys(ENGLISH)
    return word.exact in _keys(VIETNAMESE if is_accented else WITHOUT_ACCENTS)
