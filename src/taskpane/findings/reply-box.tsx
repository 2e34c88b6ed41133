import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FindingView, Mode, ReplyView } from '../../open-workbook';
import { usePane } from '../parts/context';
import { TextLink } from '../parts/link';
import { say } from '../texts/say';

/**
 * 编号, what has become of the finding, and the place to answer it: the unit's 说明, or in 审核 mode the reviewer's opinion on it. Most findings
 * are put right rather than answered, so the field opens when it is asked for.
 */
export function ReplyBox({ finding }: { readonly finding: FindingView }) {
  const { mode, desk } = usePane();
  const [writing, setWriting] = useState(false);
  if (finding.severity === 'info' && desk === null) return null;
  const { reply } = finding;
  return (
    <div className="jh-reply">
      <p className="jh-reply-state">
        {say('reply.id', { id: reply.id })}
        {reply.state !== null && <strong>{reply.state}</strong>}
        <TextLink expanded={writing} onClick={() => setWriting(!writing)}>
          {say(asked(mode, reply))}
        </TextLink>
      </p>
      {mode === 'fill' && writing ? (
        <OwnText reply={reply} onDone={() => setWriting(false)} />
      ) : (
        <Said label={say('reply.text')} text={reply.text} />
      )}
      <Opinions reply={reply} />
      {desk !== null && !writing && <desk.parts.Said id={reply.id} />}
      {mode === 'review' && writing && <Opinion reply={reply} info={finding.severity === 'info'} />}
    </div>
  );
}

function asked(mode: Mode, reply: ReplyView): 'reply.write' | 'reply.change' | 'reply.judge' {
  if (mode === 'review') return 'reply.judge';
  return reply.text === '' ? 'reply.write' : 'reply.change';
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

/**
 * The unit's 说明; it counts when the field is left. Plain elements: those of Fluent bring style rules of their own when they are first shown,
 * and every cell of a large sheet beside the pane would be styled anew.
 */
function OwnText({ reply, onDone }: { readonly reply: ReplyView; readonly onDone: () => void }) {
  const { open } = usePane();
  const [text, setText] = useState(reply.text);
  const label = useId();
  const field = useFocused<HTMLTextAreaElement>();
  useEffect(() => setText(reply.text), [reply.text]);
  const keep = () => void open.reply(reply.id, 'text', text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A field that is taken away is not left: what stands in it is kept first.
    keep();
    onDone();
  };
  return (
    <div className="jh-reply-field">
      <label id={label}>{say('reply.text')}</label>
      <textarea
        ref={field}
        className="jh-text"
        aria-labelledby={label}
        rows={2}
        placeholder={say('reply.hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={keep}
      />
    </div>
  );
}

/** For what was opened by a press: its first field has the keyboard at once. */
function useFocused<T extends HTMLElement>(): RefObject<T> {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

type Reviewer = 'letter' | 'department' | 'finance';

interface OpinionProps {
  readonly reply: ReplyView;
  /** 参考 asks for nothing that could be agreed to. */
  readonly info: boolean;
}

/** Where an opinion is written: into the letter, which is the reviewer's own, or as that of one of the two authorities. */
function Opinion({ reply, info }: OpinionProps) {
  const { desk } = usePane();
  const own: Reviewer = reply.department !== '' && reply.finance === '' ? 'department' : 'finance';
  const [reviewer, setReviewer] = useState<Reviewer>(desk === null ? own : 'letter');
  return (
    <>
      <select
        className="jh-text"
        aria-label={say(desk === null ? 'reply.reviewer' : 'reply.where')}
        value={reviewer}
        onChange={(event) => setReviewer(event.target.value as Reviewer)}
      >
        {desk !== null && <option value="letter">{say('reply.letter')}</option>}
        {!info && <option value="department">{say('reply.department')}</option>}
        {!info && <option value="finance">{say('reply.finance')}</option>}
      </select>
      {reviewer === 'letter' ? desk !== null && <desk.parts.ReviewWords id={reply.id} /> : <Ground reply={reply} reviewer={reviewer} />}
    </>
  );
}

interface GroundProps {
  readonly reply: ReplyView;
  readonly reviewer: Exclude<Reviewer, 'letter'>;
}

/** 同意 needs a ground; 退回 may say what is lacking. */
function Ground({ reply, reviewer }: GroundProps) {
  const { open } = usePane();
  const [ground, setGround] = useState('');
  const label = useId();
  const field = useFocused<HTMLTextAreaElement>();
  const write = (word: string) => {
    const own = ground.trim();
    setGround('');
    void open.reply(reply.id, reviewer, own === '' ? word : say('reply.opinion', { word, ground: own }));
  };
  return (
    <>
      <div className="jh-reply-field">
        <label id={label}>{say('reply.ground')}</label>
        <textarea
          ref={field}
          className="jh-text"
          aria-labelledby={label}
          rows={2}
          value={ground}
          onChange={(event) => setGround(event.target.value)}
        />
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
