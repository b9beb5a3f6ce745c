import type { LoggedStep } from '../messages.ts';

/** What someone can do in the overlay. */
export interface OverlayActions {
  toggle(key: string): void;
  close(): void;
  dismissNote(): void;
  step(from: string, by: number): void;
  record(pupilId: string, entry: LoggedStep): void;
  unrecord(pupilId: string, entry: LoggedStep): void;
}
