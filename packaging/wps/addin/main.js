/*
 * The add-in's own page: it only opens and closes the pane and hands on what was asked for. All work is done in the pane.
 * Plain ES5 and plain global functions: WPS finds the callbacks of ribbon.xml by name, and hides the tab where one is async.
 */

/* Kept by host: the storage is shared with WPS 文字 and 演示, whose panes have numbers of their own. */
var JIHE_PANE_KEY = 'jihe_pane_et';
var JIHE_COMMAND_KEY = 'jihe_command_et';
var JIHE_RIGHT = 2;
var JIHE_WIDTH = 360;
var JIHE_COMMANDS = { jiheAudit: 'audit', jiheRecalc: 'recalc', jiheMark: 'mark' };
var JIHE_IMAGES = {
  jiheAudit: 'images/audit.svg',
  jiheRecalc: 'images/recalc.svg',
  jiheMark: 'images/mark.svg',
  jihePane: 'images/pane.svg',
};

function JiheApplication() {
  return window.Application || window.wps.EtApplication();
}

/* The folder of the add-in, without a slash at its end. */
function JiheFolder() {
  var address = decodeURI(String(window.location.href)).split(/[?#]/)[0];
  return address.substring(0, address.lastIndexOf('/'));
}

/* The pane made before, or null: its number may be that of a window that is closed. */
function JiheKnownPane(app) {
  var id = app.PluginStorage.getItem(JIHE_PANE_KEY);
  if (id === null || id === undefined || id === '') return null;
  try {
    var pane = app.GetTaskPane(Number(id));
    if (!pane) return null;
    pane.Visible = pane.Visible;
    return pane;
  } catch (error) {
    return null;
  }
}

function JiheNewPane(app) {
  var pane = app.CreateTaskPane(JiheFolder() + '/ui/taskpane.html', '绩核');
  app.PluginStorage.setItem(JIHE_PANE_KEY, pane.ID);
  try {
    pane.DockPosition = JIHE_RIGHT;
    pane.Width = JIHE_WIDTH;
  } catch (error) {
    /* It stands where WPS puts it. */
  }
  return pane;
}

function OnAddinLoad(ribbonUI) {
  window.JiheRibbon = ribbonUI;
  return true;
}

function OnAction(control) {
  var app = JiheApplication();
  var id = control.Id || control.id;
  var command = JIHE_COMMANDS[id];
  var pane = JiheKnownPane(app);
  if (command) {
    /* With the time, so that the same command twice is two commands. */
    app.PluginStorage.setItem(JIHE_COMMAND_KEY, command + ' ' + new Date().getTime());
    (pane || JiheNewPane(app)).Visible = true;
  } else if (pane) {
    pane.Visible = !pane.Visible;
  } else {
    JiheNewPane(app).Visible = true;
  }
  return true;
}

function GetImage(control) {
  return JIHE_IMAGES[control.Id || control.id];
}
