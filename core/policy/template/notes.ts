import type { Block } from '../blocks.ts';

/** A passage that speaks to the school that fills in the template, to be deleted before publishing. */
const INSTRUCTION_BOX =
  /\b(?:use|using|complete|adapt|amend|personalise) (?:this|the) (?:model |trust |attendance )?template\b|\bdelete (?:this|the) (?:text )?(?:box|section|paragraph|note|page|guidance|instruction)|\bdelete (?:any|all) (?:notes|highlighted|text|guidance|instructions)|\b(?:text|sections?|areas?|parts?) (?:that (?:is|are) )?(?:highlighted|shaded|marked)? ?in (?:yellow|red|blue|green|italics|brackets|grey)\b|\bremove (?:this|these) (?:notes?|instructions?|guidance|box|page)|\bbefore publish(?:ing|ed)\b.{0,60}\b(?:delete|remove)|\b(?:boxes|notes|text|guidance|instructions)\b.{0,80}\b(?:should|must|to) be (?:deleted|removed)\b|\bfor the attention of schools only|^[\s>#*_-]{0,8}(?:amend|adapt|delete|personalise|complete) as (?:appropriate|necessary|required|applicable) to\b/i;
const ADDRESSED_NOTE =
  /^\s*(?:[#>*_-]\s*)*(?:(?:note|guidance|instructions?|advice)\s+(?:to|for)\s+(?:the\s+)?(?:schools?|headteachers?|heads?|academ(?:y|ies)|users?|authors?)|(?:drafting|template|guidance|editor'?s?)\s+notes?|model policy guidance)\b/i;
/** "Explain your school's strategies …", "Insert here the …": an order to whoever writes, where parents are never told so. */
const ORDER =
  /^\s*(?:[#>*_-]\s*)*(?:please\s+)?(?:explain|describe|insert|set out|outline|detail|add|list|include|state|amend|summarise|give details of)\b[^.]{0,80}\b(?:your (?:own )?(?:schools?'?s?|academy'?s?|setting'?s?)\b|here\b|as appropriate|as applicable|if applicable)/i;
/** A colleague's remark left in a heading: "some repetition in 13.9". */
const REMARK =
  /\b(?:some\s+|possible\s+)?(?:repetition|repeats?|overlaps?|duplicat(?:es?|ion)|same as)\s+(?:in|of|with|from|see)?\s*(?:section\s+)?\d{1,2}(?:\.\d{1,2}){1,2}\b(?!\s?%)/i;

const SET_APART = /==[^=\n]{1,300}==|\[[^[\]]{1,240}\]/g;

/** The notes of a block: the whole block when it is an instruction, else the remark in it. */
const MAY_NOTE =
  /template|delete|yellow|red\b|blue|green|italics|brackets|grey|remove|note|guidance|instruction|advice|your|here\b|as ap|if ap|repe|overlap|duplic|same as/i;

export function notesIn(block: Block): { start: number; end: number }[] {
  const { plain, raw } = block;
  if (!MAY_NOTE.test(plain)) return [];
  // What stands in a bracket or a highlight of its own is a note of its own.
  const text = plain.replace(/\n/g, ' ').replace(SET_APART, (words) => ' '.repeat(words.length));
  if (INSTRUCTION_BOX.test(text) || ADDRESSED_NOTE.test(text) || ORDER.test(text)) {
    const start = raw.length - raw.trimStart().length;
    return [{ start: Math.max(start, block.kind === 'item' ? block.bodyAt : start), end: raw.trimEnd().length }];
  }
  const remark = REMARK.exec(text);
  return remark ? [{ start: remark.index, end: remark.index + remark[0].length }] : [];
}
