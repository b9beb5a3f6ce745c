import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBundle } from '#core/bundle/read.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { bundleFile, publishPolicy } from '#core/publish/publication.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
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

  it('writes byte for byte what the editor shows and exports, which asks the same of core', async () => {
    await folder.call('publish', 'policy.md', '-o', 'same');
    const { page, bundle } = publishPolicy(readPolicy(POLICY), {
      asOf: '2026-10-05',
      file: 'other name',
      rulebook: RULEBOOK,
    });
    expect(written('same', 'index.html')).toBe(page);
    expect(written('same', 'policy.json')).toBe(bundleFile(bundle));
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

describe('what a register adds to the page', () => {
  const SURNAMES = 'Adeyemi Birtwhistle Czarnecki Dhaliwal Eastoe Fotheringay Gwynedd Hallworth Iqbal Jessop'.split(
    ' ',
  );
  const pupils = Array.from({ length: 40 }, (_, at) => ({
    id: `UPN-${7300 + at}`,
    name: `${['Zephyrine', 'Quillon', 'Oswin', 'Tamsyn'][at % 4]} ${SURNAMES[at % 10]}-${at}`,
    // Twelve at 92%, which the new version meets one step later; two at 88%; the rest at 99%.
    attended: at < 12 ? 184 : at < 14 ? 176 : 198,
  }));
  folder.write(
    'register.csv',
    `pupil_id,name,possible,attended,authorised,unauthorised\n${pupils
      .map(({ id, name, attended }) => `${id},${name},200,${attended},${200 - attended},0`)
      .join('\n')}\n`,
  );
  folder.write('later.md', POLICY.replace('below 95%', 'below 91%'));

  it('is counts by step, before and now, with small groups hidden', async () => {
    const { status, err } = await folder.call(
      ...['publish', 'later.md', '-o', 'impact', '--previous', 'policy.md', '--register', 'register.csv'],
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const page = written('impact', 'index.html');
    expect(page).toContain('What the changes mean for our pupils');
    expect(/id="impact".*?<\/section>/s.exec(page)?.[0]).toMatch(/<td>[^<]+<\/td><td>no step<\/td><td>12<\/td>/);
  });

  it('is counts by step as they are without an earlier version', async () => {
    await folder.call('publish', 'policy.md', '-o', 'alone', '--register', 'register.csv');
    expect(written('alone', 'index.html')).toContain('What the steps mean for our pupils');
  });

  it('is never a pupil: no name, no part of a name and no number of one is in any file', async () => {
    for (const name of ['impact', 'alone'])
      for (const file of ['index.html', 'policy.json']) {
        const text = written(name, file);
        const parts = pupils
          .flatMap((pupil) => [pupil.id, ...pupil.name.split(/[ -]/)])
          .filter((part) => part.length > 2);
        expect(parts.length).toBeGreaterThan(80);
        for (const part of parts) expect(text.includes(part), part).toBe(false);
      }
  });

  it('needs a register for actions', async () => {
    const { status, err } = await folder.call('publish', 'policy.md', '-o', 'x', '--actions', 'register.csv');
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('--register') });
  });
});
