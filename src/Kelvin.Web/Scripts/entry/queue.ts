/** The last save of each grid. A save tells the version that the one before it has made, so they go one after another. */
const last = new Map<HTMLElement, Promise<void>>();

/** Saves once what is being saved is saved. */
export function inTurn(grid: HTMLElement, save: () => Promise<void>) {
  const turn = (last.get(grid) ?? Promise.resolve()).then(save).finally(() => {
    if (last.get(grid) === turn) last.delete(grid);
  });
  last.set(grid, turn);
  return turn;
}

/** When all that is being saved is saved; null when nothing is. */
export const whenSaved = () => (last.size === 0 ? null : Promise.all(last.values()));
