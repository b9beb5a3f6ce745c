import { notice } from '../state.ts';
import { Icon } from './Icon.tsx';

/** What the window has to say just now; problems are read out at once. */
export function NoticeBar() {
  const now = notice.value;
  return (
    <div class="notice-place" role="status" aria-live={now?.kind === 'problem' ? 'assertive' : 'polite'}>
      {now && (
        <div class="notice" data-kind={now.kind}>
          <Icon name={now.kind === 'problem' ? 'warning' : 'advice'} />
          <div class="notice-words">
            <p>{now.text}</p>
            {now.more.length > 0 && (
              <ul>
                {now.more.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
          </div>
          <button type="button" class="button" data-look="small" onClick={() => (notice.value = null)}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
}
