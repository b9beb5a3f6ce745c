import type { Lockable, Request, Settings } from '../../messages.ts';

/** What every part of the options page gets. */
export interface PartProps {
  settings: Settings;
  isLocked(what: Lockable): boolean;
  /** Asks for a change; what is said under the part afterwards. */
  ask(request: Request, done: string): Promise<void>;
}
