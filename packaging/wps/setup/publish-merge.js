/*
 * Puts one entry into WPS's publish.xml, or takes it out, and leaves everything else as it is. ES3, for cscript on Windows; the same is
 * done by publish-merge.awk on Linux, and the tests hold the two against each other.
 * text: the file's content, '' where there is none. name: of the add-in; every entry of that name goes. entry: the new one, or null.
 * Returns the new content, or null where the file is no list of add-ins and must not be touched.
 */
function mergePublish(text, name, entry) {
  if (text !== '' && !/\n$/.test(text)) text += '\n';
  var newline = text.indexOf('\r\n') >= 0 ? '\r\n' : '\n';
  if (/^[\uFEFF\s]*$/.test(text)) {
    if (entry === null) return text;
    return '<?xml version="1.0" encoding="UTF-8"?>' + newline + '<jsplugins>' + newline + '  ' + entry + newline + '</jsplugins>' + newline;
  }
  var out = '';
  var at = 0;
  var close = -1;
  while (at < text.length) {
    var open = text.indexOf('<', at);
    if (open < 0) open = text.length;
    out += text.substring(at, open);
    if (open === text.length) break;
    var end = publishTokenEnd(text, open);
    if (end < 0) return null;
    var token = text.substring(open, end);
    if (publishIsOurs(token, name)) {
      if (!/\/>$/.test(token)) {
        var closing = '</' + publishTagName(token);
        var from = text.indexOf(closing, end);
        var to = from < 0 ? -1 : text.indexOf('>', from);
        if (to < 0) return null;
        end = to + 1;
      }
      /* The line it stood on goes with it. */
      var bare = out.replace(/[ \t]*$/, '');
      if (/\n$/.test(bare) && /^[ \t]*\r?\n/.test(text.substring(end))) {
        out = bare;
        end += /^[ \t]*\r?\n/.exec(text.substring(end))[0].length;
      }
    } else if (/^<jsplugins(\s[^>]*)?\/>$/.test(token)) {
      out += token.replace(/\s*\/>$/, '>') + newline;
      close = out.length;
      out += '</jsplugins>';
    } else {
      if (/^<\/jsplugins\s*>$/.test(token)) close = out.length;
      out += token;
    }
    at = end;
  }
  if (close < 0) return null;
  if (entry === null) return out;
  var before = out.substring(0, close).replace(/[ \t]*$/, '');
  if (!/\n$/.test(before)) before += newline;
  return before + '  ' + entry + newline + out.substring(close);
}

/* Behind a comment, an instruction or a tag; a > inside quotes does not end a tag. −1: it never ends. */
function publishTokenEnd(text, open) {
  var ends = { '<!--': '-->', '<![C': ']]>', '<?': '?>' };
  for (var begin in ends) {
    if (text.substring(open, open + begin.length) === begin) {
      var stop = text.indexOf(ends[begin], open + begin.length);
      return stop < 0 ? -1 : stop + ends[begin].length;
    }
  }
  var quote = '';
  for (var at = open; at < text.length; at += 1) {
    var sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (sign === '>') {
      return at + 1;
    }
  }
  return -1;
}

function publishTagName(token) {
  return /^<([^\s\/>]*)/.exec(token)[1];
}

function publishIsOurs(token, name) {
  if (!/^<(jsplugin|jspluginonline)\s/.test(token)) return false;
  var found = /\sname\s*=\s*("([^"]*)"|'([^']*)')/.exec(token);
  return found !== null && (found[2] || found[3]) === name;
}
