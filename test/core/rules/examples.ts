/** A text with «» marks, without them: what stood between each pair, as offsets. */
export function unmark(marked: string): { text: string; places: { start: number; end: number }[] } {
  const places: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (const unit of marked) {
    if (unit === '«') open = text.length;
    else if (unit === '»' && open >= 0) {
      places.push({ start: open, end: text.length });
      open = -1;
    } else text += unit;
  }
  return { text, places };
}

/** The same example as it comes out of other documents: in a table, in bold, behind an entity, broken over two lines. */
export function variantsOf(marked: string): { name: string; markdown: string }[] {
  if (marked.includes('\n') || /^[#|\-*\d•<]|\||\*\*|_/.test(marked)) return [];
  const variants = [
    { name: 'in a table cell', markdown: `| Note | What we do |\n|---|---|\n| a | ${marked} |` },
    { name: 'in bold', markdown: marked.replace(/«([^»]*)»/g, '**«$1»**') },
    { name: 'after an entity', markdown: `Sport &amp; play are dear to us. ${marked}` },
    { name: 'in a list', markdown: `- We like school.\n- ${marked}` },
  ];
  const broken = marked.replace(/«([^»]*) ([^» ]*)»/g, '«$1\n$2»');
  if (broken !== marked) variants.push({ name: 'over two lines', markdown: broken });
  return variants;
}
