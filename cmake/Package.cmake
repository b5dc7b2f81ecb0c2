# cpack --config build/release/CPackConfig.cmake: a Debian package with everything under /usr, settings in /etc.
# What only the package has, is the component "package": a plain `cmake --install` leaves /etc alone.
set(DEBIAN_DIR "${PROJECT_SOURCE_DIR}/assets/deploy/debian")

function(package_file file folder)
  install(FILES "${file}" DESTINATION "${folder}" COMPONENT package EXCLUDE_FROM_ALL ${ARGN})
endfunction()

package_file("${PROJECT_SOURCE_DIR}/assets/deploy/rohnamo.conf" /etc/rohnamo)
package_file("${PROJECT_SOURCE_DIR}/assets/deploy/rohnamo-xorg.conf" /etc/X11)
package_file("${DEBIAN_DIR}/copyright" "${CMAKE_INSTALL_DOCDIR}")
package_file("${DEBIAN_DIR}/lintian-overrides" share/lintian/overrides RENAME rohnamo)

# rohnamo_gzip(IN OUT): without a time and a name inside, so that the same gives the same.
find_program(GZIP gzip REQUIRED)
add_custom_target(gzipped ALL)
function(rohnamo_gzip in out)
  get_filename_component(name "${out}" NAME)
  add_custom_command(OUTPUT "${out}" COMMAND sh -c "\"$1\" -9nc \"$2\" >\"$3\"" sh "${GZIP}" "${in}" "${out}" DEPENDS "${in}"
    COMMENT "Compressing ${name}" VERBATIM)
  add_custom_target("gzip_${name}" DEPENDS "${out}")
  add_dependencies(gzipped "gzip_${name}")
endfunction()

foreach(page rohnamo.1 rohnamo-guide.1 rohnamo-print.1 rohnamo-still.1 rohnamo-update.1 rohnamo.conf.5)
  string(REGEX REPLACE ".*\\." "" section "${page}")
  rohnamo_gzip("${PROJECT_SOURCE_DIR}/assets/deploy/${page}" "${CMAKE_BINARY_DIR}/deploy/man/${page}.gz")
  install(FILES "${CMAKE_BINARY_DIR}/deploy/man/${page}.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
endforeach()
rohnamo_gzip("${DEBIAN_DIR}/changelog" "${CMAKE_BINARY_DIR}/deploy/changelog.Debian.gz")
rohnamo_gzip("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${CMAKE_BINARY_DIR}/deploy/changelog.gz")
package_file("${CMAKE_BINARY_DIR}/deploy/changelog.Debian.gz" "${CMAKE_INSTALL_DOCDIR}")
package_file("${CMAKE_BINARY_DIR}/deploy/changelog.gz" "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rohnamo)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "offline guide for people who travel to Kazakhstan to work")
set(CPACK_PACKAGE_DESCRIPTION
"Rohnamo turns a machine with a touch screen into a kiosk that tells, in
Tajik, Uzbek, Kyrgyz, Russian, Kazakh and English, the rules of stay and
registration, the border officer's questions, and who can help. It needs no
network and keeps nothing about its visitors.
.
Installed on a machine without a desktop it starts by itself and comes back
from whatever happens; on any other it is a program like others.")
set(CPACK_INSTALL_CMAKE_PROJECTS
  "${CMAKE_BINARY_DIR};rohnamo;ALL;/" "${CMAKE_BINARY_DIR};rohnamo;package;/")
# With DESTDIR, so that /etc is /etc and units name /usr.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Rohnamo maintainers <maintainers@users.noreply.h-seed-ea1e5993.example>")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# A screen by Wayland (cage, seatd, xwayland) or, when xinit was there before, by X. passwd: users go when the package is purged.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "espeak-ng-data, cage | xinit, seatd | xserver-xorg-core, xwayland | xserver-xorg-core, kbd | xinit, passwd, systemd | systemd-standalone-sysusers | systemd-sysusers, systemd | systemd-standalone-tmpfiles | systemd-tmpfiles")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "alsa-utils, minisign")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cups, xinit, xserver-xorg-input-libinput, prometheus-node-exporter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  "${DEBIAN_DIR}/postinst" "${DEBIAN_DIR}/prerm" "${DEBIAN_DIR}/postrm" "${DEBIAN_DIR}/conffiles")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
