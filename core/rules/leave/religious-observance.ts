import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { CARDINAL } from '../../text/numbers.ts';

const LIMITED = phrase(
  new RegExp(
    `\\b(?:(?:a )?set number of |(?:no more than|up to|maximum(?: of)?|limit(?:ed)? (?:to|of)(?: a maximum of)?|only|one|two|three) ?(?:${CARDINAL} )?(?:school )?)days?\\b`,
    'gi',
  ),
  'day',
);
const RELIGIOUS = /\breligio\w+|\bEid\b|\bDiwali\b|\bfestivals?\b/i;

/** Days of religious observance limited by the school. */
export const religiousObservance = defineRule({
  id: 'leave/religious-observance',
  topic: 'religious-observance',
  title: 'Days of religious observance are not counted out by the school',
  duty: 'good',
  citations: [citeProvision('religious-observance')],
  inForce: { from: '2024-08-19' },
  why: 'The day is authorised because the religious body sets it apart; the law gives no number of days.',
  *check(context) {
    for (const hit of context.find(LIMITED)) {
      if (
        !RELIGIOUS.test(hit.sentence.text) ||
        /\bin advance\b|\bnotice\b|\bprior\b/i.test(
          hit.match[0] +
            hit.sentence.text.slice(hit.match.index - hit.sentence.start, hit.match.index - hit.sentence.start + 40),
        )
      )
        continue;
      const at = { start: hit.start, end: hit.end };
      yield { message: `“${context.quote(at)}” limits religious observance; the law sets no number of days.`, at };
    }
  },
  examples: {
    good: [
      { title: 'the test', markdown: 'A day set apart by the religious body is authorised.' },
      { title: 'notice', markdown: 'Please tell us of religious festivals up to 10 days in advance.' },
    ],
    bad: [
      {
        title: 'three days a year',
        markdown: 'The school authorises «up to 3 days» a year for religious festivals.',
        says: '“up to 3 days” limits religious observance; the law sets no number of days.',
      },
    ],
  },
});
