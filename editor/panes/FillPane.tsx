import { useEffect, useId, useState } from 'preact/hooks';
import { type FillField, fillEdits, fillSections } from '#core/language/placeholders.ts';
import { edit } from '../editing.ts';
import { goToEmptyField } from '../next-field.ts';
import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { NotRead } from '../parts/NotRead.tsx';
import { asOf, editor, mostOpen, snapshot } from '../state.ts';

/** Everything the template leaves open, as a form over the same text. */
export function FillPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const sections = fillSections(read.text, read.parsed.placeholders, read.outline);
  const count = sections.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Fill in</h2>
        <p class="soft">
          {count === 0 ? 'Nothing is left open' : `${count} ${count === 1 ? 'thing is' : 'things are'} still open`}
        </p>
      </div>
      {count > 0 && <Progress open={count} />}
      {count === 0 && (
        <Empty
          icon="tick"
          title={
            mostOpen.value > 0 ? 'Every place of the template has been filled in.' : 'This policy leaves nothing open.'
          }
        >
          Words in brackets, such as “[insert name]”, rows of X and what is highlighted show here as fields.
        </Empty>
      )}
      {sections.map((section) => (
        <section key={section.title} class="group" aria-label={section.title}>
          <h3 class="group-title">{section.title}</h3>
          {section.fields.map((field) => (
            <Field key={field.key} field={field} />
          ))}
        </section>
      ))}
    </>
  );
}

/** How far the draft has come since it was opened, and the way to the next field. */
function Progress({ open }: { open: number }) {
  const all = Math.max(open, mostOpen.value);
  return (
    <div class="fill-progress">
      <progress value={all - open} max={all} aria-label="Filled in" />
      <span class="soft">
        {all - open} of {all}
      </span>
      <button type="button" class="button" data-look="small" onClick={() => goToEmptyField()}>
        Next empty field
      </button>
    </div>
  );
}

const HINTS: Partial<Record<FillField['expects'], string>> = {
  time: 'A time, such as 8.50am',
  name: 'A name',
  contact: 'A telephone number or an e-mail address',
};

function Field({ field }: { field: FillField }) {
  const [words, setWords] = useState('');
  const id = useId();
  const first = field.places[0];
  const read = snapshot.value;
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (words === '' || !read) {
      setProblem(null);
      return;
    }
    let gone = false;
    // What reads a line is large, and comes with the first letter.
    void import('#core/language/fill-check.ts').then(({ fillProblem }) => {
      if (!gone) setProblem(fillProblem(read, field, words, asOf.peek()));
    });
    return () => {
      gone = true;
    };
  }, [words, read, field.key]);
  const apply = (value: string): void => {
    setWords('');
    void edit((now) => {
      const same = fillSections(now.text, now.parsed.placeholders, now.outline)
        .flatMap(({ fields }) => fields)
        .find(({ key }) => key === field.key);
      return same ? fillEdits(same, value) : null;
    });
  };
  return (
    <form
      class="fill"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') apply(words.trim());
      }}
    >
      <div class="fill-head">
        <label for={id}>{field.label}</label>
        <button type="button" class="fill-jump" onClick={() => first && editor.value?.reveal(first.span)}>
          {field.places.length === 1 ? `line ${first?.line}` : `${field.places.length} places`}
          <span class="visually-hidden">, show it in the text</span>
        </button>
      </div>
      {field.kind === 'note' || field.kind === 'optional' ? (
        <div class="fill-row">
          <button id={id} type="button" class="button" data-look="small" onClick={() => apply('')}>
            <Icon name="bin" /> {field.kind === 'note' ? 'Delete this note' : 'Leave this out'}
          </button>
        </div>
      ) : field.options.length > 0 ? (
        <div class="fill-row">
          <select id={id} class="field" value="" onChange={(event) => apply(event.currentTarget.value)}>
            <option value="" disabled>
              Choose
            </option>
            {field.options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <div class="fill-row">
          <input
            id={id}
            class="field"
            type="text"
            placeholder={field.asks === field.label ? HINTS[field.expects] : field.asks}
            value={words}
            autocomplete="off"
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <button type="submit" class="button" disabled={words.trim() === ''}>
            Fill in
          </button>
        </div>
      )}
      <p id={`${id}-problem`} class="fill-problem" role="status">
        {problem}
      </p>
    </form>
  );
}
