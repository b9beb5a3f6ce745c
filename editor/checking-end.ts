import { changeOfFindings, type FindingsChange } from '#core/language/findings-change.ts';
import { type PolicySnapshot, takeSnapshot } from '#core/language/snapshot.ts';
import { type Splice, spliced } from '#core/language/splice.ts';
import type { Finding } from '#core/lint/finding.ts';
import { createPolicyLinter, type FileReport } from '#core/lint/lint.ts';
import { createPolicyReader, type PolicyReading } from '#core/policy/parse.ts';
import type { CheckRequest } from './lint-client.ts';

/** A text, or what makes it of the text before, with the length that it then has. */
export type Asked =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'edit'; readonly splice: Splice; readonly length: number };

export type Answered =
  | { readonly is: 'findings'; readonly findings: readonly Finding[] }
  | { readonly is: 'change'; readonly change: FindingsChange }
  /** The edit does not fit the text that is known here: send it whole. */
  | { readonly is: 'lost' };

/** The worker's end of a session of checks: after each key come the letters that are new, and go the problems that changed. */
export class CheckingEnd {
  readonly #read = createPolicyReader();
  readonly #lint = createPolicyLinter();
  #last: { readonly reading: PolicyReading; readonly report: FileReport } | null = null;

  check(asked: Asked, { file, asOf, settings }: Omit<CheckRequest, 'text'>): Answered {
    const before = this.#last;
    const text = asked.is === 'text' ? asked.text : spliced(before?.reading.document.text ?? '', asked.splice);
    if (asked.is === 'edit' && (!before || text.length !== asked.length)) return { is: 'lost' };
    this.#last = null;
    const reading = this.#read(text);
    const report = this.#lint(reading, { ...settings, file, asOf });
    this.#last = { reading, report };
    if (asked.is === 'text' || !before) return { is: 'findings', findings: report.findings };
    const { at, removed, text: words } = asked.splice;
    const shift = {
      from: at,
      was: before.reading.document.source.position(at + removed),
      is: reading.document.source.position(at + words.length),
    };
    return { is: 'change', change: changeOfFindings(before.report.findings, report.findings, shift) };
  }

  /** Everything an editor shows of the text that was checked last. It is large, so it is sent when somebody looks. */
  snapshot(): PolicySnapshot {
    if (!this.#last) throw new Error('No text has been checked yet.');
    return takeSnapshot(this.#last.reading, this.#last.report);
  }
}
