import type { MarkedPupil, MarkedTable } from '../judging/judged-page.ts';
import type { PolicyNotice } from '../messages.ts';
import { longDay } from '../reading/days.ts';
import { Shape } from './shape.tsx';
import { Why } from './Why.tsx';

export interface PopoverProps {
  pupil: MarkedPupil;
  table: MarkedTable;
  policy: PolicyNotice;
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
      {decision && <Why decision={decision} policy={policy} />}
      <footer class="quiet">
        {policy.school}, policy published {longDay(policy.on)}
        {policy.state === 'draft' && ', a draft that is not approved'}. Read from this page:{' '}
        {table.reading.period?.words}.
      </footer>
    </div>
  );
}
