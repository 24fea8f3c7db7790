/**
 * The three browser engines, each started with what a reader may have set.
 *
 * The environment says which one and where it is: ENGINE, BROWSER and DRIVER, as `cargo xtask browsers` prints them.
 * Nothing is looked for, and nothing downloaded.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { CHROMIUM_FLAGS } from '../../../xtask/chromium.mjs';

// The types of the package name a file that it has not got.
const require = createRequire(import.meta.url);
/** @type {typeof import('selenium-webdriver/remote.js')} */
const { DriverService } = require('selenium-webdriver/remote');

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */

/**
 * What a reader may have set in the browser or the system.
 *
 * @typedef {object} Wishes
 * @property {'light' | 'dark'} colorScheme
 * @property {'no-preference' | 'reduce'} reducedMotion
 * @property {boolean} javaScript
 */

/**
 * A browser that runs.
 *
 * @typedef {object} Session
 * @property {WebDriver} driver
 * @property {Wishes} wishes
 * @property {() => Promise<void>} dress - Sets in a window that was just opened what can be set nowhere else.
 * @property {() => Promise<string[]>} [takeLog] - What the browser has logged since it was asked last, if it tells.
 * @property {() => Promise<void>} end
 */

/** The engine that the suite runs in. */
export const ENGINE = process.env.ENGINE ?? '';

/** How long a page may take, in milliseconds, to load, and to come to what a test waits for. */
export const PATIENCE = 20_000;

/**
 * `Page` finds out itself when a page has come. Engines disagree on whether it has while what its scripts ask for is
 * held back, and WebKit's driver misses it now and then.
 */
const LOAD_STRATEGY = 'none';

/** @type {Record<string, (wishes: Wishes, browser: string, driver: string) => Promise<Session>>} */
const ENGINES = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/**
 * @param {Wishes} wishes
 * @returns {Promise<Session>}
 */
export async function start(wishes) {
  const { BROWSER, DRIVER } = process.env;
  const engine = ENGINES[ENGINE];
  if (!engine || !BROWSER || !DRIVER) {
    throw new Error('Which browser? `cargo xtask browsers` prints what has to stand before the command.');
  }
  const session = await engine(wishes, BROWSER, DRIVER);
  // A page that hangs fails its test before the test counts as hanging.
  await session.driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
  return session;
}

/** @type {typeof ENGINES[string]} */
async function startChromium(wishes, browser, program) {
  const { colorScheme, reducedMotion, javaScript } = wishes;
  const options = new chrome.Options();
  options.setChromeBinaryPath(browser).addArguments(...CHROMIUM_FLAGS);
  if (!javaScript) options.setUserPreferences({ 'profile.managed_default_content_settings.javascript': 2 });
  options.setPageLoadStrategy(LOAD_STRATEGY);
  options.set('goog:loggingPrefs', { browser: 'ALL' });
  const service = new chrome.ServiceBuilder(program).build();
  const driver = /** @type {chrome.Driver} */ (chrome.Driver.createSession(options, service));
  await driver.getSession();
  // Chromium breaks down over a second window that opens before it has painted the first; a picture waits for that.
  await driver.takeScreenshot();
  const features = Object.entries({ 'prefers-color-scheme': colorScheme, 'prefers-reduced-motion': reducedMotion });
  const media = { features: features.map(([name, value]) => ({ name, value })) };
  return {
    driver,
    wishes,
    dress: async () => void (await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', media)),
    takeLog: async () => (await driver.manage().logs().get('browser')).map(asLine),
    end: () => driver.quit(),
  };
}

/**
 * Chromium's own line as `level: text (path of the source)`.
 *
 * @param {import('selenium-webdriver').logging.Entry} entry
 */
function asLine({ level, message }) {
  const [, address, text] = /^(\S+) (?:-|[\d:]+) (.*)$/s.exec(message) ?? ['', '', message];
  return `${level.name.toLowerCase()}: ${text} (${URL.canParse(address) ? new URL(address).pathname : address})`;
}

/** @type {typeof ENGINES[string]} */
async function startFirefox(wishes, browser, program) {
  const { colorScheme, reducedMotion, javaScript } = wishes;
  const options = new firefox.Options();
  options.setBinary(browser).addArguments('-headless');
  options.setPageLoadStrategy(LOAD_STRATEGY);
  options.setPreference('layout.css.prefers-color-scheme.content-override', colorScheme === 'dark' ? 0 : 1);
  options.setPreference('ui.prefersReducedMotion', reducedMotion === 'reduce' ? 1 : 0);
  options.setPreference('javascript.enabled', javaScript);
  // The tree of what screen readers are told is open to the browser's own scripts only.
  const service = new firefox.ServiceBuilder(program).addArguments('--allow-system-access').build();
  const driver = firefox.Driver.createSession(options, service);
  await driver.getSession();
  return { driver, wishes, dress: async () => {}, end: () => driver.quit() };
}

/** @type {typeof ENGINES[string]} */
async function startWebKit(wishes, binary, program) {
  const { colorScheme, reducedMotion, javaScript } = wishes;
  const screen = await startScreen();
  const settings = await writeSettings(reducedMotion);
  const environment = { ...process.env, DISPLAY: screen.name, XDG_CONFIG_HOME: settings, NO_AT_BRIDGE: '1' };
  const service = new DriverService.Builder(program).setLoopback(true).setEnvironment(environment).build();
  // The windows of the tests are opened by script.
  const args = ['--automation', '--javascript-can-open-windows-automatically=TRUE', `--enable-javascript=${javaScript}`];
  if (colorScheme === 'dark') args.push('--dark-mode');
  const capabilities = {
    browserName: 'MiniBrowser',
    pageLoadStrategy: LOAD_STRATEGY,
    'webkitgtk:browserOptions': { binary, args },
  };
  const builder = new Builder().disableEnvironmentOverrides().usingServer(await service.start());
  const driver = await builder.withCapabilities(capabilities).build();
  const end = async () => {
    await driver.quit();
    await service.kill();
    screen.end();
    await rm(settings, { recursive: true });
  };
  return { driver, wishes, dress: async () => {}, end };
}

/** A screen that nobody sees: WebKit has no mode without one, and windows of its own would take the focus from others. */
async function startScreen() {
  const options = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const pipe = /** @type {import('node:stream').Readable} */ (screen.stdio[3]);
  const [number] = await once(pipe, 'data');
  return { name: `:${String(number).trim()}`, end: () => void screen.kill() };
}

/**
 * A folder of settings for GTK, so that those of whoever runs the tests do not count.
 *
 * @param {Wishes['reducedMotion']} reducedMotion
 */
async function writeSettings(reducedMotion) {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  const settings = `[Settings]\ngtk-enable-animations=${reducedMotion === 'reduce' ? 0 : 1}\n`;
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    await mkdir(join(folder, version));
    await writeFile(join(folder, version, 'settings.ini'), settings);
  }
  return folder;
}
