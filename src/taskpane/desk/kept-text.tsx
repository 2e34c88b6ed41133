import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

interface KeptTextProps {
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
  /** One line only: a figure, a name. */
  readonly short?: boolean;
  readonly wrong?: string | null;
  readonly focused?: boolean;
  readonly onKeep: (text: string) => void;
}

/** A box whose text counts when it is left, also when it is taken away. Plain elements, as in the answers. */
export function KeptText({ label, text, hint, short = false, wrong = null, focused = false, onKeep }: KeptTextProps) {
  const [own, setOwn] = useState(text);
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => setOwn(text), [text]);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const keep = () => {
    if (own.trim() !== text) onKeep(own.trim());
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => () => latest.current(), []);
  const common = {
    id,
    ref: field,
    className: 'jh-text',
    value: own,
    placeholder: hint,
    'aria-invalid': wrong === null ? undefined : true,
    'aria-describedby': wrong === null ? undefined : `${id}-wrong`,
    onBlur: keep,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
  };
  return (
    <div className="jh-reply-field">
      <label htmlFor={id}>{label}</label>
      {short ? (
        <input {...common} onChange={(event) => setOwn(event.target.value)} onKeyDown={onKeyDown} />
      ) : (
        <textarea {...common} rows={2} onChange={(event) => setOwn(event.target.value)} />
      )}
      {wrong !== null && (
        <p id={`${id}-wrong`} className="jh-desk-wrong">
          {wrong}
        </p>
      )}
    </div>
  );
}
