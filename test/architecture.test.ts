import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each part of core may import besides itself. Everything else is a wrong arrow. */
const CORE: Record<string, string[]> = {
  text: [],
  guidance: ['text', 'attendance/day'],
  attendance: ['guidance', 'text'],
  policy: ['text', 'guidance', 'attendance/day'],
  escalation: ['policy', 'attendance', 'guidance', 'text'],
  // lint.ts runs the rule book.
  lint: ['policy', 'guidance', 'attendance', 'text', 'rules/index'],
  rules: ['lint', 'policy', 'guidance', 'attendance', 'escalation', 'text'],
  bundle: ['policy', 'rules', 'lint', 'guidance', 'attendance', 'text'],
  diff: ['policy', 'text'],
  export: ['language', 'bundle/public-text', 'lint', 'policy', 'guidance', 'attendance', 'text'],
  import: [],
  language: ['policy', 'lint', 'guidance', 'attendance', 'text'],
  server: ['language', 'lint', 'policy', 'attendance', 'text'],
  publish: ['diff', 'bundle', 'escalation', 'lint', 'policy', 'guidance', 'attendance', 'text'],
};

const never = (name: string, from: string, to: string[]): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const FORBIDDEN: IForbiddenRuleType[] = [
  { name: 'no cycle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'everything resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  never('core imports core alone', '^core/', ['^(?:editor|extension|cli|test|tools)/']),
  never('the editor imports core alone', '^editor/', ['^(?:extension|cli|test|tools)/']),
  never('the extension imports core alone', '^extension/', ['^(?:editor|cli|test|tools)/']),
  never('the command imports core alone', '^cli/', ['^(?:editor|extension|test|tools)/']),
  { name: 'core knows no Node', severity: 'error', from: { path: '^core/' }, to: { dependencyTypes: ['core'] } },
  ...Object.entries(CORE).map(
    ([part, allowed]): IForbiddenRuleType => ({
      name: `core/${part} imports ${['itself', ...allowed].join(', ')} alone`,
      severity: 'error',
      from: { path: `^core/${part}/` },
      to: { path: '^core/', pathNot: [part, ...allowed].map((name) => `^core/${name}(?:/|\\.ts$)`) },
    }),
  ),
  never('the escalation engine never sees Markdown', '^core/(?:escalation|attendance)/', [
    'remark',
    'unified',
    'micromark',
    'zod',
  ]),
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

describe('the architecture', () => {
  let violations: string[] = [];
  let modules = 0;
  beforeAll(async () => {
    const { output } = await cruise(['core', 'editor', 'extension', 'cli'], {
      baseDir: ROOT,
      ruleSet: { forbidden: FORBIDDEN },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\?(?:raw|worker|inline|url)|\\.wxt/' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: join(ROOT, 'tsconfig.json') },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      },
    });
    const result = output as ICruiseResult;
    modules = result.modules.length;
    violations = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    // Every module is parsed: on a machine that is busy with other work this takes far longer than a test should.
  }, 60_000);

  it('was looked at', () => expect(modules).toBeGreaterThan(40));
  it('has no wrong arrow and no cycle', () => expect(violations).toEqual([]));

  it.each(['core', 'editor', 'extension', 'cli', 'tools'])('keeps every file of %s within 400 lines', (folder) => {
    const long = sourceFiles(folder)
      .map((path) => ({ path: relative('.', path), lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 401);
    expect(long).toEqual([]);
  });

  it('gives each test that changes what is global a world of its own (its name ends in ".alone.test.ts")', () => {
    const changing =
      /\bvi\.(?:stubGlobal|useFakeTimers|mock|doMock|resetModules)\(|\bObject\.assign\(globalThis\b|\bglobalThis\.\w+ = /;
    const shared = sourceFiles('test').filter(
      (path) =>
        /(?<!\.alone)\.test\.tsx?$/.test(path) &&
        path !== 'test/architecture.test.ts' &&
        changing.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(shared).toEqual([]);
  });
});
