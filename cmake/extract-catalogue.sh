#!/bin/sh
# Writes the template of the program's own words.
# usage: extract-catalogue.sh XGETTEXT SOURCE_DIR OUT.pot
set -eu
xgettext=$1 source=$2 out=$3
cd "$source"
find app -name '*.c' | LC_ALL=C sort | "$xgettext" --language=C --from-code=UTF-8 --files-from=- --output="$out" \
	--keyword=tr:2 --keyword=trc:2c,3 --keyword=trn:2,3 --keyword=N_ --keyword=_ \
	--add-comments=TRANSLATORS --add-location=file --package-name=rohnamo --sort-output
