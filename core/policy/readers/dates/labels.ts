import { type Alternative, alternativesIn, type Found } from '../../../text/alternatives.ts';

/** What a label says of the date behind it; `other` is a date of something else, `review` a "review date" of either kind. */
export type DateLabel = 'approved' | 'lastReviewed' | 'nextReview' | 'effective' | 'review' | 'other';

/** A label and its place. */
export type FoundLabel = Found<DateLabel>;

/** Of two that begin at one place the first listed holds. */
const LABELS: readonly Alternative<DateLabel>[] = [
  {
    is: 'nextReview',
    needs: /next|due|renew|expir|valid|again|before|later|be\s|for\s+(?:review|renewal)/i,
    pattern:
      /\b(?:(?:date\s+(?:of|for)\s+(?:the\s+)?)?next\s+(?:(?:scheduled|planned|policy|formal|full|due|annual)\s+)?(?:review|revision|update|check)(?:ed)?(?:\s+(?:date|due)){0,4}|date\s+(?:for|of)\s+renewal|(?:for\s+)?(?:review|renewal)\s+(?:is\s+)?due|for\s+review(?=\s?[:-])|due\s+(?:for|to\s+be)\s+(?:review|renew|update)(?:ed|al)?|renewal\s+date)\b/gi,
  },
  {
    is: 'nextReview',
    needs: /be\s|again|once\s+more|review|expir|valid|come\s+back|next\s+one/i,
    pattern:
      /\b(?:(?:to|will|must|should|shall|is\s+to)\s+(?:next\s+|then\s+|also\s+)?be\s+(?:next\s+|formally\s+|fully\s+)?(?:reviewed|updated|renewed|revisited)|look(?:ed)?\s+at\s+(?:(?:it|(?:this|the)(?:\s+(?:policy|code|document|section|page))?)\s+)?(?:again|once\s+more)(?:\s+by)?|read\s+(?:it|this)\s+again|due\s+again(?:\s+in)?|falls?\s+due|come\s+back\s+to\s+(?:it|this)|next\s+one(?=\s?:)|review(?:ed)?\s+(?:again|next|before|no\s+later\s+than)|expir(?:y|es)(?:\s+date)?|valid\s+(?:until|till|to))\b/gi,
  },
  {
    is: 'lastReviewed',
    needs: /last|latest|recent|previous/i,
    pattern:
      /\b(?:date\s+(?:of\s+)?(?:the\s+)?)?(?:last|latest|most\s+recent(?:ly)?|previous(?:ly)?)\s+(?:policy\s+)?(?:review(?:ed)?|read(?:\s+through)?|looked\s+(?:at|through|over)|gone\s+(?:through|over)|updated?|revis(?:ed|ion)|amend(?:ed|ment))(?:\s+(?:date|on)){0,4}\b/gi,
  },
  {
    is: 'lastReviewed',
    needs: /review|revised|updated|amended|checked/i,
    pattern: /\b(?:checked(?=\s?:)|(?:date\s+)?(?:reviewed|revised|updated|amended)(?:\s+on)?|review\s+completed)\b/gi,
  },
  {
    is: 'review',
    needs: /review/i,
    pattern:
      /\b(?:(?:policy\s+)?review\s+(?:date|by|deadline)|date\s+(?:of|for)\s+(?:the\s+)?(?:policy\s+)?review|review(?=\s?[:-]))\b/gi,
  },
  {
    is: 'approved',
    needs: /approv|ratif|adopt|signed|agreed|endorsed/i,
    pattern:
      /\b(?:(?:date\s+(?:of\s+)?)?(?:approved|approval|ratified|ratification|(?:re-?)?adopted|(?:re-?)?adoption|signed\s+off|agreed|endorsed)(?:\s+(?:date|on)){0,4}|signed(?=[^|]{0,60}\b(?:chair|governors?|trustees?)\b))\b/gi,
  },
  {
    is: 'effective',
    needs: /effect|implement|force|applies|valid/i,
    pattern:
      /\b(?:effective(?:\s+(?:date|from|as\s+of)){0,4}|(?:date\s+of\s+|with\s+)?(?:implementation|effect)(?:\s+(?:date|from)){0,4}|(?:comes?|came|coming)\s+into\s+(?:effect|force)|in\s+force\s+from|takes\s+effect|applies\s+from|valid\s+from)\b/gi,
  },
  {
    is: 'other',
    needs: /./,
    pattern:
      /\b(?:uploaded|posted|(?:date\s+)?published|publication|issued?(?:\s+date)?|date\s+of\s+issue|created|written|printed|downloaded|version|author|copyright|inspect(?:ed|ion)|replaces?|supersedes?|born|as\s+at|academic\s+year|term\s+(?:starts|ends|begins)|deadline)\b/gi,
  },
];

/** Every date label of a text, in order; of two that overlap, the one that begins first. */
export function dateLabels(text: string): FoundLabel[] {
  return alternativesIn(text, LABELS);
}
