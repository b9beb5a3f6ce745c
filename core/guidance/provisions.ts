import type { Citation } from './citation.ts';
import { guidanceDocument } from './documents.ts';
import type { Provision } from './provision.ts';
import { ENFORCEMENT_PROVISIONS } from './provisions-enforcement.ts';
import { POLICY_PROVISIONS } from './provisions-policy.ts';
import { REGISTER_PROVISIONS } from './provisions-registers.ts';

/** The day on which the provisions were last compared with their sources. */
export const PROVISIONS_CHECKED_ON = '2026-11-21';

/** Every provision that a rule cites, by a name of ours. */
export const PROVISIONS = {
  ...REGISTER_PROVISIONS,
  ...ENFORCEMENT_PROVISIONS,
  ...POLICY_PROVISIONS,
} as const satisfies Record<string, Provision>;
export type ProvisionId = keyof typeof PROVISIONS;

/** The citation of a provision, in the shape that findings carry. */
export function citeProvision(id: ProvisionId): Citation {
  const provision: Provision = PROVISIONS[id];
  const document = guidanceDocument(provision.document);
  if (!document)
    throw new Error(`Unexpected document “${provision.document}” of provision ${id}, expected an id of documents.ts`);
  return {
    document: document.title,
    edition: document.edition ?? '',
    provision: `${provision.at}: ${provision.says}`,
    url: document.url,
    inForceFrom: provision.from ?? document.inForceFrom,
    checkedOn: PROVISIONS_CHECKED_ON,
    verified: provision.verified,
  };
}
