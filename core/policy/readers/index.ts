import { codes } from './codes.ts';
import { contacts } from './contacts.ts';
import { dates } from './dates.ts';
import { durations } from './durations.ts';
import { equivalences } from './equivalences.ts';
import { legalReferences } from './legal-references.ts';
import { mis } from './mis.ts';
import { penalties } from './penalties.ts';
import type { Reader } from './reader.ts';
import { retention } from './retention.ts';
import { roles } from './roles.ts';
import { targets } from './targets.ts';
import { thresholds } from './thresholds.ts';
import { times } from './times.ts';

/** Every reader, in the order in which facts at one place are listed. */
export const READERS: readonly Reader[] = [
  times,
  thresholds,
  codes,
  penalties,
  dates,
  roles,
  contacts,
  targets,
  mis,
  legalReferences,
  retention,
  durations,
  equivalences,
];
