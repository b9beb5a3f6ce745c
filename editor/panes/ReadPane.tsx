import { useEffect, useRef } from 'preact/hooks';
import { groupFacts, groupSteps } from '#core/language/facts.ts';
import { resolutionsOf } from '#core/language/resolve.ts';
import { conflictTitle, factTitle, factValue, SEQUENCE_NAMES, stepName, triggerText } from '#core/language/words.ts';
import type { Conflict, Fact, Question, Step } from '#core/policy/schema.ts';
import type { Span } from '#core/text/span.ts';
import { edit } from '../editing.ts';
import { Empty } from '../parts/Empty.tsx';
import { useIsHere } from '../parts/here.ts';
import { Icon } from '../parts/Icon.tsx';
import { NotRead } from '../parts/NotRead.tsx';
import { editor, snapshot } from '../state.ts';

/** The policy as Rollmark understands it; everything leads to the words that it came from. */
export function ReadPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const { facts, escalation, questions, policy, document } = read.parsed;
  // What a conflict asks is answered on its own card.
  const others = questions.filter(({ id }) => !policy.conflicts.some(({ path }) => path === id));
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">What Rollmark read</h2>
        <p class="soft">{[document.school, document.trust].filter(Boolean).join(' · ') || 'School not named yet'}</p>
      </div>
      {facts.length === 0 && escalation.length === 0 && (
        <Empty icon="outline" title="Nothing yet.">
          Times, thresholds, names and steps show here as soon as the text says them.
        </Empty>
      )}
      {policy.conflicts.length > 0 && (
        <section class="group" aria-labelledby="read-conflicts">
          <h3 id="read-conflicts" class="group-title">
            Said more than one way{' '}
            <span class="badge" data-severity="warning">
              {policy.conflicts.length}
            </span>
          </h3>
          <ul class="cards">
            {policy.conflicts.map((conflict) => (
              <ConflictCard key={conflict.path} conflict={conflict} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section class="group" aria-labelledby="read-questions">
          <h3 id="read-questions" class="group-title">
            Questions <span class="badge">{others.length}</span>
          </h3>
          <ul class="cards">
            {others.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </ul>
        </section>
      )}
      {groupFacts(facts).map((group) => (
        <section key={group.name} class="group" aria-labelledby={`read-${group.name}`}>
          <h3 id={`read-${group.name}`} class="group-title">
            {group.name}
          </h3>
          <ul class="facts">
            {group.facts.map((fact) => (
              <FactRow key={`${fact.kind} ${fact.span.start.offset} ${factTitle(fact)}`} fact={fact} />
            ))}
          </ul>
        </section>
      ))}
      {groupSteps(escalation).map(({ sequence, steps }) => (
        <section key={sequence} class="group" aria-labelledby={`read-${sequence}`}>
          <h3 id={`read-${sequence}`} class="group-title">
            Steps: {SEQUENCE_NAMES[sequence].toLowerCase()}
          </h3>
          <ol class="facts">
            {steps.map((step) => (
              <StepRow key={step.span.start.offset} step={step} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <Row span={fact.span} line={fact.line}>
      <span class="fact-title">{factTitle(fact)}</span>
      <span class="fact-value">
        {factValue(fact)}
        {fact.confidence === 'unsure' && <span class="unsure">not sure</span>}
      </span>
    </Row>
  );
}

function StepRow({ step }: { step: Step }) {
  return (
    <Row span={step.span} line={step.line}>
      <span class="fact-title">
        {step.order}
        {step.sub ?? ''}. {stepName(step)}
      </span>
      <span class="fact-value">{triggerText(step.trigger) || 'no figure says when'}</span>
    </Row>
  );
}

function Row(props: { span: Span; line: number; children: preact.ComponentChildren }) {
  const item = useRef<HTMLLIElement>(null);
  const here = useIsHere(props.span);
  useEffect(() => {
    if (here && !item.current?.contains(document.activeElement)) item.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <li ref={item} class="fact" data-here={here}>
      <button
        type="button"
        class="fact-jump"
        aria-current={here ? 'true' : undefined}
        onClick={() => editor.value?.reveal(props.span)}
      >
        {props.children}
        <span class="problem-line">
          <span class="visually-hidden">line </span>
          {props.line}
        </span>
      </button>
    </li>
  );
}

function ConflictCard({ conflict }: { conflict: Conflict }) {
  const read = snapshot.value;
  if (!read) return null;
  const resolutions = resolutionsOf(read, conflict);
  const affects = read.parsed.questions.find(({ id }) => id === conflict.path)?.affects;
  return (
    <li class="card" data-severity="warning">
      <p class="card-title">{conflictTitle(conflict)}</p>
      {affects && <p class="soft">This decides {affects}.</p>}
      <ul class="facts">
        {conflict.values.flatMap(({ facts }) =>
          facts.flatMap((index) => {
            const fact = read.parsed.facts[index];
            return fact ? [<FactRow key={index} fact={fact} />] : [];
          }),
        )}
      </ul>
      <div class="card-actions">
        {resolutions.map(({ title }) => (
          <button
            key={title}
            type="button"
            class="button"
            data-look="small"
            onClick={() =>
              void edit((now) => {
                const same = now.parsed.policy.conflicts.find(({ path }) => path === conflict.path);
                return (same && resolutionsOf(now, same).find((other) => other.title === title)?.edits) ?? null;
              })
            }
          >
            <Icon name="fix" /> {title}
          </button>
        ))}
      </div>
    </li>
  );
}

function QuestionCard({ question }: { question: Question }) {
  return (
    <li class="card">
      <p class="card-title">{question.asks}</p>
      <p class="soft">{question.affects}</p>
      <div class="card-actions">
        <button type="button" class="button" data-look="small" onClick={() => editor.value?.reveal(question.span)}>
          <Icon name="go" /> Line {question.line}
        </button>
        {question.candidates.map((candidate) => (
          <button
            key={`${candidate.answer} ${candidate.span.start.offset}`}
            type="button"
            class="button"
            data-look="small"
            onClick={() => editor.value?.reveal(candidate.span)}
          >
            {candidate.answer} <span class="soft">line {candidate.line}</span>
          </button>
        ))}
      </div>
    </li>
  );
}
