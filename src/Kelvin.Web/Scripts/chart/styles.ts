/** Styles inside the chart's shadow root; the tokens reach in from the page. */
export const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; position: relative; }
  .canvas { position: absolute; inset: 0; }
  .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .tooltip {
    padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--ink);
    box-shadow: var(--shadow-raised); font: 400 13px/1.5 var(--font); font-variant-numeric: tabular-nums;
  }
  .period, .compared span, .value span, .change { color: var(--ink-soft); }
  .value, .compared { display: flex; justify-content: space-between; gap: 16px; }
  .compared b { font-weight: 400; }
`);
