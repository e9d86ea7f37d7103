import { watchTheme } from './theme';
import { entryGrids } from './entry/grid';
import { submitOnChange } from './forms';
import { followChanges } from './live';
import { filterWhileTyping } from './search';
import { saysWorking } from './working';
import { sendFiles } from './upload';
import { followWork } from './refresh';
import { editGrids } from './paste';

watchTheme();
submitOnChange();
filterWhileTyping();
saysWorking();
sendFiles();
followWork();
editGrids();
entryGrids();
followChanges();

// The chart library is large: it is fetched when a page has a chart, also after a navigation within the page.
const loadCharts = () => {
  if (document.querySelector('kelvin-chart')) void import('./chart/element');
};
loadCharts();
new MutationObserver(loadCharts).observe(document.body, { childList: true, subtree: true });
