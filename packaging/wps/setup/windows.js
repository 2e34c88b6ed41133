/*
 * Installs or takes away the add-in on Windows: cscript //nologo //E:JScript setup.js install|uninstall. Behind publish-merge.js in the
 * same file. ES3. Writes only below the user's own application data.
 */
var NAME = 'jihe';

function run(shell, files, action, here) {
  var jsaddons = shell.ExpandEnvironmentStrings('%APPDATA%') + '\\kingsoft\\wps\\jsaddons';
  var list = jsaddons + '\\publish.xml';
  var folder = packageIn(files, here);
  if (action === 'install' && folder === '') return '安装包不完整：没有 jihe_版本号 文件夹。请先解压整个压缩包，再双击 install.cmd。';
  var entry = action === 'install' ? entryFor(folder) : null;
  var before = files.FileExists(list) ? readText(list) : '';
  var after = mergePublish(before, NAME, entry);
  if (after === null) return list + ' 不是 WPS 的加载项列表，没有改动任何内容。请先把它改名，再运行一次。';
  makeFolder(files, jsaddons);
  removeFolders(files, jsaddons);
  if (action === 'install') files.CopyFolder(here + '\\' + folder, jsaddons + '\\' + folder);
  if (after !== before) {
    if (files.FileExists(list)) files.CopyFile(list, list + '.' + stamp() + '.jihe-backup');
    writeText(list, after);
  }
  if (action !== 'install') return '绩核已卸载。请完全退出 WPS 再打开。';
  return (
    '绩核 ' + folder.substring(NAME.length + 1) + ' 已安装到 ' + jsaddons + '\\' + folder + '\r\n' +
    '请打开 WPS 表格；出现“是否信任”时点“允许”，然后完全退出 WPS 再打开一次。\r\n' +
    '顶部出现“绩核”选项卡，即安装完成。'
  );
}

/* On Windows an offline add-in is loaded with enable_dev only. */
function entryFor(folder) {
  return '<jsplugin name="' + NAME + '" type="et" url="' + folder + '" version="' + folder.substring(NAME.length + 1) + '" enable="enable_dev" install="null" customDomain=""/>';
}

function packageIn(files, here) {
  var found = '';
  for (var each = new Enumerator(files.GetFolder(here).SubFolders); !each.atEnd(); each.moveNext()) {
    var name = each.item().Name;
    if (name.indexOf(NAME + '_') === 0 && files.FileExists(here + '\\' + name + '\\ribbon.xml')) found = name;
  }
  return found;
}

function removeFolders(files, jsaddons) {
  var old = [];
  for (var each = new Enumerator(files.GetFolder(jsaddons).SubFolders); !each.atEnd(); each.moveNext()) {
    var name = each.item().Name;
    if (name.indexOf(NAME + '_') === 0 && files.FileExists(jsaddons + '\\' + name + '\\ribbon.xml')) old.push(name);
  }
  for (var at = 0; at < old.length; at += 1) files.DeleteFolder(jsaddons + '\\' + old[at], true);
}

function makeFolder(files, path) {
  if (files.FolderExists(path)) return;
  makeFolder(files, files.GetParentFolderName(path));
  files.CreateFolder(path);
}

function readText(path) {
  var stream = new ActiveXObject('ADODB.Stream');
  stream.Type = 2;
  stream.Charset = 'utf-8';
  stream.Open();
  stream.LoadFromFile(path);
  var text = stream.ReadText();
  stream.Close();
  return text;
}

/* ADODB puts a mark of byte order in front: it is left out by copying from behind it. */
function writeText(path, text) {
  var stream = new ActiveXObject('ADODB.Stream');
  stream.Type = 2;
  stream.Charset = 'utf-8';
  stream.Open();
  stream.WriteText(text);
  stream.Position = 0;
  stream.Type = 1;
  stream.Position = 3;
  var bare = new ActiveXObject('ADODB.Stream');
  bare.Type = 1;
  bare.Open();
  stream.CopyTo(bare);
  bare.SaveToFile(path, 2);
  bare.Close();
  stream.Close();
}

function stamp() {
  var now = new Date();
  var parts = [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes(), now.getSeconds()];
  var text = '';
  for (var at = 0; at < parts.length; at += 1) text += parts[at] < 10 ? '0' + parts[at] : String(parts[at]);
  return text;
}

if (typeof WScript !== 'undefined') {
  try {
    WScript.Echo(run(new ActiveXObject('WScript.Shell'), new ActiveXObject('Scripting.FileSystemObject'), WScript.Arguments.Item(0), WScript.Arguments.Item(1)));
  } catch (error) {
    WScript.Echo('没有完成：' + error.message + '\r\n请关闭 WPS 后再试；仍不行时可按 说明.txt 手工安装。');
    WScript.Quit(1);
  }
}
