import type { CountUnit } from '../reading/words.ts';

/** Something on a page that must be there for the adapter's knowledge to hold. */
export interface Landmark {
  selector: string;
  atLeast: number;
  /** What it is, in words: this, and never a name of a pupil, goes into a report. */
  note: string;
}

/** What is known of one page of a system beyond what the page itself says. */
export interface KnownPage {
  /** The page in the system's own words: "Continuous Absence". */
  what: string;
  /** Tested against the address after the host; the page's own headings are tested where there is no pattern. */
  address?: RegExp;
  /** Tested against the page's title and main headings. */
  heading?: RegExp;
  landmarks: readonly Landmark[];
  /** What the figures of this page count, where the system's documentation says so; null: the page must say it itself. */
  counts: CountUnit | null;
  /** Where that is documented, for the next person. */
  source: string;
}

/** What Rollmark knows of one management information system. Data only: the recogniser reads the page. */
export interface SiteAdapter {
  id: string;
  name: string;
  /** Match patterns of its sites. */
  matches: readonly string[];
  /** The day on which its facts were last looked at. */
  revised: string;
  /** How its facts were learnt, shown beside everything that is read with them. */
  evidence: string;
  /** "own": schools define their own register codes there, so letters are not read as the national ones. */
  codes: 'national' | 'own';
  /** A pupil's identifier in an address that a row links to: the first group. */
  pupilInLink?: RegExp;
  pages: readonly KnownPage[];
}

/** Checks nothing and changes nothing: gives an adapter its type where it is written. */
export function defineAdapter(adapter: SiteAdapter): SiteAdapter {
  return adapter;
}

/** Said of every adapter that has never met its live system. */
export const FROM_DOCUMENTS = 'written from public documentation, not yet tried on the live system';
