import type { LoggedStep } from '../messages.ts';

/** What someone can do in the window of a pupil. */
export interface OverlayActions {
  close(): void;
  record(pupilId: string, entry: LoggedStep): void;
  unrecord(pupilId: string, entry: LoggedStep): void;
}
