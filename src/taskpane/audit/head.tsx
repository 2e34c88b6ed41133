import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { Mode, TableView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { BackLink } from '../parts/back-link';
import { More } from '../parts/icons';
import { say } from '../texts/say';
import { saveJson, saveWorkbook } from './exports';
import { paneVerdict } from './verdict-text';

interface HeadProps {
  readonly table: TableView;
  readonly onSettings: (at: 'top' | 'standard' | 'traces') => void;
}

/** Kind and year, the unit, the mode and what else can be done. */
export function Head({ table, onSettings }: HeadProps) {
  const { shell, page, state } = usePane();
  const title = table.year === null ? table.kind : say('head.title', { kind: table.kind, year: table.year });
  return (
    <header className="jh-head">
      <BackLink shell={shell} page={page} />
      <div className="jh-head-line">
        <div className="jh-head-text">
          <h1>{title}</h1>
          {table.unit !== null && <p className="jh-unit">{table.unit}</p>}
        </div>
        <ModeMenu />
        <MoreMenu onSettings={onSettings} />
      </div>
      {state.audit !== null && state.audit.tables.length > 1 && <TablesMenu />}
    </header>
  );
}

const MODES: readonly Mode[] = ['fill', 'review'];

function ModeMenu() {
  const { open, mode } = usePane();
  return (
    <Menu
      inline
      positioning={{ position: 'below', align: 'end', autoSize: true }}
      checkedValues={{ mode: [mode] }}
      onCheckedValueChange={(_, { checkedItems }) => void open.setMode(checkedItems[0] as Mode)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" className="jh-mode" aria-label={say('mode.button', { mode: say(`mode.${mode}`) })}>
          {say(`mode.${mode}`)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="jh-menu">
        <MenuList>
          {MODES.map((one) => (
            <MenuItemRadio key={one} name="mode" value={one} subText={say(`mode.${one}.what`)}>
              {say(`mode.${one}.whose`)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MoreMenu({ onSettings }: { readonly onSettings: HeadProps['onSettings'] }) {
  const { open, state, shell } = usePane();
  const marks = state.can !== null && state.can.marks !== 'none';
  return (
    <Menu inline positioning={{ position: 'below', align: 'end', autoSize: true }}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<More />} aria-label={say('head.more')} />
      </MenuTrigger>
      <MenuPopover className="jh-menu">
        <MenuList>
          {marks && <MenuItem onClick={() => void open.mark()}>{say('menu.mark')}</MenuItem>}
          {marks && (
            <MenuItem disabled={state.marked === null} onClick={() => void open.clearMarks()}>
              {say('menu.clearMarks')}
            </MenuItem>
          )}
          <MenuItem onClick={() => onSettings('traces')}>{say('menu.removeTraces')}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => void saveWorkbook(open, shell)}>{say('menu.export')}</MenuItem>
          <MenuItem onClick={() => saveJson(open, shell)}>{say('menu.exportJson')}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => onSettings('standard')}>{say('menu.standard')}</MenuItem>
          <MenuItem onClick={() => onSettings('top')}>{say('menu.settings')}</MenuItem>
          {shell.collapse !== undefined && <MenuItem onClick={() => shell.collapse?.()}>{say('menu.collapse')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Where a workbook holds several score tables. */
function TablesMenu() {
  const { open, state, mode } = usePane();
  const tables = state.audit!.tables;
  const shown = tables[state.table] ?? tables[0]!;
  /** The sheet goes along to the table chosen. */
  const choose = (index: number) => {
    open.showTable(index);
    const at = tables[index]?.findings[0]?.cell.at ?? tables[index]?.scores[0]?.rows[0]?.nameCell.at;
    if (at !== undefined) void open.locate(at);
  };
  return (
    <Menu
      inline
      positioning={{ position: 'below', align: 'start', autoSize: true }}
      checkedValues={{ table: [String(state.table)] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(Number(checkedItems[0]))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" className="jh-tables">
          {say('head.tables', { sheet: shown.entry.sheet, n: tables.length })}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="jh-menu">
        <MenuList>
          {tables.map((table, index) => (
            <MenuItemRadio
              key={`${table.sheetKey} ${table.entry.table}`}
              name="table"
              value={String(index)}
              subText={paneVerdict(table, mode).sentence}
            >
              {table.entry.sheet}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
