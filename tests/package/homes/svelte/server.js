import { render as renderToString } from 'svelte/server';
import App from './App.svelte';

export const render = (initial) => renderToString(App, { props: { page: initial } }).body;
