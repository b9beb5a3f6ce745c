import { useEffect, useId } from 'preact/hooks';
import type { Decision } from '#core/escalation/decision.ts';
import type { Step } from '#core/policy/schema.ts';
import { Answer } from '../parts/Answer.tsx';
import { Empty } from '../parts/Empty.tsx';
import { NotRead } from '../parts/NotRead.tsx';
import { asOf, editor, snapshot } from '../state.ts';
import { changeFigures, decideTried, figures, MOST_SESSIONS, marks, tryBy } from '../trying.ts';

/** An invented pupil, by figures or by marks, and the step that this policy gives them, with every reason. */
export function TryPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Try a pupil</h2>
        <p class="soft">An invented one, to see what this policy does with them</p>
      </div>
      <fieldset class="choices">
        <legend class="visually-hidden">What is known of the pupil</legend>
        {(['figures', 'marks'] as const).map((by) => (
          <label key={by} class="choice">
            <input type="radio" name="try-by" checked={tryBy.value === by} onChange={() => (tryBy.value = by)} />
            {by === 'figures' ? 'Figures' : 'Marks'}
          </label>
        ))}
      </fieldset>
      {tryBy.value === 'figures' ? <FiguresForm /> : <MarksForm />}
      <Outcome steps={read.parsed.escalation} />
    </>
  );
}

/** The answer; the sentences that it rests on light up in the text. */
function Outcome({ steps }: { steps: readonly Step[] }) {
  const decision = decideTried(steps, asOf.value);
  const resting = typeof decision === 'string' ? [] : sentencesOf(decision);
  const key = resting.map(({ start, end }) => `${start.offset}-${end.offset}`).join();
  const handle = editor.value;
  useEffect(() => {
    handle?.light(resting);
    return () => handle?.light([]);
  }, [key, handle]);
  if (typeof decision === 'string')
    return (
      <div class="answer">
        <Empty icon="advice" title={decision} />
      </div>
    );
  return (
    <>
      <Answer decision={decision} />
      {tryBy.value === 'figures' && decision.current.answer !== 'cannot-tell' && (
        <button type="button" class="button keep-example" onClick={() => void keep(decision)}>
          Keep as an example in the policy
        </button>
      )}
    </>
  );
}

/** What reads and writes documents is large, and comes when it is asked for. */
async function keep(decision: Decision): Promise<void> {
  const { keepAsExample } = await import('../keeping-examples.ts');
  await keepAsExample(figures.peek(), decision);
}

function sentencesOf({ because }: Decision) {
  return because.flatMap(({ policy }) => (policy ? [policy.span] : []));
}

function MarksForm() {
  const id = useId();
  return (
    <form class="try" onSubmit={(event) => event.preventDefault()}>
      <label for={id}>Marks, two for each weekday, the last of them today’s</label>
      <textarea
        id={id}
        class="field marks"
        rows={4}
        spellcheck={false}
        autocomplete="off"
        value={marks.value}
        onInput={({ currentTarget }) => (marks.value = currentTarget.value)}
      />
      <p class="soft">
        / and \ here, L late, U after the register closed, I illness, O no leave. Every weekday counts as open.
      </p>
    </form>
  );
}

function FiguresForm() {
  const { possible, attended, unauthorised } = figures.value;
  const percent = possible > 0 ? Math.round((attended / possible) * 1000) / 10 : null;
  return (
    <form class="try" onSubmit={(event) => event.preventDefault()}>
      <Figure
        name="Sessions possible"
        value={possible}
        most={MOST_SESSIONS}
        onChange={(value) => changeFigures({ possible: value })}
      />
      <Figure
        name="Sessions attended"
        value={attended}
        most={possible}
        onChange={(value) => changeFigures({ attended: value })}
      />
      <Figure
        name="Unauthorised absences"
        value={unauthorised}
        most={possible - attended}
        onChange={(value) => changeFigures({ unauthorised: value })}
      />
      <label class="try-slider">
        <span>
          Attendance <strong>{percent === null ? 'cannot be told' : `${percent}%`}</strong>
        </span>
        <input
          type="range"
          min={0}
          max={possible}
          value={attended}
          aria-valuetext={
            percent === null ? 'no possible sessions' : `${percent}%, ${attended} of ${possible} sessions`
          }
          onInput={(event) => changeFigures({ attended: Number(event.currentTarget.value) })}
        />
      </label>
    </form>
  );
}

function Figure(props: { name: string; value: number; most: number; onChange: (value: number) => void }) {
  return (
    <label class="try-figure">
      <span>{props.name}</span>
      <input
        class="field"
        type="number"
        inputMode="numeric"
        min={0}
        max={props.most}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
