import { expect, it, vi } from 'vitest';
import type * as Decide from '#core/escalation/decide.ts';
import { workFolder } from '../call.ts';

vi.mock('#core/escalation/decide.ts', async (original) => {
  const real = await original<typeof Decide>();
  return {
    ...real,
    decide: (...call: Parameters<typeof real.decide>) => {
      if (call[1].pupilId === 'P2') throw new Error('a fault for this test');
      return real.decide(...call);
    },
  };
});

const folder = workFolder();
folder.write(
  'policy.md',
  '# Attendance policy\n\n## Stage 1\n\nWhen attendance falls below 95%, the tutor rings home.\n',
);
folder.write(
  'totals.csv',
  'pupil_id,possible,attended,authorised,unauthorised\nP1,20,20,0,0\nP2,20,14,6,0\nP3,20,14,6,0\n',
);
folder.write('alone.csv', 'pupil_id,possible,attended,authorised,unauthorised\nP2,20,14,6,0\n');
const escalate = (register: string, format: string) =>
  folder.call('escalate', '--policy', 'policy.md', '--register', register, '--format', format);

it('a fault of Rollmark in one pupil leaves whole JSON of the others, names the pupil, and exits with 3', async () => {
  const { status, out, err } = await escalate('totals.csv', 'json');
  expect(JSON.parse(out).map(({ pupilId }: { pupilId: string }) => pupilId)).toEqual(['P1', 'P3']);
  expect(status).toBe(3);
  expect(err).toContain('pupil "P2" has no step, because Rollmark failed on it.');
  expect(err).toContain('This is a bug in Rollmark');
});

it('is an empty array when the only pupil fails', async () => {
  const { status, out } = await escalate('alone.csv', 'json');
  expect({ status, out }).toEqual({ status: 3, out: '[]\n' });
});

it.each(['csv', 'table'])('leaves the other pupils in the %s', async (format) => {
  const { status, out } = await escalate('totals.csv', format);
  expect(status).toBe(3);
  expect(out).toContain('P1');
  expect(out).toContain('P3');
  expect(out).not.toContain('P2');
});
