#!/bin/sh
# 安装绩核加载项到 WPS 表格（Linux）。只写当前用户的目录，不需要管理员权限。
# 用法：sh install.sh        其他目录可用环境变量 JIHE_JSADDONS 指定。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/setup/common.sh"

package=$(find_package "$here") || fail "安装包不完整：$here 中没有 jihe_版本号 文件夹。请重新解压整个压缩包后再安装。"
[ -n "$(new_list "$package")" ] || fail "$LIST 不是 WPS 的加载项列表，没有改动任何内容。请先把它改名，再运行一次。"

mkdir -p "$JSADDONS"
remove_folders
cp -R "$here/$package" "$JSADDONS/"
write_list "$package"

echo "绩核 ${package#jihe_} 已安装到 $JSADDONS/$package"
echo "请打开 WPS 表格；出现“是否信任”时点“允许”，然后完全退出 WPS 再打开一次。"
echo "顶部出现“绩核”选项卡，即安装完成。"
