import type { Figure } from '../readers/thresholds/figure.ts';
import type { CountBefore } from '../readers/thresholds/figures.ts';
import type { Trigger } from '../schema.ts';
import type { Clause } from './conditions.ts';
import type { Rung } from './rung.ts';

/** Where a line stands. */
export interface Setting {
  /** The sentence stands among rungs, so that less is needed to make it one. */
  readonly inLadder: boolean;
  /** It stands among the rungs of a ladder with a figure that none of them took: what is done needs no verb that is known. */
  readonly among?: true;
  /** What the question in the line before asks the time of: "When will I get a letter?" */
  readonly asked?: string;
  /** Words of the items under a line that ends with a colon. */
  readonly below?: readonly string[];
  /** The line is a run of figures, each with a few words behind a mark: "Below 95%: tutor. Below 92%: head of year." */
  readonly listed?: boolean;
  /** The line is an item of a list that says what happens. */
  readonly inList?: boolean;
  /** A step stands in the line before, so that "if this fails" looks back to it. */
  readonly follows?: boolean;
  /** Words of the heading above: what the section is about. */
  readonly heading?: string;
  /** What the next paragraphs of a letter say is done about the figure that it names. */
  readonly letter?: string;
  /** Words of the two headings above. */
  readonly above?: string;
  /** The separate absences that an earlier sentence counted, so that "at five" goes on counting them. */
  readonly counted?: CountedApart;
  /** What the step in the lines before counts: "the second goes out at sixteen sessions" counts the same. */
  readonly sessions?: CountBefore;
}

/** A number of absences that no mark of the register counts, and the words that name them. */
export interface CountedApart {
  readonly value: number;
  readonly words: string;
}

/** A sentence with what stands around it. */
export interface Reading {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly clauses: readonly Clause[];
  readonly figures: readonly Figure[];
  /** What an earlier part of the sentence does, where this part leaves it out. */
  readonly shared: string;
  /** What is done: the sentence without its conditions. */
  readonly main: string;
  readonly setting: Setting;
}

/** What a sentence is found to be: when, and where it says so. */
export interface Found {
  readonly trigger: Trigger;
  readonly start: number;
  readonly end: number;
  readonly after?: Rung['after'];
  readonly likely: boolean;
  /** It says that nothing is done. */
  readonly idle?: true;
  /** It counts absences in words; a number by itself behind it goes on counting them. */
  readonly counted?: CountedApart;
}
