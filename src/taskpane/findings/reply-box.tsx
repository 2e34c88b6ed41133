import { Button, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { FindingView, ReplyView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { say } from '../texts/say';

/** 编号, what has become of the finding, and the place to answer it: the unit's 说明, or in 审核 mode the reviewer's opinion on it. */
export function ReplyBox({ finding }: { readonly finding: FindingView }) {
  const { mode } = usePane();
  if (finding.severity === 'info') return null;
  const { reply } = finding;
  return (
    <div className="jh-reply">
      <p className="jh-reply-state">
        {say('reply.id', { id: reply.id })}
        {reply.state !== null && <strong>{reply.state}</strong>}
      </p>
      {mode === 'fill' ? <OwnText reply={reply} /> : <Said label={say('reply.text')} text={reply.text} />}
      {mode === 'fill' && <Opinions reply={reply} />}
      {mode === 'review' && <Opinion reply={reply} />}
    </div>
  );
}

function Said({ label, text }: { readonly label: string; readonly text: string }) {
  return text === '' ? null : <p className="jh-reply-said">{say('reply.said', { label, text })}</p>;
}

function Opinions({ reply }: { readonly reply: ReplyView }) {
  return (
    <>
      <Said label={say('reply.department')} text={reply.department} />
      <Said label={say('reply.finance')} text={reply.finance} />
    </>
  );
}

/** The unit's 说明; it counts when the field is left. */
function OwnText({ reply }: { readonly reply: ReplyView }) {
  const { open } = usePane();
  const [text, setText] = useState(reply.text);
  const label = useId();
  useEffect(() => setText(reply.text), [reply.text]);
  return (
    <div className="jh-reply-field">
      <label id={label}>{say('reply.text')}</label>
      <Textarea
        aria-labelledby={label}
        size="small"
        resize="vertical"
        placeholder={say('reply.hint')}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onBlur={() => void open.reply(reply.id, 'text', text)}
      />
    </div>
  );
}

type Reviewer = 'department' | 'finance';

/** 同意 needs a ground; 退回 may say what is lacking. */
function Opinion({ reply }: { readonly reply: ReplyView }) {
  const { open } = usePane();
  const [reviewer, setReviewer] = useState<Reviewer>(reply.department !== '' && reply.finance === '' ? 'department' : 'finance');
  const [ground, setGround] = useState('');
  const label = useId();
  const write = (word: string) => {
    const own = ground.trim();
    setGround('');
    void open.reply(reply.id, reviewer, own === '' ? word : say('reply.opinion', { word, ground: own }));
  };
  return (
    <>
      <Opinions reply={reply} />
      <Select size="small" aria-label={say('reply.reviewer')} value={reviewer} onChange={(_, { value }) => setReviewer(value as Reviewer)}>
        <option value="department">{say('reply.department')}</option>
        <option value="finance">{say('reply.finance')}</option>
      </Select>
      <div className="jh-reply-field">
        <label id={label}>{say('reply.ground')}</label>
        <Textarea aria-labelledby={label} size="small" resize="vertical" value={ground} onChange={(_, { value }) => setGround(value)} />
      </div>
      <div className="jh-actions">
        <Button
          size="small"
          appearance="outline"
          className="jh-act"
          disabled={ground.trim() === ''}
          onClick={() => write(say('reply.agree'))}
        >
          {say('reply.agree')}
        </Button>
        <Button size="small" appearance="outline" className="jh-act" onClick={() => write(say('reply.return'))}>
          {say('reply.return')}
        </Button>
      </div>
    </>
  );
}
