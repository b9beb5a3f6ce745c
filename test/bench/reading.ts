import { lintPolicy } from '#core/lint/lint.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { forgetAll } from '#core/text/remembered.ts';
import { bareParse } from './bare-parse.ts';
import { type Row, race, ratio } from './measure.ts';

const AS_OF = '2026-11-21';

/** Reading and linting, each against one warm parse of the same text with remark and its GFM plugin. */
export function benchReading(name: string, text: string): Row[] {
  const options = { asOf: AS_OF, file: name };
  // A text that was never read before is not helped by what was remembered of the last round's.
  const timed = race(
    {
      parse: () => bareParse(text),
      read: () => {
        forgetAll();
        return readPolicy(text);
      },
      lint: () => {
        forgetAll();
        return lintPolicy(readPolicy(text), options);
      },
    },
    // A short text needs more rounds until all three run as compiled code.
    text.length < 10_000 ? 200 : 25,
    text.length < 10_000 ? 100 : 6,
  );
  return [
    ratio(`${name}: read`, timed, 'read', 'parse', 1.4),
    ratio(`${name}: read and lint`, timed, 'lint', 'parse', 1.5),
  ];
}
