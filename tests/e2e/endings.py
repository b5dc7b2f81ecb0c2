"""What a Kazakh or Uzbek word is a form of: the dictionaries of Debian know the words, not all their endings.

forms_of(CODE, WORD): words of which one must be known for WORD to be right, itself among them. Regular endings alone come off, in
the order in which they stand, each as it must be written after the letters before it: Kazakh жол-дар-ыңыз-дан is taken apart,
*жол-лар and *жол-дер are not. An ending of a verb comes off a verb alone: the verb's name must be known (Kazakh бар-саңыз: бару)
or another form of it (Uzbek бер-манг: бериш).

Endings are written with signs: a Latin capital is a sound that fits itself (the tables are in each language), = before an ending
says that it stands after a vowel only, - is no ending. An ending that begins with a vowel stands after a consonant."""

import re

SHORTEST_NAME, SHORTEST_ROOT = 3, 2  # of a shorter one too many misspelled words could be a form


def slot(text):
    """The endings that can stand in one place."""
    return [ending.strip("-") for ending in text.split()]


def joined(*slots):
    """Every ending of the first slot with every ending of the next, as one slot."""
    whole = [""]
    for one in slots:
        whole = [first + second for first in whole for second in one]
    return whole


class Kazakh:
    vowels = "аәеёоөұүыіэя"  # before an ending у, и and ю behave as consonants: келу-і
    begins_with_vowel = "AY"
    hardened = {"ғ": "қ", "г": "к", "б": "п"}  # before a vowel: қағаз-дық, қағаз-дығ-ы
    back, front = "аоұыёя", "әеөүіэ"
    by_harmony = {"A": "ае", "Y": "ыі", "G": "ғг", "X": "қк"}
    voiceless = "пфкқтсшщчхцһбвгд"
    groups = (vowels, "рйуию", "л", "мнң", "зж", voiceless)
    by_group = {  # a sign's letter after each group
        "L": "ллдддт", "D": "дддддт", "T": "дддндт", "N": "нддддт", "Q": "нддндт", "M": "ммммбп", "P": "мммббп",
        "K": "GGGGGX",
    }

    def letters(self, sign, before):
        """What may be written for a sign: two letters where the vowels before it do not tell back from front."""
        if sign in self.by_group:
            last = before.rstrip("ьъ")[-1:]
            sign = next((self.by_group[sign][place] for place, group in enumerate(self.groups) if last in group), "")
        if sign not in self.by_harmony:
            return sign
        telling = next((letter for letter in reversed(before) if letter in self.back + self.front), "")
        return self.by_harmony[sign] if not telling else self.by_harmony[sign][telling in self.front]

    # The dictionary's own endings take я for a front vowel: it knows *полицияге and not полицияға.
    misfit = re.compile(r"я(?!\w*([мбп]ен|[нд]ікі)$)\w*[әеөүі]")

    case = slot("- NY KA DA TAн QYң Mен DAй")
    of_place = joined(slot("DAGY DAGYлAр"), case)  # шекара-дағы-лар-ға
    mine = slot("Yм =м Yң =ң YңYз =ңYз YмYз =мYз")
    his = slot("Y =сY")
    after_noun = [
        slot("- LAр"),
        case + of_place + slot("Qікі MYн сYз MYз =рAX YрAX")
        + joined(mine, case + of_place + slot("A шA"))
        + joined(his, slot("- н нA ндA нAн нYң мен нсYз") + joined(slot("ндAGY"), case)),
    ]
    noun = [slot("- LY LYX LYLYX сYз"), *after_noun]
    stem = [slot("- Yл =л Yн =н"), slot("- PA")]  # something is done; is not done
    person = slot("- дY мYн сYз мYз")
    verbs = [
        [*stem, slot("A =й"), person],
        [*stem, joined(slot("A =й"), slot("тYн")), *after_noun],
        [*stem, slot("KAн"), *noun],
        [*stem, slot("у"), *after_noun],
        [*stem, slot("ушY"), *noun],
        [*stem, slot("сA DY"), slot("- м ңYз X")],
        [*stem, slot("YңYз =ңYз сYн"), slot("- шY")],
        [*stem, slot("PAс Aр =р PAX"), slot("- шY"), person],
        [*stem, slot("Yп =п KAншA KYңYз KYм")],
    ]

    def of_verb(self, root):
        """The name of a verb: бар-: бару, қой-: қою, тап-: табу."""
        voiced = {"й": "ю", "п": "бу", "қ": "ғу", "к": "гу"}
        return [root + "у", root[:-1] + voiced.get(root[-1], root[-1] + "у")]


class Uzbek:
    misfit = re.compile(r"(?!)")
    vowels = "аеёиоуўэюя"
    begins_with_vowel = "аиу"
    hardened = {"ғ": "қ", "г": "к"}  # before a vowel: қишлоқ, қишлоғ-и

    def letters(self, sign, before):
        return sign if sign != "G" else before[-1] if before[-1] in "кқ" else "г"

    asked = slot("- ми")
    being = slot("- ман сиз миз дир мисиз")
    after_noun = [
        slot("- лар"),
        slot("- им =м инг =нг и =си имиз =миз ингиз =нгиз"),
        slot("- ни нинг Gа да дан Gача даги дагилар дагини дагидан дек ники никида роқ ча"),
        being,
        asked,
    ]
    noun = [slot("- ли лик сиз"), *after_noun]
    stem = [slot("- ил =л ин =н иш =ш"), slot("- ма")]  # something is done, they do; is not done
    person = slot("- м нг нгиз к лар")
    verbs = [
        [*stem, slot("а =й"), slot("- ди ман сиз миз дилар"), asked],
        [*stem, slot("адиган =йдиган Gан аётган =ётган"), *noun],
        [*stem, slot("иш =ш слик увчи =вчи"), *after_noun],
        [*stem, slot("ди са"), person, asked],
        [*stem, slot("яп иб =б"), slot("- ти ди ман сиз миз"), asked],
        [*stem, slot("инг =нг син моқда с сдан Gач Gунча")],
        [*stem, slot("моқчи"), being, asked],
    ]

    def of_verb(self, root):
        """Forms that every verb has: ишла-: ишлаш, ишлайди; бер-: бериш, беради."""
        vowel = root[-1] in self.vowels
        return [root + form for form in (("ш", "йди", "ган", "б") if vowel else ("иш", "ади", self.letters("G", root) + "ан", "иб"))]


LANGUAGES = {"kk": Kazakh(), "uz": Uzbek()}


def stands(language, stem, ending, word):
    """Whether the word is the stem with this ending."""
    if ending[-1].islower() and ending[-1] != word[-1]:  # most endings, quickly
        return False
    vowel = stem[-1] in language.vowels
    if ending[0] == "=" and not vowel or ending[0] in language.begins_with_vowel and vowel:
        return False
    written = [stem]
    for sign in ending.strip("="):
        written = [one + letter for one in written for letter in language.letters(sign, one) if word.startswith(one + letter)]
    return word in written


def stems(language, word, slots, shortest):
    """What remains when one ending of each slot, the last first, is taken off the word."""
    if not slots:
        yield word
        return
    *earlier, last = slots
    for ending in last:
        stem = word[: len(word) - len(ending.strip("="))]
        if not ending:
            yield from stems(language, word, earlier, shortest)
        elif len(stem) >= shortest and stands(language, stem, ending, word):
            yield from stems(language, stem, earlier, shortest)
            if ending[0] in language.begins_with_vowel and stem[-1] in language.hardened:
                yield from stems(language, stem[:-1] + language.hardened[stem[-1]], earlier, shortest)


def misfits(code, words):
    """Those of the words that no dictionary makes right."""
    return {word for word in words if code in LANGUAGES and LANGUAGES[code].misfit.search(word)}


def forms_of(code, word):
    found = {word}
    language = LANGUAGES.get(code)
    for spelled in {word, word[0].lower() + word[1:]} if language else ():
        found.update(stems(language, spelled, language.noun, SHORTEST_NAME))
        for slots in language.verbs:
            for root in stems(language, spelled, slots, SHORTEST_ROOT):
                found.update(language.of_verb(root))
    return found
