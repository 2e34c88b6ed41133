#!/bin/sh
# 从 WPS 表格（Linux）卸载绩核加载项。不改动其他加载项，也不改动任何表格。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/setup/common.sh"

if [ -f "$LIST" ]; then
  [ -n "$(new_list '')" ] || fail "$LIST 不是 WPS 的加载项列表，没有改动它。"
  write_list ''
fi
remove_folders
echo "绩核已卸载。请完全退出 WPS 再打开。"
