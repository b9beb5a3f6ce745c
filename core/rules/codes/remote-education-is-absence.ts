import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isDenied } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

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
    for (const { code, isListed, meaning, at } of codeEntries(context)) {
      if (code !== 'B' || !isListed || !REMOTE.test(meaning) || /\bnot\b|\bnever\b|\bno\b|\bexcept/i.test(meaning))
        continue;
      yield { message: 'B is given to remote education; the pupil is absent, with the code for the reason.', at };
    }
    for (const hit of context.find(AS_ATTENDANCE)) {
      if (!REMOTE.test(hit.sentence.text) || isDenied(hit) || /\bnot\b|\bnever\b/i.test(hit.match[0])) continue;
      const words = hit.match.slice(1).find((part) => part !== undefined) ?? '';
      const at = { start: hit.end - words.length, end: hit.end };
      yield {
        message: `Remote education is recorded “${context.quote(at)}”; the pupil is absent, with the code for the reason.`,
        at,
      };
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
