import { z } from 'zod';
import { PolicyBundleSchema } from '../core/bundle/schema.ts';
import { AttendancePolicySchema, ParsedPolicySchema } from '../core/policy/schema.ts';

/** The JSON Schema of what `rollmark parse` and `rollmark publish` write. */
export function renderSchemas(): string {
  const registry = z.registry<{ id: string }>();
  registry.add(AttendancePolicySchema, { id: 'AttendancePolicy' });
  registry.add(ParsedPolicySchema, { id: 'ParsedPolicy' });
  registry.add(PolicyBundleSchema, { id: 'PolicyBundle' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/$defs/${id}` });
  const $defs = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _address, ...definition }]) => [name, definition]),
  );
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What Rollmark reads from a policy',
    $defs,
    oneOf: ['ParsedPolicy', 'PolicyBundle', 'AttendancePolicy'].map((name) => ({ $ref: `#/$defs/${name}` })),
  };
  // zod writes the address of what several schemas share as a file's; here it is a part of this one.
  return `${JSON.stringify(schema, null, 2)}\n`.replaceAll('#/$defs/__shared#/', '#/$defs/__shared/');
}
