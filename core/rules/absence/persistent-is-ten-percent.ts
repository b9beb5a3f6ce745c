import { citeProvision } from '../../guidance/provisions.ts';
import { persistentAbsencePercent, severeAbsencePercent } from '../../guidance/thresholds.ts';
import { isElsewhere, isHistory, wordsAfter, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { cardinalOf } from '../../text/numbers.ts';

const PERCENT = '(\\d{1,2}(?:\\.\\d{1,2})?) ?(?:%|per ?cent)';
const NAME = '(?:persistent(?:ly)?|severe(?:ly)?)[- ](?:absen\\w+|non-attend\\w+)';
const VERB =
  '(?:is|are|as|means?|refers? to|defined|counts?|classed|classified|considered|known|regarded|termed|deemed|described|categorised|called|become|becomes|occurs?|being|threshold|includes?|=|:)';
const NAMED_THEN_VALUE = phrase(
  new RegExp(
    `\\b(${NAME})\\b(?:['")]{0,2} (?:when|if|where)\\b|[^.;]{0,60}?(?:\\b${VERB}\\b|[=:(-]))[^.;%]{0,110}?${PERCENT}`,
    'gi',
  ),
  'persistent',
  'severe',
);
const VALUE_THEN_NAMED = phrase(
  new RegExp(
    `${PERCENT}[^.;%]{0,120}?\\b(?:is|are|be|as|called|considered|classed|classified|defined|deemed|known|termed|regarded|becomes?)\\b[^.;%]{0,40}?\\b(${NAME})\\b`,
    'gi',
  ),
  'persistent',
  'severe',
);
// "The threshold for persistent absence is 15%", "Persistent absence | 85% and below", "severely absent pupils miss 40%".
const IN_SHORT = phrase(
  new RegExp(
    `\\b(PA) ?(?:=|:|means|is) ?(?:an? )?(?:attendance )?(?:of )?(?:below |under |less than )?${PERCENT}|\\b(?:class|deem|count|regard|consider)\\w*\\b[^.;%]{0,40}?\\b(${NAME}) (?:at|from|once (?:at|below)) ${PERCENT}|\\bthreshold (?:for|of) (${NAME}) (?:is|at|of) (?:an? )?(?:attendance of )?${PERCENT}|\\b(${NAME})\\s*\\|\\s*(?:below |under |less than |attendance (?:of |below )?)?${PERCENT}(?= ?(?:and|or) |\\s*\\|)|\\b(${NAME})(?: pupils?| students?| children)? (?:have )?miss(?:es|ed)? (?:more than |at least |over )?${PERCENT}`,
    'gi',
  ),
  'persistent',
  'severe',
  'pa ',
  'pa=',
  'pa:',
);
// "46 or more sessions": the older measure, by one count for every pupil.
const BY_SESSIONS = phrase(
  /\b(persistent(?:ly)?[- ]absen\w+)\b[^.;%]{0,20}?\b(?:is|are|as|means?|defined|classed)\b[^.;%]{0,40}?\b((?:at least |more than |over )?(\d{2,3})(?: or more)? sessions)\b[^.;%]{0,40}/gi,
  'persistent',
);
// "Miss 15 days in every hundred and …": so many of a hundred are a percentage.
const OF_A_HUNDRED = phrase(
  /\b([a-z]+|\d{1,2}) (?:school )?(?:days?|sessions?|half[- ]days?)? ?(?:missed |lost |off )?(?:in|out of|of) (?:every |each )?(?:a |one )?(hundred|100|ten|10|twenty|20)\b/gi,
  'persistent',
  'severe',
);
// "Those who have missed a fifth or more of the year."
const FRACTION = phrase(
  /\b(?:miss\w*|los(?:t|es?|ing)|absen\w+ (?:for|of)|away for)\b[^.;]{0,25}?\b((?:a|one|two|three)[ -](fifth|quarter|third|sixth|seventh|eighth)s?)\b/gi,
  'fifth',
  'quarter',
  'third',
  'sixth',
  'seventh',
  'eighth',
);
const BE_NAMED = /\b(persistent(?:ly)?|severe(?:ly)?)[- ](?:absen\w+|non-attend\w+)/i;
// Ten per cent of a year of 380 sessions is 38; authors say 38 or 39.
const SESSIONS_OF_A_YEAR = [36, 40] as const;
const BELOW = /\b(?:below|under|less than|falls?|drops?|fallen|lower than|<|fewer than|beneath)\b|</i;
const OF_ATTENDANCE = /\battend(?:ance|s|ing|ed)?\b/i;
const MISSED = /\b(?:miss(?:es|ed|ing)?|absen(?:t|ce)|rate of)\b/i;
const NOT_A_DEFINITION =
  /\b(?:absent (?:pupil|child|student|learner)[’']s|target|national|average|figure|rate (?:was|is) \d|last year|pupils? premium|proportion|at risk|risk of|approaching|close to|moving towards|cohort|compared|rewards?|invited?|meet(?:ing)?|letters?|sent|contact\w*|support\w*|monitor\w*|between|of (?:all )?(?:our )?(?:pupils|students|children) (?:are|were|was|is|to be|being))\b/i;

// "Our target is that fewer than 8% are persistently absent" counts pupils, not sessions.
const AS_AN_AIM = /\b(?:targets?|aim(?:s|ing)?|goal|hop(?:e|ing)|want|reduc\w+)\b[^.;]{0,60}$/i;

/** Persistent and severe absence drawn at another value. */
export const persistentIsTenPercent = defineRule({
  id: 'absence/persistent-is-ten-percent',
  topic: 'absence-definition',
  title: 'Persistent absence is 10% missed, severe absence 50%',
  duty: 'should',
  citations: [citeProvision('persistent-absence')],
  inForce: { from: '2015-09-01' },
  why: 'The Department counts 10% of a pupil’s own sessions; before 2015 it was 15%, before 2010 20%. A school may act earlier, but the word means this.',
  *check(context) {
    const persistent = persistentAbsencePercent.valueOn(context.asOf)?.value;
    const severe = severeAbsencePercent.valueOn(context.asOf)?.value;
    if (persistent === undefined || severe === undefined) return;
    const told = new Set<string>();
    for (const hit of context.find(IN_SHORT)) {
      const [name = '', percent = ''] = hit.match.slice(1).filter((part) => part !== undefined);
      const isSevere = /^severe/i.test(name);
      const missed: number = isSevere ? severe : persistent;
      const said = Number(percent);
      if (said === missed || said === 100 - missed || isHistory(hit) || isElsewhere(hit)) continue;
      if (NOT_A_DEFINITION.test(hit.sentence.text) || said > 99) continue;
      told.add(`${hit.placed.index} ${hit.sentence.start}`);
      const start = hit.start + hit.match[0].lastIndexOf(percent);
      const length =
        /^[\d.]+ ?(?:%|per ?cent)/i.exec(hit.match[0].slice(start - hit.start))?.[0].length ?? percent.length;
      const at = { start, end: start + length };
      yield {
        message: `${isSevere ? 'Severe' : 'Persistent'} absence is drawn at “${context.quote(at)}”; it is ${missed}% or more of sessions missed, attendance of ${100 - missed}% or less.`,
        at,
      };
    }
    for (const hit of context.find(BY_SESSIONS)) {
      const sessions = Number(hit.match[3]);
      const [least, most] = SESSIONS_OF_A_YEAR;
      const key = `${hit.placed.index} ${hit.sentence.start}`;
      if (told.has(key) || (sessions >= least && sessions <= most) || isHistory(hit) || isElsewhere(hit)) continue;
      if (/\b(?:terms?|months?|weeks?|so far|by)\b/i.test(hit.match[0]) || /%|per ?cent/i.test(hit.sentence.text))
        continue;
      told.add(key);
      const words = hit.match[2] ?? '';
      const start = hit.start + hit.match[0].indexOf(words);
      const at = { start, end: start + words.length };
      yield {
        message: `Persistent absence is drawn at “${context.quote(at)}”; it is ${persistent}% or more of a pupil’s own sessions.`,
        at,
      };
    }
    for (const hit of context.find(OF_A_HUNDRED)) {
      const { text } = hit.sentence;
      const name = BE_NAMED.exec(text)?.[1];
      const said = outOfAHundred(hit.match[1] ?? '', hit.match[2] ?? '');
      const key = `${hit.placed.index} ${hit.sentence.start}`;
      if (!name || said === null || told.has(key) || isHistory(hit) || isElsewhere(hit)) continue;
      const missed: number = /^severe/i.test(name) ? severe : persistent;
      // Where both are named, either value may stand.
      if (said === missed || said === 100 - missed || (/persistent/i.test(text) && /severe/i.test(text))) continue;
      if (
        NOT_A_DEFINITION.test(text) ||
        /^ (?:of )?(?:our|the|all|those|these|pupils?|children|students?)\b/i.test(wordsAfter(hit))
      )
        continue;
      told.add(key);
      const at = { start: hit.start, end: hit.end };
      yield {
        message: `${/^severe/i.test(name) ? 'Severe' : 'Persistent'} absence is drawn at “${context.quote(at)}”; it is ${missed}% or more of sessions missed, attendance of ${100 - missed}% or less.`,
        at,
      };
    }
    for (const hit of context.find(FRACTION)) {
      const { text } = hit.sentence;
      const name = BE_NAMED.exec(text)?.[1];
      const key = `${hit.placed.index} ${hit.sentence.start}`;
      if (!name || told.has(key) || isHistory(hit) || isElsewhere(hit) || NOT_A_DEFINITION.test(text)) continue;
      told.add(key);
      const missed: number = /^severe/i.test(name) ? severe : persistent;
      const words = hit.match[1] ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `${/^severe/i.test(name) ? 'Severe' : 'Persistent'} absence is drawn at “${context.quote(at)}”; it is ${missed}% or more of sessions missed, attendance of ${100 - missed}% or less.`,
        at,
      };
    }
    for (const [phrased, name, value] of [
      [NAMED_THEN_VALUE, 1, 2],
      [VALUE_THEN_NAMED, 2, 1],
    ] as const) {
      for (const hit of context.find(phrased)) {
        const { match, sentence, placed } = hit;
        const key = `${placed.index} ${sentence.start}`;
        const text: string = match[0];
        if (told.has(key) || isHistory(hit) || isElsewhere(hit) || NOT_A_DEFINITION.test(text)) continue;
        if (AS_AN_AIM.test(wordsBefore(hit))) continue;
        const isSevere = /^severe/i.test(match[name] ?? '');
        const missed: number = isSevere ? severe : persistent;
        const percent = Number(match[value]);
        const attended = 100 - missed;
        told.add(key);
        if (percent === missed || percent === attended || (percent > attended - 1 && percent < attended)) continue;
        // "85 to 90%" and its like are bands of a ladder.
        if (/\d ?%? ?(?:-|to|and) ?\d/.test(text)) continue;
        // Both words in one breath ("90%, severe below 50%") are read at their own values.
        if (
          (percent === severe || percent === 100 - persistent || percent === persistent) &&
          (value === 2 || (isSevere ? /persistent/i : /severe/i).test(placed.block.plain))
        )
          continue;
        if (
          !MISSED.test(text.replace(new RegExp(NAME, 'i'), '')) &&
          !OF_ATTENDANCE.test(sentence.text) &&
          !BELOW.test(sentence.text) &&
          !/\bor (?:more|less|below|above|over|under|fewer)\b/i.test(sentence.text)
        )
          continue;
        const words = `${match[value]}`;
        const offset = text.lastIndexOf(words, value === 2 ? text.length : words.length);
        const start = hit.start + (value === 2 ? offset : 0);
        const at = {
          start,
          end:
            start +
            (/^[\d.]+ ?(?:%|per ?cent)/i.exec(placed.block.raw.slice(start - placed.offset))?.[0].length ??
              words.length),
        };
        yield {
          message: `${isSevere ? 'Severe' : 'Persistent'} absence is drawn at “${context.quote(at)}”; it is ${missed}% or more of sessions missed, attendance of ${attended}% or less.`,
          at,
        };
      }
    }
  },
  examples: {
    good: [
      { title: 'the definition', markdown: 'Persistent absence means missing 10% or more of sessions.' },
      { title: 'by attendance', markdown: 'Persistent absence is attendance of 90% or less.' },
      { title: 'a trigger of the school’s own', markdown: 'If attendance falls below 85% we write to parents.' },
      { title: 'figures', markdown: 'Our rate of persistent absence was 18% last year.' },
      { title: 'severe absence', markdown: 'Severe absence is missing 50% or more.' },
    ],
    bad: [
      {
        title: 'a number of sessions',
        markdown: 'Persistent absence is defined as «46 or more sessions» of absence in a year.',
        says: 'Persistent absence is drawn at “46 or more sessions”; it is 10% or more of a pupil’s own sessions.',
      },
      {
        title: 'the value of 2010',
        markdown: 'A pupil is persistently absent when attendance falls below «85%».',
        says: 'Persistent absence is drawn at “85%”; it is 10% or more of sessions missed, attendance of 90% or less.',
      },
      {
        title: 'the value before the word',
        markdown: 'Attendance below «80%» is classed as persistent absence.',
        says: 'Persistent absence is drawn at “80%”; it is 10% or more of sessions missed, attendance of 90% or less.',
      },
    ],
  },
});

/** "Two in every ten" as a percentage; null where the first is no number. */
function outOfAHundred(many: string, of: string): number | null {
  const [count, all] = [cardinalOf(many), cardinalOf(of)];
  return count === null || !all || count >= all ? null : (100 * count) / all;
}
