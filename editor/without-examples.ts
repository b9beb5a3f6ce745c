import type { Plugin } from 'vite';

const RULE_FILE = /\/core\/rules\/[a-z-]+\/[a-z-]+\.ts$/;

/**
 * Leaves the examples of the rules out of what a browser loads. They are tests and chapters of the handbook, no rule
 * looks at them, and they are a tenth of the code that checks a policy.
 */
export const withoutExamples = (): Plugin => ({
  name: 'rollmark:without-examples',
  transform: {
    order: 'post',
    filter: { id: RULE_FILE },
    handler(code) {
      let now = code;
      for (const { start, end } of examplesIn(this.parse(code)).reverse()) now = now.slice(0, start) + now.slice(end);
      return now === code ? null : { code: now, map: null };
    },
  },
});

/** Where the examples stand in a rule's file, each with the comma before it. */
function examplesIn({
  body,
}: ReturnType<import('vite').Rolldown.PluginContext['parse']>): { start: number; end: number }[] {
  return body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) => {
      if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'defineRule')
        return [];
      const [rule] = init.arguments;
      if (rule?.type !== 'ObjectExpression') return [];
      const at = rule.properties.findIndex(
        (property) =>
          property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'examples',
      );
      const [before, examples] = [rule.properties[at - 1], rule.properties[at]];
      return before && examples ? [{ start: before.end, end: examples.end }] : [];
    });
  });
}
