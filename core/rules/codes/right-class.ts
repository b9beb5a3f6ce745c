import { type CodeClass, registerCodes } from '../../guidance/codes.ts';
import { citeProvision } from '../../guidance/provisions.ts';
import { type CodeEntry, codeEntries } from '../../lint/code-list.ts';
import { isDenied, isElsewhere, isHistory } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';
import { COUNTS_ALL_THE_SAME, type SaidVerdict, verdictsIn } from '../../lint/verdict.ts';
import { matchesOf } from '../../text/matches.ts';

const IN_WORDS: Record<CodeClass, string> = {
  present: 'attendance',
  educational: 'approved educational activities',
  authorised: 'authorised absence',
  unauthorised: 'unauthorised absence',
  notPossible: 'no possible attendance',
  notCollected: 'not counted at all',
};

const SAID = phrase(
  /\b[Cc]odes? ['"“‘]?([A-TV-Z]\d?)['"”’]?\)?(?: \([^()]{3,40}\))?(?:(?:,| and| to| or| &)+ (?:codes? )?[A-Z]\d?){0,6} (?:is|are|counts? as|(?:is|are) (?:counted|classed|recorded|treated|regarded) as) (?:an? )?(?:(?:type|form|kind) of )?(authori[sz]ed absences?|unauthori[sz]ed absences?|present|attendance)\b/g,
  'code',
);
const NOT_ABSENT = phrase(
  /\b[Cc]odes? ['"“‘]?([A-TV-Z]\d?)['"”’]?\)?,? (?:is|are|does|do) not (?:an absence|counted? as (?:an )?absen(?:t|ces?)|absent)\b/g,
  'code',
);
const AS_ACTIVITY = phrase(
  /\b([A-Z]\d?)\b(?: [a-z]+)? (?:is|are|counts? as) (?:an )?approved educational activit(?:y|ies)\b/g,
  'approved educational',
);
// "… is authorised absence and is marked V": the code behind its class.
const SAID_BEFORE = phrase(
  /\b((?:un)?authori[sz]ed absences?),? (?:and|so) (?:(?:is|are|it is|they are) )?(?:marked|coded|recorded|entered) (?:as |with |code |using ){0,2}['"“‘]?([A-Z]\d?)\b(?!['’]?[a-z])/g,
  'authori',
);
// "Work experience (W) is recorded as an authorised absence", "snow days (Y1) and a late taxi (Q) both count as …".
const IN_BRACKETS = phrase(
  /\(([A-Z]\d?)\)[^.;()]{0,60}?\b(?:is|are|counts?|counted|classed|recorded|treated|regarded) (?:counted |classed |recorded |treated |regarded )?(?:as )?(?:an? )?((?:un)?authori[sz]ed absences?)\b/g,
  'authori',
);
// "Authorised absences are C, E, I and Q."
const CLASS_AND_CODES = phrase(
  /\b((?:[Uu]n)?[Aa]uthori[sz]ed [Aa]bsences?|[Pp]resent(?= codes?)|[Cc]odes? that counts? as (?:present|attendance))(?: codes?)? ?(?:is|are|includes?|covers?|comprises?|consists? of|means?|:|=|[–—-]) ?(?:the )?(?:codes? )?((?:(?:[A-Z]\d?|[\\/])(?: ?, ?| and | & |, and | or | ?\/ ?| ))+[A-Z]\d?)(?![A-Za-z'’])/g,
  'authori',
  'present code',
  'that count',
);
// "A pupil coded B is treated as absent but authorised", "(code C2) does not count as absence".
const CODED = phrase(/\b[Cc]ode[sd]? (?:as |with )?['"“‘]?([A-Z]\d?)['"”’]?(?![\w'’])/g, 'code');
const BY_CIRCUMSTANCES =
  /\b(?:if|unless|until|before|after|when|where|late|otherwise|or|then|once|fail\w*|miss\w*|instead|replac\w*|changed?|but not)\b/i;
// In the entry of a list: "P – sport, which is an authorised absence".
const CLASS_IN_MEANING =
  /(?:\b(?:is|are|as|=)|[,;:(–—-]) ?(?:an? )?((?:un)?authori[sz]ed absences?)\b(?! (?:if|unless|where|when))/i;
const SAID_CLASS: readonly [RegExp, CodeClass][] = [
  [/^un/i, 'unauthorised'],
  [/^auth/i, 'authorised'],
  [/^codes/i, 'present'],
  [/^/, 'present'],
];

const SAID_IN_WORDS = {
  present: 'attendance',
  absent: 'absence',
  authorised: 'authorised absence',
  unauthorised: 'unauthorised absence',
} as const;

const CODE = /[A-Z]\d?/g;
const ANY_CODE = /(?<![\w'’])[B-HJ-Z]\d?(?![\w'’])/g;
const NAMED = /\b[Cc]odes? ['"“‘]?([A-Z]\d?(?:['"”’]?(?:, | and | or | & )['"“‘]?[A-Z]\d?){0,8})(?![\w'’])/g;

/** Codes listed under a class that they do not count in. */
export const rightClass = defineRule({
  id: 'codes/right-class',
  topic: 'wrong-code-class',
  title: 'Each code stands in the class that it counts in',
  duty: 'should',
  citations: [citeProvision('code-classes')],
  inForce: { from: '2024-08-19' },
  why: 'Q and Y1 to Y7 are left out of the sum, and P, V, W, B and K count as attending; in the wrong class they change a pupil’s percentage.',
  *check(context) {
    const told = new Set<number>();
    for (const hit of context.find(SAID)) {
      const [, code = '', said = ''] = hit.match;
      const is = classOn(code, context.asOf);
      const group = SAID_CLASS.find(([pattern]) => pattern.test(said))?.[1];
      if (!is || !group || !isWrong(group, is) || isHistory(hit) || isElsewhere(hit)) continue;
      const start = hit.start + hit.match[0].indexOf(code, 4);
      told.add(start);
      yield {
        message: `${code} is called ${said} here, but counts as ${IN_WORDS[is]}.`,
        at: { start, end: start + code.length },
      };
    }
    for (const hit of context.find(SAID_BEFORE)) {
      const [, said = '', code = ''] = hit.match;
      const is = classOn(code, context.asOf);
      const group = SAID_CLASS.find(([pattern]) => pattern.test(said))?.[1];
      if (!is || !group || !isWrong(group, is) || isHistory(hit) || isElsewhere(hit) || isDenied(hit)) continue;
      yield {
        message: `${code} is called ${said} here, but counts as ${IN_WORDS[is]}.`,
        at: { start: hit.end - code.length, end: hit.end },
      };
    }
    for (const hit of context.find(IN_BRACKETS)) {
      const { text } = hit.sentence;
      if (isHistory(hit) || isElsewhere(hit) || /\b(?:not|never|neither|unless)\b/i.test(text)) continue;
      const is = classOn(hit.match[1] ?? '', context.asOf);
      const group = SAID_CLASS.find(([pattern]) => pattern.test(hit.match[2] ?? ''))?.[1];
      if (!is || !group || !isWrong(group, is)) continue;
      yield {
        message: `${hit.match[1]} is called ${hit.match[2]} here, but counts as ${IN_WORDS[is]}.`,
        at: { start: hit.start + 1, end: hit.start + 1 + (hit.match[1] ?? '').length },
      };
    }
    for (const hit of context.find(CLASS_AND_CODES)) {
      const [words, said = '', codes = ''] = hit.match;
      const group = SAID_CLASS.find(([pattern]) => pattern.test(said))?.[1];
      if (!group || isHistory(hit) || isElsewhere(hit) || isDenied(hit)) continue;
      const wrong = matchesOf(codes, CODE).flatMap((match) => {
        const is = classOn(match[0], context.asOf);
        const start = hit.start + words.length - codes.length + match.index;
        return is && isWrong(group, is) ? [{ code: match[0], is, at: { start, end: start + match[0].length } }] : [];
      });
      const [first, ...others] = wrong;
      if (!first) continue;
      yield {
        message: `${first.code} is called ${said.toLowerCase()} here, but counts as ${IN_WORDS[first.is]}.`,
        at: first.at,
        related: others.map(({ code, is, at }) => ({ at, message: `${code} counts as ${IN_WORDS[is]}` })),
      };
    }
    const listed = new Set(codeEntries(context).flatMap(({ isListed, placed }) => (isListed ? [placed.index] : [])));
    const read = new Set<string>();
    for (const hit of context.find(CODED)) {
      const { placed, sentence, match } = hit;
      const code = match[1] ?? '';
      const key = `${placed.index} ${sentence.start}`;
      const is = classOn(code, context.asOf);
      if (!is || code === 'U' || listed.has(placed.index) || read.has(key) || isHistory(hit) || isElsewhere(hit))
        continue;
      read.add(key);
      if (BY_CIRCUMSTANCES.test(sentence.text) || matchesOf(sentence.text, ANY_CODE).length !== 1) continue;
      const said = verdictsIn(sentence.text).find((each) => contradicts(each, is));
      if (!said) continue;
      const start = hit.start + match[0].lastIndexOf(code);
      if (told.has(start)) continue;
      yield {
        message: said.isDenied
          ? `${code} is said not to be an absence here, but counts as ${IN_WORDS[is]}.`
          : `${code} is called ${SAID_IN_WORDS[said.is]} here, but counts as ${IN_WORDS[is]}.`,
        at: { start, end: start + code.length },
      };
      told.add(start);
    }
    for (const hit of context.find(COUNTS_ALL_THE_SAME)) {
      const { placed, sentence } = hit;
      if (isHistory(hit) || isElsewhere(hit) || /\b(?:unless|if|until|but|however)\b/i.test(sentence.text)) continue;
      // One code that does count tells of the others' attendance, not of its own.
      const named = matchesOf(sentence.text, NAMED);
      const codes = named.flatMap((match) => matchesOf(match[1] ?? '', CODE).map(([code]) => code));
      const [code] = codes;
      const isAbsence = codes.every((each) =>
        ['authorised', 'unauthorised'].includes(classOn(each, context.asOf) ?? ''),
      );
      // U has a rule of its own.
      if (!code || !isAbsence || codes.includes('U')) continue;
      const [first] = named;
      if (!first) continue;
      // The codes stand last in what names them.
      const within = first[0].length - (first[1] ?? '').length;
      const start = placed.offset + sentence.start + first.index + within;
      yield {
        message: `${code} is said not to be an absence here, but counts as ${IN_WORDS[classOn(code, context.asOf) ?? 'authorised']}.`,
        at: { start, end: start + code.length },
      };
    }
    for (const { code, isListed, meaning, at } of codeEntries(context)) {
      const said = isListed ? CLASS_IN_MEANING.exec(meaning)?.[1] : undefined;
      const is = classOn(code, context.asOf);
      if (!said || !is || /\b(?:not|never|no longer|unless|neither)\b/i.test(meaning)) continue;
      const group = SAID_CLASS.find(([pattern]) => pattern.test(said))?.[1];
      if (!group || !isWrong(group, is)) continue;
      yield { message: `${code} is called ${said.toLowerCase()} here, but counts as ${IN_WORDS[is]}.`, at };
    }
    for (const hit of context.find(NOT_ABSENT)) {
      const code = hit.match[1] ?? '';
      const is = classOn(code, context.asOf);
      if (is !== 'authorised' && is !== 'unauthorised') continue;
      if (isHistory(hit) || isElsewhere(hit) || /\b(?:unless|if|until)\b/i.test(hit.sentence.text)) continue;
      const start = hit.start + hit.match[0].search(new RegExp(`(?<![A-Za-z])${code}(?![A-Za-z\\d])`));
      yield {
        message: `${code} is said not to be an absence here, but counts as ${IN_WORDS[is]}.`,
        at: { start, end: start + code.length },
      };
    }
    for (const hit of context.find(AS_ACTIVITY)) {
      const code = hit.match[1] ?? '';
      const is = classOn(code, context.asOf);
      if (!is || is === 'educational' || is === 'present' || isHistory(hit) || /\bnot\b/i.test(hit.sentence.text))
        continue;
      yield {
        message: `${code} is called an approved educational activity here, but counts as ${IN_WORDS[is]}.`,
        at: { start: hit.start, end: hit.start + code.length },
      };
    }
    const misplaced = new Map<string, CodeEntry[]>();
    for (const entry of codeEntries(context)) {
      const is = classOn(entry.code, context.asOf);
      if (!entry.group || !is || !isWrong(entry.group.is, is)) continue;
      const key = `${entry.group.line.start} ${is}`;
      misplaced.set(key, [...(misplaced.get(key) ?? []), entry]);
    }
    for (const [first, ...others] of misplaced.values()) {
      if (!first?.group) continue;
      const is = classOn(first.code, context.asOf) ?? 'notCollected';
      const codes = [first, ...others].map(({ code }) => code).join(', ');
      const verb = others.length > 0 ? 'count as' : 'counts as';
      yield {
        message: `${codes} stand${others.length > 0 ? '' : 's'} under ${IN_WORDS[first.group.is]}, but ${verb} ${IN_WORDS[is]}.`,
        at: first.at,
        // Until 2024 dual registration (D) counted with approved activities; a list of those who are "attending" may still name it.
        doubtful:
          is === 'notPossible' &&
          first.group.is !== 'authorised' &&
          first.group.is !== 'unauthorised' &&
          !(first.group.is === 'educational' && first.code === 'D'),
        related: others.map(({ at, code }) => ({ at, message: `${code} stands here` })),
      };
    }
  },
  examples: {
    good: [
      {
        title: 'a sentence behind the list',
        markdown:
          '# Codes\n\nUnauthorised absence\n\n- G = Holiday without leave\n- O = No good reason\n\nY1 to Y7 are used where a pupil cannot attend.',
      },
      {
        title: 'classes kept apart',
        markdown:
          '# Codes\n\nAuthorised absence\n\n- I = Illness\n- M = Medical appointment\n\nUnauthorised absence\n\n- G = Holiday without leave\n- O = No good reason',
      },
    ],
    bad: [
      {
        title: 'a code in brackets',
        markdown: 'Work experience («W») is recorded as an authorised absence.',
        says: 'W is called authorised absence here, but counts as approved educational activities.',
        asIs: true,
      },
      {
        title: 'a list of letters',
        markdown: 'Authorised absences are C, I, M and «Q».',
        says: 'Q is called authorised absences here, but counts as no possible attendance.',
      },
      {
        title: 'several codes in a sentence',
        markdown: 'Codes «Y1» to Y7 and Q are authorised absences.',
        says: 'Y1 is called authorised absences here, but counts as no possible attendance.',
      },
      {
        title: 'a column of classes',
        markdown:
          '# Codes\n\n| Code | Meaning | Counts as |\n|---|---|---|\n| I | Illness | Authorised absence |\n| «P» | Sporting activity | Authorised absence |\n| G | Holiday not granted | Unauthorised absence |',
        says: 'P stands under authorised absence, but counts as approved educational activities.',
      },
      {
        title: 'a sentence',
        markdown: 'Code «Q» is an authorised absence.',
        says: 'Q is called authorised absence here, but counts as no possible attendance.',
      },
      {
        title: 'sport as an absence',
        markdown:
          '# Codes\n\nAuthorised absence\n\n- I = Illness\n- «P» = Sporting activity\n- M = Medical appointment',
        says: 'P stands under authorised absence, but counts as approved educational activities.',
      },
      {
        title: 'closures as absence',
        markdown: '# Codes\n\nAuthorised absence\n\n- I = Illness\n- «Y1» = No transport\n- Y2 = Travel disrupted',
        says: 'Y1, Y2 stand under authorised absence, but count as no possible attendance.',
      },
    ],
  },
});

function classOn(code: string, asOf: string): CodeClass | undefined {
  const known = registerCodes.find((each) => each.code === code && (each.to === null || each.to >= asOf));
  return known?.class;
}

/** Whether what a sentence says of a code is another class than it has: of one that is denied, only that it is no absence. */
function contradicts({ is: said, isDenied }: SaidVerdict, is: CodeClass): boolean {
  const isAbsence = is === 'authorised' || is === 'unauthorised';
  if (isDenied) return said === 'absent' && isAbsence;
  if (said === 'present') return isAbsence;
  return said !== 'absent' && isWrong(said, is);
}

function isWrong(group: CodeClass, is: CodeClass): boolean {
  // Policies list attending and approved activities together, and what is not counted with what is not possible.
  const family = (one: CodeClass) => (one === 'present' ? 'educational' : one === 'notCollected' ? 'notPossible' : one);
  if (is === 'notCollected') return false;
  return family(group) !== family(is);
}
