import type { Decision, Reason } from '#core/escalation/decision.ts';
import type { JudgedPupil, JudgedTable } from '../judging/judge.ts';
import type { ReaderPolicy } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import { Shape } from './shape.tsx';

export interface PopoverProps {
  pupil: JudgedPupil;
  table: JudgedTable;
  policy: ReaderPolicy;
  onClose(): void;
}

/** Why a pupil has a step: the figures, the reasons, the policy's own sentence, what is due and what comes next. */
export function Popover({ pupil, table, policy, onClose }: PopoverProps) {
  const { decision } = pupil;
  return (
    <div class="popover" role="dialog" aria-label={`${pupil.name}: ${pupil.label}`} id="why" tabIndex={-1}>
      <header>
        <div>
          <p class="who">{pupil.name}</p>
          <p class="quiet">as at {longDay(table.asOf)}</p>
        </div>
        {policy.state === 'draft' && <span class="draft">Draft policy</span>}
        <button type="button" class="close" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <p class={`answer level-${pupil.level ?? 'unknown'}`}>
        <Shape level={pupil.level} />
        <span>{decision?.current.step?.title ?? pupil.label}</span>
      </p>
      {pupil.problem !== null && <p class="reason">{pupil.problem}.</p>}
      {decision && <Why decision={decision} />}
      <footer class="quiet">
        {policy.school}, policy published {longDay(policy.on)}
        {policy.state === 'draft' && ', a draft that is not approved'}. Read from this page:{' '}
        {table.reading.period?.words}.
      </footer>
    </div>
  );
}

function Why({ decision }: { decision: Decision }) {
  const { because, due, next, leaves, asks, cannotTell, notYet, current, status, elsewhere } = decision;
  return (
    <>
      <Figures decision={decision} />
      {because.map((reason) => (
        <ReasonText key={reason.text} reason={reason} />
      ))}
      <Flags status={status} />
      <Listed title="Due now" items={due.map(({ title }) => title)} />
      <Listed title="Held back" items={current.withheld.map(({ action, why }) => `${action}: ${why}`)} />
      {next && <Listed title="Next" items={[next.text]} />}
      {leaves && <Listed title="To leave this step" items={[leaves.text]} />}
      <Listed title="For a person to judge" items={asks.map(({ question }) => question)} />
      <Listed title="Elsewhere in the policy" items={elsewhere.map(({ title }) => title)} />
      <Listed title="What the page does not show" items={cannotTell} />
      {notYet.length > 0 && (
        <details>
          <summary>What does not hold, and by how much</summary>
          <ul>
            {notYet.map((reason) => (
              <li key={reason.text}>{reason.text}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ReasonText({ reason }: { reason: Reason }) {
  return (
    <div class="reason">
      <p>{reason.text}</p>
      {reason.policy && (
        <blockquote>
          {reason.policy.quote}
          <cite>line {reason.policy.line} of the policy</cite>
        </blockquote>
      )}
    </div>
  );
}

function Figures({ decision: { attendance } }: { decision: Decision }) {
  const figures: [string, number | null][] = [
    ['Possible', attendance.possible],
    ['Attended', attendance.attended],
    ['Authorised', attendance.authorised],
    ['Unauthorised', attendance.unauthorised],
  ];
  return (
    <dl class="figures">
      <div class="main-figure">
        <dt>Attendance</dt>
        <dd>{attendance.percent === null ? 'not shown' : `${attendance.percent.toFixed(1)}%`}</dd>
      </div>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Flags({ status }: { status: Decision['status'] }) {
  const flags = [
    status.severeAbsence.answer === 'yes'
      ? 'Severely absent'
      : status.persistentAbsence.answer === 'yes'
        ? 'Persistently absent'
        : null,
    status.penaltyThreshold.answer === 'yes' ? 'National penalty threshold met' : null,
  ].filter((flag) => flag !== null);
  return flags.length === 0 ? null : (
    <p class="flags">
      {flags.map((flag) => (
        <span key={flag}>{flag}</span>
      ))}
    </p>
  );
}

function Listed({ title, items }: { title: string; items: string[] }) {
  return items.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      {items.length === 1 ? (
        <p>{items[0]}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
