import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { withoutHandbook } from '../../editor/without-handbook.ts';

/** The code of a rule's file as a browser gets it. */
async function built(path: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [withoutHandbook()],
    build: {
      write: false,
      minify: false,
      lib: { entry: path, formats: ['es'], fileName: 'rule' },
      rolldownOptions: { external: (id: string) => id.includes('/lint/') || id.includes('/guidance/') },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output as Rolldown.RolldownOutput];
  return bundle?.output[0]?.code ?? '';
}

describe('what a browser loads of a rule', () => {
  it('is what it checks and says, without its examples and its chapter of the handbook', async () => {
    const code = await built('core/rules/document/bands-do-not-overlap.ts');
    expect(code).toContain('document/bands-do-not-overlap');
    expect(code).toContain('stands in two bands');
    expect(code).toMatch(/duty:[^}]*citations:/);
    expect(code).not.toMatch(/examples|why:|bands that meet/);
  });
});
