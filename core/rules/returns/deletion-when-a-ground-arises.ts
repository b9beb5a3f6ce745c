import { citeProvision } from '../../guidance/provisions.ts';
import { wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const KEPT_UNTIL = phrase(
  /\b(?:(?:not|never) be (?:removed|deleted|taken off|taken)\b[^.;]{0,40}?\b(?:register|roll|admissions?)|(?:stays?|remains?|kept) on (?:the |our )?(?:school |admissions? )?(?:roll|registers?))\b[^.;]{0,20}?\b(until[^.;]{5,140})/gi,
  'until',
);
const FOUND = /\b(?:destination|whereabouts|new school|another school|located|school place|found|confirmed)\b/i;
const AFTER_DAYS = phrase(
  /\b(?:removed?|deleted?|taken|come) (?:off|from) (?:the |our )?(?:school )?(?:roll|registers?|admissions? registers?)\b[^.;]{0,80}\b(?:after|for|of) (?:20|twenty|10|ten)\b[^.;]{0,60}|\b(?:after|for|of|absent|within) (?:20|twenty|10|ten) (?:consecutive |school )*days?\b[^.;]{0,120}\b(?:removed?|deleted?|taken) (?:the (?:pupil|child)(?:'s name)? )?(?:off|from)\b/gi,
  'remove',
  'delete',
  'taken',
  'come off',
);
const ENQUIRIES =
  /\b(?:enquir\w+|inquir\w+|investigat\w+|whereabouts|trace|in (?:consultation|agreement|discussion) with the (?:LA|local authority)|(?:LA|local authority) (?:has|have|agrees?))\b/i;
const REFUSED = /\b(?:not|never) (?:be |been |simply |automatically ){0,2}$/i;
const LEAVE_PLACE = /\b(?:lose|risk(?:s|ing)? losing|forfeit) (?:their|the|a|your child's) (?:school )?place\b/i;

/** A name kept too long, or taken off without looking for the pupil. */
export const deletionWhenAGroundArises = defineRule({
  id: 'returns/deletion-when-a-ground-arises',
  topic: 'deletion-from-register',
  title: 'A name leaves the register when a ground arises, after joint enquiries',
  duty: 'must',
  citations: [citeProvision('deletion-grounds'), citeProvision('deletion-after-enquiries')],
  inForce: { from: '2024-08-19' },
  why: 'The law has a list of grounds: with one the name must go, without one it must not. For a pupil who has vanished, school and authority look together first.',
  *check(context) {
    for (const hit of context.find(KEPT_UNTIL)) {
      const words = hit.match[1] ?? '';
      if (!FOUND.test(words) || /\bground\b|\bregulation/i.test(words)) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message:
          'The name stays on until the pupil is found or placed elsewhere; it must go as soon as a ground of regulation 9 arises, after joint enquiries.',
        at,
      };
    }
    for (const hit of context.find(AFTER_DAYS)) {
      if (
        ENQUIRIES.test(hit.placed.block.plain) ||
        LEAVE_PLACE.test(hit.sentence.text) ||
        REFUSED.test(wordsBefore(hit)) ||
        /\bnot\b/i.test(hit.match[0])
      )
        continue;
      yield {
        message:
          'A name is taken off after so many days alone; school and authority make joint enquiries first, and illness is ruled out.',
        at: { start: hit.start, end: hit.end },
      };
    }
  },
  examples: {
    good: [
      {
        title: 'after enquiries',
        markdown:
          'After 20 days of unauthorised absence a pupil may be removed from the roll if joint enquiries have not found them.',
      },
      { title: 'when a ground arises', markdown: 'A name is deleted as soon as a ground of regulation 9 arises.' },
    ],
    bad: [
      {
        title: 'until a place is found',
        markdown: 'A pupil will «not be removed from the register until their new school is known».',
        says: 'The name stays on until the pupil is found or placed elsewhere; it must go as soon as a ground of regulation 9 arises, after joint enquiries.',
      },
      {
        title: 'after days alone',
        markdown: 'A child «absent 20 school days may be removed from» our roll.',
        says: 'A name is taken off after so many days alone; school and authority make joint enquiries first, and illness is ruled out.',
        asIs: true,
      },
    ],
  },
});
