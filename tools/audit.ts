import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './run.ts';

/** `npm run audit`: known faults of what is shipped, but for those that audit-exceptions.json explains. */

const Exceptions = z.array(z.strictObject({ package: z.string(), reason: z.string().min(10), until: z.iso.date() }));
const Audit = z.object({
  vulnerabilities: z.record(z.string(), z.object({ name: z.string(), severity: z.string(), range: z.string() })),
});

const exceptions = Exceptions.parse(JSON.parse(readFileSync(join(ROOT, 'audit-exceptions.json'), 'utf8')));
const today = new Date().toISOString().slice(0, 10);

const printed = await new Promise<string>((done) => {
  // npm ends with 1 when it finds something; what it prints says all the same.
  execFile(
    'npm',
    ['audit', '--omit=dev', '--json'],
    { cwd: ROOT, maxBuffer: 50_000_000, timeout: 60_000, shell: process.platform === 'win32' },
    (_, out) => done(out),
  );
});

const found = Audit.safeParse(asJson(printed));
if (!found.success) {
  process.stdout.write('Not audited: the registry gave no list of known faults (offline, or a mirror without one).\n');
} else {
  const faults = Object.values(found.data.vulnerabilities);
  const open = faults.filter(
    ({ name }) => !exceptions.some((exception) => exception.package === name && exception.until >= today),
  );
  for (const { name, severity, range } of open) process.stderr.write(`${name} ${range}: ${severity}\n`);
  process.stdout.write(`${faults.length} known faults in what is shipped, ${open.length} of them not explained.\n`);
  if (open.length > 0) {
    process.stderr.write('Update the package, or explain it in audit-exceptions.json with a reason and a day.\n');
    process.exit(1);
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No answer at all: the caller says so.
    return null;
  }
}
