import { signal } from '@preact/signals';
import { buildCalendar } from '#core/attendance/calendar.ts';
import { decide, prepareLadder } from '#core/escalation/decide.ts';
import type { AbsenceStatus, Decision, Reason, StepRef, Verdict } from '#core/escalation/decision.ts';
import { stepName } from '#core/language/words.ts';
import type { Step } from '#core/policy/schema.ts';
import { NotRead } from '../parts/NotRead.tsx';
import { asOf, editor, snapshot } from '../state.ts';

/** Figures of an invented pupil, kept while the window is open. */
const figures = signal({ possible: 110, attended: 101, unauthorised: 2 });

/** Figures of a pupil, and the step that this policy gives them, with every reason. */
export function TryPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const { possible, attended, unauthorised } = figures.value;
  const percent = possible > 0 ? Math.round((attended / possible) * 1000) / 10 : null;
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Try a pupil</h2>
        <p class="soft">Invented figures, to see what this policy does with them</p>
      </div>
      <form class="try" onSubmit={(event) => event.preventDefault()}>
        <Figure
          name="Sessions possible"
          value={possible}
          most={400}
          onChange={(value) => change({ possible: value })}
        />
        <Figure
          name="Sessions attended"
          value={attended}
          most={possible}
          onChange={(value) => change({ attended: value })}
        />
        <Figure
          name="Unauthorised absences"
          value={unauthorised}
          most={possible - attended}
          onChange={(value) => change({ unauthorised: value })}
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
            onInput={(event) => change({ attended: Number(event.currentTarget.value) })}
          />
        </label>
      </form>
      <Answer steps={read.parsed.escalation} />
    </>
  );
}

function change(part: Partial<typeof figures.value>): void {
  const next = { ...figures.peek(), ...part };
  const possible = clamp(next.possible, 0, 400);
  const attended = clamp(next.attended, 0, possible);
  figures.value = { possible, attended, unauthorised: clamp(next.unauthorised, 0, possible - attended) };
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
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

function Answer({ steps }: { steps: readonly Step[] }) {
  const decision = decideFor(steps);
  if (typeof decision === 'string') return <p class="pane-empty soft">{decision}</p>;
  const { current, next, because, cannotTell, due } = decision;
  const title = { step: 'Step', none: 'No step', 'cannot-tell': 'Cannot tell' }[current.answer];
  return (
    <div class="answer" role="status">
      <p class="answer-title" data-answer={current.answer}>
        {current.step ? `Step ${current.step.order}${current.step.sub ?? ''}: ${stepName(current.step)}` : title}
      </p>
      <Statuses status={decision.status} />
      {current.withheld.map(({ action, why }) => (
        <p key={action} class="soft">
          Not yet: {action}. {why}
        </p>
      ))}
      {due.length > 0 && <StepList title="Due" steps={due} />}
      {next && (
        <p>
          <strong>Next:</strong> {next.text}
        </p>
      )}
      {decision.leaves && (
        <p>
          <strong>Leaves it:</strong> {decision.leaves.text}
        </p>
      )}
      <ReasonList title="Why" reasons={because} />
      <ReasonList title="Why nothing else" reasons={decision.notYet} />
      {decision.asks.length > 0 && (
        <section class="group">
          <h3 class="group-title">Only a person can say</h3>
          <ul class="cannot">
            {decision.asks.map(({ question }) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      {cannotTell.length > 0 && (
        <section class="group">
          <h3 class="group-title">What these figures do not show</h3>
          <ul class="cannot">
            {cannotTell.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const VERDICTS: Record<Verdict, string> = { yes: 'yes', no: 'no', 'cannot-tell': 'cannot tell' };

/** The three national lines, whatever the school's own ladder says. */
function Statuses({ status }: { status: Decision['status'] }) {
  const rows = [
    {
      name: 'Persistent absence',
      verdict: status.persistentAbsence.answer,
      more: marginText(status.persistentAbsence),
    },
    { name: 'Severe absence', verdict: status.severeAbsence.answer, more: marginText(status.severeAbsence) },
    { name: 'National penalty threshold', verdict: status.penaltyThreshold.answer, more: '' },
  ];
  return (
    <dl class="statuses">
      {rows.map(({ name, verdict, more }) => (
        <div key={name} class="status" data-verdict={verdict}>
          <dt>{name}</dt>
          <dd>
            {VERDICTS[verdict]}
            {more && <span class="soft"> {more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How far the line is: "2 absences short". */
function marginText({ margin }: AbsenceStatus): string {
  if (margin === null) return '';
  const count = Math.abs(margin);
  if (margin === 0) return 'just reached';
  return `${count} ${count === 1 ? 'absence' : 'absences'} ${margin > 0 ? 'past it' : 'short'}`;
}

function StepList({ title, steps }: { title: string; steps: readonly StepRef[] }) {
  return (
    <p>
      <strong>{title}:</strong>{' '}
      {steps.map((step) => `step ${step.order}${step.sub ?? ''}, ${stepName(step)}`).join('; ')}
    </p>
  );
}

function ReasonList({ title, reasons }: { title: string; reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <section class="group">
      <h3 class="group-title">{title}</h3>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason.text}>
            <p>{reason.text}</p>
            {reason.policy && (
              <button
                type="button"
                class="quote"
                onClick={() => reason.policy && editor.value?.reveal(reason.policy.span)}
              >
                “{reason.policy.quote}” <span class="soft">line {reason.policy.line}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The decision, or a sentence that says why there is none. */
function decideFor(steps: readonly Step[]): Decision | string {
  if (steps.length === 0) return 'This policy has no steps yet, so there is nothing to try.';
  const { possible, attended, unauthorised } = figures.value;
  const absent = possible - attended;
  try {
    return decide(
      prepareLadder(steps),
      {
        pupilId: 'example',
        totals: {
          possible,
          attended,
          authorised: absent - unauthorised,
          unauthorised,
          late: null,
          percent: null,
          from: null,
          to: null,
        },
      },
      { asOf: asOf.value, calendar: buildCalendar([], []), actions: null },
    );
  } catch (error) {
    console.error(error);
    return 'The step could not be worked out. This is a fault in Rollmark, not in the policy.';
  }
}
