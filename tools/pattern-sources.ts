import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A regular expression of the sources, where it is written. */
export interface Pattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

interface Site {
  readonly file: string;
  readonly line: number;
}

/** The literals of the files, the patterns that they build when they load, and the places that build one only later. */
export async function patternsOf(files: readonly string[]): Promise<{ patterns: Pattern[]; late: Site[] }> {
  const literals: Pattern[] = [];
  const sites: Site[] = [];
  for (const file of files) {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const lineOf = (node: ts.Node): number => tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const literal = node.getText(tree);
        const end = literal.lastIndexOf('/');
        literals.push({ file, line: lineOf(node), source: literal.slice(1, end), flags: literal.slice(end + 1) });
      } else if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === 'RegExp'
      )
        sites.push({ file, line: lineOf(node) });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  const built = await builtOnLoading([...new Set(sites.map(({ file }) => file))]);
  const reached = new Set(built.map(({ file, line }) => `${file}:${line}`));
  return { patterns: [...literals, ...built], late: sites.filter(({ file, line }) => !reached.has(`${file}:${line}`)) };
}

/** Loads the modules while RegExp tells who calls it. */
async function builtOnLoading(files: readonly string[]): Promise<Pattern[]> {
  const built: Pattern[] = [];
  const Native = globalThis.RegExp;
  const record = (pattern: RegExp): RegExp => {
    const site = callerOf(new Error().stack ?? '');
    if (site) built.push({ ...site, source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  globalThis.RegExp = new Proxy(Native, {
    construct: (native, args, target) =>
      record(Reflect.construct(native, args, target === globalThis.RegExp ? native : target)),
    apply: (native, self, args) => record(Reflect.apply(native, self, args)),
  });
  try {
    for (const file of files) await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}

/** The file and line that called, from the stack: its third place, behind this tool's own two. */
function callerOf(stack: string): Site | null {
  const frame = stack.split('\n')[3] ?? '';
  const [, path, line] = /\(?((?:file:\/\/)?\/[^\s():]+):(\d+):\d+\)?$/.exec(frame) ?? [];
  if (!path || path.includes('node_modules')) return null;
  return { file: relative('.', path.startsWith('file:') ? fileURLToPath(path) : path), line: Number(line) };
}
