import { describe, expect, it } from 'vitest';
import { abilitiesOf, absencesOf } from '../../../extension/it/abilities.ts';

describe('what IT is told that the extension can do', () => {
  it('is what the manifest says, each permission explained', () => {
    const manifest = { version: '1', permissions: ['storage'], optional_host_permissions: ['*://*/*'] };
    expect(abilitiesOf(manifest).map(({ word }) => word)).toEqual(['storage', 'optional: *://*/*']);
  });
  it('is never silent about a permission that nobody explained', () => {
    expect(() => abilitiesOf({ version: '1', permissions: ['cookies'] })).toThrow(/“cookies” is not explained/);
  });
  it('claims to lack only what the manifest lacks', () => {
    const all = absencesOf({ version: '1' });
    const manifest = {
      version: '1',
      host_permissions: ['https://a.example/*'],
      content_scripts: [{}],
      optional_permissions: ['x'],
      web_accessible_resources: [{}],
      externally_connectable: {},
    };
    expect(all).toHaveLength(5);
    expect(absencesOf(manifest)).toEqual([]);
  });
});
