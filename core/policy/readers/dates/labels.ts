import { matchesOf } from '../../../text/matches.ts';

/** What a label says of the date behind it; `other` is a date of something else, `review` a "review date" of either kind. */
export type DateLabel = 'approved' | 'lastReviewed' | 'nextReview' | 'effective' | 'review' | 'other';

export interface FoundLabel {
  readonly is: DateLabel;
  readonly start: number;
  readonly end: number;
}

const LABELS: readonly [DateLabel, string][] = [
  [
    'nextReview',
    '(?:date\\s+(?:of|for)\\s+(?:the\\s+)?)?next\\s+(?:(?:scheduled|planned|policy|formal|full|due|annual)\\s+)?(?:review|revision|update)(?:ed)?(?:\\s+(?:date|due))*' +
      '|(?:for\\s+)?(?:review|renewal)\\s+(?:is\\s+)?due|due\\s+(?:for|to\\s+be)\\s+(?:review|renew|update)(?:ed|al)?|renewal\\s+date' +
      '|(?:to|will|must|should|shall|is\\s+to)\\s+(?:next\\s+|then\\s+|also\\s+)?be\\s+(?:next\\s+|formally\\s+|fully\\s+)?(?:reviewed|updated|renewed|revisited)' +
      '|looked\\s+at\\s+again|review(?:ed)?\\s+(?:again|next|before|no\\s+later\\s+than)|expir(?:y|es)(?:\\s+date)?|valid\\s+until',
  ],
  [
    'lastReviewed',
    '(?:date\\s+(?:of\\s+)?(?:the\\s+)?)?(?:last|latest|most\\s+recent(?:ly)?|previous(?:ly)?)\\s+(?:policy\\s+)?(?:review(?:ed)?|updated?|revis(?:ed|ion)|amend(?:ed|ment))(?:\\s+(?:date|on))*' +
      '|date\\s+(?:reviewed|revised|updated|amended)|(?:reviewed|revised|updated|amended)(?:\\s+on)?|review\\s+completed',
  ],
  [
    'review',
    '(?:policy\\s+)?review\\s+(?:date|by|deadline)|date\\s+(?:of|for)\\s+(?:the\\s+)?(?:policy\\s+)?review|review(?=\\s?[:-])',
  ],
  [
    'approved',
    '(?:date\\s+(?:of\\s+)?)?(?:approved|approval|ratified|ratification|(?:re-?)?adopted|(?:re-?)?adoption|signed\\s+off|agreed|endorsed)(?:\\s+(?:date|on))*|signed(?=[^|]{0,60}\\b(?:chair|governors?|trustees?)\\b)',
  ],
  [
    'effective',
    'effective(?:\\s+(?:date|from|as\\s+of))*|(?:date\\s+of\\s+|with\\s+)?(?:implementation|effect)(?:\\s+(?:date|from))*|(?:comes?|came|coming)\\s+into\\s+(?:effect|force)|in\\s+force\\s+from|takes\\s+effect|applies\\s+from|valid\\s+from',
  ],
  [
    'other',
    'uploaded|posted|(?:date\\s+)?published|publication|issued?(?:\\s+date)?|date\\s+of\\s+issue|created|written|printed|downloaded|version|author|copyright|inspect(?:ed|ion)|replaces?|supersedes?|born|as\\s+at|academic\\s+year|term\\s+(?:starts|ends|begins)|deadline',
  ],
];
const ANY_LABEL = new RegExp(LABELS.map(([is, words]) => `\\b(?<${is}>${words})\\b`).join('|'), 'gi');

/** Every date label of a text, in order; of two that overlap, the one that begins first. */
export function dateLabels(text: string): FoundLabel[] {
  return matchesOf(text, ANY_LABEL).flatMap((match) => {
    const is = LABELS.map(([name]) => name).find((name) => match.groups?.[name] !== undefined);
    return is ? [{ is, start: match.index, end: match.index + match[0].length }] : [];
  });
}
