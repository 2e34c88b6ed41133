import type { ReportFindingJson, ReportJson, ReportPlaceJson } from '../../../receipt';
import { reportVerdict } from '../../../receipt';
import { SeverityMark } from '../../../taskpane';
import { claimsLine, GROUP_NAMES, SEVERITY_MEANINGS } from '../../../words';
import { sayHeld } from '../say';
import { GoneOpinions, Opinion } from './report-desk';
import { CellName, FileName, type Goes, HandOut, type HeldActs, HeldSection, Sentences } from './parts';

interface ReportPanelProps {
  readonly result: readonly ReportJson[];
  readonly goes: Goes;
  readonly acts: HeldActs;
}

/** 自评报告: what each of its numbers came to beside the sheet; then what could not be read. */
export function ReportPanel({ result, goes, acts }: ReportPanelProps) {
  const read = result.filter(({ status }) => status === 'ok');
  return (
    <>
      {read.map((report) => (
        <OneReport key={report.file} report={report} goes={goes} acts={acts} />
      ))}
      <Sentences
        title={(n) => sayHeld('unreadable', { n })}
        lines={result
          .filter(({ status }) => status !== 'ok')
          .map(({ file, reason }) => (
            <>
              <span className="jb-roster-file">{file}</span> {reason}。
            </>
          ))}
      />
    </>
  );
}

const ASKING = ['mandatory', 'advisory'] as const;

interface OneReportProps extends Omit<ReportPanelProps, 'result'> {
  readonly report: ReportJson;
}

function OneReport({ report, goes, acts }: OneReportProps) {
  const { file, with: workbook, reason, claims, findings, format } = report;
  const asked = findings.some(({ severity }) => severity !== 'info');
  return (
    <HeldSection title={file.replace(/^.*\//, '')}>
      <p>
        {reportVerdict(report)}。{claimsLine(claims)}。
        {workbook !== null && goes.cell === null && (
          <>
            {' '}
            {sayHeld('of')} <FileName path={workbook} goes={goes} />
          </>
        )}
      </p>
      {reason !== undefined && (
        <p className="jb-quiet">
          {reason}。{workbook === null && goes.cell === null && sayHeld('byHand')}
        </p>
      )}
      {asked && format === 'docx' && (
        <HandOut text={sayHeld('copy')} label={sayHeld('copy.label', { name: file })} hand={() => acts.reportCopy(report)} />
      )}
      {ASKING.map((severity) => {
        const own = findings.filter((one) => one.severity === severity);
        return own.length === 0 ? null : (
          <div key={severity} className="jb-held-group">
            <h3>
              {GROUP_NAMES[severity]} {own.length} <span className="jb-quiet">{SEVERITY_MEANINGS[severity]}</span>
            </h3>
            <Findings report={report} findings={own} goes={goes} acts={acts} />
          </div>
        );
      })}
      <Aside report={report} findings={findings.filter(({ severity }) => severity === 'info')} goes={goes} acts={acts} />
      {acts.desk !== null && <GoneOpinions desk={acts.desk} report={report} />}
    </HeldSection>
  );
}

interface FindingsProps extends OneReportProps {
  readonly findings: readonly ReportFindingJson[];
}

function Findings({ report, findings, goes, acts: { desk } }: FindingsProps) {
  return (
    <ul className="jb-report">
      {findings.map((finding) => (
        <li key={finding.id}>
          <Finding finding={finding} goes={goes} />
          {desk !== null && <Opinion desk={desk} report={report} finding={finding} />}
        </li>
      ))}
    </ul>
  );
}

/** 参考: asks nothing and is folded away. */
function Aside({ findings, ...rest }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <details className="jb-held-group">
      <summary>{sayHeld('more.info', { n: findings.length })}</summary>
      <Findings findings={findings} {...rest} />
    </details>
  );
}

function Finding({ finding, goes }: { readonly finding: ReportFindingJson; readonly goes: Goes }) {
  const { severity, place, message, basis, id, cell } = finding;
  return (
    <>
      <p className="jb-report-place">
        <SeverityMark tone={severity} size={12} /> {place === null ? sayHeld('whole') : <Place place={place} />}
      </p>
      {place !== null && <blockquote>{place.quote}</blockquote>}
      <p>
        {message}
        {cell !== null && (
          <>
            {' '}
            {sayHeld('of')}「{cell.sheet}」
            <CellName cell={cell} goes={goes} />
          </>
        )}
      </p>
      <p className="jb-quiet">
        {basis.startsWith('惯例') ? '' : '依据：'}
        {basis}（{sayHeld('code', { id })}）
      </p>
    </>
  );
}

/** The headings it stands under and its paragraph, as Word counts them. */
function Place({ place: { heading, paragraph } }: { readonly place: ReportPlaceJson }) {
  return (
    <>
      {heading.map((title) => `${title} › `).join('')}
      {sayHeld('at', { n: paragraph })}
    </>
  );
}
