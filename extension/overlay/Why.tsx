import type { ComponentChildren } from 'preact';
import type { Decision, Reason, StepRef } from '#core/escalation/decision.ts';
import type { PolicyNotice } from '../messages.ts';

/** A decision in the order in which an attendance officer asks: what counts, why, what to do, what next, what is open. */
export function Why({ decision, policy }: { decision: Decision; policy: PolicyNotice }) {
  const { because, due, next, leaves, asks, cannotTell, notYet, current, elsewhere } = decision;
  const unsure = current.answer === 'cannot-tell';
  const first =
    because.find(({ step }) => current.step !== null && isSame(step, current.step)) ?? because.find(({ step }) => step);
  const others = because.filter((reason) => reason !== first);
  const sequence = current.step?.sequence ?? 'main';
  const here = asks.filter(({ step }) => step.sequence === sequence).map(({ question }) => question);
  const apart = asks
    .filter(({ step }) => step.sequence !== sequence)
    .map(({ step, question }) => `${step.title}: ${question}`);
  return (
    <>
      <Figures decision={decision} />
      {unsure && <Listed title="What the page does not show" items={cannotTell.slice(0, 1)} />}
      {unsure && first && <h3>What holds in any case</h3>}
      {first && <MainReason reason={first} policy={policy} whole={unsure} />}
      {current.answer === 'none' && <p class="reason">No step of the policy holds.</p>}
      <Flags status={decision.status} />
      <Listed title="Due, where not yet done" items={due.map(({ title }) => title)} />
      <Listed title="Held back" items={current.withheld.map(({ action, why }) => `${action}: ${why}`)} />
      <Listed title="Next" items={next ? [next.text] : []} />
      <Listed title="To leave this step" items={leaves ? [leaves.text] : []} />
      <Listed title="For a person to judge" items={here} />
      <Folded title="More that holds" items={others.map(({ text }) => text)} />
      <Folded title="Elsewhere in the policy" items={[...elsewhere.map(({ title }) => title), ...apart]} />
      <Folded
        title={unsure ? 'What else the page does not show' : 'What the page does not show'}
        items={cannotTell.slice(unsure ? 1 : 0)}
      />
      <Folded title="What does not hold, and by how much" items={notYet.map(({ text }) => text)} />
    </>
  );
}

function isSame(step: StepRef | undefined, other: StepRef): boolean {
  return step?.order === other.order && step.sub === other.sub && step.sequence === other.sequence;
}

/** The reason of the step that holds; its title stands above, so it is not said again. */
function MainReason({ reason, policy, whole }: { reason: Reason; policy: PolicyNotice; whole: boolean }) {
  const told = whole ? reason.text : (/^Step \S{1,6} \(.{0,200}?\) holds: (.+)$/.exec(reason.text)?.[1] ?? reason.text);
  return (
    <div class="reason">
      <p>{told.charAt(0).toUpperCase() + told.slice(1)}</p>
      {reason.policy && (
        <blockquote>
          <Quoted
            sentence={policy.sentences[reason.policy.span.start.offset] ?? reason.policy.quote}
            part={reason.policy.quote}
          />
          <cite>line {reason.policy.line} of the policy</cite>
        </blockquote>
      )}
    </div>
  );
}

function Quoted({ sentence, part }: { sentence: string; part: string }): ComponentChildren {
  const at = sentence.indexOf(part);
  if (at < 0 || part === sentence) return sentence;
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{part}</mark>
      {sentence.slice(at + part.length)}
    </>
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
  const severe = status.severeAbsence.answer === 'yes';
  const flags = [
    severe ? 'Severely absent' : status.persistentAbsence.answer === 'yes' ? 'Persistently absent' : null,
    status.penaltyThreshold.answer === 'yes' ? 'National penalty threshold met' : null,
  ].filter((flag) => flag !== null);
  if (flags.length === 0) return null;
  return (
    <p class="flags">
      {flags.map((flag) => (
        <span key={flag}>{flag}</span>
      ))}
    </p>
  );
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Items items={items} />
    </section>
  );
}

function Folded({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Items items={items} />
    </details>
  );
}

function Items({ items }: { items: readonly string[] }) {
  const distinct = [...new Set(items)];
  if (distinct.length === 1) return <p>{distinct[0]}</p>;
  return (
    <ul>
      {distinct.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
