import { looksBack } from './looks-back.ts';
import { saysAction } from './measures.ts';

/** What an earlier rung did, named and not done: "within six weeks of the Stage 2 meeting", "since Letter One". */
const NAMED_EARLIER =
  /\b(?:letter|warning|meeting|notice)\s+(?:\d|[A-F]|one|two|three|four|five)\b|\b(?:after|since|of|to|at|following|from|by)\s+(?:the|this|that|their|our)\s+(?:[\w'-]+\s+){0,2}(?:letter|meeting|call|visit|panel|review|plan|contract|conversation|chat|warning|notice)\b|\bthe\s+(?:plan|contract|agreement|letter|meeting|call|visit|conversation|chat|text|message)(?=\s+(?:agreed|made|signed|is|has|have|was|does|did))|\b(?:the|their|its)\s+targets?(?=\s+(?:in|of|on|set|agreed|was|were|is|are|has|have|had|not)\b)|\b(?:panel|plan|meeting|contract|letter)'s\b|\bat\s+(?:the\s+)?review\b|^\W*(?:plan|agreement|support|help)(?=\s+(?:(?:is|has|are|have)\s+)?(?:not|un[a-z]+|fail))|\bto\s+(?:plan|report)\b|\bcontract\b|\b(?:monitoring|improvement|review|report)\s+period\b|^\W*targets?\s+(?:(?:is|are|has|have|been)\s+){0,2}(?:not|missed|unmet)(?:\s+(?:been\s+)?met)?\b|\b(?:stage|step|level|phase|tier)\s+\w{1,5}\s+(?:meeting|letter|call|visit|panel|review|plan)\b|\b(?:first|second|third|previous|earlier)\s+(?:meeting|letter|call|visit|panel|review)\b/gi;
const TARGET =
  /\b(?:below|under|above|short\s+of|reach(?:ed)?|meet|met|missed|towards)\s+(?:the\s+|our\s+|their\s+|this\s+)?targets?\b/gi;

/** Whether words look back to a step before and do nothing themselves: "Still below target after four weeks". */
export function onlyLooksBack(words: string): boolean {
  return looksBack(words) && !saysAction(words.replace(NAMED_EARLIER, '').replace(TARGET, ''));
}
