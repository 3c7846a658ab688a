# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Toolchain file: Debian's gcc for 64-bit ARM, run by qemu's user mode. scripts/cross.sh uses it.
# BS_ARM64_ROOT is a folder into which Debian's arm64 development packages have been unpacked. Everything is
# linked statically, so that the emulator needs no second set of libraries.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64)

set(BS_ARM64_ROOT "" CACHE PATH "Folder with the unpacked arm64 development packages")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BS_ARM64_ROOT)
# Debian keeps headers that differ between processors apart (openssl/opensslconf.h).
set(CMAKE_C_FLAGS_INIT "-isystem ${BS_ARM64_ROOT}/usr/include/aarch64-linux-gnu")
list(APPEND CMAKE_FIND_ROOT_PATH ${BS_ARM64_ROOT})
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(ENV{PKG_CONFIG_LIBDIR} ${BS_ARM64_ROOT}/usr/lib/aarch64-linux-gnu/pkgconfig)
set(ENV{PKG_CONFIG_SYSROOT_DIR} ${BS_ARM64_ROOT})
set(ENV{PKG_CONFIG_ALLOW_SYSTEM_LIBS} 1)
set(ENV{PKG_CONFIG_ALLOW_SYSTEM_CFLAGS} 1)
