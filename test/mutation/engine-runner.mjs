// Stryker's tests of the engine, without a test runner to start for every mutant: they are bundled once, with their own
// `describe`, `it` and `expect`, and each mutant gets fresh modules from the one compiled script. That takes a tenth of a
// second a mutant where Vitest takes four.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'vite';

const FOLDERS = ['test/core/escalation', 'test/core/attendance'];
/** Counted line by line under every mutant's counter it takes minutes, and it is about memory. */
const NOT_HERE = /two hundred thousand rows/;
/** Some hundred readings each, of which every mutant that nothing notices would wait for all: tried where they belong. */
const ONLY_FOR_MARKS = /a pupil is read alike whoever/;
/** Most mutants fall to a small example, and only the first failure is waited for: what takes long is tried last. */
const LAST = ['mark-log', 'one-ladder', 'scenarios', 'properties'];
/** ROLLMARK_SAMPLE=5: only every fifth mutant is tried; the others are told as errors, which no score counts. */
const SAMPLE = Number(process.env.ROLLMARK_SAMPLE ?? 1);
const NOT_IN_THE_SAMPLE = { status: 'error', errorMessage: 'not in the sample' };
/** What is read anew for every mutant: the engine and its tests. Libraries and the reading of policies hold no mutant. */
const FRESH = /virtual:|\/test\/|\/core\/(escalation|attendance)\/|\/guidance\/age\.ts/;
const ENTRY = 'virtual:tests-of-the-engine';
const STANDS_FOR_VITEST = '\0vitest';

class EngineRunner {
  static inject = [commonTokens.logger];
  #script;
  /** What the tests ask for by `require`: Node's modules, and the part of the bundle that is read once. */
  #require;
  #log;
  /** How often each test was the one that noticed a change, by the file that was changed: those are tried first. */
  #noticed = new Map();

  constructor(log) {
    this.#log = log;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.ROLLMARK_RUNS ??= '40';
    globalThis.__vitest = await madeForOneProcess();
    const { tests, kept } = await bundled(process.cwd());
    this.#script = scriptOf('tests-of-the-engine.cjs', tests);
    this.#require = requireOver(evaluated(scriptOf('kept.cjs', kept), createRequire(import.meta.url)));
  }

  async dryRun() {
    const namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = { mutantCoverage: { static: {}, perTest: {} } });
    const results = [];
    // Each group on fresh modules: a sentence that was kept for an earlier one would hide that this one reads it too.
    let tests = this.#load();
    for (let at = 0, group = ''; at < tests.length; at++) {
      if (tests[at].group !== group) tests = this.#load();
      const test = tests[at];
      group = test.group;
      namespace.currentTestId = test.id;
      const began = performance.now();
      const failure = await failureOf(test);
      namespace.currentTestId = undefined;
      results.push(resultOf(test, failure, performance.now() - began));
      if (failure) this.#log.warn(`${test.name}: ${failure}`);
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (Number(activeMutant.id) % SAMPLE !== 0) return NOT_IN_THE_SAMPLE;
    const namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = { hitCount: 0, hitLimit });
    // Before the tests are loaded: some decide a pupil while they are, and what that keeps is to be the mutant's.
    namespace.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const isOfMarks = /mark-log/.test(activeMutant.fileName);
    let tests;
    try {
      tests = this.#load().filter(
        ({ id, name }) => (!wanted || wanted.has(id)) && (isOfMarks || !ONLY_FOR_MARKS.test(name)),
      );
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failedToLoad(testFilter, error)] });
    }
    const noticed = entryOf(this.#noticed, activeMutant.fileName, () => new Map());
    tests.sort((a, b) => (noticed.get(b.id) ?? 0) - (noticed.get(a.id) ?? 0));
    const results = [];
    for (const test of tests) {
      const failure = await failureOf(test);
      results.push(resultOf(test, failure, 0));
      if (!failure) continue;
      noticed.set(test.id, (noticed.get(test.id) ?? 0) + 1);
      break;
    }
    const reached = determineHitLimitReached(namespace.hitCount, hitLimit);
    return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests: results });
  }

  /** The tests on modules that no other mutant has touched. */
  #load() {
    globalThis.__vitest.tests.length = 0;
    evaluated(this.#script, this.#require);
    return globalThis.__vitest.tests.filter(({ name }) => !NOT_HERE.test(name));
  }
}

function entryOf(map, key, made) {
  if (!map.has(key)) map.set(key, made());
  return map.get(key);
}

const failedToLoad = (testFilter, error) =>
  resultOf({ id: testFilter?.[0] ?? '0', name: 'the tests load' }, String(error?.message ?? error), 0);

async function failureOf({ run }) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 2000) || 'failed';
  }
}

function resultOf({ id, name }, failure, timeSpentMs) {
  return failure === null
    ? { id, name, timeSpentMs, status: TestStatus.Success }
    : { id, name, timeSpentMs, status: TestStatus.Failed, failureMessage: failure };
}

async function bundled(root) {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, folder, name)),
  ).sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
  const entry = {
    name: 'tests-of-the-engine',
    enforce: 'pre',
    resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : id === 'vitest' ? STANDS_FOR_VITEST : null),
    load: (id) =>
      id === `\0${ENTRY}`
        ? files.map((file) => `import ${JSON.stringify(file)};`).join('\n')
        : id === STANDS_FOR_VITEST
          ? 'export const { describe, it, test, expect } = globalThis.__vitest;'
          : null,
  };
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [entry],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: ENTRY,
        output: {
          format: 'cjs',
          codeSplitting: {
            groups: [{ name: 'kept', test: (id) => !FRESH.test(id), includeDependenciesRecursively: false }],
          },
        },
      },
    },
  });
  const chunks = [made].flat()[0].output;
  const codeOf = (isIt) => chunks.find(isIt).code;
  return { tests: codeOf(({ isEntry }) => isEntry), kept: codeOf(({ name }) => name === 'kept') };
}

function scriptOf(filename, code) {
  return new vm.Script(`(function (require, module, exports) {\n${code}\nreturn module.exports;\n})`, { filename });
}

function evaluated(script, require) {
  const module = { exports: {} };
  return script.runInThisContext()(require, module, module.exports);
}

function requireOver(kept) {
  const ofNode = createRequire(import.meta.url);
  return (name) => (name.startsWith('.') ? kept : ofNode(name));
}

const rankOf = (path) => LAST.findIndex((name) => path.includes(name));

/** The part of Vitest that the tests use. */
async function madeForOneProcess() {
  const vitest = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
  const load = (name) => import(pathToFileURL(vitest.resolve(name)).href);
  const [chai, asserts] = [await load('chai'), await load('@vitest/expect')];
  for (const plugin of ['JestExtend', 'JestChaiExpect', 'JestAsymmetricMatchers']) chai.use(asserts[plugin]);
  const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
  const tests = [];
  const path = [];
  const callOf = (one, other) => (typeof one === 'function' ? one : other);
  const rowsOf = (table) => table.map((row) => (Array.isArray(row) ? row : [row]));
  const describe = (name, one, other) => {
    path.push(name);
    callOf(one, other)();
    path.pop();
  };
  const it = (name, one, other) =>
    tests.push({
      id: String(tests.length),
      group: path[0] ?? name,
      name: [...path, name].join(' '),
      run: callOf(one, other),
    });
  const titled = (name, row) => name.replace(/%[sdij]/g, () => String(row[0]));
  describe.each = (table) => (name, one, other) => {
    for (const row of rowsOf(table)) describe(titled(name, row), () => callOf(one, other)(...row));
  };
  it.each = (table) => (name, one, other) => {
    for (const row of rowsOf(table)) it(titled(name, row), () => callOf(one, other)(...row));
  };
  return { describe, it, test: it, expect, tests };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'engine', EngineRunner)];
