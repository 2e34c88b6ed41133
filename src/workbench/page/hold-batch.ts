/** What a batch is held against beside its list: fetched when somebody asks. */
import type { Judging } from '../../open-workbook';
import type { Shell } from '../../taskpane';
import type { Batch } from '../batch';
import type { HeldView, HoldKind } from '../batch/view';
import type * as HeldPart from '../held';
import type { ReviewDesk } from '../desk/review-desk';
import { askFor } from './ask-for';

export const heldPart = (): Promise<typeof HeldPart> => import(/* webpackChunkName: "held" */ '../held');

export class BatchHolding {
  view: HeldView | null = null;
  private made: Promise<HeldPart.Holdings> | null = null;

  /** `budget`: what files opened from the batch are held against; `renew`: draws the page. */
  constructor(
    private readonly batch: Batch,
    private readonly parts: {
      readonly file: (path: string) => (() => void) | null;
      readonly budget: (budget: Judging['budget'] | null) => void;
      readonly renew: () => void;
      readonly shell: Pick<Shell, 'download'>;
      /** The desk of whoever reviews; null: nobody does. */
      readonly desk: () => Promise<ReviewDesk | null>;
    },
  ) {}

  ask(kind: HoldKind): void {
    // The reports of a batch came with it.
    if (kind === 'reports') void this.held().then((own) => own.readReports());
    else askFor(kind, () => this.held());
  }

  /** Another batch comes. */
  forget(): void {
    void this.made?.then((held) => held.setDesk(null));
  }

  private held(): Promise<HeldPart.Holdings> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<HeldPart.Holdings> {
    const { Holdings: Holds, batchSource, batchHeld } = await heldPart();
    const held = new Holds(batchSource(this.batch, this.parts.budget));
    this.view = batchHeld(held, { choose: (kind) => this.ask(kind), file: this.parts.file, shell: this.parts.shell });
    void this.parts.desk().then((desk) => held.setDesk(desk));
    this.parts.renew();
    return held;
  }
}
