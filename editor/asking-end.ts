import { withChange } from '#core/language/findings-change.ts';
import { spliceBetween } from '#core/language/splice.ts';
import type { Finding } from '#core/lint/finding.ts';
import type { Answered, Asked } from './checking-end.ts';
import type { Checked, CheckRequest } from './lint-client.ts';

/** The page's end of a session of checks. What it keeps is what the worker knows; where they part, the text is sent whole. */
export class AskingEnd {
  readonly #ask: (asked: Asked, rest: Omit<CheckRequest, 'text'>) => Promise<Answered>;
  #last: { readonly text: string; readonly findings: readonly Finding[] } | null = null;

  constructor(ask: (asked: Asked, rest: Omit<CheckRequest, 'text'>) => Promise<Answered>) {
    this.#ask = ask;
  }

  async check({ text, ...rest }: CheckRequest): Promise<Checked> {
    const before = this.#last;
    this.#last = null;
    const edit: Asked | null = before && {
      is: 'edit',
      splice: spliceBetween(before.text, text),
      length: text.length,
    };
    let answer = await this.#ask(edit ?? { is: 'text', text }, rest);
    if (answer.is === 'lost') answer = await this.#ask({ is: 'text', text }, rest);
    if (answer.is === 'lost') throw new Error('The text did not reach the part of Rollmark that checks policies.');
    const checked =
      answer.is === 'change'
        ? withChange(before?.findings ?? [], answer.change)
        : { findings: answer.findings, stand: false };
    this.#last = { text, findings: checked.findings };
    return checked;
  }
}
