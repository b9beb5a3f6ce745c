import { attributeOf, childOf, treeOf, type XmlElement } from './xml-scan.ts';

/** How Word prints the number of one level of a list. */
export interface WordLevel {
  readonly format: string;
  /** "Stage %1:", "%1.%2": each %n is the number of level n, from 1. */
  readonly text: string;
  readonly start: number;
  /** Numbers of the levels above are digits here, whatever they are there. */
  readonly isLegal: boolean;
  /** The paragraph style that brings this level with it. */
  readonly style: string | undefined;
}
/** A list as paragraphs name it: lists that share `counts` go on counting where the other stopped. */
export interface WordList {
  readonly counts: string;
  readonly levels: ReadonlyMap<number, WordLevel>;
  /** Levels that begin anew where this list is first used, with their first numbers. */
  readonly restarts: ReadonlyMap<number, number>;
}
export interface WordNumbering {
  /** The list and level of a paragraph, by its own properties or its style's; null for none. */
  of(properties: XmlElement | undefined): { list: WordList; id: string; level: number } | null;
  isHeading(style: string | undefined): boolean;
  /** The names of the styles that make a heading, each with its depth from 1, by what they are based on or their outline. */
  readonly headings: ReadonlyMap<string, number>;
}

/** What numbering.xml and styles.xml say about numbers. */
export function wordNumbering(numberingXml: string, stylesXml: string): WordNumbering {
  const styles = new Map<string, XmlElement>();
  for (const style of childOf(treeOf(stylesXml), 'w:styles')?.children ?? []) {
    const id = attributeOf(style, 'w:styleId');
    if (style.name === 'w:style' && id) styles.set(id, style);
  }
  const lists = listsOf(childOf(treeOf(numberingXml), 'w:numbering'), styles);

  /** The style and those that it is based on, nearest first. */
  const chain = (style: string | undefined): { id: string; style: XmlElement }[] => {
    const found: { id: string; style: XmlElement }[] = [];
    for (let id = style; id !== undefined && found.length < MOST_BASES; ) {
      const one = styles.get(id);
      if (!one) break;
      found.push({ id, style: one });
      id = attributeOf(childOf(one, 'w:basedOn'), 'w:val');
    }
    return found;
  };

  const depthOf = (style: string | undefined): number | null => {
    for (const { id, style: one } of chain(style)) {
      const outline = numberOf(attributeOf(childOf(childOf(one, 'w:pPr'), 'w:outlineLvl'), 'w:val'));
      if (outline !== undefined) return outline < DEEPEST_HEADING ? outline + 1 : null;
      const depth = HEADING.exec(nameOf(one)) ?? HEADING.exec(id);
      if (depth) return Number(depth[1] ?? 1);
    }
    return null;
  };

  return {
    of(properties) {
      const own = childOf(properties, 'w:numPr');
      let id = attributeOf(childOf(own, 'w:numId'), 'w:val');
      let level = numberOf(attributeOf(childOf(own, 'w:ilvl'), 'w:val'));
      if (id === undefined) {
        for (const { id: styleId, style } of chain(attributeOf(childOf(properties, 'w:pStyle'), 'w:val'))) {
          const given = childOf(childOf(style, 'w:pPr'), 'w:numPr');
          id = attributeOf(childOf(given, 'w:numId'), 'w:val');
          if (id === undefined) continue;
          const byStyle = [...(lists.get(id)?.levels ?? [])].find(([, one]) => one.style === styleId)?.[0];
          level ??= numberOf(attributeOf(childOf(given, 'w:ilvl'), 'w:val')) ?? byStyle;
          break;
        }
      }
      const list = id === undefined ? undefined : lists.get(id);
      return list && id !== undefined ? { list, id, level: level ?? 0 } : null;
    },
    isHeading: (style) => depthOf(style) !== null,
    headings: new Map(
      [...styles].flatMap(([id, style]): [string, number][] => {
        const depth = depthOf(id);
        return depth === null ? [] : [[nameOf(style), depth]];
      }),
    ),
  };
}

const MOST_BASES = 12;
const DEEPEST_HEADING = 6;
const HEADING = /^(?:heading\s?([1-6])\b|title$)/i;

function nameOf(style: XmlElement): string {
  return attributeOf(childOf(style, 'w:name'), 'w:val') ?? '';
}

function listsOf(numbering: XmlElement | undefined, styles: ReadonlyMap<string, XmlElement>): Map<string, WordList> {
  const abstracts = new Map<string, XmlElement>();
  const numbers = new Map<string, XmlElement>();
  for (const part of numbering?.children ?? []) {
    const id = attributeOf(part, part.name === 'w:num' ? 'w:numId' : 'w:abstractNumId');
    if (id !== undefined && part.name === 'w:abstractNum') abstracts.set(id, part);
    if (id !== undefined && part.name === 'w:num') numbers.set(id, part);
  }
  const abstractOf = (id: string, hops = 0): { id: string; element: XmlElement } | null => {
    const abstract = attributeOf(childOf(numbers.get(id), 'w:abstractNumId'), 'w:val') ?? '';
    const element = abstracts.get(abstract);
    const link = attributeOf(childOf(element, 'w:numStyleLink'), 'w:val');
    const linked = link && childOf(childOf(childOf(styles.get(link), 'w:pPr'), 'w:numPr'), 'w:numId');
    const next = linked ? attributeOf(linked, 'w:val') : undefined;
    if (next !== undefined && next !== id && hops < 3) return abstractOf(next, hops + 1);
    return element ? { id: abstract, element } : null;
  };
  const lists = new Map<string, WordList>();
  for (const [id, number] of numbers) {
    const abstract = abstractOf(id);
    if (!abstract) continue;
    const levels = levelsOf(abstract.element);
    const restarts = new Map<number, number>();
    for (const override of number.children.filter(({ name }) => name === 'w:lvlOverride')) {
      const level = numberOf(attributeOf(override, 'w:ilvl')) ?? 0;
      const start = numberOf(attributeOf(childOf(override, 'w:startOverride'), 'w:val'));
      if (start !== undefined) restarts.set(level, start);
      for (const [at, own] of levelsOf(override)) levels.set(at, own);
    }
    lists.set(id, { counts: abstract.id, levels, restarts });
  }
  return lists;
}

function levelsOf(parent: XmlElement): Map<number, WordLevel> {
  const levels = new Map<number, WordLevel>();
  for (const level of parent.children.filter(({ name }) => name === 'w:lvl')) {
    const value = (name: string): string | undefined => attributeOf(childOf(level, name), 'w:val');
    levels.set(numberOf(attributeOf(level, 'w:ilvl')) ?? 0, {
      format: value('w:numFmt') ?? 'decimal',
      text: value('w:lvlText') ?? '',
      start: numberOf(value('w:start')) ?? 1,
      isLegal: childOf(level, 'w:isLgl') !== undefined,
      style: value('w:pStyle'),
    });
  }
  return levels;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
