#!/bin/sh
# Checks of the tree that need no build: format, forbidden includes between layers, forbidden functions, headers that
# compile alone. Says plainly what is wrong; ends 1 when something is.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
wrong=0
complain() {
	printf '%s\n' "$1" >&2
	wrong=1
}

# Format
if command -v clang-format >/dev/null 2>&1; then
	find app tests -name '*.[ch]' | LC_ALL=C sort | while read -r file; do
		clang-format "$file" | cmp -s - "$file" || echo "$file"
	done >"${TMPDIR:-/tmp}/rohnamo-format.$$"
	while read -r file; do
		complain "$file: not in the shape of .clang-format; run: clang-format -i $file"
	done <"${TMPDIR:-/tmp}/rohnamo-format.$$"
	rm -f "${TMPDIR:-/tmp}/rohnamo-format.$$"
fi

# Layers: what a folder may include (style: the table "Layers"). layer_may FOLDER "allowed own folders" "forbidden headers"
layer_may() {
	layer=$1 allowed=$2 forbidden=$3
	bad=$(grep -nE '^#include "' app/"$layer"/*.[ch] 2>/dev/null | grep -vE "#include \"($allowed)/" || true)
	[ -z "$bad" ] || complain "layer '$layer' may include only $allowed:
$bad"
	[ -n "$forbidden" ] || return 0
	bad=$(grep -nE "^#include <($forbidden)" app/"$layer"/*.[ch] 2>/dev/null || true)
	[ -z "$bad" ] || complain "layer '$layer' must not know these libraries:
$bad"
}
layer_may base 'base' 'SDL|sqlite3|libintl'
layer_may content 'base|content' 'SDL|libintl'
layer_may i18n 'base|i18n' 'SDL|sqlite3'
layer_may view 'base|view' 'SDL|sqlite3|libintl'
layer_may take 'base|take' 'SDL|sqlite3|libintl'
layer_may speech 'base|i18n|speech' 'SDL|sqlite3|libintl'
layer_may screens 'base|wire|view|i18n|content|take|screens' 'SDL|sqlite3|libintl'
layer_may kiosk 'base|content|wire|kiosk' 'SDL|sqlite3|libintl'
layer_may wire 'base|wire' 'SDL|sqlite3|libintl'
layer_may platform 'base|view|wire|platform' 'sqlite3|libintl'
layer_may pack 'base|pack' 'SDL|sqlite3|libintl'
layer_may update 'base|wire|pack|content|update' 'SDL|sqlite3|libintl'
layer_may still 'base|platform|still' 'sqlite3|libintl'
layer_may print 'base|wire|print' 'SDL|sqlite3|libintl'
layer_may tools 'base|content|pack|i18n|speech|screens|tools' 'SDL' # screens: what a text says; speech: what a recording holds
bad=$(grep -lE '#include "content/guide' app/screens/*.[ch] || true)
[ -z "$bad" ] || complain "screens take records, not the guide itself: $bad"

# Functions that have no place here
bad=$(grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atof|system|popen|fork|SDL_Delay|SDL_ShowMessageBox|SDL_ShowSimpleMessageBox)\(' \
	app/*.c app/*/*.[ch] || true)
[ -z "$bad" ] || complain "these functions are not used here (see CONTRIBUTING):
$bad"

# Every header compiles alone
if command -v cc >/dev/null 2>&1; then
	sdl=$(pkg-config --cflags sdl2 SDL2_ttf SDL2_image sqlite3 libcmark 2>/dev/null || true)
	for header in app/*/*.h; do
		# shellcheck disable=SC2086
		cc -std=c11 -D_POSIX_C_SOURCE=200809L -fsyntax-only -Iapp $sdl -x c "$header" 2>/dev/null ||
			complain "$header: does not compile alone"
	done
fi

# Shell scripts parse
for script in app/run tests/run .ci/run cmake/*.sh tests/*.sh; do
	sh -n "$script" || complain "$script: does not parse"
done

[ "$wrong" = 0 ] && echo "sources: in order"
exit "$wrong"
