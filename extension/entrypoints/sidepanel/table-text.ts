import type { ReportedPupil } from '../../messages.ts';

const HEADINGS = ['Name', 'Year or class', 'Step', 'Attendance', 'What it is', 'Due', 'Where'];

/** The pupils as a table to paste into a spreadsheet or a message. */
export function tableText(pupils: readonly ReportedPupil[]): { plain: string; html: string } {
  const rows = [HEADINGS, ...pupils.map(cellsOf)];
  const plain = rows.map((cells) => cells.map(safe).join('\t')).join('\n');
  const html = rows
    .map((cells, at) => {
      const tag = at === 0 ? 'th' : 'td';
      return `<tr>${cells.map((cell) => `<${tag}>${escaped(safe(cell))}</${tag}>`).join('')}</tr>`;
    })
    .join('');
  return { plain, html: `<table>${html}</table>` };
}

function cellsOf({ name, year, label, percent, title, due, seen }: ReportedPupil): string[] {
  const attendance = percent === null ? '' : `${percent.toFixed(1)}%`;
  return [name, year ?? '', label, attendance, title, due.join('; '), seen ?? 'on the page'];
}

/** One line, and nothing that a spreadsheet would take for a formula. */
function safe(cell: string): string {
  const line = cell.replace(/\s+/g, ' ').trim();
  return /^[=+@-]/.test(line) ? `'${line}` : line;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
