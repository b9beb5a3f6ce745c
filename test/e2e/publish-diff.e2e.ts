import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWord } from '#core/export/word.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { runCommand } from '../../cli/run.ts';
import { launchBrowser } from './chromium.ts';

const policy = (closes: string, second: number): string => `# Attendance policy

Fernhollow Primary School

## The day

The school day starts at 8.45am. The morning register opens at 8.50am and closes at ${closes}.

## Steps

| Stage | Trigger | What we do |
|---|---|---|
| Stage 1 | Below 96% | The class teacher telephones home |
| Stage 2 | Below ${second}% | A letter from the attendance officer |
`;
const OLD = policy('9.20am', 92);
const NEW = policy('9.10am', 93);
const folder = mkdtempSync(join(tmpdir(), 'rollmark-diff-'));

/** The Markdown as a simple web page, for printing. */
const asHtml = (markdown: string): string =>
  markdown
    .replace(/^\|(?:-+\|)+\n/m, '')
    .replace(
      /(?:^\|.*\|\n?)+/m,
      (table) =>
        `<table border="1">${table
          .trim()
          .split('\n')
          .map(
            (row) =>
              `<tr>${row
                .slice(1, -1)
                .split('|')
                .map((cell) => `<td>${cell.trim()}</td>`)
                .join('')}</tr>`,
          )
          .join('')}</table>`,
    )
    .replace(/^## (.*)$/gm, '<h2>$1</h2>')
    .replace(/^# (.*)$/gm, '<h1>$1</h1>')
    .replace(/^(?!<)(.+)$/gm, '<p>$1</p>');

beforeAll(async () => {
  const browser = await launchBrowser();
  for (const [name, text] of [
    ['old', OLD],
    ['new', NEW],
  ] as const) {
    writeFileSync(join(folder, `${name}.md`), text);
    writeFileSync(join(folder, `${name}.docx`), await exportWord(readPolicy(text)));
    const page = await browser.newPage();
    await page.setContent(asHtml(text));
    writeFileSync(join(folder, `${name}.pdf`), await page.pdf({ format: 'A4', tagged: true }));
  }
  await browser.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function diff(before: string, after: string): Promise<string[]> {
  let out = '';
  const status = await runCommand(['diff', before, after, '--format', 'json'], {
    stdout: { write: (text: string) => void (out += text), isTerminal: false },
    stderr: { write: () => {}, isTerminal: false },
    readStdin: async () => new Uint8Array(),
    cwd: folder,
    env: {},
    now: () => new Date('2026-11-20T10:00:00Z'),
  });
  expect(status).toBe(0);
  return (JSON.parse(out) as { changes: { text: string }[] }).changes.map(({ text }) => text);
}

describe('two versions in other formats than Markdown', () => {
  const CHANGES = [
    expect.stringMatching(/Morning register closes: 09:20 becomes 09:10/),
    expect.stringMatching(/Stage 2.*below 93% and no longer below 92%/),
  ];
  it.each(['docx', 'pdf'])('%s: tell the same changes of meaning, each once', async (kind) => {
    expect(await diff(`old.${kind}`, `new.${kind}`)).toEqual(CHANGES);
  });

  it.each([
    ['md', 'docx'],
    ['docx', 'md'],
    ['md', 'pdf'],
    ['pdf', 'docx'],
  ])('one text as %s and as %s says no change in meaning', async (one, other) => {
    expect(await diff(`new.${one}`, `new.${other}`)).toEqual([]);
  });

  it('and an old Word file is compared with a new PDF', async () => {
    expect(await diff('old.docx', 'new.pdf')).toEqual(CHANGES);
  });
});
