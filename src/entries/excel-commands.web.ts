/** The ribbon's functions in Excel: each works without the pane, says what it did in a dialog, and tells Excel when it is done. */
import { auditNow, CLOSE, clearTraces, FAILED, FUNCTION_NAMES, recalcNow, reportOf, type CommandReport } from '../commands';
import { ExcelHost, type OfficeRuntime } from '../hosts/excel';
import { openWorkbook, type OpenWorkbook } from '../open-workbook';
import { addressOf, asking, telling, YES, type Message } from './excel-message';
import { excelHere, officeHere, type CommandEvent, type OfficeGlobal } from './office-page';

type Name = 'recalc' | 'audit' | 'clear';
type Command = (runtime: OfficeRuntime, office: OfficeGlobal) => Promise<CommandReport>;

const COMMANDS: Readonly<Record<Name, Command>> = {
  recalc: (runtime) => opened(runtime, recalcNow),
  audit: (runtime) => opened(runtime, auditNow),
  clear: (runtime, office) => clearTraces(new ExcelHost(runtime), async (question) => (await show(asking(question), office)) === YES),
};

/** Per cent of the screen. A new object each time: the library writes into it. */
const size = () => ({ height: 40, width: 28, displayInIframe: true });

async function opened(
  runtime: OfficeRuntime,
  command: (open: OpenWorkbook, front: string | null) => Promise<CommandReport>,
): Promise<CommandReport> {
  const host = new ExcelHost(runtime);
  const open = openWorkbook(host);
  try {
    return await command(open, await host.sheetInFront());
  } finally {
    await open.close();
  }
}

/** Resolves when the dialog is gone, to what it answered. */
function show(message: Message, office: OfficeGlobal): Promise<string | null> {
  return new Promise((resolve) => {
    office.context.ui.displayDialogAsync(addressOf(message, location.href), size(), ({ status, value: dialog }) => {
      if (status !== 'succeeded') {
        resolve(null);
        return;
      }
      dialog.addEventHandler(office.EventType.DialogMessageReceived, ({ message: answer }) => {
        dialog.close();
        resolve(answer ?? null);
      });
      // Closed by its cross, or it could not be shown.
      dialog.addEventHandler(office.EventType.DialogEventReceived, () => resolve(null));
    });
  });
}

async function carryOut(name: Name, event: CommandEvent, office: OfficeGlobal): Promise<void> {
  try {
    const runtime = await excelHere();
    if (runtime === null) return;
    const outcome = await COMMANDS[name](runtime, office).catch((error: unknown) =>
      reportOf(FAILED, error instanceof Error ? error.message : String(error)),
    );
    await show(telling(outcome, CLOSE), office);
  } finally {
    event.completed();
  }
}

const office = officeHere();
if (office !== null) {
  void office.onReady().then(() => {
    for (const name of FUNCTION_NAMES as readonly Name[]) office.actions.associate(name, (event) => void carryOut(name, event, office));
  });
}
