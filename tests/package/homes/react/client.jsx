import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.jsx';

/** Takes over what the server sent, or begins with nothing; gives what sets the state. */
export function start(root, initial, isHydrating) {
  let set;
  const app = <App initial={initial} hand={(setter) => (set = setter)} />;
  const flush = (change) => flushSync(() => set(change));
  if (isHydrating) flushSync(() => hydrateRoot(root, app));
  else flushSync(() => createRoot(root).render(app));
  return flush;
}
