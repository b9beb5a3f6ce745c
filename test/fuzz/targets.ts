import { readFileSync } from 'node:fs';
import { readActions } from '#core/attendance/actions.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import { readDate } from '#core/attendance/date-text.ts';
import { readMarkString } from '#core/attendance/mark-string.ts';
import { RegisterError, readRegister } from '#core/attendance/register.ts';
import { BundleError, readBundle } from '#core/bundle/read.ts';
import { importDocx } from '#core/import/docx.ts';
import { importHtml } from '#core/import/html.ts';
import { ImportError } from '#core/import/imported.ts';
import { importText } from '#core/import/text.ts';
import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import { readSettings } from '#core/server/settings.ts';
import { DraftSchema, VersionSchema } from '../../editor/drafts/draft.ts';
import { asManaged } from '../../extension/background/managed.ts';
import { readLogFile } from '../../extension/log/log-file.ts';
import { readPage } from '../../extension/reading/read-page.ts';
import { markupSight } from '../../extension/reading/sight.ts';
import { readLessonFile } from '../../extension/teaching/lesson-schema.ts';
import { documentOf, TODAY } from '../extension/page.ts';
import { mutated, mutatedJson, page, policy, registerRows, sentence } from './grammar.ts';
import type { Random } from './random.ts';

/** One input, and what is done with it. What throws, other than a refusal in words, is a fault. */
export interface Attempt {
  readonly input: string;
  run(): unknown;
}

export interface Target {
  readonly name: string;
  /** How many of every thousand inputs are its own. */
  readonly share: number;
  attempt(random: Random): Attempt;
}

const sample = (path: string): string => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const SAMPLE = sample('policies/hartsmere-primary.md');
const REAL = [SAMPLE, sample('templates/attendance-policy.md')];
const WORD = readFileSync(new URL('../fixtures/import/hartsmere-libreoffice.docx', import.meta.url));
const BUNDLE: unknown = publishPolicy(readPolicy(SAMPLE), {
  asOf: '2026-11-20',
  file: 'policy.md',
  rulebook: RULEBOOK,
}).bundle;
const MANAGED: unknown = {
  policies: [{ name: 'Trust', url: 'https://trust.example/policy.json', origins: ['https://mis.example/*'] }],
  allowedOrigins: ['https://mis.example/*'],
  termDates: { terms: [{ from: '2026-09-01', to: '2026-12-18' }], closed: ['2026-10-26'] },
  locked: ['policies'],
  disabledAdapters: ['arbor'],
};
const LESSONS: unknown = {
  rollmark: 'lessons',
  version: 1,
  lessons: [
    { origin: 'https://mis.example', route: '/marks', headers: 'name|possible', columns: [], unit: 'sessions' },
  ],
};
const SETTINGS: unknown = { asOf: '2026-09-01', schoolType: 'academy', phase: 'primary', severities: { 'a/b': 'off' } };
const DRAFT: unknown = {
  id: 'a',
  name: 'b',
  text: 'c',
  source: 'file',
  fileName: null,
  createdAt: 1,
  updatedAt: 2,
  fileText: null,
};

const words = (random: Random): string => (random.chance(0.7) ? policy(random) : mutated(random, random.of(REAL)));
const json = (random: Random, value: unknown): string => {
  const text = JSON.stringify(mutatedJson(random, value)) ?? 'null';
  return random.chance(0.05) ? text.slice(0, random.below(text.length)) : text;
};

/** Runs what may refuse its input by one kind of error, in words. */
function mayRefuse(refusal: new (...given: never[]) => Error, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
  }
}

export const TARGETS: readonly Target[] = [
  {
    name: 'reader',
    share: 30,
    attempt(random) {
      const input = random.chance(0.5) ? sentence(random) : words(random);
      return {
        input,
        run() {
          const { parsed } = readPolicy(input);
          for (const { span, quote } of [...parsed.facts, ...parsed.escalation])
            if (input.slice(span.start.offset, span.end.offset) !== quote)
              throw new Error(`The quote "${quote}" is not what stands at its place`);
        },
      };
    },
  },
  {
    name: 'rules',
    share: 6,
    attempt(random) {
      const input = policy(random, 6);
      return { input, run: () => lintPolicy(readPolicy(input), { asOf: '2026-11-20', file: 'policy.md' }) };
    },
  },
  {
    name: 'register rows',
    share: 60,
    attempt(random) {
      const rows = registerRows(random);
      return { input: JSON.stringify(rows), run: () => mayRefuse(RegisterError, () => readRegister(rows)) };
    },
  },
  {
    name: 'calendar and action rows',
    share: 150,
    attempt(random) {
      const rows = registerRows(random);
      return {
        input: JSON.stringify(rows),
        run() {
          mayRefuse(RegisterError, () => readCalendar(rows));
          mayRefuse(RegisterError, () => readActions(rows));
        },
      };
    },
  },
  {
    name: 'dates and mark strings',
    share: 400,
    attempt(random) {
      const input = random
        .list(10, () =>
          random.of(['/', '\\', 'L', 'U', 'C1', 'Y7', ' ', ',', '-', '02/09/2026', 'Mon 2 Sep', '31.12.99', '9', 'é']),
        )
        .join('');
      return {
        input,
        run() {
          readDate(input);
          readMarkString(input, '2026-09-02');
        },
      };
    },
  },
  {
    name: 'bundle',
    share: 6,
    attempt(random) {
      const input = json(random, BUNDLE);
      return { input, run: () => mayRefuse(BundleError, () => readBundle(input)) };
    },
  },
  {
    name: 'settings, drafts, log and lessons',
    share: 337,
    attempt(random) {
      const input = json(random, random.of([MANAGED, SETTINGS, LESSONS, DRAFT]));
      return {
        input,
        run() {
          readLessonFile(input);
          readLogFile(input);
          let value: unknown;
          try {
            value = JSON.parse(input);
          } catch {
            // Cut short: only the readers of whole files see it.
            return;
          }
          readSettings(value);
          DraftSchema.safeParse(value);
          VersionSchema.safeParse(value);
          if (typeof value === 'object' && value !== null) asManaged({ ...value });
        },
      };
    },
  },
  {
    name: 'text and HTML files',
    share: 6,
    attempt(random) {
      const input = random.chance(0.5) ? page(random) + words(random) : words(random);
      return {
        input,
        run() {
          mayRefuse(ImportError, () => importText(input));
          mayRefuse(ImportError, () => importHtml(input));
        },
      };
    },
  },
  {
    name: 'Word files',
    share: 1,
    attempt(random) {
      const bytes = new Uint8Array(WORD);
      for (let flips = 1 + random.below(12); flips > 0; flips--) bytes[random.below(bytes.length)] = random.below(256);
      const cut = random.chance(0.2) ? bytes.slice(0, random.below(bytes.length)) : bytes;
      return {
        input: `${cut.length} bytes of a damaged Word file`,
        run: () =>
          importDocx(cut).catch((error: unknown) => {
            if (!(error instanceof ImportError)) throw error;
          }),
      };
    },
  },
  {
    name: 'pages',
    share: 4,
    attempt(random) {
      const input = page(random);
      return { input, run: () => readPage(documentOf(input), TODAY, markupSight) };
    },
  },
];
