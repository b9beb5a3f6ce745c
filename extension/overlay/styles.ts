/** Styles for a shadow root that no page's security policy keeps out. */
export function addStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    // A page's content security policy forbids style elements; a constructed sheet is not one.
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Firefox may refuse a content script's sheet on the page's document.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
