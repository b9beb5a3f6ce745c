import { signal } from '@preact/signals';

/** A question that stops the window until it is answered. */
export interface Asked {
  title: string;
  words: string;
  /** The first is the one that Enter gives. */
  answers: readonly { id: string; name: string }[];
  reply(id: string | null): void;
}

/** The question on the screen; null when there is none. */
export const asked = signal<Asked | null>(null);

/** Asks, and gives the id of the answer; null when the question was dismissed. */
export function ask(question: Omit<Asked, 'reply'>): Promise<string | null> {
  asked.peek()?.reply(null);
  return new Promise((done) => {
    asked.value = {
      ...question,
      reply(id) {
        asked.value = null;
        done(id);
      },
    };
  });
}
