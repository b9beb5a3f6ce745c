import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { preloadScript } from '../../editor/preload-text.ts';

const FILES = { scripts: ['assets/create.js'], styles: ['assets/create.css'] };

/** What the page asks for when the browser keeps these things of the last visit; null when it keeps nothing at all. */
function askedFor(kept: Readonly<Record<string, string>> | null): unknown[] {
  const asked: unknown[] = [];
  const localStorage = {
    getItem(key: string) {
      if (!kept) throw new Error('Storage is switched off.');
      return kept[key] ?? null;
    },
  };
  const document = { createElement: (is: string) => ({ is }), head: { append: (link: unknown) => asked.push(link) } };
  runInNewContext(preloadScript(FILES), { localStorage, document });
  return asked;
}

describe('the script in the page', () => {
  it('asks for the text editor, code and styles, when the last visit ended with a policy open', () => {
    expect(askedFor({ 'rollmark.open': 'yes' })).toEqual([
      { is: 'link', rel: 'modulepreload', href: './assets/create.js', crossOrigin: '' },
      { is: 'link', rel: 'preload', as: 'style', href: './assets/create.css', crossOrigin: '' },
    ]);
  });

  it.each([
    ['no policy was open', {}],
    ['storage is switched off', null],
  ])('asks for nothing when %s', (_, kept) => {
    expect(askedFor(kept)).toEqual([]);
  });
});
