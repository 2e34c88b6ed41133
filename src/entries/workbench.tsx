import { version } from '../../package.json';
import { auditedPane, type FileHolding, heldPart, ManyFiles, sampleAhead, sampleFile, type SampleRead, WorkbenchPage } from '../workbench';
import '../workbench/sheet/sheet.css';
import '../workbench/page/page.css';
import '../workbench/batch/view/batch.css';

const SAMPLE = '部门整体自评_湛江2024.xlsx';
const MISTAKES = '项目自评_有误.xlsx';

function start(root: HTMLElement, sample: SampleRead | null): void {
  let many: ManyFiles | null = null;
  let holding: Promise<FileHolding> | null = null;
  let holds: () => Promise<FileHolding> = () => Promise.reject(new Error('no pane yet'));
  const page = new WorkbenchPage(root, {
    many: (files) => many?.take(files),
    hold: () => void holds().then((file) => (page.host === null ? undefined : file.show(page.host))),
    beside: (documents) => void holds().then((file) => (page.host === null ? undefined : file.reports(page.host, documents))),
    pane: (slot, owner) => {
      const pane = auditedPane(slot, owner, {
        back: () => many?.show(),
        version,
        openSample: () => void openSample(owner, MISTAKES),
        readYaml: async (text) => (await import(/* webpackChunkName: "yaml" */ '../standards/yaml')).readYaml(text),
        themed: (dark) => {
          document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
        },
      });
      many = new ManyFiles(root, owner, pane.shell, pane.place, (budget) => pane.next(budget));
      holds = () => {
        holding ??= heldPart().then(
          ({ FileHolding: Holding }) =>
            new Holding({ shell: pane.shell, hold: (budget) => pane.hold(budget), desk: () => pane.desk(), sheet: owner.holder }),
        );
        return holding;
      };
      return {
        focus: () => pane.focus(),
        show(host) {
          void holding?.then((file) => file.forget());
          if (host !== null) many?.hide();
          pane.show(host);
        },
      };
    },
  });
  const opened = sample === null ? Promise.resolve(false) : page.open(SAMPLE, sample.bytes, sample.book);
  void opened.then(() => page.offerKept());
}

async function openSample(page: WorkbenchPage, name: string): Promise<boolean> {
  const bytes = await sampleFile(name);
  return bytes !== null && page.open(name, bytes);
}

const root = document.getElementById('root');
if (root !== null)
  void sampleAhead(SAMPLE).then(
    (sample) => start(root, sample),
    () => start(root, null),
  );
