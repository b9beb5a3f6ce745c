/** Line drawings on a grid of 16, one stroke wide. */
const PATHS = {
  mark: 'M3.5 13 7 3M9.5 3 13 13',
  error: 'M8 4.5v4.25M8 11.25v.1M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z',
  warning: 'M8 6.25v3M8 11.5v.1M8 2 14.5 13.5h-13L8 2Z',
  advice: 'M8 7.25v4M8 4.75v.1M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z',
  tick: 'm3 8.5 3.5 3.5L13 4.5',
  open: 'M1.75 12.5v-9h4.5l1.5 2h6.5v7h-12.5Z',
  save: 'M8 2v8m-3.25-3L8 10.25 11.25 7M2.5 13.5h11',
  export: 'M8 10V2M4.75 5 8 1.75 11.25 5M2.5 9v4.75h11V9',
  page: 'M3.5 1.75h6l3 3v9.5h-9V1.75ZM9.5 1.75v3h3',
  play: 'M4.5 2.75 13 8l-8.5 5.25V2.75Z',
  close: 'm4 4 8 8M12 4l-8 8',
  outline: 'M2.5 4h2M7 4h6.5M2.5 8h2M7 8h6.5M2.5 12h2M7 12h6.5',
  theme: 'M8 1.75a6.25 6.25 0 1 1 0 12.5V1.75ZM8 1.75a6.25 6.25 0 0 0 0 12.5',
  go: 'M6 3.5 10.5 8 6 12.5',
  fix: 'M9.5 2.5 13.5 6.5 6 14H2v-4l7.5-7.5Z',
  bin: 'M2.5 4h11M6 4V2.25h4V4M4 4l.75 9.75h6.5L12 4',
  keys: 'M1.75 4h12.5v8H1.75V4ZM4.5 9.75h7M4.5 6.75h.1M8 6.75h.1M11.4 6.75h.1',
  help: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.4v.1M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Z',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  history: 'M2 8a6 6 0 1 0 2-4.5M2 2.5v3h3M8 5v3.25l2 1.25',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words; it says nothing by itself, so screen readers pass it by. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
