/** What a frame with the published page may do: be read and printed by this window. It may not run a script. */
export const PAGE_SANDBOX = 'allow-same-origin allow-modals';

/** The page as it reads without its one script, which a sandboxed frame would refuse with an error in the log. */
export function withoutScript(page: string): string {
  const start = page.lastIndexOf('<script>');
  const end = page.lastIndexOf('</script>');
  return start < 0 || end < start ? page : page.slice(0, start) + page.slice(end + '</script>'.length);
}

/** Opens the browser's print window for a published page. */
export function printPage(page: string): void {
  document.querySelector('iframe.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = 'The page that is being printed';
  frame.setAttribute('sandbox', PAGE_SANDBOX);
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.srcdoc = withoutScript(page);
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
