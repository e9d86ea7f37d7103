import { watchTheme } from './theme';
import { submitOnChange } from './forms';
import { filterWhileTyping } from './search';

watchTheme();
submitOnChange();
filterWhileTyping();

// The chart library is large: it is fetched when a page has a chart, also after a navigation within the page.
const loadCharts = () => {
  if (document.querySelector('kelvin-chart')) void import('./chart/element');
};
loadCharts();
new MutationObserver(loadCharts).observe(document.body, { childList: true, subtree: true });
