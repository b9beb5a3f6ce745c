/** One sentence or two in the corner of the page, with a button that closes it; nothing for null. */
export function drawNote(layer: HTMLElement, sentence: string | null, close: () => void): void {
  const before = layer.querySelector(':scope > .note');
  if (before?.querySelector('p')?.textContent === sentence) return;
  before?.remove();
  if (sentence === null) return;
  const note = document.createElement('div');
  note.className = 'note';
  note.setAttribute('role', 'status');
  const [name, text, button] = [
    document.createElement('strong'),
    document.createElement('p'),
    document.createElement('button'),
  ];
  name.textContent = 'Rollmark';
  text.textContent = sentence;
  button.type = 'button';
  button.className = 'close';
  button.textContent = '×';
  button.setAttribute('aria-label', 'Close this note');
  button.addEventListener('click', close);
  note.append(name, text, button);
  layer.append(note);
}
