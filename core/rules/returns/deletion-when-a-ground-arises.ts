import { citeProvision } from '../../guidance/provisions.ts';
import { aboutOf } from '../../lint/about.ts';
import { isDenied, isElsewhere, wordsBefore } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const KEPT_UNTIL = phrase(
  /\b(?:cannot|can[’']t|can not|(?:do|does|will|shall) not) (?:remove|delete|take) (?:an? |the |any |your )?(?:child|pupil|name|student)(?:[’']s name)?\b[^.;]{0,20}? (until[^.;]{5,140})|\b(?:do|does|will|shall) not (?:remove|delete|take)\b[^.;]{0,40}?\b(?:register|roll)\b[^.;]{0,20}?\b(until[^.;]{5,140})|\b(?:no (?:pupil|child|student|name)\b[^.;]{0,20}? (?:be )?(?:removed|deleted|taken off)\b[^.;]{0,40}?\b(?:register|roll)|(?:stays?|remains?|kept|(?:keep|hold|leave|retain)s? (?:[a-z]+ ){1,4})(?:open )?on (?:the |our )?(?:school )?roll)\b[^.;]{0,20}?\b(until[^.;]{5,140})|\b(?:(?:not|never) be (?:removed|deleted|taken off|taken)\b[^.;]{0,40}?\b(?:register|roll|admissions?)|(?:stays?|remains?|kept) on (?:the |our )?(?:school |admissions? )?(?:roll|registers?))\b[^.;]{0,20}?\b(until[^.;]{5,140})/gi,
  'until',
);
const FOUND =
  /\b(?:destination|whereabouts|(?:new|next|other|receiving) school|another school|located|school place|found|confirmed)\b/i;
const DAYS =
  '(?:(?:20|twenty|10|ten|4|four|six|two) (?:consecutive |continuous |school ){0,2}(?:days?|weeks?)|a fortnight|(?:a|one) month|half a term)';
const AFTER_DAYS = phrase(
  /\b(?:removed?|deleted?|taken|come) (?:off|from) (?:the |our )?(?:school )?(?:roll|registers?|admissions? registers?)\b[^.;]{0,80}\b(?:after|for|of) (?:20|twenty|10|ten)\b[^.;]{0,60}|\b(?:after|for|of|absent|within) (?:20|twenty|10|ten) (?:consecutive |school )*days?\b[^.;]{0,120}\b(?:removed?|deleted?|taken) (?:the (?:pupil|child)(?:'s name)? )?(?:off|from)\b/gi,
  'remove',
  'delete',
  'taken',
  'come off',
);
// The other order, and the other ways to say it: "we will remove from roll any student who has been absent for 20 days".
const LOSES_PLACE = phrase(
  new RegExp(
    `\\b(?:remove|delete|take|off-?roll|removed|deleted|taken|off-?rolled)\\b[^.;]{0,120}?\\b(?:after|for|of|within)\\b ${DAYS}|\\b(?:after|for|of|within|absent|by) ${DAYS}[^.;]{0,100}?\\b(?:off-?rolled|loses? (?:their|the|his|her|its) (?:school )?place|place will be (?:given|offered)|(?:comes?|taken|struck) off (?:the |our )?roll|take (?:[a-z]+ ){1,3}off (?:the |our )?(?:school )?roll|removed|deleted)\\b|\\bplace (?:is|will be|may be|can be) (?:given|offered|passed)\\b[^.;]{0,60}?\\b(?:after|for|of) ${DAYS}|\\b${DAYS}[^.;]{0,60}?\\bmeans?\\b[^.;]{0,40}?\\boff (?:the |our )?roll\\b|\\bplace (?:will|may|can) be (?:withdrawn|lost|taken|given away)[^.;]{0,40}?\\b(?:after|for|of)\\b ${DAYS}|\\bloses? (?:their|the|his|her) (?:school )?place\\b[^.;]{0,80}?\\bwithin ${DAYS}`,
    'gi',
  ),
  'remove',
  'delete',
  'take',
  'roll',
  'place',
);
// Any way to take a name off; the roll and the days stand somewhere in the sentence, or the day begins the line.
const TAKEN_OFF = phrase(
  /\b(?:remov(?:e|es|ed)|delet(?:e|es|ed)|off-?roll(?:s|ed)?|struck|take[sn]? (?:[a-z]+ ){1,4}off|comes? off)\b/gi,
  'remove',
  'delete',
  'roll',
  'struck',
  'take',
  'come',
);
const SO_MANY_DAYS =
  /\b(?:10|15|20|ten|fifteen|twenty) (?:(?:consecutive|continuous|school) ){0,2}days?\b|\b(?:two|three|four|2|3|4) (?:school )?weeks\b|^\W*days? (?:ten|fifteen|twenty|10|15|20)\b/i;
const OTHER_NAME =
  /\b(?:trip|club|team|list|contact|mailing|photo|record|data|within|notice|inform\w*|tell\w*|appeal\w*|fine|penalty)\b/i;
// A place lost as the price of a holiday, with no word of a ground: "your child could be removed from the roll".
const THREAT = phrase(
  /\b(?:may|might|could|can|will)\b[^.;]{0,60}?\b(?:(?:be )?(?:removed|deleted|taken off|struck off)|(?:lead to|result in)[^.;]{0,40}?\b(?:removal|deletion))\b[^.;]{0,30}?\b(?:school|class|our) (?:roll|register)\b|\b(?:may|might|could|can|will|power to|right to) (?:take|remove|delete|strike)\b[^.;]{0,40}?\b(?:off|from) (?:the |our |its )?(?:school |class )?(?:roll|register)\b|\b(?:removal|deletion) of (?:the|your|a) (?:pupil|child)\b[^.;]{0,20}?\bfrom (?:the|our) (?:school )?(?:roll|register)\b/gi,
  'remov',
  'delet',
  'off',
  'strike',
);
const OF_LEAVE =
  /\b(?:holidays?|leave|unauthori[sz]ed|without permission|fail\w* to (?:comply|return)|extra time|travel\w*)\b/i;
const GROUND =
  /\b(?:ground|regulation|law|legal\w*|LA|local authority|council|\d{1,2} (?:school )?days|ten|twenty|home educat\w*|permanent)\b/i;
const OF_THE_ROLL =
  /\b(?:roll|place (?:is|will be|may be|can be) (?:given|offered|passed)|off-?roll\w*|admissions? register|(?:their|the|his|her|pupil’s|pupil's|child's|child’s) place|name)\b/i;
const ENQUIRIES =
  /\b(?:enquir\w+|inquir\w+|investigat\w+|whereabouts|trace|in (?:consultation|agreement|discussion) with the (?:LA|local authority)|(?:LA|local authority) (?:has|have|agrees?))\b/i;
const REFUSED = /\b(?:not|never) (?:be |been |simply |automatically ){0,2}$/i;
const LEAVE_PLACE =
  /\b(?:may lose|(?:could|might) lose|risk(?:s|ing)? losing|forfeit) (?:their|the|a|your child's) (?:school )?place\b/i;

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
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      if (!FOUND.test(words) || (/\bground\b|\bregulation/i.test(words) && !/\bwhatever\b/i.test(words))) continue;
      const at = { start: hit.start, end: hit.end };
      yield {
        message:
          'The name stays on until the pupil is found or placed elsewhere; it must go as soon as a ground of regulation 9 arises, after joint enquiries.',
        at,
      };
    }
    const told = new Set<number>();
    for (const hit of [...context.find(AFTER_DAYS), ...context.find(LOSES_PLACE)]) {
      if (
        ENQUIRIES.test(hit.placed.block.plain) ||
        told.has(hit.placed.index) ||
        !OF_THE_ROLL.test(hit.sentence.text) ||
        LEAVE_PLACE.test(hit.sentence.text) ||
        REFUSED.test(wordsBefore(hit)) ||
        /\bnot\b(?! (?:return|come|back))/i.test(hit.match[0])
      )
        continue;
      told.add(hit.placed.index);
      yield {
        message:
          'A name is taken off after so many days alone; school and authority make joint enquiries first, and illness is ruled out.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(TAKEN_OFF)) {
      const { placed, sentence } = hit;
      const { plain } = placed.block;
      if (
        told.has(placed.index) ||
        ENQUIRIES.test(plain) ||
        !OF_THE_ROLL.test(sentence.text.replace(/\bregisters?\b/gi, 'roll'))
      )
        continue;
      if (!SO_MANY_DAYS.test(sentence.text) && !/^\W*days? (?:ten|fifteen|twenty|10|15|20)\b/i.test(plain)) continue;
      if (isDenied(hit) || OTHER_NAME.test(sentence.text) || isElsewhere(hit)) continue;
      told.add(placed.index);
      yield {
        message:
          'A name is taken off after so many days alone; school and authority make joint enquiries first, and illness is ruled out.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(THREAT)) {
      const { placed, sentence } = hit;
      if (told.has(placed.index) || ENQUIRIES.test(placed.block.plain) || GROUND.test(placed.block.plain)) continue;
      if (
        !OF_LEAVE.test(aboutOf(context, placed)) ||
        /\bnot\b|\bnever\b/i.test(sentence.text.slice(0, hit.match.index - sentence.start + hit.match[0].length))
      )
        continue;
      told.add(placed.index);
      yield {
        message:
          'A place is lost here without a ground; a name leaves the register only on a ground of regulation 9, after joint enquiries where a pupil has not come back.',
        at: { start: hit.start, end: hit.end },
        doubtful: true,
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
      {
        title: 'a place at risk, with the ground',
        markdown: 'A pupil on holiday may be removed from the school roll only on a ground in the regulations.',
      },
      { title: 'when a ground arises', markdown: 'A name is deleted as soon as a ground of regulation 9 arises.' },
    ],
    bad: [
      {
        title: 'until a new school confirms',
        markdown: 'We «do not remove a child from our roll until the new school confirms».',
        says: 'The name stays on until the pupil is found or placed elsewhere; it must go as soon as a ground of regulation 9 arises, after joint enquiries.',
        asIs: true,
      },
      {
        title: 'a place as the price of a holiday',
        markdown: 'If you extend a holiday your child «could be removed from the school roll» and need a new school.',
        says: 'A place is lost here without a ground; a name leaves the register only on a ground of regulation 9, after joint enquiries where a pupil has not come back.',
      },
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
