import { Button, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OpenWorkbook, StandardChoice } from '../../open-workbook';
import { usePane } from '../parts/context';
import { pickFile } from '../parts/pick-file';
import { say } from '../texts/say';
import { Problems } from './problems';

const DETECT = '';
const OWN = '*';

/** 对照标准: detected, one of the built-in ones, or one's own as YAML, with its mistakes by line. */
export function StandardSetting() {
  const { open, state } = usePane();
  const { standard } = state.settings;
  const choices = useChoices(open);
  const own = standard !== null && 'yaml' in standard ? standard : null;
  const [writing, setWriting] = useState(false);
  const chosen = writing || own !== null ? OWN : standard === null ? DETECT : 'builtin' in standard ? standard.builtin : OWN;
  const choose = (value: string) => {
    setWriting(value === OWN);
    if (value !== OWN) void open.setStandard(value === DETECT ? null : { builtin: value });
  };
  return (
    <>
      <Select size="small" aria-label={say('settings.standard')} value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value={DETECT}>{say('settings.detect')}</option>
        {choices.map(({ id, title, reconstructed }) => (
          <option key={id} value={id}>
            {reconstructed ? say('settings.reconstructed', { title }) : title}
          </option>
        ))}
        <option value={OWN}>{own === null ? say('settings.ownChoice') : say('settings.own', { title: own.title })}</option>
      </Select>
      {chosen === DETECT && <p className="jh-setting-note">{say('settings.standard.hint')}</p>}
      {chosen === OWN && <OwnStandard text={own?.yaml ?? ''} />}
    </>
  );
}

/** Built-in standards, once they are there. */
function useChoices(open: OpenWorkbook): readonly StandardChoice[] {
  const [choices, setChoices] = useState<readonly StandardChoice[]>([]);
  useEffect(() => {
    let gone = false;
    open.standards().then(
      (all) => gone || setChoices(all),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [open]);
  return choices;
}

/** The title written in the text, for people. */
const titleOf = (yaml: string): string => /^title:\s*["']?(.+?)["']?\s*$/m.exec(yaml)?.[1] ?? say('settings.yaml.title');

function OwnStandard({ text }: { readonly text: string }) {
  const { open } = usePane();
  const [yaml, setYaml] = useState(text);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const use = async (content: string) => setProblems(await open.setStandard({ yaml: content, title: titleOf(content) }));
  const load = async () => {
    const file = await pickFile('.yaml,.yml');
    if (file === null) return;
    const content = new TextDecoder().decode(file.bytes);
    setYaml(content);
    await use(content);
  };
  return (
    <>
      <Textarea
        className="jh-yaml"
        size="small"
        resize="vertical"
        aria-label={say('settings.yaml')}
        placeholder={say('settings.yaml')}
        value={yaml}
        textarea={{ spellCheck: false, rows: 8 }}
        onChange={(_, { value }) => setYaml(value)}
      />
      {problems.length > 0 && <p className="jh-setting-note">{say('settings.yaml.problems', { n: problems.length })}</p>}
      <Problems sentences={problems} />
      <div className="jh-actions">
        <Button size="small" className="jh-act" disabled={yaml.trim() === ''} onClick={() => void use(yaml)}>
          {say('settings.yaml.use')}
        </Button>
        <Button size="small" appearance="subtle" className="jh-act" onClick={() => void load()}>
          {say('settings.yaml.import')}
        </Button>
      </div>
    </>
  );
}
