import { effect } from '@preact/signals';
import { type Appearance, appearance, theme } from './state.ts';

const KEY = 'rollmark.appearance';
export const APPEARANCES: readonly { id: Appearance; name: string }[] = [
  { id: 'system', name: 'System' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
  { id: 'contrast', name: 'High contrast' },
];

/** Keeps the theme in step with the wish of the user, or of the system where the user has none. */
export function startAppearance(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)');
  appearance.value = APPEARANCES.find(({ id }) => id === remembered())?.id ?? 'system';
  const apply = (): void => {
    const wish = appearance.value;
    theme.value = wish !== 'system' ? wish : contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme.value;
  };
  effect(apply);
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
}

/** Chooses a theme and remembers it in this browser. */
export function chooseAppearance(wish: Appearance): void {
  appearance.value = wish;
  try {
    localStorage.setItem(KEY, wish);
  } catch {
    // Without storage the choice lasts until the tab closes.
    return;
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
