import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Coming, Failed } from './Empty.tsx';

/** A pane that is fetched when it is first shown: most visits look at a few only, and the text should not wait for all. */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let fetched: ComponentType | null = null;
  return function Later() {
    const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming');
    useEffect(() => {
      let gone = false;
      if (!fetched)
        load().then(
          (pane) => {
            fetched = pane;
            if (!gone) setState('here');
          },
          () => gone || setState('failed'),
        );
      return () => {
        gone = true;
      };
    }, []);
    const Pane = fetched;
    if (Pane) return <Pane />;
    if (state === 'failed')
      return <Failed title="This part of the editor could not be loaded." again={() => location.reload()} />;
    return <Coming words="One moment…" />;
  };
}
