#!/usr/bin/env python3
"""Writes a guide a hundred times as large as the real one: large_guide.py SOURCE LOCALES OUT

Every page is copied under new ids, numbers and topics until the three-digit numbers are nearly used up, and every copy
repeats its blocks. Blocks and their translations bear a running number, so that no text stands twice, and in English a
word made up for it, since more text has more words; copies are found by the keywords of what they copy. Only the size
matters: see tests/bench/run. Writes OUT/source and OUT/locales.
"""
import csv
import pathlib
import re
import shutil
import sys
import zlib

TIMES = 100
LAST_NUMBER = 999


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


CITATION = re.compile(r"([A-Za-z]*)([^A-Za-z\n]*) (\[[A-Z][A-Z0-9a-z -]*\])$", re.MULTILINE)
LAST_WORD = re.compile(r"([A-Za-z]*)[^A-Za-z]*$")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
COMMENT = re.compile(r"^#[^,].*\n", re.MULTILINE)  # flags stay
BLOCK = re.compile(r'msgctxt "(answer|heading|paragraph|step|point|ask|warning|never)"')


def mark(last_word, number):
    """What ends a copied block: its number and a word that depends on both."""
    seed = zlib.crc32(f"{last_word}{number}".encode())
    return f" ({number} {''.join(SYLLABLES[seed // 70**i % 70] for i in range(4))})"


def numbered(text, number):
    return CITATION.sub(lambda match: f"{match[1]}{match[2]}{mark(match[1], number)} {match[3]}", text)


def multiply_catalogue(path, count):
    entries = path.read_text(encoding="utf-8").split("\n\n")
    blocks = [COMMENT.sub("", entry).rstrip("\n") for entry in entries if BLOCK.search(entry)]
    with open(path, "a", encoding="utf-8") as file:
        for number in range(1, count + 1):
            for entry in blocks:
                id_part, text_part = entry.split("\nmsgstr ", 1)
                if 'msgctxt "heading"' not in id_part:
                    english = mark(LAST_WORD.search(id_part)[1], number)
                    entry = f'{id_part}\n"{english}"\nmsgstr {text_part}\n" ({number})"\n'
                    file.write("\n" + entry)
                    if 'msgctxt "answer"' in id_part:  # of a repetition: its page has one already
                        file.write("\n" + entry.replace('msgctxt "answer"', 'msgctxt "paragraph"'))


def main():
    source, locales, out = (pathlib.Path(argument) for argument in sys.argv[1:4])
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(source, out / "source")
    shutil.copytree(locales, out / "locales")
    pages, topics, keywords = (read(source / f"{name}.csv") for name in ("pages", "topics", "keywords"))
    used = {page["number"] for page in pages}
    free = (str(n) for n in range(100, LAST_NUMBER + 1) if str(n) not in used)
    copies = min((LAST_NUMBER - 100) // len(pages) - 1, TIMES)
    repeat = -(-TIMES // copies)
    parents = {page["topic"] for page in pages}
    copied = {f"page/{page['id']}" for page in pages} | {f"topic/{topic}" for topic in parents}
    more_pages, more_topics, more_keywords = [], [], []
    for copy in range(1, copies + 1):
        for topic in topics:
            if topic["id"] in parents:
                parent = topic["parent"] or topic["id"]
                more_topics.append(dict(topic, id=f"{topic['id']}-{copy}", parent=parent, position=str(20 + copy % 70)))
        for page in pages:
            name = f"{page['id']}-{copy}"
            more_pages.append(dict(page, id=name, topic=f"{page['topic']}-{copy}", number=next(free)))
            title, rest = (source / "pages" / f"{page['id']}.md").read_text(encoding="utf-8").split("\n", 1)
            text = "".join(numbered(rest, (copy - 1) * repeat + i + 1) for i in range(repeat))
            (out / "source" / "pages" / f"{name}.md").write_text(title + "\n" + text, encoding="utf-8")
        more_keywords += [dict(row, route=f"{row['route']}-{copy}") for row in keywords if row["route"] in copied]
    write(out / "source" / "keywords.csv", keywords + more_keywords)
    write(out / "source" / "pages.csv", pages + more_pages)
    write(out / "source" / "topics.csv", topics + more_topics)
    for catalogue in (out / "locales").glob("*/guide.po"):
        multiply_catalogue(catalogue, copies * repeat)


main()
