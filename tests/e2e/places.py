"""Where the kiosk stands and which clock an office keeps: the table of places against Debian's tz database, the order of
contacts by distance, "open now" by the office's own clock."""

import csv
import datetime
import json
import os
import zoneinfo

import kiosk


def rows(name):
    with open(kiosk.source(f"assets/guide/{name}"), encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def clocks(checks):
    """A clock that is turned twice a year, or was set anew, would make the table lie on some day."""
    for place in rows("places.csv"):
        zone = zoneinfo.ZoneInfo(place["zone"])
        hours, minutes = place["utc"][1:].split(":")
        wanted = datetime.timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if place["utc"][0] == "-" else 1)
        for days in range(0, 731, 7):
            moment = datetime.datetime(2026, 11, 24, tzinfo=datetime.timezone.utc) + datetime.timedelta(days=days)
            if moment.astimezone(zone).utcoffset() != wanted:
                checks.that(False, f"places.csv: {place['zone']} is not {place['utc']} on {moment.date()}")
                break
        else:
            checks.that(True, "")


def nodes(*options):
    status, out, errors = kiosk.run("--describe", "--today", kiosk.TODAY, *options)
    return status, json.loads(out)["nodes"], errors


def order(checks):
    """The Uzbek consulates in Kazakhstan, from three towns; the name may be written in any language."""
    for city, first in (("Aktau", "contact.uz-cg-aktau"), ("Чимкент", "contact.uz-cg-almaty"), ("Алматы", "contact.uz-cg-almaty"),
                        ("43.6,51.2", "contact.uz-cg-aktau")):
        status, seen, errors = nodes("--screen", "contacts", "--citizen", "UZ", "--city", city)
        found = [node["id"] for node in seen if (node["id"] or "").startswith("contact.uz-cg-")]
        checks.equal((status, errors, found[0]), (0, "", first), f"--city {city}")
    status, seen, errors = nodes("--screen", "contacts/uz-cg-aktau", "--lang", "ru", "--city", "Алматы")
    text = " ".join(node["label"] or "" for node in seen).replace("\u00a0", " ")
    checks.that("2 070 км" in text,  # by the spherical law of cosines, worked elsewhere
                "the distance from Almaty to Aktau does not show")
    status, seen, errors = nodes("--screen", "home", "--city", "Erewhon")
    checks.that(status == 0 and "'Erewhon'" in errors and "Almaty" in errors, f"an unknown city: {status} {errors}")


def open_now(checks):
    """--today stands for noon in Kazakhstan: 10:00 in Moscow, lunch in Almaty, the end of work in Vladivostok."""
    folder = kiosk.scratch("hours")
    os.makedirs(folder, exist_ok=True)
    cases = (
        ("2026-11-25", "KZ", "Almaty", "Mo-Fr 09:00-12:00,13:00-18:00", "A break now by its hours, until 13:00."),
        ("2026-11-25", "RU", "Moscow", "Mo-Fr 09:00-12:00", "Open now by its hours, until 12:00."),
        ("2026-11-25", "RU", "Vladivostok", "Mo-Fr 09:00-17:00", "Closed now by its hours. It opens tomorrow at 09:00."),
        ("2026-11-28", "KZ", "Almaty", "Mo-Fr 09:00-17:00", "Closed now by its hours. It opens next: monday, 09:00."),
        ("2026-12-16", "KZ", "Almaty", "Mo-Fr 09:00-17:00", "Today is an official day off in Kazakhstan. It may be closed."),
        ("2026-12-16", "RU", "Moscow", "Mo-Fr 09:00-17:00", "Open now by its hours, until 17:00."),
        ("2026-11-25", "KZ", "Almaty", "09:00-17:00", None),
        ("2026-11-25", "RU", "Erewhon", "Mo-Fr 09:00-17:00", None),
        ("2020-11-25", "KZ", "Almaty", "Mo-Fr 09:00-17:00", None),  # a clock that cannot be right
    )
    for day, country, city, hours, wanted in cases:
        with open(os.path.join(folder, "contacts.csv"), "w", encoding="utf-8") as out:
            out.write(f'id,kind,name,phones,country,city,hours,by\nour-office,ngo,Our office,112,{country},{city},"{hours}",Aziz\n')
        status, seen, errors = 0, None, None
        status, out, errors = kiosk.run("--describe", "--today", day, "--site", folder, "--screen", "contacts/our-office")
        nodes = {node["id"]: node["label"] for node in json.loads(out)["nodes"]}
        said = nodes.get("contact.now")
        checks.equal((status, errors), (0, ""), f"hours {hours}")
        checks.that((said or "").lower() == (wanted or "").lower(), f"{day} {city} {hours}: {said}")
        checks.equal(nodes.get("contact.site"), "Corrected for this kiosk by: Aziz", "who wrote the row")


if __name__ == "__main__":
    checks = kiosk.Checks()
    clocks(checks)
    order(checks)
    open_now(checks)
    checks.done()
