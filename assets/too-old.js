/* Runs before everything else, in engines of any age: where the add-in cannot run, says so instead of staying empty. */
(function () {
  if ('noModule' in document.createElement('script') && typeof Object.entries === 'function') return;
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('root').innerHTML =
      '<p style="font:14px/1.6 \'Microsoft YaHei\',sans-serif;margin:16px">这个版本的 Excel 太旧，无法运行绩核。需要 Excel 2021 及以后的版本、Microsoft 365 或网页版 Excel。' +
      '可以改用浏览器里的绩核工作台打开这个文件，或在 WPS 表格里用绩核，也可以用命令行 jihe check。</p>';
  });
})();
