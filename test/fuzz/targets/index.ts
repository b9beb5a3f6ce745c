import { DATA_TARGETS } from './data.ts';
import { FILE_TARGETS } from './files.ts';
import { PAGE_TARGETS } from './pages.ts';
import { POLICY_TARGETS } from './policies.ts';
import { REGISTER_TARGETS } from './registers.ts';
import type { Target } from './target.ts';

/** Everything that reads what comes in from outside. */
export const TARGETS: readonly Target[] = [
  ...POLICY_TARGETS,
  ...REGISTER_TARGETS,
  ...DATA_TARGETS,
  ...FILE_TARGETS,
  ...PAGE_TARGETS,
];
