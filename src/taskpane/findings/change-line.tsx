import { say } from '../texts/say';

/** 「9.8 → 9.47」; a screen reader hears 「9.8 应为 9.47」. */
export function ValueChange({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <span className="jh-change">
      <span aria-hidden="true">
        {from} {say('row.arrow')} <strong>{to}</strong>
      </span>
      <span className="jh-unseen">{say('row.values', { from, to })}</span>
    </span>
  );
}
