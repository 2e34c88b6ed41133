import { Button, Input, Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { FindingView } from '../../open-workbook';
import { TextLink } from '../parts/link';
import { Close, Search } from '../parts/icons';
import { say } from '../texts/say';
import { NO_FILTER, countByCheck, isFiltering, type Filter } from './search';

interface SearchLineProps {
  readonly findings: readonly FindingView[];
  readonly shown: number;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

const ALL = '*';

/** The text box and the menu of checks; it has the keyboard when it opens. */
export function SearchLine({ findings, shown, filter, onFilter, onClose }: SearchLineProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const checks = countByCheck(findings);
  const chosen = checks.find(({ code }) => code === filter.code);
  return (
    <div className="jh-search" role="search">
      <div className="jh-search-line">
        <Input
          ref={box}
          size="small"
          className="jh-search-box"
          contentBefore={<Search size={14} />}
          aria-label={say('search.placeholder')}
          placeholder={say('search.placeholder')}
          value={filter.text}
          onChange={(_, { value }) => onFilter({ ...filter, text: value })}
        />
        <Button size="small" appearance="subtle" icon={<Close />} aria-label={say('do.close')} onClick={onClose} />
      </div>
      <Menu
        inline
        positioning={{ position: 'below', align: 'start', autoSize: true }}
        checkedValues={{ code: [filter.code ?? ALL] }}
        onCheckedValueChange={(_, { checkedItems }) =>
          onFilter({ ...filter, code: checkedItems[0] === ALL ? null : (checkedItems[0] ?? null) })
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" className="jh-search-checks">
            {chosen === undefined ? say('search.checks') : say('search.check', { headline: chosen.headline, n: chosen.count })}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover className="jh-menu">
          <MenuList>
            <MenuItemRadio name="code" value={ALL}>
              {say('search.checks')}
            </MenuItemRadio>
            {checks.map(({ code, headline, count }) => (
              <MenuItemRadio key={code} name="code" value={code}>
                {say('search.check', { headline, n: count })}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {isFiltering(filter) && (
        <p className="jh-search-shown" role="status">
          {say('search.shown', { n: shown, all: findings.length })}{' '}
          <TextLink onClick={() => onFilter(NO_FILTER)}>{say('search.all')}</TextLink>
        </p>
      )}
    </div>
  );
}
