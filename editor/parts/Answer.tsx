import type { AbsenceStatus, Decision, Reason, StepRef, Verdict } from '#core/escalation/decision.ts';
import { stepName } from '#core/language/words.ts';
import { editor } from '../state.ts';

/** A decision about an invented pupil: the step, why, why no other, and what comes next. */
export function Answer({ decision }: { decision: Decision }) {
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
            {more && <span class="soft">, {more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How far the line is: "2 absences short of it". */
function marginText({ margin }: AbsenceStatus): string {
  if (margin === null) return '';
  const count = Math.abs(margin);
  if (margin === 0) return 'just reached';
  return `${count} ${count === 1 ? 'absence' : 'absences'} ${margin > 0 ? 'past it' : 'short of it'}`;
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
