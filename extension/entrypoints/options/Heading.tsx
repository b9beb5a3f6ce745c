/** The heading of a part, marked where IT has locked it. */
export function Heading({ id, children, locked }: { id: string; children: string; locked: boolean }) {
  return (
    <h2 id={id}>
      {children}
      {locked && (
        <span class="lock" title="Set by your IT team">
          <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
            <path
              d="M2 5.5h8V11H2zM3.6 5.5V4a2.4 2.4 0 0 1 4.8 0v1.5"
              fill="none"
              stroke="currentColor"
              stroke-width="1.3"
            />
          </svg>
          locked
        </span>
      )}
    </h2>
  );
}
