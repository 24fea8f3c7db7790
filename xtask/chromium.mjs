/** How Chromium is started wherever something drives it here: without a window, and talking to this machine only. */

export const CHROMIUM_FLAGS = [
  '--headless=new',
  '--disable-gpu',
  // No updates, no reports.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Its sandbox does not work for root, in containers above all.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
