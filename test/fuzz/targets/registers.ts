import { readActions } from '#core/attendance/actions.ts';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { readCalendar } from '#core/attendance/calendar-file.ts';
import { readDate } from '#core/attendance/date-text.ts';
import { readMarkString } from '#core/attendance/mark-string.ts';
import { RegisterError, readRegister } from '#core/attendance/register.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { readRegisterFile } from '../../../cli/input/school-tables.ts';
import { InputProblem } from '../../../cli/problem.ts';
import { damaged, edited } from '../mutate.ts';
import type { Random } from '../random.ts';
import { POLICIES } from '../shapes.ts';
import { changedRegister, registerRows } from '../tables.ts';
import { type Target, unlessRefused, unlessRefusedLater } from './target.ts';

const AS_OF = '2026-11-20';
const LADDER = prepareLadder(readPolicy(POLICIES[0] ?? '').parsed.escalation);
const rowsOf = (random: Random): string[][] => (random.chance(0.5) ? changedRegister(random) : registerRows(random));

/** A register as a file of text: separators, quotation marks and line ends as systems have them, then damage. */
function registerFile(random: Random): Uint8Array {
  const [comma, newline] = [random.of([',', ',', ';', '\t']), random.of(['\n', '\r\n', '\r'])];
  const text = rowsOf(random)
    .map((row) => row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(comma))
    .join(newline);
  const changed = random.chance(0.5)
    ? edited(random, text, () => random.of(['"', ',', '\n', '""', 'AM', '#N/A']))
    : text;
  const bytes = random.chance(0.1) ? Buffer.from(`\ufeff${changed}`, 'utf16le') : Buffer.from(changed, 'utf8');
  return random.chance(0.2) && bytes.length > 0 ? damaged(random, bytes) : bytes;
}

/** Registers, calendars and records of steps, as rows and as files; and what is decided on them. */
export const REGISTER_TARGETS: readonly Target[] = [
  {
    name: 'register rows and decisions',
    share: 90,
    attempt(random) {
      const rows = rowsOf(random);
      return {
        input: JSON.stringify(rows),
        run() {
          const register = unlessRefused(RegisterError, () => readRegister(rows));
          if (!register) return;
          const calendar = buildCalendar([], register.pupils);
          for (const pupil of register.pupils) decide(LADDER, pupil, { asOf: AS_OF, calendar, actions: null });
        },
      };
    },
  },
  {
    name: 'register files',
    share: 20,
    attempt(random) {
      const bytes = registerFile(random);
      const io = {
        stdout: { write() {}, isTerminal: false },
        stderr: { write() {}, isTerminal: false },
        readStdin: () => Promise.resolve(bytes),
        cwd: '.',
        env: {},
        now: () => new Date(0),
      };
      return {
        input: Buffer.from(bytes).toString('latin1'),
        run: () => unlessRefusedLater(InputProblem, () => readRegisterFile('-', io)),
      };
    },
  },
  {
    name: 'calendar and action rows',
    share: 250,
    attempt(random) {
      const rows = registerRows(random);
      const head = random.chance(0.5)
        ? random.of([
            ['date', 'session', 'open'],
            ['pupil_id', 'step', 'date', 'outcome', 'sequence', 'parent_id'],
          ])
        : undefined;
      if (head) rows[0] = head;
      return {
        input: JSON.stringify(rows),
        run() {
          unlessRefused(RegisterError, () => readCalendar(rows));
          unlessRefused(RegisterError, () => readActions(rows));
        },
      };
    },
  },
  {
    name: 'dates and mark strings',
    share: 321,
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
];
