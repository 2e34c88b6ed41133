import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Mode } from '../../open-workbook';
import { usePane } from '../parts/context';
import { Back } from '../parts/icons';
import { TextLink } from '../parts/link';
import { pickFile } from '../parts/pick-file';
import type { ThemeChoice } from '../shell';
import { say } from '../texts/say';
import { StandardSetting } from './standard-setting';
import { Problems } from './problems';
import { TracesSetting } from './traces-setting';

export type SettingsPart = 'top' | 'standard' | 'traces';

interface SettingsScreenProps {
  readonly at: SettingsPart;
  readonly onClose: () => void;
}

/** 设置: what has no place elsewhere. */
export function SettingsScreen({ at, onClose }: SettingsScreenProps) {
  const { shell, page } = usePane();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wanted = at === 'top' ? null : root.current?.querySelector(`[data-part="${at}"]`);
    (wanted ?? root.current)?.scrollIntoView?.({ block: 'start' });
    root.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [at]);
  return (
    <div className="jh-list jh-settings" ref={root}>
      <div className="jh-settings-head">
        <Button size="small" appearance="subtle" icon={<Back />} aria-label={say('head.back')} onClick={onClose} />
        <h1 tabIndex={-1}>{say('settings.title')}</h1>
      </div>
      <ModeSetting />
      <Part part="standard" title={say('settings.standard')}>
        <StandardSetting />
      </Part>
      <TemplateSetting />
      <RecheckSetting />
      <Part part="theme" title={say('settings.theme')}>
        <RadioGroup
          layout="horizontal"
          aria-label={say('settings.theme')}
          value={page.theme}
          onChange={(_, { value }) => shell.setTheme(value as ThemeChoice)}
        >
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={say(`settings.theme.${theme}`)} />
          ))}
        </RadioGroup>
      </Part>
      <ExtraSettings />
      {shell.selfCheck !== undefined && <SelfCheck run={shell.selfCheck.bind(shell)} />}
      <Part part="traces" title={say('settings.traces')}>
        <TracesSetting />
      </Part>
      <About />
    </div>
  );
}

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];
const MODES: readonly Mode[] = ['fill', 'review'];

function Part({ part, title, children }: { readonly part: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="jh-setting" data-part={part} aria-labelledby={`jh-setting-${part}`}>
      <h2 id={`jh-setting-${part}`}>{title}</h2>
      {children}
    </section>
  );
}

function ModeSetting() {
  const { open, mode } = usePane();
  return (
    <Part part="mode" title={say('settings.mode')}>
      <RadioGroup aria-label={say('settings.mode')} value={mode} onChange={(_, { value }) => void open.setMode(value as Mode)}>
        {MODES.map((one) => (
          <Radio key={one} value={one} label={say(`mode.${one}.what`)} />
        ))}
      </RadioGroup>
    </Part>
  );
}

function TemplateSetting() {
  const { open, state } = usePane();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const choose = async () => {
    const file = await pickFile('.xlsx,.xlsm,.xls,.et');
    if (file !== null) setProblems(await open.setTemplate(file));
  };
  const { template } = state.settings;
  return (
    <Part part="template" title={say('settings.template')}>
      <p className="jh-setting-note">{template ?? say('settings.template.none')}</p>
      <Problems sentences={problems} />
      <div className="jh-actions">
        <Button size="small" className="jh-act" onClick={() => void choose()}>
          {say('settings.template.choose')}
        </Button>
        {template !== null && (
          <Button size="small" appearance="subtle" className="jh-act" onClick={() => void open.setTemplate(null).then(setProblems)}>
            {say('settings.template.drop')}
          </Button>
        )}
      </div>
    </Part>
  );
}

function RecheckSetting() {
  const { open, state } = usePane();
  return (
    <div className="jh-setting">
      <Checkbox
        checked={state.settings.recheck}
        label={say('settings.recheck')}
        onChange={(_, { checked }) => void open.setRecheck(checked === true)}
      />
    </div>
  );
}

function ExtraSettings() {
  const { shell, page } = usePane();
  return (
    <>
      {page.settings.map(({ key, label, hint, on }) => (
        <div className="jh-setting" key={key}>
          <Checkbox checked={on} label={label} onChange={(_, { checked }) => shell.changeSetting?.(key, checked === true)} />
          {hint !== '' && <p className="jh-setting-note">{hint}</p>}
        </div>
      ))}
    </>
  );
}

function SelfCheck({ run }: { readonly run: () => Promise<readonly string[]> }) {
  const [found, setFound] = useState<readonly string[] | null>(null);
  return (
    <Part part="self-check" title={say('settings.selfCheck')}>
      {found !== null && found.length === 0 && <p className="jh-setting-note">{say('settings.selfCheck.fine')}</p>}
      <Problems sentences={found ?? []} />
      <div className="jh-actions">
        <Button size="small" className="jh-act" onClick={() => void run().then(setFound)}>
          {say('settings.selfCheck.run')}
        </Button>
      </div>
    </Part>
  );
}

function About() {
  const { shell } = usePane();
  const [licences, setLicences] = useState<string | null>(null);
  const toggle = () => {
    if (licences !== null) setLicences(null);
    else void shell.licences().then((text) => setLicences(text === '' ? say('settings.noLicences') : text));
  };
  return (
    <Part part="about" title={say('settings.about')}>
      <p className="jh-setting-note">
        {say('settings.version', { version: shell.version })}
        <br />
        {say('settings.private')}
      </p>
      <TextLink expanded={licences !== null} onClick={toggle}>
        {say('settings.licences')}
      </TextLink>
      {licences !== null && (
        <pre className="jh-licences" tabIndex={0} aria-label={say('settings.licences')}>
          {licences}
        </pre>
      )}
    </Part>
  );
}
