#!/bin/sh
# The data that the voice reads from: what espeak-ng has for Russian, Kyrgyz, Kazakh and English, and our own Tajik and Uzbek.
# usage: make-voices.sh ESPEAK-NG SOURCE-FOLDER OUT-FOLDER
set -eu
espeak=$1 source=$2 out=$3
data=$("$espeak" --version | sed -n 's/.*Data at: //p')
[ -f "$data/phontab" ] || {
	echo "espeak-ng has no data in '$data'; install espeak-ng-data" >&2
	exit 1
}
rm -rf "$out.new"
mkdir -p "$out.new/lang/ira" "$out.new/lang/trk" "$out.new/lang/zle" "$out.new/lang/gmw" "$out.new/voices"
for file in phontab phonindex phondata intonations ru_dict ky_dict kk_dict en_dict; do
	cp "$data/$file" "$out.new/$file"
done
cp "$data/lang/zle/ru" "$out.new/lang/zle/ru"
cp "$data/lang/trk/ky" "$data/lang/trk/kk" "$out.new/lang/trk/"
cp "$data/lang/gmw/en" "$out.new/lang/gmw/en"
cp "$source/tg" "$out.new/lang/ira/tg"
cp "$source/uz" "$out.new/lang/trk/uz"
copyright=/usr/share/doc/espeak-ng-data/copyright
[ ! -f "$copyright" ] || cp "$copyright" "$out.new/espeak-ng-copyright.txt"
# espeak-ng compiles what lies in the present folder, and says at length what it does
for code in tg uz; do
	(cd "$source" && "$espeak" --path="$out.new" --compile="$code") >"$out.log" 2>&1 || {
		cat "$out.log" >&2
		exit 1
	}
	grep -iE 'error|bad|unknown|missing' "$out.log" >&2 && exit 1
	[ -s "$out.new/${code}_dict" ] || {
		cat "$out.log" >&2
		exit 1
	}
done
rm -rf "$out" "$out.log"
mv "$out.new" "$out"
