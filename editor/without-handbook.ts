import type { Plugin, Rolldown } from 'vite';

const RULE_FILE = /\/core\/rules\/[a-z-]+\/[a-z-]+\.ts$/;
const OF_THE_HANDBOOK = ['why', 'examples'];

/**
 * Leaves out of what a browser loads the parts of a rule that are tests and chapters of the handbook: no rule looks at
 * them, and they are a tenth of the code that checks a policy.
 */
export const withoutHandbook = (): Plugin => ({
  name: 'rollmark:without-handbook',
  transform: {
    order: 'post',
    filter: { id: RULE_FILE },
    handler(code) {
      let now = code;
      for (const { start, end } of partsOfHandbook(this.parse(code)).reverse())
        now = now.slice(0, start) + now.slice(end);
      return now === code ? null : { code: now, map: null };
    },
  },
});

/** Where the handbook's parts of a rule stand in its file, each with the comma before it. */
function partsOfHandbook({ body }: ReturnType<Rolldown.PluginContext['parse']>): { start: number; end: number }[] {
  return body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) => {
      if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'defineRule')
        return [];
      const [rule] = init.arguments;
      if (rule?.type !== 'ObjectExpression') return [];
      return rule.properties.flatMap((property, index) => {
        const before = rule.properties[index - 1];
        return before &&
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          OF_THE_HANDBOOK.includes(property.key.name)
          ? [{ start: before.end, end: property.end }]
          : [];
      });
    });
  });
}
