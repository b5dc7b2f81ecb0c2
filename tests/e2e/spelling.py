"""Every word of a language's catalogues, or a stem of it (endings.py), is in hunspell's dictionary or in our list.

usage: spelling.py CODE DICTIONARY [ROHNAMO-GUIDE]

spelling.CODE holds the list, a word or stem a line: names, terms, what the dictionary lacks. Uzbek's dictionary is Cyrillic: with
ROHNAMO-GUIDE the catalogues are made Cyrillic first, which tries the transliteration too. Debian has none for Tajik and Kyrgyz."""

import os
import re
import subprocess
import sys

import endings
import kiosk

ENTRY = re.compile(r'^msgid (?:".*"\n)+(?:msgid_plural (?:".*"\n)+)?((?:msgstr(?:\[\d\])? (?:".*"\n?)+)+)', re.MULTILINE)
NOT_WORDS = re.compile(  # the last two: a number of a form (028/у), an ending behind a quotation (“...”ni)
    r"\{[^}]*\}|%\d*\$?[a-z]+|\S+@\S+|\S+\.(?:ru|kz|uz|tj|com|org|kg)\b\S*|\\.|\d+/\w+(?:-\d+)?|(?<=[”»])\w+")

EVERY, SEEN = 5, 0.96


class Word:
    def __init__(self, shown, path, line, text):
        self.shown, self.path, self.line, self.text = shown, path, line, text


def translations(path):
    """Of each entry of a catalogue: the line of its translation and the text."""
    with open(path, encoding="utf-8") as file:
        whole = file.read()
    line, counted = 1, 0
    for entry in ENTRY.finditer(whole):
        line += whole.count("\n", counted, entry.start(1))
        counted = entry.start(1)
        forms = re.split(r'^msgstr(?:\[\d\])? ', entry.group(1), flags=re.MULTILINE)
        text = " ".join("".join(re.findall(r'"(.*)"', form)) for form in forms[1:])
        if "Content-Type:" not in text:
            yield line, text


def words_of(text):
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", NOT_WORDS.sub(" ", text))


def in_cyrillic(guide, path, name):
    """The texts of a Latin catalogue in Cyrillic, in the same order."""
    derived = kiosk.scratch(name)
    subprocess.run([guide, "cyrillic", "--locales", kiosk.source("locales"), path, derived], check=True)
    return [text for _, text in translations(derived)]


def catalogue_words(code, guide):
    """word -> where it stands first, and how it is written there."""
    found = {}
    for name in ("guide.po", "rohnamo.po"):
        path = f"locales/{code}/{name}"
        written = list(translations(kiosk.source(path)))
        asked = in_cyrillic(guide, kiosk.source(path), name) if guide else [text for _, text in written]
        for (line, source), text in zip(written, asked, strict=True):
            words = words_of(text)
            sources = words_of(source)
            for word, shown in zip(words, sources if len(sources) == len(words) else words):
                found.setdefault(word, Word(shown, path, line, source))
    return found


def hunspell(dictionary, *options, words=()):
    return subprocess.run(["hunspell", "-i", "utf-8", "-d", dictionary, *options], input="\n".join(words), encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)


def dictionary_stems(dictionary):
    """The words the dictionary itself lists. What it makes of them with its own endings takes no further ones."""
    path = re.search(r"^(/.*\.dic)$", hunspell(dictionary, "-D").stderr, re.MULTILINE).group(1)
    with open(path, encoding="utf-8") as file:
        return {line.split("/")[0].strip() for line in file}


def unknown(code, dictionary, words):
    with open(os.path.join(os.path.dirname(__file__), f"spelling.{code}"), encoding="utf-8") as file:
        listed = set(file.read().split())
    told = set(hunspell(dictionary, "-l", words=sorted(words)).stdout.split()) | endings.misfits(code, words)
    told -= listed
    if code not in endings.LANGUAGES:
        return told
    stems = dictionary_stems(dictionary) | listed
    return {word for word in told if stems.isdisjoint(endings.forms_of(code, word))}


def advice(code, word, stands):
    mend = f"mend it, or add its stem to tests/e2e/spelling.{code} if it is right"
    if word == stands.shown:
        return f"'{word}' is no known word: {mend}"
    return (f"'{stands.shown}', in Cyrillic '{word}', is no known word: {mend} (in Cyrillic);"
            " right in Latin alone: add a row to locales/uz@cyrillic/exceptions.tsv")


def check_sight(checks, code, dictionary, found):
    """Endings and stems that fit too much would hide mistakes: of words with the last two letters swapped nearly all must be told."""
    words = [word for word in sorted(found)[::EVERY] if len(word) > 3 and "-" not in word]
    slips = {word[:-2] + word[-1] + word[-2] for word in words} - set(found)
    seen = unknown(code, dictionary, slips)
    checks.that(len(seen) >= SEEN * len(slips), f"only {len(seen)} of {len(slips)} misspelled words are told: which ending or"
                f" which stem in spelling.{code} fits them? {' '.join(sorted(slips - seen))}")


def main():
    code, dictionary, *guide = sys.argv[1:]
    checks = kiosk.Checks()
    found = catalogue_words(code, guide[0] if guide else None)
    checks.that(len(found) > 1000, f"only {len(found)} words in locales/{code}")
    for word in sorted(unknown(code, dictionary, found)):
        whole = word if word in found else next((whole for whole in found if word in whole.split("-")), None)
        stands = found[whole] if whole else Word(word, f"locales/{code}", 0, "")
        checks.that(False, f"{stands.path}:{stands.line}: {advice(code, whole or word, stands)}: {stands.text}")
    check_sight(checks, code, dictionary, found)
    checks.done()


main()
