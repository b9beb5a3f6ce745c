import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun, ROOT } from './run.ts';

/** `npm run new rule FAMILY/NAME` (or `adapter NAME`): a file to begin with, registered. */

const [kind, id] = process.argv.slice(2);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function create(path: string, text: string): void {
  const file = join(ROOT, path);
  if (existsSync(file)) stop(`${path} is there already; choose another id or edit that file.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`wrote ${path}\n`);
}

function ruleFile(ruleId: string): string {
  const name = camel(ruleId.split('/')[1] ?? '');
  return `import { citeProvision } from '../../guidance/provisions.ts';
import { phrase } from '../../lint/phrase.ts';
import { defineRule } from '../../lint/rule.ts';

const FOUND = phrase(/\\bwords to find\\b/gi, 'words');

/** What the rule looks for, in one sentence. */
export const ${name} = defineRule({
  id: '${ruleId}',
  topic: 'other',
  title: 'The requirement as a short statement',
  duty: 'good',
  citations: [citeProvision('policy-times')],
  inForce: { from: '2024-08-19' },
  why: 'Why it matters, in a sentence or two.',
  *check(context) {
    for (const hit of context.find(FOUND)) {
      const at = { start: hit.start, end: hit.end };
      yield { message: \`“\${context.quote(at)}” is here; something else is expected.\`, at };
    }
  },
  examples: {
    good: [{ title: 'other words', markdown: 'Other words.' }],
    bad: [
      {
        title: 'the words',
        markdown: 'Here are «words to find» in a sentence.',
        says: '“words to find” is here; something else is expected.',
      },
    ],
  },
});
`;
}

function adapterFile(adapterId: string): string {
  return `import { defineAdapter, FROM_DOCUMENTS } from './adapter.ts';

/*
 * The host page: its frames, what it redraws, what a mark of attendance looks like, and where that was learnt.
 */
export const ${camel(adapterId)} = defineAdapter({
  id: '${adapterId}',
  name: 'The name of the MIS',
  matches: ['https://*.example.org/*'],
  revised: '${new Date().toISOString().slice(0, 10)}',
  evidence: FROM_DOCUMENTS,
  codes: 'national',
  pages: [],
});
`;
}

if (kind === 'rule') {
  if (!id || !/^[a-z][a-z-]*\/[a-z0-9][a-z0-9-]*$/.test(id))
    stop(
      'Say which rule: npm run new rule registers/kept-six-years (a family, a slash, the requirement in kebab-case).',
    );
  create(`core/rules/${id}.ts`, ruleFile(id));
  await mustRun('Docs', 'tsx', ['tools/docs.ts', 'rules']);
  process.stdout.write(
    `Now write what it looks for and its examples, then: npx vitest run --project unit test/core/rules -t ${id}\n`,
  );
} else if (kind === 'adapter') {
  if (!id || !/^[a-z][a-z0-9-]*$/.test(id)) stop('Say which adapter: npm run new adapter some-mis (kebab-case).');
  if (!existsSync(join(ROOT, 'extension/adapters/adapter.ts')))
    stop('extension/adapters/adapter.ts is not there, so there is nothing that an adapter could be built on.');
  create(`extension/adapters/${id}.ts`, adapterFile(id));
  process.stdout.write('Register it in extension/adapters/index.ts, and add a page of it under test/extension.\n');
} else stop('Use: npm run new rule FAMILY/NAME, or npm run new adapter NAME.');
