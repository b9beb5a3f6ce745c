import { expect, it } from 'vitest';
import { workFolder } from './call.ts';

const folder = workFolder();
folder.write('policy.md', '# Attendance policy\n\nFernhollow Primary School\n');

it.each([
  ['2026-10-24T22:59:59Z', '2026-10-24'],
  ['2026-10-24T23:00:00Z', '2026-10-25'],
  ['2026-10-25T23:59:59Z', '2026-10-25'],
  ['2026-03-29T23:00:00Z', '2026-03-30'],
])('at %s a policy is checked by the rules of London’s %s', async (now, day) => {
  const { out } = await folder.callWith({ now: () => new Date(now) }, 'lint', 'policy.md');
  expect(out).toContain(`rules of ${day} (today)`);
});
