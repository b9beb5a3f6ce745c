const OF_PAGING = /^(?:p|pg|page|pageno|page[-_]?(?:number|index|num)|offset|skip|start|from|first|cursor)$/i;

/** An address without what says only which page of a list is shown: another class, term or order is another list. */
export function routeOfList(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const hash = url.hash.replace(/([?&])([^=&]+)=(\d{1,6})(?=&|$)/g, (all, sign: string, name: string) =>
    OF_PAGING.test(name) ? sign : all,
  );
  for (const [name, value] of [...url.searchParams])
    if (OF_PAGING.test(name) && /^\d{1,6}$/.test(value)) url.searchParams.delete(name);
  return `${url.origin}${url.pathname}${url.search}${hash}`.replace(/\/page\/\d{1,6}(?=\/|$|\?|#)/g, '/page');
}
