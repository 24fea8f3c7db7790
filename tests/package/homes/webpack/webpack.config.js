export default {
  mode: 'production',
  entry: './main.js',
  output: { path: import.meta.dirname + '/out', filename: 'main.js' },
  // The modules are loaded when a document needs them; webpack counts each as if the page loaded it.
  performance: { hints: false },
};
