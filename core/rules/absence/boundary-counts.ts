import { citeProvision } from '../../guidance/provisions.ts';
import { persistentAbsencePercent, severeAbsencePercent } from '../../guidance/thresholds.ts';
import { isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const PERCENT = '(\\d{1,2}) ?(?:%|per ?cent)';
const NAME =
  '(?:(?:persistent(?:ly)?|severe(?:ly)?)[- ](?:absen\\w+|non-attend\\w+)|PAs?(?: (?:pupils?|students?|learners?|children))?)';
// How a figure is fallen short of, or gone beyond.
const SHORT_OF = '(?:below|under|beneath|short of|(?:less|lower|fewer|worse) than)';
const BEYOND = '(?:over|above|beyond|in excess of|exceed(?:s|ing)|(?:more|greater|higher) than)';
const STARTS = '(?:is|are|means?|defined as|when|whenever|once|as soon as|if|where|starts?|begins?)';
const BELOW_IS = phrase(
  new RegExp(
    `\\b(${SHORT_OF} (?:\\*{2})?${PERCENT})[^.;%]{0,80}?\\b(?:is|are|be|being|as|called|considered|classed|classified|counts?|defined|deemed|become|becomes)\\b[^.;%]{0,40}?\\b(${NAME})\\b|\\b(${SHORT_OF} ${PERCENT}) ?(?:attendance ?)?[=:(–—-]{1,2} ?(${NAME})\\b(?! (?:letters?|meetings?|panels?|list))|\\b(${NAME})\\b[^.;%]{0,60}?(?:\\b${STARTS}\\b|-|:|=|\\(|\\|)[^.;%]{0,60}?\\b(${SHORT_OF} ${PERCENT})`,
    'gi',
  ),
  'persistent',
  'severe',
  ' pa',
  '(pa',
  'pa:',
);
const OVER_IS = phrase(
  new RegExp(
    `\\b(?:miss\\w*|absent for|absence of) (${BEYOND} ${PERCENT})[^.;%]{0,60}?\\b(?:is|are|be|becomes?|classed as)\\b[^.;%]{0,30}?\\b(${NAME})|\\b(${NAME})\\b[^.;%]{0,60}?(?:\\b${STARTS}\\b|[:=(-])[^.;%]{0,60}?\\b(${BEYOND} ${PERCENT})`,
    'gi',
  ),
  'persistent',
  'severe',
);
// "By severe absence we mean missing more than half."
const OVER_HALF = phrase(
  /\b(?:miss\w*|absent for|away for)\b[^.;]{0,20}?\b((?:over|more than|above) (?:a )?half)\b/gi,
  'half',
);
// Those who are persistently absent already, and when the school acts.
const WHAT_IS_DONE =
  /\b(?:met|meetings?|invit\w+|contacted|written|letters?|sent|phoned|supported|reviewed|monitored|referred|absent (?:pupil|child|student|learner)[’']s)\b/i;
const BY_A_FIGURE = new RegExp(`^(?:${SHORT_OF}|${BEYOND})`, 'i');
const SEVERE = /\bsevere(?:ly)?[- ](?:absen|non-attend)/i;
const MEANS = /\b(?:is|are|means?|mean|defined|called|counts?|classed|known|when|if|who)\b|[:=(–]/i;
const AT_OR = /\b(?:at|on|equal to|exactly)(?: it)?,? or $/i;

/** A definition that leaves the boundary itself out. */
export const boundaryCounts = defineRule({
  id: 'absence/boundary-counts',
  topic: 'definition-boundary',
  title: 'The boundary itself counts: 10% or more, 90% or less',
  duty: 'good',
  citations: [citeProvision('persistent-absence')],
  inForce: { from: '2015-09-01' },
  why: 'A pupil at exactly 90% has missed 10% and is persistently absent. As a trigger of the school’s own, “below 90%” is fine.',
  *check(context) {
    const persistent = persistentAbsencePercent.valueOn(context.asOf)?.value;
    const severe = severeAbsencePercent.valueOn(context.asOf)?.value;
    if (persistent === undefined || severe === undefined) return;
    const told = new Set<string>();
    for (const hit of severe === 50 ? context.find(OVER_HALF) : []) {
      const { text } = hit.sentence;
      if (!SEVERE.test(text) || !MEANS.test(text) || isHistory(hit) || /\bor more\b|\d ?%/.test(text)) continue;
      told.add(`${hit.placed.index} ${hit.sentence.start}`);
      const words = hit.match[1] ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `“${context.quote(at)}” leaves half itself out; severe absence is ${severe}% or more missed.`,
        at,
      };
    }
    for (const [phrased, isMissed] of [
      [BELOW_IS, false],
      [OVER_IS, true],
    ] as const) {
      for (const hit of context.find(phrased)) {
        const { match, sentence, placed } = hit;
        const key = `${placed.index} ${sentence.start}`;
        const name = match.slice(1).find((part) => part !== undefined && new RegExp(NAME, 'i').test(part)) ?? '';
        const words = match.slice(1).find((part) => part !== undefined && BY_A_FIGURE.test(part)) ?? '';
        const percent = Number(/\d+/.exec(words)?.[0]);
        const missed = /^severe/i.test(name) ? severe : persistent;
        if (WHAT_IS_DONE.test(match[0])) continue;
        if (told.has(key) || isHistory(hit) || percent !== (isMissed ? missed : 100 - missed)) continue;
        const start = hit.start + match[0].indexOf(words);
        // "At or above 10%" has the boundary.
        if (AT_OR.test(placed.block.plain.slice(0, start - placed.offset).slice(-20))) continue;
        told.add(key);
        const at = { start, end: start + words.length };
        yield {
          message: `“${context.quote(at)}” leaves ${percent}% itself out; ${/^severe/i.test(name) ? 'severe' : 'persistent'} absence is ${missed}% or more missed.`,
          at,
        };
      }
    }
  },
  examples: {
    good: [
      { title: 'the boundary counts', markdown: 'Persistent absence is attendance of 90% or below.' },
      { title: 'at or above', markdown: 'Persistent absence is absence at or above 10% at any time of the year.' },
      { title: 'a trigger', markdown: 'If attendance drops below 90% we invite parents.' },
    ],
    bad: [
      {
        title: 'an equals sign',
        markdown: 'Attendance «below 90%» = persistent absence.',
        says: '“below 90%” leaves 90% itself out; persistent absence is 10% or more missed.',
      },
      {
        title: 'the short name',
        markdown: 'When attendance is «under 90%» a child is classed as a PA pupil by everyone.',
        says: '“under 90%” leaves 90% itself out; persistent absence is 10% or more missed.',
      },
      {
        title: 'below 90%',
        markdown: 'Pupils whose attendance is «below 90%» are classed as persistently absent.',
        says: '“below 90%” leaves 90% itself out; persistent absence is 10% or more missed.',
      },
      {
        title: 'over 50%',
        markdown: 'Severe absence is when a pupil misses «more than 50%» of sessions.',
        says: '“more than 50%” leaves 50% itself out; severe absence is 50% or more missed.',
      },
    ],
  },
});
