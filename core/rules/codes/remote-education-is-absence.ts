import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isDenied, isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place, type Problem } from '../../lint/rule.ts';
import { COUNTS_ALL_THE_SAME, verdictsIn } from '../../lint/verdict.ts';

const AS_ATTENDANCE = phrase(
  /\b(?:use|uses|using|mark with|enter) (?:the )?(?:code )?['"“‘]?(B\b)|\b(counts? as (?:being )?(?:present|attend\w+|in school))\b|\b(?:get|gets|given|receive|receives) (?:a |their |an |the )?((?:present|attendance|usual|normal|ordinary) mark)\b|\b(?:marked|recorded|coded|registered|counted|treated|entered|logged|given)\b[^.;]{0,40}?\b((?:as\s+)?(?:being\s+)?(?:educated\s+)?off[- ]?site\b|(?:as\s+)?present\b|as\s+(?:being\s+)?in\s+school\b|(?:as\s+|with\s+|using\s+|code\s+){0,2}['"]?B\b|as\s+attending\b)/gi,
  'marked',
  'recorded',
  'coded',
  'registered',
  'counted',
  'treated',
  'entered',
  'logged',
  'given',
  'use',
  'using',
  'mark with',
  'enter',
  'count',
  'get',
  'receive',
);
const REMOTE =
  /\bremote learners?\b|\b(?:Zoom|Teams|Google Classroom|Oak National(?: Academy)?|Seesaw|live[- ]?stream\w*)\b(?=[\s\S]*\b(?:home|join|log|lessons?)\b)|\b(?:home|join\w*|log\w* (?:on|in))\b[^.;]{0,40}\b(?:Zoom|Teams|Google Classroom)\b|\b(?:learn|work|stud)\w*\b[^.;]{0,40}\b(?:at|from) home\b|\b(?:remote(?:ly)?|online|virtual|home)\b[^.;]{0,30}\b(?:education|learning|lessons?|teaching|tuition)\b|\blessons?\b[^.;]{0,20}\b(?:online|remotely|from home)\b|\b(?:learn|learning|educated|taught|work|working)\s+(?:remotely|online|from home)\b/i;

const LEARNS_REMOTELY = phrase(
  /\b(?:remote(?:ly)?|online|virtual|live[- ]?stream\w*|Zoom|Teams|Google Classroom|Seesaw|video|log(?:s|ged|ging)? in)\b/gi,
  'remote',
  'online',
  'virtual',
  'stream',
  'zoom',
  'teams',
  'google',
  'seesaw',
  'video',
  'log',
);
// "At live online lessons counts towards attendance in the same way" is remote though no home is named.
const LESSON_OR_HOME = /\b(?:lessons?|learn\w*|work|education|teaching|home|class(?:es)?|isolat\w+)\b/i;
const UNSURE =
  /\b(?:not|never|no longer|absent|only if|unless|cannot|register(?:ed)? online|online (?:register|form|system))\b/i;

const OF_A_PUPIL = /\b(?:pupils?|child(?:ren)?|students?|sons?|daughters?|learners?|join\w*)\b/i;

const recorded = (quote: string, at: Place): Problem => ({
  message: `Remote education is recorded “${quote}”; the pupil is absent, with the code for the reason.`,
  at,
});

/** Remote education marked as attendance. */
export const remoteEducationIsAbsence = defineRule({
  id: 'codes/remote-education-is-absence',
  topic: 'remote-education',
  title: 'A pupil who learns remotely is recorded as absent',
  duty: 'should',
  citations: [citeProvision('remote-education-is-absence')],
  inForce: { from: '2024-08-19' },
  why: 'They are not in school; the code is that of the reason for the absence, never B.',
  *check(context) {
    const listed = new Set<number>();
    for (const { code, isListed, meaning, at, placed } of codeEntries(context)) {
      if (code !== 'B' || !isListed || !REMOTE.test(meaning) || /\bnot\b|\bnever\b|\bno\b|\bexcept/i.test(meaning))
        continue;
      listed.add(placed.index);
      yield { message: 'B is given to remote education; the pupil is absent, with the code for the reason.', at };
    }
    const told = new Set<string>();
    for (const hit of context.find(AS_ATTENDANCE)) {
      if (
        listed.has(hit.placed.index) ||
        !REMOTE.test(hit.sentence.text) ||
        isDenied(hit) ||
        /\bnot\b|\bnever\b/i.test(hit.match[0])
      )
        continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      told.add(`${hit.placed.index} ${hit.sentence.start}`);
      yield recorded(context.quote(at), at);
    }
    for (const hit of context.find(LEARNS_REMOTELY)) {
      const { placed, sentence } = hit;
      const key = `${placed.index} ${sentence.start}`;
      if (
        told.has(key) ||
        listed.has(placed.index) ||
        isElsewhere(hit) ||
        UNSURE.test(sentence.text) ||
        !LESSON_OR_HOME.test(sentence.text)
      )
        continue;
      told.add(key);
      const said = verdictsIn(sentence.text).find(({ is, isDenied }) => is === 'present' && !isDenied);
      if (!said) continue;
      const from = placed.offset + sentence.start;
      const at = { start: from + said.start, end: from + said.end };
      yield recorded(context.quote(at), at);
    }
    for (const hit of context.find(COUNTS_ALL_THE_SAME)) {
      const { placed, sentence } = hit;
      const key = `${placed.index} ${sentence.start}`;
      const isRemote =
        REMOTE.test(sentence.text) || /\bfrom home by (?:video|link)\b|\bonline work\b/i.test(sentence.text);
      if (told.has(key) || isElsewhere(hit) || isDenied(hit) || !isRemote || !OF_A_PUPIL.test(sentence.text)) continue;
      told.add(key);
      const at = { start: hit.start, end: hit.end };
      yield recorded(context.quote(at), at);
    }
  },
  examples: {
    good: [
      { title: 'denied', markdown: 'Pupils in remote education are not marked as present.' },
      { title: 'off-site teaching', markdown: 'Pupils at the farm are marked as educated off site.' },
    ],
    bad: [
      {
        title: 'off site',
        markdown: 'Pupils who receive remote education will be marked «as educated off site» in the register.',
        says: 'Remote education is recorded “as educated off site”; the pupil is absent, with the code for the reason.',
      },
    ],
  },
});
