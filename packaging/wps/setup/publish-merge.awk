# Puts one entry into WPS's publish.xml, or takes it out, and leaves everything else as it is: what publish-merge.js does, in awk.
# -v name=NAME -v entry=ENTRY (empty: take out only); reads the file, prints the new one; exit 3 where it is no list of add-ins.
{ text = text (NR > 1 ? "\n" : "") $0 }
END {
  text = text (NR > 0 ? "\n" : "")
  newline = index(text, "\r\n") > 0 ? "\r\n" : "\n"
  blank = text
  gsub(/[ \t\r\n]|\357\273\277/, "", blank)
  if (blank == "") {
    if (entry == "") { printf "%s", text; exit 0 }
    printf "%s", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" newline "<jsplugins>" newline "  " entry newline "</jsplugins>" newline
    exit 0
  }
  out = ""
  close_at = 0
  while (text != "") {
    open = index(text, "<")
    if (open == 0) { out = out text; break }
    out = out substr(text, 1, open - 1)
    text = substr(text, open)
    size = token_size(text)
    if (size == 0) exit 3
    token = substr(text, 1, size)
    rest = substr(text, size + 1)
    if (is_ours(token)) {
      if (token !~ /\/>$/) {
        from = index(rest, "</" tag_name(token))
        if (from == 0) exit 3
        rest = substr(rest, from)
        to = index(rest, ">")
        if (to == 0) exit 3
        rest = substr(rest, to + 1)
      }
      bare = out
      sub(/[ \t]*$/, "", bare)
      if (bare ~ /\n$/ && match(rest, /^[ \t]*\r?\n/)) {
        out = bare
        rest = substr(rest, RLENGTH + 1)
      }
    } else if (token ~ /^<jsplugins([ \t\r\n][^>]*)?\/>$/) {
      sub(/[ \t\r\n]*\/>$/, ">", token)
      out = out token newline
      close_at = length(out) + 1
      out = out "</jsplugins>"
    } else {
      if (token ~ /^<\/jsplugins[ \t\r\n]*>$/) close_at = length(out) + 1
      out = out token
    }
    text = rest
  }
  if (close_at == 0) exit 3
  if (entry == "") { printf "%s", out; exit 0 }
  before = substr(out, 1, close_at - 1)
  sub(/[ \t]*$/, "", before)
  if (before !~ /\n$/) before = before newline
  printf "%s", before "  " entry newline substr(out, close_at)
}

# Length of the comment, instruction or tag that begins here; 0: it never ends.
function token_size(from,    stop, at, sign, quote) {
  if (substr(from, 1, 4) == "<!--") { stop = index(substr(from, 5), "-->"); return stop == 0 ? 0 : stop + 6 }
  if (substr(from, 1, 4) == "<![C") { stop = index(substr(from, 5), "]]>"); return stop == 0 ? 0 : stop + 6 }
  if (substr(from, 1, 2) == "<?") { stop = index(substr(from, 3), "?>"); return stop == 0 ? 0 : stop + 3 }
  quote = ""
  for (at = 1; at <= length(from); at++) {
    sign = substr(from, at, 1)
    if (quote != "") { if (sign == quote) quote = "" }
    else if (sign == "\"" || sign == "'") quote = sign
    else if (sign == ">") return at
  }
  return 0
}

function tag_name(token,    name) {
  name = substr(token, 2)
  match(name, /[ \t\r\n\/>]/)
  return substr(name, 1, RSTART - 1)
}

function is_ours(token,    value) {
  if (token !~ /^<(jsplugin|jspluginonline)[ \t\r\n]/) return 0
  if (!match(token, /[ \t\r\n]name[ \t\r\n]*=[ \t\r\n]*("[^"]*"|'[^']*')/)) return 0
  value = substr(token, RSTART, RLENGTH)
  sub(/^[ \t\r\n]name[ \t\r\n]*=[ \t\r\n]*/, "", value)
  return substr(value, 2, length(value) - 2) == name
}
