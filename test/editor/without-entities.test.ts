import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import editorConfig from '../../editor/vite.config.ts';
import { withoutEntities } from '../../editor/without-entities.ts';

/** The code of a worker that holds this, by the name of its file. */
async function built(name: string, code: string): Promise<string> {
  const entry = `${process.cwd()}/editor/${name}`;
  const output = await build({
    configFile: false,
    resolve: editorConfig.resolve ?? {},
    logLevel: 'silent',
    plugins: [withoutEntities(), { name: 'entry', load: (id) => (id === entry ? code : null) }],
    build: { write: false, minify: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output as Rolldown.RolldownOutput];
  return bundle?.output[0]?.code ?? '';
}

const BLOCKS = "export { parseBlocks } from '#core/policy/markdown-blocks.ts';";

describe('the worker that checks', () => {
  it('has no table of named characters', async () => {
    expect(await built('lint.worker.ts', BLOCKS)).not.toContain('CounterClockwiseContourIntegral');
  });

  it('cannot be built when something in it reads within lines', async () => {
    const code = `${BLOCKS} export { parseMarkdown } from '#core/policy/markdown.ts';`;
    await expect(built('lint.worker.ts', code)).rejects.toThrow('it needs the characters’ names again');
  });
});

describe('another worker', () => {
  it('has the table', async () => {
    expect(await built('publish.worker.ts', BLOCKS)).toContain('CounterClockwiseContourIntegral');
  });
});
