import { useRef } from 'preact/hooks';
import { choosePanelWidth, NARROWEST, panelWidth, widestPanel } from '../panel-width.ts';

const STEP = 32;

/** The edge between the text and the panel: drag it, or use the arrow keys; Home and a double click undo. */
export function Splitter() {
  const edge = useRef<HTMLDivElement>(null);
  const widthNow = (): number => edge.current?.parentElement?.getBoundingClientRect().width ?? NARROWEST;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr is not there to be moved.
    <div
      ref={edge}
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-controls="side"
      aria-valuemin={NARROWEST}
      aria-valuemax={widestPanel()}
      aria-valuenow={panelWidth.value ?? 432}
      onDblClick={() => choosePanelWidth(null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) choosePanelWidth(innerWidth - event.clientX);
      }}
      onKeyDown={(event) => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by !== undefined) choosePanelWidth(widthNow() + by);
        else if (event.key === 'Home') choosePanelWidth(null);
        else return;
        event.preventDefault();
      }}
    />
  );
}
