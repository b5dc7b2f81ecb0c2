"""Every situation of situations.csv leads to its page from home in three taps or fewer, played by the labels on the screen."""

import csv
import sys

import kiosk

OPTIONS = ["--lang", "ru"]
MORE = "topic.more"


def goes(screen):
    """What can be touched on a screen: route -> label, in reading order."""
    found = {}
    for n in screen["nodes"]:
        if n["action"] and n["action"].startswith("go ") and not (n["id"] or "").startswith(("dock.", "citizen.", "search")):
            found.setdefault(n["action"][3:], n["label"])
    return found


class Map:
    """Screens as they are reached from home, each looked at once."""

    def __init__(self):
        self.known = {}

    def links(self, steps):
        key = tuple(steps)
        if key not in self.known:
            path = kiosk.scratch("look.play")
            out = kiosk.scratch("look.json")
            with open(path, "w", encoding="utf-8") as script:
                script.write("".join(f"tap {kiosk.quoted(label)}\n" for label in steps) + f"describe {out}\n")
            status, _, errors = kiosk.run(*OPTIONS, "--today", kiosk.TODAY, "--screen", "home", "--play", path)
            if status != 0:
                raise AssertionError(errors)
            with open(out, encoding="utf-8") as file:
                self.known[key] = kiosk.json.load(file)
        return self.known[key]

    def path_to(self, route, most):
        """Labels of the fewest taps to a route, or None."""
        rank = [[]]
        for _ in range(most):
            deeper = []
            for steps in rank:
                screen = self.links(steps)
                links = goes(screen)
                if route in links:
                    return steps + [links[route]]
                for target, label in links.items():
                    if target.startswith(("topic/", "border", "contacts")) and target.count("/") < 2 and target not in ("help", "about"):
                        deeper.append(steps + [label])
                for n in screen["nodes"]:
                    if n["id"] == MORE:
                        deeper.append(steps + [n["label"]])
            rank = deeper
        return None


def main():
    checks = kiosk.Checks()
    world = Map()
    with open(kiosk.source("assets/guide/situations.csv"), encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    checks.that(len(rows) >= 50, f"only {len(rows)} situations")
    paths = {}
    for row in rows:
        route = row["route"]
        if route not in paths:
            paths[route] = world.path_to(route, 3)
        path = paths[route]
        if not checks.that(path is not None, f"{row['situation']}: {route} is further than three taps from home"):
            continue
        script = kiosk.scratch("situation.play")
        with open(script, "w", encoding="utf-8") as file:
            file.write("".join(f"tap {kiosk.quoted(label)}\n" for label in path) + f"expect-screen {route}\n")
        status, _, errors = kiosk.run(*OPTIONS, "--today", kiosk.TODAY, "--screen", "home", "--play", script)
        checks.that(status == 0, f"{row['situation']}: {errors}")
    checks.done()


if __name__ == "__main__":
    sys.exit(main())
