import { useEffect, useRef } from 'preact/hooks';
import { asked } from '../asking.ts';

/** The question on the screen, as a dialog that waits for its answer. */
export function QuestionDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const question = asked.value;
  useEffect(() => {
    if (question && !dialog.current?.open) dialog.current?.showModal();
    if (!question) dialog.current?.close();
  }, [question]);
  return (
    <dialog ref={dialog} aria-labelledby="question-title" onClose={() => asked.peek()?.reply(null)}>
      {question && (
        <>
          <h2 id="question-title">{question.title}</h2>
          <p class="question-words">{question.words}</p>
          <div class="question-answers">
            {question.answers.map(({ id, name }, index) => (
              <button
                key={id}
                type="button"
                class="button"
                {...(index === 0 ? { 'data-look': 'main' } : {})}
                onClick={() => question.reply(id)}
              >
                {name}
              </button>
            ))}
            <button type="button" class="button" data-look="quiet" onClick={() => question.reply(null)}>
              Cancel
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
