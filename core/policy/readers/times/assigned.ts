import type { Clock } from '../../../text/clock.ts';
import type { Mention } from './mentions.ts';
import type { Ground, Role } from './reading.ts';

/** A role for one clock time of a sentence. */
export interface Assigned {
  readonly clock: Clock;
  readonly role: Role;
  readonly ground: Ground;
  /** Both the thing and what it does are named beside the time. */
  readonly explicit: boolean;
  readonly mention: Mention;
}
