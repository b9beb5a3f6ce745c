/** The parts of a built manifest that say what an extension can do. */
export interface BuiltManifest {
  version: string;
  permissions?: readonly string[] | undefined;
  host_permissions?: readonly string[] | undefined;
  optional_permissions?: readonly string[] | undefined;
  optional_host_permissions?: readonly string[] | undefined;
  content_scripts?: readonly unknown[] | undefined;
  web_accessible_resources?: readonly unknown[] | undefined;
  externally_connectable?: unknown;
  minimum_chrome_version?: string | undefined;
  browser_specific_settings?: { gecko?: { id?: string; strict_min_version?: string } } | undefined;
}

/** One thing that the extension can do, by the manifest's own word for it. */
export interface Ability {
  word: string;
  /** What the browser lets an extension with it do. */
  lets: string;
  /** What Rollmark does with it, and where it stops. */
  use: string;
}

const PERMISSIONS: Record<string, Omit<Ability, 'word'>> = {
  storage: {
    lets: 'Keep settings in the browser’s own storage, and read what IT has set there.',
    use: 'Policies, sites that are on, term dates and headings of taught pages. The officer’s own log of letters, where someone turns it on. Nothing about a pupil otherwise.',
  },
  scripting: {
    lets: 'Run its own scripts in pages of sites that were granted.',
    use: 'The reader and the window to teach in, both part of the package. No script is ever fetched.',
  },
  activeTab: {
    lets: 'See the address of the tab in front, and read it, after a click on the extension’s button and until that tab moves on.',
    use: 'To name the site that is about to be turned on. Its pages are read only once the site is granted.',
  },
  sidePanel: {
    lets: 'Show a page of its own in the browser’s side panel.',
    use: 'The list of the pupils that were read on the page in front.',
  },
};

/** Everything that a built manifest lets the extension do. @throws for a permission that nobody has explained */
export function abilitiesOf(manifest: BuiltManifest): Ability[] {
  const named = (manifest.permissions ?? []).map((word) => {
    const known = PERMISSIONS[word];
    if (!known) throw new Error(`The permission “${word}” is not explained: add it to extension/it/abilities.ts.`);
    return { word, ...known };
  });
  const optional = (manifest.optional_host_permissions ?? []).map((pattern) => ({
    word: `optional: ${pattern}`,
    lets: 'Ask, one site at a time, to read that site. The browser puts its own question to the person each time.',
    use: 'The MIS that someone turns on, and the address of a policy that someone or IT named. It can be taken back at any time.',
  }));
  return [...named, ...optional];
}

/** What the manifest does not have, as far as it indeed has none of it, in sentences. */
export function absencesOf(manifest: BuiltManifest): string[] {
  const none = (list: readonly unknown[] | undefined): boolean => (list ?? []).length === 0;
  return [
    none(manifest.host_permissions) ? 'No host permission: as installed, it has a right to no site.' : null,
    none(manifest.content_scripts)
      ? 'No content script or style in the manifest: nothing runs in a page until a site is turned on.'
      : null,
    none(manifest.optional_permissions) ? 'No other permission that it could ask for later.' : null,
    none(manifest.web_accessible_resources) ? 'No file of it can be loaded by a page.' : null,
    manifest.externally_connectable === undefined
      ? 'No web page is allowed to send it a message, and it listens to none from other extensions.'
      : null,
  ].filter((sentence) => sentence !== null);
}

/** Where data goes, in the order in which an IT lead asks. */
export const DATA: readonly (readonly [what: string, where: string])[] = [
  [
    'Pupils’ names and figures',
    'Read from the page in front, held in memory while it is open, never stored, never sent.',
  ],
  [
    'Policies, sites, term dates, taught headings',
    'The browser’s storage for the extension, in the person’s own profile; not synchronised.',
  ],
  [
    'The officer’s log of letters',
    'Off unless turned on. The same storage: step, day and a keyed hash of site and pupil identifier; deleted when its time is over or it is turned off.',
  ],
  [
    'Network',
    'One kind of request: GET of a policy at an https address that a person or IT named. No cookies, no redirects, 5 MB and 15 seconds at most.',
  ],
  ['Telemetry, accounts, updates of its own', 'None. New versions come from the browser’s store alone.'],
];
