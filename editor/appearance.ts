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
  const contrast = matchMedia('(prefers-contrast: more)');
  const forced = matchMedia('(forced-colors: active)');
  appearance.value = APPEARANCES.find(({ id }) => id === remembered())?.id ?? 'system';
  const apply = (): void => {
    const wish = appearance.value;
    // Where the system has colours of its own, they hold for the window, and the text has to go with them.
    const ofSystem = dark.matches ? 'contrast' : 'contrast-light';
    if (forced.matches) theme.value = ofSystem;
    else if (wish !== 'system') theme.value = wish;
    else theme.value = contrast.matches ? ofSystem : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme.value;
  };
  effect(apply);
  for (const wish of [dark, contrast, forced]) wish.addEventListener('change', apply);
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
