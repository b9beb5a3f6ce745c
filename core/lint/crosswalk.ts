import type { RuleContext } from './context.ts';
import type { DutyStatus, Finding } from './finding.ts';

/** Where the policy meets each duty of the guidance, with the lines that show it. */
export function crosswalkOf(_context: RuleContext, _findings: readonly Finding[], _file: string): DutyStatus[] {
  return [];
}
