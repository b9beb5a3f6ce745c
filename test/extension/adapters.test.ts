import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withAdapter } from '../../extension/adapters/apply.ts';
import { checkHealth, healthReport } from '../../extension/adapters/health.ts';
import { ADAPTERS, adapterFor } from '../../extension/adapters/index.ts';
import type { PageReading } from '../../extension/reading/page-reading.ts';
import { markupSight } from '../../extension/reading/sight.ts';
import { readPage } from '../../extension/reading/whole-page.ts';
import { documentOf, figuresOf, TODAY } from './page.ts';

interface Expected {
  address: string;
  state: string;
  pupils: string[];
  refusal: string | null;
}

const fixture = (id: string, ending: string): string =>
  readFileSync(new URL(`./fixtures/${id}.${ending}`, import.meta.url), 'utf8');
const read = (page: Document, address: string): PageReading =>
  withAdapter(readPage(page, TODAY, markupSight), adapterFor(address), address, page, markupSight);

describe('the adapters', () => {
  it('are all registered, in the order of the alphabet', () => {
    const files = readdirSync(new URL('../../extension/adapters/', import.meta.url));
    const own = files.filter((file) => !['adapter.ts', 'apply.ts', 'health.ts', 'index.ts'].includes(file));
    expect(ADAPTERS.map(({ id }) => `${id}.ts`)).toEqual(own.sort());
  });

  it.each([
    'https://hartsmere.uk.arbor.sc/?/home-ui/index',
    'https://cloudmis.bromcom.com/Nucleus/',
    'https://hartsmere.isamshosting.cloud/Main/',
  ])('know %s', (address) => expect(adapterFor(address)).not.toBeNull());
  it.each([
    'https://hartsmere.example.org/',
    'https://uk.arbor.sc.example.org/',
    'https://notcloudmis.bromcom.com/',
    'http://hartsmere.uk.arbor.sc/',
    'about:blank',
  ])('do not know %s', (address) => expect(adapterFor(address)).toBeNull());
});

describe.each(ADAPTERS)('$name', (adapter) => {
  it('has a fixture with invented pupils', () => {
    expect(existsSync(new URL(`./fixtures/${adapter.id}.html`, import.meta.url))).toBe(true);
  });

  it('reads its fixture as expected and leaves it unchanged', () => {
    const expected: Expected = JSON.parse(fixture(adapter.id, 'expected.json'));
    const page = documentOf(fixture(adapter.id, 'html'));
    const before = page.body.outerHTML;
    const [grid] = read(page, expected.address).grids;
    expect(checkHealth(adapter, expected.address, page, markupSight).state).toBe(expected.state);
    expect(grid?.refusal ?? null).toBe(expected.refusal);
    expect(grid ? figuresOf(grid) : []).toEqual(expected.pupils);
    expect(page.body.outerHTML).toBe(before);
  });

  it('shows no step when any landmark of a known page is gone', () => {
    const expected: Expected = JSON.parse(fixture(adapter.id, 'expected.json'));
    for (const landmark of adapter.pages.flatMap(({ landmarks }) => landmarks)) {
      const page = documentOf(fixture(adapter.id, 'html').replace(/ class="[^"]*"/g, ''));
      const health = checkHealth(adapter, expected.address, page, markupSight);
      expect(health.state).toBe('broken');
      expect(healthReport(adapter, health)).toContain(landmark.note);
      expect(read(page, expected.address).grids.every(({ refusal }) => refusal !== null)).toBe(true);
    }
  });

  it('gives a report that can be copied without any name, figure or address of the page', () => {
    const expected: Expected = JSON.parse(fixture(adapter.id, 'expected.json'));
    const page = documentOf(fixture(adapter.id, 'html').replace(/ class="[^"]*"/g, ''));
    const report = healthReport(adapter, checkHealth(adapter, expected.address, page, markupSight));
    const said = (page.body.textContent ?? '').match(/\p{Lu}\p{L}{3,}/gu) ?? [];
    const words = new Set(report.match(/\p{L}+/gu));
    const known = JSON.stringify(adapter);
    expect(said.filter((word) => words.has(word) && !known.includes(word))).toEqual([]);
    expect(report).not.toContain(new URL(expected.address).host);
  });

  it('makes a reading more careful and never bolder', () => {
    const expected: Expected = JSON.parse(fixture(adapter.id, 'expected.json'));
    const page = documentOf(fixture(adapter.id, 'html'));
    const alone = readPage(page, TODAY, markupSight);
    const known = withAdapter(alone, adapter, expected.address, page, markupSight);
    const bolder = alone.grids.filter(({ refusal }, at) => refusal !== null && known.grids[at]?.refusal === null);
    expect(bolder).toEqual([]);
    expect(known.grids.flatMap(figuresOf)).toEqual(alone.grids.flatMap(figuresOf));
  });

  it('says that it was not tried on the live system, and when it was looked at', () => {
    expect(adapter.evidence).toContain('not yet tried on the live system');
    expect(adapter.revised).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
