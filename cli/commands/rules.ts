import { RULES } from '#core/rules/index.ts';
import { RULEBOOK } from '#core/rules/rulebook.ts';
import type { Command } from '../command.ts';
import { table } from '../output/table.ts';

/** `rollmark rules`: the rule book itself. */
export const rules: Command = {
  name: 'rules',
  summary: 'Prints the rule book.',
  usage: '[--format table|json|markdown]',
  options: [{ name: 'format', value: 'FORMAT', help: 'table (the default), json or markdown' }],
  examples: ['rollmark rules', 'rollmark rules --format markdown > rules.md'],
  async run(call, io) {
    call.noFiles();
    const format = call.choice('format', ['table', 'json', 'markdown']);
    if (format === 'markdown') {
      const { renderHandbook } = await import('#core/rules/handbook.ts');
      io.stdout.write(renderHandbook());
    } else if (format === 'json') io.stdout.write(`${JSON.stringify(asJson(), null, 1)}\n`);
    else io.stdout.write(asTable());
    return 0;
  },
};

function asJson() {
  return {
    schemaVersion: 1,
    ...RULEBOOK,
    rules: RULES.map(({ id, topic, title, duty, citations, inForce, why }) => ({
      id,
      topic,
      title,
      duty,
      inForce: { from: inForce?.from ?? null, until: inForce?.until ?? null },
      why,
      citations,
    })),
  };
}

function asTable(): string {
  const rows = RULES.map(({ id, duty, inForce, title }) => [
    id,
    duty,
    inForce?.from ?? '',
    inForce?.until ?? '',
    title,
  ]);
  return [
    table(['rule', 'duty', 'from', 'until', 'what it checks'], rows),
    `${RULES.length} rules, version ${RULEBOOK.version}, compared with the law and guidance on ${RULEBOOK.checkedOn}.`,
    '',
  ].join('\n');
}
