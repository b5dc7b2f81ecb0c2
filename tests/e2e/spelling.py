"""Every word of a language's catalogues is in hunspell's dictionary or in our list of names and terms.

usage: spelling.py CODE DICTIONARY

spelling.CODE holds the list, a word a line. Kazakh and Uzbek have dictionaries in Debian that know too few endings: a third of
right words would be told; Tajik and Kyrgyz have none."""

import os
import re
import subprocess
import sys

import kiosk

ENTRY = re.compile(r'^msgid (?:".*"\n)+(?:msgid_plural (?:".*"\n)+)?((?:msgstr(?:\[\d\])? (?:".*"\n?)+)+)', re.MULTILINE)
NOT_WORDS = re.compile(r"\{[^}]*\}|%\d*\$?[a-z]+|\S+@\S+|\S+\.(?:ru|kz|uz|tj|com|org|kg)\b\S*|\\.")


def translations(path):
    with open(path, encoding="utf-8") as file:
        for entry in ENTRY.finditer(file.read()):
            text = "".join(re.findall(r'"(.*)"', entry.group(1)))
            if "Content-Type:" not in text:
                yield text


def words(code):
    """word -> a text it stands in."""
    found = {}
    for name in ("guide.po", "rohnamo.po"):
        for text in translations(kiosk.source(f"locales/{code}/{name}")):
            for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", NOT_WORDS.sub(" ", text)):
                found.setdefault(word, text)
    return found


def main():
    code, dictionary = sys.argv[1:]
    checks = kiosk.Checks()
    found = words(code)
    checks.that(len(found) > 1000, f"only {len(found)} words in locales/{code}")
    with open(os.path.join(os.path.dirname(__file__), f"spelling.{code}"), encoding="utf-8") as file:
        known = set(file.read().split())
    told = subprocess.run(["hunspell", "-i", "utf-8", "-d", dictionary, "-l"], input="\n".join(sorted(found)), encoding="utf-8",
                          stdout=subprocess.PIPE, check=True).stdout.split()
    for word in sorted(set(told) - known):
        text = next((text for whole, text in found.items() if word in whole), "")
        checks.that(False, f"locales/{code}: '{word}' is in no dictionary: mend it, or add a name or term to tests/e2e/spelling.{code}: {text}")
    checks.done()


main()
