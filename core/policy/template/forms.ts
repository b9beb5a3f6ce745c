import { Claims } from '../../text/claims.ts';
import { matchesOf } from '../../text/matches.ts';
import { oneLine } from '../../text/one-line.ts';
import type { Block } from '../blocks.ts';
import type { Placeholder } from '../schema.ts';
import { DATE_LETTERS } from './date-letters.ts';

/** A fill-in as its form shows it, with offsets in its block; what it is for is read from its surroundings. */
export interface Hole {
  readonly kind: Placeholder['kind'];
  readonly start: number;
  readonly end: number;
  /** What it says inside its brackets; "" for a run of crosses. */
  readonly inside: string;
  /** As printed, brackets and all. */
  readonly text: string;
  readonly options?: readonly string[];
  /** Brackets that any text may have: counted only in a document that is a template beyond doubt. */
  readonly weak: boolean;
}

const CHEVRONS =
  /«([^«»\n]{1,160})»|<<([^<>\n]{2,120})>>|<((?:insert|add|enter|school|name|date|time|academy|trust)\b[^<>\n]{0,100})>|\{\{?([^{}\n]{2,80})\}\}?|%%([^%\n]{2,60})%%|@@([^@\n]{2,60})@@/gi;
const CROSSES =
  /(?<![\w@./-])(?:[xX]{4,6}(?: [xX]{3,6}){1,2}|[xX]{1,2}[:.][xX]{2}|[xX]{3,14}|[xX]{2}(?=\s?(?:%|[ap]\.?m\b|days?\b|sessions?\b|school\b|primary\b)))(?:\s{0,3}[*_]{0,2}(?:[ap]\.?\s?m\b\.?))?(?![\w@])/gi;
/** A line to write on, within a sentence: "at ________ School", "by ……… am"; in a form for parents it stands behind a label. */
const BLANKS = /(?<![_….\w])(?:_{4,60}|…{2,40}|\.{7,80})(?:\s?(?:[ap]\.m\.|[ap]m\b))?(?![_…])/gi;
const ROUND =
  /\((?:please )?((?:insert|enter|school to insert|(?:state|specify) (?:the |your )?(?:name|time|date|number|details?|school)|names? of (?:the |your )?(?:school|academy|headteacher|head|trust|officer|lead|person))\b[^()\n]{0,160})\)/gi;
/** "Headteacher/Principal*", where the same block says what the asterisk means. */
const STARRED = /(?<![\w/])[\w'-]{3,30}(?:\/[\w'-]{3,30}){1,4}\*/g;
const DELETE_AS =
  /(?:\(\s?)?\*{0,2}\s?\b(?:delete|amend|delete\s?\/\s?amend|adapt) as (?:appropriate|applicable|necessary|required)\b(?:\s?\))?/gi;
const BRACKETS = /(?<![\]!\w])\[(?!\^)([^[\]]{1,240})\](?![([:])/g;
const HIGHLIGHT = /==(?=\S)([^=\n]{1,300}?)(?<=\S)==|<mark\b[^>\n]{0,80}>([^<\n]{1,300})<\/mark>/gi;
const UNFINISHED = /(?<![\w-])(?:TBC|TBA|T\.B\.C\.?)(?![\w-])|\b[Tt]o be confirmed\b/g;
const INSERT_HERE = /\b(?:insert|enter|add|type)\s+(?:[\w'/-]+\s+){1,6}here\b/gi;
const NAME_OF_SCHOOL =
  /(?<!\[)\b(?:SCHOOL NAME|NAME OF SCHOOL|NAME OF ACADEMY|ACADEMY NAME)\b(?!\s{0,3}[:\]»>}])|(?<=\b(?:at|At|of|AT|OF)\s)(?:School Name|Name of School|Academy Name)\b(?!\s?[:\]»>}])/g;
const EMPTY_SCHOOL_NAME =
  /^[\s#*_>|-]*((?:insert\s+)?(?:school|academy|trust)(?:'s)?\s+(?:name|logo)(?:\s?(?:\/|and|&)\s?(?:name|logo))?|name\s+of\s+(?:school|academy))\s{0,3}:?[\s*_|]*$/i;

const ASKS =
  /\b(?:insert|add|enter|name|names|time|times|date|number|telephone|phone|tel|e-?mail|address|delete|state|specify|choose|select|amend|include|describe|list|detail|details|e\.g|school|academy|trust|your|xx+|give|provide|complete|link|hyperlink|web ?address|website)\b/i;
const OPTIONAL =
  /^(?:and|or|also|plus)\b(?!\s*(?:insert|add)\b)|^option\s?(?:[a-d]|\d)\b|^(?:add|include|delete|remove|use|keep)\s+(?:this\s+)?(?:section\s+|paragraph\s+|sentence\s+|bullet\s+)?(?:if|where|only if|when)\b|^(?:optional|if applicable|if relevant|where applicable|delete if)\b/i;
const NOTE =
  /^(?:(?:drafting |guidance |editor'?s? |template )?notes?\b|n\.?b\.?\b|guidance\s?:|comment\s?:|delete (?:this|before|the)|please (?:delete|note|amend|remove)|remove (?:this|before)|end (?:of )?options?\b)/i;
/** In brackets, yet no fill-in: numbers, editors' marks, footnotes, check boxes, marks of a converter. */
const CITATION =
  /^(?:\s*[\d✓✔ ,;-]{0,12}|\s?x\s?|sic|sic\.?|\.{2,3}|…|ibid|nb|updated|new|amended|removed|deleted|bookmark:.*|image.*|picture.*|link.*to.*|contents|citation needed|ref\.?.*|source:.*|footnote.*|https?:.*|toc|draft|ends?|cont\.?d?|[a-z])$/i;

const MAY_HOLD =
  /[[«<{]|==|%%|@@|_{4}|…{2}|\.{7}|\((?:insert|enter|add|please|school|state|specify|name)|delete|amend|adapt|[xX]{2}|[xX][:.][xX]|\bT\.?B\.?[CA]\b|o\sbe\sconfirmed|\bhere\b|(?:school|academy|trust)(?:['’]s)?\s(?:name|logo)|name\sof/i;

/** Every fill-in of a block, in order, without overlaps: an inner one of two is kept, save a note, which takes all. */
export function holesIn(block: Block): Hole[] {
  const { plain, raw } = block;
  const found: Hole[] = [];
  if (!MAY_HOLD.test(raw)) return found;
  const claims = new Claims(raw.length);
  const add = (hole: Hole): void => {
    if (claims.take(hole.start, hole.end)) found.push(hole);
  };
  if (raw.includes('[')) for (const match of matchesOf(plain, BRACKETS)) addBracket(match, raw, add);
  if (/[«<{%@]/.test(raw))
    for (const match of matchesOf(raw, CHEVRONS)) {
      const inside = unjoined(match.slice(1).find((words) => words !== undefined) ?? '');
      const braces = match[0].startsWith('{');
      if (!braces || ASKS.test(inside)) add(fill(match, inside));
    }
  if (raw.includes('(')) for (const match of matchesOf(plain, ROUND)) add(fill(match, match[1] ?? ''));
  addChoices(raw, add);
  for (const match of matchesOf(raw, BLANKS))
    if (isInSentence(plain, match.index, match[0].length)) add({ ...fill(match, ''), weak: true });
  for (const match of matchesOf(plain, CROSSES))
    if (!isKiss(match[0], plain, match.index)) add({ ...fill(match, ''), weak: match[0] === 'XXX' });
  for (const match of matchesOf(plain, INSERT_HERE)) add(fill(match, match[0]));
  for (const match of matchesOf(plain, NAME_OF_SCHOOL)) add(fill(match, 'school name'));
  for (const match of matchesOf(plain, UNFINISHED)) add({ ...fill(match, ''), weak: true });
  const label = EMPTY_SCHOOL_NAME.exec(plain);
  if (label)
    add({ kind: 'fill', start: 0, end: raw.trimEnd().length, inside: 'school name', text: raw.trim(), weak: false });
  if (raw.includes('==') || raw.includes('<mark'))
    for (const match of matchesOf(raw, HIGHLIGHT)) addHighlight(match, add, claims);
  return found.sort((a, b) => a.start - b.start);
}

function fill(match: RegExpMatchArray, inside: string): Hole {
  const start = match.index ?? 0;
  return { kind: 'fill', start, end: start + match[0].length, inside, text: match[0], weak: false };
}

/** "school_name" and "SchoolName" as words. */
function unjoined(name: string): string {
  return name
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .trim();
}

/** What is to be deleted as appropriate: the note that says so, and the choices that bear its asterisk. */
function addChoices(raw: string, add: (hole: Hole) => void): void {
  if (!/\b(?:delete|amend|adapt)\b/i.test(raw)) return;
  let isChoice = false;
  for (const match of matchesOf(raw, DELETE_AS)) {
    // Inside a bracket it only opens the choice.
    if (/\[[^\]]{0,80}$/.test(raw.slice(Math.max(0, match.index - 80), match.index))) continue;
    if (!/[*(]/.test(match[0]) && raw.slice(0, match.index).trim() !== '') continue;
    isChoice = true;
    const lead = match[0].length - match[0].trimStart().length;
    const { start, end, text } = place(match);
    add({ kind: 'note', start: start + lead, end, inside: text.trim(), text: text.trim(), weak: false });
  }
  if (!isChoice) return;
  for (const match of matchesOf(raw, STARRED)) {
    const options = optionsOf(match[0].slice(0, -1));
    if (options) add({ kind: 'choice', ...place(match), inside: match[0].slice(0, -1), options, weak: false });
  }
}

/** Words on both sides, or a sentence's last word: no label of a form, and no leader to a page number. */
function isInSentence(plain: string, at: number, length: number): boolean {
  const before = plain.slice(Math.max(0, at - 30), at);
  const after = plain.slice(at + length, at + length + 30);
  return (
    /(?:^|\b(?:at|by|of|is|are|on|to|until|from|and|for|before|call|contact|below|or))\s{1,3}$/i.test(before) &&
    !/^\s{0,3}\d/.test(after)
  );
}

/** "Love from Mum xxx": crosses in small letters at the end of a line, with nothing to fill. */
function isKiss(crosses: string, plain: string, at: number): boolean {
  return /^x{1,3}$/.test(crosses) && /^ *(?:[!.\n]|$)/.test(plain.slice(at + crosses.length));
}

function addBracket(match: RegExpMatchArray, raw: string, add: (hole: Hole) => void): void {
  const inside = oneLine(match[1] ?? '');
  const { start, end, text } = place(match);
  if (/^x{1,3}$/i.test(inside) ? !isFigure(inside, raw.slice(end, end + 12)) : CITATION.test(inside)) return;
  // Word's exporters write "\\[insert name\\]": the backslashes go with the brackets.
  add({
    ...bracketed(inside),
    text,
    start: raw[start - 1] === '\\' ? start - 1 : start,
    end: raw[end - 1] === '\\' ? end + 1 : end,
  });
}

/** "[X]%" and "[XX] days" are to be filled in; "[x]" is a box that is ticked. */
function isFigure(inside: string, after: string): boolean {
  return inside.length > 1 || /^\s?(?:%|per ?cent|days?\b|sessions?\b|weeks?\b|minutes?\b|[ap]\.?m\b)/i.test(after);
}

function place(match: RegExpMatchArray): { start: number; end: number; text: string } {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length, text: match[0] };
}

function bracketed(inside: string): Omit<Hole, 'start' | 'end' | 'text'> {
  if (NOTE.test(inside)) return { kind: 'note', inside, weak: false };
  if (OPTIONAL.test(inside)) return { kind: 'optional', inside, weak: /^(?:and|or|also|plus)\b/i.test(inside) };
  const asks = /^(?:insert|add|enter|name|time|date|e\.g|state|specify|give|provide|include|describe|list)\b/i.test(
    inside,
  );
  const options = asks || DATE_LETTERS.test(inside) ? null : optionsOf(inside);
  if (options) return { kind: 'choice', inside, options, weak: false };
  return { kind: 'fill', inside, weak: !ASKS.test(inside) && !/x{2,}|^x$/i.test(inside) && !DATE_LETTERS.test(inside) };
}

/** "headteacher/head of school", "daily / weekly / termly"; "telephone number and/or email address" is one fill-in. */
export function optionsOf(inside: string): string[] | null {
  const words = inside.replace(/^(?:delete as (?:appropriate|applicable|necessary)|choose|select|either)\s*:?\s*/i, '');
  const parts = words
    .replace(/\b(?:and\s?\/\s?or|he\s?\/\s?she|his\s?\/\s?her|s\/he)\b/gi, '')
    .split(/(?<!\s)\s*(?:\/|\bOR\b)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 8) return null;
  if (parts.some((part) => part.split(' ').length > 8 || /^\d+$/.test(part))) return null;
  return parts;
}

function addHighlight(match: RegExpMatchArray, add: (hole: Hole) => void, claims: Claims): void {
  const { start, end, text } = place(match);
  // A fill-in that is highlighted too is one fill-in: its own form says more.
  if (!claims.isFree(start, end)) return;
  const inside = (match[1] ?? match[2] ?? '').replace(/[*_]/g, '').trim();
  if (inside === '') return;
  add({ ...bracketed(inside), weak: false, start, end, text });
}
