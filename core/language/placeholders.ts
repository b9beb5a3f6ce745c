import type { Edit } from '../lint/finding.ts';
import type { Placeholder } from '../policy/schema.ts';
import type { OutlineEntry } from './outline.ts';
import { headingsAt } from './outline.ts';

/** A thing to fill in, with every place that asks for it. */
export interface FillField {
  readonly field: string;
  readonly kind: Placeholder['kind'];
  readonly expects: Placeholder['expects'];
  readonly options: readonly string[];
  /** As the document prints it, without its brackets. */
  readonly label: string;
  readonly places: readonly Placeholder[];
}

/** Fields under the heading where each is first asked for. */
export interface FillSection {
  readonly title: string;
  readonly fields: readonly FillField[];
}

const BRACKETS = /^[«[<{(\s]+|[»\]>})\s]+$/g;

/** What there is to fill in, by section, in the order of the text. */
export function fillSections(placeholders: readonly Placeholder[], outline: readonly OutlineEntry[]): FillSection[] {
  const fields = new Map<string, Placeholder[]>();
  for (const placeholder of placeholders) {
    // Fields of one name but of another kind are other things.
    const key = `${placeholder.kind} ${placeholder.field}`;
    fields.set(key, [...(fields.get(key) ?? []), placeholder]);
  }
  const sections = new Map<string, FillField[]>();
  for (const places of fields.values()) {
    const [first] = places;
    if (!first) continue;
    const title = headingsAt(outline, first.span.start.offset).at(-1)?.title ?? 'At the start';
    const label = first.text.replace(BRACKETS, '').replace(/\s+/g, ' ').trim();
    const { field, kind, expects, options = [] } = first;
    sections.set(title, [...(sections.get(title) ?? []), { field, kind, expects, options, label, places }]);
  }
  return [...sections].map(([title, inSection]) => ({ title, fields: inSection }));
}

/** Edits that put the words in every place of a field. */
export function fillEdits(field: FillField, words: string): Edit[] {
  return field.places.map(({ span }) => ({ span, text: words }));
}
