import type { Hit, PlacedBlock } from '../policy/document.ts';

/**
 * What keeps a pattern from being taken at its word: other countries, history, denial, quotation.
 * Each looks at the words around a match; a rule asks only those that its subject needs.
 */

const ELSEWHERE = /\b(?:wales|welsh (?:government|schools?|law|regulations)|scotland|scottish|northern ireland)\b/i;
const HISTORY =
  /\b(?:(?:is|are|was|were|been|now) overtaken|lost the (?:power|right|discretion|ability)|a myth|(?:some|many|people|parents|families) (?:[a-z]+ )?(?:think|believe|assume) |replac\w+|supersed\w+|revok\w+|repeal\w+|withdrawn|formerly|previously|used to|no longer|instead of|until (?:\d{1,4}|january|february|march|april|june|july|august|september|october|november|december|the end)|before (?:\d{1,4}|august|september)|prior to|up from|(?:goes|went|go|rise|rose|rising|increas\w+|chang\w+|mov\w+|rais\w+) (?:up )?from|old(?:er)? (?:£|regulations?|rules?|laws?|legislation|codes?|guidance|editions?|versions?|sums?|amounts?|rates?|fines?|penalt\w+|systems?|frameworks?|thresholds?|definitions?|polic\w+|names?|letters?|warnings?)|were abolished|was abolished)\b/i;
const DENIAL = /\b(?:not|never|no|nor|cannot|can't|won't|isn't|aren't|neither|without)\b[^.;:]{0,40}$/i;

/** Whether the sentence, or a heading above it, is about a country other than England. */
export function isElsewhere({ sentence, placed }: Pick<Hit, 'sentence' | 'placed'>): boolean {
  return ELSEWHERE.test(sentence.text) || placed.headings.some((heading) => ELSEWHERE.test(heading));
}

/** Whether the sentence tells of what was, of what replaced it, or of what some wrongly believe. */
export function isHistory({ sentence }: Pick<Hit, 'sentence'>): boolean {
  return HISTORY.test(sentence.text);
}

/** Whether the words just before the match deny it. */
export function isDenied({ sentence, match }: Pick<Hit, 'sentence' | 'match'>): boolean {
  return DENIAL.test(wordsBefore({ sentence, match }));
}

/** The sentence up to the match. */
export function wordsBefore({ sentence, match }: Pick<Hit, 'sentence' | 'match'>): string {
  return sentence.text.slice(0, Math.max(0, match.index - sentence.start));
}

/** The sentence behind the match. */
export function wordsAfter({ sentence, match }: Pick<Hit, 'sentence' | 'match'>): string {
  return sentence.text.slice(Math.max(0, match.index - sentence.start) + match[0].length);
}

/** The block's words with the headings above it and the line that introduces its list, or ends in a colon just above it. */
export function surroundings(
  placed: PlacedBlock,
  blocks: readonly PlacedBlock[],
): { headings: string; introduction: string; from: number } {
  let introduction = '';
  let from = placed.index;
  if (placed.block.kind === 'paragraph') {
    // A list that lost its bullets: "… in these circumstances:" and then its first line.
    const above = blocks[from - 1]?.block;
    if ((above?.kind === 'paragraph' || above?.kind === 'heading') && above.plain.trimEnd().endsWith(':')) {
      introduction = above.plain.trim();
      from--;
    }
  } else if (placed.block.kind === 'item')
    while (from > 0) {
      const { block } = blocks[--from] ?? placed;
      // In a text without blank lines the introduction is the last line of the item above it.
      const last = block.plain.trimEnd().split('\n').at(-1) ?? '';
      if (block.kind === 'item' && block.depth >= placed.block.depth && !last.endsWith(':')) continue;
      introduction = (last.endsWith(':') ? last : block.plain).trim();
      break;
    }
  return { headings: placed.headings.join(' / '), introduction, from };
}
