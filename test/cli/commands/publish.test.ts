import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBundle } from '#core/bundle/read.ts';
import { workFolder } from '../call.ts';

const folder = workFolder();
const POLICY = `# Attendance policy

Fernhollow Primary School

Approved by governors: 14 September 2026

<!-- the chair still doubts this -->
The morning register opens at 8.45am and closes at 9.15am. Report an absence by 9am on 01632 960 417.

## Stages

| Stage | When | What happens |
|---|---|---|
| 1 | Attendance falls below 95% | The tutor rings home |
| 2 | Attendance falls below 90% | A meeting with the head of year |
`;
folder.write('policy.md', POLICY);
folder.write('old.md', POLICY.replace('8.45am', '8.40am'));
folder.write('open.md', POLICY.replace('9.15am', '[insert time]'));
folder.write('calendar.csv', 'date,session,open\n26/10/2026,,no\n2026-10-27,AM,yes\n');

const written = (name: string, file: string) => readFileSync(join(folder.path, name, file), 'utf8');

describe('rollmark publish', () => {
  it('writes a page without comments and a bundle that can be read back', async () => {
    const { status, out } = await folder.call('publish', 'policy.md', '-o', 'site/attendance');
    expect(status).toBe(0);
    expect(out).toBe('Wrote index.html and policy.json to site/attendance (approved).\n');
    const bundle = readBundle(written('site/attendance', 'policy.json'));
    expect(bundle.published).toEqual({ on: '2026-10-05', state: 'approved' });
    const page = written('site/attendance', 'index.html');
    expect(page).toMatch(/^<!doctype html>/i);
    for (const text of [page, bundle.source.markdown]) expect(text).not.toContain('the chair still doubts');
  });

  it('says DRAFT and what is open where a placeholder stands', async () => {
    const { out, err } = await folder.call('publish', 'open.md', '-o', 'draft');
    expect(out).toContain('(draft)');
    expect(err).toContain('1 placeholder is still open');
    expect(written('draft', 'index.html')).toContain('DRAFT');
  });

  it('keeps who approved it, the calendar, and what changed since the version before', async () => {
    const approval = ['--approved-by', 'J. Okafor', '--approved-on', '2026-10-01'];
    await folder.call(
      'publish',
      'open.md',
      '-o',
      'full',
      '--previous',
      'old.md',
      '--calendar',
      'calendar.csv',
      ...approval,
    );
    const bundle = readBundle(written('full', 'policy.json'));
    expect(bundle.published).toEqual({ on: '2026-10-05', state: 'approved', by: 'J. Okafor' });
    expect(bundle.calendar).toEqual([
      { date: '2026-10-26', session: 'AM', open: false },
      { date: '2026-10-26', session: 'PM', open: false },
      { date: '2026-10-27', session: 'AM', open: true },
    ]);
    expect(written('full', 'index.html')).toContain('08:40');
  });
});
