import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { check } from 'recheck';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

/** `npm run check:patterns`: every regular expression literal of the sources, and those that recheck can make slow. */

interface Pattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): Pattern[] {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const literal = node.getText(tree);
      const end = literal.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      found.push({ file, line, source: literal.slice(1, end), flags: literal.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const files = globSync(
  process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['{core,cli,extension,editor}/**/*.{ts,tsx}'],
  {
    ignore: ['**/node_modules/**', '**/dist/**'],
  },
).sort();
const waiting = files.flatMap(patternsIn);
const all = waiting.length;
const slow: string[] = [];
let unknown = 0;

async function work(): Promise<void> {
  for (let pattern = waiting.shift(); pattern; pattern = waiting.shift()) {
    const { file, line, source, flags } = pattern;
    const answer = await check(source, flags, { timeout: 2000 });
    if (answer.status === 'vulnerable')
      slow.push(`${file}:${line} ${answer.complexity.summary}: /${source.slice(0, 100)}/${flags}`);
    else if (answer.status === 'unknown') unknown++;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const line of slow.sort()) process.stdout.write(`${line}\n`);
process.stdout.write(
  `${all} patterns in ${files.length} files: ${slow.length} can be made slow, ${unknown} not decided.\n`,
);
if (slow.length > 0) process.exitCode = 1;
