import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Coming, Failed } from '../parts/Empty.tsx';

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
    return <Failed title="This part of the editor could not be loaded." again={() => location.reload()} />;
  return Pane === null ? <Coming words="One moment…" /> : <Pane />;
}
