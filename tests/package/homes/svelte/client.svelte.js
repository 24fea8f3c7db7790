import { flushSync, hydrate, mount } from 'svelte';
import 'reading-room';
import App from './App.svelte';

/** Takes over what the server sent, or begins with nothing; gives what sets the state. */
export function start(target, initial, isHydrating) {
  const state = $state(initial);
  (isHydrating ? hydrate : mount)(App, { target, props: { page: state } });
  flushSync();
  return (change) => flushSync(() => Object.assign(state, change));
}
