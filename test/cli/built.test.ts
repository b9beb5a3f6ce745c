import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workFolder } from './call.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Beside the real one, since the packages that stay outside are found from there.
const OUT = join(ROOT, 'dist/cli-under-test');
const folder = workFolder();

beforeAll(async () => {
  await build({
    root: ROOT,
    configFile: join(ROOT, 'cli/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: OUT },
  });
}, 120_000);
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

function rollmark(argv: string[], input = '', options = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(OUT, 'rollmark.mjs'), ...argv], {
    cwd: folder.path,
    encoding: 'utf8',
    input,
    env: { ...process.env, NODE_OPTIONS: options, FORCE_COLOR: '' },
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, err: stderr };
}

describe('npx', () => {
  it('runs the command that `prepare` links, and not a second copy in its cache, because package.json names no bin', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(manifest.bin).toBeUndefined();
    expect(manifest.scripts.prepare).toBe('node tools/prepare.mjs');
  });
});

describe('the built command, run from another folder', () => {
  it('reads a policy from a file and from standard input alike', () => {
    folder.write('policy.md', '# Attendance policy\n\nThe morning register closes at 9.15am.\n');
    const fromFile = rollmark(['parse', 'policy.md', '--format', 'json']);
    expect({ status: fromFile.status, err: fromFile.err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(fromFile.out).facts).toMatchObject([{ kind: 'time', value: '09:15' }]);
    expect(rollmark(['parse', '-'], '# Attendance policy\n\nThe morning register closes at 9.15am.\n').out).toBe(
      fromFile.out,
    );
  });

  it.each(['stylish', 'json', 'sarif', 'github', 'junit'])('lints with the %s report', (format) => {
    folder.write('records/wrong.md', 'Register entries are kept for three years.\n');
    const { status, out, err } = rollmark(['lint', 'records/*.md', '--format', format, '--as-of', '2026-09-01']);
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toContain('registers/kept-six-years');
  });

  it('gives many files in their order, from all cores, as it gives them one by one', async () => {
    const names = Array.from({ length: 16 }, (_, index) => `many/p${String(index).padStart(2, '0')}.md`);
    names.forEach((name, index) => {
      // Of very different lengths, so that threads end out of order, and long enough to be worth several.
      const isLong = index % 5 === 0;
      folder.write(
        name,
        `${'The morning register closes at 9.15am.\n\n'.repeat(isLong ? 150 : 1)}Register entries are kept for three years.\n${isLong ? `\n<!-- ${'long '.repeat(32_000)}-->\n` : ''}`,
      );
    });
    const call = ['--format', 'json', '--as-of', '2026-09-01'];
    const all = rollmark(['lint', ...names, 'gone.md', ...call]);
    expect(all.status).toBe(2);
    expect(all.err).toContain('gone.md: there is no such file');
    const alone = [];
    for (const name of names) alone.push(...JSON.parse((await folder.call('lint', name, ...call)).out).findings);
    expect(JSON.parse(all.out).findings).toEqual(alone);
  }, 120_000);

  it('exits with 2 and one sentence for a file that is not there', () => {
    expect(rollmark(['parse', 'nowhere.md'])).toEqual({
      status: 2,
      out: '',
      err: 'rollmark: nowhere.md: there is no such file; check the name and the folder.\n',
    });
  });

  it('reads a PDF', () => {
    folder.write('policy.pdf', pdf('The morning register closes at 9.15am. Parents ring the office.'));
    const { status, out } = rollmark(['import', 'policy.pdf']);
    expect({ status, out: out.trim() }).toEqual({
      status: 0,
      out: 'The morning register closes at 9.15am. Parents ring the office.',
    });
  });

  it('goes on where a module loaded before it, such as an agent that watches programs, has used patterns', () => {
    folder.write('policy.md', '# Attendance policy\n\nThe morning register closes at 9.15am.\n');
    folder.write('agent.cjs', AGENT);
    const { status, err } = rollmark(['parse', 'policy.md'], '', '--require ./agent.cjs');
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('writes all of a long output into a pipe', () => {
    const line = 'The morning register closes at 9.15am.\n\n';
    folder.write('long.md', line.repeat(6000));
    const { status, out } = rollmark(['parse', 'long.md']);
    expect(status).toBe(0);
    expect(JSON.parse(out).facts).toHaveLength(6000);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [join(OUT, 'rollmark.mjs'), 'parse', 'long.md'], { cwd: folder.path });
    let err = '';
    child.stderr.on('data', (data) => (err += data));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((done) => child.on('close', done));
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });
});

/** Uses sixty patterns in all ways a few times before the command sets the engine, and often when it has ended. */
const AGENT = String.raw`
const bodies = ['a+b', '(\\w+)\\s(\\w+)', '^[\\w.-]+$', '\\bfoo\\b', '[^\\n]+', '(?<=x)y', '(a|b|cc)+', '\\d{2,4}', '^\\.?\\/', '^[a-z]:', '\\?|#', '(?:)x*'];
const texts = ['some text foo bar aab', 'file:///a/b.ts?x#y', '\u2019 some foo', 'x'.repeat(3000) + 'foo', 'C:/x', '2026 aab'];
let state = 124124;
const one = (list) => list[((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8) % list.length];
const patterns = Array.from({ length: 60 }, (_, at) => new RegExp(one(bodies) + '(?:' + at + ')?', one(['', 'i', 'g', 'gi', 'y', 'u'])));
const ways = [(p, t) => p.test(t), (p, t) => p.exec(t), (p, t) => t.replace(p, 'z'), (p, t) => t.split(p), (p, t) => t.search(p), (p, t) => t.match(p)];
function use(times) {
  for (let time = 0; time < times; time++) {
    const pattern = one(patterns);
    const text = one(texts);
    pattern.lastIndex = 0;
    one(ways)(pattern, text);
  }
}
use(34);
process.on('exit', () => use(3000));
`;

/** The least PDF that holds one line of text. */
function pdf(text: string): string {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 6\n0000000000 65535 f \n${entries}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
