import type { Day } from '#core/attendance/day.ts';
import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { PolicyNotice } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import type { OverlayActions } from './actions.ts';
import { Log } from './Log.tsx';
import { Shape } from './shape.tsx';
import { stepOf } from './step-of.ts';
import { Why } from './Why.tsx';

export interface PopoverProps {
  pupil: MarkedPupil;
  table: MarkedTable;
  policy: PolicyNotice;
  actions: OverlayActions;
  said: string | null;
  today: Day;
}

const TERMS = {
  policy: 'Term dates: the policy’s own.',
  it: 'Term dates: set by your IT team.',
  typed: 'Term dates: as typed in Rollmark’s options.',
  none: 'Without term dates; they can be typed in Rollmark’s options.',
};

/** "30 September 2026", or "September 2026" where the policy gives a month. */
function reviewDay(value: string): string {
  return value.length === 7 ? longDay(`${value}-01`).replace(/^1 /, '') : longDay(value);
}

/** A text with one full stop at its end. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Why a pupil has a step: the figures, the reasons, the policy's own sentence, what is due and what comes next. */
export function Popover({ pupil, table, policy, actions, said, today }: PopoverProps) {
  const { decision } = pupil;
  return (
    <div class="popover" role="dialog" aria-label={`${pupil.name}: ${pupil.label}`} id="why" tabIndex={-1}>
      <header>
        <div>
          <h2 class="who">{pupil.name}</h2>
          <p class="quiet">as at {longDay(table.asOf)}</p>
        </div>
        <button type="button" class="close" aria-label="Close" onClick={actions.close}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {(policy.state === 'draft' || policy.reviewOverdue !== null) && (
        <p class="badges">
          {policy.state === 'draft' && <span class="draft">Draft policy</span>}
          {policy.reviewOverdue !== null && <span class="draft">Review overdue</span>}
        </p>
      )}
      <p class={`answer level-${pupil.level ?? 'unknown'}`}>
        <Shape level={pupil.level} />
        <span>{stepOf(pupil) ?? pupil.label}</span>
      </p>
      {pupil.problem !== null && <p class="reason">{sentence(pupil.problem)}</p>}
      {pupil.states !== null && <p class="reason">The page states: {sentence(pupil.states)}</p>}
      {decision && <Why decision={decision} policy={policy} />}
      {!decision && pupil.problem === null && <p class="reason">One moment…</p>}
      {policy.log && <Log pupil={pupil} steps={policy.steps} actions={actions} said={said} today={today} />}
      <footer class="quiet">
        {policy.school}, policy published {longDay(policy.on)}
        {policy.state === 'draft' && ', a draft that is not approved'}
        {policy.reviewOverdue !== null && `, to be reviewed by ${reviewDay(policy.reviewOverdue)}`}. Read from this
        page: {table.reading.kind === 'register' ? 'marks' : 'totals'} of {table.reading.period?.words}.{' '}
        {TERMS[policy.termDates ?? 'none']}
      </footer>
    </div>
  );
}
