#!/bin/sh
# Compiles one catalogue of the program and refuses an incomplete one.
# usage: compile-catalogue.sh MSGFMT IN.po OUT.mo
set -eu
msgfmt=$1 po=$2 mo=$3
report=$(LC_ALL=C "$msgfmt" --check --statistics --output-file="$mo.part" "$po" 2>&1) || {
	echo "$po: $report" >&2
	exit 1
}
case $report in
*fuzzy*|*untranslated*)
	echo "$po:1: error: the catalogue is not whole ($report); translate what is missing" >&2
	rm -f "$mo.part"
	exit 1
	;;
esac
mv "$mo.part" "$mo"
