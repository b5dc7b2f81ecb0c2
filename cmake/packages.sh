# The Debian packages Rohnamo stands on, and how they are installed. Sourced by app/run and tests/run.
# What each is for: README, "What it stands on".

BUILD_PACKAGES="build-essential cmake ninja-build pkg-config gettext libgettextpo-dev libsdl2-dev libsdl2-ttf-dev
libsdl2-image-dev libsqlite3-dev libsodium-dev libseccomp-dev libqrencode-dev libhpdf-dev libpng-dev libcups2-dev libcmark-dev libespeak-ng-dev espeak-ng espeak-ng-data libopusfile-dev libsamplerate0-dev libunistring-dev libfreetype-dev
fonts-sil-andika"
TEST_PACKAGES="libcmocka-dev xvfb xauth xdotool x11-utils x11-apps imagemagick tesseract-ocr tesseract-ocr-tgk
tesseract-ocr-rus tesseract-ocr-uzb tesseract-ocr-uzb-cyrl tesseract-ocr-kir tesseract-ocr-kaz zbar-tools hunspell hunspell-ru
hunspell-kk hunspell-uz tzdata python3 python3-vobject python3-icalendar poppler-utils opus-tools cups-ipp-utils dbus-daemon minisign
strace xserver-xorg-core xserver-xorg-video-dummy xserver-xorg-dev prometheus
systemd util-linux procps lintian fakeroot dpkg-dev"
FORMAT_PACKAGES="clang-format"

say() {
	printf '%s\n' "$*" >&2
}

# Prints those of the named packages that are not installed. One dpkg-query for all: the second start is fast.
packages_missing() {
	dpkg-query -W -f '${Package} ${Status}\n' "$@" 2>/dev/null | awk '/ installed$/ {print $1}' | sort >"$PACKAGE_SCRATCH.have"
	printf '%s\n' "$@" | sort | comm -23 - "$PACKAGE_SCRATCH.have"
	rm -f "$PACKAGE_SCRATCH.have"
}

# packages_ensure NAME ...: installs what is missing through apt, as root or with sudo.
packages_ensure() {
	if ! command -v dpkg-query >/dev/null 2>&1; then
		say "This is not Debian or Ubuntu. Install these packages by hand: $*"
		return 0
	fi
	PACKAGE_SCRATCH=${TMPDIR:-/tmp}/rohnamo-packages.$$
	missing=$(packages_missing "$@")
	[ -n "$missing" ] || return 0
	as_root=""
	if [ "$(id -u)" != 0 ]; then
		if ! command -v sudo >/dev/null 2>&1; then
			say "These packages are missing and neither root nor sudo is at hand: $(echo $missing)"
			return 1
		fi
		as_root="sudo"
	fi
	say "Installing: $(echo $missing)"
	# shellcheck disable=SC2086 # lists of names
	$as_root apt-get update -qq || say "The package lists could not be renewed; trying with the old ones."
	# shellcheck disable=SC2086
	if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
		>"$PACKAGE_SCRATCH.log" 2>&1; then
		tail -n 20 "$PACKAGE_SCRATCH.log" >&2
		rm -f "$PACKAGE_SCRATCH.log"
		say "apt-get could not install the packages named above. Is there a network, and is the package source set up?"
		return 1
	fi
	rm -f "$PACKAGE_SCRATCH.log"
}
