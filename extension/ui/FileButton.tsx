export interface FileButtonProps {
  /** What stands on the button. */
  children: string;
  /** What the field is called for those who hear it. */
  label: string;
  accept: string;
  main?: boolean;
  onFile(text: string, name: string): Promise<void>;
}

/** A button that asks for a file and gives its text. */
export function FileButton({ children, label, accept, main = false, onFile }: FileButtonProps) {
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    await onFile(await file.text(), file.name);
    // The same file, mended, can be chosen again.
    input.value = '';
  };
  return (
    <span class="drop">
      <span class={main ? 'button main' : 'button'}>{children}</span>
      <input type="file" accept={accept} aria-label={label} onChange={(event) => void choose(event.currentTarget)} />
    </span>
  );
}
