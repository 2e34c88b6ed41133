/**
 * The room's door: what other rooms use of it.
 * Numbers, cells, sources and severities in Chinese.
 */
export { basisText, groundForLetter, labelled, UNOFFICIAL } from './basis';
export {
  COMPARISON_TITLES,
  FINDING_STATES,
  LINE_KINDS,
  LINE_STATES,
  NOT_PUBLISHED,
  ONLY_BEFORE,
  PUBLISHED_SAME,
  SAME,
  SIDE_NAMES,
  TARGETS_SAME,
  withheldText,
} from './comparison';
export { KIND_NAMES } from './kinds';
export {
  claimsLine,
  COPY_ONLY_DOCX,
  COPY_REFUSED,
  NOT_ITS_TABLE,
  notPlacedText,
  otherYear,
  UNREAD_DOCUMENTS,
  WITH_UNREADABLE,
} from './report';
export { GROUP_NAMES, NOTICE, type RepliesTold, SEVERITY_MEANINGS, SEVERITY_NAMES, type Severity, verdictText } from './severity';
export { standardText } from './standard-label';
export {
  formNotice,
  formYamlHead,
  nearestStandards,
  noSuchStandard,
  noSuchTemplate,
  problemsText,
  standardUnreadable,
  templateNotOpened,
  templateWithoutTable,
  unreadRulesText,
} from './standard-problems';
export { textWidth, wrap } from './text-width';
export { NOT_A_FILE, unopenedReason, unreadableReason, unwrittenReason } from './unreadable';
export { unrecognisedReason } from './unrecognised';
export { factName, missingText, OTHER_READING, readingText, unknownText, whyUnknown } from './why-unknown';
export { type Words, numberText, wordsFor } from './words';
