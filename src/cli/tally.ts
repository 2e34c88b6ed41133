import type { BudgetHeld } from '../receipt';
import { annotatedLine } from './texts/annotate';
import type { Counts } from './texts/usage';
import { EXIT, type Exit } from './exit';
import type { FileOutcome } from './pool/job';
import type { PassedFiles } from './shard';

/** What is summed up while results pass. */
export class Tally {
  private tables = 0;
  private reports = 0;
  private unreadReports = 0;
  private files = 0;
  private unreadable = 0;
  private unrecognised = 0;
  private ours = 0;
  private lost = 0;
  private mandatory = 0;
  private unanswered = 0;
  private failed = 0;
  private advisory = 0;
  /** Of the files that were held against a budget list. */
  readonly budgets: BudgetHeld[] = [];
  private readonly annotated = { copy: 0, beside: 0, 'not-written': 0 };

  constructor(private skipped: number) {}

  /** Files without an entry that somebody else counted. */
  passed({ ours, skipped }: PassedFiles): void {
    this.ours += ours;
    this.skipped += skipped;
  }

  add(outcome: FileOutcome): void {
    this.mandatory += outcome.mandatory;
    if (outcome.budget != null) this.budgets.push(outcome.budget);
    this.unanswered += outcome.unanswered;
    this.failed += outcome.failed;
    this.advisory += outcome.advisory;
    if (outcome.annotated !== null) this.annotated[outcome.annotated.is] += 1;
    this.reports += outcome.reports.read;
    this.unreadReports += outcome.reports.unread;
    if (outcome.is === 'audited') {
      this.files += 1;
      this.tables += outcome.tables;
    } else if (outcome.is === 'unreadable') {
      if (outcome.failed > 0) this.lost += 1;
      else this.unreadable += 1;
    } else if (outcome.is === 'unrecognised') this.unrecognised += 1;
    else if (outcome.is === 'ours') this.ours += 1;
    else if (outcome.is !== 'report') this.skipped += 1;
  }

  /** Whether anything is asked of anybody. */
  get asked(): boolean {
    return this.mandatory + this.advisory > 0;
  }

  counts(): Counts {
    const { tables, files, lost, unreadable, unrecognised, ours, skipped, reports, unreadReports } = this;
    return { tables, files, lost, unreadable, unrecognised, ours, skipped, reports, unreadReports };
  }

  /** How many copies were written into `folder`. */
  copies(folder: string): string {
    return annotatedLine(this.annotated.copy, this.annotated.beside, this.annotated['not-written'], folder);
  }

  /** `requireAnswers`: advisory findings nobody has explained count as well. */
  exit(requireAnswers = false): Exit {
    if (this.tables === 0) return EXIT.nothing;
    const asked = this.mandatory + this.failed + (requireAnswers ? this.unanswered : 0);
    return asked > 0 ? EXIT.mandatory : EXIT.fine;
  }
}
