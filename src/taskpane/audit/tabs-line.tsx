import { Button, Tab, TabList } from '@fluentui/react-components';
import type { TableView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { Search } from '../parts/icons';
import { say } from '../texts/say';
import type { TabKey } from './memory';

interface TabsLineProps {
  readonly table: TableView;
  readonly tab: TabKey;
  readonly onTab: (tab: TabKey) => void;
  /** null: too few findings to search in. */
  readonly onSearch: (() => void) | null;
  readonly searching: boolean;
}

/** 问题 n ｜ 得分 ｜ 小结 ｜ 反馈 n at the reviewer's desk, and ⌕ where there is much to look through. */
export function TabsLine({ table, tab, onTab, onSearch, searching }: TabsLineProps) {
  const { desk } = usePane();
  const { mandatory, advisory } = table.verdict;
  const labels: Readonly<Record<Exclude<TabKey, 'desk'>, string>> = {
    findings: say('tab.findings', { n: mandatory + advisory }),
    scores: say('tab.scores'),
    summary: say('tab.summary'),
  };
  return (
    <div className="jh-tabs">
      <TabList size="small" aria-label={say('tabs')} selectedValue={tab} onTabSelect={(_, { value }) => onTab(value as TabKey)}>
        {(Object.keys(labels) as (keyof typeof labels)[]).map((key) => (
          <Tab key={key} value={key} id={`jh-tab-${key}`} aria-controls="jh-panel">
            {labels[key]}
          </Tab>
        ))}
        {desk !== null && (
          <Tab value="desk" id="jh-tab-desk" aria-controls="jh-panel">
            <desk.parts.TabLabel />
          </Tab>
        )}
      </TabList>
      {onSearch !== null && tab === 'findings' && (
        <Button
          size="small"
          appearance="subtle"
          className="jh-search-open"
          icon={<Search />}
          aria-label={say('search.open')}
          title={say('search.open')}
          aria-expanded={searching}
          onClick={onSearch}
        />
      )}
    </div>
  );
}
