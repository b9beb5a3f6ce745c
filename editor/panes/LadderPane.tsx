import { groupSteps } from '#core/language/facts.ts';
import { type LadderPicture, ladderPicture, type Rung } from '#core/language/ladder-picture.ts';
import { SEQUENCE_NAMES, stepName, triggerText } from '#core/language/words.ts';
import type { Sequence, Step } from '#core/policy/schema.ts';
import { Empty } from '../parts/Empty.tsx';
import { useIsHere } from '../parts/here.ts';
import { NotRead } from '../parts/NotRead.tsx';
import { editor, snapshot } from '../state.ts';

/** The steps as a drawing on the scale of attendance, with holes and overlaps to be seen, and the same in words. */
export function LadderPane() {
  const read = snapshot.value;
  if (!read) return <NotRead />;
  const steps = read.parsed.escalation;
  const groups = groupSteps(steps);
  return (
    <>
      <div class="pane-head">
        <h2 class="pane-title">Ladder</h2>
        <p class="soft">What the school does, and when</p>
      </div>
      {groups.length === 0 && (
        <Empty icon="outline" title="No steps yet.">
          Write, for example, “When attendance falls below 94%, we write to parents.”
        </Empty>
      )}
      {groups.map((group) => (
        <SequenceSection key={group.sequence} {...group} />
      ))}
    </>
  );
}

function SequenceSection({ sequence, steps }: { sequence: Sequence; steps: readonly Step[] }) {
  const picture = ladderPicture(steps);
  return (
    <section class="group" aria-labelledby={`ladder-${sequence}`}>
      <h3 id={`ladder-${sequence}`} class="group-title">
        {SEQUENCE_NAMES[sequence]}
      </h3>
      {picture.rungs.length > 1 && <Drawing picture={picture} />}
      {[...picture.gaps, ...picture.overlaps].map(({ text }) => (
        <p key={text} class="ladder-fault">
          {text}
        </p>
      ))}
      <ol class="steps">
        {steps.map((step) => (
          <StepItem key={step.span.start.offset} step={step} />
        ))}
      </ol>
    </section>
  );
}

function StepItem({ step }: { step: Step }) {
  return (
    <li class="step" data-here={useIsHere(step.span)}>
      <button type="button" class="step-jump" onClick={() => editor.value?.reveal(step.span)}>
        <span class="step-number">
          {step.order}
          {step.sub ?? ''}
        </span>
        <span class="step-words">
          <span class="step-title">{stepName(step)}</span>
          <span class="soft">{triggerText(step.trigger) || 'no figure says when'}</span>
        </span>
        <span class="problem-line">
          <span class="visually-hidden">line </span>
          {step.line}
        </span>
      </button>
      {step.actions.length > 0 && (
        <ul class="step-actions">
          {step.actions.map((action, index) => (
            <li key={action} data-enforcement={step.enforcement.includes(index)}>
              {action}
              {step.enforcement.includes(index) && <span class="tag">enforcement</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const WIDTH = 340;
const LEFT = 52;
const PAD = 12;

/** The drawing repeats the list below it, so screen readers get a sentence and the list. */
function Drawing({ picture }: { picture: LadderPicture }) {
  const range = picture.top - picture.bottom;
  const scale = Math.min(26, Math.max(7, 320 / range));
  const y = (percent: number): number => PAD + (picture.top - percent) * scale;
  const height = range * scale + PAD * 2;
  const ends = [
    ...new Set([100, ...picture.rungs.flatMap(({ high, low, is }) => (is === 'band' ? [high, low] : [high]))]),
  ];
  const ticks = ends
    .sort((a, b) => b - a)
    .filter((value, index, all) => index === 0 || ((all[index - 1] ?? 0) - value) * scale >= 13);
  return (
    <svg
      class="ladder"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Scale of attendance from 100% down to ${picture.bottom}% with ${picture.rungs.length} steps on it. The list below says the same.`}
    >
      <defs>
        <pattern id="hole" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" class="ladder-hatch" />
        </pattern>
      </defs>
      <line x1={LEFT} x2={LEFT} y1={y(100)} y2={y(picture.bottom)} class="ladder-axis" />
      {ticks.map((value) => (
        <g key={value}>
          <line x1={LEFT - 5} x2={LEFT} y1={y(value)} y2={y(value)} class="ladder-axis" />
          <text x={LEFT - 9} y={y(value) + 4} text-anchor="end" class="ladder-figure">
            {value}%
          </text>
        </g>
      ))}
      {picture.rungs.map((rung, index) => (
        <RungShape key={rung.step.span.start.offset} rung={rung} index={index} of={picture.rungs.length} y={y} />
      ))}
      {picture.gaps.map(({ low, high }) => (
        <rect
          key={low}
          x={LEFT + 6}
          width={WIDTH - LEFT - 8}
          y={y(high)}
          height={Math.max(4, y(low) - y(high))}
          fill="url(#hole)"
          class="ladder-hole"
        />
      ))}
      {picture.overlaps.map(({ low, high }) => (
        <rect
          key={low}
          x={LEFT + 6}
          width={WIDTH - LEFT - 8}
          y={y(high) - 1.5}
          height={Math.max(3, y(low) - y(high) + 3)}
          class="ladder-overlap"
        />
      ))}
    </svg>
  );
}

function RungShape({ rung, index, of, y }: { rung: Rung; index: number; of: number; y: (percent: number) => number }) {
  const top = y(rung.high);
  const height = Math.max(3, y(rung.low) - top - 2);
  const depth = 0.1 + (0.3 * index) / Math.max(1, of - 1);
  const words = `${rung.step.order}${rung.step.sub ?? ''}  ${stepName(rung.step)}`;
  return (
    <g class="rung" data-is={rung.is}>
      <rect
        x={LEFT + 6}
        width={WIDTH - LEFT - 8}
        y={top}
        height={height}
        rx="3"
        class="rung-body"
        style={{ fillOpacity: depth }}
      />
      <line x1={LEFT} x2={WIDTH - 2} y1={top} y2={top} class="rung-edge" />
      {height >= 13 && (
        <text x={LEFT + 16} y={top + Math.min(height / 2 + 4, 18)} class="rung-words">
          {words.length > 40 ? `${words.slice(0, 39)}…` : words}
        </text>
      )}
    </g>
  );
}
