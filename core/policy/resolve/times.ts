import type { AttendancePolicy, Fact, TimeField } from '../schema.ts';
import { distinct, type Indexed, type Sourced, timesFor } from './gather.ts';

function times(all: readonly Indexed<Fact>[], field: TimeField): Sourced<string>[] {
  return distinct(timesFor(all, field), ({ value }) => value);
}

/** The frame of the school day. */
export function dayOf(all: readonly Indexed<Fact>[]): AttendancePolicy['day'] {
  return {
    gatesOpen: times(all, 'gatesOpen'),
    gatesClose: times(all, 'gatesClose'),
    arriveBy: times(all, 'arriveBy'),
    start: times(all, 'schoolDayStart'),
    end: times(all, 'schoolDayEnd'),
    breakStart: times(all, 'breakStart'),
    lunchStart: times(all, 'lunchStart'),
    lunchEnd: times(all, 'lunchEnd'),
  };
}

/** When the two registers open, when a pupil is late, and when absent. */
export function registersOf(all: readonly Indexed<Fact>[]): AttendancePolicy['registers'] {
  return {
    am: {
      opens: times(all, 'amRegisterOpens'),
      markedBy: times(all, 'amRegisterMarkedBy'),
      closes: times(all, 'amRegisterCloses'),
    },
    pm: {
      opens: times(all, 'pmRegisterOpens'),
      markedBy: times(all, 'pmRegisterMarkedBy'),
      closes: times(all, 'pmRegisterCloses'),
    },
  };
}

/** By when to report an absence, and from when the school calls. */
export function reportingTimes(
  all: readonly Indexed<Fact>[],
): Pick<AttendancePolicy['reporting'], 'absenceBy' | 'firstDayContactFrom'> {
  return { absenceBy: times(all, 'reportAbsenceBy'), firstDayContactFrom: times(all, 'firstDayContactFrom') };
}
