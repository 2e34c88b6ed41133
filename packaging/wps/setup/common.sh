# 安装和卸载共用的部分。只用 POSIX sh 和 awk。
JSADDONS=${JIHE_JSADDONS:-$HOME/.local/share/Kingsoft/wps/jsaddons}
LIST=$JSADDONS/publish.xml
MERGE=$here/setup/publish-merge.awk

fail() {
  echo "$1" >&2
  exit 1
}

# The folder of the package: its name is the entry's url, name_version, or WPS takes the folder away.
find_package() {
  for folder in "$1"/jihe_*; do
    if [ -f "$folder/ribbon.xml" ]; then
      basename "$folder"
      return 0
    fi
  done
  return 1
}

entry_for() {
  [ -n "$1" ] || return 0
  printf '<jsplugin name="jihe" type="et" url="%s" version="%s" enable="enable" install="null" customDomain=""/>' "$1" "${1#jihe_}"
}

# The list with our entry for this package, or without any. Nothing where it is no list. A dot keeps the last newline.
new_list() {
  if [ -f "$LIST" ]; then
    LC_ALL=C awk -v name=jihe -v entry="$(entry_for "$1")" -f "$MERGE" "$LIST" && printf .
  else
    LC_ALL=C awk -v name=jihe -v entry="$(entry_for "$1")" -f "$MERGE" /dev/null && printf .
  fi
}

# Writes the list beside the old one and swaps; the old one is kept.
write_list() {
  new_list "$1" >"$LIST.jihe-new"
  text=$(cat "$LIST.jihe-new")
  printf '%s' "${text%.}" >"$LIST.jihe-new"
  if [ -f "$LIST" ]; then
    cp -p "$LIST" "$LIST.$(date +%Y%m%d%H%M%S).jihe-backup"
  fi
  mv "$LIST.jihe-new" "$LIST"
}

remove_folders() {
  for folder in "$JSADDONS"/jihe_*; do
    if [ -d "$folder" ] && [ -f "$folder/ribbon.xml" ]; then rm -rf "$folder"; fi
  done
}
