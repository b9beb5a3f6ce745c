import { digestOf } from '#core/bundle/digest.ts';
import { BundleError, readBundle } from '#core/bundle/read.ts';
import { prepareLadder } from '#core/escalation/decide.ts';
import { readSettings } from '#core/server/settings.ts';
import { readConfig } from '../../../cli/input/config.ts';
import { InputProblem } from '../../../cli/problem.ts';
import { readStoredDraft, VersionSchema } from '../../../editor/drafts/draft.ts';
import { asManaged } from '../../../extension/background/managed.ts';
import { readLogFile } from '../../../extension/log/log-file.ts';
import { readLessonFile } from '../../../extension/teaching/lesson-schema.ts';
import { edited, mutatedJson } from '../mutate.ts';
import type { Random } from '../random.ts';
import { BUNDLE, CONFIG, DRAFT, LESSONS, MANAGED, SETTINGS, VERSION } from '../shapes.ts';
import { changedRegister } from '../tables.ts';
import { type Target, unlessRefused, unlessRefusedLater } from './target.ts';

/** The changed value as text, now and then cut short. */
function json(random: Random, value: object): string {
  const text = JSON.stringify(mutatedJson(random, value)) ?? 'null';
  return random.chance(0.05) ? text.slice(0, random.below(text.length)) : text;
}

/** A changed bundle; half of them with a digest that fits, so that what is behind the digest is reached. */
function bundleText(random: Random): string {
  const changed = mutatedJson(random, BUNDLE);
  const fits = random.chance(0.5) && typeof changed === 'object' && changed !== null && 'digest' in changed;
  const whole = fits ? { ...changed, digest: digestOf(changed) } : changed;
  const text = JSON.stringify(whole) ?? 'null';
  return random.chance(0.05) ? edited(random, text, () => random.of(['"', '{', '[', ',', '\\u0000'])) : text;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Cut short: only the readers of whole files see it.
    return undefined;
  }
};

/** What is stored or exchanged as data: bundles, settings, lessons, logs, drafts. */
export const DATA_TARGETS: readonly Target[] = [
  {
    name: 'bundle',
    share: 8,
    attempt(random) {
      const input = bundleText(random);
      return {
        input,
        run() {
          const bundle = unlessRefused(BundleError, () => readBundle(input));
          if (bundle) prepareLadder(bundle.ladder);
        },
      };
    },
  },
  {
    name: 'settings of IT, trusts and code editors',
    share: 110,
    attempt(random) {
      const which = random.of([MANAGED, SETTINGS, CONFIG]);
      const input = json(random, which);
      const io = {
        stdout: { write() {}, isTerminal: false },
        stderr: { write() {}, isTerminal: false },
        readStdin: () => Promise.resolve(Buffer.from(input)),
        cwd: '.',
        env: {},
        now: () => new Date(0),
      };
      return {
        input,
        run() {
          if (which === CONFIG) return unlessRefusedLater(InputProblem, () => readConfig('-', io));
          const value = parsed(input);
          readSettings(value);
          if (typeof value === 'object' && value !== null) asManaged({ ...value });
          return null;
        },
      };
    },
  },
  {
    name: 'lessons, logs and drafts',
    share: 115,
    attempt(random) {
      const input = random.chance(0.25)
        ? changedRegister(random)
            .map((row) => row.join(','))
            .join('\n')
        : json(random, random.of([LESSONS, LESSONS, DRAFT, VERSION]));
      return {
        input,
        run() {
          readLessonFile(input);
          readLogFile(input);
          const value = parsed(input);
          readStoredDraft('a', value);
          VersionSchema.safeParse(value);
        },
      };
    },
  },
];
