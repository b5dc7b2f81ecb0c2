# systemd units that name programs. rohnamo_unit(NAME): assets/deploy/NAME.in becomes build/deploy/NAME for the tests, and is written
# anew when it is installed, so that it names the folder into which the programs go (cmake --install --prefix; cpack).
foreach(part sandbox wayland x)
  set(part_file "${PROJECT_SOURCE_DIR}/assets/deploy/${part}.part")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${part_file}")
  file(READ "${part_file}" part_text)
  string(TOUPPER "ROHNAMO_${part}" part_name)
  set(${part_name} "${part_text}")
endforeach()
# Not the wrapper: it may hand over to a server that runs as root.
set(ROHNAMO_XORG "/usr/lib/xorg/Xorg :0 vt7 -keeptty -config rohnamo-xorg.conf -nolisten tcp -nolisten local -s 0 -dpms -noreset -logfile /dev/null")

function(rohnamo_unit name)
  set(source "${PROJECT_SOURCE_DIR}/assets/deploy/${name}.in")
  configure_file("${source}" "${CMAKE_BINARY_DIR}/deploy/${name}" @ONLY)
  # The same, with all that does not depend on the folder filled in.
  set(waiting "${CMAKE_BINARY_DIR}/deploy/installed/${name}")
  set(CMAKE_INSTALL_FULL_BINDIR "@CMAKE_INSTALL_PREFIX@/${CMAKE_INSTALL_BINDIR}")
  set(CMAKE_INSTALL_FULL_DOCDIR "@CMAKE_INSTALL_PREFIX@/${CMAKE_INSTALL_DOCDIR}")
  configure_file("${source}" "${waiting}.in" @ONLY)
  install(CODE "configure_file(\"${waiting}.in\" \"${waiting}\" @ONLY)")
  install(FILES "${waiting}" DESTINATION lib/systemd/system)
endfunction()
