import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  matches: ['https://*.${adapterId}.example/*'],
  revised: '${new Date().toISOString().slice(0, 10)}',
  evidence: FROM_DOCUMENTS,
  codes: 'national',
  pages: [],
});
`;
}

/** A page to begin with, and what must be read from it. */
const ADAPTER_PAGE = `<h1>Attendance summary</h1>
<p>Statutory sessions, 1 September 2026 to 20 November 2026</p>
<table><thead><tr><th>Pupil</th><th>Possible sessions</th><th>Attended</th><th>Authorised</th><th>Unauthorised</th></tr></thead>
<tbody><tr><td>Amara Bello</td><td>106</td><td>100</td><td>6</td><td>0</td></tr>
<tr><td>Owen Castle</td><td>106</td><td>104</td><td>1</td><td>1</td></tr></tbody></table>
`;
const expectedOf = (adapterId: string): string => `{
  "address": "https://hartsmere.${adapterId}.example/attendance",
  "state": "not-this-page",
  "refusal": null,
  "pupils": ["Amara Bello 106/100 a6 u0 l- -", "Owen Castle 106/104 a1 u1 l- -"]
}
`;

/** Puts the adapter into the list, in the order of the alphabet. */
function register(adapterId: string): void {
  const path = 'extension/adapters/index.ts';
  const text = readFileSync(join(ROOT, path), 'utf8');
  const list = /(?<=ADAPTERS: readonly SiteAdapter\[\] = \[)[^\]]+(?=\])/;
  const known = [...text.matchAll(/^import \{ \w+ \} from '\.\/([a-z\d-]+)\.ts';$/gm)].map(([, name = '']) => name);
  const ids = [...known, adapterId].toSorted();
  const imports = ids.map((each) => `import { ${camel(each)} } from './${each}.ts';\n`).join('');
  const others = text.replace(/^import \{ \w+ \} from '\.\/[a-z\d-]+\.ts';\n/gm, '');
  const registered = others
    .replace(/^(?:import type .*\n)+/, (types) => types + imports)
    .replace(list, ids.map(camel).join(', '));
  writeFileSync(join(ROOT, path), registered);
  process.stdout.write(`registered it in ${path}\n`);
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
  create(`extension/adapters/${id}.ts`, adapterFile(id));
  create(`test/extension/fixtures/${id}.html`, ADAPTER_PAGE);
  create(`test/extension/fixtures/${id}.expected.json`, expectedOf(id));
  register(id);
  process.stdout.write(
    'Now write what is known of the system and draw its page, then: npx vitest run --project unit test/extension/adapters.test.ts\n',
  );
} else stop('Use: npm run new rule FAMILY/NAME, or npm run new adapter NAME.');
