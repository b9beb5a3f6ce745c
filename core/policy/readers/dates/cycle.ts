import { matchesOf } from '../../../text/matches.ts';
import { type PlacedBlock, sentencesOf } from '../../document.ts';
import { NUMBER_WORD, numberOf } from '../number-words.ts';
import type { BlockContext, FactDraft } from '../reader.ts';
import { printedDates } from './calendar.ts';
import { dateLabels } from './labels.ts';

/** "Review cycle: 2 years": the label itself says that the period is the policy's. */
const LABELLED =
  /\b(?:review\s+(?:cycle|frequency|period|interval|schedule|timescale)|(?:frequency|cycle|period)\s+of\s+review|reviewed?\s*(?=[:|])|to\s+be\s+reviewed(?=\s{2,}|\s*[:|]))|^\s*reviews?(?:ed)?\s+(?=\S+\s*$)|\breview\s*(?=:)/i;
const REVIEWS =
  /\b(?:review(?:ed|s|ing)?|revis(?:ed|ited|ion)|renew(?:ed|al)|look(?:s|ed)?\s+(?:again\s+)?at(?:\s+again)?|go(?:es)?\s+(?:over|through)|gone\s+over|(?:comes?|goes|brought|taken)\s+back\s+to|returns?\s+to\s+(?:the\s+)?govern\w+|updated?|updates|approved|ratified)\b/i;
const PERIOD = new RegExp(
  [
    `(?<often>half[\\s-]?yearly|bi-?annual(?:ly)?|biennial(?:ly)?|triennial(?:ly)?|annual(?:ly)?|yearly)`,
    `\\b(?<every>every|each|once\\s+(?:a|every|each)|per|at\\s+least\\s+once\\s+(?:a|every|each))\\s+(?:(?<count>\\d{1,2}|${NUMBER_WORD})[\\s-]+)?(?:academic\\s+|school\\s+|calendar\\s+)?(?<unit>years?|months?)\\b`,
    `\\b(?<season>(?:every|each)\\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|autumn|spring|summer)\\b)`,
    `\\b(?<bare>\\d{1,2}|${NUMBER_WORD})[\\s-]*(?<bareUnit>year(?:ly|s)?|month(?:ly|s)?)\\b`,
  ].join('|'),
  'gi',
);
const POLICY =
  /\b(?:this|the|our|attendance|its)\s+(?:\w+\s+){0,3}(?:policy|document|paper|statement)\b|\bpolicy\s+(?:\w+\s+){0,4}review/i;
/** What else is reviewed at set times. */
const OTHER_SUBJECT =
  /\b(?:data|figures|targets?|timetables?|registers?|pupils?'?s?\s+attendance|attendance\s+is|plans?|contracts?|progress|reports?|action|newsletters?)\b[^.;]{0,60}\b(?:review|monitor|analys)/i;

/** How often the policy itself is reviewed, in months. */
export function readCycle(placed: PlacedBlock, context: BlockContext): FactDraft[] {
  const { block } = placed;
  const drafts: FactDraft[] = [];
  const row = block.cells ? block.plain : null;
  for (const sentence of sentencesOf(block)) {
    const words = block.plain.slice(sentence.start, sentence.end).replace(/\n/g, ' ');
    const headed = block.cells ? (block.header?.[cellIndex(placed, sentence.start)] ?? '') : '';
    const labelled =
      LABELLED.test(words) ||
      LABELLED.test(headed) ||
      (row !== null && LABELLED.test(row.slice(0, sentence.start)) && words.length < 60) ||
      (words.length < 40 && LABELLED.test(context.before) && context.before.trim().length < 40);
    for (const match of matchesOf(words, PERIOD)) {
      const groups = match.groups ?? {};
      const months = monthsOf(groups);
      if (!months) continue;
      // In a control block that is one paragraph the label heads the period's own line.
      const at = sentence.start + match.index;
      const line = block.plain.slice(Math.max(block.plain.lastIndexOf('\n', at) + 1, at - 80), at + match[0].length);
      const nearLabel = (labelled && match.index < 80) || (!block.cells && LABELLED.test(line));
      // "3 years" alone is a window of something; "3-yearly" or "every 3 years" beside "reviewed" is a cycle.
      const rhythm =
        groups.often ?? groups.season ?? groups.every ?? (/ly$/i.test(groups.bareUnit ?? '') ? groups.bare : undefined);
      const inProse =
        rhythm !== undefined &&
        REVIEWS.test(words) &&
        !OTHER_SUBJECT.test(words) &&
        (POLICY.test(words) || isAboutPolicy(words, context) || isControlLine(words, months, context));
      if (!nearLabel && !inProse) continue;
      const start = sentence.start + match.index;
      drafts.push({
        kind: 'reviewCycle',
        months,
        confidence: nearLabel || POLICY.test(words) ? 'certain' : 'likely',
        start,
        end: start + match[0].length,
      });
      break;
    }
  }
  return drafts;
}

function isAboutPolicy(words: string, context: BlockContext): boolean {
  const heading = context.headings.at(-1) ?? '';
  return (
    /^\s*it\b/i.test(words) &&
    (/\b(?:policy|code|procedure|document)\b/i.test(context.before) ||
      OF_ITSELF.test(words) ||
      /\breview|monitoring arr/i.test(heading))
  );
}

/** "It will be reviewed every two years": nothing else in a policy is spoken of so. */
const OF_ITSELF = /^\s*it\s+(?:will|is|shall|must)\s+(?:then\s+)?be\s+(?:formally\s+)?reviewed\b/i;
const SUBJECTLESS =
  /^[\s*•-]*(?:(?:is\s+)?(?:to|will)\s+be\s+)?(?:\w+ly\s+)?(?:reviewed|updated|renewed|revised|approved)\b[^;:]{0,60}$/i;
const OTHER_LIST = /\b(?:plans?|contracts?|targets?|cohorts?|pupils?|case\w*|data)\b/i;

/** "Approved 3 May 2025, to be reviewed annually", or "Reviewed every two years." alone: the document speaks of itself. */
function isControlLine(words: string, months: number, context: BlockContext): boolean {
  if (printedDates(words).length > 0) return dateLabels(words).some(({ is }) => is !== 'other' && is !== 'effective');
  const above = `${context.headings.at(-1) ?? ''} ${/:\s*$/.test(context.before) ? context.before : ''}`;
  return months >= 12 && SUBJECTLESS.test(words) && !OTHER_LIST.test(above);
}

function cellIndex({ block }: PlacedBlock, at: number): number {
  return (block.cells ?? []).findIndex((cell) => at >= cell.start && at <= cell.end);
}

function monthsOf(groups: Record<string, string | undefined>): number | null {
  if (groups.often) {
    const word = groups.often.toLowerCase().replace(/[\s-]/g, '');
    if (word.startsWith('half') || word.startsWith('biannual')) return 6;
    if (word.startsWith('biennial')) return 24;
    return word.startsWith('triennial') ? 36 : 12;
  }
  if (groups.season) return 12;
  const unit = groups.unit ?? groups.bareUnit ?? '';
  const count = numberOf(groups.count ?? groups.bare ?? '1') ?? 1;
  const months = unit.toLowerCase().startsWith('year') ? count * 12 : count;
  return months >= 1 && months <= 120 ? months : null;
}
