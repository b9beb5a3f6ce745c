import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BundleOptions, buildBundle } from '#core/bundle/build.ts';
import { digestOf } from '#core/bundle/digest.ts';
import { BUNDLE_VERSION, migrate } from '#core/bundle/migrate.ts';
import { publicText } from '#core/bundle/public-text.ts';
import { BundleError, readBundle } from '#core/bundle/read.ts';
import { type PolicyBundle, PolicyBundleSchema } from '#core/bundle/schema.ts';
import type { Finding } from '#core/lint/finding.ts';
import { readPolicy } from '#core/policy/parse.ts';
import { sha256 } from '#core/text/sha256.ts';

const POLICY = `# Attendance policy of Whitlow Green School

Approved by governors: 14 September 2026

<!-- ask the trust about this before it goes out -->
The morning register opens at 8.45am and closes at 9.15am.

## Stages

1. Attendance falls below 95%: the tutor rings home.
2. Attendance falls below 90%: a meeting with the head of year.
`;
const OPTIONS: BundleOptions = {
  asOf: '2026-10-05',
  rulebook: { version: '2026.11', checkedOn: '2026-11-21' },
  suppressed: [],
};

const build = (text = POLICY, options: Partial<BundleOptions> = {}) =>
  buildBundle(readPolicy(text), { ...OPTIONS, ...options }).bundle;

describe('a bundle', () => {
  it('holds the text without comments, its hash, and facts and steps read from exactly that text', () => {
    const bundle = build();
    expect(bundle.source.markdown).not.toContain('ask the trust');
    expect(bundle.source.sha256).toBe(sha256(bundle.source.markdown));
    expect(bundle.facts.length).toBeGreaterThan(3);
    expect(bundle.ladder.length).toBeGreaterThan(0);
    for (const { span, quote } of [...bundle.facts, ...bundle.ladder]) {
      expect(bundle.source.markdown.slice(span.start.offset, span.end.offset)).toBe(quote);
    }
  });

  it('fits its schema and is read back as it was written', () => {
    const bundle = build(POLICY, { calendar: [{ date: '2026-10-26', session: 'AM', open: false }] });
    expect(PolicyBundleSchema.parse(bundle)).toEqual(bundle);
    expect(readBundle(JSON.stringify(bundle))).toEqual(bundle);
    expect(readBundle(`\ufeff${JSON.stringify(bundle)}`)).toEqual(bundle);
  });

  it('has no calendar when none was given', () => {
    expect('calendar' in build()).toBe(false);
  });
});

describe('a bundle is approved', () => {
  const error = { severity: 'error' } as Finding;
  const undated = POLICY.replace(/Approved.*\n/, '');
  it.each<[string, string, Partial<BundleOptions>, 'draft' | 'approved']>([
    ['when the document says so, and the day has come', POLICY, {}, 'approved'],
    ['on the very day', POLICY, { asOf: '2026-09-14' }, 'approved'],
    ['not before the day', POLICY, { asOf: '2026-09-13' }, 'draft'],
    ['not when the document says nothing', undated, {}, 'draft'],
    ['not when a placeholder is open', `${POLICY}\nThe champion is [insert name].\n`, {}, 'draft'],
    ['not when an error is set aside', POLICY, { suppressed: [error] }, 'draft'],
    ['also when only advice is set aside', POLICY, { suppressed: [{ ...error, severity: 'advice' }] }, 'approved'],
    [
      'by a named person on a day, whatever the document says',
      undated,
      { approvedBy: 'J. Okafor', approvedOn: '2026-10-01' },
      'approved',
    ],
    ['not by a person without a day', undated, { approvedBy: 'J. Okafor' }, 'draft'],
    ['not on a day to come', undated, { approvedBy: 'J. Okafor', approvedOn: '2026-10-06' }, 'draft'],
    ['in the month that the document names', POLICY.replace('14 September', 'October'), {}, 'approved'],
    ['not before that month', POLICY.replace('14 September', 'November'), {}, 'draft'],
  ])('%s', (_, text, options, state) => {
    expect(build(text, options).published.state).toBe(state);
  });

  it('and says by whom and when it was published', () => {
    expect(build(POLICY, { approvedBy: 'J. Okafor', approvedOn: '2026-10-01' }).published).toEqual({
      on: '2026-10-05',
      state: 'approved',
      by: 'J. Okafor',
    });
  });
});

/** The bundle with the digest that its content has. */
const sealed = (bundle: object) => ({ ...bundle, digest: digestOf(bundle) });

describe('a bundle of an older format', () => {
  /** As Rollmark wrote it until the digest came. */
  const ofFormat1 = () => {
    const { digest, ...old } = build();
    return { ...old, schemaVersion: 1 };
  };

  it('is read as if it had been written today', () => {
    expect(readBundle(JSON.stringify(ofFormat1()))).toEqual(build());
  });

  it('is refused when its text does not match its hash, which that format has too', () => {
    const old = ofFormat1();
    const changed = { ...old, source: { ...old.source, markdown: `${old.source.markdown} ` } };
    expect(() => readBundle(JSON.stringify(changed))).toThrow('does not match its SHA-256');
  });

  it('goes through every format between, in order', () => {
    const steps = [3, 1, 2].map((from) => ({
      from,
      change: (old: Readonly<Record<string, unknown>>) => ({
        ...old,
        schemaVersion: from + 1,
        seen: [...((old['seen'] ?? []) as number[]), from],
      }),
    }));
    expect(migrate({ schemaVersion: 1 }, steps, 4)).toEqual({ schemaVersion: 4, seen: [1, 2, 3] });
    expect(migrate({ schemaVersion: 3 }, steps, 4)).toEqual({ schemaVersion: 4, seen: [3] });
    expect(migrate({ schemaVersion: 4 }, steps, 4)).toEqual({ schemaVersion: 4 });
  });

  it('has a migration for every format that was ever written', () => {
    for (let format = 1; format <= BUNDLE_VERSION; format++)
      expect(migrate({ schemaVersion: format })?.['schemaVersion']).toBe(BUNDLE_VERSION);
    expect(migrate({ schemaVersion: 0 })).toBeNull();
  });
});

it('the digest is of the content alone, in whatever order and with whatever blanks it is written', () => {
  const bundle = build();
  const turned = Object.fromEntries(Object.entries(bundle).toReversed());
  expect(readBundle(JSON.stringify(turned, null, 7))).toEqual(bundle);
});

describe('a bundle is refused with one sentence', () => {
  const damaged = (change: (bundle: PolicyBundle) => unknown) => {
    const bundle = structuredClone(build());
    return JSON.stringify(change(bundle) ?? bundle);
  };
  it.each<[string, string, string]>([
    ['that is no JSON', '# Attendance', 'The file is not JSON'],
    ['that is other JSON', '{"name":"x"}', 'no policy bundle'],
    ['that is a list', '[]', 'no policy bundle'],
    [
      'of a newer format',
      damaged((b) => ({ ...b, schemaVersion: 3 })),
      'written by a newer Rollmark (format 3, this one reads up to 2)',
    ],
    ['that is empty', ' \n', 'The file is empty'],
    ['that is a web page', '<!DOCTYPE html><html><head><title>Sign in</title></head></html>', 'This is a web page'],
    ['that was cut short', damaged((b) => b).slice(0, -100), 'cut short or damaged'],
    ['that is what parse prints', JSON.stringify(readPolicy(POLICY).parsed), '“rollmark parse” prints'],
    ['of a format that never was', damaged((b) => ({ ...b, schemaVersion: 0 })), 'format, 0, is none that'],
    ['whose format is a word', damaged((b) => ({ ...b, schemaVersion: 'two' })), 'format, "two", is none that'],
    [
      'a trigger of which was changed by hand',
      damaged((b) => void Object.assign(b.ladder[0]?.trigger ?? {}, { value: 85 })),
      'steps, facts or dates were changed',
    ],
    ['from which a step was lost', damaged((b) => void b.ladder.pop()), 'steps, facts or dates were changed'],
    ['whose state was changed by hand', damaged((b) => void (b.published.state = 'draft')), 'steps, facts or dates'],
    ['whose text was changed', damaged((b) => void (b.source.markdown += ' ')), 'does not match its SHA-256'],
    ['whose hash was changed', damaged((b) => void (b.source.sha256 = '0'.repeat(64))), 'does not match its SHA-256'],
    ['without a ladder', damaged((b) => ({ ...b, ladder: undefined })), 'ladder'],
    [
      'with a time that is none',
      damaged((b) => void (b.facts[0] = { ...b.facts[0], kind: 'time', value: '25:00' } as never)),
      'facts.0',
    ],
    [
      'that quotes what its text does not say',
      damaged((b) => sealed({ ...b, ladder: b.ladder.map((each) => ({ ...each, quote: 'Expel at once' })) })),
      'quotes words that its text does not have (“Expel at once”)',
    ],
    [
      'that nests triggers without end',
      damaged((b) => b).replace(
        '"trigger":{',
        `"trigger":{${'"anyOf":[{'.repeat(20_000)}${'}],"value":1'.repeat(20_000)},`,
      ),
      'The bundle is damaged',
    ],
    [
      'of 50 MB',
      `{"schemaVersion":2,"source":"${'x'.repeat(50_000_000)}"}`,
      'far larger than any policy bundle (50 MB)',
    ],
  ])('%s', (_, text, problem) => {
    expect(() => readBundle(text)).toThrow(BundleError);
    expect(() => readBundle(text)).toThrow(problem);
    try {
      readBundle(text);
    } catch (error) {
      expect((error as Error).message).toMatch(/^[^\n]+[.]$/);
    }
  });
});

describe('the text that may be published', () => {
  it.each([
    ['a comment of its own', 'a\n\n<!-- note -->\n\nb', 'a\n\n\n\nb'],
    ['a comment in a sentence', 'Call us <!-- who? --> by 9am.', 'Call us  by 9am.'],
    ['a comment of several lines', '<!-- one\n\ntwo -->\nText', '\nText'],
    ['two comments that would become one', 'a <!-<!-- x -->- secret --> b', 'a  b'],
    ['a comment that is never closed', 'Text\n\n<!-- secret\nmore\n', 'Text\n\n'],
    ['a comment in a list', '- one <!-- x -->\n- two', '- one \n- two'],
    ['a comment inside other HTML', '<div><!-- x -->\nText\n</div>', '<div>\nText\n</div>'],
    ['a byte-order mark', '\ufeffText', 'Text'],
    [
      'code that shows a comment, kept',
      'Write `<!-- so -->`.\n\n```\n<!-- or so -->\n```\n',
      'Write `<!-- so -->`.\n\n```\n<!-- or so -->\n```\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(publicText(text)).toBe(expected);
  });

  it('is the same when it is made again', () => {
    const piece = fc.constantFrom('<!--', '-->', '<!-', '-', ' ', '\n', 'word', '`', '<div>', '- ', '> ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = publicText(pieces.join(''));
        expect(publicText(once)).toBe(once);
      }),
    );
  });
});
