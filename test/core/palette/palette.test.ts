import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { pageStyle } from '#core/publish/style.ts';

/** The colours of a theme by their names, as they are written. */
type Theme = Readonly<Record<string, string>>;

const fileOf = (path: string): string => readFileSync(path, 'utf8');
const namesIn = (block: string): Theme =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;}]+)/g)].map(([, name = '', value = '']) => [name, value]));
const blockOf = (css: string, selector: string): Theme =>
  namesIn(css.slice(css.indexOf('{', css.indexOf(selector))).split('}')[0] ?? '');

const light = blockOf(fileOf('core/palette/light.css'), ':root');
const dark = blockOf(fileOf('core/palette/dark.css'), '[data-theme="dark"]');
const contrastFile = fileOf('core/palette/contrast.css');
const THEMES: readonly [name: string, theme: Theme][] = [
  ['light', light],
  ['dark', { ...light, ...dark }],
  ['contrast', { ...light, ...blockOf(contrastFile, '[data-theme="contrast"]') }],
  ['contrast-light', { ...light, ...blockOf(contrastFile, '[data-theme="contrast-light"]') }],
];

/** What a text may stand on whatever it is, and what only texts of its own kind stand on. */
const GROUNDS = ['paper', 'surface', 'sunken', 'hover'];
const KINDS = ['accent', 'error', 'warning', 'advice', 'good'];
const STEPS = ['0', '1', '2', '3', '4'];
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-soft', ...KINDS].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...KINDS.map((kind) => [kind, `${kind}-soft`] as const),
  ...['ink', 'ink-soft'].flatMap((text) => [
    ...KINDS.map((kind) => [text, `${kind}-soft`] as const),
    [text, 'mark'] as const,
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ...STEPS.map((step) => [`step-${step}-ink`, `step-${step}`] as const),
];
/** The edges of what can be pressed or written in, what has the focus, and what tells one thing from another. */
const EDGES = ['line-strong', 'focus', 'accent'].flatMap((edge) => GROUNDS.map((ground) => [edge, ground] as const));

/** Relative luminance by WCAG 2.2, of "#1d282d". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, no contrast, to 21, black on white. */
function contrast(theme: Theme, one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map((name) => {
      const colour = theme[name] ?? '';
      if (!/^#[\da-f]{6}$/.test(colour))
        throw new Error(`The palette has no colour ${name}, or not as #rrggbb: ${colour}`);
      return luminance(colour);
    })
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

it('is measured as others measure it: mid-grey on white is 4.54', () =>
  expect(contrast({ a: '#767676', b: '#ffffff' }, 'a', 'b')).toBeCloseTo(4.54, 2));

it('has for the dark all that it has for the light', () =>
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted()));

describe.each(THEMES)('the %s palette', (_, theme) => {
  it('has every text at 4.5 and more on all that it may stand on', () =>
    expect(TEXTS.filter(([text, ground]) => contrast(theme, text, ground) < 4.5)).toEqual([]));
  it('has every edge that means something at 3 and more', () =>
    expect(EDGES.filter(([edge, ground]) => contrast(theme, edge, ground) < 3)).toEqual([]));
});

describe('a surface', () => {
  const sheets = globSync(['editor/**/*.css', 'extension/**/*.css']);
  it.each(sheets)('%s names no colour of its own, save black and grey on paper', (path) => {
    const [screen = '', print = ''] = fileOf(path)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('@media print');
    expect(screen.match(/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?)\(/gi)).toBeNull();
    for (const colour of print.match(/#[\da-f]{3,8}\b/gi) ?? []) expect(colour).toMatch(/^#([\da-f])\1\1$/i);
  });
  it.each(sheets)('%s uses no colour that the palette has not', (path) => {
    const css = fileOf(path);
    const own = new Set(
      [...css.matchAll(/--([\w-]+):/g), ...fileOf('editor/theme.css').matchAll(/--([\w-]+):/g)].map(([, one]) => one),
    );
    const used = [...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, one = '']) => one);
    expect(used.filter((one) => !(one in light) && !own.has(one))).toEqual([]);
  });
});

describe('the published page', () => {
  const style = pageStyle({ school: '', state: '', date: '' });
  const inSix = (value: string): string => value.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const [ofScreen = '', ofDark = ''] = style.split('@media(prefers-color-scheme:dark)');
  it.each([
    ['light', ofScreen, light],
    ['dark', ofDark, dark],
  ] as const)('says the values of the %s palette, which it cannot import', (_, css, theme) => {
    const said = Object.entries(blockOf(css, ':root'));
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter(([name, value]) => theme[name] !== inSix(value))).toEqual([]);
  });
});
