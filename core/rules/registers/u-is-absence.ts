import { citeProvision } from '../../guidance/provisions.ts';
import { codeEntries } from '../../lint/code-list.ts';
import { isDenied, isElsewhere } from '../../lint/guards.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule, type Place } from '../../lint/rule.ts';
import { COUNTS_ALL_THE_SAME, verdictsIn } from '../../lint/verdict.ts';
import { type Hit, type PlacedBlock, sentenceAt } from '../../policy/document.ts';

const COUNTS_AS_PRESENT =
  /[(|-] ?present\b|\b(?:count(?:s|ed)? as|considered|classed as|is|are) (?:a )?present\b|\bpresent mark\b/i;
const NOT = /\bnot\b|\bno\b|\babsen/i;
const LATE = /\bunauthori[sz]ed (?:late|lateness)\b|\blate\b/i;
const U_AS_PRESENT = phrase(
  /\b(?:[Cc]odes?|[Mm]arked|coded|given|mark|recorded as|(?:receives?|gets?|given) an?) ['"“‘]?(U)['"”’]?(?![A-Za-z])[^.;]{0,60}?\b(?:counts?|counted|treated|regarded|classed|considered|recorded) as (?:being )?(?:present|attend\w+)\b/g,
  'present',
  'attend',
);
const U_IS_A_LATE_MARK = phrase(
  /(?<![A-Za-z'’])(U) (?:mark )?(?:is|means|counts as|-|–) (?:an? )?(?:late mark|late)\b[^.;]{0,30}\b(?:counts?|counted|treated) as (?:present|attend\w+)\b|\b(?:a |the )?mark of (U)\b[^.;]{0,60}?\b(?:counts?|counted|treated|regarded) as (?:present|attend\w+)\b/g,
  'late mark',
  'as present',
  'as attend',
  'mark of',
);
// "U shows that your child came too late but is counted as having attended."
const U_SHOWS = phrase(
  /(?<![A-Za-z'’])(U)['"”’]? (?:shows?|tells|stands for|is for|is given|is used)\b[^.;]{0,100}?\b(?:counts?|counted|treated|regarded|classed) as (?:being |having )?(?:present|attend\w+)\b/g,
  'as present',
  'attended',
  'attending',
);
// In a sentence on U or on coming after the close: "a U is still an attendance mark", "it will not affect your son's percentage".
const OF_U = /(?<![A-Za-z'’])U(?:s| codes?| marks?)?(?![A-Za-z'’])/;
const LATE_AFTER_CLOSING = /\b(?:after|once|when)\b[^.;]{0,30}\bregist\w+\b[^.;]{0,20}\bclos/i;
const OR_L = /(?<![A-Za-z'’])L(?![A-Za-z'’])|\bbefore\b|\bunlike\b|\bbut not\b|\bwhereas\b|\babsent\b/;
// Present, and not even late, whenever the pupil comes.
const PRESENT_THOUGH_LATE = phrase(
  /\b(?:marked|recorded|registered|counted|treated|given)(?: as)?(?: an?)? (present)\b/gi,
  'present',
);
const EVEN_AFTER_CLOSING =
  /\bpresent\b[^.;]{0,60}\b(?:whenever|even (?:if|when|after|though)|no matter|however late|although|although)\b[^;]{0,60}\bregist\w+ (?:has |have |is |are )?(?:been )?(?:clos|shut)|\b(?:arriv|com|sign|turn)\w*\b[^.;]{0,40}\b(?:after|once) (?:the )?regist\w+ (?:has |have |is |are )?(?:been )?(?:clos|shut)\w*,? (?:will |shall |should |must |are |is |be |still |also ){1,4}(?:marked|recorded|registered|counted|treated)(?: as)? present\b/i;
const L_AFTER_CLOSING = phrase(
  /\b(?:[Aa]fter|[Oo]nce|[Ww]hen)\b(?:[^.;]|\.\d){0,60}?\bregist\w+ (?:has |have |is |are )?(?:been )?(?:clos(?:ed|es?)|shut)\b(?:[^.;]|\.\d){0,80}?\b(?:marked|coded|given|recorded|registered|gets?|receives?)\b[^.;]{0,40}?(?<![A-Za-z'’])(L)(?![A-Za-z'’])/g,
  'closed',
  'closes',
  'shut',
);
const U_BEFORE_CLOSING = phrase(
  /\b[Cc]ode ['"“‘]?(U)['"”’]?(?![A-Za-z])[^.;]{0,60}?\b(?:arriv\w+|com\w+ in|late)\b[^.;]{0,30}?\bbefore (?:the )?regist\w+ (?:has |have )?clos\w+|\bbefore (?:the )?regist\w+ (?:has |have |is |are )?clos\w+,? (?:is|are|will be|gets?|receives?) (?:(?:then|marked|coded|given|recorded|as|with|code|an?) ){0,4}['"“‘]?(U)(?![A-Za-z'’])/g,
  'code',
  'before',
);
// "A U even though the register is open until 9.20am."
const U_WHILE_OPEN = phrase(
  /(?<![A-Za-z'’])(U)['"”’]?,? (?:code |mark )?(?:even (?:though|if)|although|though|while) (?:the )?regist\w+ (?:is|are|remains?|stays?) (?:still )?open\b/g,
  'open',
);
// "Within 20 minutes of registration closing": after it, though early enough to be let off.
const SOON_AFTER_CLOSING = phrase(
  /\bwithin (?:[a-z]+|\d{1,2}) minutes of (?:the )?regist\w+ (?:having )?clos(?:ing|ed|ure)\b[^.;]{0,80}?(?<![A-Za-z'’])(L)(?![A-Za-z'’])/g,
  'within',
);
// "If your child is late for no valid reason, that counts as unauthorised absence": whenever it comes.
const LATE_IS_ABSENT = phrase(
  /\b[Ll]ate(?:ness)?\b[^.;]{0,60}?\b(?:counts? as|is|are|will be|classed as|(?:recorded|marked|treated) as)(?: an?| as)? (unauthori[sz]ed absence)/g,
  'unauthori',
);
// "Any pupil who is late will be marked as absent, with code L."
const WITH_L = phrase(/\b(?:code|codes|an?|as|with|mark(?:ed)?) ['"“‘]?(L)['"”’]?(?![\w'’])/g, 'late');
const SAYS_WHEN =
  /\bafter\b|\bbeyond\b|\bclos|\bregist|\bpast\b|\d|\b(?:may|might|could|can|persistent\w*|not|never|code|U)\b/i;
const AFTER_CLOSING = /\bafter\b[^.;]{0,30}\bregist\w+\b[^.;]{0,20}\bclos/i;
const AFTER = /\bafter\b[^.]{0,60}\bclos|\bclos\w+[^.]{0,60}\bafter\b|\babsen|\bunauthori[sz]ed\b/i;

/** Code U taken for lateness, or L for absence. */
export const uIsAbsence = defineRule({
  id: 'registers/u-is-absence',
  topic: 'late-code',
  title: 'U is an absence, L is attendance',
  duty: 'should',
  citations: [citeProvision('late-after-closing')],
  inForce: { from: '2024-08-19' },
  why: 'A pupil marked U has missed the session; one marked L has attended it. The difference decides about persistent absence.',
  *check(context) {
    const asPresent = new Set<number>();
    for (const hit of [...context.find(U_AS_PRESENT), ...context.find(U_IS_A_LATE_MARK), ...context.find(U_SHOWS)]) {
      if (/\bnot\b|\bnever\b|\bno\b|\bL\b/.test(hit.match[0])) continue;
      asPresent.add(hit.placed.index);
      yield {
        message: 'U is said to count as present; a pupil who came after the register closed is absent.',
        at: letterIn(hit),
      };
    }
    for (const { code, isListed, placed } of codeEntries(context))
      if (code === 'U' && isListed) asPresent.add(placed.index);
    for (const hit of context.find(COUNTS_ALL_THE_SAME)) {
      const { text } = hit.sentence;
      if (
        asPresent.has(hit.placed.index) ||
        OR_L.test(text) ||
        isDenied(hit) ||
        !(OF_U.test(text) || LATE_AFTER_CLOSING.test(text))
      )
        continue;
      yield {
        message: 'U is said to count as present; a pupil who came after the register closed is absent.',
        at: { start: hit.start, end: hit.end },
      };
    }
    for (const hit of context.find(PRESENT_THOUGH_LATE)) {
      const { text } = hit.sentence;
      if (!EVEN_AFTER_CLOSING.test(text) || /\b(?:not|never|only|unless|before|absent|U)\b/.test(text)) continue;
      yield {
        message:
          'A pupil who comes after the register closed is marked present here; that session is missed, with code U.',
        at: { start: hit.end - 'present'.length, end: hit.end },
      };
    }
    for (const hit of context.find(WITH_L)) {
      const { text } = hit.sentence;
      if (!LATE.test(text) || isElsewhere(hit) || /\b(?:not|never|U|before|after|until|unless|otherwise)\b/.test(text))
        continue;
      if (!verdictsIn(text).some(({ is, isDenied: no }) => !no && (is === 'absent' || is === 'unauthorised'))) continue;
      yield {
        message: 'L is said to be an absence; a pupil who came before the register closed has attended.',
        at: letterIn(hit),
      };
    }
    for (const hit of context.find(LATE_IS_ABSENT)) {
      if (SAYS_WHEN.test(hit.sentence.text)) continue;
      yield {
        message:
          'Lateness is called an absence here, whenever the pupil comes; until the register closes it is attendance, with code L.',
        at: { start: hit.end - (hit.match[1] ?? '').length, end: hit.end },
        doubtful: true,
      };
    }
    const told = new Set<number>();
    for (const hit of [...context.find(L_AFTER_CLOSING), ...context.find(SOON_AFTER_CLOSING)]) {
      if (/\bnot\b|\bnever\b/.test(hit.match[0]) || /\bbefore\b|\bU\b|\bnot (?:an? )?L\b/.test(hit.sentence.text))
        continue;
      told.add(hit.placed.index);
      yield {
        message:
          'L is given after the register closed here; if that is when the session’s register closes, the code is U.',
        at: letterIn(hit),
        doubtful:
          !/\b(?:counts?|counted|treated|regarded|classed) as (?:being )?(?:present|attend\w+)|\battendance is not affected\b|\bdoes not (?:affect|harm|count against)\b/i.test(
            hit.sentence.text,
          ),
      };
    }
    for (const hit of [...context.find(U_BEFORE_CLOSING), ...context.find(U_WHILE_OPEN)]) {
      if (/\bnot\b|\bnever\b|\bL\b/.test(hit.match[0])) continue;
      yield {
        message: 'U is for a pupil who arrives after the register closed; before that the code is L.',
        at: letterIn(hit),
      };
    }
    for (const { code, meaning, words, isListed, at, whole, placed } of codeEntries(context)) {
      const said = isListed ? meaning : words;
      if (code === 'U' && isListed && COUNTS_AS_PRESENT.test(said) && !NOT.test(said))
        yield { message: 'U is said to count as present; a pupil who came after the register closed is absent.', at };
      else if (code === 'L' && isListed && isSaidToBeAbsence(meaning))
        yield { message: 'L is said to be an absence; a pupil who came before the register closed has attended.', at };
      else if (code === 'U' && LATE.test(meaning) && /\bunauthori[sz]ed late/i.test(meaning))
        yield {
          message: '“Unauthorised late” is not quite U: it is an unauthorised absence.',
          at: isListed ? whole : at,
          doubtful: true,
        };
      else if (
        code === 'L' &&
        !isListed &&
        !told.has(placed.index) &&
        AFTER_CLOSING.test(sentence(placed, at)) &&
        !/\bbefore\b|\bU\b/.test(sentence(placed, at))
      )
        yield {
          message:
            'L is given after the register closed here; if that is when the session’s register closes, the code is U.',
          at,
          doubtful: true,
        };
      else if (
        code === 'L' &&
        isListed &&
        /\bafter (?:the )?(?:close of )?regist\w+ (?:has |have )?(?:closed|closes)\b/i.test(meaning) &&
        AFTER.test(meaning)
      )
        yield { message: 'L is for a pupil who arrives before the register closes; after it the code is U.', at };
    }
  },
  examples: {
    good: [
      {
        title: 'the difference kept',
        markdown: '# Codes\n\n- L = Late, before the register closed\n- U = Late, after the register closed',
      },
    ],
    bad: [
      {
        title: 'present whenever they come',
        markdown: 'Children on the minibus are marked «present» whenever they come, even if the register has closed.',
        says: 'A pupil who comes after the register closed is marked present here; that session is missed, with code U.',
      },
      {
        title: 'U for those who come in time',
        markdown: 'A child who comes in before the register closes is marked «U», and later nothing.',
        says: 'U is for a pupil who arrives after the register closed; before that the code is L.',
      },
      {
        title: 'L after closing, counted as present',
        markdown: 'Pupils who come after the registers have closed are marked late («L») and counted as present.',
        says: 'L is given after the register closed here; if that is when the session’s register closes, the code is U.',
        asIs: true,
      },
      {
        title: 'a U that attends',
        markdown: 'A pupil who comes later receives a «U», which counts as attending.',
        says: 'U is said to count as present; a pupil who came after the register closed is absent.',
      },
      {
        title: 'U as present',
        markdown: '# Codes\n\n- «U» = Late after the register closed, counts as present\n- L = Late before it closed',
        says: 'U is said to count as present; a pupil who came after the register closed is absent.',
      },
      {
        title: 'L after closing',
        markdown: '# Codes\n\n- «L» = Late, after the register has closed\n- I = Illness',
        says: 'L is for a pupil who arrives before the register closes; after it the code is U.',
      },
    ],
  },
});

/** The code itself within a match. */
function letterIn({ match, start }: Hit): Place {
  const letter = match[1] ?? match[2] ?? '';
  const from = start + match[0].search(new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])`));
  return { start: from, end: from + letter.length };
}

function sentence(placed: PlacedBlock, at: Place): string {
  return sentenceAt(placed.block, at.start - placed.offset).text;
}

function isSaidToBeAbsence(meaning: string): boolean {
  return (
    !/\bafter\b|\bclos|\bU\b/.test(meaning) &&
    verdictsIn(meaning).some(({ is, isDenied: no }) => !no && (is === 'absent' || is === 'unauthorised'))
  );
}
