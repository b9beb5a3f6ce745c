import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { abilitiesOf, absencesOf, type BuiltManifest, DATA } from '../extension/it/abilities.ts';
import { ROOT } from './run.ts';

/** The builds that IT people meet, by folder. */
const BUILDS = [
  ['Chrome and Edge', 'chrome-mv3'],
  ['Firefox', 'firefox-mv3'],
] as const;
const BEGIN = '<!-- abilities: written by npm run docs from the built manifests -->';
const END = '<!-- /abilities -->';

/** The part of docs/extension-for-it.md that says what the built packages can do. */
export function abilitiesSection(folder = join(ROOT, 'dist/extension')): string {
  const parts = BUILDS.flatMap(([name, build]) => {
    // The build wrote it from a typed manifest.
    const manifest = JSON.parse(readFileSync(join(folder, build, 'manifest.json'), 'utf8')) as BuiltManifest;
    return [
      `### ${name}`,
      '',
      leastVersion(manifest),
      '',
      '| permission | what it lets an extension do | what Rollmark does with it |',
      '| --- | --- | --- |',
      ...abilitiesOf(manifest).map(({ word, lets, use }) => `| \`${word}\` | ${lets} | ${use} |`),
      '',
      ...absencesOf(manifest).map((sentence) => `- ${sentence}`),
      '',
    ];
  });
  const data = [
    '### Data',
    '',
    '| what | where |',
    '| --- | --- |',
    ...DATA.map(([what, where]) => `| ${what} | ${where} |`),
  ];
  return [BEGIN, ...parts, ...data, END].join('\n');
}

/** A document with that part put in place of the former. @throws when the document has no place for it */
export function withAbilities(document: string, section: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The document has no lines “${BEGIN}” and “${END}”.`);
  return document.slice(0, from) + section + document.slice(to + END.length);
}

function leastVersion({ minimum_chrome_version: chrome, browser_specific_settings: own }: BuiltManifest): string {
  const firefox = own?.gecko?.strict_min_version;
  return chrome
    ? `Chrome or Edge ${chrome} or newer.`
    : `Firefox ${firefox ?? ''} or newer; the extension's id is \`${own?.gecko?.id ?? ''}\`.`;
}
