import { APPEARANCES, chooseAppearance } from '../appearance.ts';
import { appearance } from '../state.ts';
import { Icon } from './Icon.tsx';

/** Light, dark, high contrast, or as the computer has it. */
export function AppearanceMenu() {
  return (
    <label class="button appearance" data-look="quiet">
      <Icon name="theme" />
      <select
        aria-label="Appearance"
        value={appearance.value}
        onChange={(event) => {
          const chosen = APPEARANCES.find(({ id }) => id === event.currentTarget.value);
          if (chosen) chooseAppearance(chosen.id);
        }}
      >
        {APPEARANCES.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
