import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** What a pane shows where it has nothing to list: why, and what to do. */
export function Empty(props: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="pane-empty">
      <span class="empty-sign">
        <Icon name={props.icon} />
      </span>
      <p class="empty-title">{props.title}</p>
      {props.children && <div class="soft">{props.children}</div>}
    </div>
  );
}

/** What a pane shows when something of ours failed: what, that nothing is lost, and the way to try again. */
export function Failed(props: { title: string; why?: string; again: () => void }) {
  return (
    <div class="pane-empty" data-kind="failed" role="alert">
      <span class="empty-sign">
        <Icon name="warning" />
      </span>
      <p class="empty-title">{props.title}</p>
      <p class="soft">{props.why ? `${props.why} ` : ''}Your words are safe.</p>
      <button type="button" class="button" data-look="small" onClick={props.again}>
        Try again
      </button>
    </div>
  );
}

/** Grey lines where words will be, for what takes more than a moment. */
export function Coming({ words }: { words: string }) {
  return (
    <div class="coming">
      <p class="soft">{words}</p>
      <div class="coming-lines" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
