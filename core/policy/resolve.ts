import type { PolicyDocument } from './document.ts';
import type { AttendancePolicy, Fact, Question, Step } from './schema.ts';

/** The resolved policy: each value beside its facts, what the document says two ways as conflicts, and what to ask. */
export function resolvePolicy(
  _document: PolicyDocument,
  _facts: readonly Fact[],
  _steps: readonly Step[],
): { policy: AttendancePolicy; questions: Question[] } {
  const register = { opens: [], markedBy: [], closes: [] };
  return {
    policy: {
      schemaVersion: 1,
      day: {
        gatesOpen: [],
        gatesClose: [],
        arriveBy: [],
        start: [],
        end: [],
        breakStart: [],
        lunchStart: [],
        lunchEnd: [],
      },
      registers: { am: register, pm: register },
      reporting: { absenceBy: [], firstDayContactFrom: [], contacts: [] },
      people: [],
      codes: [],
      thresholds: [],
      ladder: [],
      penalties: [],
      leave: { requestNotice: [] },
      review: { approved: [], lastReviewed: [], next: [], effective: [], cycleMonths: [] },
      legalReferences: [],
      mis: [],
      retentionYears: [],
      targets: [],
      conflicts: [],
    },
    questions: [],
  };
}
