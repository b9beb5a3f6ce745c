import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The pane that tries a pupil. What works out steps is large, and comes when the pane is first shown. */
export function TryPaneLater() {
  const [Pane, setPane] = useState<ComponentType | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    import('./TryPane.tsx').then(
      ({ TryPane }) => gone || setPane(() => TryPane),
      () => gone || setPane('failed'),
    );
    return () => {
      gone = true;
    };
  }, []);
  if (Pane === 'failed')
    return (
      <p class="pane-empty" role="alert">
        This part of the editor could not be loaded. Reload the page; your draft is safe.
      </p>
    );
  return Pane === null ? null : <Pane />;
}
