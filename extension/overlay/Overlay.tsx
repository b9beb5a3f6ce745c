import type { Day } from '#core/attendance/day.ts';
import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { PolicyNotice } from '../messages.ts';
import type { OverlayActions } from './actions.ts';
import { Popover } from './Popover.tsx';
import { Shape } from './shape.tsx';

export interface OverlayModel {
  tables: MarkedTable[];
  policy: PolicyNotice | null;
  /** One sentence or two for the corner of the page; null: nothing to say. */
  note: string | null;
  theme: 'light' | 'dark';
  /** The pupil whose popover is open. */
  open: string | null;
  /** The pupil whose mark takes part in tabbing: one stop for all marks, arrow keys between them. */
  stop: string | null;
  /** Why something could not be written in the log. */
  said: string | null;
}

/** Everything that Rollmark draws over a page. */
export function Overlay({ model, actions, today }: { model: OverlayModel; actions: OverlayActions; today: Day }) {
  const { tables, policy, note, open } = model;
  const flag = flagOf(policy);
  const opened = tables
    .flatMap((table) => table.pupils.map((pupil) => ({ table, pupil })))
    .find(({ pupil }) => pupil.key === open);
  return (
    <div class="layer" data-theme={model.theme}>
      {tables
        .flatMap(({ pupils }) => pupils)
        .map((pupil) => (
          <Mark
            key={pupil.key}
            pupil={pupil}
            open={pupil.key === open}
            stop={pupil.key === model.stop}
            flag={flag}
            actions={actions}
          />
        ))}
      {opened && policy && (
        <Popover
          pupil={opened.pupil}
          table={opened.table}
          policy={policy}
          actions={actions}
          said={model.said}
          today={today}
        />
      )}
      {note !== null && (
        <div class="note" role="status">
          <strong>Rollmark</strong>
          <p>{note}</p>
          <button type="button" class="close" aria-label="Close this note" onClick={actions.dismissNote}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
    </div>
  );
}

/** What every mark says of its policy: that it is a draft, and that it is past its own review date. */
function flagOf(policy: PolicyNotice | null): string | null {
  const flags = [policy?.state === 'draft' ? 'DRAFT' : null, policy?.reviewOverdue ? 'OVERDUE' : null];
  return flags.filter((flag) => flag !== null).join(', ') || null;
}

interface MarkProps {
  pupil: MarkedPupil;
  open: boolean;
  stop: boolean;
  flag: string | null;
  actions: OverlayActions;
}

function Mark({ pupil, open, stop, flag, actions }: MarkProps) {
  const title = pupil.decision?.current.step?.title;
  // What is seen comes first and in one piece, so that someone who speaks to the browser can say it.
  const seen = flag === null ? pupil.label : `${pupil.label} ${flag}`;
  const rest = title?.startsWith(pupil.label) ? title.slice(pupil.label.length).replace(/^[\s:–-]+/, '') : title;
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    actions.step(pupil.key, by);
  };
  return (
    <button
      type="button"
      class={`mark level-${pupil.level ?? 'unknown'}`}
      data-key={pupil.key}
      aria-label={`${pupil.name}: ${seen}${rest ? `, ${rest}` : ''}. Why?`}
      aria-haspopup="dialog"
      aria-expanded={open}
      tabIndex={stop ? 0 : -1}
      onClick={() => actions.toggle(pupil.key)}
      onKeyDown={move}
    >
      <Shape level={pupil.level} />
      <span class="word">{pupil.label}</span> {flag !== null && <span class="flag">{flag}</span>}
    </button>
  );
}
